#include "lectern_recording.h"

static _Thread_local int depth;
static _Thread_local void *current_training;

void lectern_recording_enter(void) { depth++; }
void lectern_recording_leave(void) { depth--; }
int lectern_is_recording(void) { return depth > 0; }

void *lectern_training(void) { return current_training; }

void *lectern_set_training(void *training) {
  void *before = current_training;
  current_training = training;
  return before;
}
