#ifndef LECTERN_DROPOUT_H
#define LECTERN_DROPOUT_H

#include <stddef.h>
#include <stdint.h>

/// Sets each element to 0 with the probability `rate`, in [0, 1], and divides the others by
/// 1 - rate. Which ones depends on seed, stream and position alone, so that the gradient takes
/// the same call on what comes from above. `out` may be `x`.
void lectern_dropout(
    const float *x, float *out, size_t count, uint64_t seed, uint64_t stream, float rate);

#endif
