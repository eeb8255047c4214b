#ifndef LECTERN_ATTENTION_SHAPE_H
#define LECTERN_ATTENTION_SHAPE_H

#include <stddef.h>

/// Self-attention over `batch` sequences of `length` places. The projections hold, for each place,
/// the queries of all heads, then their keys, then their values; each head has `depth` of each.
typedef struct {
  size_t batch, length, heads, depth;
  float scale;           ///< of the scores, 1 / sqrt(depth)
  const float *ignored;  ///< [batch, length], not 0 where a place is padding; or NULL
  int is_causal;         ///< not 0: a place sees itself and those before it
} lectern_attention;

#endif
