// Levels and visual order against the whole of Unicode's BidiCharacterTest.txt, and isolates that are not in the text.
#include "text/bidi.hpp"

#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "unit/text/support_unicode.hpp"

using namespace readout;
using namespace readout::text;

namespace {

std::u32string code_points(const std::string& field) {
  std::u32string text;
  for (const std::string& word : words_of(field)) text += static_cast<char32_t>(std::stoul(word, nullptr, 16));
  return text;
}

/// What is wrong with our answer to a line of the test file; "" when nothing is.
std::string fault_of(const std::string& line) {
  const auto fields = fields_of(line, ";");
  const auto text = code_points(fields[0]);
  const Direction otherwise = Direction::ltr;
  const Direction direction = fields[1] == "2"   ? first_strong(utf8::from_utf32(text), otherwise)
                              : fields[1] == "1" ? Direction::rtl
                                                 : Direction::ltr;
  if ((direction == Direction::rtl) != (fields[2] == "1")) return "direction";
  const auto levels = embedding_levels(text, direction);
  const auto expected = words_of(fields[3]);
  if (levels.size() != expected.size()) return "count";
  std::vector<std::uint8_t> kept;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (expected[i] == "x") continue;  // removed by rule X9
    if (std::to_string(levels[i]) != expected[i]) return "levels";
    kept.push_back(levels[i]);
    places.push_back(i);
  }
  std::string order;
  for (const std::size_t i : visual_order(kept)) order += (order.empty() ? "" : " ") + std::to_string(places[i]);
  return order == fields[4] ? "" : "order";
}

std::string digits(const std::vector<std::uint8_t>& levels) {
  std::string out;
  for (const std::uint8_t level : levels) out += static_cast<char>('0' + level);
  return out;
}

}  // namespace

TEST_CASE("every line of BidiCharacterTest.txt") {
  const auto lines = unicode_lines("BidiCharacterTest.txt");
  REQUIRE(lines.size() > 91'000);
  std::size_t failures = 0;
  for (const std::string& line : lines) {
    const std::string fault = fault_of(line);
    if (!fault.empty() && ++failures <= 10) MESSAGE(fault << ": " << line);
  }
  CHECK(failures == 0);
}

TEST_CASE("an isolate stands apart from what is around it") {
  const std::u32string text = U"\u0642 (\u0639) 3";  // ق (ع) 3
  CHECK(digits(embedding_levels(text, Direction::ltr)) == "1111112");
  CHECK(digits(embedding_levels(text, Direction::ltr, {{0, 1}, {3, 4}})) == "1001000");
  CHECK(digits(embedding_levels(U"C++ \u0642", Direction::rtl)) == "21111");
  CHECK(digits(embedding_levels(U"C++ \u0642", Direction::rtl, {{0, 3}})) == "22211");
  // A direction of its own, whatever letter comes first: "B2 ق" in Arabic, "ق b" in English.
  CHECK(digits(embedding_levels(U"B2 \u0642", Direction::ltr, {{0, 4, Isolation::rtl}})) == "2211");
  CHECK(digits(embedding_levels(U"\u0642 b", Direction::rtl, {{0, 3, Isolation::ltr}})) == "322");
  std::vector<std::uint8_t> edges;  // a year and the mark of a note, which are not one number
  CHECK(digits(embedding_levels(U"\u0642 \u0662\u0662\u0661", Direction::rtl, {{4, 5}}, &edges)) == "11224");
  CHECK(edges == std::vector<std::uint8_t>{no_edge, no_edge, no_edge, no_edge, 1});
  CHECK(digits(embedding_levels(U"ab", Direction::ltr, {{0, 1}, {1, 2}})) == "00");
}

TEST_CASE("visual order") {
  CHECK(visual_order({}).empty());
  CHECK(visual_order({0, 0, 0}) == std::vector<std::size_t>{0, 1, 2});
  CHECK(visual_order({1, 1, 1}) == std::vector<std::size_t>{2, 1, 0});
  CHECK(visual_order({0, 1, 2, 1, 0}) == std::vector<std::size_t>{0, 3, 2, 1, 4});
  CHECK(visual_order({1, 2, 2, 1}) == std::vector<std::size_t>{3, 1, 2, 0});
}

TEST_CASE("the first strong character gives the direction") {
  CHECK(first_strong("", Direction::rtl) == Direction::rtl);
  CHECK(first_strong("12 (3)", Direction::rtl) == Direction::rtl);
  CHECK(first_strong("12 a \u0642", Direction::rtl) == Direction::ltr);
  CHECK(first_strong("12 \u0642 a", Direction::ltr) == Direction::rtl);
  CHECK(first_strong("\u2067\u0642\u2069 a", Direction::rtl) == Direction::ltr);  // isolates are passed over
  CHECK(first_strong("\u2067\u2066\u0642\u2069\u0642\u2069 a", Direction::rtl) == Direction::ltr);
  CHECK(first_strong("\u2067\u0642", Direction::ltr) == Direction::ltr);
}
