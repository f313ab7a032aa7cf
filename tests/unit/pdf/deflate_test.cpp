#include "pdf/deflate.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace readout::pdf;

TEST_CASE("what recurs is deflated as if it were the first time, in short files and long ones") {
  Deflated known;
  std::string text;
  for (int i = 0; i < 2000; ++i) text += std::to_string(i * i % 977) + " ";
  const std::string other = text + "b";
  for (const std::size_t pages : {2U, 100U, 2U, 2U, 100U, 2U}) {
    CHECK(Deflater(pages, &known).recurring(text) == Deflater(pages)(text));
    CHECK(Deflater(pages, &known).recurring(other) == Deflater(pages)(other));
  }
  REQUIRE(Deflater(2)(text) != Deflater(100)(text));
  CHECK(known.results.find(text) != nullptr);
}
