#ifndef LECTERN_NORMALIZATION_H
#define LECTERN_NORMALIZATION_H

#include <stddef.h>

/// Each row less its mean, divided by sqrt(variance + epsilon), times weight plus bias. `means` and
/// `inverse_deviations` get a number for each row, for the pullback.
void lectern_normalize_rows(
    const float *x, const float *weight, const float *bias, float epsilon, float *out,
    float *means, float *inverse_deviations, size_t rows, size_t width);

/// The gradient of x, and the upstream gradient times the normalised rows, whose sum over the
/// rows is the weight's gradient.
void lectern_normalize_rows_pullback(
    const float *x, const float *weight, const float *means, const float *inverse_deviations,
    const float *upstream, float *out, float *weighted, size_t rows, size_t width);

#endif
