#include "lectern_dropout.h"

#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_pool.h"

// Random numbers come for so many elements at once; parts begin at their multiples.
#define GROUP 64

// An activation and dropout pass over so many groups in turn: they stay in the first cache.
#define GROUPS_AT_ONCE 32

typedef struct {
  const kernel_set *kernels;
  lectern_unary_operation operation;
  // What comes back, on the way back; else NULL.
  const float *x, *upstream;
  float *out;
  size_t count;
  dropout_source source;
} dropout_job;

static void groups_part(void *context, size_t begin, size_t end) {
  const dropout_job *job = context;
  size_t first = begin * GROUP, last = end * GROUP < job->count ? end * GROUP : job->count;
  job->kernels->dropout(job->x + first, job->out + first, last - first, begin, &job->source);
}

static void some_activations(const dropout_job *job, size_t begin, size_t end) {
  size_t first = begin * GROUP, last = end * GROUP < job->count ? end * GROUP : job->count;
  const kernel_set *kernels = job->kernels;
  const float *x = job->x + first;
  float *out = job->out + first;
  if (job->upstream) {
    kernels->dropout(job->upstream + first, out, last - first, begin, &job->source);
    kernels->pullback[job->operation](x, x, out, out, last - first, 0, 0);
  } else {
    kernels->unary[job->operation](x, out, last - first, 0, 0);
    kernels->dropout(out, out, last - first, begin, &job->source);
  }
}

static void activations_part(void *context, size_t begin, size_t end) {
  for (size_t group = begin; group < end; group += GROUPS_AT_ONCE)
    some_activations(context, group, group + GROUPS_AT_ONCE < end ? group + GROUPS_AT_ONCE : end);
}

static dropout_source source_of(uint64_t seed, uint64_t stream, float rate) {
  // Nothing is kept at a rate of 1, so the scale is no matter.
  float scale = rate < 1 ? 1 / (1 - rate) : 1;
  return (dropout_source){seed, stream, (uint32_t)(rate * 0x1p24f), scale};
}

static void run(lectern_task part, dropout_job job) {
  job.kernels = lectern_kernels();
  lectern_parallel((job.count + GROUP - 1) / GROUP, ELEMENT_GRAIN / GROUP, part, &job);
}

void lectern_dropout(
    const float *x, float *out, size_t count, uint64_t seed, uint64_t stream, float rate) {
  run(groups_part, (dropout_job){
      .x = x, .out = out, .count = count, .source = source_of(seed, stream, rate)});
}

void lectern_activation_dropout(
    lectern_unary_operation operation, const float *x, const float *upstream, float *out,
    size_t count, uint64_t seed, uint64_t stream, float rate) {
  run(activations_part, (dropout_job){
      .operation = operation, .x = x, .upstream = upstream, .out = out, .count = count,
      .source = source_of(seed, stream, rate)});
}
