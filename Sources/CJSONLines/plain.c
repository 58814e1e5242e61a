// Marks of a line, byte by byte: for machines without wide instructions, and to test those against.
#include "block.h"

static jl_masks masks_of(const uint8_t *block) {
  jl_masks masks = {0};
  for (int place = 0; place < 64; place++) {
    const uint64_t bit = UINT64_C(1) << place;
    switch (block[place]) {
    case '"': masks.quotes |= bit; break;
    case '\\': masks.backslashes |= bit; break;
    case '{': case '}': case '[': case ']': case ',': case ':': masks.marks |= bit; break;
    case '\n': masks.breaks |= bit; break;
    case ' ': masks.blanks |= bit; break;
    case '\t': case '\r': masks.blanks |= bit; masks.controls |= bit; break;
    default: if (block[place] < 0x20) masks.controls |= bit;
    }
  }
  return masks;
}

bool jl_mark_line_plain(jl_marks *marks, const uint8_t *text, uint32_t start) {
  jl_carry carry = jl_begin(marks);
  for (uint32_t base = start;; base += 64) {
    if (!jl_make_room(marks, &carry)) return false;
    const jl_masks masks = masks_of(text + base);
    if (!jl_take_block(&carry, masks, base)) continue;
    jl_finish(marks, &carry, base, masks.breaks);
    break;
  }
  if (!jl_is_utf8(text + start, marks->end - start)) marks->status = JL_NOT_UTF8;
  return true;
}
