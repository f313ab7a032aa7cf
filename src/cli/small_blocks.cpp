// C++'s new and delete for small blocks. A brief asks for some fourteen thousand blocks and gives them back; glibc
// keeps seven of a size at hand and searches its lists for the rest. Here what a thread gave back is kept by size, up
// to a limit, and is its next block of that size.
//
// Each block is one of malloc's own, so that delete without a size, or in another thread, may give it to free(). What
// delete gets with a size comes from the new of this file, which makes room for whole steps: a program replaces both
// for all its C++ ([replacement.functions]). The sanitizers have their own, and this file is left out with them.
#include <array>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace readout::cli {
namespace {

constexpr std::size_t step = 16;  // malloc's own
constexpr std::size_t largest = 512;
constexpr unsigned most = 256;  // blocks of a size: 2 MB a thread if all sizes came to that

struct FreeBlock {
  FreeBlock* next;
};
struct Shelf {
  FreeBlock* first = nullptr;
  unsigned held = 0;
};
constinit thread_local std::array<Shelf, largest / step> shelves{};

Shelf& shelf_of(std::size_t bytes) { return shelves[bytes == 0 ? 0 : (bytes - 1) / step]; }
std::size_t room_for(std::size_t bytes) { return bytes == 0 ? step : (bytes + step - 1) / step * step; }

/// Gives back what a thread that ends has kept; what is let go of after that is no longer kept.
struct Sweeper {
  void wait() {}  // a thread has a sweeper from here on
  ~Sweeper() {
    for (Shelf& shelf : shelves) {
      while (FreeBlock* block = shelf.first) {
        shelf.first = block->next;
        std::free(block);
      }
      shelf.held = most;
    }
  }
};
thread_local Sweeper sweeper;

// Not inlined: what is kept is found without setting up a frame.
[[gnu::noinline]] void* allocate(std::size_t bytes) {
  while (true) {
    if (void* block = std::malloc(bytes)) return block;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

}  // namespace
}  // namespace readout::cli

void* operator new(std::size_t bytes) {
  using namespace readout::cli;
  if (bytes > largest) return allocate(bytes);
  Shelf& shelf = shelf_of(bytes);
  FreeBlock* const block = shelf.first;
  if (block == nullptr) return allocate(room_for(bytes));
  shelf.first = block->next;
  --shelf.held;
  return block;
}

void operator delete(void* block) noexcept { std::free(block); }

void operator delete(void* block, std::size_t bytes) noexcept {
  using namespace readout::cli;
  if (block == nullptr) return;
  if (bytes > largest) return std::free(block);
  Shelf& shelf = shelf_of(bytes);
  if (shelf.held >= most) return std::free(block);
  if (shelf.held == 0) sweeper.wait();
  shelf.first = new (block) FreeBlock{shelf.first};
  ++shelf.held;
}
