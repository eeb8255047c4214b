// What is asked of all gradients before a step; see lectern_gradients.h.

static uint32_t largest_magnitude(const float *x, size_t count) {
  ints largest = {0};
  EACH_LANES(count, {
    // Of numbers without a sign the order is that of their bits.
    ints bits = bits_of(magnitude(take(x + i, n, 0)));
    ints is_larger = bits > largest;
    largest = (is_larger & bits) | (~is_larger & largest);
  })
  int32_t result = 0;
  for (int lane = 0; lane < LANES; lane++)
    if (largest[lane] > result) result = largest[lane];
  return (uint32_t)result;
}

typedef double wide_lanes __attribute__((vector_size(128)));

static double squared_norm(const float *x, size_t count) {
  wide_lanes sum = {0};
  EACH_LANES(count, {
    wide_lanes wide = __builtin_convertvector(take(x + i, n, 0), wide_lanes);
    sum += wide * wide;
  })
  for (int half = LANES / 2; half > 0; half /= 2)
    for (int lane = 0; lane < half; lane++) sum[lane] += sum[lane + half];
  return sum[0];
}
