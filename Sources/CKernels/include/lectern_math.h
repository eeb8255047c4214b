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

/// Sine, cosine and tangent of an angle in radians; NaN from 2^27 on, Excel's limit. Errors are
/// below 3 ulp, with the tangent below 4.
double lectern_sin_f64(double x);
double lectern_cos_f64(double x);
double lectern_tan_f64(double x);

/// The angle, in radians, with this sine, cosine or tangent; NaN where there is none. Errors are
/// below 8 ulp.
double lectern_asin_f64(double x);
double lectern_acos_f64(double x);
double lectern_atan_f64(double x);

/// The hyperbolic tangent. Errors are below 4 ulp.
double lectern_tanh_f64(double x);

/// The density of the standard normal distribution at z, the share of it below z, and the z below
/// which a share lies (NaN unless it is between 0 and 1). Relative errors are below 1e-14, of the
/// last one below 1e-12.
double lectern_normal_density_f64(double z);
double lectern_normal_f64(double z);
double lectern_normal_inverse_f64(double share);

#endif
