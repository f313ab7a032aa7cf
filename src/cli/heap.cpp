#include "cli/heap.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

namespace readout::cli {
namespace {

constexpr int growth = 32 << 20;  // address space; a page is taken when it is first written
constexpr std::uintptr_t large_page = 2 << 20;
constexpr std::uintptr_t header = 64;           // of the block that follows, with room to spare
constexpr std::uintptr_t one_brief = 2 << 20;   // of two pages
constexpr std::uintptr_t large_from = 6 << 20;  // where it is a long one, or many

#ifdef MADV_POPULATE_WRITE
constexpr int populate = MADV_POPULATE_WRITE;
#else
constexpr int populate = -1;
#endif

/// False when the system will not; errno stays as it was, for HeapWatch looks at it.
bool advise(std::uintptr_t from, std::uintptr_t to, int advice) {
  const int before = errno;
  const bool done = ::madvise(reinterpret_cast<void*>(from), to - from, advice) == 0;
  errno = before;
  return done;
}

}  // namespace

// The heap is grown by a block that is never written, so that what follows begins on a large page.
HeapStart::HeapStart() {
  ::mallopt(M_TOP_PAD, growth);
  ::mallopt(M_MMAP_THRESHOLD, growth);
  ::mallopt(M_TRIM_THRESHOLD, 2 * growth);
  void* block = std::malloc(1 << 20);
  if (block == nullptr) return;
  const auto start = reinterpret_cast<std::uintptr_t>(block);
  const std::uintptr_t first = (start + (1 << 20) + 2 * header + large_page - 1) / large_page * large_page;
  if (void* stretched = std::realloc(block, first - start - header)) block = stretched;
  block_.reset(block);
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0)) / large_page * large_page;
  const bool as_thought = reinterpret_cast<std::uintptr_t>(block) == start && end > first + large_from &&
                          end - first <= 2 * std::uintptr_t{growth};
  if (!as_thought) return;
  static_cast<void>(advise(first + large_from, end, MADV_HUGEPAGE));
  first_ = first;
  filled_ = first + one_brief;
}

void HeapStart::fill() const {
  if (first_ == 0 || advise(first_, filled_, populate)) return;
  static_cast<void>(advise(first_, first_ + large_from, MADV_HUGEPAGE));  // before Linux 5.14
}

}  // namespace readout::cli
