#include "lectern_gradients.h"

#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_buffers.h"
#include "lectern_pool.h"

// Threads share blocks of a fixed size, whose results are then put together in order.

typedef struct {
  const kernel_set *kernels;
  const float *x;
  size_t n;
  // One result for each block, of one kind or the other.
  uint32_t *largest;
  double *sums;
} blocks_job;

static size_t block_count(size_t n) { return (n + ELEMENT_GRAIN - 1) / ELEMENT_GRAIN; }

static void blocks_part(void *context, size_t begin, size_t end) {
  const blocks_job *job = context;
  for (size_t block = begin; block < end; block++) {
    size_t from = block * ELEMENT_GRAIN, rest = job->n - from;
    size_t count = rest < ELEMENT_GRAIN ? rest : ELEMENT_GRAIN;
    if (job->largest) job->largest[block] = job->kernels->largest_magnitude(job->x + from, count);
    if (job->sums) job->sums[block] = job->kernels->squared_norm(job->x + from, count);
  }
}

uint32_t lectern_largest_magnitude(const float *x, size_t n) {
  if (n <= ELEMENT_GRAIN) return lectern_kernels()->largest_magnitude(x, n);
  size_t blocks = block_count(n), capacity;
  float *memory = lectern_buffer_take(blocks, &capacity);
  blocks_job job = {lectern_kernels(), x, n, (uint32_t *)(void *)memory, NULL};
  lectern_parallel(blocks, 1, blocks_part, &job);
  uint32_t largest = 0;
  for (size_t block = 0; block < blocks; block++)
    if (job.largest[block] > largest) largest = job.largest[block];
  lectern_buffer_give(memory, capacity);
  return largest;
}

double lectern_squared_norm(const float *x, size_t n) {
  if (n <= ELEMENT_GRAIN) return lectern_kernels()->squared_norm(x, n);
  size_t blocks = block_count(n), capacity;
  float *memory = lectern_buffer_take(2 * blocks, &capacity);
  blocks_job job = {lectern_kernels(), x, n, NULL, (double *)(void *)memory};
  lectern_parallel(blocks, 1, blocks_part, &job);
  double sum = 0;
  for (size_t block = 0; block < blocks; block++) sum += job.sums[block];
  lectern_buffer_give(memory, capacity);
  return sum;
}
