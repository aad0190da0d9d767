// The one path that gives the terminal back, safe in a signal handler. TerminalGuard.swift is its one user.
#pragma once
#include <stddef.h>

/// Notes the modes of the terminal as they are, which are those that it gets back.
///
/// Returns 0, or -1 with `errno`.
int screen_note_modes(int output);

/// Notes what makes the terminal an ordinary one again; at most 512 bytes.
void screen_note_bytes(const char *bytes, size_t count);

/// Starts catching signals. A signal that the program was started to ignore stays ignored.
///
/// `wake` is the end of a pipe that gets a byte, the signal's number, for each signal that the loop has to act on.
void screen_catch_signals(int wake);

/// Signals go again where they went before.
void screen_release_signals(void);

/// From here on the terminal has to be given back, and standard error is collected.
void screen_arm(void);

/// Gives the terminal back, once.
///
/// `leave` leaves the full screen in ncurses' way; without it the noted bytes do.
int screen_give_back(void (*leave)(void));

void screen_give_back_at_exit(void);

/// Stops the process as the terminal's own suspend key would; returns once it continues.
void screen_stop_process(void);
