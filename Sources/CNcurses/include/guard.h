// The one path that gives the terminal back, safe in a signal handler. TerminalGuard.swift is its one user.
#pragma once
#include <stddef.h>

/// Notes the modes of the terminal as they are, which are those that it gets back.
///
/// Returns 0, or -1 with `errno`.
int screen_note_modes(int output);

/// Notes what makes the terminal an ordinary one again; at most 512 bytes.
void screen_note_bytes(const char *bytes, size_t count);

/// From here on the terminal has to be given back, and standard error is collected.
void screen_arm(void);

/// Gives the terminal back, unless it is already; 1 if it was not.
///
/// `leave` leaves the full screen in ncurses' way; without it the noted bytes do.
int screen_give_back(void (*leave)(void));

/// The same with the noted bytes, for `atexit`.
void screen_give_back_at_exit(void);

/// Starts catching every signal that ends or stops a process.
///
/// `wake` is the end of a pipe that gets a byte, the signal's number, for each signal that the loop has to act on.
/// Every other signal gives the terminal back, and then does what it would have done. A signal that the program was
/// started to ignore stays ignored.
void screen_catch_signals(int wake);

/// Signals go again where they went before.
void screen_release_signals(void);

/// Whether the keys that interrupt and quit do nothing.
void screen_ignore_keys(int is_on);

/// Says that the loop acts on what it was woken for. A request to end that nobody acts on in time ends the process.
void screen_signals_heard(void);

/// Says that the terminal is about to be given back. After a request to end that, too, has only so much time.
void screen_watch_leaving(void);

/// Seconds that a request to end waits for the loop.
void screen_set_patience(unsigned seconds);

/// Stops the process as the terminal's own suspend key would; returns once it continues.
void screen_stop_process(void);

/// Gives the calling thread a second stack for signal handlers, which alone can run where its own has overflowed.
///
/// Calling it again does nothing. The thread's end frees it.
void screen_protect_thread(void);
