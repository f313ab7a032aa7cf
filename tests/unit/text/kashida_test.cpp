// Where words may be made longer: the rows of tests/shaping/kashida.tests, the letters against Unicode's own table.
#include "text/kashida.hpp"

#include <doctest/doctest.h>

#include <array>
#include <charconv>
#include <map>

#include "text/arabic_letters.hpp"
#include "unit/text/support_fonts.hpp"
#include "unit/text/support_unicode.hpp"

using namespace readout::text;

namespace {

std::string name_of(KashidaRule rule) {
  constexpr std::array names{
      "", "tatweel", "after-seen", "before-teh-marbuta", "before-alef", "before-tooth", "before-waw", "before-other"};
  return names.at(static_cast<std::size_t>(rule));
}

/// The text with a tatweel at the best place of each word.
std::string drawn_out(std::string text, const std::vector<KashidaWord>& words) {
  for (auto word = words.rbegin(); word != words.rend(); ++word) text.insert(word->joins.front().at, "\u0640");
  return text;
}

}  // namespace

TEST_CASE("kashida.tests: the best place of each word, and its rule") {
  const auto rows = shaping_rows("kashida.tests");
  CHECK(rows.size() >= 60);
  for (const ShapingRow& row : rows) {
    const auto words = kashida_words(row.text);
    CHECK_MESSAGE((words.empty() ? "none" : name_of(words.front().joins.front().rule)) == row.first, row.line);
    CHECK_MESSAGE(drawn_out(row.text, words) == unescaped(row.expected), row.line);
  }
}

TEST_CASE("places come best first, of two that are as good the last one") {
  const auto words = kashida_words("الفصول");  // sad; waw's final form; lam is not joined
  REQUIRE(words.size() == 1);
  CHECK(words[0].begin == 0);
  CHECK(words[0].end == 12);
  const std::vector<KashidaJoin> expected{{8, KashidaRule::after_seen}};
  CHECK(words[0].joins == expected);
  const auto kinds = kashida_words("متفقون عليه");
  REQUIRE(kinds.size() == 2);
  const std::vector<KashidaJoin> both{{8, KashidaRule::before_waw}};
  CHECK(kinds[0].joins == both);
  CHECK(kinds[1].begin == 13);
  CHECK(kinds[1].joins.front() == KashidaJoin{19, KashidaRule::before_teh_marbuta});
}

TEST_CASE("letters join as ArabicShaping.txt says, and letters of one group have one shape") {
  std::map<std::string, LetterShape> shapes;
  std::size_t letters = 0;
  for (const std::string& line : unicode_lines("ArabicShaping.txt")) {
    const auto fields = fields_of(line, ";");
    std::uint32_t code = 0;
    std::from_chars(fields.at(0).data(), fields[0].data() + fields[0].size(), code, 16);
    const std::string &type = fields.at(2), &group = fields.at(3);
    if (code < 0x0620 || code > 0x08FF || (code >= 0x0700 && code < 0x0750) || (code >= 0x0780 && code < 0x0870))
      continue;
    CAPTURE(line);
    const LetterShape shape = letter_shape(code);
    CHECK(joins_next(shape) == (type == "D" || type == "C" || type == "L"));
    CHECK(joins_previous(shape) == (type == "D" || type == "C" || type == "R"));
    if (shape == LetterShape::none) continue;
    ++letters;
    if (group != "No_Joining_Group") CHECK(shapes.emplace(group, shape).first->second == shape);
  }
  CHECK(letters > 250);
}

TEST_CASE("a word without end is one word at most") {
  for (const std::string letter : {"س", "ب", "ـ", "ل"}) {
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += letter;
    const auto words = kashida_words(text);
    CHECK(words.size() <= 1);
    for (const auto& word : words) CHECK(word.end == text.size());
  }
}
