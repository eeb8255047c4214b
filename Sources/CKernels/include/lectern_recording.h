#ifndef LECTERN_RECORDING_H
#define LECTERN_RECORDING_H

// Whether operations on variables are recorded is a property of the thread, and Swift has no
// variables of a thread.

/// Recording starts with the outermost call of enter and ends with the matching leave.
void lectern_recording_enter(void);
void lectern_recording_leave(void);
int lectern_is_recording(void);

#endif
