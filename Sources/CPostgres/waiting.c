#include "waiting.h"

#include <stdint.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

int waiting_set(void) { return epoll_create1(EPOLL_CLOEXEC); }

int waiting_add(int set, int descriptor) {
    struct epoll_event event = {.events = EPOLLIN, .data = {.fd = descriptor}};
    return epoll_ctl(set, EPOLL_CTL_ADD, descriptor, &event);
}

int waiting_clock(int seconds) {
    int clock = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (clock >= 0) waiting_wind(clock, seconds);
    return clock;
}

int waiting_wind(int clock, int seconds) {
    uint64_t count = 0;
    int has_run_out = read(clock, &count, sizeof count) == sizeof count;
    // A time of nothing at all would stop the clock.
    struct itimerspec span = {.it_value = {.tv_sec = seconds, .tv_nsec = seconds == 0}};
    timerfd_settime(clock, 0, &span, NULL);
    return has_run_out;
}
