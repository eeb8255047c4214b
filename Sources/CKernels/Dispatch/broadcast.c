#include "lectern_elementwise.h"

#include <stdbool.h>

#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_pool.h"

// An operation on two operands that broadcast is a loop over rows, and a kernel for each row in
// which either operand walks or stands.

typedef struct walk {
  size_t rank;
  size_t shape[LECTERN_MOST_AXES], a[LECTERN_MOST_AXES], b[LECTERN_MOST_AXES];
} walk;

// Merges axes along which both operands go on as if they were one; drops axes of length 1.
// False when too many remain.
static bool merge_axes(
    walk *walk, size_t rank, const size_t *shape, const size_t *a, const size_t *b) {
  walk->rank = 0;
  for (size_t axis = 0; axis < rank; axis++) {
    size_t length = shape[axis], last = walk->rank - 1;
    if (length == 1) continue;
    if (walk->rank > 0 && walk->a[last] == a[axis] * length &&
        walk->b[last] == b[axis] * length) {
      walk->shape[last] *= length;
      walk->a[last] = a[axis];
      walk->b[last] = b[axis];
      continue;
    }
    if (walk->rank == LECTERN_MOST_AXES) return false;
    walk->shape[walk->rank] = length;
    walk->a[walk->rank] = a[axis];
    walk->b[walk->rank++] = b[axis];
  }
  return true;
}

typedef struct {
  binary_kernel *kernel;
  walk walk;
  const float *a, *b;
  float *out;
} binary_job;

// The whole result is one row: threads share it.
static void part_of_row(void *context, size_t begin, size_t end) {
  const binary_job *job = context;
  size_t a = job->walk.a[0], b = job->walk.b[0];
  job->kernel(job->a + begin * a, a, job->b + begin * b, b, job->out + begin, end - begin);
}

static void part_of_rows(void *context, size_t begin, size_t end) {
  const binary_job *job = context;
  const walk *walk = &job->walk;
  size_t inner = walk->rank - 1, width = walk->shape[inner];
  size_t index[LECTERN_MOST_AXES], a = 0, b = 0, rest = begin;
  for (size_t axis = inner; axis-- > 0;) {
    index[axis] = rest % walk->shape[axis];
    rest /= walk->shape[axis];
    a += index[axis] * walk->a[axis];
    b += index[axis] * walk->b[axis];
  }
  for (size_t row = begin; row < end; row++) {
    job->kernel(
        job->a + a, walk->a[inner], job->b + b, walk->b[inner], job->out + row * width, width);
    for (size_t axis = inner; axis-- > 0;) {
      a += walk->a[axis];
      b += walk->b[axis];
      if (++index[axis] < walk->shape[axis]) break;
      a -= walk->a[axis] * walk->shape[axis];
      b -= walk->b[axis] * walk->shape[axis];
      index[axis] = 0;
    }
  }
}

int lectern_binary(
    lectern_binary_operation operation, size_t rank, const size_t *shape, const float *a,
    const size_t *a_strides, const float *b, const size_t *b_strides, float *out) {
  binary_job job = {.kernel = lectern_kernels()->binary[operation], .a = a, .b = b, .out = out};
  walk *walk = &job.walk;
  if (!merge_axes(walk, rank, shape, a_strides, b_strides)) return 0;
  if (walk->rank == 0) *walk = (struct walk){1, {1}, {1}, {1}};
  size_t rows = 1, width = walk->shape[walk->rank - 1];
  for (size_t axis = 0; axis + 1 < walk->rank; axis++) rows *= walk->shape[axis];
  if (rows * width == 0) return 1;
  if (rows == 1)
    lectern_parallel(width, ELEMENT_GRAIN, part_of_row, &job);
  else
    lectern_parallel(rows, rows_in_grain(width), part_of_rows, &job);
  return 1;
}
