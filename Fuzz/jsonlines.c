// Any bytes are scanned as lines of JSON, with wide instructions and without: both find the same, and
// every token lies in its line and behind the one before it.
#include <stdlib.h>
#include <string.h>

#include "jsonlines.h"

static void hold(bool law) {
  if (!law) abort();
}

// Each string with escapes stands for no more bytes than it has, all of them UTF-8.
static void expect_sound(const jl_line *line, const uint8_t *text) {
  for (uint32_t index = 0; index < line->count; index++) {
    const jl_token *token = &line->tokens[index];
    hold(token->end > index && token->end <= line->count);
    hold(token->start >= line->start && token->start + token->length <= line->end);
    if (token->kind != JL_STRING) continue;
    uint8_t *meaning = malloc(token->length + 1);
    const int64_t count = jl_unescape(text + token->start, token->length, meaning);
    hold(count >= 0 && count <= token->length && jl_is_utf8(meaning, (size_t)count));
    hold(token->escaped || count == token->length);
    free(meaning);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  static const uint8_t words[] = "idfactseventsevent金额";
  static const uint32_t lengths[] = {2, 5, 6, 5, 6};
  // Exactly as much as may be read: the address checker sees a byte more.
  uint8_t *text = malloc(count + 1 + JL_PADDING);
  if (count) memcpy(text, bytes, count);
  text[count] = '\n';
  memset(text + count + 1, '"', JL_PADDING);
  jl_scanner *wide = jl_scanner_make(words, lengths, 5, true);
  jl_scanner *plain = jl_scanner_make(words, lengths, 5, false);
  size_t lines = 0;
  for (uint32_t start = 0; start <= count; lines++) {
    const jl_line one = jl_scan(wide, text, start);
    const jl_line other = jl_scan(plain, text, start);
    hold(one.status == other.status && one.end == other.end && one.count == other.count);
    if (one.status == JL_FINE) {
      hold(memcmp(one.tokens, other.tokens, one.count * sizeof *one.tokens) == 0);
      expect_sound(&one, text);
    }
    uint32_t id = 0, length = 0;
    if (jl_first_id(text + start, one.end - start, &id, &length)) {
      hold(id + length <= one.end - start);
    }
    start = one.end + 1;
  }
  hold(lines == jl_count_lines(text, count + 1));
  jl_scanner_free(wide);
  jl_scanner_free(plain);
  free(text);
  return 0;
}
