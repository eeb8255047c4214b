#include "lectern_matmul.h"

#include <string.h>

#include "../Lanes/block_size.h"
#include "../Lanes/kernel_set.h"
#include "lectern_buffers.h"
#include "lectern_elementwise.h"
#include "lectern_pool.h"

// Below so many multiplications a second thread costs more than it brings.
#define SMALLEST_SHARED_PRODUCT (64.0 * 64 * 64)

typedef struct {
  const kernel_set *kernels;
  product product;
} product_job;

static void part_of_rows(void *context, size_t begin, size_t end) {
  product_job *job = context;
  block part = {begin, end, 0, job->product.columns};
  job->kernels->multiply(&job->product, part);
}

static void part_of_columns(void *context, size_t begin, size_t end) {
  product_job *job = context;
  block part = {0, job->product.rows, begin, end};
  job->kernels->multiply(&job->product, part);
}

static void add_to_rows(float *out, const float *bias, size_t rows, size_t columns) {
  size_t shape[] = {rows, columns}, all[] = {columns, 1}, repeated[] = {0, 1};
  lectern_binary(LECTERN_ADD, 2, shape, out, all, bias, repeated, out);
}

// What is left of a product of nothing.
static void fill_rows(float *out, const float *bias, size_t rows, size_t columns) {
  for (size_t row = 0; row < rows; row++)
    for (size_t column = 0; column < columns; column++)
      out[row * columns + column] = bias ? bias[column] : 0;
}

static void multiply_at_once(const product *whole) {
  product_job job = {lectern_kernels(), *whole};
  size_t rows = whole->rows, columns = whole->columns;
  if ((double)rows * columns * whole->inner < SMALLEST_SHARED_PRODUCT)
    part_of_rows(&job, 0, rows);
  else if (rows >= columns)
    lectern_parallel(rows, job.kernels->tile_rows, part_of_rows, &job);
  else
    lectern_parallel(columns, job.kernels->tile_columns, part_of_columns, &job);
}

// The largest power of two times LONGEST_PRODUCT that is less than `inner`.
static size_t left_part(size_t inner) {
  size_t part = LONGEST_PRODUCT;
  while (2 * part < inner) part *= 2;
  return part;
}

// A long sum is the sum of two shorter ones, so that rounding errors grow with the logarithm of its
// length.
static void multiply(const product *whole) {
  if (whole->inner <= LONGEST_PRODUCT) {
    multiply_at_once(whole);
    return;
  }
  size_t count = whole->rows * whole->columns, capacity;
  product left = *whole, right = *whole;
  left.inner = left_part(whole->inner);
  left.bias = NULL;
  multiply(&left);
  right.inner = whole->inner - left.inner;
  right.a += left.inner * whole->a_inner;
  right.b += left.inner * whole->b_inner;
  right.bias = NULL;
  right.out = lectern_buffer_take(count, &capacity);
  multiply(&right);
  lectern_accumulate(whole->out, right.out, count);
  lectern_buffer_give(right.out, capacity);
  if (whole->bias) add_to_rows(whole->out, whole->bias, whole->rows, whole->columns);
}

void lectern_matmul(
    const float *a, size_t a_row_stride, size_t a_inner_stride, const float *b,
    size_t b_inner_stride, size_t b_column_stride, const float *bias, float *out, size_t rows,
    size_t columns, size_t inner) {
  if (rows == 0 || columns == 0) return;
  if (inner == 0) {
    fill_rows(out, bias, rows, columns);
    return;
  }
  const product whole = {a, b, bias, out, rows, columns, inner, a_row_stride, a_inner_stride,
                         b_inner_stride, b_column_stride};
  multiply(&whole);
}
