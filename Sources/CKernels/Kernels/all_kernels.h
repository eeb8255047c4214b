// The text of all kernels and their table. A file for each instruction set defines
// KERNEL_SET (the table's name), KERNEL_SET_NAME, LANES_HAVE_FMA, TILE_ROWS and TILE_COLUMNS and
// includes this once.
#include <stdlib.h>

#include "../include/lectern_buffers.h"
#include "../include/lectern_math.h"
#include "../Lanes/kernel_set.h"
#include "../Lanes/lanes.h"
#include "../Lanes/block_tree.h"
#include "../Lanes/functions.h"
#include "../Lanes/error_function.h"
#include "../Lanes/activations.h"
#include "dropout.h"
#include "elementwise.h"
#include "gradients.h"
#include "matmul.h"
#include "optimizers.h"
#include "reduction.h"
#include "softmax.h"
#include "attention.h"
#include "normalization.h"

const kernel_set KERNEL_SET = {
    .name = KERNEL_SET_NAME,
    .unary =
        {negate_each, absolute_each, square_root_each, exp_each, log_each, tanh_each,
         sigmoid_each, sigmoid_range_each, relu_each, clip_each, power_each,
         erf_each, gelu_each, gelu_tanh_each, mish_each, softplus_each, floor_each, ceil_each,
         round_each, sign_each, sin_each, cos_each, log1p_each, expm1_each},
    .pullback =
        {negate_pullback, absolute_pullback, square_root_pullback, exp_pullback, log_pullback,
         tanh_pullback, sigmoid_pullback, sigmoid_range_pullback, relu_pullback, clip_pullback,
         power_pullback, erf_pullback, gelu_pullback, gelu_tanh_pullback, mish_pullback,
         softplus_pullback, floor_pullback, ceil_pullback, round_pullback, sign_pullback,
         sin_pullback, cos_pullback, log1p_pullback, expm1_pullback},
    .binary =
        {add_both, subtract_both, multiply_both, divide_both, smaller_both, larger_both,
         less_both, less_or_equal_both, equal_both},
    .choose = choose_each,
    .rows = {sum_rows, largest_rows, smallest_rows},
    .columns = {sum_columns, largest_columns, smallest_columns},
    .dot_rows = dot_rows,
    .softmax = softmax_rows,
    .log_softmax = log_softmax_rows,
    .softmax_pullback = softmax_pullback_rows,
    .log_softmax_pullback = log_softmax_pullback_rows,
    .tile_rows = TILE_ROWS,
    .tile_columns = TILE_COLUMNS,
    .multiply = multiply_block,
    .adamw = adamw_each,
    .adamw_idle = adamw_idle_each,
    .sgd = sgd_each,
    .rmsprop = rmsprop_each,
    .adagrad = adagrad_each,
    .lion = lion_each,
    .follow = follow_each,
    .largest_magnitude = largest_magnitude,
    .squared_norm = squared_norm,
    .dropout = dropout_groups,
    .normalize_rows = normalize_rows,
    .normalize_rows_pullback = normalize_rows_pullback,
    .attention_weights = attention_weights,
    .attention_values = attention_values,
    .attention_values_pullback = attention_values_pullback,
    .attention_scores_pullback = attention_scores_pullback,
};
