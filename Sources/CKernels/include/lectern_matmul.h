#ifndef LECTERN_MATMUL_H
#define LECTERN_MATMUL_H

#include <stddef.h>

/// out = a b + bias for a, [rows, inner], and b, [inner, columns].
///
/// Each output element is the sum of chains of 384 fused multiply-adds over the inner index, each
/// starting from 0, whose results are added in order; of more than 16 chains, the sum of two shorter
/// sums, the first of which has the largest power of two times 16 chains that leaves some over.
///
/// The strides are the distances between neighbouring elements along an axis, so that a transposed
/// operand needs no copy; one of an operand's two is 1. `bias`, [columns], is added to each row in the
/// end; it may be NULL. `out` is contiguous and is none of the operands.
void lectern_matmul(
    const float *a, size_t a_row_stride, size_t a_inner_stride, const float *b,
    size_t b_inner_stride, size_t b_column_stride, const float *bias, float *out, size_t rows,
    size_t columns, size_t inner);

#endif
