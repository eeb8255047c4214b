// Layer normalisation of rows; see lectern_normalization.h.

INLINE float squared_distance_of_block(const float *x, float mean, size_t width) {
  lanes sum = all(0);
  EACH_LANES(width, {
    lanes difference = take(x + i, n, mean) - mean;
    sum = fma16(difference, difference, sum);
  })
  return fold_sum(sum);
}

static float squared_distance_of_blocks(const float *x, float mean, size_t width) {
  return SUM_OF_BLOCKS(width, squared_distance_of_block(x + begin, mean, length));
}

INLINE float squared_distance_of_row(const float *x, float mean, size_t width) {
  return width <= BLOCK ? squared_distance_of_block(x, mean, width)
                        : squared_distance_of_blocks(x, mean, width);
}

// What the gradient of a row needs of all its elements: the sums of the upstream gradient times the
// weight, and of that times the normalised row, whose product with the upstream gradient is kept.
typedef struct {
  const float *x, *weight, *upstream;
  float *weighted;
  float mean, inverse;
} normalized_row;

INLINE void gradient_sums_of_block(
    const normalized_row *row, size_t begin, size_t length, lanes *sum, lanes *product) {
  const float *x = row->x + begin, *weight = row->weight + begin;
  const float *upstream = row->upstream + begin;
  float *weighted = row->weighted + begin;
  lanes sums = all(0), products = all(0);
  EACH_LANES(length, {
    lanes normal = (take(x + i, n, row->mean) - row->mean) * row->inverse;
    lanes gradient = take(upstream + i, n, 0), scaled = gradient * take(weight + i, n, 0);
    put(weighted + i, normal * gradient, n);
    sums += scaled;
    products = fma16(scaled, normal, products);
  })
  *sum = fold(sums, sum_of_both);
  *product = fold(products, sum_of_both);
}

INLINE void gradient_sums(
    const normalized_row *row, size_t width, float *sum, float *product) {
  lanes sums, products;
  if (width <= BLOCK) {
    gradient_sums_of_block(row, 0, width, &sums, &products);
  } else {
    block_tree sum_tree = {.count = 0}, product_tree = {.count = 0};
    for (size_t begin = 0; begin < width; begin += BLOCK) {
      gradient_sums_of_block(row, begin, length_of_block(begin, width), &sums, &products);
      add_to_tree(&sum_tree, sums, sum_of_both);
      add_to_tree(&product_tree, products, sum_of_both);
    }
    sums = total_of_tree(&sum_tree, sum_of_both);
    products = total_of_tree(&product_tree, sum_of_both);
  }
  *sum = sums[0];
  *product = products[0];
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
    normalized_row whole = {x, weight, upstream, weighted, mean, inverse};
    float sum, product;
    gradient_sums(&whole, width, &sum, &product);
    float mean_sum = sum / (float)width, mean_product = product / (float)width;
    EACH_LANES(width, {
      lanes normal = (take(x + i, n, mean) - mean) * inverse;
      lanes scaled = take(upstream + i, n, 0) * take(weight + i, n, 0);
      put(out + i, (scaled - mean_sum - normal * mean_product) * inverse, n);
    })
  }
}
