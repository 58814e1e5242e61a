// Marks of a line, 32 bytes at a time, where the machine has AVX2.
#include "block.h"

static size_t count_lines_plain(const uint8_t *text, size_t length) {
  size_t count = 0;
  for (size_t place = 0; place < length; place++) count += text[place] == '\n';
  return count;
}

#if defined(__x86_64__)
#include <immintrin.h>

#define WIDE __attribute__((target("avx2,bmi,popcnt")))

typedef struct {
  __m256i error, before;
} utf8_check;

static inline WIDE __m256i shifted(__m256i now, __m256i before, int count) {
  const __m256i across = _mm256_permute2x128_si256(before, now, 0x21);
  switch (count) {
  case 1: return _mm256_alignr_epi8(now, across, 15);
  case 2: return _mm256_alignr_epi8(now, across, 14);
  default: return _mm256_alignr_epi8(now, across, 13);
  }
}

static inline WIDE __m256i looked_up(__m256i nibbles, __m128i table) {
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(table), nibbles);
}

// Each wrong pair of bytes has a bit that all three tables set; what a third or fourth byte needs is
// compared with where one stands.
enum {
  TOO_SHORT = 1, TOO_LONG = 2, OVERLONG_3 = 4, TOO_LARGE = 8, SURROGATE = 16, OVERLONG_2 = 32,
  OVERLONG_4 = 64, TOO_LARGE_1000 = 64, TWO_FOLLOW = 128,
  CARRY = TOO_SHORT | TOO_LONG | TWO_FOLLOW,
};

static inline WIDE void check_utf8(utf8_check *check, __m256i now) {
  const __m128i first_high = _mm_setr_epi8(
      TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
      (char)TWO_FOLLOW, (char)TWO_FOLLOW, (char)TWO_FOLLOW, (char)TWO_FOLLOW,
      TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
      TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4);
  const char large = (char)(CARRY | TOO_LARGE | TOO_LARGE_1000);
  const __m128i first_low = _mm_setr_epi8(
      (char)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), (char)(CARRY | OVERLONG_2),
      (char)CARRY, (char)CARRY, (char)(CARRY | TOO_LARGE), large, large, large, large, large,
      large, large, large, (char)(large | SURROGATE), large, large);
  const char follows = (char)(TOO_LONG | OVERLONG_2 | TWO_FOLLOW);
  const __m128i second_high = _mm_setr_epi8(
      TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
      (char)(follows | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4),
      (char)(follows | OVERLONG_3 | TOO_LARGE), (char)(follows | SURROGATE | TOO_LARGE),
      (char)(follows | SURROGATE | TOO_LARGE), TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT);
  const __m256i low = _mm256_set1_epi8(0x0F);
  const __m256i one = shifted(now, check->before, 1);
  const __m256i high = _mm256_and_si256(_mm256_srli_epi16(one, 4), low);
  const __m256i pairs = _mm256_and_si256(
      _mm256_and_si256(
          looked_up(high, first_high), looked_up(_mm256_and_si256(one, low), first_low)),
      looked_up(_mm256_and_si256(_mm256_srli_epi16(now, 4), low), second_high));
  const __m256i third =
      _mm256_subs_epu8(shifted(now, check->before, 2), _mm256_set1_epi8((char)(0xE0 - 0x80)));
  const __m256i fourth =
      _mm256_subs_epu8(shifted(now, check->before, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
  const __m256i wanted =
      _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  check->error = _mm256_or_si256(check->error, _mm256_xor_si256(wanted, pairs));
  check->before = now;
}

static inline WIDE uint64_t bits(__m256i first, __m256i second) {
  uint64_t bits = (uint32_t)_mm256_movemask_epi8(first)
                  | (uint64_t)(uint32_t)_mm256_movemask_epi8(second) << 32;
  // Else Clang takes what follows for work on vectors of bits, which no machine has: three times
  // the time.
  __asm__("" : "+r"(bits));
  return bits;
}

static inline WIDE uint64_t equal(__m256i first, __m256i second, char byte) {
  const __m256i wanted = _mm256_set1_epi8(byte);
  return bits(_mm256_cmpeq_epi8(first, wanted), _mm256_cmpeq_epi8(second, wanted));
}

static inline WIDE __m256i is_mark(__m256i bytes) {
  // `[` and `{`, `]` and `}` differ in one bit.
  const __m256i folded = _mm256_or_si256(bytes, _mm256_set1_epi8(0x20));
  return _mm256_or_si256(
      _mm256_or_si256(
          _mm256_cmpeq_epi8(folded, _mm256_set1_epi8('{')),
          _mm256_cmpeq_epi8(folded, _mm256_set1_epi8('}'))),
      _mm256_or_si256(
          _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(':')),
          _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(','))));
}

static inline WIDE __m256i is_control(__m256i bytes) {
  return _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(0x1F)), bytes);
}

static WIDE bool mark_line_wide(jl_marks *marks, const uint8_t *text, uint32_t start) {
  jl_carry carry = jl_begin(marks);
  utf8_check check = {_mm256_setzero_si256(), _mm256_setzero_si256()};
  bool was_ascii = true;
  for (uint32_t base = start;; base += 64) {
    if (!jl_make_room(marks, &carry)) return false;
    const __m256i first = _mm256_loadu_si256((const __m256i *)(text + base));
    const __m256i second = _mm256_loadu_si256((const __m256i *)(text + base + 32));
    const bool is_ascii = _mm256_movemask_epi8(_mm256_or_si256(first, second)) == 0;
    if (!is_ascii || !was_ascii) {
      check_utf8(&check, first);
      check_utf8(&check, second);
    }
    was_ascii = is_ascii;
    jl_masks masks = {
        .quotes = equal(first, second, '"'), .backslashes = equal(first, second, '\\'),
        .marks = bits(is_mark(first), is_mark(second)), .blanks = equal(first, second, ' '),
        .controls = bits(is_control(first), is_control(second))};
    if (masks.controls) {
      masks.breaks = equal(first, second, '\n');
      masks.blanks |= equal(first, second, '\t') | equal(first, second, '\r');
      masks.controls &= ~masks.breaks;
    }
    if (!jl_take_block(&carry, masks, base)) continue;
    jl_finish(marks, &carry, base, masks.breaks);
    break;
  }
  // The last block reaches into what follows the line: only then is it asked whose fault it is.
  if (!_mm256_testz_si256(check.error, check.error)
      && !jl_is_utf8(text + start, marks->end - start)) {
    marks->status = JL_NOT_UTF8;
  }
  return true;
}

static WIDE size_t count_lines_wide(const uint8_t *text, size_t length) {
  const __m256i wanted = _mm256_set1_epi8('\n');
  size_t count = 0, place = 0;
  for (; place + 32 <= length; place += 32) {
    const __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + place));
    count += (size_t)__builtin_popcount((uint32_t)_mm256_movemask_epi8(
        _mm256_cmpeq_epi8(bytes, wanted)));
  }
  return count + count_lines_plain(text + place, length - place);
}

size_t jl_count_lines(const uint8_t *text, size_t length) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt")
             ? count_lines_wide(text, length)
             : count_lines_plain(text, length);
}

jl_mark_line jl_wide_mark_line(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
                 && __builtin_cpu_supports("popcnt")
             ? mark_line_wide
             : NULL;
}
#else
size_t jl_count_lines(const uint8_t *text, size_t length) { return count_lines_plain(text, length); }
jl_mark_line jl_wide_mark_line(void) { return NULL; }
#endif
