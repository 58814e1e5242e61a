// Plays cases that are lines of JSON by a rulebook's tables of numbers.
//
// A line is read straight from the scanner's marks into numbers and stepped as it is read: nothing
// is made of it, not even tokens. It knows what is plain; whatever is not (a fault, something unknown
// where it matters, a refusal, a number of twenty digits) stops it at that line, before anything of
// it is written, and the line is for somebody who knows everything.
#ifndef FENGQIAO_TABLEPLAYER_H
#define FENGQIAO_TABLEPLAYER_H

#include "jsonlines.h"

// A value in 64 bits: numbers times a million, days and milliseconds since the epoch, a word's or
// text's index, 0 and 1; and what is no ordinary value.
#define TP_UNKNOWN INT64_MIN
#define TP_NULL (INT64_MIN + 1)
#define TP_UNCLEAR (INT64_MIN + 2)

// A text that no rule speaks of.
#define TP_OTHER_TEXT INT64_C(-1)

// Where a value comes from: of a number from 0 on, the value at that place; of a negative one, what
// node `~number` comes to.
typedef int32_t tp_operand;

// No condition.
#define TP_ALWAYS INT32_MAX

// How a value is read. Its numbers are those of the Swift side.
enum {
  TP_NONE = 0,
  TP_BOOLEAN = 1,
  TP_NUMBER = 2,
  TP_INTEGER = 3,
  TP_WORD = 4,
  TP_TEXT = 5,
  TP_DAY = 6,
  TP_MOMENT = 7,
};

// Members of a line and of its entries.
enum {
  TP_M_NONE = 0,
  TP_M_ID = 1,
  TP_M_FACTS = 2,
  TP_M_EVENTS = 3,
  TP_M_UNTIL = 4,
  TP_M_OPENED = 5,
  TP_M_EVENT = 6,
  TP_M_AT = 7,
  TP_M_BY = 8,
  TP_M_SET = 9,
  TP_M_WITH = 10,
};

// Operations of nodes.
enum {
  TP_IS_ACTIVE = 0,
  TP_DECISION = 1,
  TP_IS_KNOWN = 2,
  TP_NOT = 3,
  TP_AND = 4,
  TP_OR = 5,
  TP_EQUAL = 6,
  TP_NOT_EQUAL = 7,
  // Null is unclear.
  TP_LESS = 8,
  TP_LESS_OR_EQUAL = 9,
  // Null makes them false, as in a cell.
  TP_TEST_LESS = 10,
  TP_TEST_LESS_OR_EQUAL = 11,
  // `third` is the condition.
  TP_CHOOSE = 12,
  TP_ADD = 13,
  TP_SUBTRACT = 14,
};

enum {
  TP_SET_VALUE = 0,
  TP_SET_FACT = 1,
  TP_DECIDE = 2,
  TP_RAISE = 3,
  TP_RAISE_DONE = 4,
  // Goes on at `other` unless the operand holds.
  TP_UNLESS = 5,
  // Goes on at `other`.
  TP_JUMP = 6,
};

// A stretch of a table.
typedef struct {
  int32_t start, count;
} tp_span;

// What a value is read as, and by what rules.
typedef struct {
  int64_t minimum, maximum;
  // Where the words of its type begin in `words`.
  int32_t words;
  uint8_t kind;
  bool is_optional, is_fixed;
} tp_slot;

typedef struct {
  int32_t operation;
  tp_operand one, other, third;
} tp_node;

// A column of a decision table: for each value or interval a mask of the rows that it satisfies.
typedef struct {
  tp_operand input;
  int32_t masks;
  // Value i is between bounds i - 1 and i.
  int32_t bounds, bound_count;
  // Rows that do not look at it, and those that null satisfies; -1 if there is none.
  int32_t indifferent, null_mask;
  bool is_dense;
} tp_column;

// A decision: a table, or a value.
typedef struct {
  tp_operand value;
  tp_span columns;
  // 64 rows to a word of a mask.
  int32_t width;
  int32_t row_count;
  bool is_table, is_unique, has_otherwise;
} tp_decision;

typedef struct {
  // TP_ALWAYS for none.
  tp_operand condition;
  int32_t source;
  // One past the last state inside its source.
  int32_t source_end;
  uint64_t exits, entries, by_default;
  tp_span actions;
} tp_arc;

typedef struct {
  tp_span entry, exit, initial;
  bool is_final, is_parallel;
  int32_t parent;
  uint64_t children, final_children;
  // The event raised when it is done; -1 if there is none.
  int32_t done_event;
} tp_state;

typedef struct {
  int32_t kind;
  int32_t target;
  tp_operand operand;
  int32_t other;
} tp_action;

// A transition from one configuration with a single innermost state to another one: all actions of
// leaving, passing and entering in one stretch.
typedef struct {
  // TP_ALWAYS for none.
  tp_operand condition;
  // The innermost state that it leads to.
  int32_t leaf;
  uint64_t configuration;
  tp_span actions;
  bool finishes;
} tp_edge;

// Where a move leads, and the one value that it changes.
typedef struct {
  // The target becomes the source and this.
  int64_t amount;
  // Where the moves of the state begin that it leads to, in bytes; -1 where it is no move.
  int32_t row;
  uint16_t target, source;
} tp_arm;

// What an event does in a configuration that goes by cells, where that is one comparison and one
// sum at most: 64 bytes, and no branch in stepping by it.
typedef struct {
  // Holds where the value at `place` is at least `low` and at most `span` above that.
  int64_t low;
  uint64_t span;
  int32_t place;
  // The state that it is in.
  int16_t leaf;
  // Whether the case has ended there.
  bool is_end;
  // If it does not hold, and if it does.
  tp_arm arms[2];
} tp_move;

// What a value may become.
typedef struct {
  int64_t minimum;
  uint64_t span;
} tp_limit;

// Bytes of `text`.
typedef struct {
  uint32_t start, length;
} tp_piece;

// The tables. They belong to who made them, and outlive the player.
typedef struct {
  // Facts, variables, what an event carries, constants: as they are when a case begins.
  const int64_t *values;
  int32_t fact_count, variable_count, payload_width, value_count;
  const tp_node *nodes;
  const tp_decision *decisions;
  int32_t decision_count;
  const tp_column *columns;
  const uint64_t *masks;
  const int64_t *bounds;
  // By read: where its outputs begin, by row.
  const int32_t *reads;
  const int64_t *outputs;

  // By the scanner's word, counted from 1; -1 where it is none.
  const uint8_t *members;
  const int32_t *fact_names, *event_names, *role_names;
  const int64_t *text_names;
  // By type, by word.
  const int32_t *words;
  int32_t word_count;
  // By fact.
  const tp_slot *slots;
  // By event; the names of its fields by event and word.
  const tp_span *field_spans;
  const tp_slot *fields;
  const int32_t *field_names;
  // Of moments that say none, in minutes.
  int32_t offset;

  bool has_chart, ignores_unhandled, has_eventless;
  int32_t state_count, event_count;
  const tp_state *states;
  const tp_arc *arcs;
  const tp_action *actions;
  const tp_operand *arguments;
  // By state and event, then none: transitions to try, in order.
  const tp_span *candidates;
  const int32_t *order;
  // The same for configurations with one innermost state; -1 for those that it does not know.
  const tp_span *cells;
  const tp_edge *edges;
  // By state: whether a configuration with it as its one innermost state goes by cells, and which it
  // is.
  const bool *is_direct;
  const uint64_t *homes;
  // By state and event; NULL where the chart has none. And what values may become, by place.
  const tp_move *moves;
  const tp_limit *limits;
  // By event: the roles that may fire it, a bit each; all bits for anyone.
  const uint64_t *permitted;
  const tp_operand *role_conditions;
  uint64_t opening_entries, opening_defaults, atomic;
  // What a case is given on its way, of each parent one at a time; with any there are no moves.
  uint64_t given;
  // Entering the workflow, where that goes by cells.
  bool has_opening;
  tp_edge opening;

  const uint8_t *text;
  uint32_t text_length;
  tp_piece head, no_id, no_state, behind_states, end;
  // By state: its path as JSON behind `"state":[`; behind a comma; alone, up to the decisions.
  const tp_piece *first_states, *later_states, *only_states;
  // By decision, behind one another: by row, then otherwise: `"name":value`.
  const tp_piece *results;
  int32_t result_count;
  const int32_t *result_starts;
} tp_plan;

// Bytes that are written one after the other; `tp_reserve` makes room.
typedef struct {
  uint8_t *bytes;
  size_t count, capacity;
} tp_output;

// What was counted since the player was made or cleared.
typedef struct {
  uint64_t cases;
  // By place in `results`.
  const uint64_t *results;
  // By state: cases that were given it last, and cases of which it is an innermost one.
  const uint64_t *given, *leaves;
} tp_counts;

// Where a player stopped: the text's end, or the begin of a line that is not for tables; and how
// many lines it left behind.
typedef struct {
  uint32_t place, lines;
} tp_stop;

typedef struct tp_player tp_player;

// NULL if memory is short.
tp_player *tp_player_make(const tp_plan *plan);
void tp_player_free(tp_player *player);

// Plays the lines that begin at `start` and later, up to `end`, behind which JL_PADDING bytes may be
// read. `scanner` knows the plan's words.
tp_stop tp_play(
    tp_player *player, jl_scanner *scanner, const uint8_t *text, uint32_t start, uint32_t end,
    tp_output *output);

tp_counts tp_counts_of(const tp_player *player);
void tp_clear_counts(tp_player *player);

// The number that begins here times a million; TP_UNCLEAR unless it is as RFC 8259, 6 writes it, ends
// where a value may, and has at most 12 digits and 6 decimals.
int64_t tp_number(const uint8_t *text);

// Makes room for so many more bytes, and some; ends the process if memory is short.
void tp_reserve(tp_output *output, size_t wanted);
void tp_append(tp_output *output, const uint8_t *bytes, size_t count);
// Frees the memory of one that is written no more.
void tp_release(tp_output output);

// To measure deciding and stepping alone: facts that are known already.
void tp_know(tp_player *player, const int64_t *facts);
// The facts of the last line that was played.
const int64_t *tp_facts(const tp_player *player);
// The row of a decision: its count of rows for otherwise, -1 if it is unclear, -2 for none.
int32_t tp_row(const tp_player *player, int32_t decision);
// Opens a case with known facts and takes events; how many were taken.
int32_t tp_step(tp_player *player, const int64_t *facts, const int32_t *events, int32_t count);

#endif
