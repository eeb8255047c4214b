// A fused multiply-add for machines without one. In double precision the product of two floats
// is exact; the sum is rounded to odd (Boldo and Melquiond, "Emulation of FMA and correctly
// rounded sums", 2008), so that rounding it once more to float gives the correctly rounded
// result, which is what the instruction gives.
typedef double doubles __attribute__((vector_size(128)));
typedef int64_t longs __attribute__((vector_size(128)));

INLINE lanes fma16(lanes a, lanes b, lanes c) {
  doubles product = __builtin_convertvector(a, doubles) * __builtin_convertvector(b, doubles);
  doubles addend = __builtin_convertvector(c, doubles);
  doubles sum = product + addend;
  doubles taken = sum - product;
  doubles error = (product - (sum - taken)) + (addend - taken);
  longs bits = (longs)sum;
  // Neither holds for NaN, which infinite operands leave in the error.
  longs inexact = (error > 0) | (error < 0);
  longs is_even = (bits & 1) - 1;
  longs away_from_zero = ~(((longs)error ^ bits) >> 63);
  longs step = (away_from_zero & 1) | (~away_from_zero & -1);
  return __builtin_convertvector((doubles)(bits + (step & inexact & is_even)), lanes);
}
