#include "lectern_elementwise.h"

#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_pool.h"

typedef struct {
  const kernel_set *kernels;
  int operation;
  const float *x, *y, *upstream;
  float *out;
  float p, q;
} unary_job;

static void unary_part(void *context, size_t begin, size_t end) {
  const unary_job *job = context;
  job->kernels->unary[job->operation](
      job->x + begin, job->out + begin, end - begin, job->p, job->q);
}

void lectern_unary(
    lectern_unary_operation operation, const float *x, float *out, size_t count, float p, float q) {
  unary_job job = {.kernels = lectern_kernels(), operation, x, NULL, NULL, out, p, q};
  lectern_parallel(count, ELEMENT_GRAIN, unary_part, &job);
}

static void pullback_part(void *context, size_t begin, size_t end) {
  const unary_job *job = context;
  job->kernels->pullback[job->operation](
      job->x + begin, job->y + begin, job->upstream + begin, job->out + begin, end - begin,
      job->p, job->q);
}

void lectern_unary_pullback(
    lectern_unary_operation operation, const float *x, const float *y, const float *upstream,
    float *out, size_t count, float p, float q) {
  unary_job job = {lectern_kernels(), operation, x, y, upstream, out, p, q};
  lectern_parallel(count, ELEMENT_GRAIN, pullback_part, &job);
}

typedef struct {
  const kernel_set *kernels;
  const float *mask, *yes, *no;
  float *out;
} choice_job;

static void choice_part(void *context, size_t begin, size_t end) {
  const choice_job *job = context;
  job->kernels->choose(
      job->mask + begin, job->yes + begin, job->no + begin, job->out + begin, end - begin);
}

void lectern_choose(
    const float *mask, const float *yes, const float *no, float *out, size_t count) {
  choice_job job = {lectern_kernels(), mask, yes, no, out};
  lectern_parallel(count, ELEMENT_GRAIN, choice_part, &job);
}

void lectern_accumulate(float *x, const float *y, size_t count) {
  size_t stride = 1;
  lectern_binary(LECTERN_ADD, 1, &count, x, &stride, y, &stride, x);
}
