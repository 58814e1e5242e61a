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

// The first and the last eight bytes tell words apart. JL_PADDING readable bytes follow.
static inline uint32_t jl_word_hash(
    const jl_words *words, const uint8_t *text, uint32_t length) {
  uint64_t first = jl_eight(text);
  uint64_t last = length;
  if (length < 8) {
    first &= (UINT64_C(1) << (8 * length)) - 1;
  } else {
    last += jl_eight(text + length - 8);
  }
  const uint64_t hash =
      (first ^ (last * UINT64_C(0x9E3779B97F4A7C15))) * UINT64_C(0xD6E8FEB86659FD93);
  return (uint32_t)((hash ^ hash >> 29) * UINT64_C(0x9E3779B97F4A7C15) >> words->shift);
}

static inline bool jl_is_same(const uint8_t *one, const uint8_t *other, uint32_t length) {
  while (length >= 8) {
    if (jl_eight(one) != jl_eight(other)) return false;
    one += 8;
    other += 8;
    length -= 8;
  }
  const uint64_t rest = (UINT64_C(1) << (8 * length)) - 1;
  return ((jl_eight(one) ^ jl_eight(other)) & rest) == 0;
}

// Its word, or 0.
static inline uint16_t jl_word(const jl_words *words, const uint8_t *text, uint32_t length) {
  if (length > words->longest) return 0;
  uint32_t place = jl_word_hash(words, text, length);
  while (words->slots[place].word) {
    const jl_slot *slot = &words->slots[place];
    if (slot->length == length && jl_is_same(slot->text, text, length)) {
      return (uint16_t)slot->word;
    }
    place = (place + 1) & words->mask;
  }
  return 0;
}

#endif
