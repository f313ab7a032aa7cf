// The program's new and delete for small blocks, in a test program that has them in place of the library's own.
#include <doctest/doctest.h>
#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>
#include <set>
#include <thread>
#include <vector>

namespace {

constexpr std::size_t largest = 512, kept = 256;

/// Without doctest, whose own blocks would stand among these.
std::vector<void*> blocks_of(std::size_t size, std::size_t count) {
  std::vector<void*> all(count);
  for (void*& one : all) one = ::operator new(size);
  return all;
}
void give_back(const std::vector<void*>& all, std::size_t size) {
  for (void* one : all) ::operator delete(one, size);
}
std::size_t bytes_in_use() { return static_cast<std::size_t>(mallinfo2().uordblks); }

int calls = 0;
void give_up() {
  ++calls;
  std::set_new_handler(nullptr);
}

}  // namespace

TEST_CASE("blocks of every size are apart, aligned, and keep what is written into them") {
  std::vector<unsigned char*> all;
  for (std::size_t size = 0; size <= largest + 40; ++size) {
    all.push_back(static_cast<unsigned char*>(::operator new(size)));
    std::memset(all.back(), static_cast<int>(size % 251), size);
  }
  for (std::size_t size = 0; size < all.size(); ++size) {
    CHECK(reinterpret_cast<std::uintptr_t>(all[size]) % alignof(std::max_align_t) == 0);
    CHECK(std::all_of(all[size], all[size] + size, [&](unsigned char c) { return c == size % 251; }));
  }
  for (std::size_t size = 0; size < all.size(); ++size) ::operator delete(all[size], size);
  ::operator delete (nullptr, std::size_t{8});
}

TEST_CASE("what was given back is the next block of its size, and of sizes that are rounded to the same") {
  for (const std::size_t size : {1U, 16U, 17U, 250U, 512U}) {
    const std::size_t rounded = (size + 15) / 16 * 16;
    void* const block = ::operator new(size);
    ::operator delete(block, size);
    void* const again = ::operator new(rounded);
    CHECK(again == block);
    std::memset(again, 1, rounded);
    ::operator delete(again, rounded);
  }
}

TEST_CASE("blocks given back without a size, or in another thread, go to the library") {
  const std::vector<void*> blocks = blocks_of(48, 40);
  for (void* one : blocks) ::operator delete(one);
  std::vector<void*> others;
  std::thread([&] { others = blocks_of(48, 40); }).join();
  give_back(others, 48);
  CHECK(std::set<void*>(others.begin(), others.end()).size() == others.size());
}

TEST_CASE("so many blocks of a size are kept, no more") {
  give_back(blocks_of(largest, kept), largest);  // the shelf is full
  const std::size_t before = bytes_in_use();
  give_back(blocks_of(largest, 40 * kept), largest);
  const std::size_t after = bytes_in_use();
  CHECK(after <= before + 4096);
}

TEST_CASE("a thread that ends gives back what it kept") {
  mallopt(M_ARENA_MAX, 1);  // what a thread has is counted with the rest
  const auto work = [] { give_back(blocks_of(400, kept), 400); };
  std::thread(work).join();
  const std::size_t before = bytes_in_use();
  for (int i = 0; i < 20; ++i) std::thread(work).join();
  CHECK(bytes_in_use() <= before + 20'000);  // all of one thread would be 100,000
}

TEST_CASE("where memory runs out the handler is asked, and then it is told") {
  calls = 0;
  std::set_new_handler(give_up);
  volatile std::size_t too_much = std::numeric_limits<std::ptrdiff_t>::max();
  bool told = false;
  try {
    ::operator delete(::operator new(too_much));
  } catch (const std::bad_alloc&) {
    told = true;
  }
  CHECK(told);
  CHECK(calls == 1);
}
