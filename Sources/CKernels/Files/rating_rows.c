// See lectern_rating_rows.h.

#if defined(__linux__)
#define _GNU_SOURCE
#endif

#include "lectern_rating_rows.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>

static pthread_mutex_t reading = PTHREAD_MUTEX_INITIALIZER;
static struct sigaction handler_before;
static _Thread_local sigjmp_buf *landing;

/// A fault of another thread is not ours: the handler that was there before gets it.
static void land(int number) {
  if (landing) siglongjmp(*landing, 1);
  sigaction(number, &handler_before, NULL);
}

/// Whether `body` came to its end. It may hold no lock and no memory.
static int reaches_end(void (*body)(void *), void *context) {
  struct sigaction own;
  memset(&own, 0, sizeof own);
  own.sa_handler = land;
  sigaction(SIGBUS, &own, &handler_before);
  sigjmp_buf here;
  int is_whole = sigsetjmp(here, 1) == 0;
  if (is_whole) {
    landing = &here;
    body(context);
  }
  landing = NULL;
  sigaction(SIGBUS, &handler_before, NULL);
  return is_whole;
}

static inline uint32_t word(const uint8_t *from) {
  return (uint32_t)from[0] | (uint32_t)from[1] << 8 | (uint32_t)from[2] << 16
         | (uint32_t)from[3] << 24;
}

static inline float number(const uint8_t *from) {
  uint32_t bits = word(from);
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static inline int64_t time_of(const uint8_t *row) {
  return (int64_t)((uint64_t)word(row + 12) | (uint64_t)word(row + 16) << 32);
}

static inline int is_right(const lectern_rating_rows *rows, const uint8_t *row) {
  int is_finite = (word(row + 8) & 0x7f800000) != 0x7f800000;
  return word(row) < rows->users && word(row + 4) < rows->items && is_finite;
}

static void touch(lectern_rating_rows *rows, size_t offset) {
  uint8_t *piece = rows->touched + offset / LECTERN_ROW_PIECE;
  rows->touched_count += !*piece;
  *piece = 1;
}

/// The rows stay in the system's cache, from where they come back when they are asked for.
static void forget(lectern_rating_rows *rows) {
  madvise(rows->file, rows->file_bytes, MADV_DONTNEED);
  memset(rows->touched, 0, rows->file_bytes / LECTERN_ROW_PIECE + 1);
  rows->touched_count = 0;
}

typedef struct {
  lectern_rating_rows *rows;
  const int64_t *positions;
  size_t count;
  int32_t *users, *items;
  float *ratings;
  int64_t *times;
  uint64_t hash;
  size_t wrong;
} reading_job;

static void read_part(void *context) {
  reading_job *job = context;
  lectern_rating_rows *rows = job->rows;
  for (size_t i = 0; i < job->count; i++) {
    size_t at = rows->rows_at + (size_t)job->positions[i] * rows->row_bytes;
    const uint8_t *row = rows->file + at;
    touch(rows, at);
    touch(rows, at + rows->row_bytes - 1);
    if (!is_right(rows, row)) {
      job->wrong = (size_t)job->positions[i];
      return;
    }
    job->users[i] = (int32_t)word(row);
    job->items[i] = (int32_t)word(row + 4);
    job->ratings[i] = number(row + 8);
    if (job->times) job->times[i] = time_of(row);
  }
}

static void check_part(void *context) {
  reading_job *job = context;
  lectern_rating_rows *rows = job->rows;
  for (size_t row = 0; row < rows->rows; row++) {
    size_t at = rows->rows_at + row * rows->row_bytes;
    if (!is_right(rows, rows->file + at)) {
      job->wrong = row;
      return;
    }
    job->hash = lectern_hash_words(job->hash, rows->file + at, rows->row_bytes / 4);
    touch(rows, at);
    if (rows->touched_count > LECTERN_ROW_PIECES_KEPT) forget(rows);
  }
}

static lectern_rows_result run(reading_job *job, void (*body)(void *)) {
  job->wrong = SIZE_MAX;
  pthread_mutex_lock(&reading);
  int is_whole = reaches_end(body, job);
  if (job->rows->touched_count > LECTERN_ROW_PIECES_KEPT) forget(job->rows);
  pthread_mutex_unlock(&reading);
  if (!is_whole) return LECTERN_ROWS_GONE;
  return job->wrong == SIZE_MAX ? LECTERN_ROWS_READ : LECTERN_ROW_WRONG;
}

lectern_rows_result lectern_read_rating_rows(
    lectern_rating_rows *rows, const int64_t *positions, size_t count, int32_t *users,
    int32_t *items, float *ratings, int64_t *times, size_t *wrong) {
  reading_job job = {rows, positions, count, users, items, ratings, times, 0, 0};
  lectern_rows_result result = run(&job, read_part);
  *wrong = job.wrong;
  return result;
}

lectern_rows_result lectern_check_rating_rows(
    lectern_rating_rows *rows, uint64_t *hash, size_t *wrong) {
  reading_job job = {.rows = rows, .hash = *hash};
  lectern_rows_result result = run(&job, check_part);
  if (result == LECTERN_ROWS_READ) forget(rows);
  *hash = job.hash;
  *wrong = job.wrong;
  return result;
}

uint64_t lectern_hash_words(uint64_t hash, const uint8_t *bytes, size_t words) {
  for (size_t i = 0; i < words; i++) hash = (hash ^ word(bytes + 4 * i)) * 0x100000001b3u;
  return hash;
}
