#include "lectern_matmul.h"

#include <string.h>

#include "../Lanes/kernel_set.h"
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

// What is left of a product of nothing.
static void fill_rows(float *out, const float *bias, size_t rows, size_t columns) {
  for (size_t row = 0; row < rows; row++)
    for (size_t column = 0; column < columns; column++)
      out[row * columns + column] = bias ? bias[column] : 0;
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
  product_job job = {
      .kernels = lectern_kernels(),
      .product = {a, b, bias, out, rows, columns, inner, a_row_stride, a_inner_stride,
                  b_inner_stride, b_column_stride}};
  if ((double)rows * columns * inner < SMALLEST_SHARED_PRODUCT)
    part_of_rows(&job, 0, rows);
  else if (rows >= columns)
    lectern_parallel(rows, job.kernels->tile_rows, part_of_rows, &job);
  else
    lectern_parallel(columns, job.kernels->tile_columns, part_of_columns, &job);
}
