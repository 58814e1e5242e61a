// What the parts of the table player share.
#ifndef FENGQIAO_JSONLINES_PLAYER_H
#define FENGQIAO_JSONLINES_PLAYER_H

#include "internal.h"
#include "tableplayer.h"

// Events that may wait, and transitions that may be taken together, before it is for the engine.
enum { TP_QUEUE = 128, TP_TAKEN = 64 };

// A row that is none: nothing certain, and no row without an otherwise.
enum { TP_UNCLEAR_ROW = -1, TP_NO_ROW = -2 };

struct tp_player {
  tp_plan plan;
  // Facts, variables, what the event in hand carries, constants.
  int64_t *values;
  // By fact: the number of the object that stated it last, so that none states it twice.
  uint32_t *stamps;
  uint32_t stamp;
  // By decision: the row that was frozen, else -1; and what it is written as.
  int32_t *frozen, *shown;
  uint64_t configuration;
  // Of what the case was given on its way, the last of each parent.
  uint64_t given;
  // The one innermost state of a configuration that goes by cells, else -1.
  int32_t leaf;
  bool is_finished;
  // Whether the event in hand carries anything.
  bool is_loaded;
  // Internal events, and behind one another what they carry.
  int32_t queue_head, queue_end;
  int32_t queue[TP_QUEUE];
  int64_t *queued;
  // Transitions that are taken together.
  int32_t taken[TP_TAKEN];
  int32_t taken_count;
  // Of the line in hand.
  const uint8_t *text;
  const jl_words *words;
  int64_t latest;
  tp_piece id;
  // Counts.
  uint64_t cases;
  uint64_t *results, *given_counts, *leaves;
};

static inline bool tp_is_plain(int64_t value) { return value > TP_UNCLEAR; }

static inline bool tp_fits(int64_t value, const tp_slot *slot) {
  if (tp_is_plain(value)) return value >= slot->minimum && value <= slot->maximum;
  return value == TP_NULL && slot->is_optional;
}

// Where what an event carries begins among the values.
static inline int64_t *tp_payload(const tp_player *player) {
  return player->values + player->plan.fact_count + player->plan.variable_count;
}

int64_t tp_evaluate(const tp_player *player, const tp_node *node);

static inline int64_t tp_value(const tp_player *player, tp_operand operand) {
  return operand >= 0 ? player->values[operand] : tp_evaluate(player, &player->plan.nodes[~operand]);
}

int32_t tp_derived_row(const tp_player *player, int32_t decision);

// The row of a decision as it stands, frozen or not.
static inline int32_t tp_standing_row(const tp_player *player, int32_t decision) {
  const int32_t kept = player->frozen[decision];
  return kept >= 0 ? kept : tp_derived_row(player, decision);
}

// Before anything is known of a case.
void tp_begin(tp_player *player);
// Enters the workflow; false, here and below, where it is for the engine.
bool tp_open(tp_player *player);
// Takes events, which nobody is named to fire, as long as each is a move; how many it took.
int32_t tp_move_on(tp_player *player, const int32_t *events, int32_t count);
// Takes the event of an entry whose facts are stated; -1 for none.
bool tp_take(tp_player *player, int32_t event, int32_t role);
// Reads the line whose marks these are.
bool tp_read_line(tp_player *player, const uint32_t *mark, const uint32_t *last);
// Writes what the case in hand came to, and counts it.
bool tp_write(tp_player *player, tp_output *output);

#endif
