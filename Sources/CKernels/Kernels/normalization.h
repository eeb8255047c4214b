// Layer normalisation of rows; see lectern_normalization.h.

INLINE float squared_distance_of_row(const float *x, float mean, size_t width) {
  lanes sum = all(0);
  EACH_LANES(width, {
    lanes difference = take(x + i, n, mean) - mean;
    sum = fma16(difference, difference, sum);
  })
  return fold_sum(sum);
}

static void normalize_rows(
    const float *x, const float *weight, const float *bias, float epsilon, float *out,
    float *means, float *inverse_deviations, size_t rows, size_t width) {
  for (size_t row = 0; row < rows; row++, x += width, out += width) {
    float mean = sum_of_row(x, width) / (float)width;
    float variance = squared_distance_of_row(x, mean, width) / (float)width;
    float inverse = 1 / __builtin_elementwise_sqrt(variance + epsilon);
    means[row] = mean;
    inverse_deviations[row] = inverse;
    EACH_LANES(width, {
      lanes normal = (take(x + i, n, 0) - mean) * inverse;
      put(out + i, fma16(normal, take(weight + i, n, 0), take(bias + i, n, 0)), n);
    })
  }
}

// x becomes the normalised rows times the upstream gradient, whose column sums are the weight's.
static void normalize_rows_pullback(
    const float *x, const float *weight, const float *means, const float *inverse_deviations,
    const float *upstream, float *out, float *weighted, size_t rows, size_t width) {
  for (size_t row = 0; row < rows;
       row++, x += width, upstream += width, out += width, weighted += width) {
    float mean = means[row], inverse = inverse_deviations[row];
    lanes sum = all(0), product = all(0);
    {
      EACH_LANES(width, {
        lanes normal = (take(x + i, n, mean) - mean) * inverse;
        lanes gradient = take(upstream + i, n, 0), scaled = gradient * take(weight + i, n, 0);
        put(weighted + i, normal * gradient, n);
        sum += scaled;
        product = fma16(scaled, normal, product);
      })
    }
    float mean_sum = fold_sum(sum) / (float)width, mean_product = fold_sum(product) / (float)width;
    EACH_LANES(width, {
      lanes normal = (take(x + i, n, mean) - mean) * inverse;
      lanes scaled = take(upstream + i, n, 0) * take(weight + i, n, 0);
      put(out + i, (scaled - mean_sum - normal * mean_product) * inverse, n);
    })
  }
}
