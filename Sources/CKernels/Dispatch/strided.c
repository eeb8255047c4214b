#include <string.h>

#include "grain.h"
#include "lectern_pool.h"
#include "lectern_rows.h"

static size_t product(size_t rank, const size_t *shape) {
  size_t count = 1;
  for (size_t axis = 0; axis < rank; axis++) count *= shape[axis];
  return count;
}

static void copy_line(size_t length, const float *x, size_t stride, float *out) {
  if (stride == 1)
    memcpy(out, x, length * sizeof(float));
  else
    for (size_t i = 0; i < length; i++) out[i] = x[i * stride];
}

static void copy_axes(
    size_t rank, const size_t *shape, const float *x, const size_t *strides, float *out) {
  if (rank == 0) {
    *out = *x;
  } else if (rank == 1) {
    copy_line(shape[0], x, strides[0], out);
  } else if (rank == 2 && strides[0] == shape[1] * strides[1]) {
    copy_line(shape[0] * shape[1], x, strides[1], out);
  } else {
    size_t rest = product(rank - 1, shape + 1);
    for (size_t i = 0; i < shape[0]; i++)
      copy_axes(rank - 1, shape + 1, x + i * strides[0], strides + 1, out + i * rest);
  }
}

typedef struct {
  size_t rank, rest;
  const size_t *shape, *strides;
  const float *x;
  float *out;
} strided_job;

// Copies elements [begin, end) of the first axis.
static void copy_part(void *context, size_t begin, size_t end) {
  const strided_job *job = context;
  for (size_t i = begin; i < end; i++)
    copy_axes(
        job->rank - 1, job->shape + 1, job->x + i * job->strides[0], job->strides + 1,
        job->out + i * job->rest);
}

void lectern_copy_strided(
    size_t rank, const size_t *shape, const float *x, const size_t *strides, float *out) {
  if (rank < 2) {
    copy_axes(rank, shape, x, strides, out);
    return;
  }
  size_t rest = product(rank - 1, shape + 1);
  strided_job job = {rank, rest, shape, strides, x, out};
  if (rest > 0) lectern_parallel(shape[0], rows_in_grain(rest), copy_part, &job);
}
