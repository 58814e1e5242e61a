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

static bool two_digits(const uint8_t *text, uint32_t *value) {
  const uint8_t tens = (uint8_t)(text[0] - '0');
  const uint8_t ones = (uint8_t)(text[1] - '0');
  *value = 10U * tens + ones;
  return tens < 10 && ones < 10;
}

// Days since 1970-01-01 in the Gregorian calendar, counted in eras of 400 years that begin in March.
static int64_t days_of(uint32_t year, uint32_t month, uint32_t day) {
  const uint32_t shifted = year - (month <= 2);
  const uint32_t era = shifted / 400;
  const uint32_t of_era = shifted % 400;
  const uint32_t of_year = (153 * (month + (month > 2 ? -3U : 9U)) + 2) / 5 + day - 1;
  const uint32_t days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
  return (int64_t)era * 146097 + days - 719468;
}

bool jl_day(const uint8_t *text, uint32_t length, int64_t *days) {
  uint32_t century, rest, month, day;
  if (length != 10 || text[4] != '-' || text[7] != '-') return false;
  if (!two_digits(text, &century) || !two_digits(text + 2, &rest) || !two_digits(text + 5, &month)
      || !two_digits(text + 8, &day)) {
    return false;
  }
  const uint32_t year = century * 100 + rest;
  static const uint8_t lengths[] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  // Years before 1000 are left to who knows what they mean.
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false;
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (day > lengths[month] + (uint32_t)(is_leap && month == 2)) return false;
  *days = days_of(year, month, day);
  return true;
}

// `Z`, `+08:00`, or nothing; in minutes.
static bool offset_of(const uint8_t *text, uint32_t length, int32_t *offset) {
  if (length == 0) return true;
  if (length == 1 && text[0] == 'Z') {
    *offset = 0;
    return true;
  }
  uint32_t hours, minutes;
  if (length != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return false;
  if (!two_digits(text + 1, &hours) || !two_digits(text + 4, &minutes)) return false;
  if (hours > 13 || minutes > 59) return false;
  const int32_t total = (int32_t)(hours * 60 + minutes);
  *offset = text[0] == '-' ? -total : total;
  return true;
}

bool jl_moment(const uint8_t *text, uint32_t length, int32_t offset, int64_t *milliseconds) {
  int64_t days;
  uint32_t hour = 0, minute = 0, second = 0;
  if (length < 10 || !jl_day(text, 10, &days)) return false;
  if (length > 10) {
    if (length < 16 || text[10] != 'T' || text[13] != ':') return false;
    if (!two_digits(text + 11, &hour) || !two_digits(text + 14, &minute)) return false;
    uint32_t place = 16;
    if (length >= 19 && text[16] == ':') {
      if (!two_digits(text + 17, &second)) return false;
      place = 19;
    }
    if (hour > 23 || minute > 59 || second > 59) return false;
    if (!offset_of(text + place, length - place, &offset)) return false;
  }
  const int64_t seconds = days * 86400 + hour * 3600 + minute * 60 + second;
  *milliseconds = (seconds - (int64_t)offset * 60) * 1000;
  return true;
}

bool jl_is_plain(const uint8_t *text, uint32_t length) {
  uint32_t place = 0;
  while (place < length) {
    const uint8_t byte = text[place];
    if (byte >= 0x20 && byte < 0x7F) {
      place += 1;
    } else if (byte >= 0xE4 && byte <= 0xE9) {
      place += 3;
    } else {
      return false;
    }
  }
  return true;
}
