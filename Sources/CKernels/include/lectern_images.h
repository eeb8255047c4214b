#ifndef LECTERN_IMAGES_H
#define LECTERN_IMAGES_H

#include <stddef.h>
#include <stdint.h>

// Windows that slide over images [count, channels, height, width]; beyond the edge, pixels of
// the padding.

typedef struct {
  size_t count, channels, height, width;
  size_t window_height, window_width, row_stride, column_stride, row_padding, column_padding;
  /// How many positions the window has.
  size_t out_height, out_width;
} lectern_windows;

/// What each window sees, as a row: out[image, y, x, channel, row, column], 0 in the padding.
void lectern_patches(const float *images, float *out, const lectern_windows *windows);

/// The gradient of the images: what belongs to a pixel is added in the order of the windows.
void lectern_patches_pullback(const float *upstream, float *out, const lectern_windows *windows);

/// The largest pixel of each window, out[image, channel, y, x], the first of several, NaN
/// before all; and where it is: row * width + column in its channel. The padding never wins.
void lectern_largest_of_windows(
    const float *images, float *out, int32_t *positions, const lectern_windows *windows);

/// The gradient of the images: each window's goes to its largest pixel, in their order.
void lectern_largest_of_windows_pullback(
    const float *upstream, const int32_t *positions, float *out, const lectern_windows *windows);

#endif
