#ifndef LECTERN_REDUCTION_H
#define LECTERN_REDUCTION_H

#include <stddef.h>
#include <stdint.h>

// Every reduction has one order, fixed by the shape alone. Of a block of 512 elements, lane i of 16
// takes elements i, i + 16, …; then lane i meets i + 8, then i + 4, i + 2, i + 1. The results of blocks
// meet in pairs, the pairs in pairs, and so on, so the rounding error grows with the logarithm of the
// length.

typedef enum {
  LECTERN_SUM,
  LECTERN_LARGEST,   ///< NaN if there is one; -infinity of nothing
  LECTERN_SMALLEST,  ///< NaN if there is one; infinity of nothing
  LECTERN_REDUCTION_COUNT
} lectern_reduction;

/// Reduces the middle axis of x, [outer, count, inner], to out, [outer, inner].
void lectern_reduce(
    lectern_reduction reduction, const float *x, float *out, size_t outer, size_t count,
    size_t inner);

/// The index of the first largest element along the middle axis of x, [outer, count, inner];
/// that of the first NaN if there is one.
void lectern_index_of_largest(
    const float *x, int32_t *out, size_t outer, size_t count, size_t inner);

/// out[i] = the sum over j of a[i, j] b[i, j], in each lane of a block a chain of fused multiply-adds.
void lectern_dot_rows(const float *a, const float *b, float *out, size_t rows, size_t width);

/// exp(x) divided by its sum, along each row.
void lectern_softmax(const float *x, float *out, size_t rows, size_t width);
void lectern_softmax_pullback(
    const float *y, const float *upstream, float *out, size_t rows, size_t width);

/// The logarithm of the softmax, along each row.
void lectern_log_softmax(const float *x, float *out, size_t rows, size_t width);
void lectern_log_softmax_pullback(
    const float *y, const float *upstream, float *out, size_t rows, size_t width);

#endif
