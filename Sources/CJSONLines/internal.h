// What the parts of the scanner share.
#ifndef FENGQIAO_JSONLINES_INTERNAL_H
#define FENGQIAO_JSONLINES_INTERNAL_H

#include "jsonlines.h"

// Where a line's marks are: brackets, colons, commas, the beginnings of strings and other values;
// last the line break.
typedef struct {
  uint32_t *marks;
  // Without the line break.
  uint32_t mark_count;
  uint32_t mark_capacity;
  // Where the line break stands.
  uint32_t end;
  uint32_t status;
  bool has_escapes;
} jl_marks;

// Finds the marks of one line; false if memory is short.
typedef bool (*jl_mark_line)(jl_marks *marks, const uint8_t *text, uint32_t start);
bool jl_mark_line_plain(jl_marks *marks, const uint8_t *text, uint32_t start);
// NULL where the machine lacks the instructions.
jl_mark_line jl_wide_mark_line(void);

// Makes room for so many marks, and more.
bool jl_grow(jl_marks *marks, uint32_t wanted);

// The words that a scanner knows.
typedef struct {
  uint64_t first, last;
  const uint8_t *text;
  uint32_t length;
  uint32_t word;
} jl_slot;

typedef struct {
  uint8_t *text;
  jl_slot *slots;
  uint32_t shift;
  uint32_t mask;
  uint32_t longest;
} jl_words;

struct jl_scanner {
  jl_words words;
  jl_mark_line mark_line;
  jl_marks marks;
  jl_token *tokens;
  uint32_t token_capacity;
};

bool jl_words_fill(
    jl_words *words, const uint8_t *text, const uint32_t *lengths, size_t count);
void jl_words_free(jl_words *words);

#endif
