// The one path that gives the terminal back, safe in a signal handler. TerminalGuard.swift is its one user.
#pragma once
#include <stddef.h>

/// Remembers the modes that the terminal has now, to restore them when it is given back.
///
/// Returns 0, or -1 with `errno`.
int screen_note_modes(int output);

/// Remembers the bytes that make the terminal an ordinary one again; at most 512.
void screen_note_bytes(const char *bytes, size_t count);

/// From now on the terminal has to be given back, and standard error is collected.
void screen_arm(void);

/// Gives the terminal back; returns 0 if it was given back already, else 1.
///
/// `leave` leaves the full screen by way of ncurses. If it is NULL, the remembered bytes are written.
int screen_give_back(void (*leave)(void));

/// The same with the remembered bytes, for `atexit`.
void screen_give_back_at_exit(void);

/// Starts catching every signal that ends or stops a process.
///
/// `wake` is the end of a pipe that gets a byte, the signal's number, for each signal that the loop has to act on.
/// Every other signal gives the terminal back, and then does what it would have done. A signal that the program was
/// started to ignore stays ignored.
void screen_catch_signals(int wake);

/// Restores the handlers that were there before.
void screen_release_signals(void);

/// Makes the keys that interrupt and quit do nothing, or act again.
void screen_ignore_keys(int is_on);

/// Says that the loop acts on the signals that woke it. A request to end that it does not act on in time ends the
/// process.
void screen_signals_heard(void);

/// Says that the terminal is about to be given back. After a request to end, the time for that is limited, too.
void screen_watch_leaving(void);

/// Sets how many seconds a request to end waits for the loop.
void screen_set_patience(unsigned seconds);

/// Stops the process as the terminal's own suspend key would; returns once it continues.
void screen_stop_process(void);

/// Gives the calling thread a second stack for signal handlers, on which they run even if its own has overflowed.
///
/// Calling it again does nothing. The stack is freed when the thread ends.
void screen_protect_thread(void);
