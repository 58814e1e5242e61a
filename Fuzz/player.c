// Any bytes are played as lines of cases by the tables of Fuzz/player.yaml: with moves, by cells,
// and by the chart's algorithm alone, with wide instructions and without. All write the same and
// stop at the same lines. Each table is in memory of its own: the address checker sees a step
// beyond it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tableplayer.h"

enum { MOST_TABLES = 64 };

static tp_plan plan;
static uint8_t *words;
static uint32_t *lengths;
static size_t word_count;

static void hold(bool law) {
  if (!law) abort();
}

static uint64_t read_number(FILE *file) {
  uint64_t number = 0;
  hold(fread(&number, sizeof number, 1, file) == 1);
  return number;
}

static void *read_bytes(FILE *file, size_t count) {
  uint8_t *bytes = malloc(count);
  hold(count == 0 || (bytes && fread(bytes, 1, count, file) == count));
  return bytes;
}

// Reads the tables that `rehearse image` wrote; the plan names each by where it was.
static void read_plan(FILE *file) {
  uint64_t before[MOST_TABLES];
  void *now[MOST_TABLES];
  const uint64_t count = read_number(file);
  hold(count <= MOST_TABLES);
  for (uint64_t table = 0; table < count; table++) {
    before[table] = read_number(file);
    now[table] = read_bytes(file, read_number(file));
  }
  hold(read_number(file) == sizeof plan);
  hold(fread(&plan, sizeof plan, 1, file) == 1);
  for (size_t place = 0; place < sizeof plan; place += sizeof(void *)) {
    uint64_t address;
    memcpy(&address, (char *)&plan + place, sizeof address);
    for (uint64_t table = 0; table < count; table++) {
      if (address == before[table]) memcpy((char *)&plan + place, &now[table], sizeof(void *));
    }
  }
}

static void read_words(FILE *file) {
  word_count = read_number(file);
  lengths = calloc(word_count, sizeof *lengths);
  size_t total = 0;
  for (size_t word = 0; word < word_count; word++) {
    lengths[word] = (uint32_t)read_number(file);
    words = realloc(words, total + lengths[word]);
    hold(fread(words + total, 1, lengths[word], file) == lengths[word]);
    total += lengths[word];
  }
}

int LLVMFuzzerInitialize(int *count, char ***arguments) {
  (void)count, (void)arguments;
  const char *path = getenv("PLAN");
  FILE *file = path ? fopen(path, "rb") : NULL;
  if (!file) {
    fprintf(stderr, "PLAN names no file\n");
    exit(2);
  }
  read_plan(file);
  read_words(file);
  fclose(file);
  hold(plan.moves && plan.has_opening);
  return 0;
}

// What a text came to: its results, where the player stopped, and what was counted.
typedef struct {
  tp_output output;
  uint64_t cases, given, leaves;
} played;

static played play(const tp_plan *tables, bool wide, const uint8_t *text, uint32_t end) {
  jl_scanner *scanner = jl_scanner_make(words, lengths, word_count, wide);
  tp_player *player = tp_player_make(tables);
  played all = {0};
  for (uint32_t place = 0; place < end;) {
    const tp_stop stop = tp_play(player, scanner, text, place, end, &all.output);
    hold(stop.place >= place && stop.place <= end);
    tp_append(&all.output, (const uint8_t *)&stop, sizeof stop);
    // The line that is not for tables.
    place = stop.place < end ? jl_scan(scanner, text, stop.place).end + 1 : end;
  }
  const tp_counts counts = tp_counts_of(player);
  all.cases = counts.cases;
  for (int32_t state = 0; state < tables->state_count; state++) {
    all.given += counts.given[state] << (state % 32);
    all.leaves += counts.leaves[state] << (state % 32);
  }
  tp_player_free(player);
  jl_scanner_free(scanner);
  return all;
}

static void expect_same(const played *one, const played *other) {
  hold(one->output.count == other->output.count);
  hold(memcmp(one->output.bytes, other->output.bytes, one->output.count) == 0);
  hold(one->cases == other->cases);
  hold(one->given == other->given && one->leaves == other->leaves);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  // Exactly as much as may be read.
  uint8_t *text = malloc(count + 1 + JL_PADDING);
  if (count) memcpy(text, bytes, count);
  text[count] = '\n';
  memset(text + count + 1, '"', JL_PADDING);
  tp_plan by_cells = plan, at_large = plan;
  by_cells.moves = at_large.moves = NULL;
  at_large.has_opening = false;
  at_large.is_direct = calloc((size_t)plan.state_count, sizeof(bool));
  const uint32_t end = (uint32_t)count + 1;
  played by_moves = play(&plan, true, text, end);
  played others[] = {play(&by_cells, false, text, end), play(&at_large, true, text, end)};
  for (int other = 0; other < 2; other++) {
    expect_same(&by_moves, &others[other]);
    tp_release(others[other].output);
  }
  tp_release(by_moves.output);
  free((void *)at_large.is_direct);
  free(text);
  return 0;
}
