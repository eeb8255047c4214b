#include "lectern_optimizers.h"

#include "../Lanes/kernel_set.h"
#include "grain.h"
#include "lectern_pool.h"

typedef struct {
  const kernel_set *kernels;
  float *p;
  const float *g;
  float *m, *v;
  adamw_rates adamw;
  sgd_rates sgd;
} update_job;

static void adamw_part(void *context, size_t begin, size_t end) {
  const update_job *job = context;
  job->kernels->adamw(
      job->p + begin, job->g + begin, job->m + begin, job->v + begin, end - begin, &job->adamw);
}

void lectern_adamw_update(
    float *p, const float *g, float *m, float *v, size_t n, float lr, float beta1, float beta2,
    float eps, float wd, float bc1, float bc2) {
  adamw_rates rates = {lr, beta1, beta2, eps, wd, lr / bc1, (float)(1 / __builtin_sqrt(bc2))};
  update_job job = {lectern_kernels(), p, g, m, v, rates, {0}};
  lectern_parallel(n, ELEMENT_GRAIN, adamw_part, &job);
}

static void sgd_part(void *context, size_t begin, size_t end) {
  const update_job *job = context;
  float *velocity = job->v ? job->v + begin : NULL;
  job->kernels->sgd(job->p + begin, job->g + begin, velocity, end - begin, &job->sgd);
}

void lectern_sgd_update(
    float *p, const float *g, float *velocity, size_t n, float lr, float momentum,
    float dampening, int nesterov, float wd) {
  update_job job = {.kernels = lectern_kernels(), .p = p, .g = g, .v = velocity,
                    .sgd = {lr, momentum, dampening, wd, nesterov}};
  lectern_parallel(n, ELEMENT_GRAIN, sgd_part, &job);
}
