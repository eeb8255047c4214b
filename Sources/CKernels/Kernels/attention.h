// Self-attention of one head of one sequence; see lectern_attention.h. Places stand side by side in
// lanes, or the numbers of a place do; sums run over the other in order, each element one chain.

#define PLACES_IN_CHAIN 64

typedef struct {
  const lectern_attention *shape;
  size_t batch, head;
  // Lengths rounded up to whole lanes.
  size_t padded_length, padded_depth;
} attention_head;

INLINE attention_head head_of(const lectern_attention *shape, size_t item) {
  return (attention_head){
      shape, item / shape->heads, item % shape->heads,
      (shape->length + LANES - 1) / LANES * LANES, (shape->depth + LANES - 1) / LANES * LANES};
}

// Which of the projections: 0 queries, 1 keys, 2 values.
INLINE size_t projection_at(const attention_head *head, size_t place, size_t which) {
  const lectern_attention *shape = head->shape;
  size_t width = shape->heads * shape->depth;
  return (head->batch * shape->length + place) * 3 * width + which * width +
         head->head * shape->depth;
}

INLINE size_t result_at(const attention_head *head, size_t place) {
  const lectern_attention *shape = head->shape;
  return ((head->batch * shape->length + place) * shape->heads + head->head) * shape->depth;
}

INLINE size_t weights_at(const attention_head *head, size_t place) {
  const lectern_attention *shape = head->shape;
  return ((head->batch * shape->heads + head->head) * shape->length + place) * shape->length;
}

// Rows of `depth` numbers, each padded to whole lanes with zeros.
INLINE void copy_padded(const attention_head *head, const float *from, size_t step, float *rows) {
  for (size_t place = 0; place < head->shape->length; place++, from += step) {
    EACH_LANES(head->shape->depth, store(rows + i, take(from + i, n, 0));)
    rows += head->padded_depth;
  }
}

// The same, turned: a row for each of the `depth` numbers, places side by side.
INLINE void copy_turned(const attention_head *head, const float *from, size_t step, float *rows) {
  size_t length = head->shape->length, padded = head->padded_length;
  for (size_t d = 0; d < head->shape->depth; d++, rows += padded) {
    for (size_t place = 0; place < length; place++) rows[place] = from[place * step + d];
    for (size_t place = length; place < padded; place++) rows[place] = 0;
  }
}

// out[i] = scale * sum over j of weights[i, j] * rows[j], with rows padded to whole lanes. In longer
// sequences the results of chains are added in order.
INLINE void weighted_rows(
    const attention_head *head, const float *weights, size_t row_step, size_t column_step,
    const float *rows, float scale, float *out, size_t out_step) {
  size_t length = head->shape->length, depth = head->shape->depth;
  for (size_t i = 0; i < length; i++)
    for (size_t d = 0; d < depth; d += LANES) {
      lanes sum = all(0);
      for (size_t begin = 0; begin < length; begin += PLACES_IN_CHAIN) {
        lanes chain = all(0);
        size_t end = length - begin < PLACES_IN_CHAIN ? length : begin + PLACES_IN_CHAIN;
        for (size_t j = begin; j < end; j++)
          chain = fma16(
              all(weights[i * row_step + j * column_step]),
              load(rows + j * head->padded_depth + d), chain);
        sum = begin == 0 ? chain : sum + chain;
      }
      put(out + i * out_step + d, sum * scale, depth - d < LANES ? depth - d : LANES);
    }
}

// The inner products of one place's numbers with those of all places, turned.
INLINE lanes products_with_all(
    const attention_head *head, const float *numbers, float scale, const float *turned, size_t j) {
  lanes sum = all(0);
  for (size_t d = 0; d < head->shape->depth; d++)
    sum = fma16(all(numbers[d] * scale), load(turned + d * head->padded_length + j), sum);
  return sum;
}

// All ones in the lanes of places that nobody sees, beyond the sequence or ignored, from `j` on.
INLINE ints hidden_places(const attention_head *head, size_t j) {
  const lectern_attention *shape = head->shape;
  size_t rest = shape->length - j, n = rest < LANES ? rest : LANES;
  if (!shape->ignored) return ~first_lanes(n);
  lanes ignored = take(shape->ignored + head->batch * shape->length + j, n, 1);
  return ignored != 0;
}

// All ones in the lanes of places behind `place`, from `j` on.
INLINE ints later_places(size_t place, size_t j) {
  return ~first_lanes(place < j ? 0 : place + 1 - j);
}

INLINE void softmax_of_seen(const attention_head *head, float *scores, float *out) {
  float largest = largest_of_row(scores, head->padded_length);
  size_t length = head->shape->length;
  if (largest == -__builtin_inff()) {
    memset(out, 0, length * sizeof(float));
    return;
  }
  for (size_t j = 0; j < head->padded_length; j += LANES)
    store(scores + j, exponential(load(scores + j) - largest));
  float total = sum_of_row(scores, head->padded_length);
  EACH_LANES(length, put(out + i, load(scores + i) / total, n);)
}

static void attention_weights(
    const lectern_attention *shape, size_t item, const float *projections, float *weights,
    float *scratch) {
  attention_head head = head_of(shape, item);
  size_t step = 3 * shape->heads * shape->depth;
  float *keys = scratch, *scores = scratch + shape->depth * head.padded_length;
  copy_turned(&head, projections + projection_at(&head, 0, 1), step, keys);
  for (size_t place = 0; place < shape->length; place++) {
    const float *query = projections + projection_at(&head, place, 0);
    for (size_t j = 0; j < head.padded_length; j += LANES) {
      ints hidden = hidden_places(&head, j);
      if (shape->is_causal) hidden |= later_places(place, j);
      lanes products = products_with_all(&head, query, shape->scale, keys, j);
      store(scores + j, choose(hidden, all(-__builtin_inff()), products));
    }
    softmax_of_seen(&head, scores, weights + weights_at(&head, place));
  }
}

static void attention_values(
    const lectern_attention *shape, size_t item, const float *weights, const float *projections,
    float *out, float *scratch) {
  attention_head head = head_of(shape, item);
  size_t width = shape->heads * shape->depth;
  copy_padded(&head, projections + projection_at(&head, 0, 2), 3 * width, scratch);
  weighted_rows(
      &head, weights + weights_at(&head, 0), shape->length, 1, scratch, 1,
      out + result_at(&head, 0), width);
}

static void attention_values_pullback(
    const lectern_attention *shape, size_t item, const float *weights, const float *projections,
    const float *upstream, float *weights_gradient, float *projections_gradient, float *scratch) {
  attention_head head = head_of(shape, item);
  size_t width = shape->heads * shape->depth, length = shape->length;
  float *values = scratch, *rows = scratch + shape->depth * head.padded_length;
  copy_turned(&head, projections + projection_at(&head, 0, 2), 3 * width, values);
  copy_padded(&head, upstream + result_at(&head, 0), width, rows);
  for (size_t place = 0; place < length; place++)
    for (size_t j = 0; j < length; j += LANES)
      put(weights_gradient + weights_at(&head, place) + j,
          products_with_all(&head, rows + place * head.padded_depth, 1, values, j),
          length - j < LANES ? length - j : LANES);
  weighted_rows(
      &head, weights + weights_at(&head, 0), 1, length, rows, 1,
      projections_gradient + projection_at(&head, 0, 2), 3 * width);
}

static void attention_scores_pullback(
    const lectern_attention *shape, size_t item, const float *scores_gradient,
    const float *projections, float *projections_gradient, float *scratch) {
  attention_head head = head_of(shape, item);
  size_t step = 3 * shape->heads * shape->depth, length = shape->length;
  const float *gradient = scores_gradient + weights_at(&head, 0);
  copy_padded(&head, projections + projection_at(&head, 0, 1), step, scratch);
  weighted_rows(
      &head, gradient, length, 1, scratch, shape->scale,
      projections_gradient + projection_at(&head, 0, 0), step);
  copy_padded(&head, projections + projection_at(&head, 0, 0), step, scratch);
  weighted_rows(
      &head, gradient, 1, length, scratch, shape->scale,
      projections_gradient + projection_at(&head, 0, 1), step);
}
