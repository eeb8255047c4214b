#include "lectern_optimizers.h"

#include <string.h>

#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_buffers.h"
#include "lectern_pool.h"
#include "row_links.h"

typedef struct {
  const kernel_set *kernels;
  float *p;
  const float *g;
  float *m, *v;
  const void *rates;
} update_job;

static void adamw_part(void *context, size_t begin, size_t end) {
  const update_job *job = context;
  job->kernels->adamw(
      job->p + begin, job->g + begin, job->m + begin, job->v + begin, end - begin, job->rates);
}

void lectern_adamw_update(
    float *p, const float *g, float *m, float *v, size_t n, lectern_adamw_rates rates) {
  update_job job = {lectern_kernels(), p, g, m, v, &rates};
  lectern_parallel(n, ELEMENT_GRAIN, adamw_part, &job);
}

typedef struct {
  const kernel_set *kernels;
  float *p, *m, *v;
  size_t width;
  const float *gradients;
  // Of the gradients, as row_links.h says.
  const int32_t *first, *next;
  lectern_adamw_rates rates;
  float *sums;
} row_update_job;

static void update_row(const row_update_job *job, size_t row, float *sum) {
  size_t width = job->width;
  memset(sum, 0, width * sizeof(float));
  for (int32_t i = job->first[row]; i >= 0; i = job->next[i])
    job->kernels->binary[LECTERN_ADD](sum, 1, job->gradients + (size_t)i * width, 1, sum, width);
  job->kernels->adamw(
      job->p + row * width, sum, job->m + row * width, job->v + row * width, width, &job->rates);
}

// Rows without a gradient are updated together, as far as they reach.
static void rows_part(void *context, size_t begin, size_t end) {
  const row_update_job *job = context;
  float *sum = job->sums + begin;
  for (size_t row = begin; row < end;) {
    if (job->first[row] >= 0) {
      update_row(job, row++, sum);
      continue;
    }
    size_t from = row * job->width;
    while (row < end && job->first[row] < 0) row++;
    job->kernels->adamw_idle(
        job->p + from, job->m + from, job->v + from, row * job->width - from, &job->rates);
  }
}

// Narrow rows, such as biases, are not worth one kernel each: their gradients are added up in a
// table, which is small.
static void update_narrow_rows(
    float *p, float *m, float *v, size_t rows, size_t width, const int32_t *ids,
    const float *gradients, size_t count, const lectern_adamw_rates *rates) {
  size_t capacity;
  float *sums = lectern_buffer_take(rows * width, &capacity);
  memset(sums, 0, rows * width * sizeof(float));
  for (size_t i = 0; i < count; i++)
    for (size_t j = 0; j < width; j++) sums[(size_t)ids[i] * width + j] += gradients[i * width + j];
  update_job job = {lectern_kernels(), p, sums, m, v, rates};
  lectern_parallel(rows * width, ELEMENT_GRAIN, adamw_part, &job);
  lectern_buffer_give(sums, capacity);
}

void lectern_adamw_update_rows(
    float *p, float *m, float *v, size_t rows, size_t width, const int32_t *ids,
    const float *gradients, size_t count, lectern_adamw_rates rates) {
  if (rows == 0 || width == 0) return;
  if (width < 8) {
    update_narrow_rows(p, m, v, rows, width, ids, gradients, count, &rates);
    return;
  }
  // A part sums its gradients in the memory from its first row on; it has at least `width` rows,
  // but for the last, hence the margin.
  size_t grain = rows_in_grain(width) > width ? rows_in_grain(width) : width;
  size_t capacity;
  float *sums = lectern_buffer_take(2 * rows + width + count, &capacity);
  int32_t *first = (int32_t *)(void *)(sums + rows + width), *next = first + rows;
  link_rows(ids, count, rows, first, next);
  row_update_job job = {
      lectern_kernels(), p, m, v, width, gradients, first, next, rates, sums};
  lectern_parallel(rows, grain, rows_part, &job);
  lectern_buffer_give(sums, capacity);
}

static void sgd_part(void *context, size_t begin, size_t end) {
  const update_job *job = context;
  float *velocity = job->v ? job->v + begin : NULL;
  job->kernels->sgd(job->p + begin, job->g + begin, velocity, end - begin, job->rates);
}

void lectern_sgd_update(
    float *p, const float *g, float *velocity, size_t n, lectern_sgd_rates rates) {
  update_job job = {lectern_kernels(), p, g, NULL, velocity, &rates};
  lectern_parallel(n, ELEMENT_GRAIN, sgd_part, &job);
}

static void rmsprop_part(void *context, size_t begin, size_t end) {
  const update_job *job = context;
  float *velocity = job->v ? job->v + begin : NULL;
  job->kernels->rmsprop(
      job->p + begin, job->g + begin, job->m + begin, velocity, end - begin, job->rates);
}

void lectern_rmsprop_update(
    float *p, const float *g, float *mean, float *velocity, size_t n,
    lectern_rmsprop_rates rates) {
  update_job job = {lectern_kernels(), p, g, mean, velocity, &rates};
  lectern_parallel(n, ELEMENT_GRAIN, rmsprop_part, &job);
}

static void adagrad_part(void *context, size_t begin, size_t end) {
  const update_job *job = context;
  job->kernels->adagrad(
      job->p + begin, job->g + begin, job->m + begin, end - begin, job->rates);
}

void lectern_adagrad_update(
    float *p, const float *g, float *sum, size_t n, lectern_adagrad_rates rates) {
  update_job job = {lectern_kernels(), p, g, sum, NULL, &rates};
  lectern_parallel(n, ELEMENT_GRAIN, adagrad_part, &job);
}

static void lion_part(void *context, size_t begin, size_t end) {
  const update_job *job = context;
  job->kernels->lion(job->p + begin, job->g + begin, job->m + begin, end - begin, job->rates);
}

void lectern_lion_update(float *p, const float *g, float *m, size_t n, lectern_lion_rates rates) {
  update_job job = {lectern_kernels(), p, g, m, NULL, &rates};
  lectern_parallel(n, ELEMENT_GRAIN, lion_part, &job);
}

static void follow_part(void *context, size_t begin, size_t end) {
  const update_job *job = context;
  const float *share = job->rates;
  job->kernels->follow(job->p + begin, job->g + begin, end - begin, *share);
}

void lectern_follow(float *mean, const float *x, size_t n, float share) {
  update_job job = {lectern_kernels(), mean, x, NULL, NULL, &share};
  lectern_parallel(n, ELEMENT_GRAIN, follow_part, &job);
}
