#include "lectern_reduction.h"

#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_pool.h"

// Threads share the results, never the elements that make one of them.

typedef struct {
  const kernel_set *kernels;
  lectern_reduction reduction;
  const float *x;
  float *out;
  size_t count, inner;
} reduction_job;

static void part_of_rows(void *context, size_t begin, size_t end) {
  const reduction_job *job = context;
  job->kernels->rows[job->reduction](
      job->x + begin * job->count, job->out + begin, end - begin, job->count);
}

static void part_of_outer(void *context, size_t begin, size_t end) {
  const reduction_job *job = context;
  for (size_t i = begin; i < end; i++)
    job->kernels->columns[job->reduction](
        job->x + i * job->count * job->inner, job->out + i * job->inner, job->count, job->inner, 0,
        job->inner);
}

static void part_of_columns(void *context, size_t begin, size_t end) {
  const reduction_job *job = context;
  job->kernels->columns[job->reduction](
      job->x, job->out, job->count, job->inner, begin, end);
}

void lectern_reduce(
    lectern_reduction reduction, const float *x, float *out, size_t outer, size_t count,
    size_t inner) {
  reduction_job job = {lectern_kernels(), reduction, x, out, count, inner};
  if (inner == 1)
    lectern_parallel(outer, rows_in_grain(count), part_of_rows, &job);
  else if (outer == 1)
    lectern_parallel(inner, (rows_in_grain(count) + 15) / 16 * 16, part_of_columns, &job);
  else
    lectern_parallel(outer, rows_in_grain(count * inner), part_of_outer, &job);
}

static int32_t index_of_largest(const float *x, size_t count, size_t stride) {
  size_t best = 0;
  for (size_t i = 1; i < count; i++) {
    float value = x[i * stride], largest = x[best * stride];
    if (largest != largest) break;
    if (value > largest || value != value) best = i;
  }
  return (int32_t)best;
}

void lectern_index_of_largest(
    const float *x, int32_t *out, size_t outer, size_t count, size_t inner) {
  for (size_t i = 0; i < outer; i++)
    for (size_t j = 0; j < inner; j++)
      out[i * inner + j] = index_of_largest(x + i * count * inner + j, count, inner);
}

typedef struct {
  void (*two)(const float *, const float *, float *, size_t, size_t);
  row_reduction *one;
  const float *x, *y;
  float *out;
  // Elements of a row in the operands and in the result.
  size_t width, out_width;
} rows_job;

static void part_with_one(void *context, size_t begin, size_t end) {
  const rows_job *job = context;
  job->one(
      job->x + begin * job->width, job->out + begin * job->out_width, end - begin, job->width);
}

static void part_with_two(void *context, size_t begin, size_t end) {
  const rows_job *job = context;
  size_t from = begin * job->width;
  job->two(
      job->x + from, job->y + from, job->out + begin * job->out_width, end - begin, job->width);
}

void lectern_dot_rows(const float *a, const float *b, float *out, size_t rows, size_t width) {
  rows_job job = {lectern_kernels()->dot_rows, NULL, a, b, out, width, 1};
  lectern_parallel(rows, rows_in_grain(width), part_with_two, &job);
}

void lectern_softmax(const float *x, float *out, size_t rows, size_t width) {
  rows_job job = {NULL, lectern_kernels()->softmax, x, NULL, out, width, width};
  if (width > 0) lectern_parallel(rows, rows_in_grain(width), part_with_one, &job);
}

void lectern_log_softmax(const float *x, float *out, size_t rows, size_t width) {
  rows_job job = {NULL, lectern_kernels()->log_softmax, x, NULL, out, width, width};
  if (width > 0) lectern_parallel(rows, rows_in_grain(width), part_with_one, &job);
}

void lectern_softmax_pullback(
    const float *y, const float *upstream, float *out, size_t rows, size_t width) {
  rows_job job = {lectern_kernels()->softmax_pullback, NULL, y, upstream, out, width, width};
  if (width > 0) lectern_parallel(rows, rows_in_grain(width), part_with_two, &job);
}

void lectern_log_softmax_pullback(
    const float *y, const float *upstream, float *out, size_t rows, size_t width) {
  rows_job job = {lectern_kernels()->log_softmax_pullback, NULL, y, upstream, out, width, width};
  if (width > 0) lectern_parallel(rows, rows_in_grain(width), part_with_two, &job);
}
