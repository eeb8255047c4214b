#ifndef LECTERN_KERNEL_SET_H
#define LECTERN_KERNEL_SET_H

#include "../include/lectern_elementwise.h"
#include "../include/lectern_optimizers.h"
#include "../include/lectern_reduction.h"
#include "attention_shape.h"
#include "rounding.h"

// The kernels of one instruction set. Each works on one thread; who calls them splits the
// result over the pool.

typedef void unary_kernel(const float *x, float *out, size_t count, float p, float q);
typedef void pullback_kernel(
    const float *x, const float *y, const float *upstream, float *out, size_t count, float p,
    float q);
// A step of 0 repeats the operand's one element, a step of 1 walks through it.
typedef void binary_kernel(
    const float *a, size_t a_step, const float *b, size_t b_step, float *out, size_t count);
typedef void row_reduction(const float *x, float *out, size_t rows, size_t width);
// Folds `count` rows of `stride` elements into one; writes columns [begin, end).
typedef void column_reduction(
    const float *x, float *out, size_t count, size_t stride, size_t begin, size_t end);

typedef struct {
  const float *a, *b;
  // What is added to each row in the end, or NULL.
  const float *bias;
  float *out;
  size_t rows, columns, inner;
  // Distances between neighbours: a[row, inner], b[inner, column]. `out` is contiguous.
  size_t a_row, a_inner, b_inner, b_column;
} product;

typedef struct {
  size_t row_begin, row_end, column_begin, column_end;
} block;

typedef struct {
  uint64_t seed, stream;
  // How many of the 2^24 random numbers drop an element, and the factor of those kept.
  uint32_t dropped;
  float scale;
} dropout_source;

typedef struct {
  const char *name;
  unary_kernel *unary[LECTERN_UNARY_COUNT];
  pullback_kernel *pullback[LECTERN_UNARY_COUNT];
  binary_kernel *binary[LECTERN_BINARY_COUNT];
  void (*choose)(
      const float *mask, const float *yes, const float *no, float *out, size_t count);
  row_reduction *rows[LECTERN_REDUCTION_COUNT];
  column_reduction *columns[LECTERN_REDUCTION_COUNT];
  void (*dot_rows)(const float *a, const float *b, float *out, size_t rows, size_t width);
  row_reduction *softmax, *log_softmax;
  void (*softmax_pullback)(
      const float *y, const float *upstream, float *out, size_t rows, size_t width);
  void (*log_softmax_pullback)(
      const float *y, const float *upstream, float *out, size_t rows, size_t width);
  // The tile that the product computes at once; blocks are best split at its multiples.
  size_t tile_rows, tile_columns;
  void (*multiply)(const product *product, block block);
  void (*adamw)(
      float *p, const float *g, float *m, float *v, size_t count,
      const lectern_adamw_rates *rates);
  // A parameter whose gradient is zero throughout.
  void (*adamw_idle)(
      float *p, float *m, float *v, size_t count, const lectern_adamw_rates *rates);
  void (*sgd)(
      float *p, const float *g, float *velocity, size_t count, const lectern_sgd_rates *rates);
  void (*rmsprop)(
      float *p, const float *g, float *mean, float *velocity, size_t count,
      const lectern_rmsprop_rates *rates);
  void (*adagrad)(
      float *p, const float *g, float *sum, size_t count, const lectern_adagrad_rates *rates);
  void (*lion)(
      float *p, const float *g, float *m, size_t count, const lectern_lion_rates *rates);
  void (*follow)(float *mean, const float *x, size_t count, float share);
  uint32_t (*largest_magnitude)(const float *x, size_t count);
  double (*squared_norm)(const float *x, size_t count);
  // 64 elements share a group of random numbers; x begins with the first of `group`.
  void (*dropout)(
      const float *x, float *out, size_t count, uint64_t group, const dropout_source *source);
  void (*normalize_rows)(
      const float *x, const float *weight, const float *bias, float epsilon, float *out,
      float *means, float *inverse_deviations, size_t rows, size_t width);
  void (*normalize_rows_pullback)(
      const float *x, const float *weight, const float *means, const float *inverse_deviations,
      const float *upstream, float *out, float *weighted, size_t rows, size_t width);
  // One head of one sequence; `scratch` is for the kernel's own use.
  void (*attention_weights)(
      const lectern_attention *shape, size_t item, const float *projections, float *weights,
      float *scratch);
  void (*attention_values)(
      const lectern_attention *shape, size_t item, const float *weights,
      const float *projections, float *out, float *scratch);
  void (*attention_values_pullback)(
      const lectern_attention *shape, size_t item, const float *weights, const float *projections,
      const float *upstream, float *weights_gradient, float *projections_gradient, float *scratch);
  void (*attention_scores_pullback)(
      const lectern_attention *shape, size_t item, const float *scores_gradient,
      const float *projections, float *projections_gradient, float *scratch);
} kernel_set;

extern const kernel_set lectern_kernels_generic;
#if defined(__x86_64__)
extern const kernel_set lectern_kernels_avx2;
extern const kernel_set lectern_kernels_avx512;
#endif

/// The set in use: the best this CPU has, or the one that `LECTERN_ISA` names.
const kernel_set *lectern_kernels(void);

#endif
