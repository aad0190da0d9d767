// What the two halves of the guard share: the terminal (guard.c) and the signals (signals.c).
#pragma once
#include "include/guard.h"

/// Gives the terminal back from a handler: now, whatever else is going on, and without waiting long.
void guard_give_back_now(void);

/// Whether there is a terminal to give back, or it is being given back.
int guard_holds(void);

/// The terminal that output goes to.
int guard_output(void);

/// Goes on with the time of a request to end that nobody has acted on, now that the terminal is held again.
void guard_watch_arming(void);

/// The terminal is given back: what is left may take its time.
void guard_stop_watching(void);
