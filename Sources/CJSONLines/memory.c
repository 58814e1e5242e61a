// What the allocator does with memory.
#define _DEFAULT_SOURCE
#include "jsonlines.h"

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

void jl_keep_freed_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
}

enum { LARGE_PAGE = 2 << 20, ROOM = 16 << 20, HALF = 96 << 10 };

static uintptr_t first, behind;

void jl_take_large_pages(void) {
  jl_keep_freed_memory();
  mallopt(M_TOP_PAD, ROOM);
  uintptr_t start = (uintptr_t)sbrk(0);
  // More than the heap has at first; volatile, or the compiler sees that nobody uses them.
  void *volatile one = malloc(HALF);
  void *volatile other = malloc(HALF);
  free(one);
  free(other);
  uintptr_t end = (uintptr_t)sbrk(0);
  first = start;
  behind = end;
  start = (start + LARGE_PAGE - 1) & ~(uintptr_t)(LARGE_PAGE - 1);
  if (end > start) (void)madvise((void *)start, end - start, MADV_HUGEPAGE);
}

void jl_forgo_large_pages(void) {
  uintptr_t start = (first + LARGE_PAGE - 1) & ~(uintptr_t)(LARGE_PAGE - 1);
  if (behind > start) (void)madvise((void *)start, behind - start, MADV_NOHUGEPAGE);
}

enum { PAGE = 4096, PORTION = 512 << 10, FILLED = 6 << 20 };

void jl_fill_variables(void) {
#if defined(MADV_POPULATE_WRITE)
  extern char __bss_start[], _end[];
  uintptr_t start = ((uintptr_t)__bss_start + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
  uintptr_t end = (uintptr_t)_end & ~(uintptr_t)(PAGE - 1);
  if (end > start) (void)madvise((void *)start, end - start, MADV_POPULATE_WRITE);
#endif
}

void jl_fill_first_memory(void) {
#if defined(MADV_POPULATE_WRITE)
  uintptr_t start = (first + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
  // By portions, so that whoever asks for memory meanwhile does not wait for long.
  for (uintptr_t end = start + FILLED; start < end && start + PORTION <= behind; start += PORTION)
    if (madvise((void *)start, PORTION, MADV_POPULATE_WRITE) != 0) return;
#endif
}
#else
void jl_forgo_large_pages(void) {}
void jl_fill_variables(void) {}
void jl_fill_first_memory(void) {}
void jl_keep_freed_memory(void) {}
void jl_take_large_pages(void) {}
#endif
