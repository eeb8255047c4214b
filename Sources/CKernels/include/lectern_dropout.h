#ifndef LECTERN_DROPOUT_H
#define LECTERN_DROPOUT_H

#include <stddef.h>
#include <stdint.h>

#include "lectern_elementwise.h"

/// Sets each element to 0 with the probability `rate`, in [0, 1], and divides the others by
/// 1 - rate. Which ones depends on seed, stream and position alone, so that the gradient takes
/// the same call on what comes from above. `out` may be `x`.
void lectern_dropout(
    const float *x, float *out, size_t count, uint64_t seed, uint64_t stream, float rate);

/// Dropout of the results of a function without parameters, in one pass: the same to the last bit
/// as one after the other. With `upstream`, what comes back, dropped and times the derivative at `x`
/// in place of the results; NULL otherwise. For functions whose derivative is computed from x alone:
/// GELU and its approximation, ReLU, Mish, softplus.
void lectern_activation_dropout(
    lectern_unary_operation operation, const float *x, const float *upstream, float *out,
    size_t count, uint64_t seed, uint64_t stream, float rate);

#endif
