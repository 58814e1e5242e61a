// From the masks of 64 bytes to the marks of a line: what plain and wide scanning have in common.
#ifndef FENGQIAO_JSONLINES_BLOCK_H
#define FENGQIAO_JSONLINES_BLOCK_H

#include "internal.h"

// One bit for each of 64 bytes.
typedef struct {
  uint64_t quotes, backslashes, marks, blanks, controls, breaks;
} jl_masks;

// What one block leaves to the next.
typedef struct {
  // All ones inside a string.
  uint64_t string;
  // Whether the next byte is escaped, and whether the last one was part of a bare value.
  uint64_t escape, bare;
} jl_carry;

static inline uint64_t jl_prefix_xor(uint64_t bits) {
  for (int step = 1; step < 64; step *= 2) bits ^= bits << step;
  return bits;
}

// The bytes that a backslash stands before that is not itself escaped.
static inline uint64_t jl_escaped(uint64_t backslashes, uint64_t *carry) {
  uint64_t escaped = *carry;
  *carry = 0;
  while (backslashes) {
    const uint64_t one = backslashes & -backslashes;
    backslashes ^= one;
    if (escaped & one) continue;
    if (one >> 63) *carry = 1;
    escaped |= one << 1;
  }
  return escaped;
}

// Takes one block; true if the line ends in it.
static inline bool jl_take_block(
    jl_marks *out, jl_carry *carry, jl_masks masks, uint32_t base) {
  const bool is_last = masks.breaks != 0;
  // A line break ends the line wherever it stands: what follows is another line's.
  const uint64_t within =
      is_last ? (masks.breaks & -masks.breaks) - 1 : ~UINT64_C(0);
  uint64_t quotes = masks.quotes & within;
  const uint64_t backslashes = masks.backslashes & within;
  if (backslashes | carry->escape) {
    out->has_escapes = true;
    quotes &= ~jl_escaped(backslashes, &carry->escape);
  }
  const uint64_t string = jl_prefix_xor(quotes) ^ carry->string;
  carry->string = (uint64_t)((int64_t)string >> 63);
  if (masks.controls & string & within) out->status = JL_CONTROL;
  const uint64_t bare =
      ~(masks.marks | masks.blanks | quotes | string) & within;
  const uint64_t begins = bare & ~(bare << 1 | carry->bare);
  carry->bare = bare >> 63;
  uint64_t found = ((masks.marks & ~string) | begins | quotes) & within;
  uint32_t *marks = out->marks + out->mark_count;
  out->mark_count += (uint32_t)__builtin_popcountll(found);
  // Eight at a time without asking: what is written too much is overwritten.
  while (found) {
    for (int each = 0; each < 8; each++) {
      marks[each] = base + (uint32_t)__builtin_ctzll(found | UINT64_C(1) << 63);
      found &= found - 1;
    }
    marks += 8;
  }
  if (!is_last) return false;
  out->end = base + (uint32_t)__builtin_ctzll(masks.breaks);
  // A string that is still open ends with the line; the break in it is no control character.
  if ((string & masks.breaks & -masks.breaks) && out->status == JL_FINE) {
    out->status = JL_UNCLOSED;
  }
  return true;
}

#endif
