// Scans JSON Lines (RFC 8259, one value a line) into flat arrays of tokens.
//
// A line is read in two passes, after Langdale and Lemire, "Parsing Gigabytes of JSON per Second"
// (2019): the first finds brackets, colons, commas and the beginnings of strings and other values, 64
// bytes at a time; the second checks the grammar over what was found. UTF-8 is checked on the way,
// after Keiser and Lemire, "Validating UTF-8 in Less Than One Instruction per Byte" (2021).
// Numbers stay as their text.
#ifndef FENGQIAO_JSONLINES_H
#define FENGQIAO_JSONLINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// How many readable bytes have to follow a text that is scanned.
enum { JL_PADDING = 64 };
// How deep arrays and objects may be nested.
enum { JL_DEPTH = 64 };

// What a token is. An object's members are a string token, then the value's tokens.
enum {
  JL_OBJECT = 1,
  JL_ARRAY = 2,
  JL_STRING = 3,
  JL_NUMBER = 4,
  JL_TRUE = 5,
  JL_FALSE = 6,
  JL_NULL = 7,
};

// How a line's scan ended.
enum {
  JL_FINE = 0,
  // Nothing but blanks.
  JL_BLANK = 1,
  JL_NOT_UTF8 = 2,
  // A control character inside a string; a NUL anywhere in a string among them.
  JL_CONTROL = 3,
  // A string without its end, which is most often a line that was cut off.
  JL_UNCLOSED = 4,
  JL_BAD_ESCAPE = 5,
  // Not JSON for any other reason.
  JL_MALFORMED = 6,
  JL_TOO_DEEP = 7,
};

typedef struct {
  // Bytes from the text's begin. Of a string: what stands between its quotes.
  uint32_t start;
  uint32_t length;
  // The index of the token after this one and all that is in it.
  uint32_t end;
  // Which of the scanner's words a string is, counted from 1; 0 if none, or if it has escapes.
  uint16_t word;
  uint8_t kind;
  // Of a string: whether it has escapes.
  uint8_t escaped;
} jl_token;

typedef struct {
  const jl_token *tokens;
  uint32_t count;
  // One past the line's last byte: where its line break stands.
  uint32_t end;
  uint32_t start;
  uint32_t status;
} jl_line;

typedef struct jl_scanner jl_scanner;

// A scanner that knows these words, `count` texts behind each other in `text`, and reads with the
// machine's wide instructions where `wide` and where there are any. NULL if memory is short.
jl_scanner *jl_scanner_make(
    const uint8_t *text, const uint32_t *lengths, size_t count, bool wide);
void jl_scanner_free(jl_scanner *scanner);

// Scans the line that begins at `start`. A line break ends the text, and JL_PADDING readable bytes
// follow. The tokens stay until the next scan.
jl_line jl_scan(jl_scanner *scanner, const uint8_t *text, uint32_t start);

// The bytes that a string with escapes stands for, at most `length` of them, and how many; -1 if an
// escape is none. A surrogate without its other half is none.
int64_t jl_unescape(const uint8_t *string, uint32_t length, uint8_t *to);

// Days since 1970-01-01 of `2026-05-06`; false for anything else.
bool jl_day(const uint8_t *text, uint32_t length, int64_t *days);

// Milliseconds since then of a day, or of `2026-05-06T10:00` with or without seconds and offset;
// false for anything else. `offset` is that of a text that says none, in minutes.
bool jl_moment(const uint8_t *text, uint32_t length, int32_t offset, int64_t *milliseconds);

// Whether valid UTF-8 is printable ASCII and Chinese characters (U+4000 to U+9FFF) alone.
bool jl_is_plain(const uint8_t *text, uint32_t length);

// The string value of `"id"` where that is a line's first member, even of a line that is broken
// further on: false if there is none that is valid and without escapes.
bool jl_first_id(
    const uint8_t *line, size_t length, uint32_t *start, uint32_t *id_length);

// How many line breaks there are.
size_t jl_count_lines(const uint8_t *text, size_t length);

// Keeps freed memory for the next use, for all of the process, instead of giving it back.
void jl_keep_freed_memory(void);

// Takes the first 16 MiB of the heap in large pages where the system has them. They are counted as
// used only where they are.
void jl_take_large_pages(void);

// Goes without large pages where none has been taken yet.
void jl_forgo_large_pages(void);

// Has all variables that begin as zero given before they are used. Most pages of them are read before
// they are written, which is two faults each, and the second one stops all other threads for a moment:
// to be called before there are any, where much of the program will run.
void jl_fill_variables(void);

// Has the beginning of the heap given in small pages before they are used; to be called on another
// thread.
void jl_fill_first_memory(void);

// Whether bytes are valid UTF-8, one after the other: what the wide check is tested against.
bool jl_is_utf8(const uint8_t *text, size_t length);

#endif
