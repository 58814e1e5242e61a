// From the marks of a line to numbers and steps: the grammar of a case, as far as it is plain.
//
// Every function takes the mark of a value and gives the mark after it, or NULL where the line is for
// somebody who knows everything. The last mark of a line is its line break, which is no value and
// ends no list: no function reads past it.
#include "player.h"
#include "words.h"

static char at(const tp_player *player, const uint32_t *mark) {
  return (char)player->text[*mark];
}

// What stands between a string's quotes; between the last one and the next mark are blanks alone.
static inline tp_piece string_at(const tp_player *player, const uint32_t *mark) {
  uint32_t end = mark[1] - 1;
  while (player->text[end] != '"') end -= 1;
  return (tp_piece){mark[0] + 1, end - mark[0] - 1};
}

// The scanner's word that a string is, counted from 1; 0 for none.
static inline int32_t word_at(const tp_player *player, const uint32_t *mark) {
  const tp_piece string = string_at(player, mark);
  return jl_word(player->words, player->text + string.start, string.length);
}

// The word of a member's name, or 0; `mark` is then that of its value.
static inline int32_t name_at(const tp_player *player, const uint32_t **mark) {
  if (at(player, *mark) != '"' || at(player, *mark + 1) != ':') return 0;
  const int32_t word = word_at(player, *mark);
  *mark += 2;
  return word;
}

// Whether a list or object goes on at this mark; `mark` is then that of what comes next, else the one
// after the end. NULL where it does neither.
static inline bool goes_on(const tp_player *player, const uint32_t **mark, char end) {
  const char byte = at(player, *mark);
  if (byte == ',') {
    *mark += 1;
    return true;
  }
  *mark = byte == end ? *mark + 1 : NULL;
  return false;
}

static inline bool is_end(uint8_t byte) {
  return byte == ',' || byte == '}' || byte == ']' || byte == ' ' || byte == '\n' || byte == '\r'
         || byte == '\t';
}

static inline bool is_word(const tp_player *player, uint32_t start, const char *word, int length) {
  const uint8_t *text = player->text + start;
  for (int place = 0; place < length; place++) {
    if (text[place] != (uint8_t)word[place]) return false;
  }
  return is_end(text[length]);
}

int64_t tp_number(const uint8_t *text) {
  static const int64_t powers[] = {1000000, 100000, 10000, 1000, 100, 10, 1};
  const bool is_negative = *text == '-';
  text += is_negative;
  const uint8_t *const begin = text;
  int64_t digits = 0;
  while ((uint8_t)(*text - '0') < 10) {
    digits = digits * 10 + (*text++ - '0');
    if (text - begin > 12) return TP_UNCLEAR;
  }
  if (text == begin || (*begin == '0' && text - begin > 1)) return TP_UNCLEAR;
  int decimals = 0;
  if (*text == '.') {
    text += 1;
    while ((uint8_t)(*text - '0') < 10) {
      if (decimals == 6) return TP_UNCLEAR;
      digits = digits * 10 + (*text++ - '0');
      decimals += 1;
    }
    if (decimals == 0) return TP_UNCLEAR;
  }
  if (!is_end(*text)) return TP_UNCLEAR;
  const int64_t value = digits * powers[decimals];
  return is_negative ? -value : value;
}

static int64_t text_value(const tp_player *player, tp_piece text, int32_t word) {
  if (word && player->plan.text_names[word] >= 0) return player->plan.text_names[word];
  return jl_is_plain(player->text + text.start, text.length) ? TP_OTHER_TEXT : TP_UNCLEAR;
}

static int64_t string_value(const tp_player *player, const uint32_t *mark, const tp_slot *slot) {
  const tp_piece string = string_at(player, mark);
  const uint8_t *bytes = player->text + string.start;
  int64_t value;
  switch (slot->kind) {
  case TP_WORD: {
    const int32_t word = jl_word(player->words, bytes, string.length);
    if (word == 0) return TP_UNCLEAR;
    value = player->plan.words[slot->words + word];
    return value >= 0 ? value : TP_UNCLEAR;
  }
  case TP_TEXT:
    return text_value(player, string, jl_word(player->words, bytes, string.length));
  case TP_DAY: return jl_day(bytes, string.length, &value) ? value : TP_UNCLEAR;
  case TP_MOMENT:
    // A day is no moment, where one is stated of a fact.
    return string.length > 10 && jl_moment(bytes, string.length, player->plan.offset, &value)
               ? value
               : TP_UNCLEAR;
  default: return TP_UNCLEAR;
  }
}

// A value by its declared type; unclear if it is anything but plain.
static inline int64_t value_at(const tp_player *player, const uint32_t *mark, const tp_slot *slot) {
  int64_t value;
  switch (at(player, mark)) {
  case '"': return string_value(player, mark, slot);
  case 't':
    return slot->kind == TP_BOOLEAN && is_word(player, *mark, "true", 4) ? 1 : TP_UNCLEAR;
  case 'f':
    return slot->kind == TP_BOOLEAN && is_word(player, *mark, "false", 5) ? 0 : TP_UNCLEAR;
  case 'n':
    return slot->is_optional && is_word(player, *mark, "null", 4) ? TP_NULL : TP_UNCLEAR;
  default:
    if (slot->kind != TP_NUMBER && slot->kind != TP_INTEGER) return TP_UNCLEAR;
    value = tp_number(player->text + *mark);
    return slot->kind == TP_INTEGER && value % 1000000 != 0 ? TP_UNCLEAR : value;
  }
}

// States a fact as an entry does; false where it may not be stated so.
static inline bool state_fact(tp_player *player, int32_t fact, int64_t value) {
  const tp_slot *slot = &player->plan.slots[fact];
  int64_t *known = &player->values[fact];
  if (slot->is_fixed && *known != TP_UNKNOWN && *known != value) return false;
  if (!tp_fits(value, slot)) return false;
  *known = value;
  return true;
}

// States the facts of an object.
static const uint32_t *state_facts(tp_player *player, const uint32_t *mark) {
  if (at(player, mark) != '{') return NULL;
  mark += 1;
  if (at(player, mark) == '}') return mark + 1;
  player->stamp += 1;
  do {
    const int32_t word = name_at(player, &mark);
    if (word == 0) return NULL;
    const int32_t fact = player->plan.fact_names[word];
    if (fact < 0 || player->stamps[fact] == player->stamp) return NULL;
    player->stamps[fact] = player->stamp;
    const int64_t value = value_at(player, mark, &player->plan.slots[fact]);
    if (value == TP_UNCLEAR || !state_fact(player, fact, value)) return NULL;
    mark += 1;
  } while (goes_on(player, &mark, '}'));
  return mark;
}

// Time passes to a moment that must not be in the past.
static const uint32_t *pass(tp_player *player, const uint32_t *mark) {
  if (at(player, mark) != '"') return NULL;
  const tp_piece string = string_at(player, mark);
  int64_t moment;
  if (!jl_moment(player->text + string.start, string.length, player->plan.offset, &moment)
      || moment < player->latest) {
    return NULL;
  }
  player->latest = moment;
  return mark + 1;
}

// What a list of names says that a string is; -1 for none.
static int32_t named(const tp_player *player, const uint32_t *mark, const int32_t *names) {
  if (at(player, mark) != '"') return -1;
  const int32_t word = word_at(player, mark);
  return word ? names[word] : -1;
}

// The mark after an object that is read later, if it is one as far as its brackets go.
static const uint32_t *after_object(const tp_player *player, const uint32_t *mark) {
  if (at(player, mark) != '{') return NULL;
  int depth = 0;
  while (true) {
    switch (at(player, mark++)) {
    case '{':
    case '[': depth += 1; break;
    case '}':
    case ']':
      depth -= 1;
      if (depth == 0) return mark;
      break;
    case '\n': return NULL;
    }
  }
}

// Reads what comes with an event; `mark` is NULL where nothing does.
static bool load(tp_player *player, const uint32_t *mark, int32_t event) {
  if (event < 0) return mark == NULL;
  if (!player->plan.has_chart) return false;
  const tp_span fields = player->plan.field_spans[event];
  if (fields.count == 0 && !mark) return true;
  const tp_slot *slots = player->plan.fields + fields.start;
  int64_t *payload = tp_payload(player);
  player->is_loaded = fields.count > 0;
  if (mark && at(player, mark + 1) != '}') {
    mark += 1;
    do {
      const int32_t word = name_at(player, &mark);
      if (word == 0) return false;
      const int32_t field = player->plan.field_names[event * player->plan.word_count + word];
      if (field < 0 || payload[field] != TP_UNKNOWN) return false;
      const int64_t value = value_at(player, mark, &slots[field]);
      if (value == TP_UNCLEAR || !tp_fits(value, &slots[field])) return false;
      payload[field] = value;
      mark += 1;
    } while (goes_on(player, &mark, '}'));
    if (!mark) return false;
  }
  for (int32_t field = 0; field < fields.count; field++) {
    if (payload[field] != TP_UNKNOWN) continue;
    // One that is left out is null, where it may be.
    if (!slots[field].is_optional) return false;
    payload[field] = TP_NULL;
  }
  return true;
}

static const uint32_t *play_entry(tp_player *player, const uint32_t *mark) {
  if (at(player, mark) != '{') return NULL;
  mark += 1;
  int32_t event = -1, role = -1;
  const uint32_t *with = NULL, *set = NULL;
  uint32_t seen = 0;
  do {
    const uint8_t member = player->plan.members[name_at(player, &mark)];
    if (seen >> member & 1) return NULL;
    seen |= 1U << member;
    switch (member) {
    case TP_M_EVENT:
      event = named(player, mark, player->plan.event_names);
      if (event < 0) return NULL;
      mark += 1;
      break;
    case TP_M_BY:
      role = named(player, mark, player->plan.role_names);
      if (role < 0) return NULL;
      mark += 1;
      break;
    case TP_M_AT: mark = pass(player, mark); break;
    case TP_M_SET:
      set = mark;
      mark = after_object(player, mark);
      break;
    case TP_M_WITH:
      with = mark;
      mark = after_object(player, mark);
      break;
    default: return NULL;
    }
    if (!mark) return NULL;
  } while (goes_on(player, &mark, '}'));
  if (!mark) return NULL;
  if (player->is_finished) return event < 0 && !set && !with ? mark : NULL;
  if (set && !state_facts(player, set)) return NULL;
  return load(player, with, event) && tp_take(player, event, role) ? mark : NULL;
}

static const uint32_t *play_entries(tp_player *player, const uint32_t *mark) {
  if (at(player, mark) != '[') return NULL;
  mark += 1;
  if (at(player, mark) == ']') return mark + 1;
  do {
    mark = play_entry(player, mark);
    if (!mark) return NULL;
  } while (goes_on(player, &mark, ']'));
  return mark;
}

// An id that is written as it was read: plain text, a whole number, or null.
static const uint32_t *read_id(tp_player *player, const uint32_t *mark) {
  const uint32_t start = *mark;
  const uint8_t *text = player->text;
  if (text[start] == '"') {
    const tp_piece string = string_at(player, mark);
    if (!jl_is_plain(text + string.start, string.length)) return NULL;
    player->id = (tp_piece){start, string.length + 2};
    return mark + 1;
  }
  uint32_t end = start;
  if (is_word(player, start, "null", 4)) {
    end += 4;
  } else {
    while ((uint8_t)(text[end] - '0') < 10) end += 1;
    const bool has_leading_zero = text[start] == '0' && end - start > 1;
    if (end == start || has_leading_zero || !is_end(text[end])) return NULL;
  }
  player->id = (tp_piece){start, end - start};
  return mark + 1;
}

bool tp_read_line(tp_player *player, const uint32_t *mark, const uint32_t *last) {
  if (at(player, mark) != '{') return false;
  mark += 1;
  uint32_t seen = 0;
  if (at(player, mark) == '}') {
    mark += 1;
  } else {
    do {
      const uint8_t member = player->plan.members[name_at(player, &mark)];
      if (seen >> member & 1) return false;
      const bool is_open = seen >> TP_M_EVENTS & 1;
      seen |= 1U << member;
      switch (member) {
      case TP_M_ID: mark = read_id(player, mark); break;
      case TP_M_FACTS: mark = is_open ? NULL : state_facts(player, mark); break;
      case TP_M_OPENED: mark = is_open ? NULL : pass(player, mark); break;
      case TP_M_EVENTS:
        // When it was opened is no later than the first entry; that is all it is asked for here.
        mark = tp_open(player) ? play_entries(player, mark) : NULL;
        break;
      case TP_M_UNTIL: mark = is_open ? pass(player, mark) : NULL; break;
      default: return false;
      }
      if (!mark) return false;
    } while (goes_on(player, &mark, '}'));
  }
  if (mark != last) return false;
  return seen >> TP_M_EVENTS & 1 || tp_open(player);
}
