#ifndef LECTERN_ROW_LINKS_H
#define LECTERN_ROW_LINKS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Links the places of `ids` that name the same row of a table, in order: `first` has for each row its
// first place, `next` for each place the row's next one; -1 is none.
static inline void link_rows(
    const int32_t *ids, size_t count, size_t table_rows, int32_t *first, int32_t *next) {
  memset(first, 0xff, table_rows * sizeof(int32_t));
  for (size_t i = count; i-- > 0;) {
    next[i] = first[ids[i]];
    first[ids[i]] = (int32_t)i;
  }
}

#endif
