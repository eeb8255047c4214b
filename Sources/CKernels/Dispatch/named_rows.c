// Updates of a table that read and write only the rows with a gradient; see lectern_optimizers.h.

#include <string.h>

#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_buffers.h"
#include "lectern_optimizers.h"
#include "lectern_pool.h"
#include "row_links.h"

typedef struct named_rows_job {
  const kernel_set *kernels;
  float *p, *memory;
  size_t width;
  const int32_t *ids;
  const float *gradients;
  // Of the gradients, as row_links.h says.
  const int32_t *first, *next;
  const void *rates;
  void (*update)(const struct named_rows_job *job, size_t at, const float *gradient);
} named_rows_job;

// The row belongs to whoever has its first gradient.
static void named_rows_part(void *context, size_t begin, size_t end) {
  const named_rows_job *job = context;
  size_t width = job->width, capacity;
  float *sum = lectern_buffer_take(width, &capacity);
  for (size_t i = begin; i < end; i++) {
    size_t row = (size_t)job->ids[i];
    if (job->first[row] != (int32_t)i) continue;
    memset(sum, 0, width * sizeof(float));
    for (int32_t k = (int32_t)i; k >= 0; k = job->next[k])
      for (size_t j = 0; j < width; j++) sum[j] += job->gradients[(size_t)k * width + j];
    job->update(job, row * width, sum);
  }
  lectern_buffer_give(sum, capacity);
}

static void update_named_rows(named_rows_job *job, size_t rows, size_t count) {
  if (count == 0 || job->width == 0) return;
  size_t capacity;
  float *memory = lectern_buffer_take(rows + count, &capacity);
  int32_t *first = (int32_t *)(void *)memory, *next = first + rows;
  link_rows(job->ids, count, rows, first, next);
  job->first = first;
  job->next = next;
  lectern_parallel(count, rows_in_grain(job->width), named_rows_part, job);
  lectern_buffer_give(memory, capacity);
}

static void sgd_row(const named_rows_job *job, size_t at, const float *gradient) {
  job->kernels->sgd(job->p + at, gradient, NULL, job->width, job->rates);
}

void lectern_sgd_update_rows(
    float *p, size_t rows, size_t width, const int32_t *ids, const float *gradients, size_t count,
    float learning_rate) {
  lectern_sgd_rates rates = {.learning_rate = learning_rate};
  named_rows_job job = {
      .kernels = lectern_kernels(), .p = p, .width = width, .ids = ids, .gradients = gradients,
      .rates = &rates, .update = sgd_row};
  update_named_rows(&job, rows, count);
}

static void adagrad_row(const named_rows_job *job, size_t at, const float *gradient) {
  job->kernels->adagrad(job->p + at, gradient, job->memory + at, job->width, job->rates);
}

void lectern_adagrad_update_rows(
    float *p, float *sum, size_t rows, size_t width, const int32_t *ids, const float *gradients,
    size_t count, lectern_adagrad_rates rates) {
  named_rows_job job = {
      .kernels = lectern_kernels(), .p = p, .memory = sum, .width = width, .ids = ids,
      .gradients = gradients, .rates = &rates, .update = adagrad_row};
  update_named_rows(&job, rows, count);
}
