#include "lectern_normalization.h"

#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_pool.h"

typedef struct {
  const kernel_set *kernels;
  const float *x, *weight, *bias, *upstream;
  float epsilon;
  float *out, *weighted, *means, *inverse_deviations;
  size_t width;
} normalization_job;

static void forward_part(void *context, size_t begin, size_t end) {
  const normalization_job *job = context;
  size_t from = begin * job->width;
  job->kernels->normalize_rows(
      job->x + from, job->weight, job->bias, job->epsilon, job->out + from, job->means + begin,
      job->inverse_deviations + begin, end - begin, job->width);
}

static void backward_part(void *context, size_t begin, size_t end) {
  const normalization_job *job = context;
  size_t from = begin * job->width;
  job->kernels->normalize_rows_pullback(
      job->x + from, job->weight, job->means + begin, job->inverse_deviations + begin,
      job->upstream + from, job->out + from, job->weighted + from, end - begin, job->width);
}

void lectern_normalize_rows(
    const float *x, const float *weight, const float *bias, float epsilon, float *out,
    float *means, float *inverse_deviations, size_t rows, size_t width) {
  normalization_job job = {
      .kernels = lectern_kernels(), .x = x, .weight = weight, .bias = bias, .epsilon = epsilon,
      .out = out, .means = means, .inverse_deviations = inverse_deviations, .width = width};
  lectern_parallel(rows, rows_in_grain(width), forward_part, &job);
}

void lectern_normalize_rows_pullback(
    const float *x, const float *weight, const float *means, const float *inverse_deviations,
    const float *upstream, float *out, float *weighted, size_t rows, size_t width) {
  normalization_job job = {
      .kernels = lectern_kernels(), .x = x, .weight = weight, .upstream = upstream, .out = out,
      .weighted = weighted, .means = (float *)means,
      .inverse_deviations = (float *)inverse_deviations, .width = width};
  lectern_parallel(rows, rows_in_grain(width), backward_part, &job);
}
