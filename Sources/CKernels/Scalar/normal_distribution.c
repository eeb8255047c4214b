#include "lectern_math.h"

#include "../Lanes/rounding.h"

// The upper tail of the normal distribution beyond z >= 0, as a share of its density there.
static double tail_ratio(double z) {
  if (z > 1.5) {
    // Laplace's continued fraction: 1 / (z + 1 / (z + 2 / (z + 3 / ...))).
    double fraction = z;
    for (int n = 150; n >= 1; n--) fraction = z + n / fraction;
    return 1 / fraction;
  }
  // 1/2 less the part from 0 to z, a series of positive terms: z + z^3/3 + z^5/(3*5) + ...
  double term = z, sum = z;
  for (int n = 3; n < 80; n += 2) {
    term *= z * z / n;
    sum += term;
  }
  return 0x1.40d931ff62706p0 * lectern_exp_f64(z * z / 2) - sum;
}

// e^(-z^2/2) with the square in two parts, since its rounding would be felt far out.
static double bell(double z) {
  double high = (double)(float)z;
  double low = z - high;
  return lectern_exp_f64(-0.5 * high * high) * lectern_exp_f64(-low * (high + 0.5 * low));
}

static const double inverse_root_two_pi = 0x1.9884533d43651p-2;

double lectern_normal_density_f64(double z) {
  return z != z ? z : z > 1e4 || z < -1e4 ? 0 : inverse_root_two_pi * bell(z);
}

double lectern_normal_f64(double z) {
  if (z != z) return z;
  if (z > 40) return 1;
  if (z < -40) return 0;
  double tail = lectern_normal_density_f64(z) * tail_ratio(z < 0 ? -z : z);
  return z < 0 ? tail : 1 - tail;
}

double lectern_normal_inverse_f64(double share) {
  if (!(share > 0 && share < 1)) return (share - share) / (share - share);
  if (share > 0.5) return -lectern_normal_inverse_f64(1 - share);
  // Newton's method on the logarithm of the share, which is nearly a parabola far out; from the
  // left it does not overshoot.
  double wanted = lectern_log_f64(share);
  double z = -__builtin_elementwise_sqrt(-2 * wanted);
  for (int i = 0; i < 30; i++) {
    double ratio = tail_ratio(-z);
    double now = lectern_log_f64(lectern_normal_density_f64(z)) + lectern_log_f64(ratio);
    double next = z + (wanted - now) * ratio;
    if (next == z) break;
    z = next;
  }
  return z;
}
