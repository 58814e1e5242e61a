// From a line's marks to its tokens: the grammar.
#include "words.h"

#include <stdlib.h>

bool jl_grow(jl_marks *marks, uint32_t wanted) {
  uint32_t *grown = realloc(marks->marks, 2 * (size_t)wanted * sizeof *grown);
  if (!grown) return false;
  marks->marks = grown;
  marks->mark_capacity = 2 * wanted;
  return true;
}

jl_scanner *jl_scanner_make(
    const uint8_t *text, const uint32_t *lengths, size_t count, bool wide) {
  // A token holds its word in 16 bits.
  if (count > UINT16_MAX - 1) return NULL;
  jl_scanner *scanner = calloc(1, sizeof *scanner);
  if (!scanner) return NULL;
  scanner->mark_line = wide ? jl_wide_mark_line() : NULL;
  if (!scanner->mark_line) scanner->mark_line = jl_mark_line_plain;
  if (jl_words_fill(&scanner->words, text, lengths, count)) return scanner;
  jl_scanner_free(scanner);
  return NULL;
}

void jl_scanner_free(jl_scanner *scanner) {
  if (!scanner) return;
  jl_words_free(&scanner->words);
  free(scanner->marks.marks);
  free(scanner->tokens);
  free(scanner);
}

// RFC 8259, 6. The number's end, or NULL.
static const uint8_t *number_end(const uint8_t *at) {
  if (*at == '-') at += 1;
  if (*at == '0') {
    at += 1;
  } else {
    if ((uint8_t)(*at - '1') > 8) return NULL;
    while ((uint8_t)(*at - '0') < 10) at += 1;
  }
  if (*at == '.') {
    at += 1;
    if ((uint8_t)(*at - '0') > 9) return NULL;
    while ((uint8_t)(*at - '0') < 10) at += 1;
  }
  if (*at == 'e' || *at == 'E') {
    at += 1;
    if (*at == '+' || *at == '-') at += 1;
    if ((uint8_t)(*at - '0') > 9) return NULL;
    while ((uint8_t)(*at - '0') < 10) at += 1;
  }
  return at;
}

// Whether a bare value may end here.
static bool is_end(uint8_t byte) {
  switch (byte) {
  case ',': case ']': case '}': case ' ': case '\t': case '\r': case '\n': return true;
  default: return false;
  }
}

static const uint8_t *word_end(const uint8_t *at, const char *word, size_t length) {
  return memcmp(at, word, length) == 0 ? at + length : NULL;
}

// A value that is neither string nor container; false if it is none.
static bool bare_value(const uint8_t *text, uint32_t start, jl_token *token) {
  const uint8_t *at = text + start;
  const uint8_t *end;
  switch (*at) {
  case 't': token->kind = JL_TRUE; end = word_end(at, "true", 4); break;
  case 'f': token->kind = JL_FALSE; end = word_end(at, "false", 5); break;
  case 'n': token->kind = JL_NULL; end = word_end(at, "null", 4); break;
  default: token->kind = JL_NUMBER; end = number_end(at);
  }
  if (!end || !is_end(*end)) return false;
  token->length = (uint32_t)(end - at);
  return true;
}

static bool has_bad_escape(const uint8_t *string, uint32_t length, bool *has_escape) {
  *has_escape = memchr(string, '\\', length) != NULL;
  if (!*has_escape) return false;
  // What an escape stands for is never longer than the escape.
  uint8_t small[256];
  uint8_t *to = length <= sizeof small ? small : malloc(length);
  if (!to) return true;
  const bool is_bad = jl_unescape(string, length, to) < 0;
  if (to != small) free(to);
  return is_bad;
}

// A string; false if it has a bad escape. `after` is the next mark: between that and the string's
// last quote there are blanks alone.
static inline bool string_value(
    const jl_scanner *scanner, const uint8_t *text, uint32_t start, uint32_t after,
    jl_token *token) {
  uint32_t end = after - 1;
  while (text[end] != '"') end -= 1;
  const uint32_t length = end - start - 1;
  bool has_escape = false;
  if (__builtin_expect(scanner->marks.has_escapes, 0)
      && has_bad_escape(text + start + 1, length, &has_escape)) {
    return false;
  }
  token->kind = JL_STRING;
  token->start = start + 1;
  token->length = length;
  token->escaped = has_escape;
  token->word = has_escape ? 0 : jl_word(&scanner->words, text + start + 1, length);
  return true;
}

// The grammar over the marks, the last of which is the line break; how it ended.
static uint32_t read_tokens(jl_scanner *scanner, const uint8_t *text, uint32_t *count) {
  const uint32_t *mark = scanner->marks.marks;
  const uint32_t *const last = mark + scanner->marks.mark_count;
  jl_token *const tokens = scanner->tokens;
  uint32_t next = 0;
  uint32_t open[JL_DEPTH];
  // One bit for each that is open: whether it is an object.
  uint64_t objects = 0;
  uint32_t depth = 0;
  uint32_t start;
  goto value;

name:
  start = *mark++;
  if (text[start] != '"') return JL_MALFORMED;
  if (!string_value(scanner, text, start, *mark, &tokens[next])) return JL_BAD_ESCAPE;
  next += 1;
  tokens[next - 1].end = next;
  if (text[*mark++] != ':') return JL_MALFORMED;

value:
  start = *mark++;
  switch (text[start]) {
  case '"':
    if (!string_value(scanner, text, start, *mark, &tokens[next])) return JL_BAD_ESCAPE;
    next += 1;
    tokens[next - 1].end = next;
    break;
  case '{':
  case '[':
    if (depth == JL_DEPTH) return JL_TOO_DEEP;
    tokens[next] = (jl_token){.start = start, .kind = text[start] == '{' ? JL_OBJECT : JL_ARRAY};
    open[depth++] = next++;
    objects = objects << 1 | (text[start] == '{');
    if (text[*mark] == (objects & 1 ? '}' : ']')) goto after;
    if (objects & 1) goto name;
    goto value;
  default:
    tokens[next] = (jl_token){.start = start, .end = next + 1};
    if (!bare_value(text, start, &tokens[next])) return JL_MALFORMED;
    next += 1;
  }

after:
  if (depth == 0) {
    *count = next;
    return mark == last ? JL_FINE : JL_MALFORMED;
  }
  start = *mark++;
  if (text[start] == ',') {
    if (objects & 1) goto name;
    goto value;
  }
  if (text[start] != (objects & 1 ? '}' : ']')) return JL_MALFORMED;
  depth -= 1;
  objects >>= 1;
  tokens[open[depth]].end = next;
  tokens[open[depth]].length = start + 1 - tokens[open[depth]].start;
  goto after;
}

static bool reserve_tokens(jl_scanner *scanner) {
  const uint32_t wanted = scanner->marks.mark_count + 1;
  if (wanted <= scanner->token_capacity) return true;
  jl_token *grown = realloc(scanner->tokens, 2 * (size_t)wanted * sizeof *grown);
  if (!grown) return false;
  scanner->tokens = grown;
  scanner->token_capacity = 2 * wanted;
  return true;
}

jl_line jl_scan(jl_scanner *scanner, const uint8_t *text, uint32_t start) {
  jl_marks *marks = &scanner->marks;
  jl_line line = {.start = start, .status = JL_TOO_DEEP};
  if (!scanner->mark_line(marks, text, start) || !reserve_tokens(scanner)) abort();
  line.end = marks->end;
  line.status = marks->status;
  if (line.status == JL_FINE) {
    line.status = marks->mark_count == 0
                      ? JL_BLANK
                      : read_tokens(scanner, text, &line.count);
  }
  line.tokens = scanner->tokens;
  return line;
}
