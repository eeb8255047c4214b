#ifndef LECTERN_CKERNELS_H
#define LECTERN_CKERNELS_H

#include "lectern_math.h"
#include "lectern_pool.h"

#endif
