// Smooth activations of networks; see also error_function.h.

// GELU's approximation: x times the sigmoid of 2 sqrt(2 / pi) (x + 0.044715 x^3).
INLINE lanes gelu_tanh(lanes x) {
  // Below, the result is 0; minus infinity must not meet that.
  lanes within = choose(x < -30, all(-30), x);
  return within * logistic(within * fma16(x * x, all(0.0713548163f), all(1.59576912f)));
}

INLINE lanes gelu_tanh_derivative(lanes x) {
  // Beyond, the slope is 0 or 1.
  lanes within = choose(x > 30, all(30), choose(x < -30, all(-30), x));
  lanes square = within * within;
  lanes z = within * fma16(square, all(0.0713548163f), all(1.59576912f));
  lanes e = exponential(-magnitude(z));
  lanes d = e + 1;
  lanes slope = fma16(square, all(3 * 0.0713548163f), all(1.59576912f));
  return fma16(within * slope, e / (d * d), choose(z < 0, e, all(1)) / d);
}

// log(1 + e^x), which PyTorch takes for x where x > 20.
INLINE lanes softplus(lanes x) {
  lanes e = exponential(-magnitude(x));
  lanes d = e + 1;
  // What 1 + e lost when it was rounded, divided by it, is what the logarithm lacks.
  lanes small = logarithm(d) + (e - (d - 1)) / d;
  return choose(x > 0, x, all(0)) + small;
}

typedef struct {
  lanes x, e, n;
} mish_parts;

// With e = e^x and n = e (e + 2), tanh(log(1 + e^x)) is n / (n + 2).
INLINE mish_parts mish_at(lanes x) {
  // From 20 on the quotient is 1; below -120 it is 0.
  lanes within = choose(x > 20, all(20), choose(x < -120, all(-120), x));
  lanes e = exponential(within);
  return (mish_parts){within, e, e * (e + 2)};
}

// x tanh(log(1 + e^x))
INLINE lanes mish(lanes x) {
  mish_parts at = mish_at(x);
  return choose(x > 20, x, at.x * (at.n / (at.n + 2)));
}

INLINE lanes mish_derivative(lanes x) {
  mish_parts at = mish_at(x);
  lanes inverse = 1 / (at.n + 2);
  lanes bend = (at.e * inverse) * ((at.e + 1) * inverse) * 4;
  return fma16(at.x, bend, at.n * inverse);
}
