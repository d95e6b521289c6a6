/* Counts the calls by which a program changes what is on a disk, and kills it before the one it is told of.
   Loaded before the C library; see killer.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static long counted = 0;
static long fatal = -1;

void start_counting(long before) {
    counted = 0;
    fatal = before;
}

long calls_counted(void) { return counted; }

static void changing(void) {
    if (counted++ == fatal)
        kill(getpid(), SIGKILL);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define ONE(result, name, parameters, arguments)                                                                       \
    result name parameters {                                                                                           \
        changing();                                                                                                    \
        return REAL(name) arguments;                                                                                   \
    }

ssize_t write(int file, const void *data, size_t size) {
    if (file > 2)
        changing();
    return REAL(write)(file, data, size);
}

ONE(ssize_t, pwrite, (int file, const void *data, size_t size, off_t at), (file, data, size, at))
ONE(ssize_t, pwrite64, (int file, const void *data, size_t size, off64_t at), (file, data, size, at))
ONE(ssize_t, writev, (int file, const struct iovec *parts, int count), (file, parts, count))
ONE(int, ftruncate, (int file, off_t size), (file, size))
ONE(int, ftruncate64, (int file, off64_t size), (file, size))
ONE(int, fsync, (int file), (file))
ONE(int, fdatasync, (int file), (file))
ONE(int, rename, (const char *from, const char *to), (from, to))
ONE(int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to))
ONE(int, link, (const char *from, const char *to), (from, to))
ONE(int, linkat, (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))
ONE(int, symlink, (const char *from, const char *to), (from, to))
ONE(int, unlink, (const char *path), (path))
ONE(int, unlinkat, (int at, const char *path, int flags), (at, path, flags))
ONE(int, mkdir, (const char *path, mode_t mode), (path, mode))
ONE(int, mkdirat, (int at, const char *path, mode_t mode), (at, path, mode))
ONE(int, rmdir, (const char *path), (path))
ONE(int, chmod, (const char *path, mode_t mode), (path, mode))

#define OPENING(name)                                                                                                  \
    int name(const char *path, int flags, ...) {                                                                       \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode_t mode = va_arg(more, mode_t);                                                                            \
        va_end(more);                                                                                                  \
        if (flags & (O_CREAT | O_TRUNC))                                                                               \
            changing();                                                                                                \
        return REAL(name)(path, flags, mode);                                                                          \
    }

OPENING(open)
OPENING(open64)

#define OPENING_AT(name)                                                                                               \
    int name(int at, const char *path, int flags, ...) {                                                               \
        va_list more;                                                                                                  \
        va_start(more, flags);                                                                                         \
        mode_t mode = va_arg(more, mode_t);                                                                            \
        va_end(more);                                                                                                  \
        if (flags & (O_CREAT | O_TRUNC))                                                                               \
            changing();                                                                                                \
        return REAL(name)(at, path, flags, mode);                                                                      \
    }

OPENING_AT(openat)
OPENING_AT(openat64)
