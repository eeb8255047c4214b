#ifndef LECTERN_OPTIMIZERS_H
#define LECTERN_OPTIMIZERS_H

#include <stddef.h>
#include <stdint.h>

// One pass over a parameter p, its gradient g and the optimizer's state.

/// AdamW, the decay decoupled (Loshchilov and Hutter 2019; the update PyTorch makes):
/// p -= lr wd p; m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g²;
/// p -= lr (m / bc1) / (sqrt(v / bc2) + eps), with the corrections bc1 = 1 - beta1^step and
/// bc2 = 1 - beta2^step.
void lectern_adamw_update(
    float *p, const float *g, float *m, float *v, size_t n, float lr, float beta1, float beta2,
    float eps, float wd, float bc1, float bc2);

/// The same for a table [rows, width] whose gradient is zero but for some rows: to row ids[i]
/// belongs gradients[i], and what several add to one row accumulates in order. Gives the bits of
/// lectern_adamw_update on the whole gradient, without ever making it.
void lectern_adamw_update_rows(
    float *p, float *m, float *v, size_t rows, size_t width, const int32_t *ids,
    const float *gradients, size_t count, float lr, float beta1, float beta2, float eps, float wd,
    float bc1, float bc2);

/// SGD as PyTorch defines it: d = g + wd p; velocity = momentum velocity + (1 - dampening) d;
/// p -= lr (nesterov ? d + momentum velocity : velocity). With a momentum of 0, `velocity` may
/// be NULL and p -= lr d.
void lectern_sgd_update(
    float *p, const float *g, float *velocity, size_t n, float lr, float momentum,
    float dampening, int nesterov, float wd);

#endif
