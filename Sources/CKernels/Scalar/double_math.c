#include "lectern_math.h"

#include <stdint.h>
#include <string.h>

#include "../Lanes/rounding.h"

// ln 2 in two parts: the high part ends in zeros, so that k * ln2_high is exact for every
// exponent k of a double.
static const double ln2_high = 0x1.62e42fee00000p-1;
static const double ln2_low = 0x1.a39ef35793c76p-33;

static double from_bits(uint64_t bits) {
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static uint64_t to_bits(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

// 2 to the power k for a normal result.
static double power_of_two(int k) { return from_bits((uint64_t)(k + 1023) << 52); }

// 1/14! ... 1/2!, highest power first: at |r| <= ln(2)/2 the next term is below 2^-60.
static const double inverse_factorials[] = {
    1.0 / 87178291200.0, 1.0 / 6227020800.0, 1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0,
    1.0 / 362880.0,      1.0 / 40320.0,      1.0 / 5040.0,      1.0 / 720.0,      1.0 / 120.0,
    1.0 / 24.0,          1.0 / 6.0,          0.5};

double lectern_exp_f64(double x) {
  if (x != x) return x;
  if (x > 709.782712893384) return from_bits(0x7ff0000000000000u);
  if (x < -745.1332191019412) return 0;
  double scaled = x * 0x1.71547652b82fep0;
  int k = (int)(scaled + (scaled < 0 ? -0.5 : 0.5));
  double high = x - k * ln2_high;
  double low = k * ln2_low;
  double r = high - low;
  double q = 0;
  for (unsigned i = 0; i < sizeof inverse_factorials / sizeof *inverse_factorials; i++)
    q = q * r + inverse_factorials[i];
  // What r lost when it was rounded goes in with the small terms.
  double lost = (high - r) - low;
  double result = 1 + (r + (r * r * q + lost));
  // Two factors, since 2^k alone may be too small or too large for a double.
  int half = k / 2;
  return result * power_of_two(half) * power_of_two(k - half);
}

double lectern_log_f64(double x) {
  if (x != x || x < 0) return from_bits(0x7ff8000000000000u);
  if (x == 0) return from_bits(0xfff0000000000000u);
  uint64_t bits = to_bits(x);
  if (bits == 0x7ff0000000000000u) return x;
  int k = 0;
  if (bits < 0x0010000000000000u) {
    bits = to_bits(x * 0x1p54);
    k = -54;
  }
  // x = 2^k m with m between sqrt(1/2) and sqrt(2).
  uint64_t shifted = bits - 0x3fe6a09e667f3bcdu;
  k += (int)((int64_t)shifted >> 52);
  double f = from_bits((shifted & 0x000fffffffffffffu) + 0x3fe6a09e667f3bcdu) - 1;
  // log(1 + f) = 2 artanh(s) with s = f / (2 + f), written so that f itself enters exactly.
  double s = f / (2 + f);
  double z = s * s;
  double tail = 0;
  for (int odd = 25; odd >= 3; odd -= 2) tail = tail * z + 2.0 / odd;
  tail *= z;
  double half_square = 0.5 * f * f;
  return k * ln2_high - ((half_square - (s * (half_square + tail) + k * ln2_low)) - f);
}

static double whole_power(double x, uint64_t exponent) {
  double result = 1;
  for (; exponent; exponent >>= 1, x *= x)
    if (exponent & 1) result *= x;
  return result;
}

// Powers of 0, of the infinities and by them, as in C's pow.
static double power_at_the_ends(double x, double p, int is_odd) {
  double size = x < 0 ? -x : x, infinity = from_bits(0x7ff0000000000000u);
  if (size == 1) return 1;
  double result = (size < 1) == (p > 0) ? 0 : infinity;
  // The sign of zero counts, too.
  return is_odd && to_bits(x) >> 63 ? -result : result;
}

double lectern_pow_f64(double x, double p) {
  if (p != p || x != x) return p == 0 || x == 1 ? 1 : p + x;
  if (p == 0 || x == 1) return 1;
  double magnitude = p < 0 ? -p : p, infinity = from_bits(0x7ff0000000000000u);
  // From 2^53 on every number is whole and even.
  int is_whole = magnitude >= 0x1p53 || magnitude == (double)(int64_t)magnitude;
  int is_odd = is_whole && magnitude < 0x1p53 && ((int64_t)magnitude & 1);
  if (x == 0 || x == infinity || x == -infinity || magnitude == infinity)
    return power_at_the_ends(x, p, is_odd);
  if (is_whole && magnitude <= 1024) {
    double power = whole_power(x, (uint64_t)magnitude);
    return p < 0 ? 1 / power : power;
  }
  if (p == 0.5) return __builtin_elementwise_sqrt(x);
  if (x < 0 && !is_whole) return from_bits(0x7ff8000000000000u);
  double power = lectern_exp_f64(p * lectern_log_f64(x < 0 ? -x : x));
  return is_odd && x < 0 ? -power : power;
}
