#ifndef LECTERN_BUFFERS_H
#define LECTERN_BUFFERS_H

#include <stddef.h>

// Memory for tensors. A training step asks for the same sizes over and over; what one step gives
// back, the next gets again, already mapped and warm.

/// At least `count` floats, aligned to a cache line, contents undefined; `*capacity` says how many.
/// NULL when there is no memory.
float *lectern_buffer_try(size_t count, size_t *capacity);

/// The same for room that a kernel works in. Ends the program with a message when there is no
/// memory.
float *lectern_buffer_take(size_t count, size_t *capacity);

/// Gives back what either gave, with the capacity that it said.
void lectern_buffer_give(float *buffer, size_t capacity);

/// Gives all memory that is not in use back to the system.
void lectern_buffers_trim(void);

typedef struct {
  size_t used_bytes;   ///< handed out at this moment
  size_t spare_bytes;  ///< kept for the next who asks
  size_t fresh;        ///< how often the system was asked for memory
} lectern_buffer_figures;

lectern_buffer_figures lectern_buffers(void);

#endif
