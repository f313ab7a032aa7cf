// Seeded random paragraphs of mixed scripts: whatever is set, every letter comes out once and in order, stays in
// the frame, and stands beside its neighbours without a gap or an overlap.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include "base/utf8.hpp"
#include "unit/layout/support_setting.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;

namespace {

/// A generator of our own, so that every platform draws the same paragraphs (xorshift64).
struct Dice {
  std::uint64_t state;
  std::uint64_t roll(std::uint64_t sides) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state % sides;
  }
};

const char* const words[] = {"the",
                             "ministers",
                             "of\u00ADfice",
                             "Al-Thani",
                             "(قطر)",
                             "«نعم»",
                             "وزارة",
                             "مُحَمَّدٌ",
                             "12/03/2026",
                             "45.5%",
                             "الله",
                             "e\u0301te\u0301",
                             "a\u200Bb",
                             "Page\u00A03",
                             "info@gov.qa",
                             "—",
                             "Donaudampfschifffahrt",
                             "AVATAR",
                             "لا",
                             "١٢",
                             "\u200F!",
                             "\u2066x\u2069",
                             "…",
                             "co\u00ADop\u00ADera\u00ADtion",
                             "\u2611"};

Paragraph random_paragraph(Dice& dice) {
  Paragraph paragraph;
  paragraph.style = static_cast<ParagraphStyleId>(dice.roll(5));
  paragraph.direction = dice.roll(2) == 0 ? Direction::ltr : Direction::rtl;
  for (std::uint64_t pieces = 1 + dice.roll(4); pieces > 0; --pieces) {
    Inline piece;
    piece.style = static_cast<TextStyleId>(dice.roll(6));
    if (dice.roll(5) == 0) piece.isolate = text::Isolation::first_strong;
    if (dice.roll(3) == 0) piece.role = Role::link;
    for (std::uint64_t count = dice.roll(12); count > 0; --count) {
      piece.text += words[dice.roll(std::size(words))];
      if (dice.roll(8) != 0) piece.text += ' ';
    }
    paragraph.content.push_back(std::move(piece));
  }
  return paragraph;
}

/// Without blanks and what is not seen.
const std::set<char32_t> unseen = {U' ', 0xAD, 0x200B, 0x200F, 0x2066, 0x2069};

std::string letters_of(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = utf8::decode(text, at);
    if (!unseen.contains(decoded.value)) out += text.substr(at, decoded.length);
    at += decoded.length;
  }
  return out;
}

std::string wanted(const Paragraph& paragraph) {
  std::string out;
  for (const Inline& piece : paragraph.content)
    out += letters_of(piece.style == capitals_style ? text::upper_case(piece.text) : piece.text);
  return out;
}

std::string found(const SetParagraph& set) {
  std::string out;
  for (const SetLine& line : set.lines)
    for (const LineRun& placed : line.runs) out += letters_of(placed.run.text);
  return out;
}

/// Runs stand side by side from the left end of the line (or of the hanging blank) to the right.
bool runs_touch(const SetLine& line) {
  std::vector<std::pair<Pt, Pt>> runs;
  for (const LineRun& placed : line.runs) runs.push_back({placed.run.origin.x, placed.run.width});
  std::sort(runs.begin(), runs.end());
  for (std::size_t i = 0; i + 1 < runs.size(); ++i)
    if (runs[i].first + runs[i].second != runs[i + 1].first) return false;
  return true;
}

bool advances_add_up(const SetLine& line) {
  return std::all_of(line.runs.begin(), line.runs.end(), [](const LineRun& placed) {
    Pt sum;
    for (const PlacedGlyph& glyph : placed.run.glyphs) sum += glyph.advance;
    return sum == placed.run.width;
  });
}

}  // namespace

TEST_CASE("property: random paragraphs come out whole, inside the frame, without gaps") {
  Dice dice{0xb1d12026};
  const Pt slack = Pt::from_points(0.001);
  int overfull = 0, several_lines = 0;
  for (int i = 0; i < 1500; ++i) {
    CAPTURE(i);
    Desk desk;
    const Paragraph paragraph = random_paragraph(dice);
    const Pt measure = Pt::from_points(20 + static_cast<double>(dice.roll(300)));
    const SetParagraph set = desk.set(paragraph, measure);
    REQUIRE_FALSE(set.lines.empty());
    CHECK(found(set) == wanted(paragraph));
    CHECK_FALSE(desk.diags.has_errors());
    several_lines += set.lines.size() > 1 ? 1 : 0;
    for (const SetLine& line : set.lines) {
      CHECK(runs_touch(line));
      CHECK(advances_add_up(line));
      if (line.overfull) ++overfull;
      else CHECK(line.width <= measure + slack);
      if (line.overfull || line.runs.empty()) continue;
      const bool spaced = std::any_of(paragraph.content.begin(), paragraph.content.end(),
                                      [](const Inline& piece) { return piece.style == spaced_style; });
      CAPTURE(seen(line));
      CAPTURE(lines_of(set));
      CHECK(extent_of(line).left.points() >= -0.5);  // a mark may reach out
      if (!spaced) CHECK(extent_of(line).right.points() <= measure.points() + 0.001);
    }
    const bool told = std::any_of(desk.diags.all().begin(), desk.diags.all().end(),
                                  [](const Diagnostic& d) { return d.code == "layout.overfull"; });
    const bool sticks_out =
        std::any_of(set.lines.begin(), set.lines.end(), [](const SetLine& l) { return l.overfull; });
    if (sticks_out) CHECK(told);
  }
  CHECK(several_lines > 1000);
  CHECK(overfull < 50);
}
