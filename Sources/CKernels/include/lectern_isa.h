#ifndef LECTERN_ISA_H
#define LECTERN_ISA_H

/// The kernels in use: "avx512", "avx2" or "generic". The best this CPU has, unless the
/// environment's `LECTERN_ISA` names another. One that this CPU lacks is not used; a line on
/// the standard error says so. All give the same bits.
const char *lectern_isa_name(void);

/// For tests: uses the named kernels from now on; NULL goes back to the default. Returns 0 and
/// changes nothing when this CPU lacks them.
int lectern_force_isa(const char *name);

#endif
