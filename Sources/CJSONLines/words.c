// The words that a scanner knows, in a table by their hash.
#include "words.h"

#include <stdlib.h>
#include <string.h>

bool jl_words_fill(
    jl_words *words, const uint8_t *text, const uint32_t *lengths, size_t count) {
  size_t total = 0;
  words->longest = 0;
  for (size_t word = 0; word < count; word++) {
    total += lengths[word];
    if (lengths[word] > words->longest) words->longest = lengths[word];
  }
  uint32_t bits = 4;
  while ((UINT64_C(1) << bits) < 4 * count) bits += 1;
  words->shift = 64 - bits;
  words->mask = (UINT32_C(1) << bits) - 1;
  words->slots = calloc((size_t)words->mask + 1, sizeof(jl_slot));
  words->text = calloc(total + JL_PADDING, 1);
  if (!words->slots || !words->text) return false;
  if (total) memcpy(words->text, text, total);
  const uint8_t *next = words->text;
  for (size_t word = 0; word < count; word++) {
    const jl_ends ends = jl_ends_of(next, lengths[word]);
    const jl_slot slot = {ends.first, ends.last, next, lengths[word], (uint32_t)word + 1};
    uint32_t place = jl_word_hash(words, ends, lengths[word]);
    next += lengths[word];
    while (words->slots[place].word) place = (place + 1) & words->mask;
    words->slots[place] = slot;
  }
  return true;
}

void jl_words_free(jl_words *words) {
  free(words->slots);
  free(words->text);
}
