// Softmax and its logarithm along rows; see kernel_set.h.

INLINE void softmax_row(const float *x, float *out, size_t width) {
  // Less the largest, which cancels, so that no exponential overflows.
  float largest = largest_of_row(x, width);
  { EACH_LANES(width, put(out + i, exponential(take(x + i, n, 0) - largest), n);) }
  float total = sum_of_row(out, width);
  { EACH_LANES(width, put(out + i, take(out + i, n, 0) / total, n);) }
}

INLINE float exponentials_of_block(const float *x, float largest, size_t width) {
  lanes sum = all(0);
  EACH_LANES(width, sum += exponential(take(x + i, n, -__builtin_inff()) - largest);)
  return fold_sum(sum);
}

// The sum of the exponentials of a row, less its largest element.
static float exponentials_of_blocks(const float *x, float largest, size_t width) {
  return SUM_OF_BLOCKS(width, exponentials_of_block(x + begin, largest, length));
}

INLINE float exponentials_of_row(const float *x, float largest, size_t width) {
  return width <= BLOCK ? exponentials_of_block(x, largest, width)
                        : exponentials_of_blocks(x, largest, width);
}

INLINE void log_softmax_row(const float *x, float *out, size_t width) {
  float largest = largest_of_row(x, width);
  lanes shift = logarithm(all(exponentials_of_row(x, largest, width)));
  { EACH_LANES(width, put(out + i, take(x + i, n, 0) - largest - shift, n);) }
}

INLINE void softmax_pullback_row(const float *y, const float *g, float *out, size_t width) {
  float mean = dot(y, g, width);
  EACH_LANES(width, put(out + i, take(y + i, n, 0) * (take(g + i, n, 0) - mean), n);)
}

INLINE void log_softmax_pullback_row(
    const float *y, const float *g, float *out, size_t width) {
  float total = sum_of_row(g, width);
  EACH_LANES(width, {
    lanes share = exponential(take(y + i, n, 0)) * total;
    put(out + i, take(g + i, n, 0) - share, n);
  })
}

static void softmax_rows(const float *x, float *out, size_t rows, size_t width) {
  for (size_t i = 0; i < rows * width; i += width) softmax_row(x + i, out + i, width);
}

static void log_softmax_rows(const float *x, float *out, size_t rows, size_t width) {
  for (size_t i = 0; i < rows * width; i += width) log_softmax_row(x + i, out + i, width);
}

static void softmax_pullback_rows(
    const float *y, const float *up, float *out, size_t rows, size_t width) {
  for (size_t i = 0; i < rows * width; i += width)
    softmax_pullback_row(y + i, up + i, out + i, width);
}

static void log_softmax_pullback_rows(
    const float *y, const float *up, float *out, size_t rows, size_t width) {
  for (size_t i = 0; i < rows * width; i += width)
    log_softmax_pullback_row(y + i, up + i, out + i, width);
}
