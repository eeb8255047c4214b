#ifndef LECTERN_ELEMENTWISE_H
#define LECTERN_ELEMENTWISE_H

#include <stddef.h>

// Operations on each element. `out` may be one of the operands.

/// Functions of one element; p and q are parameters of those that have any.
typedef enum {
  LECTERN_NEGATE,
  LECTERN_ABSOLUTE,
  LECTERN_SQUARE_ROOT,
  LECTERN_EXP,
  LECTERN_LOG,
  LECTERN_TANH,
  LECTERN_SIGMOID,
  LECTERN_SIGMOID_RANGE,  ///< a sigmoid that runs from p to q
  LECTERN_RELU,
  LECTERN_CLIP,   ///< into p...q
  LECTERN_POWER,  ///< to the power p
  LECTERN_ERF,
  LECTERN_GELU,       ///< x times the probability that a normal number is less than x
  LECTERN_GELU_TANH,  ///< its approximation by a hyperbolic tangent
  LECTERN_MISH,
  LECTERN_SOFTPLUS,  ///< the logarithm of 1 + e^x
  LECTERN_FLOOR,
  LECTERN_CEIL,
  LECTERN_ROUND,  ///< halves to the even neighbour
  LECTERN_SIGN,   ///< -1, 0 or 1
  LECTERN_SIN,
  LECTERN_COS,
  LECTERN_LOG1P,  ///< the logarithm of 1 + x
  LECTERN_EXPM1,  ///< e^x - 1
  LECTERN_UNARY_COUNT
} lectern_unary_operation;

/// Comparisons give 1 or 0; NaN is not equal to, less than or greater than anything.
typedef enum {
  LECTERN_ADD,
  LECTERN_SUBTRACT,
  LECTERN_MULTIPLY,
  LECTERN_DIVIDE,
  LECTERN_SMALLER,
  LECTERN_LARGER,
  LECTERN_LESS,
  LECTERN_LESS_OR_EQUAL,
  LECTERN_EQUAL,
  LECTERN_BINARY_COUNT
} lectern_binary_operation;

void lectern_unary(
    lectern_unary_operation operation, const float *x, float *out, size_t count, float p, float q);

/// upstream times the derivative at x, where y is the operation's result.
void lectern_unary_pullback(
    lectern_unary_operation operation, const float *x, const float *y, const float *upstream,
    float *out, size_t count, float p, float q);

/// Up to this many axes remain when those that both operands walk through alike are merged.
#define LECTERN_MOST_AXES 8

/// Two operands that broadcast to `shape`: `a_strides[i]` is how far a's next element along
/// axis i is, 0 where it repeats. `out` is contiguous.
/// Returns 0 and does nothing when more than LECTERN_MOST_AXES axes remain after merging.
int lectern_binary(
    lectern_binary_operation operation, size_t rank, const size_t *shape, const float *a,
    const size_t *a_strides, const float *b, const size_t *b_strides, float *out);

/// yes where mask is not 0, no elsewhere.
void lectern_choose(
    const float *mask, const float *yes, const float *no, float *out, size_t count);

/// x[i] += y[i]
void lectern_accumulate(float *x, const float *y, size_t count);

#endif
