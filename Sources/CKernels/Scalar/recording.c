#include "lectern_recording.h"

static _Thread_local int depth;

void lectern_recording_enter(void) { depth++; }
void lectern_recording_leave(void) { depth--; }
int lectern_is_recording(void) { return depth > 0; }
