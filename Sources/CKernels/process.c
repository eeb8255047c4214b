// See lectern_process.h. The handlers use only what is safe inside a signal handler: no
// allocation, no locks, no stdio; addresses are compared with a table filled beforehand.

#if defined(__linux__)
#define _GNU_SOURCE
#endif

#include "lectern_process.h"

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
#include <dirent.h>
#include <link.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>
#endif

enum { max_images = 1024, max_frames = 96, alternate_stack_size = 256 * 1024 };

typedef struct {
  uintptr_t base;
  uintptr_t end;
} image_range;

/// Where the last error was thrown. An uncaught error stops the program elsewhere: by then the
/// frames that threw it are gone.
static void *throw_frames[max_frames];
static int throw_count = 0;

static image_range images[max_images];
static int image_count = 0;
static int report_descriptor = -1;
static volatile sig_atomic_t step_is_running = 0;

pid_t lectern_fork(void) {
  pid_t parent = getpid();
  pid_t child = fork();
#if defined(__linux__)
  if (child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);  // the parent died before the call above
  }
#else
  (void)parent;
#endif
  return child;
}

int lectern_pipe(int ends[2]) {
#if defined(__linux__)
  return pipe2(ends, O_CLOEXEC);
#else
  if (pipe(ends) != 0) return -1;
  for (int i = 0; i < 2; i++) fcntl(ends[i], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

#if defined(__linux__) && defined(SYS_pidfd_open)
/// Returns when `child` has ended or its end cannot be watched; not at all when the runner goes.
static void wait_for_either(pid_t child, int commands) {
  int watched = (int)syscall(SYS_pidfd_open, child, 0);
  if (watched < 0) return;
  struct pollfd streams[] = {{.fd = watched, .events = POLLIN}, {.fd = commands}};
  while (poll(streams, 2, -1) < 0 && errno == EINTR) {
  }
  close(watched);
  if (streams[0].revents == 0 && streams[1].revents != 0) {
    kill(child, SIGKILL);
    _exit(0);
  }
}
#endif

int lectern_wait(pid_t child, int commands) {
#if defined(__linux__) && defined(SYS_pidfd_open)
  wait_for_either(child, commands);
#else
  (void)commands;
#endif
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

int lectern_interrupt_signal(void) { return SIGUSR2; }

void lectern_set_step_running(int running) { step_is_running = running; }

void lectern_buffer_output_by_line(void) { setvbuf(stdout, NULL, _IOLBF, 1 << 16); }

int64_t lectern_peak_memory(void) {
  struct rusage usage;
  if (getrusage(RUSAGE_SELF, &usage) != 0) return 0;
#if defined(__linux__)
  return (int64_t)usage.ru_maxrss * 1024;
#else
  return usage.ru_maxrss;
#endif
}

int lectern_process_thread_count(void) {
#if defined(__linux__)
  DIR *tasks = opendir("/proc/self/task");
  if (!tasks) return -1;
  int count = 0;
  for (struct dirent *entry; (entry = readdir(tasks));) count += entry->d_name[0] != '.';
  closedir(tasks);
  return count;
#else
  return -1;
#endif
}

#if defined(__linux__)
typedef struct {
  uintptr_t address;
  image_range found;
} image_search;

static int match_image(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  image_search *search = context;
  uintptr_t end = 0;
  int contains = 0;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    if (info->dlpi_phdr[i].p_type != PT_LOAD) continue;
    uintptr_t low = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
    uintptr_t high = low + info->dlpi_phdr[i].p_memsz;
    if (high > end) end = high;
    contains |= search->address >= low && search->address < high;
  }
  if (!contains) return 0;
  search->found = (image_range){info->dlpi_addr, end};
  return 1;
}
#endif

int lectern_register_image(const void *address) {
  if (image_count == max_images) return -1;
#if defined(__linux__)
  image_search search = {(uintptr_t)address, {0, 0}};
  if (!dl_iterate_phdr(match_image, &search)) return -1;
  images[image_count] = search.found;
#else
  Dl_info info;
  if (!dladdr(address, &info)) return -1;
  uintptr_t base = (uintptr_t)info.dli_fbase;
  images[image_count] = (image_range){base, base + ((uintptr_t)1 << 28)};
#endif
  return image_count++;
}

// MARK: reports, written without stdio

typedef struct {
  char text[8192];
  size_t length;
} report;

static void add_text(report *out, const char *text) {
  while (*text && out->length < sizeof out->text - 1) out->text[out->length++] = *text++;
}

static void add_number(report *out, uintptr_t number) {
  char digits[24];
  int first = (int)sizeof digits;
  digits[--first] = 0;
  do digits[--first] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  add_text(out, digits + first);
}

/// Adds the frame when it lies in a step's code; returns whether it did.
static int add_frame(report *out, uintptr_t address, int is_first) {
  for (int i = 0; i < image_count; i++) {
    if (address < images[i].base || address >= images[i].end) continue;
    add_text(out, is_first ? "[" : ",[");
    add_number(out, (uintptr_t)i);
    add_text(out, ",");
    add_number(out, address - images[i].base);
    add_text(out, "]");
    return 1;
  }
  return 0;
}

static void note_throw(void *error) {
  (void)error;
  throw_count = backtrace(throw_frames, max_frames);
}

/// The Swift runtime calls this hook, when it has one, wherever an error is thrown.
static void watch_throws(void) {
  void (**hook)(void *) = dlsym(RTLD_DEFAULT, "_swift_willThrow");
  if (hook) *hook = note_throw;
}

/// Adds the frames that lie in steps as a list of pairs. Frames are return addresses: the call
/// itself lies just before. `fault` is the address at which a signal struck, or 0.
static void add_frames(report *out, void **frames, int count, uintptr_t fault) {
  int is_first = 1, skip = 0;
  if (fault) {
    is_first = !add_frame(out, fault, is_first);
    for (int i = 0; i < count; i++)
      if ((uintptr_t)frames[i] == fault) skip = i + 1;
  }
  size_t room = out->length + sizeof out->text / 2 - 256;
  for (int i = skip; i < count && out->length < room; i++)
    if (add_frame(out, (uintptr_t)frames[i] - 1, is_first)) is_first = 0;
}

/// Reports where this thread is and where the last error was thrown.
static void send_report(const char *event, int signal_number, uintptr_t fault) {
  report out = {.length = 0};
  void *frames[max_frames];
  int count = backtrace(frames, max_frames);
  add_text(&out, "{\"event\":\"");
  add_text(&out, event);
  add_text(&out, "\",\"signal\":");
  add_number(&out, (uintptr_t)signal_number);
  add_text(&out, ",\"frames\":[");
  add_frames(&out, frames, count, fault);
  add_text(&out, "],\"thrown\":[");
  add_frames(&out, throw_frames, throw_count, 0);
  add_text(&out, "]}\n");
  for (size_t sent = 0; sent < out.length;) {
    ssize_t count = write(report_descriptor, out.text + sent, out.length - sent);
    if (count <= 0) break;
    sent += (size_t)count;
  }
}

static uintptr_t program_counter(void *context) {
#if defined(__linux__) && defined(__x86_64__)
  return (uintptr_t)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
#elif defined(__linux__) && defined(__aarch64__)
  return (uintptr_t)((ucontext_t *)context)->uc_mcontext.pc;
#else
  (void)context;
  return 0;
#endif
}

static void handle_signal(int number, siginfo_t *info, void *context) {
  (void)info;
  if (number == lectern_interrupt_signal()) {
    send_report("interrupted", number, program_counter(context));
    fflush(stdout);  // may wait for ever in a torn state: the runner then kills the process
    _exit(124);
  }
  // What the step printed last may still be in the buffer: a trap strikes between two calls of
  // print, so flushing is safe here in practice, and losing the output would be worse.
  fflush(stdout);
  send_report("crash", number, program_counter(context));
  signal(number, SIG_DFL);
  raise(number);
}

static void handle_exit(void) {
  if (!step_is_running) return;
  step_is_running = 0;
  fflush(stdout);
  send_report("exit", 0, 0);
}

void lectern_install_crash_reporter(int descriptor) {
  report_descriptor = descriptor;
  void *warm_up[1];
  backtrace(warm_up, 1);  // loads the unwinder now: a handler must not
  watch_throws();

  static char stack[alternate_stack_size];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handle_signal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  const int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT,
                         lectern_interrupt_signal()};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
    sigaction(signals[i], &action, NULL);
  atexit(handle_exit);

  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
}
