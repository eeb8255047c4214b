#include "lectern_images.h"

#include <stdbool.h>
#include <string.h>

#include "../Lanes/rounding.h"
#include "lectern_pool.h"

// Copies and additions only, so one text serves every instruction set. Threads share the images
// or their channels, each of which is one thread's work from beginning to end.

typedef struct {
  const lectern_windows *windows;
  const float *from;
  float *out;
  int32_t *positions;
  const int32_t *found;
} images_job;

static size_t patch_width(const lectern_windows *w) {
  return w->channels * w->window_height * w->window_width;
}

static size_t pixels(const lectern_windows *w) { return w->height * w->width; }

static size_t places(const lectern_windows *w) { return w->out_height * w->out_width; }

// The pixel's row or column under the window, at least `length` when it lies in the padding.
static size_t under_window(size_t position, size_t stride, size_t offset, size_t padding) {
  // Wraps around to a huge number before the first one.
  return position * stride + offset - padding;
}

// Whether no part of the window at (y, x) lies in the padding.
static bool lies_inside(const lectern_windows *w, size_t y, size_t x) {
  size_t row = under_window(y, w->row_stride, 0, w->row_padding);
  size_t column = under_window(x, w->column_stride, 0, w->column_padding);
  return row < w->height && w->height - row >= w->window_height && column < w->width &&
         w->width - column >= w->window_width;
}

// The place of the first pixel under the window at (y, x), which lies inside.
static size_t first_pixel(const lectern_windows *w, size_t y, size_t x) {
  size_t row = under_window(y, w->row_stride, 0, w->row_padding);
  return row * w->width + under_window(x, w->column_stride, 0, w->column_padding);
}

// Windows are a few pixels wide: a length that the compiler knows costs no call and no loop.
static void copy_pixels(float *to, const float *from, size_t count) {
  switch (count) {
    case 1: *to = *from; return;
    case 2: memcpy(to, from, 2 * sizeof(float)); return;
    case 3: memcpy(to, from, 3 * sizeof(float)); return;
    case 5: memcpy(to, from, 5 * sizeof(float)); return;
    default: memcpy(to, from, count * sizeof(float));
  }
}

static void add_pixels(float *restrict to, const float *restrict from, size_t count) {
  if (count == 3) {
    to[0] += from[0], to[1] += from[1], to[2] += from[2];
    return;
  }
  for (size_t i = 0; i < count; i++) to[i] += from[i];
}

// Calls `pixel`, with `row` and `column` set, for each pixel of the image under the window at
// (y, x), and with `index` its place in the window.
#define EACH_PIXEL(w, y, x, pixel)                                                            \
  for (size_t i = 0, index = 0; i < (w)->window_height; i++) {                                \
    size_t row = under_window(y, (w)->row_stride, i, (w)->row_padding);                       \
    for (size_t j = 0; j < (w)->window_width; j++, index++) {                                 \
      size_t column = under_window(x, (w)->column_stride, j, (w)->column_padding);            \
      if (row < (w)->height && column < (w)->width) pixel;                                    \
    }                                                                                         \
  }

// What a window that lies inside sees; `from` is its first pixel in the first channel.
static void patch_inside(const lectern_windows *w, const float *from, float *patch) {
  for (size_t channel = 0; channel < w->channels; channel++, from += pixels(w))
    for (size_t i = 0; i < w->window_height; i++, patch += w->window_width)
      copy_pixels(patch, from + i * w->width, w->window_width);
}

// What a window that reaches into the padding sees; `image` begins with the first channel.
static void patch_at_edge(
    const lectern_windows *w, size_t y, size_t x, const float *image, float *patch) {
  size_t window = w->window_height * w->window_width;
  memset(patch, 0, patch_width(w) * sizeof(float));
  for (size_t channel = 0; channel < w->channels; channel++, image += pixels(w), patch += window)
    EACH_PIXEL(w, y, x, patch[index] = image[row * w->width + column])
}

static void patches_of_images(void *context, size_t begin, size_t end) {
  const images_job *job = context;
  const lectern_windows *w = job->windows;
  float *patch = job->out + begin * places(w) * patch_width(w);
  for (size_t i = begin; i < end; i++) {
    const float *image = job->from + i * w->channels * pixels(w);
    for (size_t y = 0; y < w->out_height; y++)
      for (size_t x = 0; x < w->out_width; x++, patch += patch_width(w))
        if (lies_inside(w, y, x))
          patch_inside(w, image + first_pixel(w, y, x), patch);
        else
          patch_at_edge(w, y, x, image, patch);
  }
}

static void add_inside(const lectern_windows *w, const float *patch, float *to) {
  for (size_t channel = 0; channel < w->channels; channel++, to += pixels(w))
    for (size_t i = 0; i < w->window_height; i++, patch += w->window_width)
      add_pixels(to + i * w->width, patch, w->window_width);
}

static void add_at_edge(
    const lectern_windows *w, size_t y, size_t x, const float *patch, float *image) {
  size_t window = w->window_height * w->window_width;
  for (size_t channel = 0; channel < w->channels; channel++, image += pixels(w), patch += window)
    EACH_PIXEL(w, y, x, image[row * w->width + column] += patch[index])
}

static void gradients_of_images(void *context, size_t begin, size_t end) {
  const images_job *job = context;
  const lectern_windows *w = job->windows;
  const float *patch = job->from + begin * places(w) * patch_width(w);
  for (size_t i = begin; i < end; i++) {
    float *image = job->out + i * w->channels * pixels(w);
    memset(image, 0, w->channels * pixels(w) * sizeof(float));
    for (size_t y = 0; y < w->out_height; y++)
      for (size_t x = 0; x < w->out_width; x++, patch += patch_width(w))
        if (lies_inside(w, y, x))
          add_inside(w, patch, image + first_pixel(w, y, x));
        else
          add_at_edge(w, y, x, patch, image);
  }
}

void lectern_patches(const float *images, float *out, const lectern_windows *windows) {
  images_job job = {windows, images, out, NULL, NULL};
  if (places(windows) * patch_width(windows) > 0)
    lectern_parallel(windows->count, 1, patches_of_images, &job);
}

void lectern_patches_pullback(const float *upstream, float *out, const lectern_windows *windows) {
  images_job job = {windows, upstream, out, NULL, NULL};
  if (windows->channels * pixels(windows) > 0)
    lectern_parallel(windows->count, 1, gradients_of_images, &job);
}

// Whether a pixel is larger than the largest so far: the first of equals stays, and a NaN is larger
// than every number.
static inline bool is_larger(float pixel, float best) {
  return (pixel > best) | ((pixel != pixel) & (best == best));
}

static void largest_at_edge(
    const lectern_windows *w, size_t y, size_t x, const float *plane, float *best,
    int32_t *place) {
  *best = -__builtin_inff(), *place = -1;
  EACH_PIXEL(w, y, x, {
    (void)index;
    float pixel = plane[row * w->width + column];
    if (*place < 0 || is_larger(pixel, *best)) {
      *best = pixel;
      *place = (int32_t)(row * w->width + column);
    }
  })
}

// `mask` is all ones or zero. Compilers turn `?:` into a branch here, which is often guessed wrongly.
static inline uint32_t either(uint32_t mask, uint32_t yes, uint32_t no) {
  return (yes & mask) | (no & ~mask);
}

static inline uint32_t bits_of(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

// One pixel of each of `count` windows side by side.
static inline void take_larger(
    const float *restrict from, size_t stride, size_t count, size_t at, float *restrict best,
    int32_t *restrict place) {
  for (size_t x = 0; x < count; x++) {
    float pixel = from[x * stride];
    uint32_t mask = -(uint32_t)is_larger(pixel, best[x]);
    uint32_t bits = either(mask, bits_of(pixel), bits_of(best[x]));
    memcpy(best + x, &bits, sizeof bits);
    place[x] = (int32_t)either(mask, (uint32_t)(at + x * stride), (uint32_t)place[x]);
  }
}

// The largest pixels of `count` windows side by side that lie inside, the first of them at `first`.
static void largest_inside(
    const lectern_windows *w, const float *plane, size_t first, size_t count, float *best,
    int32_t *place) {
  size_t stride = w->column_stride;
  for (size_t x = 0; x < count; x++) {
    best[x] = plane[first + x * stride];
    place[x] = (int32_t)(first + x * stride);
  }
  for (size_t i = 0; i < w->window_height; i++)
    for (size_t j = 0, at = first + i * w->width; j < w->window_width; j++, at++)
      if (stride == 1)
        take_larger(plane + at, 1, count, at, best, place);
      else if (stride == 2)
        take_larger(plane + at, 2, count, at, best, place);
      else
        take_larger(plane + at, stride, count, at, best, place);
}

static void largest_of_row(
    const lectern_windows *w, size_t y, const float *plane, float *best, int32_t *place) {
  for (size_t x = 0; x < w->out_width;) {
    size_t end = x;
    while (end < w->out_width && lies_inside(w, y, end)) end++;
    if (end > x)
      largest_inside(w, plane, first_pixel(w, y, x), end - x, best + x, place + x);
    else
      largest_at_edge(w, y, end, plane, best + end, place + end), end++;
    x = end;
  }
}

static void largest_of_planes(void *context, size_t begin, size_t end) {
  const images_job *job = context;
  const lectern_windows *w = job->windows;
  for (size_t plane = begin; plane < end; plane++)
    for (size_t y = 0; y < w->out_height; y++) {
      size_t window = plane * places(w) + y * w->out_width;
      largest_of_row(
          w, y, job->from + plane * pixels(w), job->out + window, job->positions + window);
    }
}

static void gradients_of_planes(void *context, size_t begin, size_t end) {
  const images_job *job = context;
  const lectern_windows *w = job->windows;
  for (size_t plane = begin; plane < end; plane++) {
    float *to = job->out + plane * pixels(w);
    memset(to, 0, pixels(w) * sizeof(float));
    for (size_t place = plane * places(w); place < (plane + 1) * places(w); place++)
      to[job->found[place]] += job->from[place];
  }
}

void lectern_largest_of_windows(
    const float *images, float *out, int32_t *positions, const lectern_windows *windows) {
  images_job job = {windows, images, out, positions, NULL};
  lectern_parallel(windows->count * windows->channels, 1, largest_of_planes, &job);
}

void lectern_largest_of_windows_pullback(
    const float *upstream, const int32_t *positions, float *out, const lectern_windows *windows) {
  images_job job = {windows, upstream, out, NULL, positions};
  lectern_parallel(windows->count * windows->channels, 1, gradients_of_planes, &job);
}
