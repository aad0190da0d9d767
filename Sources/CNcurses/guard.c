#define _GNU_SOURCE 1
#include "include/guard.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

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

static struct screen_guard screen_guard_state = {.captured = -1};
static struct screen_guard *screen_guard(void) { return &screen_guard_state; }

/// One of the signals that are caught. The first six wake the loop; the others end the process.
int screen_signal(int index) {
    static const int numbers[SCREEN_SIGNALS] = {
        SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT,
        SIGQUIT, SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
    return numbers[index];
}
#define SCREEN_WAKING_SIGNALS 6

void screen_write_all(int file, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(file, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

/// Gives standard error back, and prints what it collected.
void screen_release_error(void) {
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
int screen_give_back(void (*leave)(void)) {
    if (__atomic_exchange_n(&screen_guard()->armed, 0, __ATOMIC_ACQ_REL) == 0) return 0;
    int error = errno;
    if (leave) leave();
    else screen_write_all(screen_guard()->output, screen_guard()->bytes, screen_guard()->count);
    tcsetattr(screen_guard()->output, TCSANOW, &screen_guard()->modes);
    screen_release_error();
    errno = error;
    return 1;
}

void screen_give_back_at_exit(void) { screen_give_back(NULL); }

void screen_on_waking_signal(int number) {
    int error = errno;
    unsigned char byte = (unsigned char)number;
    (void)!write(screen_guard()->wake, &byte, 1);
    errno = error;
}

void screen_on_fatal_signal(int number) {
    screen_give_back(NULL);
    for (int index = 0; index < SCREEN_SIGNALS; index++)
        if (screen_signal(index) == number) sigaction(number, &screen_guard()->previous[index], NULL);
    raise(number);
}

/// Starts catching signals. A signal that the program was started to ignore stays ignored.
void screen_catch_signals(int wake) {
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

void screen_release_signals(void) {
    for (int index = 0; index < SCREEN_SIGNALS; index++)
        sigaction(screen_signal(index), &screen_guard()->previous[index], NULL);
}

/// Notes the modes of the terminal as they are, which are those that it gets back.
int screen_note_modes(int output) {
    screen_guard()->output = output;
    return tcgetattr(output, &screen_guard()->modes);
}

/// Notes what makes the terminal an ordinary one again; at most 512 bytes.
void screen_note_bytes(const char *bytes, size_t count) {
    if (count > sizeof screen_guard()->bytes) count = sizeof screen_guard()->bytes;
    memcpy(screen_guard()->bytes, bytes, count);
    screen_guard()->count = count;
}

/// From here on the terminal has to be given back, and standard error is collected.
void screen_arm(void) {
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
void screen_stop_process(void) {
    struct sigaction stop, mine;
    memset(&stop, 0, sizeof stop);
    sigemptyset(&stop.sa_mask);
    stop.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &stop, &mine);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &mine, NULL);
}
