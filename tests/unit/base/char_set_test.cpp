#include "base/char_set.hpp"

#include <doctest/doctest.h>

#include <string>

using readout::CharSet;

TEST_CASE("each byte is in the set that was said to be, and no other") {
  const std::string listed("a\\\xFF\0", 4);
  const CharSet by_list(listed), by_rule([](char c) { return c >= '0' && c <= '9'; });
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    CAPTURE(byte);
    CHECK(by_list.holds(c) == (listed.find(c) != std::string::npos));
    CHECK(by_rule.holds(c) == (c >= '0' && c <= '9'));
  }
}

TEST_CASE("the first of a set is found from a place on; where there is none, the end") {
  constexpr CharSet signs("*[");
  CHECK(signs.find_in("a*b[c") == 1);
  CHECK(signs.find_in("a*b[c", 1) == 1);
  CHECK(signs.find_in("a*b[c", 2) == 3);
  CHECK(signs.find_in("a*b[c", 4) == 5);
  CHECK(signs.find_in("") == 0);
}
