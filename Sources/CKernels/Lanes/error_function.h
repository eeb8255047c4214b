// The error function, at most 1.43 ulp off over all 2^32 floats (as measured by
// Tests/Reference/function_accuracy.c), and what rests on the normal distribution. The
// coefficients are those that Tests/Reference/error_function.py prints.

// e^(-x^2 / 2^halvings); what the square lost when it was rounded goes in as well.
INLINE lanes bell(lanes x, int halvings) {
  float scale = halvings ? -0.5f : -1;
  lanes square = x * x;
  reduced parts = reduce_by_ln2(square * scale);
  parts.lost += fma16(x, x, -square) * scale;
  return scale_by_power_of_two(small_exp_less_one(parts) + 1, parts.exponent);
}

// e^(t^2) erfc(t) of t >= 0, for d = 1 + t / 3.
INLINE lanes scaled_complement(lanes d) {
  lanes u = 1 / d;
  lanes q = all(0.0554188507f);
  q = fma16(q, u, all(-0.290515091f));
  q = fma16(q, u, all(0.531852711f));
  q = fma16(q, u, all(-0.435953748f));
  q = fma16(q, u, all(0.39911069f));
  q = fma16(q, u, all(0.000474940204f));
  q = fma16(q, u, all(0.191303383f));
  q = fma16(q, u, all(0.171607307f));
  q = fma16(q, u, all(0.188664066f));
  return u * fma16(q, u, all(0.18803689f));
}

INLINE lanes error_function(lanes x) {
  // Near 0 as x + x (P - 1), so that small results are exact.
  lanes z = x * x;
  lanes p = all(7.85386063e-5f);
  p = fma16(p, z, all(-0.000801019366f));
  p = fma16(p, z, all(0.00518832773f));
  p = fma16(p, z, all(-0.026853812f));
  p = fma16(p, z, all(0.112835852f));
  p = fma16(p, z, all(-0.376126258f));
  p = fma16(p, z, all(0.128379167f));
  lanes near = fma16(x, p, x);
  // Beyond 4 the result is 1.
  lanes size = magnitude(x);
  size = choose(size > 4, all(4), size);
  lanes far = 1 - bell(size, 0) * scaled_complement(fma16(size, all(1 / 3.0f), all(1)));
  far = from_bits(bits_of(far) | (bits_of(x) & (int32_t)0x80000000));
  return choose(x != x, x, choose(size < 1, near, far));
}

INLINE lanes error_function_derivative(lanes x) {
  lanes size = magnitude(x);
  return bell(choose(size > 11, all(11), size), 0) * 1.12837917f;
}

// The standard normal distribution at x: its density without the factor 1 / sqrt(2 pi), and
// the probability of less than x, which is exact to a few ulp also where it is tiny.
typedef struct {
  lanes density, probability;
} normal_distribution;

INLINE normal_distribution normal_at(lanes x) {
  // 1 / (3 sqrt 2) brings x to the scale of erfc.
  lanes density = bell(x, 1);
  lanes d = fma16(magnitude(x), all(0.235702261f), all(1));
  lanes tail = density * scaled_complement(d) * 0.5f;
  return (normal_distribution){density, choose(x > 0, 1 - tail, tail)};
}

// Where the probability of less is 0 or 1 to all digits, lies beyond this.
INLINE lanes within_normal(lanes x) {
  return choose(x > 14.5f, all(14.5f), choose(x < -14.5f, all(-14.5f), x));
}

// x times the probability that a standard normal number is less than x.
INLINE lanes gelu(lanes x) {
  normal_distribution normal = normal_at(within_normal(x));
  // Not minus infinity times zero.
  return choose(x < -14.5f, all(-0.0f), x * normal.probability);
}

INLINE lanes gelu_derivative(lanes x) {
  lanes within = within_normal(x);
  normal_distribution normal = normal_at(within);
  return fma16(within * 0.398942280f, normal.density, normal.probability);
}
