// The rows of tests/shaping: glyphs and clusters against hb-shape, runs and their visual order by hand.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <hb.h>

#include "unit/text/support_fonts.hpp"
#include "unit/text/support_unicode.hpp"

using namespace readout;
using namespace readout::text;

namespace {

std::string glyphs_of(const Run& run) {
  std::string out;
  for (const Glyph& glyph : run.glyphs) {
    char name[64] = {};
    hb_font_glyph_to_string(test_fonts().opened(run.face).native_font(), glyph.id, name, sizeof name);
    const auto units = [](Pt length) { return length.points(); };  // whole numbers, as size = units per em
    out += fmt::format("{}{}:{}+{}", out.empty() ? "" : " ", glyph.cluster, name, units(glyph.advance));
    if (glyph.dx != Pt() || glyph.dy != Pt()) out += fmt::format("@{},{}", units(glyph.dx), units(Pt() - glyph.dy));
  }
  return out;
}

Features features_of(const std::vector<std::string>& words) {
  Features features;
  for (const std::string& word : words) {
    if (word == "smcp") features.small_caps = true;
    else if (word == "c2sc") features.all_small_caps = true;
    else if (word == "onum") features.old_style = true;
    else if (word == "tnum") features.tabular = true;
    else if (word == "-liga") features.ligatures = false;
    else if (word == "-kern") features.kerning = false;
    else FAIL("unknown feature " << word);
  }
  return features;
}

void check_rows(const std::string& file, std::size_t least) {
  const auto rows = shaping_rows(file);
  CHECK(rows.size() >= least);
  for (const ShapingRow& row : rows) {
    auto words = words_of(row.second);
    const std::string lang = words.front();
    words.erase(words.begin());
    Style style = test_style(row.first, row.first);
    style.latin.features = style.arabic.features = features_of(words);
    Diagnostics diags;
    const auto shaped = shape(row.text, {{0, row.text.size(), &style, lang}}, first_strong(row.text, Direction::ltr),
                              test_fonts(), diags);
    CHECK_MESSAGE(shaped.missing.empty(), row.line);
    REQUIRE_MESSAGE(shaped.runs.size() == 1, row.line);
    CHECK_MESSAGE(glyphs_of(shaped.runs[0]) == row.expected, row.line);
  }
}

/// "L0 0-14 A1 14-20": face, level and bytes of each run, as seen from left to right.
std::string order_of(const ShapedText& shaped) {
  std::vector<std::uint8_t> levels;
  for (const Run& run : shaped.runs) levels.push_back(run.level);
  std::string out;
  for (const std::size_t i : visual_order(levels)) {
    const Run& run = shaped.runs[i];
    const std::string& file = test_fonts().opened(run.face).file();
    const char* face = file.starts_with("Lin") ? "L" : file.starts_with("Amiri") ? "A" : "F";
    out += fmt::format("{}{}{} {}-{}", out.empty() ? "" : " ", face, run.level, run.begin, run.end);
  }
  return out;
}

}  // namespace

TEST_CASE("latin.tests: glyphs as hb-shape gives them") { check_rows("latin.tests", 60); }
TEST_CASE("arabic.tests: glyphs as hb-shape gives them") { check_rows("arabic.tests", 60); }

TEST_CASE("mixed.tests: runs, levels, faces and visual order") {
  const auto rows = shaping_rows("mixed.tests");
  CHECK(rows.size() >= 100);
  Style style = test_style("LinLibertine_R.otf", "Amiri-Regular.ttf");
  for (const FaceId fallback : test_fonts().fallbacks(false, false)) {
    style.latin.faces.push_back(fallback);
    style.arabic.faces.push_back(fallback);
  }
  for (const ShapingRow& row : rows) {
    std::vector<Stretch> stretches;
    std::string text;  // without the braces that mark an isolated stretch
    std::size_t begin = 0;
    const auto cut = [&](bool isolate) {
      if (begin < text.size())
        stretches.push_back(
            {begin, text.size(), &style, row.second, isolate ? Isolation::first_strong : Isolation::none});
      begin = text.size();
    };
    for (const char c : row.text) {
      if (c == '{' || c == '}') cut(c == '}');
      else text += c;
    }
    cut(false);
    Diagnostics diags;
    const auto direction = row.first == "rtl" ? Direction::rtl : Direction::ltr;
    const auto shaped = shape(text, stretches, direction, test_fonts(), diags);
    CHECK_MESSAGE(order_of(shaped) == row.expected, row.line);
  }
}
