#if defined(__x86_64__)

// System headers come before the attribute below, which is for the kernels alone.
#include <immintrin.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define KERNEL_SET lectern_kernels_avx2
#define KERNEL_SET_NAME "avx2"
#define LANES_HAVE_FMA 1
#define LANES_HAVE_MASKS 1
#define TILE_ROWS 6
#define TILE_COLUMNS 16

// Whatever takes or returns sixteen lanes is inlined, so how they would be passed is no matter.
#pragma clang diagnostic ignored "-Wpsabi"
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "all_kernels.h"
#pragma clang attribute pop

#endif
