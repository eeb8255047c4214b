#include "lectern_math.h"

#include <stdint.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

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
