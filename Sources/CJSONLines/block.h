// From the masks of 64 bytes to the marks of a line: what plain and wide scanning have in common.
#ifndef FENGQIAO_JSONLINES_BLOCK_H
#define FENGQIAO_JSONLINES_BLOCK_H

#include "internal.h"

// One bit for each of 64 bytes.
typedef struct {
  uint64_t quotes, backslashes, marks, blanks, controls, breaks;
} jl_masks;

// What one block leaves to the next. It lives in registers: nothing that is written may seem to be
// a part of it.
typedef struct {
  // All ones inside a string.
  uint64_t string;
  // Whether the next byte is escaped, and whether the last one was part of a bare value.
  uint64_t escape, bare;
  // Control characters inside strings, and backslashes.
  uint64_t controls, backslashes;
  // Where the next mark is written, and the end of the room for them.
  uint32_t *next;
  uint32_t *limit;
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

static inline jl_carry jl_begin(const jl_marks *marks) {
  return (jl_carry){.next = marks->marks, .limit = marks->marks + marks->mark_capacity};
}

// Whether there is room for the marks of one more block; false only if memory is short.
static inline bool jl_make_room(jl_marks *marks, jl_carry *carry) {
  // 64 marks, and what is written too much.
  if (__builtin_expect(carry->limit - carry->next >= 80, 1)) return true;
  const uint32_t count = marks->marks ? (uint32_t)(carry->next - marks->marks) : 0;
  if (!jl_grow(marks, count + 80)) return false;
  carry->next = marks->marks + count;
  carry->limit = marks->marks + marks->mark_capacity;
  return true;
}

// Takes one block; true if the line ends in it.
__attribute__((always_inline)) static inline bool jl_take_block(
    jl_carry *carry, jl_masks masks, uint32_t base) {
  // A line break ends the line wherever it stands: what follows is another line's.
  const uint64_t end = masks.breaks & -masks.breaks;
  const uint64_t within = end ? end - 1 : ~UINT64_C(0);
  uint64_t quotes = masks.quotes & within;
  const uint64_t backslashes = masks.backslashes & within;
  if (__builtin_expect((backslashes | carry->escape) != 0, 0)) {
    carry->backslashes |= 1;
    quotes &= ~jl_escaped(backslashes, &carry->escape);
  }
  const uint64_t string = jl_prefix_xor(quotes) ^ carry->string;
  carry->string = end ? string & end : (uint64_t)((int64_t)string >> 63);
  carry->controls |= masks.controls & string & within;
  const uint64_t bare = ~(masks.marks | masks.blanks | quotes | string) & within;
  const uint64_t begins = bare & ~(bare << 1 | carry->bare);
  carry->bare = bare >> 63;
  // Of a string only its first quote: the other one is the last thing before the next mark.
  uint64_t found = ((masks.marks & ~string) | begins | (quotes & string)) & within;
  uint32_t *marks = carry->next;
  carry->next += __builtin_popcountll(found);
  // Eight at a time without asking: what is written too much is overwritten.
  while (found) {
    for (int each = 0; each < 8; each++) {
      marks[each] = base + (uint32_t)__builtin_ctzll(found | UINT64_C(1) << 63);
      found &= found - 1;
    }
    marks += 8;
  }
  return end != 0;
}

// Says how the line's marks were found, once its last block is taken.
static inline void jl_finish(
    jl_marks *marks, const jl_carry *carry, uint32_t base, uint64_t breaks) {
  marks->mark_count = (uint32_t)(carry->next - marks->marks);
  marks->end = base + (uint32_t)__builtin_ctzll(breaks);
  // The line break itself ends the reading of marks: it is no value, and nothing follows a value.
  *carry->next = marks->end;
  marks->has_escapes = carry->backslashes != 0;
  marks->status = carry->controls ? JL_CONTROL : carry->string ? JL_UNCLOSED : JL_FINE;
}

#endif
