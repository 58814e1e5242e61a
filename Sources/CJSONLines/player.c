// A table player: its memory, its lines one after the other, and what it writes of each.
#include "player.h"

#include <stdlib.h>
#include <string.h>

static uint64_t *counters(size_t count) { return calloc(count + 1, sizeof(uint64_t)); }

tp_player *tp_player_make(const tp_plan *plan) {
  tp_player *player = calloc(1, sizeof *player);
  if (!player) return NULL;
  player->plan = *plan;
  player->values = malloc(((size_t)plan->value_count + 1) * sizeof(int64_t));
  player->stamps = calloc((size_t)plan->fact_count + 1, sizeof(uint32_t));
  player->frozen = malloc(((size_t)plan->decision_count + 1) * sizeof(int32_t));
  player->shown = malloc(((size_t)plan->decision_count + 1) * sizeof(int32_t));
  player->queued = malloc(((size_t)plan->payload_width + 1) * TP_QUEUE * sizeof(int64_t));
  player->results = counters((size_t)plan->result_count);
  player->given_counts = counters((size_t)plan->state_count);
  player->leaves = counters((size_t)plan->state_count);
  if (player->values && player->stamps && player->frozen && player->shown && player->queued
      && player->results && player->given_counts && player->leaves) {
    memcpy(player->values, plan->values, (size_t)plan->value_count * sizeof(int64_t));
    return player;
  }
  tp_player_free(player);
  return NULL;
}

void tp_player_free(tp_player *player) {
  if (!player) return;
  free(player->values);
  free(player->stamps);
  free(player->frozen);
  free(player->shown);
  free(player->queued);
  free(player->results);
  free(player->given_counts);
  free(player->leaves);
  free(player);
}

void tp_begin(tp_player *player) {
  const tp_plan *plan = &player->plan;
  // What is constant has not changed.
  const int32_t count = plan->fact_count + plan->variable_count + plan->payload_width;
  for (int32_t index = 0; index < count; index++) player->values[index] = plan->values[index];
  for (int32_t index = 0; index < plan->decision_count; index++) player->frozen[index] = -1;
  player->configuration = player->given = 0;
  player->leaf = -1;
  player->is_finished = player->is_loaded = false;
  player->queue_head = player->queue_end = 0;
  player->latest = INT64_MIN;
  player->id = (tp_piece){0, 0};
}

tp_stop tp_play(
    tp_player *player, jl_scanner *scanner, const uint8_t *text, uint32_t start, uint32_t end,
    tp_output *output) {
  tp_stop stop = {start, 0};
  jl_marks *marks = &scanner->marks;
  player->text = text;
  player->words = &scanner->words;
  while (stop.place < end) {
    if (!scanner->mark_line(marks, text, stop.place)) abort();
    if (marks->status != JL_FINE || marks->has_escapes) break;
    if (marks->mark_count) {
      tp_begin(player);
      if (!tp_read_line(player, marks->marks, marks->marks + marks->mark_count)
          || !tp_write(player, output)) {
        break;
      }
    }
    stop.place = marks->end + 1;
    stop.lines += 1;
  }
  return stop;
}

void tp_reserve(tp_output *output, size_t wanted) {
  if (output->capacity - output->count >= wanted) return;
  const size_t capacity = 2 * (output->count + wanted);
  uint8_t *grown = realloc(output->bytes, capacity);
  if (!grown) abort();
  output->bytes = grown;
  output->capacity = capacity;
}

void tp_append(tp_output *output, const uint8_t *bytes, size_t count) {
  if (count == 0) return;
  tp_reserve(output, count);
  memcpy(output->bytes + output->count, bytes, count);
  output->count += count;
}

void tp_release(tp_output output) { free(output.bytes); }

// How far copying may read and write past an end: JL_PADDING covers it.
enum { COPIED = 32 };

// Copies whole blocks; what is written too much is overwritten.
static inline uint8_t *put(uint8_t *to, const uint8_t *from, uint32_t length) {
  uint32_t done = 0;
  do {
    memcpy(to + done, from + done, COPIED);
    done += COPIED;
  } while (done < length);
  return to + length;
}

static inline uint8_t *put_piece(const tp_plan *plan, uint8_t *to, tp_piece piece) {
  return put(to, plan->text + piece.start, piece.length);
}

static uint8_t *put_states(const tp_player *player, uint8_t *to, uint64_t leaves) {
  const tp_plan *plan = &player->plan;
  if (leaves == 0) to = put_piece(plan, to, plan->no_state);
  const tp_piece *states = plan->first_states;
  for (; leaves; leaves &= leaves - 1) {
    to = put_piece(plan, to, states[__builtin_ctzll(leaves)]);
    states = plan->later_states;
  }
  return put_piece(plan, to, plan->behind_states);
}

static void count_states(tp_player *player, uint64_t leaves) {
  player->cases += 1;
  for (uint64_t rest = player->given; rest; rest &= rest - 1) {
    player->given_counts[__builtin_ctzll(rest)] += 1;
  }
  for (; leaves; leaves &= leaves - 1) player->leaves[__builtin_ctzll(leaves)] += 1;
}

bool tp_write(tp_player *player, tp_output *output) {
  const tp_plan *plan = &player->plan;
  for (int32_t decision = 0; decision < plan->decision_count; decision++) {
    const int32_t row = tp_standing_row(player, decision);
    // Where no row matches, the engine says so.
    if (row < 0) return false;
    player->shown[decision] = plan->result_starts[decision] + row;
  }
  // No text is written twice for one case.
  tp_reserve(output, (size_t)plan->text_length + player->id.length + COPIED);
  // The root is no state that is told.
  const uint64_t leaves = player->configuration & plan->atomic & ~UINT64_C(1);
  uint8_t *to = put_piece(plan, output->bytes + output->count, plan->head);
  to = player->id.length ? put(to, player->text + player->id.start, player->id.length)
                         : put_piece(plan, to, plan->no_id);
  if (leaves && (leaves & (leaves - 1)) == 0) {
    to = put_piece(plan, to, plan->only_states[__builtin_ctzll(leaves)]);
  } else {
    to = put_states(player, to, leaves);
  }
  for (int32_t decision = 0; decision < plan->decision_count; decision++) {
    const int32_t shown = player->shown[decision];
    to = put_piece(plan, to, plan->results[shown]);
    player->results[shown] += 1;
  }
  to = put_piece(plan, to, plan->end);
  output->count = (size_t)(to - output->bytes);
  count_states(player, leaves);
  return true;
}

tp_counts tp_counts_of(const tp_player *player) {
  return (tp_counts){player->cases, player->results, player->given_counts, player->leaves};
}

void tp_clear_counts(tp_player *player) {
  player->cases = 0;
  memset(player->results, 0, (size_t)player->plan.result_count * sizeof(uint64_t));
  memset(player->given_counts, 0, (size_t)player->plan.state_count * sizeof(uint64_t));
  memset(player->leaves, 0, (size_t)player->plan.state_count * sizeof(uint64_t));
}

void tp_know(tp_player *player, const int64_t *facts) {
  for (int32_t fact = 0; fact < player->plan.fact_count; fact++) player->values[fact] = facts[fact];
}

const int64_t *tp_facts(const tp_player *player) { return player->values; }

int32_t tp_row(const tp_player *player, int32_t decision) {
  return tp_derived_row(player, decision);
}

int32_t tp_step(tp_player *player, const int64_t *facts, const int32_t *events, int32_t count) {
  tp_begin(player);
  tp_know(player, facts);
  if (!tp_open(player)) return 0;
  int32_t taken = 0;
  for (int32_t index = 0; index < count; index++) {
    const int32_t moved = tp_move_on(player, events + index, count - index);
    taken += moved;
    index += moved;
    if (index < count) taken += tp_take(player, events[index], -1);
  }
  return taken;
}
