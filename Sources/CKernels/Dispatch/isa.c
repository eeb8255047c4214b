#include "lectern_isa.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../Lanes/kernel_set.h"

static _Atomic(const kernel_set *) chosen;

// Best first; the last is the one that every machine has.
static const kernel_set *const all_sets[] = {
#if defined(__x86_64__)
    &lectern_kernels_avx512,
    &lectern_kernels_avx2,
#endif
    &lectern_kernels_generic,
};
enum { set_count = sizeof all_sets / sizeof *all_sets };

static int is_supported(const kernel_set *set) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (set == &lectern_kernels_avx512)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  if (set == &lectern_kernels_avx2)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#endif
  return set == &lectern_kernels_generic;
}

static const kernel_set *supported_set(const char *name) {
  for (int i = 0; i < set_count; i++)
    if (strcmp(all_sets[i]->name, name) == 0 && is_supported(all_sets[i])) return all_sets[i];
  return NULL;
}

static const kernel_set *best_set(void) {
  for (int i = 0; i < set_count; i++)
    if (is_supported(all_sets[i])) return all_sets[i];
  return &lectern_kernels_generic;
}

static const kernel_set *default_set(void) {
  const char *wanted = getenv("LECTERN_ISA");
  if (wanted == NULL || *wanted == 0) return best_set();
  const kernel_set *set = supported_set(wanted);
  if (set) return set;
  set = best_set();
  fprintf(stderr, "LECTERN_ISA=%s: not available here, using %s\n", wanted, set->name);
  return set;
}

const kernel_set *lectern_kernels(void) {
  const kernel_set *set = atomic_load_explicit(&chosen, memory_order_acquire);
  if (set) return set;
  set = default_set();
  const kernel_set *nobody = NULL;
  // Two threads may come here at once; they find the same.
  atomic_compare_exchange_strong(&chosen, &nobody, set);
  return set;
}

const char *lectern_isa_name(void) { return lectern_kernels()->name; }

int lectern_force_isa(const char *name) {
  const kernel_set *set = name ? supported_set(name) : default_set();
  if (set) atomic_store(&chosen, set);
  return set != NULL;
}
