// Kernels that fold many elements into one; see kernel_set.h. Lane i of 16 takes elements i,
// i + 16, …; then lanes meet in the tree of lanes.h.

#define REDUCTION(name, start, combine, fold)                                                \
  INLINE float name##_of_row(const float *x, size_t width) {                                 \
    lanes a = all(start);                                                                    \
    EACH_LANES(                                                                            \
        width, lanes b = take(x + i, n, start); a = combine;)                              \
    return fold(a);                                                                          \
  }                                                                                          \
  static void name##_rows(const float *x, float *out, size_t rows, size_t width) {           \
    for (size_t row = 0; row < rows; row++) out[row] = name##_of_row(x + row * width, width);\
  }                                                                                          \
  /* Sixteen columns at a time; element i of a column goes to partial i % 16. */             \
  INLINE lanes name##_of_columns(                                                            \
      const float *x, size_t count, size_t stride, size_t width) {                           \
    lanes partial[LANES];                                                                    \
    for (int i = 0; i < LANES; i++) partial[i] = all(start);                                 \
    for (size_t i = 0; i < count; i++) {                                                     \
      const float *p = x + i * stride;                                                       \
      lanes b = take(p, width, start);                       \
      lanes a = partial[i % LANES];                                                          \
      partial[i % LANES] = combine;                                                          \
    }                                                                                        \
    for (int half = LANES / 2; half > 0; half /= 2)                                          \
      for (int i = 0; i < half; i++) {                                                       \
        lanes a = partial[i], b = partial[i + half];                                         \
        partial[i] = combine;                                                                \
      }                                                                                      \
    return partial[0];                                                                       \
  }                                                                                          \
  static void name##_columns(                                                                \
      const float *x, float *out, size_t count, size_t stride, size_t begin, size_t end) {   \
    size_t j = begin;                                                                        \
    for (; j + LANES <= end; j += LANES)                                                     \
      store(out + j, name##_of_columns(x + j, count, stride, LANES));                        \
    if (j < end)                                                                             \
      put(out + j, name##_of_columns(x + j, count, stride, end - j), end - j);        \
  }

REDUCTION(sum, 0.0f, a + b, fold_sum)
REDUCTION(largest, -__builtin_inff(), larger(a, b), fold_largest)
REDUCTION(smallest, __builtin_inff(), smaller(a, b), fold_smallest)
#undef REDUCTION

INLINE float dot(const float *a, const float *b, size_t width) {
  lanes sum = all(0);
  EACH_LANES(width, sum = fma16(take(a + i, n, 0), take(b + i, n, 0), sum);)
  return fold_sum(sum);
}

static void dot_rows(const float *a, const float *b, float *out, size_t rows, size_t width) {
  for (size_t row = 0; row < rows; row++) out[row] = dot(a + row * width, b + row * width, width);
}
