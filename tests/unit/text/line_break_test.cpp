// Line breaking against the whole of Unicode's LineBreakTest.txt (Debian's unicode-data), and the rows that briefs
// need.
#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>
#include "base/utf8.hpp"
#include "text/shape.hpp"
#include "unit/text/support_unicode.hpp"

using namespace readout;
using namespace readout::text;

namespace {

/// The text with "|" where a line may end and "¦" where it must.
std::string marked(std::string_view text) {
  const auto breaks = break_opportunities(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (breaks[i] == BreakKind::allowed) out += '|';
    if (breaks[i] == BreakKind::mandatory) out += "¦";
    out += text[i];
  }
  return out;
}

struct TestLine {
  std::string text;
  std::vector<std::size_t> breaks;  // bytes, without 0 and the end
};
TestLine parse(const std::string& line) {
  TestLine parsed;
  bool pending = false;
  for (const std::string& word : words_of(line)) {
    if (word == "÷") pending = true;
    else if (word == "×") pending = false;
    else {
      if (pending && !parsed.text.empty()) parsed.breaks.push_back(parsed.text.size());
      utf8::append(parsed.text, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
    }
  }
  return parsed;
}

}  // namespace

TEST_CASE("every line of LineBreakTest.txt") {
  const auto lines = unicode_lines("auxiliary/LineBreakTest.txt");
  REQUIRE(lines.size() > 7000);
  std::size_t failures = 0;
  for (const std::string& line : lines) {
    const TestLine expected = parse(line.substr(0, line.find('#')));
    const auto breaks = break_opportunities(expected.text);
    std::vector<std::size_t> found;
    for (std::size_t i = 1; i < breaks.size(); ++i)
      if (breaks[i] != BreakKind::none) found.push_back(i);
    if (found == expected.breaks) continue;
    if (++failures <= 10) MESSAGE("differs: " << line);
  }
  CHECK(failures == 0);  // no line is excepted
}

TEST_CASE("break opportunities of what briefs hold") {
  const struct {
    const char* text;
    const char* marked;
  } rows[] = {
      {"", ""},
      {"a", "a"},
      {"the two sides", "the |two |sides"},
      {"two  blanks", "two  |blanks"},
      {"Al-Thani", "Al-|Thani"},
      {"Al\u2011Thani", "Al\u2011Thani"},
      {"Page\u00A03", "Page\u00A03"},
      {"10\u202Fkm", "10\u202Fkm"},
      {"45.5% of 2,000", "45.5% |of |2,000"},
      {"$(12.35) net", "$(12.35) |net"},
      {"QAR 5,3 bn", "QAR |5,3 |bn"},
      {"12/03/2026", "12/03/2026"},
      {"10:30\u201311:45", "10:30\u2013|11:45"},
      {"well\u2014known", "well|\u2014|known"},
      {"so\u2026 he", "so\u2026 |he"},
      {"hy\u00ADphen", "hy\u00AD|phen"},
      {"zero\u200Bwidth", "zero\u200B|width"},
      {"word\u2060joiner", "word\u2060joiner"},
      {"\u00ABoui\u00BB et", "\u00ABoui\u00BB |et"},
      {"\u00AB\u202Foui\u202F\u00BB", "\u00AB\u202Foui\u202F\u00BB"},
      {"(a) one", "(a) |one"},
      {"and/or", "and/|or"},
      {"info@gov.qa", "info@gov.qa"},
      {"no. 5", "no. |5"},
      {"\u0642\u0637\u0631 \u0648\u0642\u0627\u0644", "\u0642\u0637\u0631 |\u0648\u0642\u0627\u0644"},
      {"\u0646\u0639\u0645\u060C \u0644\u0627\u061F", "\u0646\u0639\u0645\u060C |\u0644\u0627\u061F"},
      {"e\u0301 a", "e\u0301 |a"},
      {"one\ntwo", "one\n¦two"},
  };
  for (const auto& row : rows) CHECK(marked(row.text) == row.marked);
}

TEST_CASE("a long text costs no more a byte than a short one") {  // a quadratic rule would not end here
  CHECK(break_opportunities(std::string(300'000, ' ')).size() == 300'000);
  CHECK(break_opportunities(std::string(300'000, '(')).size() == 300'000);
}

TEST_CASE("long words of ASCII letters are passed over as other letters are looked at") {
  const std::vector<std::string> signs = {" ",      "-",      ".",      ",",      "(",      ")",      "1",
                                          "%",      "$",      "/",      "\"",     "!",      "\u00A0", "\u0301",
                                          "\u200B", "\u200D", "\u2014", "\u4E00", "\u05D0", "\n"};
  std::uint64_t state = 7;
  const auto draw = [&state](std::size_t bound) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33U) % bound;
  };
  for (int round = 0; round < 5000; ++round) {
    std::string quick, slow;  // "a" and "é" are of one class
    std::vector<std::size_t> places, same_places;
    for (std::size_t left = 1 + draw(12); left > 0; --left) {
      const bool word = draw(2) == 0;
      const std::string& sign = signs[draw(signs.size())];
      for (std::size_t letters = word ? 1 + draw(5) : 1; letters > 0; --letters) {
        places.push_back(quick.size());
        same_places.push_back(slow.size());
        quick += word ? (draw(2) == 0 ? "a" : "Z") : sign;
        slow += word ? "\u00E9" : sign;
      }
    }
    const auto quick_breaks = break_opportunities(quick), slow_breaks = break_opportunities(slow);
    for (std::size_t i = 0; i < places.size(); ++i)
      REQUIRE_MESSAGE(quick_breaks[places[i]] == slow_breaks[same_places[i]], quick);
  }
}
