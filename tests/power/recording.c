/* Writes down every call by which a program changes what is in one folder, in order, with the data.
   Loaded before the C library; see disk.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST 1024
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static char paths[MOST][512];
static int record = -1;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
    folder = getenv("POWER_FOLDER");
    const char *path = getenv("POWER_RECORD");
    if (folder && path)
        record = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void note(const char *what, const char *path, long long at, const void *data, size_t size) {
    char head[700];
    int length = snprintf(head, sizeof head, "%s %lld %zu %s\n", what, at, size, path);
    REAL(write)(record, head, length);
    if (size)
        REAL(write)(record, data, size);
}

static const char *known(int file) { return record >= 0 && file >= 0 && file < MOST && paths[file][0] ? paths[file] : 0; }

static int opened(int file, const char *path, int flags) {
    if (record >= 0 && file >= 0 && file < MOST) {
        paths[file][0] = 0;
        if (strncmp(path, folder, strlen(folder)) == 0) {
            snprintf(paths[file], sizeof paths[file], "%s", path);
            if (flags & O_CREAT)
                note("create", path, 0, 0, 0);
        }
    }
    return file;
}

#define OPENING(name)                                                                                                  \
    int name(const char *path, int flags, ...) {                                                                       \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode_t mode = va_arg(more, mode_t);                                                                            \
        va_end(more);                                                                                                  \
        return opened(REAL(name)(path, flags, mode), path, flags);                                                     \
    }

OPENING(open)
OPENING(open64)

#define WRITING(name, type)                                                                                            \
    ssize_t name(int file, const void *data, size_t size, type at) {                                                   \
        ssize_t done = REAL(name)(file, data, size, at);                                                               \
        if (done > 0 && known(file))                                                                                   \
            note("write", known(file), at, data, done);                                                                \
        return done;                                                                                                   \
    }

WRITING(pwrite, off_t)
WRITING(pwrite64, off64_t)

ssize_t write(int file, const void *data, size_t size) {
    ssize_t done = REAL(write)(file, data, size);
    if (done > 0 && known(file))
        note("write", known(file), lseek(file, 0, SEEK_CUR) - done, data, done);
    return done;
}

#define CUTTING(name, type)                                                                                            \
    int name(int file, type size) {                                                                                    \
        int failed = REAL(name)(file, size);                                                                           \
        if (!failed && known(file))                                                                                    \
            note("cut", known(file), size, 0, 0);                                                                      \
        return failed;                                                                                                 \
    }

CUTTING(ftruncate, off_t)
CUTTING(ftruncate64, off64_t)

#define SYNCING(name)                                                                                                  \
    int name(int file) {                                                                                               \
        int failed = REAL(name)(file);                                                                                 \
        if (!failed && known(file))                                                                                    \
            note("sync", known(file), 0, 0, 0);                                                                        \
        return failed;                                                                                                 \
    }

SYNCING(fsync)
SYNCING(fdatasync)

int unlink(const char *path) {
    int failed = REAL(unlink)(path);
    if (!failed && record >= 0 && strncmp(path, folder, strlen(folder)) == 0)
        note("unlink", path, 0, 0, 0);
    return failed;
}

int close(int file) {
    if (file >= 0 && file < MOST)
        paths[file][0] = 0;
    return REAL(close)(file);
}
