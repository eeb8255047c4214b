#ifndef LECTERN_ROWS_H
#define LECTERN_ROWS_H

#include <stddef.h>
#include <stdint.h>

/// out[i] = table[ids[i]], rows of `width` elements. Every id must be a row of the table.
void lectern_gather(
    const float *table, const int32_t *ids, float *out, size_t count, size_t width);

/// table[ids[i]] += rows[i], in the order of i. Of more than 512 rows that one id names, blocks of 32
/// are summed in order, and their sums meet in pairs as in lectern_reduction.h.
void lectern_scatter_add(
    float *table, size_t table_rows, const int32_t *ids, const float *rows, size_t count,
    size_t width);

/// Copies x, whose element along axis i is strides[i] away from its neighbour, into contiguous
/// memory.
void lectern_copy_strided(
    size_t rank, const size_t *shape, const float *x, const size_t *strides, float *out);

#endif
