#ifndef LECTERN_ROUNDING_H
#define LECTERN_ROUNDING_H

// Every operation is rounded by itself, whatever flags this is compiled with: a compiler left to
// itself fuses products and sums where the machine can, and the bits would depend on the
// instruction set. Included by every file that computes. Square roots are
// __builtin_elementwise_sqrt for a similar reason: __builtin_sqrt may call the C library to set
// errno.
#pragma STDC FP_CONTRACT OFF

#endif
