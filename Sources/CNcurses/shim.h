// What Swift can't import from ncurses itself: macros, variadic functions, globals, and what must be safe in a
// signal handler.
#pragma once
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <errno.h>
#include <fcntl.h>
#include <ncurses.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

// ncurses' short macros would otherwise take these names from every file that imports this module.
#undef columns
#undef lines
#undef bell
#undef tab
#undef newline

// --- The screen -----------------------------------------------------------------------------------------------------

static inline WINDOW *screen_window(void) { return stdscr; }
static inline WINDOW *screen_physical(void) { return curscr; }
static inline int screen_colors(void) { return COLORS; }
static inline int screen_color_pairs(void) { return COLOR_PAIRS; }

/// What cleared places look like, so that clearing is enough to draw them.
static inline void screen_set_background(uint32_t attributes, int pair) {
    cchar_t blank;
    setcchar(&blank, L" ", (attr_t)attributes, 0, &pair);
    wbkgrndset(stdscr, &blank);
}

/// Fills one cell: 1 to 5 scalars ending in zero, attributes, and a colour pair of any number.
static inline void screen_set_cell(cchar_t *cell, const uint32_t *scalars, uint32_t attributes, int pair) {
    setcchar(cell, (const wchar_t *)scalars, (attr_t)attributes, 0, &pair);
}

/// Writes a run of cells that are filled already.
static inline void screen_write(int row, int column, const cchar_t *cells, int count) {
    if (wmove(stdscr, row, column) != ERR) wadd_wchnstr(stdscr, cells, count);
}

static inline uint32_t screen_bold(void) { return A_BOLD; }
static inline uint32_t screen_italic(void) { return A_ITALIC; }
static inline uint32_t screen_underline(void) { return A_UNDERLINE; }
static inline uint32_t screen_reverse(void) { return A_REVERSE; }
static inline uint32_t screen_dim(void) { return A_DIM; }

// --- The terminal's description -------------------------------------------------------------------------------------

/// Whether there is a description of the terminal: 1; 0 if it is unknown; -1 if there are no descriptions at all;
/// -2 if it can't place its cursor.
static inline int screen_check_terminal(const char *name, int output) {
    int answer = 0;
    if (setupterm(name, output, &answer) == ERR) return answer == 1 ? -2 : answer;
    const char *place = tigetstr("cup");
    answer = place != NULL && place != (const char *)-1 ? 1 : -2;
    del_curterm(cur_term);
    return answer;
}

/// A string capability of the current terminal; NULL if it has none.
static inline const char *screen_capability(const char *name) {
    const char *text = tigetstr(name);
    return text == (const char *)-1 ? NULL : text;
}

/// Whether colour numbers are 24-bit colours.
static inline int screen_has_direct_color(void) { return tigetflag("RGB") > 0 || tigetnum("RGB") > 0; }

/// Rows and columns of a terminal, zero if it doesn't say.
static inline void screen_size(int terminal, int *row_count, int *column_count) {
    struct winsize size;
    memset(&size, 0, sizeof size);
    ioctl(terminal, TIOCGWINSZ, &size);
    *row_count = size.ws_row;
    *column_count = size.ws_col;
}

// --- Keys -----------------------------------------------------------------------------------------------------------

/// The next key: 0 for a character, 1 for a function key, -1 if none is waiting.
static inline int screen_next_key(uint32_t *value) {
    wint_t key = 0;
    int answer = wget_wch(stdscr, &key);
    *value = (uint32_t)key;
    return answer == ERR ? -1 : answer == KEY_CODE_YES;
}

/// Puts a character back, to be the next key.
static inline void screen_unread(uint32_t character) { unget_wch((wchar_t)character); }

struct screen_mouse {
    int row;
    int column;
    /// 0 none, 1 press, 2 release, 3 scrolled up, 4 scrolled down.
    int kind;
};

static inline struct screen_mouse screen_next_mouse(void) {
    struct screen_mouse mouse = {0, 0, 0};
    MEVENT event;
    if (getmouse(&event) == ERR) return mouse;
    mouse.row = event.y;
    mouse.column = event.x;
    if (event.bstate & BUTTON4_PRESSED) mouse.kind = 3;
    else if (event.bstate & BUTTON5_PRESSED) mouse.kind = 4;
    else if (event.bstate & BUTTON1_PRESSED) mouse.kind = 1;
    else if (event.bstate & BUTTON1_RELEASED) mouse.kind = 2;
    return mouse;
}

/// Has clicks and the wheel reported, or no longer; 0 where they are not from now on.
static inline int screen_set_mouse(int on) {
    mouseinterval(0);
    return mousemask(on ? BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL) != 0;
}

// --- Giving the terminal back ---------------------------------------------------------------------------------------
//
// All that a signal handler needs, prepared beforehand. TerminalGuard.swift is the one user.

#define SCREEN_SIGNALS 13

struct screen_guard {
    /// 1 while there is a terminal to give back; whoever sets it to 0 gives it back.
    int armed;
    /// The terminal that output goes to.
    int output;
    /// The standard error that the program was started with, and the file that collects it meanwhile.
    int standard_error;
    int captured;
    /// The end of a pipe that the handler of an ordinary signal writes its number to.
    int wake;
    struct termios modes;
    /// What makes the terminal an ordinary one again.
    char bytes[512];
    size_t count;
    struct sigaction previous[SCREEN_SIGNALS];
};

// Weak, so that there is one for the whole program, whichever of its object files these functions end up in; with
// a value, because Swift's importer leaves out definitions without one.
__attribute__((weak)) struct screen_guard screen_guard_state = {.captured = -1};
static inline struct screen_guard *screen_guard(void) { return &screen_guard_state; }

/// One of the signals that are caught. The first six wake the loop; the others end the process.
static inline int screen_signal(int index) {
    static const int numbers[SCREEN_SIGNALS] = {
        SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT,
        SIGQUIT, SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
    return numbers[index];
}
#define SCREEN_WAKING_SIGNALS 6

static inline void screen_write_all(int file, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(file, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

/// Gives standard error back, and prints what it collected.
static inline void screen_release_error(void) {
    if (screen_guard()->captured < 0) return;
    dup2(screen_guard()->standard_error, 2);
    char buffer[1024];
    off_t offset = 0;
    for (;;) {
        ssize_t got = pread(screen_guard()->captured, buffer, sizeof buffer, offset);
        if (got <= 0) break;
        screen_write_all(2, buffer, (size_t)got);
        offset += got;
    }
    close(screen_guard()->captured);
    close(screen_guard()->standard_error);
    screen_guard()->captured = -1;
}

/// Gives the terminal back, once. Safe in a signal handler if `leave` is.
///
/// `leave` leaves the full screen in ncurses' way; without it the prepared bytes do.
static inline int screen_give_back(void (*leave)(void)) {
    if (__atomic_exchange_n(&screen_guard()->armed, 0, __ATOMIC_ACQ_REL) == 0) return 0;
    int error = errno;
    if (leave) leave();
    else screen_write_all(screen_guard()->output, screen_guard()->bytes, screen_guard()->count);
    tcsetattr(screen_guard()->output, TCSANOW, &screen_guard()->modes);
    screen_release_error();
    errno = error;
    return 1;
}

static inline void screen_give_back_at_exit(void) { screen_give_back(NULL); }

static inline void screen_on_waking_signal(int number) {
    int error = errno;
    unsigned char byte = (unsigned char)number;
    (void)!write(screen_guard()->wake, &byte, 1);
    errno = error;
}

static inline void screen_on_fatal_signal(int number) {
    screen_give_back(NULL);
    for (int index = 0; index < SCREEN_SIGNALS; index++)
        if (screen_signal(index) == number) sigaction(number, &screen_guard()->previous[index], NULL);
    raise(number);
}

/// Starts catching signals. A signal that the program was started to ignore stays ignored.
static inline void screen_catch_signals(int wake) {
    screen_guard()->wake = wake;
    for (int index = 0; index < SCREEN_SIGNALS; index++) {
        int number = screen_signal(index);
        struct sigaction action;
        memset(&action, 0, sizeof action);
        sigemptyset(&action.sa_mask);
        action.sa_handler = index < SCREEN_WAKING_SIGNALS ? screen_on_waking_signal : screen_on_fatal_signal;
        action.sa_flags = index < SCREEN_WAKING_SIGNALS ? SA_RESTART : SA_ONSTACK;
        sigaction(number, &action, &screen_guard()->previous[index]);
        if (screen_guard()->previous[index].sa_handler == SIG_IGN && number != SIGWINCH && number != SIGCONT)
            sigaction(number, &screen_guard()->previous[index], NULL);
    }
}

static inline void screen_release_signals(void) {
    for (int index = 0; index < SCREEN_SIGNALS; index++)
        sigaction(screen_signal(index), &screen_guard()->previous[index], NULL);
}

/// Notes the modes of the terminal as they are, which are those that it gets back.
static inline int screen_note_modes(int output) {
    screen_guard()->output = output;
    return tcgetattr(output, &screen_guard()->modes);
}

/// Notes what makes the terminal an ordinary one again; at most 512 bytes.
static inline void screen_note_bytes(const char *bytes, size_t count) {
    if (count > sizeof screen_guard()->bytes) count = sizeof screen_guard()->bytes;
    memcpy(screen_guard()->bytes, bytes, count);
    screen_guard()->count = count;
}

/// From here on the terminal has to be given back, and standard error is collected.
static inline void screen_arm(void) {
    if (__atomic_load_n(&screen_guard()->armed, __ATOMIC_ACQUIRE)) return;
    screen_guard()->captured = (int)syscall(SYS_memfd_create, "standard error", 1 /* MFD_CLOEXEC */);
    if (screen_guard()->captured >= 0) {
        screen_guard()->standard_error = fcntl(2, F_DUPFD_CLOEXEC, 3);
        fcntl(screen_guard()->captured, F_SETFL, O_APPEND);
        dup2(screen_guard()->captured, 2);
    }
    __atomic_store_n(&screen_guard()->armed, 1, __ATOMIC_RELEASE);
}

/// Stops the process as the terminal's own suspend key would; returns once it continues.
static inline void screen_stop_process(void) {
    struct sigaction stop, mine;
    memset(&stop, 0, sizeof stop);
    sigemptyset(&stop.sa_mask);
    stop.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &stop, &mine);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &mine, NULL);
}
