#include "lectern_attention.h"

#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_buffers.h"
#include "lectern_pool.h"

// Threads share heads and sequences; each works in memory of its own.

typedef enum { WEIGHTS, VALUES, VALUES_PULLBACK, SCORES_PULLBACK } attention_stage;

typedef struct {
  attention_stage stage;
  const lectern_attention *shape;
  const float *weights, *projections, *upstream;
  float *out, *projections_gradient;
} attention_job;

static size_t scratch_count(const lectern_attention *shape) {
  size_t length = (shape->length + 15) / 16 * 16, depth = (shape->depth + 15) / 16 * 16;
  return 2 * length * depth + length;
}

static void attention_part(void *context, size_t begin, size_t end) {
  const attention_job *job = context;
  const kernel_set *kernels = lectern_kernels();
  size_t capacity;
  float *scratch = lectern_buffer_take(scratch_count(job->shape), &capacity);
  for (size_t item = begin; item < end; item++) switch (job->stage) {
      case WEIGHTS:
        kernels->attention_weights(job->shape, item, job->projections, job->out, scratch);
        break;
      case VALUES:
        kernels->attention_values(
            job->shape, item, job->weights, job->projections, job->out, scratch);
        break;
      case VALUES_PULLBACK:
        kernels->attention_values_pullback(
            job->shape, item, job->weights, job->projections, job->upstream, job->out,
            job->projections_gradient, scratch);
        break;
      case SCORES_PULLBACK:
        kernels->attention_scores_pullback(
            job->shape, item, job->upstream, job->projections, job->projections_gradient, scratch);
        break;
    }
  lectern_buffer_give(scratch, capacity);
}

static void run(attention_job *job) {
  const lectern_attention *shape = job->shape;
  size_t work = shape->length * (shape->length + shape->depth);
  lectern_parallel(shape->batch * shape->heads, rows_in_grain(work), attention_part, job);
}

void lectern_attention_weights(
    const lectern_attention *shape, const float *projections, float *weights) {
  attention_job job = {.stage = WEIGHTS, .shape = shape, .projections = projections, .out = weights};
  run(&job);
}

void lectern_attention_values(
    const lectern_attention *shape, const float *weights, const float *projections, float *out) {
  attention_job job = {.stage = VALUES, .shape = shape, .weights = weights,
                       .projections = projections, .out = out};
  run(&job);
}

void lectern_attention_values_pullback(
    const lectern_attention *shape, const float *weights, const float *projections,
    const float *upstream, float *weights_gradient, float *projections_gradient) {
  attention_job job = {
      .stage = VALUES_PULLBACK, .shape = shape, .weights = weights, .projections = projections,
      .upstream = upstream, .out = weights_gradient, .projections_gradient = projections_gradient};
  run(&job);
}

void lectern_attention_scores_pullback(
    const lectern_attention *shape, const float *scores_gradient, const float *projections,
    float *projections_gradient) {
  attention_job job = {
      .stage = SCORES_PULLBACK, .shape = shape, .upstream = scores_gradient,
      .projections = projections, .projections_gradient = projections_gradient};
  run(&job);
}
