// Strings, numbers and lines by themselves.
#include "jsonlines.h"

#include <string.h>

static int32_t hex_unit(const uint8_t *digits) {
  int32_t unit = 0;
  for (int place = 0; place < 4; place++) {
    const uint8_t digit = digits[place];
    int32_t value;
    if (digit >= '0' && digit <= '9') value = digit - '0';
    else if (digit >= 'a' && digit <= 'f') value = digit - 'a' + 10;
    else if (digit >= 'A' && digit <= 'F') value = digit - 'A' + 10;
    else return -1;
    unit = unit << 4 | value;
  }
  return unit;
}

// The scalar after `\u`, and how many bytes of the string it takes; -1 if there is none.
static int32_t escaped_scalar(const uint8_t *string, uint32_t rest, uint32_t *taken) {
  if (rest < 4) return -1;
  const int32_t unit = hex_unit(string);
  *taken = 4;
  if (unit < 0xD800 || unit > 0xDFFF) return unit;
  if (unit > 0xDBFF || rest < 10 || string[4] != '\\' || string[5] != 'u') return -1;
  const int32_t other = hex_unit(string + 6);
  if (other < 0xDC00 || other > 0xDFFF) return -1;
  *taken = 10;
  return 0x10000 + ((unit - 0xD800) << 10) + (other - 0xDC00);
}

static uint32_t put_scalar(int32_t scalar, uint8_t *to) {
  if (scalar < 0x80) {
    to[0] = (uint8_t)scalar;
    return 1;
  }
  const uint32_t count = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
  static const uint8_t heads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  for (uint32_t place = count - 1; place > 0; place--) {
    to[place] = (uint8_t)(0x80 | (scalar & 0x3F));
    scalar >>= 6;
  }
  to[0] = (uint8_t)(heads[count] | scalar);
  return count;
}

int64_t jl_unescape(const uint8_t *string, uint32_t length, uint8_t *to) {
  static const char names[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  int64_t count = 0;
  for (uint32_t place = 0; place < length;) {
    if (string[place] != '\\') {
      to[count++] = string[place++];
      continue;
    }
    if (place + 1 >= length) return -1;
    const uint8_t name = string[place + 1];
    place += 2;
    if (name == 'u') {
      uint32_t taken = 0;
      const int32_t scalar = escaped_scalar(string + place, length - place, &taken);
      if (scalar < 0) return -1;
      count += put_scalar(scalar, to + count);
      place += taken;
      continue;
    }
    const char *known = name ? strchr(names, name) : NULL;
    if (!known) return -1;
    to[count++] = (uint8_t)meanings[known - names];
  }
  return count;
}

bool jl_scaled(const uint8_t *number, uint32_t length, int64_t *value) {
  const bool is_negative = number[0] == '-';
  uint32_t place = is_negative;
  // 12 digits and 6 decimals stay far below 63 bits.
  uint64_t digits = 0;
  const uint32_t begin = place;
  while (place < length && (uint8_t)(number[place] - '0') < 10) {
    digits = digits * 10 + (uint64_t)(number[place++] - '0');
  }
  if (place - begin > 12) return false;
  uint32_t decimals = 0;
  if (place < length && number[place] == '.') {
    place += 1;
    while (place < length && (uint8_t)(number[place] - '0') < 10) {
      if (decimals == 6) return false;
      digits = digits * 10 + (uint64_t)(number[place++] - '0');
      decimals += 1;
    }
  }
  if (place < length) return false;
  static const uint64_t powers[] = {1000000, 100000, 10000, 1000, 100, 10, 1};
  const int64_t scaled = (int64_t)(digits * powers[decimals]);
  *value = is_negative ? -scaled : scaled;
  return true;
}

static size_t after_blanks(const uint8_t *line, size_t length, size_t place) {
  while (place < length && (line[place] == ' ' || line[place] == '\t')) place += 1;
  return place;
}

bool jl_first_id(
    const uint8_t *line, size_t length, uint32_t *start, uint32_t *id_length) {
  static const char *const steps[] = {"{", "\"id\"", ":", "\""};
  size_t place = 0;
  for (int step = 0; step < 4; step++) {
    place = after_blanks(line, length, place);
    const size_t size = strlen(steps[step]);
    if (length - place < size || memcmp(line + place, steps[step], size) != 0) return false;
    place += size;
  }
  size_t end = place;
  while (end < length && line[end] != '"') {
    if (line[end] < 0x20 || line[end] == '\\') return false;
    end += 1;
  }
  if (end == length || !jl_is_utf8(line + place, end - place)) return false;
  *start = (uint32_t)place;
  *id_length = (uint32_t)(end - place);
  return true;
}

size_t jl_count_lines(const uint8_t *text, size_t length) {
  size_t count = 0;
  for (size_t place = 0; place < length; place++) count += text[place] == '\n';
  return count;
}
