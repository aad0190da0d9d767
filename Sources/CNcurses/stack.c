#define _GNU_SOURCE 1
#include "include/guard.h"
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int has_key;

static void release(void *stack) {
    stack_t none = {.ss_flags = SS_DISABLE};
    if (sigaltstack(&none, NULL) == 0) free(stack);
}

static void make_key(void) { has_key = pthread_key_create(&key, release) == 0; }

/// Room for a handler and for the registers that the kernel saves, whose number depends on the machine.
static size_t stack_size(void) {
    long needed = sysconf(_SC_SIGSTKSZ);
    return needed > 32 * 1024 ? (size_t)needed + 32 * 1024 : 64 * 1024;
}

void screen_protect_thread(void) {
    pthread_once(&once, make_key);
    stack_t present;
    if (!has_key || sigaltstack(NULL, &present) != 0 || !(present.ss_flags & SS_DISABLE)) return;
    stack_t stack = {.ss_size = stack_size()};
    stack.ss_sp = malloc(stack.ss_size);
    if (!stack.ss_sp) return;
    if (pthread_setspecific(key, stack.ss_sp) != 0 || sigaltstack(&stack, NULL) != 0) {
        pthread_setspecific(key, NULL);
        free(stack.ss_sp);
    }
}
