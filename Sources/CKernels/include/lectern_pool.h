#ifndef LECTERN_POOL_H
#define LECTERN_POOL_H

#include <stddef.h>

/// Works on the part [begin, end) of a result.
typedef void (*lectern_task)(void *context, size_t begin, size_t end);

/// Splits [0, count) into contiguous parts, every part but the last a multiple of `grain`, which
/// the threads take as they are free, and returns when all are done. Runs on the calling thread alone when
/// there is a single part, or when another thread is using the pool.
///
/// Whoever calls this splits a result, never a reduction: no bit may depend on the split.
void lectern_parallel(size_t count, size_t grain, lectern_task task, void *context);

/// How many threads work, the caller included: `LECTERN_THREADS`, or the number of cores.
int lectern_thread_count(void);

/// For tests: works with so many threads from now on; 0 goes back to the default.
void lectern_set_threads(int count);

/// Stops the workers and joins them, so that the process may fork. They come back at their next
/// use. Does nothing when none runs.
void lectern_pool_stop(void);

#endif
