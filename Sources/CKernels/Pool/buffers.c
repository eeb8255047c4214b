#include "lectern_buffers.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// Sizes are rounded up to one of eight between two powers of two, so at most an eighth is
// wasted and a buffer fits the next tensor of about its size.
enum { smallest_count = 16, steps_in_doubling = 8, class_count = 8 * 48 };

// From here on a buffer gets pages of its own, large ones where the system has them.
static const size_t large_bytes = 4u << 20;
static const size_t huge_page = 2u << 20;

// How much may be kept beyond the most that was ever in use at once, besides a half of it: a
// training step gives back all that it took, and the next must find it again. Sizes are rounded up
// and not all are in use at once, so less would be released and cleared anew in each step.
static const size_t most_excess_bytes = 64u << 20;

typedef struct spare {
  struct spare *next;
} spare;

static struct {
  pthread_mutex_t lock;
  spare *classes[class_count];
  size_t used_bytes, most_used_bytes, spare_bytes, fresh;
} buffers = {.lock = PTHREAD_MUTEX_INITIALIZER};

static int class_of(size_t count) {
  if (count <= smallest_count) return 0;
  int doublings = 63 - __builtin_clzll((unsigned long long)(count - 1) / smallest_count);
  size_t base = (size_t)smallest_count << doublings, step = base / steps_in_doubling;
  if (count <= base) return doublings * steps_in_doubling;
  return doublings * steps_in_doubling + (int)((count - base + step - 1) / step);
}

static size_t capacity_of(int class) {
  size_t base = (size_t)smallest_count << (class / steps_in_doubling);
  return base + base / steps_in_doubling * (size_t)(class % steps_in_doubling);
}

static float *fresh_buffer(size_t bytes) {
  void *memory = NULL;
  if (posix_memalign(&memory, bytes >= large_bytes ? huge_page : 64, bytes) != 0) return NULL;
#if defined(MADV_HUGEPAGE)
  if (bytes >= large_bytes) madvise(memory, bytes, MADV_HUGEPAGE);
#endif
  return memory;
}

// The caller holds the lock. Largest first: they bring most.
static void release_spares(size_t most) {
  for (int class = class_count - 1; class >= 0 && buffers.spare_bytes > most; class--)
    while (buffers.classes[class] && buffers.spare_bytes > most) {
      spare *gone = buffers.classes[class];
      buffers.classes[class] = gone->next;
      buffers.spare_bytes -= capacity_of(class) * sizeof(float);
      free(gone);
    }
}

static float *take_spare(int class, size_t bytes) {
  spare *found = buffers.classes[class];
  if (found == NULL) return NULL;
  buffers.classes[class] = found->next;
  buffers.spare_bytes -= bytes;
  return (float *)found;
}

// More than any machine can address, and what the classes can hold.
static const size_t most_count = (size_t)1 << 46;

// Whether a single buffer asks for more than the machine has: some systems would promise it, and
// end the program without a word when it is written to.
static bool exceeds_machine(size_t bytes) {
  if (bytes < large_bytes) return false;
  long pages = sysconf(_SC_PHYS_PAGES), page = sysconf(_SC_PAGESIZE);
  return pages > 0 && page > 0 && bytes / (size_t)page > (size_t)pages;
}

float *lectern_buffer_try(size_t count, size_t *capacity) {
  if (count > most_count || exceeds_machine(count * sizeof(float))) return NULL;
  int class = class_of(count);
  *capacity = capacity_of(class);
  size_t bytes = *capacity * sizeof(float);
  pthread_mutex_lock(&buffers.lock);
  buffers.used_bytes += bytes;
  if (buffers.used_bytes > buffers.most_used_bytes) buffers.most_used_bytes = buffers.used_bytes;
  float *memory = take_spare(class, bytes);
  if (memory == NULL) {
    buffers.fresh++;
    // Sizes that nobody asks for any more must not pile up.
    size_t most = buffers.most_used_bytes / 2 * 3 + most_excess_bytes;
    if (buffers.used_bytes + buffers.spare_bytes > most)
      release_spares(most > buffers.used_bytes ? most - buffers.used_bytes : 0);
  }
  pthread_mutex_unlock(&buffers.lock);
  if (memory == NULL) memory = fresh_buffer(bytes);
  if (memory == NULL) {
    lectern_buffers_trim();
    memory = fresh_buffer(bytes);
  }
  if (memory == NULL) {
    pthread_mutex_lock(&buffers.lock);
    buffers.used_bytes -= bytes;
    pthread_mutex_unlock(&buffers.lock);
  }
  return memory;
}

float *lectern_buffer_take(size_t count, size_t *capacity) {
  float *memory = lectern_buffer_try(count, capacity);
  if (memory == NULL) {
    fprintf(stderr, "Fatal error: no memory for %zu numbers in between\n", count);
    abort();
  }
  return memory;
}

void lectern_buffer_give(float *buffer, size_t capacity) {
  int class = class_of(capacity);
  spare *idle = (spare *)(void *)buffer;
  pthread_mutex_lock(&buffers.lock);
  idle->next = buffers.classes[class];
  buffers.classes[class] = idle;
  buffers.used_bytes -= capacity * sizeof(float);
  buffers.spare_bytes += capacity * sizeof(float);
  pthread_mutex_unlock(&buffers.lock);
}

void lectern_buffers_trim(void) {
  pthread_mutex_lock(&buffers.lock);
  release_spares(0);
  pthread_mutex_unlock(&buffers.lock);
}

lectern_buffer_figures lectern_buffers(void) {
  pthread_mutex_lock(&buffers.lock);
  lectern_buffer_figures figures = {buffers.used_bytes, buffers.spare_bytes, buffers.fresh};
  pthread_mutex_unlock(&buffers.lock);
  return figures;
}
