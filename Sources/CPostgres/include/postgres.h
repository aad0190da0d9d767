// The part of libpq that the record needs. The library is looked for when a record on a server is opened, and never
// before: neither building mlreview nor using it with files needs PostgreSQL.
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;

/// A message that others sent with NOTIFY, as libpq lays it out.
typedef struct PGnotify {
    char *channel;
    int sender;
    char *payload;
    struct PGnotify *next;
} PGnotify;

enum {
    POSTGRES_CONNECTED = 0,
    POSTGRES_DONE = 1,
    POSTGRES_ROWS = 2,
    POSTGRES_TEXT = 0,
    POSTGRES_BINARY = 1,
    POSTGRES_STATE = 'C',
    POSTGRES_MESSAGE = 'M',
    POSTGRES_HINT = 'H',
};

/// The functions of libpq, under its own names without `PQ`.
struct Postgres {
    PGconn *(*connectdbParams)(const char *const *keywords, const char *const *values, int expands);
    int (*status)(const PGconn *);
    char *(*errorMessage)(const PGconn *);
    int (*socket)(const PGconn *);
    int (*backendPID)(const PGconn *);
    int (*serverVersion)(const PGconn *);
    char *(*user)(const PGconn *);
    void (*finish)(PGconn *);
    PGresult *(*exec)(PGconn *, const char *text);
    PGresult *(*execParams)(
        PGconn *, const char *text, int count, const uint32_t *types, const char *const *values, const int *lengths,
        const int *formats, int resultFormat);
    PGresult *(*prepare)(PGconn *, const char *name, const char *text, int count, const uint32_t *types);
    PGresult *(*execPrepared)(
        PGconn *, const char *name, int count, const char *const *values, const int *lengths, const int *formats,
        int resultFormat);
    int (*resultStatus)(const PGresult *);
    char *(*resultErrorField)(const PGresult *, int field);
    int (*ntuples)(const PGresult *);
    int (*nfields)(const PGresult *);
    uint32_t (*ftype)(const PGresult *, int column);
    char *(*getvalue)(const PGresult *, int row, int column);
    int (*getlength)(const PGresult *, int row, int column);
    int (*getisnull)(const PGresult *, int row, int column);
    void (*clear)(PGresult *);
    int (*consumeInput)(PGconn *);
    PGnotify *(*notifies)(PGconn *);
    void (*freemem)(void *);
    void *(*setNoticeProcessor)(PGconn *, void (*processor)(void *, const char *), void *argument);
};

/// Looks for the library, once for the process; NULL if it is not there, or lacks a function.
const struct Postgres *postgres_load(void);

/// Keeps the server's notices off the terminal, where libpq would print them.
void postgres_silence(const struct Postgres *postgres, PGconn *connection);
