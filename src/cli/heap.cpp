#include "cli/heap.hpp"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace readout::cli {
namespace {

constexpr int growth = 32 << 20;  // address space; a page is taken when it is first written
constexpr std::uintptr_t large_page = 2 << 20;
constexpr std::uintptr_t header = 64;  // of the block that follows, with room to spare

}  // namespace

// The heap is grown by a block that is never written, so that what follows begins on the first large page.
HeapStart prepare_heap() {
  ::mallopt(M_TOP_PAD, growth);
  ::mallopt(M_MMAP_THRESHOLD, growth);
  ::mallopt(M_TRIM_THRESHOLD, 2 * growth);
  void* block = std::malloc(1 << 20);
  if (block == nullptr) return {};
  const auto start = reinterpret_cast<std::uintptr_t>(block);
  const std::uintptr_t first = (start + (1 << 20) + 2 * header + large_page - 1) / large_page * large_page;
  if (void* stretched = std::realloc(block, first - start - header)) block = stretched;
  const auto end = reinterpret_cast<std::uintptr_t>(::sbrk(0)) / large_page * large_page;
  if (reinterpret_cast<std::uintptr_t>(block) == start && end > first && end - first <= 2 * std::uintptr_t{growth})
    ::madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
  return HeapStart(block);
}

}  // namespace readout::cli
