/* Commits rows of the size of a step's entry to SQLite, one by one, each synced to the disk as the
 * store does it, and prints how many it did in a second.
 *
 *     bare FILE COUNT BYTES
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *database;

static void run(const char *sql) {
  char *fault = NULL;
  if (sqlite3_exec(database, sql, NULL, NULL, &fault) == SQLITE_OK) return;
  fprintf(stderr, "%s: %s\n", sql, fault);
  exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **words) {
  if (count != 4 || sqlite3_open(words[1], &database) != SQLITE_OK) return 2;
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = FULL");
  run("CREATE TABLE entries (sequence INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT");
  sqlite3_stmt *insert;
  if (sqlite3_prepare_v2(database, "INSERT INTO entries (body) VALUES (?)", -1, &insert, NULL))
    return 1;
  long rows = atol(words[2]), bytes = atol(words[3]);
  char *body = malloc(bytes);
  if (body == NULL) return 1;
  memset(body, 'x', bytes);
  double start = now();
  for (long row = 0; row < rows; row++) {
    run("BEGIN IMMEDIATE");
    sqlite3_bind_blob(insert, 1, body, (int)bytes, SQLITE_STATIC);
    if (sqlite3_step(insert) != SQLITE_DONE) return 1;
    sqlite3_reset(insert);
    run("COMMIT");
  }
  printf("%.1f\n", rows / (now() - start));
  return 0;
}
