// A long brief costs a page what a short one does: counted in allocations and in bytes that are held at once, which
// are the same on every machine, and never in time.
#include <doctest/doctest.h>
#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <string>

#include "bench/talks.hpp"
#include "press/build.hpp"
#include "support/whole.hpp"

namespace {

/// What operator new was asked for in this process.
struct Held {
  std::size_t calls = 0, now = 0, most = 0;
} held;

void* taken(std::size_t size) {
  void* block = std::malloc(size == 0 ? 1 : size);
  if (block == nullptr) throw std::bad_alloc();
  ++held.calls;
  held.now += ::malloc_usable_size(block);
  held.most = std::max(held.most, held.now);
  return block;
}
void given_back(void* block) {
  if (block != nullptr) held.now -= ::malloc_usable_size(block);
  std::free(block);
}

}  // namespace

void* operator new(std::size_t size) { return taken(size); }
void* operator new[](std::size_t size) { return taken(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return taken(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void* operator new[](std::size_t size, const std::nothrow_t& nothrow) noexcept { return operator new(size, nothrow); }
void operator delete(void* block) noexcept { given_back(block); }
void operator delete[](void* block) noexcept { given_back(block); }
void operator delete(void* block, std::size_t) noexcept { given_back(block); }
void operator delete[](void* block, std::size_t) noexcept { given_back(block); }

using namespace readout;
using namespace readout::test;

namespace {

struct Cost {
  double calls = 0, bytes = 0, file = 0;  ///< a page, or a row
};

Cost cost_of(const std::string& toml, std::size_t pages) {
  Whole whole;
  whole.files.files["talks.toml"] = toml;
  press::Job job;
  job.brief = "talks.toml";
  job.out = "talks.pdf";
  Diagnostics diags;
  const press::Workshop shop = whole.workshop();
  const Held before = held;
  held.most = held.now;
  REQUIRE_MESSAGE(press::build(job, shop, diags), render_text(diags));
  const auto a_page = [&](std::size_t all) { return static_cast<double>(all) / static_cast<double>(pages); };
  return {a_page(held.calls - before.calls), a_page(held.most - before.now),
          a_page(whole.files.files.at("talks.pdf").size())};
}

Cost cost_of(std::size_t pages) { return cost_of(bench::as_toml(bench::invent(1, pages)), pages); }

/// A table with numbers on their point, groups, and cells of two lines.
Cost cost_of_rows(std::size_t rows) {
  std::string toml =
      "readout = 1\n[document]\ntitle = \"Talks\"\nsummary = \"Short.\"\n[[annex]]\ntitle = "
      "\"Readings\"\n[annex.table]\n"
      "columns = [\"Gauge\", { head = \"km\", align = \"number\" }, \"What was said\"]\nrows = [\n";
  for (std::size_t i = 0; i < rows; ++i) {
    const std::string number = std::to_string(i);
    if (i % 50 == 0) toml += "{ group = \"Reach " + number + "\" },\n";
    toml += "[\"Gauge " + number + "\", \"" + number + "." + number + "\", \"the reading of day " + number +
            " was taken by the office and found good enough to be kept in the log of readings\"],\n";
  }
  return cost_of(toml + "]\n", rows);
}

}  // namespace

TEST_CASE("a row of a table costs among four thousand what it does among five hundred") {
#ifdef __SANITIZE_ADDRESS__
  constexpr std::size_t few = 100, many = 800;
#else
  constexpr std::size_t few = 500, many = 4000;
#endif
  const Cost small = cost_of_rows(few), large = cost_of_rows(many);
  MESSAGE("a row of ", few, ": ", small.calls, " calls, ", small.bytes, " bytes held; of ", many, ": ", large.calls,
          ", ", large.bytes);
  CHECK(large.calls < 1.3 * small.calls);
  CHECK(large.bytes < 1.3 * small.bytes);
}

TEST_CASE("allocations, bytes held and bytes written a page stay as pages are added") {
#ifdef __SANITIZE_ADDRESS__
  constexpr std::size_t few = 30, many = 300;  // the same, ten times slower
  constexpr double most_bytes = 130'000;
#else
  constexpr std::size_t few = 100, many = 1000;
  constexpr double most_bytes = 108'000;
#endif
  const Cost small = cost_of(few), large = cost_of(many);
  MESSAGE("a page of ", few, ": ", small.calls, " calls, ", small.bytes, " bytes held, ", small.file, " written; of ",
          many, ": ", large.calls, ", ", large.bytes, ", ", large.file);
  CHECK(large.calls < 1.3 * small.calls);
  CHECK(large.bytes < 1.3 * small.bytes);
  CHECK(large.file < 1.3 * small.file);
  CHECK(large.calls < 6'800);
  CHECK(large.bytes < most_bytes);  // a thousand pages in 150 MiB, with the fonts and the process itself
}
