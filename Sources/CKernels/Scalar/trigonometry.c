#include "lectern_math.h"

#include <stdint.h>
#include <string.h>

#include "../Lanes/rounding.h"

static double from_bits(uint64_t bits) {
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

// Taylor polynomials for angles up to pi/4.
static double small_sine(double a) {
  double z = a * a, sum = 0;
  for (int n = 17; n >= 3; n -= 2) sum = (1 + sum) * -z / (n * (n - 1));
  return a + a * sum;
}

static double small_cosine(double a) {
  double z = a * a, sum = 0;
  for (int n = 18; n >= 2; n -= 2) sum = (1 + sum) * -z / (n * (n - 1));
  return 1 + sum;
}

double lectern_cos_turns_f64(double turns) {
  int octant = (int)(turns * 8);
  double two_pi = 0x1.921fb54442d18p2;
  // The distance to the nearest quarter turn, exact.
  int quarter = (octant + 1) / 2;
  double angle = (turns - quarter * 0.25) * two_pi;
  switch (quarter & 3) {
    case 0: return small_cosine(angle);
    case 1: return -small_sine(angle);
    case 2: return -small_cosine(angle);
    default: return small_sine(angle);
  }
}

// The binary digits of 2 / pi after the point.
static const uint64_t two_over_pi[] = {
    0xa2f9836e4e441529u, 0xfc2757d1f534ddc0u, 0xdb6295993c439041u, 0xfe5163abdebbc561u};

typedef unsigned __int128 wide;

// 128 of these digits from the one numbered `start` on; those before the point are 0.
static wide digits_from(int start) {
  wide first = (wide)two_over_pi[0] << 64 | two_over_pi[1];
  if (start <= 0) return first >> -start;
  const uint64_t *word = two_over_pi + start / 64;
  int shift = start % 64;
  wide digits = (wide)word[0] << 64 | word[1];
  return shift == 0 ? digits : digits << shift | word[2] >> (64 - shift);
}

typedef struct {
  int quarter;
  double angle;
} turned;

// x = quarter * pi / 2 + angle with |angle| <= pi / 4, whole turns aside. For x from pi / 4 on.
//
// (Payne and Hanek, "Radian reduction for trigonometric functions", SIGNUM 18, 1983.)
static turned reduce_by_quarter_turns(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  // x = whole * 2^exponent.
  uint32_t whole = (bits & 0x007fffff) | 0x00800000;
  int exponent = (int)(bits >> 23) - 150;
  // Earlier digits of 2 / pi give whole turns. One quarter is 2^126 of the product.
  wide product = digits_from(exponent - 2) * whole;
  int quarter = (int)(product >> 126);
  __int128 rest = (__int128)(product << 2);
  double fraction = (double)(int64_t)(rest >> 64) * 0x1p-64 + (double)(uint64_t)rest * 0x1p-128;
  return (turned){quarter + (rest < 0), fraction * 0x1.921fb54442d18p0};
}

// The sine of `quarter` quarter turns more than x.
static double sine_ahead(float x, int quarter) {
  if (x - x != 0) return from_bits(0x7ff8000000000000u);
  turned at = {0, x};
  float size = x < 0 ? -x : x;
  if (size > 0.78539816f) {
    at = reduce_by_quarter_turns(size);
    if (x < 0) at = (turned){-at.quarter, -at.angle};
  }
  switch ((at.quarter + quarter) & 3) {
    case 0: return small_sine(at.angle);
    case 1: return small_cosine(at.angle);
    case 2: return -small_sine(at.angle);
    default: return -small_cosine(at.angle);
  }
}

double lectern_sin_f32(float x) { return x == 0 ? x : sine_ahead(x, 0); }

double lectern_cos_f32(float x) { return sine_ahead(x, 1); }

// pi/2 in five parts of 26 bits or fewer: a count of quarter turns below 2^27 times any of them
// is exact.
static const double quarter_turn[] = {
    0x1.921fb5p+0, 0x1.110b46p-26, 0x1.1a6263p-54,
    0x1.8a2e03p-81, 0x1.c1cd128p-107};

static const double half_pi_low = 0x1.1a62633145c07p-54;
static const double half_pi = 0x1.921fb54442d18p0;

// sin(x + quarters * pi/2), for angles below 2^27.
static double sine_after(double x, int quarters) {
  double magnitude = x < 0 ? -x : x;
  if (!(magnitude < 0x1p27)) return from_bits(0x7ff8000000000000u);
  double scaled = x / half_pi;
  int64_t count = (int64_t)(scaled + (scaled < 0 ? -0.5 : 0.5));
  double rest = x;
  for (unsigned i = 0; i < sizeof quarter_turn / sizeof *quarter_turn; i++)
    rest -= (double)count * quarter_turn[i];
  switch ((count + quarters) & 3) {
    case 0: return small_sine(rest);
    case 1: return small_cosine(rest);
    case 2: return -small_sine(rest);
    default: return -small_cosine(rest);
  }
}

double lectern_sin_f64(double x) { return sine_after(x, 0); }

double lectern_cos_f64(double x) { return sine_after(x, 1); }

double lectern_tan_f64(double x) { return sine_after(x, 0) / sine_after(x, 1); }

double lectern_atan_f64(double x) {
  if (x != x) return x;
  double a = x < 0 ? -x : x;
  int inverted = a > 1;
  if (inverted) a = 1 / a;
  // Twice half the angle, atan a = 2 atan(a / (1 + sqrt(1 + a^2))), then a power series.
  a /= 1 + __builtin_elementwise_sqrt(1 + a * a);
  a /= 1 + __builtin_elementwise_sqrt(1 + a * a);
  double z = a * a, tail = 0;
  for (int odd = 29; odd >= 3; odd -= 2) tail = (1.0 / odd - tail) * z;
  double angle = 4 * (a - a * tail);
  if (inverted) angle = (half_pi - angle) + half_pi_low;
  return x < 0 ? -angle : angle;
}

double lectern_asin_f64(double x) {
  return lectern_atan_f64(x / __builtin_elementwise_sqrt((1 - x) * (1 + x)));
}

double lectern_acos_f64(double x) {
  return 2 * lectern_atan_f64(__builtin_elementwise_sqrt((1 - x) / (1 + x)));
}

double lectern_tanh_f64(double x) {
  double a = x < 0 ? -x : x;
  double result;
  if (a < 0.55) {
    // sinh / cosh, without the loss of 1 - 1.
    double z = a * a, sum = 0;
    for (int n = 17; n >= 3; n -= 2) sum = (1 + sum) * z / (n * (n - 1));
    double sinh = a + a * sum;
    result = sinh / __builtin_elementwise_sqrt(1 + sinh * sinh);
  } else {
    result = 1 - 2 / (lectern_exp_f64(2 * a) + 1);
  }
  return x < 0 ? -result : result;
}
