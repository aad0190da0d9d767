// Shared by the two halves of the guard: the terminal (guard.c) and the signals (signals.c).
#pragma once
#include "include/guard.h"

/// Gives the terminal back from a signal handler, at once and without waiting long.
void guard_give_back_now(void);

/// Whether there is a terminal to give back, or one is being given back.
int guard_holds(void);

/// The terminal that output goes to.
int guard_output(void);

/// The terminal is held again: restarts the clock of a request to end that nobody has acted on.
void guard_watch_arming(void);

/// The terminal has been given back: stops the clock of a request to end.
void guard_stop_watching(void);
