// Kernels that work on each element; see kernel_set.h.

#define UNARY(name, value, slope)                                                          \
  INLINE lanes name##_of(lanes x, float p, float q) {                                      \
    (void)p, (void)q;                                                                      \
    return value;                                                                          \
  }                                                                                        \
  static void name##_each(const float *in, float *out, size_t count, float p, float q) {   \
    EACH_LANES(count, put(out + i, name##_of(take(in + i, n, 1), p, q), n);)               \
  }                                                                                        \
  INLINE lanes name##_slope(lanes x, lanes y, lanes g, float p, float q) {                 \
    (void)x, (void)y, (void)g, (void)p, (void)q;                                           \
    return slope;                                                                          \
  }                                                                                        \
  static void name##_pullback(                                                             \
      const float *in, const float *result, const float *up, float *out, size_t count,     \
      float p, float q) {                                                                  \
    EACH_LANES(                                                                            \
        count, lanes x = take(in + i, n, 1), y = take(result + i, n, 1);                   \
        lanes g = take(up + i, n, 1); put(out + i, name##_slope(x, y, g, p, q), n);)       \
  }

// In double precision and one at a time: rare, and exact enough for any exponent or angle.
#define EACH_IN_DOUBLE(value)                                      \
  float lane[LANES];                                               \
  store(lane, x);                                                  \
  for (int i = 0; i < LANES; i++) lane[i] = (float)(value);        \
  return load(lane);

// The exponent is a double, so that one less than a float is exact, even or odd as it is.
INLINE lanes power(lanes x, double p) {
  if (p == 1) return x;
  if (p == 2) return x * x;
  EACH_IN_DOUBLE(lectern_pow_f64(lane[i], p))
}

INLINE lanes sine(lanes x) { EACH_IN_DOUBLE(lectern_sin_f32(lane[i])) }
INLINE lanes cosine(lanes x) { EACH_IN_DOUBLE(lectern_cos_f32(lane[i])) }

// Where the result is kept within bounds, no gradient comes through from beyond them.
INLINE lanes clip(lanes x, float p, float q) {
  return choose(x < p, all(p), choose(x > q, all(q), x));
}

INLINE lanes sign(lanes x) { return choose(x > 0, all(1), choose(x < 0, all(-1), x)); }

INLINE lanes logistic_slope(lanes x) {
  lanes e = exponential(-magnitude(x));
  return e / ((e + 1) * (e + 1));
}

//    name           value at x                          upstream g times the derivative
UNARY(negate, -x, -g)
UNARY(absolute, magnitude(x), g *sign(x))
UNARY(square_root, square_root(x), g / (y * 2))
UNARY(exp, exponential(x), g *y)
UNARY(log, logarithm(x), g / x)
UNARY(tanh, hyperbolic_tangent(x), g *(1 - y) * (1 + y))
UNARY(sigmoid, logistic(x), g *logistic_slope(x))
UNARY(sigmoid_range, fma16(logistic(x), all(q - p), all(p)), g *(logistic_slope(x) * (q - p)))
UNARY(relu, choose(x <= 0, all(0), x), choose(x <= 0, all(0), g))
UNARY(clip, clip(x, p, q), choose((x < p) | (x > q), all(0), g))
UNARY(power, power(x, p), p == 0 ? all(0) : g *(power(x, p - 1.0) * p))
UNARY(erf, error_function(x), g *error_function_derivative(x))
UNARY(gelu, gelu(x), g *gelu_derivative(x))
UNARY(gelu_tanh, gelu_tanh(x), g *gelu_tanh_derivative(x))
UNARY(mish, mish(x), g *mish_derivative(x))
UNARY(softplus, softplus(x), g *logistic(x))
UNARY(floor, rounded_down(x), all(0))
UNARY(ceil, rounded_up(x), all(0))
UNARY(round, rounded(x), all(0))
UNARY(sign, sign(x), all(0))
UNARY(sin, sine(x), g *cosine(x))
UNARY(cos, cosine(x), -(g * sine(x)))
UNARY(log1p, logarithm_of_one_more(x), g / (x + 1))
UNARY(expm1, exponential_less_one(x), g *(y + 1))
#undef UNARY

#define BINARY(name, value)                                                                \
  INLINE lanes name##_of(lanes a, lanes b) { return value; }                               \
  static void name##_both(                                                                 \
      const float *pa, size_t a_step, const float *pb, size_t b_step, float *out,          \
      size_t count) {                                                                      \
    lanes a = all(*pa), b = all(*pb);                                                      \
    if (a_step && b_step) {                                                                \
      EACH_LANES(                                                                          \
          count, put(out + i, name##_of(take(pa + i, n, 1), take(pb + i, n, 1)), n);)      \
    } else if (a_step) {                                                                   \
      EACH_LANES(count, put(out + i, name##_of(take(pa + i, n, 1), b), n);)                \
    } else if (b_step) {                                                                   \
      EACH_LANES(count, put(out + i, name##_of(a, take(pb + i, n, 1)), n);)                \
    } else {                                                                               \
      EACH_LANES(count, put(out + i, name##_of(a, b), n);)                                 \
    }                                                                                      \
  }

INLINE lanes one_where(ints mask) { return choose(mask, all(1), all(0)); }

BINARY(add, a + b)
BINARY(subtract, a - b)
BINARY(multiply, a *b)
BINARY(divide, a / b)
BINARY(smaller, smaller(a, b))
BINARY(larger, larger(a, b))
BINARY(less, one_where(a < b))
BINARY(less_or_equal, one_where(a <= b))
BINARY(equal, one_where(a == b))
#undef BINARY

static void choose_each(
    const float *mask, const float *yes, const float *no, float *out, size_t count) {
  EACH_LANES(count, {
    ints chosen = take(mask + i, n, 0) != 0;
    put(out + i, choose(chosen, take(yes + i, n, 0), take(no + i, n, 0)), n);
  })
}
