// Which known word a text is.
#ifndef FENGQIAO_JSONLINES_WORDS_H
#define FENGQIAO_JSONLINES_WORDS_H

#include "internal.h"

#include <string.h>

static inline uint64_t jl_eight(const uint8_t *text) {
  uint64_t bytes;
  memcpy(&bytes, text, 8);
  return bytes;
}

// The first and the last eight bytes tell words apart; of up to 16 bytes they are all there is.
// JL_PADDING readable bytes follow.
typedef struct {
  uint64_t first, last;
} jl_ends;

static inline jl_ends jl_ends_of(const uint8_t *text, uint32_t length) {
  // Shorter texts: what follows is shifted out.
  if (length < 8) return (jl_ends){length ? jl_eight(text) << (64 - 8 * length) : 0, 0};
  return (jl_ends){jl_eight(text), jl_eight(text + length - 8)};
}

static inline uint32_t jl_word_hash(const jl_words *words, jl_ends ends, uint32_t length) {
  const uint64_t mixed = ends.first ^ (ends.last << 23 | ends.last >> 41) ^ length;
  return (uint32_t)((mixed * UINT64_C(0x9E3779B97F4A7C15)) >> words->shift);
}

// Its word, or 0.
static inline uint16_t jl_word(const jl_words *words, const uint8_t *text, uint32_t length) {
  if (length > words->longest) return 0;
  const jl_ends ends = jl_ends_of(text, length);
  uint32_t place = jl_word_hash(words, ends, length);
  while (words->slots[place].word) {
    const jl_slot *slot = &words->slots[place];
    if (slot->first == ends.first && slot->last == ends.last && slot->length == length
        && (length <= 16 || memcmp(slot->text, text, length) == 0)) {
      return (uint16_t)slot->word;
    }
    place = (place + 1) & words->mask;
  }
  return 0;
}

#endif
