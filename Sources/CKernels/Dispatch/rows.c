#include "lectern_rows.h"

#include <string.h>

#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_pool.h"

typedef struct {
  binary_kernel *add;
  float *table;
  const float *from;
  const int32_t *ids;
  float *out;
  size_t count, width;
} rows_job;

static void gather_part(void *context, size_t begin, size_t end) {
  const rows_job *job = context;
  for (size_t i = begin; i < end; i++)
    memcpy(
        job->out + i * job->width, job->from + (size_t)job->ids[i] * job->width,
        job->width * sizeof(float));
}

void lectern_gather(
    const float *table, const int32_t *ids, float *out, size_t count, size_t width) {
  rows_job job = {.from = table, .ids = ids, .out = out, .count = count, .width = width};
  if (width > 0) lectern_parallel(count, rows_in_grain(width), gather_part, &job);
}

// Adds what belongs to rows [begin, end) of the table.
static void scatter_part(void *context, size_t begin, size_t end) {
  const rows_job *job = context;
  for (size_t i = 0; i < job->count; i++) {
    size_t id = (size_t)job->ids[i];
    if (id < begin || id >= end) continue;
    float *row = job->table + id * job->width;
    job->add(row, 1, job->from + i * job->width, 1, row, job->width);
  }
}

void lectern_scatter_add(
    float *table, size_t table_rows, const int32_t *ids, const float *rows, size_t count,
    size_t width) {
  rows_job job = {.add = lectern_kernels()->binary[LECTERN_ADD], .table = table, .from = rows,
                  .ids = ids, .count = count, .width = width};
  if (width == 0) return;
  // The work is in the rows that are added, not in those of the table.
  size_t grain = count * width < 2 * ELEMENT_GRAIN ? table_rows : (table_rows + 63) / 64;
  lectern_parallel(table_rows, grain, scatter_part, &job);
}

void lectern_copy_strided(
    size_t rank, const size_t *shape, const float *x, const size_t *strides, float *out) {
  if (rank == 0) {
    *out = *x;
    return;
  }
  size_t length = shape[0], rest = 1;
  for (size_t axis = 1; axis < rank; axis++) rest *= shape[axis];
  if (rank == 1) {
    for (size_t i = 0; i < length; i++) out[i] = x[i * strides[0]];
    return;
  }
  for (size_t i = 0; i < length; i++)
    lectern_copy_strided(rank - 1, shape + 1, x + i * strides[0], strides + 1, out + i * rest);
}
