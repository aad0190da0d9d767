#define _GNU_SOURCE 1
#include "guard.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

enum { RELEASED, HELD, LEAVING };

/// Everything that a signal handler needs, prepared beforehand.
static struct {
    /// Who has the terminal: the program, nobody, or the program while it gives it back.
    int state;
    int output;
    /// The standard error that the program was started with, and the file that collects it meanwhile.
    int standard_error;
    int captured;
    struct termios modes;
    /// The bytes that make the terminal an ordinary one again.
    char bytes[512];
    size_t count;
} guard = {.captured = -1};

int guard_output(void) { return guard.output; }
int guard_holds(void) { return __atomic_load_n(&guard.state, __ATOMIC_ACQUIRE) != RELEASED; }

int screen_note_modes(int output) {
    guard.output = output;
    return tcgetattr(output, &guard.modes);
}

void screen_note_bytes(const char *bytes, size_t count) {
    if (count > sizeof guard.bytes) count = sizeof guard.bytes;
    memcpy(guard.bytes, bytes, count);
    guard.count = count;
}

void screen_arm(void) {
    if (guard_holds()) return;
    guard.captured = (int)syscall(SYS_memfd_create, "standard error", 1 /* MFD_CLOEXEC */);
    if (guard.captured >= 0) {
        guard.standard_error = fcntl(2, F_DUPFD_CLOEXEC, 3);
        fcntl(guard.captured, F_SETFL, O_APPEND);
        dup2(guard.captured, 2);
    }
    __atomic_store_n(&guard.state, HELD, __ATOMIC_RELEASE);
    guard_watch_arming();
}

/// Writes all of it, however long that takes.
static void write_all(int file, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(file, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}

/// Drops what the terminal has not shown yet, and undoes Ctrl-S. A blocked write then ends.
static void make_room(int terminal) {
    tcflush(terminal, TCOFLUSH);
    tcflow(terminal, TCOOFF);
    tcflow(terminal, TCOON);
}

/// Writes what a file takes within a second. If room has to be made, everything is written again.
static void write_soon(int file, const char *bytes, size_t count) {
    int flags = fcntl(file, F_GETFL);
    fcntl(file, F_SETFL, flags | O_NONBLOCK);
    size_t done = 0;
    for (int tries = 0; done < count && tries < 10;) {
        ssize_t written = write(file, bytes + done, count - done);
        if (written > 0) done += (size_t)written;
        else if (written == 0 || (errno != EAGAIN && errno != EINTR)) break;
        else if (errno == EAGAIN) {
            struct pollfd waiting = {.fd = file, .events = POLLOUT};
            poll(&waiting, 1, 100);
            if (++tries == 5) {
                make_room(file);
                done = 0;
            }
        }
    }
    fcntl(file, F_SETFL, flags);
}

/// Gives standard error back, and prints what it collected.
static void release_error(void (*print)(int, const char *, size_t)) {
    int captured = __atomic_exchange_n(&guard.captured, -1, __ATOMIC_ACQ_REL);
    if (captured < 0) return;
    dup2(guard.standard_error, 2);
    char buffer[1024];
    off_t offset = 0;
    for (;;) {
        ssize_t got = pread(captured, buffer, sizeof buffer, offset);
        if (got <= 0) break;
        print(2, buffer, (size_t)got);
        offset += got;
    }
    close(captured);
    close(guard.standard_error);
}

int screen_give_back(void (*leave)(void)) {
    int held = HELD;
    if (!__atomic_compare_exchange_n(&guard.state, &held, LEAVING, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) return 0;
    int error = errno;
    screen_watch_leaving();
    if (leave) leave();
    else write_all(guard.output, guard.bytes, guard.count);
    tcsetattr(guard.output, TCSANOW, &guard.modes);
    release_error(write_all);
    __atomic_store_n(&guard.state, RELEASED, __ATOMIC_RELEASE);
    guard_stop_watching();
    errno = error;
    return 1;
}

void screen_give_back_at_exit(void) { screen_give_back(NULL); }

// If the terminal was being given back already, doing so again does no harm; ending halfway would.
void guard_give_back_now(void) {
    if (!guard_holds()) return;
    write_soon(guard.output, guard.bytes, guard.count);
    tcsetattr(guard.output, TCSANOW, &guard.modes);
    release_error(write_soon);
    __atomic_store_n(&guard.state, RELEASED, __ATOMIC_RELEASE);
}
