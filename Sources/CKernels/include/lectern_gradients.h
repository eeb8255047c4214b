#ifndef LECTERN_GRADIENTS_H
#define LECTERN_GRADIENTS_H

#include <stddef.h>
#include <stdint.h>

/// The magnitude of the largest element, the bits of a float: beyond those of infinity where an
/// element is not a number. 0 without elements.
uint32_t lectern_largest_magnitude(const float *x, size_t n);

/// The sum of all squares in double precision, in which no square of a float overflows. Its order
/// is fixed by n alone.
double lectern_squared_norm(const float *x, size_t n);

#endif
