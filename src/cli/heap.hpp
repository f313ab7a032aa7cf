// The heap of a short run. Much of what a short run costs is the system handing out memory page by page: here the first
// pages come in one go, those far behind them are large, and memory that was freed is kept for the next brief.
//
// Large pages are one fault each for two megabytes, but the first of them may take the system longer than all the rest
// of a short run, where it must make room for it, or is a guest whose host must.
//
// Source: mallopt(3), madvise(2), MADV_POPULATE_WRITE and MADV_HUGEPAGE. Where the system does not
// know the first, all pages are large; where it knows neither, all goes on as without.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace readout::cli {

class HeapStart {
 public:
  /// Call once, first of all.
  HeapStart();
  /// Takes the pages that one brief wants, before it asks for them one by one.
  void fill() const;

 private:
  struct Free {
    void operator()(void* block) const { std::free(block); }
  };
  std::unique_ptr<void, Free> block_;      ///< keeps the room below the first page
  std::uintptr_t first_ = 0, filled_ = 0;  ///< addresses; none where the heap is not as it was thought
};

}  // namespace readout::cli
