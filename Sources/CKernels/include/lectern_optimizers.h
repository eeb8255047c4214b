#ifndef LECTERN_OPTIMIZERS_H
#define LECTERN_OPTIMIZERS_H

#include <stddef.h>
#include <stdint.h>

// One pass over a parameter p, its gradient g and the optimizer's state. The rates come combined:
// whoever calls computes in double precision and rounds once. Numbers near 1 come as what they
// lack of it, since single precision holds 1 - 1e-9 as 1, and 1e-9 as it is.

typedef struct {
  /// 1 - beta1 and 1 - beta2.
  float first_share, second_share;
  float epsilon;
  /// The share of itself that a parameter loses: learning rate times weight decay.
  float decay;
  /// The learning rate over 1 - beta1^step, and 1 / sqrt(1 - beta2^step): one division for each
  /// element, not three.
  float step_size, root_scale;
} lectern_adamw_rates;

/// AdamW, the decay decoupled (Loshchilov and Hutter 2019; the update PyTorch makes):
/// p -= decay p; m += first_share (g - m); v += second_share (g² - v);
/// p -= step_size m / (root_scale sqrt(v) + epsilon).
void lectern_adamw_update(
    float *p, const float *g, float *m, float *v, size_t n, lectern_adamw_rates rates);

/// The same for a table [rows, width] whose gradient is zero but for some rows: to row ids[i]
/// belongs gradients[i], and what several add to one row accumulates in order. Gives the bits of
/// lectern_adamw_update on the whole gradient, without ever making it.
void lectern_adamw_update_rows(
    float *p, float *m, float *v, size_t rows, size_t width, const int32_t *ids,
    const float *gradients, size_t count, lectern_adamw_rates rates);

typedef struct {
  /// `friction` is 1 - momentum.
  float learning_rate, momentum, friction, weight_decay;
  int nesterov;
} lectern_sgd_rates;

/// SGD as PyTorch defines it: d = g + weight_decay p; velocity = momentum velocity + d;
/// p -= learning_rate (nesterov ? d + momentum velocity : velocity). Where `velocity` is NULL,
/// p -= learning_rate d.
void lectern_sgd_update(
    float *p, const float *g, float *velocity, size_t n, lectern_sgd_rates rates);

/// The same without velocity and decay for a table [rows, width] whose gradient is zero but for
/// some rows: to row ids[i] belongs gradients[i], and what several add to one row accumulates in
/// order. Only the rows that are named are read and written; the bits are those of
/// lectern_sgd_update on the whole gradient.
void lectern_sgd_update_rows(
    float *p, size_t rows, size_t width, const int32_t *ids, const float *gradients, size_t count,
    float learning_rate);

typedef struct {
  /// `share` is 1 - smoothing, `friction` 1 - momentum.
  float learning_rate, share, friction, epsilon, weight_decay;
} lectern_rmsprop_rates;

/// d = g + weight_decay p; mean += share (d² - mean); step = d / (sqrt(mean) + epsilon);
/// velocity = momentum velocity + step; p -= learning_rate velocity. Where `velocity` is NULL,
/// p -= learning_rate step.
void lectern_rmsprop_update(
    float *p, const float *g, float *mean, float *velocity, size_t n, lectern_rmsprop_rates rates);

typedef struct {
  float learning_rate, epsilon, weight_decay;
} lectern_adagrad_rates;

/// d = g + weight_decay p; sum += d²; p -= learning_rate d / (sqrt(sum) + epsilon).
void lectern_adagrad_update(
    float *p, const float *g, float *sum, size_t n, lectern_adagrad_rates rates);

/// The same without decay for a table of which some rows were looked up; see
/// lectern_sgd_update_rows.
void lectern_adagrad_update_rows(
    float *p, float *sum, size_t rows, size_t width, const int32_t *ids, const float *gradients,
    size_t count, lectern_adagrad_rates rates);

typedef struct {
  /// 1 - beta1, 1 - beta2, and learning rate times weight decay.
  float learning_rate, first_share, second_share, decay;
} lectern_lion_rates;

/// p -= decay p + learning_rate sign(m + first_share (g - m)); then m += second_share (g - m).
void lectern_lion_update(float *p, const float *g, float *m, size_t n, lectern_lion_rates rates);

/// mean += share (x - mean).
void lectern_follow(float *mean, const float *x, size_t n, float share);

#endif
