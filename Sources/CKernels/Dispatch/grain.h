#ifndef LECTERN_GRAIN_H
#define LECTERN_GRAIN_H

// How much work is worth a thread: waking one up costs some microseconds.
#define ELEMENT_GRAIN 16384

/// How many rows of `width` elements make a grain.
static inline size_t rows_in_grain(size_t width) {
  return width >= ELEMENT_GRAIN ? 1 : ELEMENT_GRAIN / (width ? width : 1);
}

#endif
