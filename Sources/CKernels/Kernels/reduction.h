// Kernels that fold many elements into one; see kernel_set.h. Lane i of 16 takes elements i,
// i + 16, …; then lanes meet in the tree of lanes.h.

// So many sixteens of columns are folded together: a row of memory is then read in longer pieces.
#define COLUMNS_AT_ONCE 4

#define REDUCTION(name, start, combine, fold)                                               \
  INLINE float name##_of_row(const float *x, size_t width) {                                \
    lanes a = all(start);                                                                   \
    EACH_LANES(                                                                             \
        width, lanes b = take(x + i, n, start); a = combine;)                               \
    return fold(a);                                                                         \
  }                                                                                         \
  static void name##_rows(const float *x, float *out, size_t rows, size_t width) {          \
    for (size_t row = 0; row < rows; row++) out[row] = name##_of_row(x + row * width, width);\
  }                                                                                         \
  /* Some columns at a time, `lanes_of_columns` sixteens of them, the last of `width` columns;\
     element i of a column goes to partial i % 16. */                                       \
  INLINE void name##_of_columns(                                                            \
      const float *x, float *out, size_t count, size_t stride, int lanes_of_columns,        \
      size_t width) {                                                                       \
    lanes partial[LANES][COLUMNS_AT_ONCE];                                                  \
    for (int i = 0; i < LANES; i++)                                                         \
      for (int j = 0; j < lanes_of_columns; j++) partial[i][j] = all(start);                \
    for (size_t i = 0; i < count; i++)                                                      \
      for (int j = 0; j < lanes_of_columns; j++) {                                          \
        size_t n = j + 1 < lanes_of_columns ? LANES : width;                                \
        lanes a = partial[i % LANES][j], b = take(x + i * stride + j * LANES, n, start);    \
        partial[i % LANES][j] = combine;                                                    \
      }                                                                                     \
    for (int half = LANES / 2; half > 0; half /= 2)                                         \
      for (int i = 0; i < half; i++)                                                        \
        for (int j = 0; j < lanes_of_columns; j++) {                                        \
          lanes a = partial[i][j], b = partial[i + half][j];                                \
          partial[i][j] = combine;                                                          \
        }                                                                                   \
    for (int j = 0; j < lanes_of_columns; j++)                                              \
      put(out + j * LANES, partial[0][j], j + 1 < lanes_of_columns ? LANES : width);        \
  }                                                                                         \
  static void name##_columns(                                                               \
      const float *x, float *out, size_t count, size_t stride, size_t begin, size_t end) {  \
    size_t j = begin;                                                                       \
    for (; j + COLUMNS_AT_ONCE * LANES <= end; j += COLUMNS_AT_ONCE * LANES)                \
      name##_of_columns(x + j, out + j, count, stride, COLUMNS_AT_ONCE, LANES);             \
    for (; j + LANES <= end; j += LANES)                                                    \
      name##_of_columns(x + j, out + j, count, stride, 1, LANES);                           \
    if (j < end) name##_of_columns(x + j, out + j, count, stride, 1, end - j);              \
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
