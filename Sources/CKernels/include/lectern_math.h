#ifndef LECTERN_MATH_H
#define LECTERN_MATH_H

// Elementary functions in double precision, one value at a time. They use only IEEE addition,
// multiplication, division and comparison, never libm and never a fused multiply-add, so they
// give the same bits on every machine. Errors are below 1 ulp, except where a function says so.

/// e to the power x.
double lectern_exp_f64(double x);

/// The natural logarithm; NaN below zero, -infinity at zero.
double lectern_log_f64(double x);

/// x to the power p; a negative x has whole powers only, others are NaN. At zeros, infinities and
/// NaN as in C: x^0 and 1^p are 1 for any x and p. Whole exponents up to 1024 multiply. For others
/// the relative error grows with the result's exponent, to 1e-13 at the ends of the range.
double lectern_pow_f64(double x, double p);

/// The sine and the cosine of a float, an angle in radians of any size: which multiple of a quarter
/// turn it lies beyond is computed exactly. Errors are below 1e-15.
double lectern_sin_f32(float x);
double lectern_cos_f32(float x);

/// The cosine of a whole turn's fraction: cos(2 pi turns), turns in [0, 1).
double lectern_cos_turns_f64(double turns);

#endif
