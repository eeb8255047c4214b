#ifndef LECTERN_PROCESS_H
#define LECTERN_PROCESS_H

#include <stdint.h>
#include <sys/types.h>

// What the kernel process needs of the operating system and Swift does not offer: fork, which
// Swift hides on Linux, and handlers that run while a step is crashing.

/// fork(2). The child is killed when its parent dies, where the system can do that.
pid_t lectern_fork(void);

/// pipe(2) whose ends no child inherits, not even one that another thread starts meanwhile,
/// where the system can do that.
int lectern_pipe(int ends[2]);

/// Waits until `child` has ended and returns its status as waitpid(2) gives it. When nobody can
/// write to `commands` any more, the runner is gone, whatever has killed it: then this process
/// ends, and its child with it. (Where the system cannot wait for both, only for the child.)
int lectern_wait(pid_t child, int commands);

/// The signal that makes a step report where it is and stop. Sent when its time is up.
int lectern_interrupt_signal(void);

/// Installs handlers that report crashes, `exit` and interruption of the running step to
/// `descriptor`, as one JSON object a line:
/// `{"event":"crash","signal":4,"frames":[[2,4711],…],"thrown":[…]}`. A frame is the number of a
/// loaded step (see lectern_register_image) and an offset into its file, innermost frame first.
/// `thrown` are the frames at which the last Swift error was thrown.
void lectern_install_crash_reporter(int descriptor);

/// Makes frames of a loaded step recognisable. `address` is any address inside the image.
/// Returns the image's number, or -1 when the address is in no image or the table is full.
int lectern_register_image(const void *address);

/// Between `1` and `0` a call of `exit` is reported as the step's.
void lectern_set_step_running(int running);

/// Makes standard output hand on whole lines as they are printed. (Swift 6 lets nobody name
/// the global `stdout`.)
void lectern_buffer_output_by_line(void);

/// The process's largest resident size so far, in bytes.
int64_t lectern_peak_memory(void);

/// How many threads this process has; -1 when the system does not tell.
int lectern_process_thread_count(void);

#endif
