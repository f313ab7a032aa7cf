#include "base/utf8.hpp"

#include <doctest/doctest.h>

using namespace readout;

TEST_CASE("well-formed text survives decoding and encoding") {
  for (const std::string text : {"", "plain", "na\u00efve", "\u0642\u0637\u0631", "\U0001F600 \U0010FFFF", "a\u0301"})
    CHECK(utf8::from_utf32(utf8::to_utf32(text)) == text);
}

TEST_CASE("faults are found at their first byte") {
  struct Row {
    const char* text;
    std::optional<std::size_t> fault;
  };
  // RFC 3629 and the table of Unicode 15, 3-7: overlong forms, surrogates, beyond U+10FFFF, cut sequences.
  const Row rows[] = {{"abc", std::nullopt},
                      {"a\x80", 1},
                      {"\xC0\xAF", 0},
                      {"\xE0\x80\xAF", 0},
                      {"\xED\xA0\x80", 0},
                      {"\xF4\x90\x80\x80", 0},
                      {"ab\xE2\x82", 2},
                      {"\xF8\x88", 0},
                      {"\xED\x9F\xBF", std::nullopt},
                      {"\xEF\xBF\xBF", std::nullopt},
                      {"\xC3(", 0},
                      {"\xF0\x8F\xBF\xBF", 0}};
  for (const Row& row : rows) CHECK(utf8::first_fault(row.text) == row.fault);
}

TEST_CASE("malformed bytes decode to U+FFFD one by one") {
  CHECK(utf8::to_utf32("a\xE2\x82z") == U"a\uFFFD\uFFFDz");
  CHECK(utf8::count("\u0642\u0637\u0631") == 3);
}

TEST_CASE("cells of a terminal") {
  CHECK(utf8::cells(U'a') == 1);
  CHECK(utf8::cells(U'\u0642') == 1);
  CHECK(utf8::cells(U'\u064E') == 0);
  CHECK(utf8::cells(U'\u0301') == 0);
  CHECK(utf8::cells(U'\u4E2D') == 2);
  CHECK(utf8::cells(U'\U0001F600') == 2);
  CHECK(utf8::cells(U'\u200F') == 0);
  CHECK(utf8::name_of(U'\u00E9') == "U+00E9");
}
