#include "postgres.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static struct Postgres functions;
static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return;
    const struct {
        const char *name;
        void *place;
    } table[] = {
        {"PQconnectdbParams", &functions.connectdbParams},
        {"PQstatus", &functions.status},
        {"PQerrorMessage", &functions.errorMessage},
        {"PQsocket", &functions.socket},
        {"PQbackendPID", &functions.backendPID},
        {"PQserverVersion", &functions.serverVersion},
        {"PQuser", &functions.user},
        {"PQfinish", &functions.finish},
        {"PQexec", &functions.exec},
        {"PQexecParams", &functions.execParams},
        {"PQprepare", &functions.prepare},
        {"PQexecPrepared", &functions.execPrepared},
        {"PQresultStatus", &functions.resultStatus},
        {"PQresultErrorField", &functions.resultErrorField},
        {"PQntuples", &functions.ntuples},
        {"PQnfields", &functions.nfields},
        {"PQftype", &functions.ftype},
        {"PQgetvalue", &functions.getvalue},
        {"PQgetlength", &functions.getlength},
        {"PQgetisnull", &functions.getisnull},
        {"PQclear", &functions.clear},
        {"PQconsumeInput", &functions.consumeInput},
        {"PQnotifies", &functions.notifies},
        {"PQfreemem", &functions.freemem},
        {"PQsetNoticeProcessor", &functions.setNoticeProcessor},
    };
    for (size_t index = 0; index < sizeof table / sizeof *table; index++) {
        void *function = dlsym(library, table[index].name);
        if (function == NULL) return;
        *(void **)table[index].place = function;
    }
    is_loaded = true;
}

const struct Postgres *postgres_load(void) {
    pthread_once(&once, load);
    return is_loaded ? &functions : NULL;
}

static void say_nothing(void *argument, const char *message) {
    (void)argument;
    (void)message;
}

void postgres_silence(const struct Postgres *postgres, PGconn *connection) {
    postgres->setNoticeProcessor(connection, say_nothing, NULL);
}
