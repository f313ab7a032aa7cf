#include "pdf/syntax.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>

#include "pdf/content.hpp"

using namespace readout;
using namespace readout::pdf;

namespace {
template <class... Args>
std::string made(void (*append)(std::string&, Args...), std::type_identity_t<Args>... args) {
  std::string out;
  append(out, args...);
  return out;
}
}  // namespace

TEST_CASE("numbers are short and never in exponents") {
  const std::pair<double, const char*> rows[] = {
      {0, "0"},     {-0.0001, "0"},       {1, "1"},     {-2.5, "-2.5"}, {40000, "40000"},  {0.0005, "0.001"},
      {1e-30, "0"}, {595.276, "595.276"}, {100, "100"}, {-100, "-100"}, {0.1 + 0.2, "0.3"}};
  for (const auto& [value, text] : rows) CHECK(made(append_number, value, 3) == text);
  CHECK(made(append_number, 120.0, 0) == "120");
  CHECK(made(append_number, -0.4, 0) == "0");
  for (const std::int64_t value : {std::int64_t{0}, std::int64_t{-7}, std::int64_t{1200},
                                   std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()})
    CHECK(made(append_integer, value) == std::to_string(value));
  CHECK(made(append_decimal, 125, 1) == "12.5");
  CHECK(made(append_decimal, -5, 4) == "-0.0005");
  CHECK(made(append_decimal, 40000, 4) == "4");
  CHECK(made(append_decimal, 0, 4) == "0");
}

TEST_CASE("strings escape what would end or change them") {
  CHECK(made(append_literal, "a(b)c\\d\re\n") == "(a\\(b\\)c\\\\d\\re\n)");
  CHECK(made(append_hex, std::string_view("\0\xAB", 2)) == "<00AB>");
}

TEST_CASE("text strings are in PDFDocEncoding, or UTF-16 with its mark") {
  CHECK(made(append_text, "Board (3)") == "(Board \\(3\\))");
  CHECK(made(append_text, "\u00E9 \u2019\u20AC\u0141\u2022\u017E") == "(\xE9 \x90\xA0\x95\x80\x9E)");
  CHECK(made(append_text, "\u00E9 \u0107") == "<FEFF00E900200107>");
  CHECK(made(append_text, "\u00FE\u00FF") == "<FEFF00FE00FF>");  // would be read as the mark of UTF-16
  CHECK(made(append_text, "\u00EF\u00BB\u00BF") == "<FEFF00EF00BB00BF>");
  CHECK(made(append_text, "a\u00ADb") == "<FEFF006100AD0062>");
  CHECK(made(append_text, "\U0001F600") == "<FEFFD83DDE00>");
}

TEST_CASE("a text string stays below 32,768 bytes and ends in an ellipsis when it is cut") {
  CHECK(text_bytes(std::string(40'000, 'a')).size() < 32'768);
  CHECK(text_bytes(std::string(40'000, 'a')).ends_with("..."));
  std::string pairs;
  for (int i = 0; i < 20'000; ++i) pairs += "\U0001F600";
  const std::string cut = text_bytes(pairs);
  CHECK(cut.size() < 32'768);
  CHECK(cut.ends_with(std::string_view("\xDE\x00\x20\x26", 4)));  // whole pairs, then U+2026
  CHECK(fits_text_string(std::string(32'000, 'a')));
  CHECK_FALSE(fits_text_string(pairs));
}

TEST_CASE("names escape blanks, delimiters and bytes beyond ASCII") {
  CHECK(made(append_name, "application/toml") == "/application#2Ftoml");
  CHECK(made(append_name, "a b#") == "/a#20b#23");
}

TEST_CASE("what is opened in a content stream is closed, and nothing is said twice") {
  Content content(Pt::from_points(100));
  {
    const auto mark = content.marked("P", 3);
    const auto text = content.text();
    content.fill({0, 0, 0});
    content.fill({0, 0, 0});
    content.font(0, Pt::from_points(11));
    content.font(0, Pt::from_points(11));
    content.place(10, 20);
    content.show("ab");
    content.place(10.5, 20);
    content.show("(");
  }
  {
    const auto mark = content.artifact({layout::Artifact::Kind::background},
                                       Rect{Pt(), Pt(), Pt::from_points(5), Pt::from_points(2)});
    content.rectangle({Pt::from_points(1), Pt::from_points(2), Pt::from_points(3), Pt::from_points(4)});
  }
  CHECK(content.bytes() ==
        "/P<</MCID 3>>BDC\nBT\n0 g\n/F0 11 Tf\n10 80 Td\n(ab)Tj\n0.5 0 Td\n(\\()Tj\nET\nEMC\n"
        "/Artifact<</Type/Background/BBox[0 98 5 100]>>BDC\n1 94 3 4 re f\nEMC\n");
}

TEST_CASE("steps of text never drift") {
  Content content(Pt::from_points(0));
  const auto text = content.text();
  for (int i = 1; i <= 3; ++i) content.place(i / 3.0, 0);
  CHECK(content.bytes() == "BT\n0.3333 0 Td\n0.3334 0 Td\n0.3333 0 Td\n");
}
