#ifndef LECTERN_RECORDING_H
#define LECTERN_RECORDING_H

// What is going on is a property of the thread, and Swift has no variables of a thread.

/// Recording starts with the outermost call of enter and ends with the matching leave.
void lectern_recording_enter(void);
void lectern_recording_leave(void);
int lectern_is_recording(void);

/// What layers that train look at: an object of the caller's, NULL outside of training.
void *lectern_training(void);
/// Sets it and returns what it was before.
void *lectern_set_training(void *training);

#endif
