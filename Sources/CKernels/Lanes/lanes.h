// Sixteen floats at a time, whatever the width of the machine: each set of kernels compiles
// this text for its own instructions and gets the same operations in the same order. Included
// by the bodies of the kernels only; see kernel_set.h.
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define LANES 16
#define INLINE static inline __attribute__((always_inline))

typedef float lanes __attribute__((vector_size(64)));
typedef int32_t ints __attribute__((vector_size(64)));
typedef float loose_lanes __attribute__((vector_size(64), aligned(4)));

INLINE lanes load(const float *p) { return *(const loose_lanes *)p; }
INLINE void store(float *p, lanes x) { *(loose_lanes *)p = x; }

// An initialiser list becomes one broadcast; `(lanes){0} + s` would be an addition.
INLINE lanes all(float s) {
  return (lanes){s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s};
}

INLINE ints bits_of(lanes x) { return (ints)x; }
INLINE lanes from_bits(ints x) { return (lanes)x; }

// `mask` holds all ones or zeros in each lane, as comparisons give it.
INLINE lanes choose(ints mask, lanes yes, lanes no) {
  return from_bits((mask & bits_of(yes)) | (~mask & bits_of(no)));
}

// Fewer than sixteen floats, by powers of two: a call of memcpy would take longer than the row.
INLINE void copy_some(float *to, const float *from, size_t count) {
  size_t i = 0;
  if (count & 8) memcpy(to, from, 8 * sizeof(float)), i = 8;
  if (count & 4) memcpy(to + i, from + i, 4 * sizeof(float)), i += 4;
  if (count & 2) memcpy(to + i, from + i, 2 * sizeof(float)), i += 2;
  if (count & 1) to[i] = from[i];
}

// All ones in the first `count` lanes.
INLINE ints first_lanes(size_t count) {
  static const ints places = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  return places < (int32_t)count;
}

#if LANES_HAVE_MASKS
// Zeros beyond the first `count`, whose memory is not touched.
INLINE lanes load_some(const float *p, size_t count) {
  union { ints all; __m256i half[2]; } mask = {first_lanes(count)};
  union { __m256 half[2]; lanes all; } some = {
      {_mm256_maskload_ps(p, mask.half[0]), _mm256_maskload_ps(p + 8, mask.half[1])}};
  return some.all;
}
#endif

// The first `count` lanes, at most 16; the others hold `rest`.
INLINE lanes take(const float *p, size_t count, float rest) {
  if (count == LANES) return load(p);
#if LANES_HAVE_MASKS
  return choose(first_lanes(count), load_some(p, count), all(rest));
#else
  float some[LANES];
  store(some, all(rest));
  copy_some(some, p, count);
  return load(some);
#endif
}

INLINE void put(float *p, lanes x, size_t count) {
  if (count == LANES) {
    store(p, x);
    return;
  }
  float some[LANES];
  store(some, x);
  copy_some(p, some, count);
}

// Runs the statements that follow `count` for i = 0, 16, …, with n = 16 until the last, which may
// have fewer: the compiler sees the full steps with a constant n.
#define EACH_LANES(count, ...)               \
  size_t i = 0;                              \
  for (; i + LANES <= (count); i += LANES) { \
    const size_t n = LANES;                  \
    __VA_ARGS__                              \
  }                                          \
  if (i < (count)) {                         \
    const size_t n = (count) - i;            \
    __VA_ARGS__                              \
  }

INLINE lanes magnitude(lanes x) { return from_bits(bits_of(x) & 0x7fffffff); }
INLINE lanes square_root(lanes x) { return __builtin_elementwise_sqrt(x); }

#if LANES_HAVE_FMA
INLINE lanes fma16(lanes a, lanes b, lanes c) { return __builtin_elementwise_fma(a, b, c); }
#else
#include "exact_fma.h"
#endif

// NaN wins, so that it is not lost on the way to the result.
INLINE lanes larger(lanes a, lanes b) { return choose((b > a) | (b != b), b, a); }
INLINE lanes smaller(lanes a, lanes b) { return choose((b < a) | (b != b), b, a); }
