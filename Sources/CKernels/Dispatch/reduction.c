#include "lectern_reduction.h"

#include <string.h>

#include "../Lanes/block_size.h"
#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_buffers.h"
#include "lectern_pool.h"

// Threads share the results, or, where there are few of them, whole segments of the elements, which
// are subtrees of the one tree.

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

// Where there are fewer columns, threads share segments of them.
#define FEW_COLUMNS 64

static void part_of_segments(void *context, size_t begin, size_t end) {
  const reduction_job *job = context;
  const kernel_set *kernels = job->kernels;
  for (size_t i = begin; i < end; i++) {
    const float *x = job->x + i * SEGMENT * job->inner;
    float *out = job->out + i * job->inner;
    size_t rest = job->count - i * SEGMENT, count = rest < SEGMENT ? rest : SEGMENT;
    if (job->inner == 1)
      kernels->rows[job->reduction](x, out, 1, count);
    else
      kernels->columns[job->reduction](x, out, count, job->inner, 0, job->inner);
  }
}

static const lectern_binary_operation combination[] = {
    [LECTERN_SUM] = LECTERN_ADD, [LECTERN_LARGEST] = LECTERN_LARGER,
    [LECTERN_SMALLEST] = LECTERN_SMALLER};

// The results of segments meet in pairs, as blocks do in a kernel.
static void reduce_segments(reduction_job job) {
  size_t segments = (job.count + SEGMENT - 1) / SEGMENT, capacity;
  float *out = job.out, *rows = lectern_buffer_take(segments * job.inner, &capacity);
  job.out = rows;
  lectern_parallel(segments, 1, part_of_segments, &job);
  binary_kernel *combine = job.kernels->binary[combination[job.reduction]];
  for (size_t step = 1; step < segments; step *= 2)
    for (size_t i = 0; i + step < segments; i += 2 * step) {
      float *left = rows + i * job.inner;
      combine(left, 1, left + step * job.inner, 1, left, job.inner);
    }
  memcpy(out, rows, job.inner * sizeof(float));
  lectern_buffer_give(rows, capacity);
}

void lectern_reduce(
    lectern_reduction reduction, const float *x, float *out, size_t outer, size_t count,
    size_t inner) {
  reduction_job job = {lectern_kernels(), reduction, x, out, count, inner};
  if (outer == 1 && inner > 0 && inner < FEW_COLUMNS && count > SEGMENT)
    reduce_segments(job);
  else if (inner == 1)
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
