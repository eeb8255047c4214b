// The kernels for what every machine of its kind has: SSE2 on x86-64, NEON on 64-bit Arm.

#define KERNEL_SET lectern_kernels_generic
#define KERNEL_SET_NAME "generic"
#if defined(__aarch64__)
#define LANES_HAVE_FMA 1
#else
#define LANES_HAVE_FMA 0
#endif
#define TILE_ROWS 4
#define TILE_COLUMNS 16

// Whatever takes or returns sixteen lanes is inlined, so how they would be passed is no matter.
#pragma clang diagnostic ignored "-Wpsabi"
#include "all_kernels.h"
