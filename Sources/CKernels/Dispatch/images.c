#include "lectern_images.h"

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

static void patches_of_images(void *context, size_t begin, size_t end) {
  const images_job *job = context;
  const lectern_windows *w = job->windows;
  size_t window = w->window_height * w->window_width, width = patch_width(w);
  for (size_t image = begin; image < end; image++)
    for (size_t y = 0; y < w->out_height; y++)
      for (size_t x = 0; x < w->out_width; x++) {
        float *patch = job->out + ((image * w->out_height + y) * w->out_width + x) * width;
        memset(patch, 0, width * sizeof(float));
        for (size_t channel = 0; channel < w->channels; channel++) {
          const float *plane = job->from + (image * w->channels + channel) * pixels(w);
          EACH_PIXEL(w, y, x, patch[channel * window + index] = plane[row * w->width + column])
        }
      }
}

static void gradients_of_images(void *context, size_t begin, size_t end) {
  const images_job *job = context;
  const lectern_windows *w = job->windows;
  size_t window = w->window_height * w->window_width, width = patch_width(w);
  for (size_t image = begin; image < end; image++) {
    float *planes = job->out + image * w->channels * pixels(w);
    memset(planes, 0, w->channels * pixels(w) * sizeof(float));
    for (size_t y = 0; y < w->out_height; y++)
      for (size_t x = 0; x < w->out_width; x++) {
        const float *patch =
            job->from + ((image * w->out_height + y) * w->out_width + x) * width;
        for (size_t channel = 0; channel < w->channels; channel++) {
          float *plane = planes + channel * pixels(w);
          EACH_PIXEL(w, y, x, plane[row * w->width + column] += patch[channel * window + index])
        }
      }
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

static void largest_of_planes(void *context, size_t begin, size_t end) {
  const images_job *job = context;
  const lectern_windows *w = job->windows;
  for (size_t plane = begin; plane < end; plane++) {
    const float *from = job->from + plane * pixels(w);
    for (size_t y = 0; y < w->out_height; y++)
      for (size_t x = 0; x < w->out_width; x++) {
        float best = -__builtin_inff();
        int32_t position = -1;
        EACH_PIXEL(w, y, x, {
          (void)index;
          float pixel = from[row * w->width + column];
          if (position < 0 || pixel > best || (pixel != pixel && best == best)) {
            best = pixel;
            position = (int32_t)(row * w->width + column);
          }
        })
        size_t place = plane * places(w) + y * w->out_width + x;
        job->out[place] = best;
        job->positions[place] = position;
      }
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
