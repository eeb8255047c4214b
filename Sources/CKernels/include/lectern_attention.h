#ifndef LECTERN_ATTENTION_H
#define LECTERN_ATTENTION_H

#include "../Lanes/attention_shape.h"

// Self-attention. `projections` is [batch, length, 3 * heads * depth]; weights are [batch, heads,
// length, length], a row for each place that looks; results [batch, length, heads * depth].

/// softmax(scale * query . key) over the places that may be seen; zeros where none may.
void lectern_attention_weights(
    const lectern_attention *shape, const float *projections, float *weights);

/// The values, weighted.
void lectern_attention_values(
    const lectern_attention *shape, const float *weights, const float *projections, float *out);

/// What comes back through the values: the weights' gradient, and the values' part of the
/// projections'.
void lectern_attention_values_pullback(
    const lectern_attention *shape, const float *weights, const float *projections,
    const float *upstream, float *weights_gradient, float *projections_gradient);

/// What comes back through the scores, given their gradient: the queries' and keys' part of the
/// projections'.
void lectern_attention_scores_pullback(
    const lectern_attention *shape, const float *scores_gradient, const float *projections,
    float *projections_gradient);

#endif
