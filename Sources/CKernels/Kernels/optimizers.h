// One pass over a parameter, its gradient and the optimizer's state; see lectern_optimizers.h.

// A first moment below this moves no parameter, and its way down to zero would lead through
// denormal numbers, with which a processor is several times slower.
#define NEGLIGIBLE_MOMENT 0x1p-100f

INLINE lanes adamw_step(lanes p, lanes g, lanes *m, lanes *v, const adamw_rates *rates) {
  lanes moment = fma16(g, all(1 - rates->beta1), *m * rates->beta1);
  *m = choose(magnitude(moment) < NEGLIGIBLE_MOMENT, all(0), moment);
  *v = fma16(g * g, all(1 - rates->beta2), *v * rates->beta2);
  lanes decayed = p * (1 - rates->learning_rate * rates->weight_decay);
  lanes root = fma16(square_root(*v), all(rates->root_scale), all(rates->epsilon));
  return decayed - *m * rates->step_size / root;
}

static void adamw_each(
    float *p, const float *g, float *m, float *v, size_t count, const adamw_rates *rates) {
  EACH_LANES(count, {
    lanes first = take(m + i, n, 0), second = take(v + i, n, 0);
    put(p + i, adamw_step(take(p + i, n, 0), take(g + i, n, 0), &first, &second, rates), n);
    put(m + i, first, n);
    put(v + i, second, n);
  })
}

// The same operations with a gradient of zero, so that the bits are the same.
static void adamw_idle_each(
    float *p, float *m, float *v, size_t count, const adamw_rates *rates) {
  EACH_LANES(count, {
    lanes first = take(m + i, n, 0), second = take(v + i, n, 0);
    put(p + i, adamw_step(take(p + i, n, 0), all(0), &first, &second, rates), n);
    put(m + i, first, n);
    put(v + i, second, n);
  })
}

INLINE lanes sgd_step(lanes p, lanes g, lanes *velocity, const sgd_rates *rates) {
  lanes d = fma16(p, all(rates->weight_decay), g);
  *velocity = fma16(d, all(1 - rates->dampening), *velocity * rates->momentum);
  lanes direction = rates->nesterov ? fma16(*velocity, all(rates->momentum), d) : *velocity;
  return p - direction * rates->learning_rate;
}

INLINE lanes plain_sgd_step(lanes p, lanes g, const sgd_rates *rates) {
  return p - fma16(p, all(rates->weight_decay), g) * rates->learning_rate;
}

static void plain_sgd_each(float *p, const float *g, size_t count, const sgd_rates *rates) {
  EACH_LANES(
      count, put(p + i, plain_sgd_step(take(p + i, n, 0), take(g + i, n, 0), rates), n);)
}

static void sgd_each(
    float *p, const float *g, float *velocity, size_t count, const sgd_rates *rates) {
  if (velocity == NULL) {
    plain_sgd_each(p, g, count, rates);
    return;
  }
  EACH_LANES(count, {
    lanes v = take(velocity + i, n, 0);
    put(p + i, sgd_step(take(p + i, n, 0), take(g + i, n, 0), &v, rates), n);
    put(velocity + i, v, n);
  })
}
