// What the allocator does with memory that was freed.
#include "jsonlines.h"

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>

void jl_keep_freed_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
}
#else
void jl_keep_freed_memory(void) {}
#endif
