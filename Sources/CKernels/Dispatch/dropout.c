#include "lectern_dropout.h"

#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_pool.h"

// Random numbers come for so many elements at once; parts begin at their multiples.
#define GROUP 64

typedef struct {
  const kernel_set *kernels;
  const float *x;
  float *out;
  size_t count;
  dropout_source source;
} dropout_job;

static void groups_part(void *context, size_t begin, size_t end) {
  const dropout_job *job = context;
  size_t first = begin * GROUP, last = end * GROUP < job->count ? end * GROUP : job->count;
  job->kernels->dropout(job->x + first, job->out + first, last - first, begin, &job->source);
}

void lectern_dropout(
    const float *x, float *out, size_t count, uint64_t seed, uint64_t stream, float rate) {
  // Nothing is kept at a rate of 1, so the scale is no matter.
  float scale = rate < 1 ? 1 / (1 - rate) : 1;
  dropout_source source = {seed, stream, (uint32_t)(rate * 0x1p24f), scale};
  dropout_job job = {lectern_kernels(), x, out, count, source};
  lectern_parallel((count + GROUP - 1) / GROUP, ELEMENT_GRAIN / GROUP, groups_part, &job);
}
