// Kernels that fold many elements into one; see kernel_set.h. The order is that of
// lectern_reduction.h, along rows and along columns.

// So many sixteens of columns are folded together: a row of memory is then read in longer pieces.
#define COLUMNS_AT_ONCE 4
INLINE lanes fold_block(const float *x, size_t length, float start, combination *combine) {
  lanes partial = all(start);
  EACH_LANES(length, partial = combine(partial, take(x + i, n, start));)
  return fold(partial, combine);
}

// A few blocks, as they would meet in a tree.
INLINE lanes fold_few_blocks(const float *x, size_t width, float start, combination *combine) {
  lanes first = fold_block(x, BLOCK, start, combine);
  if (width <= 2 * BLOCK)
    return combine(first, fold_block(x + BLOCK, width - BLOCK, start, combine));
  first = combine(first, fold_block(x + BLOCK, BLOCK, start, combine));
  if (width <= 3 * BLOCK)
    return combine(first, fold_block(x + 2 * BLOCK, width - 2 * BLOCK, start, combine));
  lanes second = fold_block(x + 2 * BLOCK, BLOCK, start, combine);
  return combine(
      first, combine(second, fold_block(x + 3 * BLOCK, width - 3 * BLOCK, start, combine)));
}

// More than one block.
INLINE lanes fold_long_row(const float *x, size_t width, float start, combination *combine) {
  if (width <= BLOCKS_AT_ONCE * BLOCK) return fold_few_blocks(x, width, start, combine);
  block_tree tree = {.count = 0};
  for (; width >= BLOCKS_AT_ONCE * BLOCK; width -= BLOCKS_AT_ONCE * BLOCK) {
    lanes sums[BLOCKS_AT_ONCE];
    for (int j = 0; j < BLOCKS_AT_ONCE; j++, x += BLOCK)
      sums[j] = fold_block(x, BLOCK, start, combine);
    add_four_to_tree(&tree, sums, combine);
  }
  for (size_t begin = 0; begin < width; begin += BLOCK)
    add_to_tree(
        &tree, fold_block(x + begin, length_of_block(begin, width), start, combine), combine);
  return total_of_tree(&tree, combine);
}

// Element i of a block of a column goes to partial i % 16. Some columns at a time, `sixteens` of
// sixteen, the last of `width` columns.
INLINE void fold_column_block(
    const float *x, size_t count, size_t stride, int sixteens, size_t width, float start,
    combination *combine, lanes *result) {
  lanes partial[LANES][COLUMNS_AT_ONCE];
  for (int i = 0; i < LANES; i++)
    for (int j = 0; j < sixteens; j++) partial[i][j] = all(start);
  for (size_t i = 0; i < count; i++)
    for (int j = 0; j < sixteens; j++) {
      lanes next = take(x + i * stride + j * LANES, j + 1 < sixteens ? LANES : width, start);
      partial[i % LANES][j] = combine(partial[i % LANES][j], next);
    }
  for (int half = LANES / 2; half > 0; half /= 2)
    for (int i = 0; i < half; i++)
      for (int j = 0; j < sixteens; j++)
        partial[i][j] = combine(partial[i][j], partial[i + half][j]);
  for (int j = 0; j < sixteens; j++) result[j] = partial[0][j];
}

INLINE void fold_some_columns(
    const float *x, float *out, size_t count, size_t stride, int sixteens, size_t width,
    float start, combination *combine) {
  lanes result[COLUMNS_AT_ONCE];
  if (count <= BLOCK) {
    fold_column_block(x, count, stride, sixteens, width, start, combine, result);
  } else {
    block_tree trees[COLUMNS_AT_ONCE];
    for (int j = 0; j < sixteens; j++) trees[j].count = 0;
    for (size_t begin = 0; begin < count; begin += BLOCK) {
      fold_column_block(
          x + begin * stride, length_of_block(begin, count), stride, sixteens, width, start,
          combine, result);
      for (int j = 0; j < sixteens; j++) add_to_tree(&trees[j], result[j], combine);
    }
    for (int j = 0; j < sixteens; j++) result[j] = total_of_tree(&trees[j], combine);
  }
  for (int j = 0; j < sixteens; j++)
    put(out + j * LANES, result[j], j + 1 < sixteens ? LANES : width);
}

INLINE void fold_columns(
    const float *x, float *out, size_t count, size_t stride, size_t begin, size_t end, float start,
    combination *combine) {
  size_t j = begin;
  for (; j + COLUMNS_AT_ONCE * LANES <= end; j += COLUMNS_AT_ONCE * LANES)
    fold_some_columns(x + j, out + j, count, stride, COLUMNS_AT_ONCE, LANES, start, combine);
  for (; j + LANES <= end; j += LANES)
    fold_some_columns(x + j, out + j, count, stride, 1, LANES, start, combine);
  if (j < end) fold_some_columns(x + j, out + j, count, stride, 1, end - j, start, combine);
}

#define REDUCTION(name, start, combine)                                                      \
  static float name##_of_blocks(const float *x, size_t width) {                              \
    return fold_long_row(x, width, start, combine)[0];                                       \
  }                                                                                          \
  INLINE float name##_of_row(const float *x, size_t width) {                                 \
    if (width > BLOCK) return name##_of_blocks(x, width);                                    \
    return fold_block(x, width, start, combine)[0];                                          \
  }                                                                                          \
  static void name##_rows(const float *x, float *out, size_t rows, size_t width) {           \
    for (size_t row = 0; row < rows; row++) out[row] = name##_of_row(x + row * width, width); \
  }                                                                                          \
  static void name##_columns(                                                                \
      const float *x, float *out, size_t count, size_t stride, size_t begin, size_t end) {   \
    fold_columns(x, out, count, stride, begin, end, start, combine);                         \
  }

REDUCTION(sum, 0.0f, sum_of_both)
REDUCTION(largest, -__builtin_inff(), larger)
REDUCTION(smallest, __builtin_inff(), smaller)
#undef REDUCTION

INLINE float dot_of_block(const float *a, const float *b, size_t width) {
  lanes sum = all(0);
  EACH_LANES(width, sum = fma16(take(a + i, n, 0), take(b + i, n, 0), sum);)
  return fold_sum(sum);
}

static float dot_of_blocks(const float *a, const float *b, size_t width) {
  return SUM_OF_BLOCKS(width, dot_of_block(a + begin, b + begin, length));
}

INLINE float dot(const float *a, const float *b, size_t width) {
  return width <= BLOCK ? dot_of_block(a, b, width) : dot_of_blocks(a, b, width);
}

static void dot_rows(const float *a, const float *b, float *out, size_t rows, size_t width) {
  for (size_t row = 0; row < rows; row++) out[row] = dot(a + row * width, b + row * width, width);
}
