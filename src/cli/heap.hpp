// The heap of a short run. Most of what a short run costs is the system handing out memory page by page; large pages
// are one fault each for two megabytes, and memory that was freed is kept for the next brief.
//
// Source: mallopt(3), madvise(2), MADV_HUGEPAGE. Where the system has no large pages all goes on as without.
#pragma once
#include <cstdlib>
#include <memory>

namespace readout::cli {

struct FreeHeap {
  void operator()(void* block) const { std::free(block); }
};
/// Keeps the room that was left free below the first large page; let go of it last.
using HeapStart = std::unique_ptr<void, FreeHeap>;

/// Call once, first of all.
[[nodiscard]] HeapStart prepare_heap();

}  // namespace readout::cli
