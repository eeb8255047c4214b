// exp, log, tanh, the sigmoid and their relatives on lanes, errors at most 2 ulp: over all 2^32
// floats at most 0.93, 0.86, 1.67 and 1.48, over every 301st at most 1.44 for log1p and 1.56 for
// expm1 (Tests/Reference/function_accuracy.c measures them). Coefficients are those of the Taylor
// series, which suffice for single precision on these short intervals.

// ln 2 in two parts; the high one ends in zeros, so that its product with an exponent is exact.
#define LN2_HIGH 0x1.62e4p-1f
#define LN2_LOW 0x1.7f7d1cp-20f

// Added to a small number, leaves the nearest whole number in the last bits.
#define ROUNDING 0x1.8p23f

typedef struct {
  ints exponent;
  lanes rest, lost;
} reduced;

// x = exponent * ln 2 + rest + lost with |rest| <= ln(2) / 2; `lost` is what did not fit into
// the digits of `rest`.
INLINE reduced reduce_by_ln2(lanes x) {
  lanes shifted = fma16(x, all(0x1.715476p0f), all(ROUNDING));
  lanes k = shifted - all(ROUNDING);
  lanes high = fma16(k, all(-LN2_HIGH), x);
  lanes rest = fma16(k, all(-LN2_LOW), high);
  lanes lost = fma16(k, all(-LN2_LOW), high - rest);
  return (reduced){bits_of(shifted) - bits_of(all(ROUNDING)), rest, lost};
}

// e^(rest + lost) - 1.
INLINE lanes small_exp_less_one(reduced parts) {
  lanes r = parts.rest;
  lanes q = all(1 / 5040.0f);
  q = fma16(q, r, all(1 / 720.0f));
  q = fma16(q, r, all(1 / 120.0f));
  q = fma16(q, r, all(1 / 24.0f));
  q = fma16(q, r, all(1 / 6.0f));
  q = fma16(q, r, all(0.5f));
  return r + fma16(q, r * r, parts.lost);
}

// 2^k for k of a normal number.
INLINE lanes power_of_two(ints k) { return from_bits((k + 127) << 23); }

// Two factors, since 2^k alone may be no normal number.
INLINE lanes scale_by_power_of_two(lanes x, ints k) {
  ints half = k >> 1;
  return x * power_of_two(half) * power_of_two(k - half);
}

INLINE lanes exponential(lanes x) {
  // Beyond these the result is 0 or infinity anyway.
  lanes within = choose(x > 89, all(89), choose(x < -105, all(-105), x));
  reduced parts = reduce_by_ln2(within);
  lanes result = scale_by_power_of_two(small_exp_less_one(parts) + 1, parts.exponent);
  return choose(x != x, x, result);
}

INLINE lanes logarithm(lanes x) {
  ints tiny = x < 0x1p-126f;
  lanes normal = choose(tiny, x * 0x1p25f, x);
  // x = 2^k m with m between sqrt(1/2) and sqrt(2).
  ints shifted = bits_of(normal) - 0x3f3504f3;
  lanes k = __builtin_convertvector((shifted >> 23) - (tiny & 25), lanes);
  lanes f = from_bits((shifted & 0x007fffff) + 0x3f3504f3) - 1;
  // log(1 + f) = 2 artanh(s), s = f / (2 + f), written so that f itself enters exactly.
  lanes s = f / (f + 2);
  lanes z = s * s;
  lanes tail = fma16(z, all(2 / 9.0f), all(2 / 7.0f));
  tail = fma16(tail, z, all(2 / 5.0f));
  tail = fma16(tail, z, all(2 / 3.0f)) * z;
  lanes half_square = f * f * 0.5f;
  lanes small = fma16(s, half_square + tail, k * LN2_LOW);
  lanes result = fma16(k, all(LN2_HIGH), f - (half_square - small));
  result = choose(x == __builtin_inff(), x, result);
  result = choose(x == 0, all(-__builtin_inff()), result);
  return choose((x < 0) | (x != x), all(__builtin_nanf("")), result);
}

// log(1 + x): what 1 + x lost when it was rounded, divided by it, is what its logarithm lacks.
INLINE lanes logarithm_of_one_more(lanes x) {
  lanes sum = x + 1;
  lanes result = logarithm(sum) + (x - (sum - 1)) / sum;
  result = choose((sum == 0) | (x == __builtin_inff()), logarithm(sum), result);
  return choose(x == 0, x, result);
}

// e^x - 1, also where e^x is close to 1.
INLINE lanes exponential_less_one(lanes x) {
  // Beyond these the 1 changes nothing, or is all that is left.
  reduced parts = reduce_by_ln2(choose(x > 40, all(40), choose(x < -40, all(-40), x)));
  lanes scale = power_of_two(parts.exponent);
  lanes result = fma16(scale, small_exp_less_one(parts), scale - 1);
  result = choose(x > 40, exponential(x), result);
  return choose((x == 0) | (x != x), x, result);
}

// To a whole number, halves to the even one.
INLINE lanes rounded(lanes x) {
  // From 2^23 on there is nothing after the point.
  lanes size = magnitude(x);
  lanes whole = (size + 0x1p23f) - 0x1p23f;
  lanes result = from_bits(bits_of(whole) | (bits_of(x) & (int32_t)0x80000000));
  return choose(size < 0x1p23f, result, x);
}

// The zeros of either sign keep it.
INLINE lanes rounded_down(lanes x) {
  lanes whole = rounded(x);
  return choose(whole > x, whole - 1, whole);
}

INLINE lanes rounded_up(lanes x) { return -rounded_down(-x); }

// n / d for sums n and d and what they lost when they were rounded: one Newton step.
INLINE lanes quotient(lanes n, lanes n_lost, lanes d, lanes d_lost) {
  lanes inverse = 1 / d;
  lanes first = n * inverse;
  lanes remainder = fma16(-first, d, n) + fma16(-first, d_lost, n_lost);
  return fma16(remainder, inverse, first);
}

INLINE lanes hyperbolic_tangent(lanes x) {
  // Through e^-2|x|, less one where that is nearer to zero, so that small results are exact;
  // beyond 20 the result is 1.
  lanes size = magnitude(x);
  reduced parts = reduce_by_ln2(choose(size > 20, all(20), size) * -2);
  lanes scale = power_of_two(parts.exponent);
  lanes mantissa_less_one = small_exp_less_one(parts);
  lanes less_one = fma16(scale, mantissa_less_one, scale - 1);
  lanes e = scale * (mantissa_less_one + 1);
  ints is_small = e > 0.5f;
  // (1 - e) / (1 + e)
  lanes top = 1 - e, bottom = 1 + e;
  lanes wide = less_one + 2;
  lanes result = quotient(
      choose(is_small, -less_one, top), choose(is_small, all(0), (1 - top) - e),
      choose(is_small, wide, bottom), choose(is_small, less_one - (wide - 2), e - (bottom - 1)));
  result = from_bits(bits_of(magnitude(result)) | (bits_of(x) & (int32_t)0x80000000));
  return choose(x != x, x, result);
}

// 1 / (1 + e^-x), through e^-|x| so that neither end overflows.
INLINE lanes logistic(lanes x) {
  lanes e = exponential(-magnitude(x));
  lanes d = e + 1;
  return quotient(choose(x < 0, e, all(1)), all(0), d, e - (d - 1));
}
