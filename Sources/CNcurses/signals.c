#define _GNU_SOURCE 1
#include "guard.h"
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int wake_pipe = -1;
static unsigned patience = 5;
static struct sigaction previous[_NSIG];
/// The thread that draws.
static pid_t drawing_thread;

/// The signal that asked the process to end, and whether the loop has yet to act on one.
static int asked;
static int is_unheard;

// --- Requests to end that nobody acts on ----------------------------------------------------------------------------
//
// If the terminal takes no output, the loop waits in write(2) and hears nothing. An alarm then ends the process.

void screen_set_patience(unsigned seconds) { patience = seconds; }

void screen_signals_heard(void) {
    guard_stop_watching();
    __atomic_store_n(&is_unheard, 0, __ATOMIC_RELEASE);
}

void guard_stop_watching(void) {
    if (__atomic_load_n(&asked, __ATOMIC_ACQUIRE)) alarm(0);
}

void screen_watch_leaving(void) {
    if (__atomic_load_n(&asked, __ATOMIC_ACQUIRE)) alarm(patience);
}

void guard_watch_arming(void) {
    if (__atomic_load_n(&is_unheard, __ATOMIC_ACQUIRE)) alarm(patience);
}

// --- Handlers -------------------------------------------------------------------------------------------------------

static void wake(int number) {
    unsigned char byte = (unsigned char)number;
    (void)!write(wake_pipe, &byte, 1);
}

/// For signals that the loop acts on.
static void on_waking(int number) {
    int error = errno;
    wake(number);
    errno = error;
}

/// For signals that ask the program to end.
static void on_request(int number) {
    int error = errno;
    int none = 0;
    __atomic_compare_exchange_n(&asked, &none, number, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
    wake(number);
    // While an editor has the terminal there is nothing to give back, and the request waits until the editor ends.
    if (guard_holds() && !__atomic_exchange_n(&is_unheard, 1, __ATOMIC_ACQ_REL)) alarm(patience);
    errno = error;
}

/// Stops the process by a signal that has another handler; returns once it continues.
static void stop_by(int number) {
    struct sigaction stop, mine;
    memset(&stop, 0, sizeof stop);
    sigemptyset(&stop.sa_mask);
    stop.sa_handler = SIG_DFL;
    sigaction(number, &stop, &mine);
    sigset_t only, before;
    sigemptyset(&only);
    sigaddset(&only, number);
    pthread_sigmask(SIG_UNBLOCK, &only, &before);
    raise(number);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    sigaction(number, &mine, NULL);
}

void screen_stop_process(void) { stop_by(SIGTSTP); }

/// SIGTTIN and SIGTTOU: the program was about to read or change a terminal that it does not have.
///
/// In the background the process stops at once. In the foreground the signal was sent by somebody, and the loop gives
/// the terminal back before it stops.
static void on_background(int number) {
    int error = errno;
    if (guard_holds() && tcgetpgrp(guard_output()) == getpgrp()) wake(number);
    else stop_by(number);
    errno = error;
}

/// Whether the signal is a fault of the thread that it arrives at, which then can't go on.
static int is_fault(int number) {
    switch (number) {
    case SIGSEGV: case SIGBUS: case SIGFPE: case SIGILL: case SIGTRAP: case SIGSYS: case SIGABRT: return 1;
    default: return 0;
    }
}

/// Hands a signal on to the thread that draws, so that it does not draw or wait in write(2) meanwhile.
static int is_handed_on(int number) {
    if (is_fault(number) || gettid() == drawing_thread) return 0;
    return syscall(SYS_tgkill, getpid(), drawing_thread, number) == 0;
}

/// Gives the terminal back, then ends the process by the signal as if it had not been caught.
static void on_fatal(int number) {
    if (is_handed_on(number)) return;
    int request = __atomic_load_n(&asked, __ATOMIC_ACQUIRE);
    if (number == SIGALRM) {
        if (request) number = request;
        else if (previous[SIGALRM].sa_handler == SIG_IGN) return;
    }
    guard_give_back_now();
    sigaction(number, &previous[number], NULL);
    raise(number);
}

// --- Which signal has which -----------------------------------------------------------------------------------------

/// The handler of a signal; NULL if the signal can't be caught, ends nothing, or belongs to the C library.
static void (*handler(int number))(int) {
    switch (number) {
    case SIGKILL: case SIGSTOP: case SIGCHLD: case SIGURG: return NULL;
    case SIGWINCH: case SIGTSTP: case SIGCONT: return on_waking;
    case SIGTERM: case SIGHUP: case SIGINT: return on_request;
    case SIGTTIN: case SIGTTOU: return on_background;
    default: return number >= 32 && number < SIGRTMIN ? NULL : on_fatal;
    }
}

/// Whether a signal is needed even if the program was started to ignore it.
static int is_needed(int number) { return number == SIGWINCH || number == SIGCONT || number == SIGALRM; }

void screen_catch_signals(int pipe) {
    wake_pipe = pipe;
    drawing_thread = gettid();
    asked = 0;
    is_unheard = 0;
    screen_protect_thread();
    for (int number = 1; number <= SIGRTMAX; number++) {
        if (!handler(number)) continue;
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_handler = handler(number);
        action.sa_flags = SA_ONSTACK | SA_RESTART;
        // The handler that ends the process must not be interrupted by another signal.
        if (action.sa_handler == on_fatal) sigfillset(&action.sa_mask);
        else sigemptyset(&action.sa_mask);
        sigaction(number, &action, &previous[number]);
        if (previous[number].sa_handler == SIG_IGN && !is_needed(number))
            sigaction(number, &previous[number], NULL);
    }
}

/// Whether the keys that interrupt and quit do nothing, as while an editor has the terminal: typed ahead, they come as
/// signals from the moment when the terminal is given back.
void screen_ignore_keys(int is_on) {
    static const int keys[] = {SIGINT, SIGQUIT};
    static struct sigaction before[2];
    for (int index = 0; index < 2; index++) {
        if (is_on) {
            struct sigaction ignore;
            memset(&ignore, 0, sizeof ignore);
            sigemptyset(&ignore.sa_mask);
            ignore.sa_handler = SIG_IGN;
            sigaction(keys[index], &ignore, &before[index]);
        } else {
            sigaction(keys[index], &before[index], NULL);
        }
    }
}

void screen_release_signals(void) {
    for (int number = 1; number <= SIGRTMAX; number++)
        if (handler(number)) sigaction(number, &previous[number], NULL);
}
