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
  const float *x, *upstream;
  float *out;
  size_t count;
  dropout_source source;
} dropout_job;

typedef struct {
  size_t first, count;
} elements;

// What belongs to the groups from `group` on, which end before `end`.
static elements elements_of(const dropout_job *job, size_t group, size_t end) {
  size_t last = group + GROUPS_AT_ONCE < end ? group + GROUPS_AT_ONCE : end;
  size_t first = group * GROUP, stop = last * GROUP < job->count ? last * GROUP : job->count;
  return (elements){first, stop - first};
}

static void groups_part(void *context, size_t begin, size_t end) {
  const dropout_job *job = context;
  size_t first = begin * GROUP, last = end * GROUP < job->count ? end * GROUP : job->count;
  job->kernels->dropout(job->x + first, job->out + first, last - first, begin, &job->source);
}

static dropout_source source_of(uint64_t seed, uint64_t stream, float rate) {
  // Nothing is kept at a rate of 1, so the scale is no matter.
  float scale = rate < 1 ? 1 / (1 - rate) : 1;
  return (dropout_source){seed, stream, (uint32_t)(rate * 0x1p24f), scale};
}

static void run(lectern_task part, dropout_job *job) {
  lectern_parallel((job->count + GROUP - 1) / GROUP, ELEMENT_GRAIN / GROUP, part, job);
}

void lectern_dropout(
    const float *x, float *out, size_t count, uint64_t seed, uint64_t stream, float rate) {
  dropout_job job = {
      .kernels = lectern_kernels(), .x = x, .out = out, .count = count,
      .source = source_of(seed, stream, rate)};
  run(groups_part, &job);
}

static void activation_part(void *context, size_t begin, size_t end) {
  const dropout_job *job = context;
  for (size_t group = begin; group < end; group += GROUPS_AT_ONCE) {
    elements some = elements_of(job, group, end);
    const float *x = job->x + some.first;
    float *out = job->out + some.first;
    job->kernels->unary[job->operation](x, out, some.count, 0, 0);
    job->kernels->dropout(out, out, some.count, group, &job->source);
  }
}

void lectern_activation_dropout(
    lectern_unary_operation operation, const float *x, float *out, size_t count, uint64_t seed,
    uint64_t stream, float rate) {
  dropout_job job = {
      .kernels = lectern_kernels(), .operation = operation, .x = x, .out = out, .count = count,
      .source = source_of(seed, stream, rate)};
  run(activation_part, &job);
}

static void activation_pullback_part(void *context, size_t begin, size_t end) {
  const dropout_job *job = context;
  for (size_t group = begin; group < end; group += GROUPS_AT_ONCE) {
    elements some = elements_of(job, group, end);
    const float *x = job->x + some.first;
    float *out = job->out + some.first;
    job->kernels->dropout(job->upstream + some.first, out, some.count, group, &job->source);
    job->kernels->pullback[job->operation](x, x, out, out, some.count, 0, 0);
  }
}

void lectern_activation_dropout_pullback(
    lectern_unary_operation operation, const float *x, const float *upstream, float *out,
    size_t count, uint64_t seed, uint64_t stream, float rate) {
  dropout_job job = {lectern_kernels(), operation, x, upstream, out, count,
                     source_of(seed, stream, rate)};
  run(activation_pullback_part, &job);
}
