// Memory that ran out where nobody said so.
//
// HarfBuzz and libpng go on when an allocation of theirs fails: with an empty table, a word without glyphs, a fault
// of the file. But malloc leaves ENOMEM in errno, which calls that succeed leave alone. (Where brk() has no room but
// mmap() has, as under Valgrind's tools, glibc's malloc leaves it too: then a build is refused without need.)
#pragma once
#include <cerrno>
#include <new>

namespace readout {

class HeapWatch {
 public:
  HeapWatch() { errno = 0; }
  /// Throws std::bad_alloc when an allocation of this thread failed since the watch began. Best asked right after
  /// such a library was called: a call that fails for another reason leaves that one in errno.
  static void check() {
    if (ran_out()) throw std::bad_alloc();
  }
  [[nodiscard]] static bool ran_out() { return errno == ENOMEM; }
};

}  // namespace readout
