#include "lectern_pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

enum { most_threads = 64 };

// How often a thread looks for news before it sleeps: a few microseconds, about what waking
// it up would cost.
enum { spins_before_parking = 4000 };

typedef struct {
  lectern_task task;
  void *context;
  size_t count, part;
} job;

static struct {
  // Held by the thread whose job is running; whoever does not get it works alone.
  pthread_mutex_t use;
  // Guards parking: the two conditions, and the atomics below when somebody may sleep on them.
  pthread_mutex_t parking;
  pthread_cond_t work_arrived, work_done;
  pthread_t threads[most_threads];
  int running;
  job current;
  atomic_uint round;
  atomic_int unfinished;
  atomic_bool stopping;
} pool = {.use = PTHREAD_MUTEX_INITIALIZER,
          .parking = PTHREAD_MUTEX_INITIALIZER,
          .work_arrived = PTHREAD_COND_INITIALIZER,
          .work_done = PTHREAD_COND_INITIALIZER};

static atomic_int chosen_threads;

static void pause_briefly(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

static int default_thread_count(void) {
  const char *text = getenv("LECTERN_THREADS");
  long count = text ? strtol(text, NULL, 10) : 0;
  if (count < 1) count = sysconf(_SC_NPROCESSORS_ONLN);
  if (count < 1) count = 1;
  return count > most_threads ? most_threads : (int)count;
}

int lectern_thread_count(void) {
  int count = atomic_load(&chosen_threads);
  if (count == 0) {
    count = default_thread_count();
    atomic_store(&chosen_threads, count);
  }
  return count;
}

static void run_part(const job *job, size_t index) {
  size_t begin = index * job->part;
  size_t end = begin + job->part;
  if (end > job->count) end = job->count;
  if (begin < end) job->task(job->context, begin, end);
}

static unsigned wait_for_round_after(unsigned seen) {
  for (int spin = 0; spin < spins_before_parking; spin++) {
    unsigned round = atomic_load(&pool.round);
    if (round != seen) return round;
    pause_briefly();
  }
  pthread_mutex_lock(&pool.parking);
  while (atomic_load(&pool.round) == seen) pthread_cond_wait(&pool.work_arrived, &pool.parking);
  pthread_mutex_unlock(&pool.parking);
  return atomic_load(&pool.round);
}

static void *work(void *argument) {
  size_t index = (size_t)argument;
  // Rounds start at 0 with each start of the pool; see start_workers.
  unsigned seen = 0;
  for (;;) {
    seen = wait_for_round_after(seen);
    if (atomic_load(&pool.stopping)) return NULL;
    run_part(&pool.current, index);
    if (atomic_fetch_sub(&pool.unfinished, 1) == 1) {
      pthread_mutex_lock(&pool.parking);
      pthread_cond_signal(&pool.work_done);
      pthread_mutex_unlock(&pool.parking);
    }
  }
}

static void announce_round(void) {
  pthread_mutex_lock(&pool.parking);
  atomic_fetch_add(&pool.round, 1);
  pthread_cond_broadcast(&pool.work_arrived);
  pthread_mutex_unlock(&pool.parking);
}

static void wait_until_finished(void) {
  for (int spin = 0; spin < spins_before_parking; spin++) {
    if (atomic_load(&pool.unfinished) == 0) return;
    pause_briefly();
  }
  pthread_mutex_lock(&pool.parking);
  while (atomic_load(&pool.unfinished) > 0) pthread_cond_wait(&pool.work_done, &pool.parking);
  pthread_mutex_unlock(&pool.parking);
}

// The caller holds `use`.
static void stop_workers(void) {
  if (pool.running == 0) return;
  atomic_store(&pool.stopping, true);
  announce_round();
  for (int i = 0; i < pool.running; i++) pthread_join(pool.threads[i], NULL);
  pool.running = 0;
}

// The caller holds `use`. False when the system gives no threads: then the caller works alone.
static bool start_workers(int wanted) {
  if (pool.running == wanted) return true;
  stop_workers();
  atomic_store(&pool.stopping, false);
  atomic_store(&pool.round, 0);
  while (pool.running < wanted) {
    void *index = (void *)(size_t)(pool.running + 1);
    if (pthread_create(&pool.threads[pool.running], NULL, work, index) != 0) {
      stop_workers();
      return false;
    }
    pool.running++;
  }
  return true;
}

void lectern_parallel(size_t count, size_t grain, lectern_task task, void *context) {
  if (count == 0) return;
  if (grain == 0) grain = 1;
  size_t grains = (count + grain - 1) / grain;
  size_t threads = (size_t)lectern_thread_count();
  if (threads > grains) threads = grains;
  if (threads < 2 || pthread_mutex_trylock(&pool.use) != 0) {
    task(context, 0, count);
    return;
  }
  if (!start_workers(lectern_thread_count() - 1)) {
    pthread_mutex_unlock(&pool.use);
    task(context, 0, count);
    return;
  }
  pool.current = (job){task, context, count, (grains + threads - 1) / threads * grain};
  atomic_store(&pool.unfinished, pool.running);
  announce_round();
  run_part(&pool.current, 0);
  wait_until_finished();
  pthread_mutex_unlock(&pool.use);
}

void lectern_set_threads(int count) {
  if (count < 0) count = 0;
  atomic_store(&chosen_threads, count > most_threads ? most_threads : count);
}

void lectern_pool_stop(void) {
  pthread_mutex_lock(&pool.use);
  stop_workers();
  pthread_mutex_unlock(&pool.use);
}
