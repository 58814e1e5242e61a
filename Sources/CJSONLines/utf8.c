// UTF-8 (RFC 3629), one character after the other.
#include "jsonlines.h"

static bool follows(const uint8_t *text, size_t count, uint8_t low, uint8_t high) {
  if (text[0] < low || text[0] > high) return false;
  for (size_t place = 1; place < count; place++) {
    if ((text[place] & 0xC0) != 0x80) return false;
  }
  return true;
}

bool jl_is_utf8(const uint8_t *text, size_t length) {
  for (size_t place = 0; place < length;) {
    const uint8_t first = text[place];
    if (first < 0x80) {
      place += 1;
      continue;
    }
    const size_t count = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    if (first < 0xC2 || first > 0xF4 || length - place <= count) return false;
    const uint8_t low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const uint8_t high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (!follows(text + place + 1, count, low, high)) return false;
    place += count + 1;
  }
  return true;
}
