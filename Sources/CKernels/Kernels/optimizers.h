// One pass over a parameter, its gradient and the optimizer's state; see lectern_optimizers.h.

// A first moment below this moves no parameter, and its way down to zero would lead through
// denormal numbers, with which a processor is several times slower.
#define NEGLIGIBLE_MOMENT 0x1p-100f

// x (1 - share), with the factor never rounded: 1 - 1e-6 would be off by 1 % of the 1e-6.
INLINE lanes lose(lanes x, float share) { return fma16(x, all(-share), x); }

// The moving mean, nearer to x by the share of the way.
INLINE lanes follow(lanes mean, lanes x, float share) {
  return fma16(x, all(share), lose(mean, share));
}

INLINE lanes adamw_step(lanes p, lanes g, lanes *m, lanes *v, const lectern_adamw_rates *rates) {
  lanes moment = follow(*m, g, rates->first_share);
  *m = choose(magnitude(moment) < NEGLIGIBLE_MOMENT, all(0), moment);
  *v = follow(*v, g * g, rates->second_share);
  lanes root = fma16(square_root(*v), all(rates->root_scale), all(rates->epsilon));
  return lose(p, rates->decay) - *m * rates->step_size / root;
}

static void adamw_each(
    float *p, const float *g, float *m, float *v, size_t count, const lectern_adamw_rates *rates) {
  // A copy that no store can change, so that it stays in registers.
  const lectern_adamw_rates own = *rates;
  EACH_LANES(count, {
    lanes first = take(m + i, n, 0), second = take(v + i, n, 0);
    put(p + i, adamw_step(take(p + i, n, 0), take(g + i, n, 0), &first, &second, &own), n);
    put(m + i, first, n);
    put(v + i, second, n);
  })
}

// The same operations with a gradient of zero, so that the bits are the same.
static void adamw_idle_each(
    float *p, float *m, float *v, size_t count, const lectern_adamw_rates *rates) {
  const lectern_adamw_rates own = *rates;
  EACH_LANES(count, {
    lanes first = take(m + i, n, 0), second = take(v + i, n, 0);
    put(p + i, adamw_step(take(p + i, n, 0), all(0), &first, &second, &own), n);
    put(m + i, first, n);
    put(v + i, second, n);
  })
}

INLINE lanes sgd_step(lanes p, lanes g, lanes *velocity, const lectern_sgd_rates *rates) {
  lanes d = fma16(p, all(rates->weight_decay), g);
  *velocity = lose(*velocity, rates->friction) + d;
  lanes direction = rates->nesterov ? fma16(*velocity, all(rates->momentum), d) : *velocity;
  return p - direction * rates->learning_rate;
}

INLINE lanes plain_sgd_step(lanes p, lanes g, const lectern_sgd_rates *rates) {
  return p - fma16(p, all(rates->weight_decay), g) * rates->learning_rate;
}

static void plain_sgd_each(float *p, const float *g, size_t count, const lectern_sgd_rates *rates) {
  EACH_LANES(
      count, put(p + i, plain_sgd_step(take(p + i, n, 0), take(g + i, n, 0), rates), n);)
}

static void sgd_each(
    float *p, const float *g, float *velocity, size_t count, const lectern_sgd_rates *rates) {
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

// The gradient with the decay, over the root of the mean of its squares.
INLINE lanes rmsprop_step(lanes p, lanes g, lanes *mean, const lectern_rmsprop_rates *rates) {
  lanes d = fma16(p, all(rates->weight_decay), g);
  *mean = follow(*mean, d * d, rates->share);
  return d / (square_root(*mean) + all(rates->epsilon));
}

static void rmsprop_each(
    float *p, const float *g, float *mean, float *velocity, size_t count,
    const lectern_rmsprop_rates *rates) {
  EACH_LANES(count, {
    lanes parameter = take(p + i, n, 0);
    lanes square = take(mean + i, n, 0);
    lanes step = rmsprop_step(parameter, take(g + i, n, 0), &square, rates);
    put(mean + i, square, n);
    if (velocity) {
      step += lose(take(velocity + i, n, 0), rates->friction);
      put(velocity + i, step, n);
    }
    put(p + i, parameter - step * rates->learning_rate, n);
  })
}

static void adagrad_each(
    float *p, const float *g, float *sum, size_t count, const lectern_adagrad_rates *rates) {
  EACH_LANES(count, {
    lanes parameter = take(p + i, n, 0);
    lanes d = fma16(parameter, all(rates->weight_decay), take(g + i, n, 0));
    lanes squares = fma16(d, d, take(sum + i, n, 0));
    put(sum + i, squares, n);
    lanes step = d / (square_root(squares) + all(rates->epsilon));
    put(p + i, parameter - step * rates->learning_rate, n);
  })
}

static void lion_each(
    float *p, const float *g, float *m, size_t count, const lectern_lion_rates *rates) {
  EACH_LANES(count, {
    lanes gradient = take(g + i, n, 0);
    lanes moment = take(m + i, n, 0);
    lanes direction = sign(follow(moment, gradient, rates->first_share));
    lanes decayed = lose(take(p + i, n, 0), rates->decay);
    put(p + i, decayed - direction * rates->learning_rate, n);
    put(m + i, follow(moment, gradient, rates->second_share), n);
  })
}

static void follow_each(float *mean, const float *x, size_t count, float share) {
  EACH_LANES(count, {
    lanes from = take(mean + i, n, 0);
    // The difference first: what has not moved keeps its bits.
    put(mean + i, fma16(take(x + i, n, 0) - from, all(share), from), n);
  })
}
