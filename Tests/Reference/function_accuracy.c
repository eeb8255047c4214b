// Measures the kernels' functions on all 2^32 floats, against libm in double precision, and
// compares the bits of every set of kernels that this CPU has on a sixteenth of them. Takes
// minutes:
//
//   clang -O2 -ffp-contract=off -ISources/CKernels/include -o function_accuracy
//     Tests/Reference/function_accuracy.c Sources/CKernels/{Dispatch,Kernels,Pool,Scalar}/*.c
//     -lm -lpthread
//   ./function_accuracy 1          # all functions; or every 64th float: ./function_accuracy 64 erf
//
// An error is counted in units in the last place of the exact result, below the normal numbers
// in those of the smallest one. A result is wrong when one is NaN or infinite and the other,
// rounded to a float, is not.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern_elementwise.h"
#include "lectern_isa.h"
#include "lectern_pool.h"

#define BLOCK (1 << 20)
#define PARTS 64

static double exact_sigmoid(double x) { return 1 / (1 + exp(-x)); }

static double exact_gelu(double x) {
  // The limit, which the formula misses.
  return x == -INFINITY ? -0.0 : x * erfc(-x * M_SQRT1_2) / 2;
}

static double exact_gelu_tanh(double x) {
  if (x == -INFINITY) return -0.0;
  return x / (1 + exp(-2 * sqrt(2 / M_PI) * (x + 0.044715 * x * x * x)));
}

static double exact_softplus(double x) { return fmax(x, 0) + log1p(exp(-fabs(x))) + 0 * x; }

static double exact_mish(double x) {
  return x == -INFINITY ? -0.0 : x * tanh(exact_softplus(x));
}

typedef struct {
  const char *name;
  lectern_unary_operation operation;
  double (*exact)(double);
} function;

static const function functions[] = {
    {"exp", LECTERN_EXP, exp},
    {"log", LECTERN_LOG, log},
    {"tanh", LECTERN_TANH, tanh},
    {"sigmoid", LECTERN_SIGMOID, exact_sigmoid},
    {"erf", LECTERN_ERF, erf},
    {"sqrt", LECTERN_SQUARE_ROOT, sqrt},
    {"gelu", LECTERN_GELU, exact_gelu},
    {"gelu-tanh", LECTERN_GELU_TANH, exact_gelu_tanh},
    {"softplus", LECTERN_SOFTPLUS, exact_softplus},
    {"mish", LECTERN_MISH, exact_mish},
    {"sin", LECTERN_SIN, sin},
    {"cos", LECTERN_COS, cos},
    {"log1p", LECTERN_LOG1P, log1p},
    {"expm1", LECTERN_EXPM1, expm1},
};

static const char *const sets[] = {"avx512", "avx2", "generic"};

typedef struct {
  double error;
  float at;
  uint64_t wrong;
} worst;

static float x[BLOCK], y[BLOCK], other[BLOCK];
static const function *current;
static worst parts[PARTS];

static double unit_of(double exact) {
  int exponent;
  frexp(exact, &exponent);
  return ldexp(1, (exponent < -125 ? -125 : exponent) - 24);
}

static void measure(worst *worst, float at, float result) {
  double exact = current->exact(at);
  float rounded = (float)exact;
  if (isnan(rounded) || isinf(rounded) || isnan(result) || isinf(result)) {
    if (isnan(rounded) ? !isnan(result) : rounded != result) {
      if (worst->wrong++ == 0) worst->at = at;
    }
    return;
  }
  double error = fabs(result - exact) / unit_of(exact);
  if (error <= worst->error) return;
  worst->error = error;
  worst->at = at;
}

static void measure_parts(void *context, size_t begin, size_t end) {
  (void)context;
  for (size_t part = begin; part < end; part++)
    for (size_t i = part * (BLOCK / PARTS); i < (part + 1) * (BLOCK / PARTS); i++)
      measure(&parts[part], x[i], y[i]);
}

// How many results of another set are not those in `y`, all NaNs taken for one.
static uint64_t count_differences(void) {
  uint64_t count = 0;
  for (size_t i = 0; i < BLOCK; i++)
    count += memcmp(&y[i], &other[i], sizeof(float)) != 0 && !(isnan(y[i]) && isnan(other[i]));
  return count;
}

static void report(const function *function, uint64_t step) {
  current = function;
  memset(parts, 0, sizeof parts);
  uint64_t differences = 0;
  int compared = 0;
  for (uint64_t first = 0; first < UINT64_C(1) << 32; first += BLOCK * step) {
    for (size_t i = 0; i < BLOCK; i++) {
      uint32_t bits = (uint32_t)(first + i * step);
      memcpy(&x[i], &bits, sizeof bits);
    }
    lectern_force_isa(NULL);
    lectern_unary(function->operation, x, y, BLOCK, 0, 0);
    lectern_parallel(PARTS, 1, measure_parts, NULL);
    // The generic set has no fused multiply-add to lean on and is slow.
    if (first / step / BLOCK % 16) continue;
    compared = 0;
    for (size_t set = 0; set < sizeof sets / sizeof *sets; set++) {
      if (!lectern_force_isa(sets[set])) continue;
      lectern_unary(function->operation, x, other, BLOCK, 0, 0);
      differences += count_differences();
      compared++;
    }
  }
  worst all = {0, 0, 0};
  for (int i = 0; i < PARTS; i++) {
    all.wrong += parts[i].wrong;
    if (parts[i].error >= all.error) all.error = parts[i].error, all.at = parts[i].at;
  }
  printf(
      "%-10s worst %.3f ulp at %.9g (%a); wrong NaN or infinity: %llu; "
      "bits that differ between %d sets: %llu\n",
      function->name, all.error, all.at, all.at, (unsigned long long)all.wrong, compared,
      (unsigned long long)differences);
  fflush(stdout);
}

int main(int count, char **names) {
  uint64_t step = count > 1 ? strtoul(names[1], NULL, 10) : 0;
  if (step == 0) {
    fprintf(stderr, "usage: %s STEP [FUNCTION ...]; a step of 1 takes all floats\n", names[0]);
    return 2;
  }
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    int wanted = count == 2;
    for (int j = 2; j < count; j++) wanted |= strcmp(names[j], functions[i].name) == 0;
    if (wanted) report(&functions[i], step);
  }
  return 0;
}
