// Expressions and decision tables in numbers.
#include "player.h"

// A condition that is unknown or null is for the engine.
static int64_t clear(int64_t value) { return tp_is_plain(value) ? value : TP_UNCLEAR; }

static bool is_known(int64_t value) { return tp_is_plain(value) || value == TP_NULL; }

static int64_t sum(int64_t one, int64_t other, bool is_difference) {
  int64_t result;
  const bool overflows = is_difference ? __builtin_sub_overflow(one, other, &result)
                                       : __builtin_add_overflow(one, other, &result);
  // Far from where special values are, and from numbers of more than 34 digits.
  const int64_t limit = INT64_C(1) << 60;
  return overflows || result > limit || result < -limit ? TP_UNCLEAR : result;
}

static int64_t combine(const tp_player *player, const tp_node *node) {
  const int64_t one = tp_value(player, node->one);
  const int64_t other = tp_value(player, node->other);
  switch (node->operation) {
  case TP_EQUAL:
  case TP_NOT_EQUAL:
    if (!is_known(one) || !is_known(other)) return TP_UNCLEAR;
    return (one == other) == (node->operation == TP_EQUAL);
  case TP_TEST_LESS:
  case TP_TEST_LESS_OR_EQUAL:
    if (one == TP_NULL || other == TP_NULL) {
      return is_known(one) && is_known(other) ? 0 : TP_UNCLEAR;
    }
    break;
  default: break;
  }
  if (!tp_is_plain(one) || !tp_is_plain(other)) return TP_UNCLEAR;
  return node->operation == TP_TEST_LESS ? one < other : one <= other;
}

int64_t tp_evaluate(const tp_player *player, const tp_node *node) {
  int64_t value;
  switch (node->operation) {
  // What conditions and counters are made of comes first, in few steps.
  case TP_LESS:
  case TP_LESS_OR_EQUAL: {
    value = tp_value(player, node->one);
    const int64_t other = tp_value(player, node->other);
    if (!tp_is_plain(value) || !tp_is_plain(other)) return TP_UNCLEAR;
    return node->operation == TP_LESS ? value < other : value <= other;
  }
  case TP_ADD:
  case TP_SUBTRACT: {
    value = tp_value(player, node->one);
    const int64_t other = tp_value(player, node->other);
    if (!tp_is_plain(value) || !tp_is_plain(other)) return TP_UNCLEAR;
    return sum(value, other, node->operation == TP_SUBTRACT);
  }
  case TP_IS_ACTIVE: return (int64_t)(player->configuration >> node->one & 1);
  case TP_DECISION: {
    const int32_t row = tp_standing_row(player, node->one);
    return row >= 0 ? player->plan.outputs[player->plan.reads[node->other] + row] : TP_UNCLEAR;
  }
  case TP_IS_KNOWN: return player->values[node->one] != TP_UNKNOWN;
  case TP_NOT:
    value = tp_value(player, node->one);
    return tp_is_plain(value) ? 1 - value : TP_UNCLEAR;
  case TP_AND:
  case TP_OR:
    value = tp_value(player, node->one);
    if (value == (node->operation == TP_OR)) return value;
    return tp_is_plain(value) ? clear(tp_value(player, node->other)) : TP_UNCLEAR;
  case TP_CHOOSE:
    value = tp_value(player, node->third);
    if (!tp_is_plain(value)) return TP_UNCLEAR;
    return tp_value(player, value == 1 ? node->one : node->other);
  default: return combine(player, node);
  }
}

// Where the mask of a value begins; -1 if it has none.
static inline int32_t mask_of(const tp_player *player, int64_t value, const tp_column *column,
                              int32_t width) {
  if (!tp_is_plain(value)) return value == TP_NULL ? column->null_mask : -1;
  if (column->is_dense) return column->masks + (int32_t)value * width;
  const int64_t *bound = player->plan.bounds + column->bounds;
  int32_t place = 0;
  for (int32_t each = 0; each < column->bound_count; each++) {
    place += (bound[each] < value) + (bound[each] <= value);
  }
  return column->masks + place * width;
}

// The row that wins whatever is unknown, if there is one: `sure` are the rows that match, `possible`
// those that may.
static inline int32_t settle(uint64_t sure, uint64_t possible, const tp_decision *table) {
  if (possible == 0) return table->has_otherwise ? table->row_count : TP_NO_ROW;
  const int32_t first = __builtin_ctzll(possible);
  if (table->is_unique) {
    return sure == possible && (sure & (sure - 1)) == 0 ? first : TP_UNCLEAR_ROW;
  }
  return sure >> first & 1 ? first : TP_UNCLEAR_ROW;
}

// Of a table of up to 64 rows.
static int32_t matching_row(const tp_player *player, const tp_decision *table) {
  uint64_t sure = table->row_count >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << table->row_count) - 1;
  uint64_t possible = sure;
  const tp_column *column = player->plan.columns + table->columns.start;
  for (int32_t each = 0; each < table->columns.count; each++, column++) {
    const int64_t value = tp_value(player, column->input);
    if (value == TP_UNKNOWN) {
      sure &= player->plan.masks[column->indifferent];
      continue;
    }
    const int32_t place = mask_of(player, value, column, 1);
    if (place < 0) return TP_UNCLEAR_ROW;
    sure &= player->plan.masks[place];
    possible &= player->plan.masks[place];
  }
  return settle(sure, possible, table);
}

// Of a table with more rows, 64 at a time.
static int32_t matching_row_of_many(const tp_player *player, const tp_decision *table) {
  int32_t found = TP_NO_ROW;
  for (int32_t word = 0; word < table->width; word++) {
    uint64_t sure = ~UINT64_C(0), possible = ~UINT64_C(0);
    const tp_column *column = player->plan.columns + table->columns.start;
    for (int32_t each = 0; each < table->columns.count; each++, column++) {
      const int64_t value = tp_value(player, column->input);
      if (value == TP_UNKNOWN) {
        sure &= player->plan.masks[column->indifferent + word];
        continue;
      }
      const int32_t place = mask_of(player, value, column, table->width);
      if (place < 0) return TP_UNCLEAR_ROW;
      sure &= player->plan.masks[place + word];
      possible &= player->plan.masks[place + word];
    }
    // Rows beyond the last have no bit, unless no column looks.
    const int32_t rest = table->row_count - word * 64;
    if (rest < 64) {
      sure &= (UINT64_C(1) << rest) - 1;
      possible &= (UINT64_C(1) << rest) - 1;
    }
    if (possible == 0) continue;
    const int32_t row = settle(sure, possible, table);
    if (row < 0 || found >= 0) return TP_UNCLEAR_ROW;
    found = word * 64 + row;
    if (!table->is_unique) return found;
  }
  return found == TP_NO_ROW && table->has_otherwise ? table->row_count : found;
}

int32_t tp_derived_row(const tp_player *player, int32_t decision) {
  const tp_decision *table = &player->plan.decisions[decision];
  if (!table->is_table) {
    const int64_t value = tp_value(player, table->value);
    return tp_is_plain(value) ? (int32_t)value : TP_UNCLEAR_ROW;
  }
  return table->width == 1 ? matching_row(player, table) : matching_row_of_many(player, table);
}
