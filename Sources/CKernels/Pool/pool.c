#include "lectern_pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

enum { most_threads = 64 };

// How often a thread looks for news before it sleeps: some tenths of a millisecond, longer than the
// part of a training step that runs on one thread. Waking a sleeper up costs as much as a small
// step, on a virtual machine more.
enum { spins_before_parking = 20000 };

// A job is cut into parts, and whoever is free takes the next: the caller, who does them all when
// the workers get no processor, or a worker. `ticket` holds the job's number in its upper half
// and the next part in its lower half, so a worker that comes late cannot take a part of a job
// that is over: its ticket has changed. For the same reason the job's fields are atomic: a
// worker may read them while the next job is written, and then finds its ticket refused.
static struct {
  // Held by the thread whose job is running; whoever does not get it works alone.
  pthread_mutex_t use;
  // Guards sleeping on the two conditions.
  pthread_mutex_t parking;
  pthread_cond_t work_arrived, work_done;
  pthread_t threads[most_threads];
  int running;
  _Atomic(lectern_task) task;
  _Atomic(void *) context;
  atomic_size_t count, part_size;
  atomic_uint parts;
  _Atomic uint64_t ticket;
  atomic_uint done;
  atomic_int sleeping;
  atomic_bool caller_sleeps, stopping;
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

/// Takes and works on the next part of the job that `ticket` is of. False when it has none left.
static bool take_part(uint64_t ticket) {
  for (;;) {
    unsigned index = (unsigned)ticket, parts = atomic_load(&pool.parts);
    lectern_task task = atomic_load(&pool.task);
    void *context = atomic_load(&pool.context);
    size_t count = atomic_load(&pool.count), size = atomic_load(&pool.part_size);
    if (index >= parts) return false;
    uint64_t seen = ticket;
    if (atomic_compare_exchange_weak(&pool.ticket, &seen, ticket + 1)) {
      size_t begin = index * size, end = begin + size;
      if (end > count) end = count;
      if (begin < end) task(context, begin, end);
      return true;
    }
    if (seen >> 32 != ticket >> 32) return false;
    ticket = seen;
  }
}

static bool has_work(uint64_t ticket) { return (unsigned)ticket < atomic_load(&pool.parts); }

/// Returns when there is work or the pool stops.
static void wait_for_work(void) {
  for (int spin = 0; spin < spins_before_parking; spin++) {
    if (has_work(atomic_load(&pool.ticket)) || atomic_load(&pool.stopping)) return;
    pause_briefly();
  }
  pthread_mutex_lock(&pool.parking);
  atomic_fetch_add(&pool.sleeping, 1);
  while (!has_work(atomic_load(&pool.ticket)) && !atomic_load(&pool.stopping))
    pthread_cond_wait(&pool.work_arrived, &pool.parking);
  atomic_fetch_sub(&pool.sleeping, 1);
  pthread_mutex_unlock(&pool.parking);
}

static void note_part_done(void) {
  unsigned done = atomic_fetch_add(&pool.done, 1) + 1;
  if (done == atomic_load(&pool.parts) && atomic_load(&pool.caller_sleeps)) {
    pthread_mutex_lock(&pool.parking);
    pthread_cond_signal(&pool.work_done);
    pthread_mutex_unlock(&pool.parking);
  }
}

static void *work(void *unused) {
  (void)unused;
  for (;;) {
    wait_for_work();
    if (atomic_load(&pool.stopping)) return NULL;
    while (take_part(atomic_load(&pool.ticket))) note_part_done();
  }
}

/// Wakes those who sleep. Whoever goes to sleep looks for work once more after saying so, and
/// we look for sleepers after announcing the work, so nobody misses it.
static void wake_workers(void) {
  if (atomic_load(&pool.sleeping) == 0) return;
  pthread_mutex_lock(&pool.parking);
  pthread_cond_broadcast(&pool.work_arrived);
  pthread_mutex_unlock(&pool.parking);
}

static bool is_finished(void) { return atomic_load(&pool.done) == atomic_load(&pool.parts); }

static void wait_until_finished(void) {
  for (int spin = 0; spin < spins_before_parking; spin++) {
    if (is_finished()) return;
    pause_briefly();
  }
  pthread_mutex_lock(&pool.parking);
  atomic_store(&pool.caller_sleeps, true);
  while (!is_finished()) pthread_cond_wait(&pool.work_done, &pool.parking);
  atomic_store(&pool.caller_sleeps, false);
  pthread_mutex_unlock(&pool.parking);
}

// The caller holds `use`.
static void stop_workers(void) {
  if (pool.running == 0) return;
  pthread_mutex_lock(&pool.parking);
  atomic_store(&pool.stopping, true);
  pthread_cond_broadcast(&pool.work_arrived);
  pthread_mutex_unlock(&pool.parking);
  for (int i = 0; i < pool.running; i++) pthread_join(pool.threads[i], NULL);
  pool.running = 0;
}

// The caller holds `use`. False when the system gives no threads: then the caller works alone.
static bool start_workers(int wanted) {
  if (pool.running == wanted) return true;
  stop_workers();
  atomic_store(&pool.stopping, false);
  while (pool.running < wanted) {
    if (pthread_create(&pool.threads[pool.running], NULL, work, NULL) != 0) {
      stop_workers();
      return false;
    }
    pool.running++;
  }
  return true;
}

/// Cuts the job into two parts a thread, so that one who comes late still finds some.
static void publish(size_t count, size_t grain, size_t threads, lectern_task task, void *context) {
  size_t grains = (count + grain - 1) / grain;
  size_t wanted = 2 * threads < grains ? 2 * threads : grains;
  size_t size = (grains + wanted - 1) / wanted * grain;
  // No part of the old job is left to take, so its ticket is refused from the first line on.
  atomic_store(&pool.parts, 0);
  atomic_store(&pool.task, task);
  atomic_store(&pool.context, context);
  atomic_store(&pool.count, count);
  atomic_store(&pool.part_size, size);
  atomic_store(&pool.done, 0);
  uint64_t number = (atomic_load(&pool.ticket) >> 32) + 1;
  atomic_store(&pool.ticket, number << 32);
  atomic_store(&pool.parts, (unsigned)((count + size - 1) / size));
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
  publish(count, grain, threads, task, context);
  wake_workers();
  while (take_part(atomic_load(&pool.ticket))) note_part_done();
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
