#ifndef LECTERN_CKERNELS_H
#define LECTERN_CKERNELS_H

#include "lectern_attention.h"
#include "lectern_buffers.h"
#include "lectern_dropout.h"
#include "lectern_elementwise.h"
#include "lectern_gradients.h"
#include "lectern_images.h"
#include "lectern_isa.h"
#include "lectern_math.h"
#include "lectern_matmul.h"
#include "lectern_normalization.h"
#include "lectern_optimizers.h"
#include "lectern_pool.h"
#include "lectern_process.h"
#include "lectern_recording.h"
#include "lectern_rating_rows.h"
#include "lectern_reduction.h"
#include "lectern_rows.h"

#endif
