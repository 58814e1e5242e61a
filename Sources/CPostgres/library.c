#include "CPostgres.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

/// What libpq calls its results; the numbers are part of its binary interface.
enum { connection_ok = 0, command_ok = 1, tuples_ok = 2, sqlstate_field = 'C', binary = 1 };

typedef void (*notice_processor)(void *argument, const char *message);

static PGconn *(*connectdb_params)(const char *const *, const char *const *, int);
static int (*status)(const PGconn *);
static char *(*error_message)(const PGconn *);
static void (*finish)(PGconn *);
static notice_processor (*set_notice_processor)(PGconn *, notice_processor, void *);
static PGresult *(*exec)(PGconn *, const char *);
static PGresult *(*prepare)(PGconn *, const char *, const char *, int, const unsigned *);
static PGresult *(*exec_prepared)(PGconn *, const char *, int, const char *const *, const int *,
                                  const int *, int);
static int (*result_status)(const PGresult *);
static char *(*result_error_field)(const PGresult *, int);
static int (*ntuples)(const PGresult *);
static int (*nfields)(const PGresult *);
static unsigned (*ftype)(const PGresult *, int);
static int (*getisnull)(const PGresult *, int, int);
static int (*getlength)(const PGresult *, int, int);
static char *(*getvalue)(const PGresult *, int, int);
static char *(*cmd_tuples)(PGresult *);
static void (*clear)(PGresult *);

static const struct {
  const char *name;
  void **function;
} functions[] = {
    {"PQconnectdbParams", (void **)&connectdb_params},
    {"PQstatus", (void **)&status},
    {"PQerrorMessage", (void **)&error_message},
    {"PQfinish", (void **)&finish},
    {"PQsetNoticeProcessor", (void **)&set_notice_processor},
    {"PQexec", (void **)&exec},
    {"PQprepare", (void **)&prepare},
    {"PQexecPrepared", (void **)&exec_prepared},
    {"PQresultStatus", (void **)&result_status},
    {"PQresultErrorField", (void **)&result_error_field},
    {"PQntuples", (void **)&ntuples},
    {"PQnfields", (void **)&nfields},
    {"PQftype", (void **)&ftype},
    {"PQgetisnull", (void **)&getisnull},
    {"PQgetlength", (void **)&getlength},
    {"PQgetvalue", (void **)&getvalue},
    {"PQcmdTuples", (void **)&cmd_tuples},
    {"PQclear", (void **)&clear},
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool loaded;

static void load(void) {
  void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    *functions[i].function = dlsym(library, functions[i].name);
    if (*functions[i].function == NULL) return;
  }
  loaded = true;
}

bool postgres_load(void) {
  pthread_once(&once, load);
  return loaded;
}

/// The server's notices are nobody's business; libpq would print them.
static void ignore(void *argument, const char *message) {
  (void)argument;
  (void)message;
}

PGconn *postgres_connect(const char *const *keywords, const char *const *values) {
  PGconn *connection = connectdb_params(keywords, values, 1);
  if (connection != NULL) set_notice_processor(connection, ignore, NULL);
  return connection;
}

bool postgres_is_connected(const PGconn *connection) {
  return status(connection) == connection_ok;
}

const char *postgres_message(const PGconn *connection) { return error_message(connection); }

void postgres_finish(PGconn *connection) { finish(connection); }

PGresult *postgres_execute(PGconn *connection, const char *sql) { return exec(connection, sql); }

PGresult *postgres_prepare(PGconn *connection, const char *name, const char *sql) {
  return prepare(connection, name, sql, 0, NULL);
}

PGresult *postgres_run(PGconn *connection, const char *name, int count, const char *const *values,
                       const int *lengths) {
  enum { most = 64 };
  int formats[most];
  if (count > most) return NULL;
  for (int i = 0; i < count; i++) formats[i] = binary;
  return exec_prepared(connection, name, count, values, lengths, formats, binary);
}

bool postgres_succeeded(const PGresult *result) {
  if (result == NULL) return false;
  int outcome = result_status(result);
  return outcome == command_ok || outcome == tuples_ok;
}

const char *postgres_state(const PGresult *result) {
  return result == NULL ? NULL : result_error_field(result, sqlstate_field);
}

int postgres_rows(const PGresult *result) { return ntuples(result); }
int postgres_columns(const PGresult *result) { return nfields(result); }
unsigned postgres_type(const PGresult *result, int column) { return ftype(result, column); }

bool postgres_is_null(const PGresult *result, int row, int column) {
  return getisnull(result, row, column) != 0;
}

int postgres_length(const PGresult *result, int row, int column) {
  return getlength(result, row, column);
}

const char *postgres_value(const PGresult *result, int row, int column) {
  return getvalue(result, row, column);
}

const char *postgres_touched(PGresult *result) { return cmd_tuples(result); }

void postgres_clear(PGresult *result) {
  if (result != NULL) clear(result);
}
