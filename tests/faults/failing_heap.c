/* A heap that runs out, for LD_PRELOAD: the allocation number FAIL_AT of the program fails, and with FAIL_ON all that
 * follow fail, too. FAIL_COUNT names a file that gets the number of allocations at the end.
 *
 * C++'s new, HarfBuzz, libharu, libpng and libqpdf all come to malloc, calloc, realloc and their aligned kin, so that each of
 * them meets it. Counting begins with main(): what the loader takes is not the program's.
 *
 * With THREADS=N the program gets N threads, and every further one is refused. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void* __libc_malloc(size_t);
extern void* __libc_calloc(size_t, size_t);
extern void* __libc_realloc(void*, size_t);
extern void* __libc_memalign(size_t, size_t);

static atomic_long count;
static long fail_at;
static int fail_on, counting;

static int fails(void) {
  if (!counting) return 0;
  const long number = atomic_fetch_add(&count, 1) + 1;
  if (fail_at == 0 || number < fail_at || (number > fail_at && !fail_on)) return 0;
  errno = ENOMEM;
  return 1;
}

void* malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }
void* calloc(size_t count_, size_t size) { return fails() ? NULL : __libc_calloc(count_, size); }
void* realloc(void* block, size_t size) { return fails() ? NULL : __libc_realloc(block, size); }
void* memalign(size_t alignment, size_t size) { return fails() ? NULL : __libc_memalign(alignment, size); }
void* aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }
int posix_memalign(void** out, size_t alignment, size_t size) {
  void* block = memalign(alignment, size);
  if (block == NULL) return ENOMEM;
  *out = block;
  return 0;
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*), void* argument) {
  static atomic_long begun;
  const char* most = getenv("THREADS");
  if (most != NULL && atomic_fetch_add(&begun, 1) >= atol(most)) return EAGAIN;
  typeof(&pthread_create) create = (typeof(&pthread_create))dlsym(RTLD_NEXT, "pthread_create");
  return create(thread, attributes, run, argument);
}

static void tell(void) {
  const char* path = getenv("FAIL_COUNT");
  counting = 0;
  if (path == NULL) return;
  char line[32];
  const int length = snprintf(line, sizeof line, "%ld\n", (long)count);
  const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0 || write(file, line, (size_t)length) != length) abort();
  close(file);
}

static int (*program)(int, char**, char**);

static int counted(int argc, char** argv, char** environment) {
  counting = 1;
  return program(argc, argv, environment);
}

int __libc_start_main(int (*main)(int, char**, char**), int argc, char** argv, void (*init)(void), void (*fini)(void),
                      void (*loader_fini)(void), void* stack_end) {
  const char* at = getenv("FAIL_AT");
  fail_at = at == NULL ? 0 : atol(at);
  fail_on = getenv("FAIL_ON") != NULL;
  program = main;
  atexit(tell);
  typeof(&__libc_start_main) start = (typeof(&__libc_start_main))dlsym(RTLD_NEXT, "__libc_start_main");
  return start(counted, argc, argv, init, fini, loader_fini, stack_end);
}
