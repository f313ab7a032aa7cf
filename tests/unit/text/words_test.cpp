// Words that are remembered have the glyphs that they would be shaped to: in every face, beside every neighbour.
#include "text/words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/space_rules.hpp"
#include "unit/text/support_fonts.hpp"

using namespace readout;
using namespace readout::text;

namespace {

const Face& face_of(const std::string& file) {
  Diagnostics diags;
  const Style style = test_style(file, "Amiri-Regular.ttf");
  const Face* face = test_fonts().face(style.latin.faces.front(), diags);
  REQUIRE(face != nullptr);
  return *face;
}

std::string joined(const std::vector<std::string>& pieces, unsigned seed, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    seed = seed * 1664525U + 1013904223U;
    out += pieces[(seed >> 16U) % pieces.size()];
  }
  return out;
}

/// Short words of letters that kern and join, signs, and blanks, one or two.
std::string sentence(unsigned seed) {
  static const std::vector<std::string> pieces = {
      " ",      " ",      " ",      "  ", "A", "V",      "T",       "Th",     "W",      "Y",      "f",
      "fi",     "ff",     "ffl",    "ft", "o", "e",      "r",       "y",      ".",      ",",      "\u2019",
      "\u201C", "\u2014", "1",      "7",  "4", "\u00E9", "e\u0301", "\u0301", "\u00AD", "\u2011", "\u00A0",
      "Qu",     "\u03B1", "\u0411", "(",  ")", "/",      "1/2",     "\u2044"};
  return joined(pieces, seed, 24);
}

/// Letters that join, marks and joiners, and few of them, so that the same stretches come again beside others.
std::string arabic_sentence(unsigned seed) {
  static const std::vector<std::string> pieces = {" ",      " ",      "\u0644", "\u0627", "\u0628",
                                                  "\u064E", "\u0651", "\u0640", "\u200D", "\u200C",
                                                  "a",      "1",      "(",      "\u0647", "\u0631"};
  return joined(pieces, seed, 2 + static_cast<int>(seed % 7));
}

std::size_t differing(const Style& style, Words& words) {
  std::size_t differ = 0;
  for (unsigned seed = 0; seed < 800; ++seed) {
    const std::string text = sentence(seed);
    const std::vector<Stretch> stretches{{0, text.size(), &style, "en"}};
    Diagnostics diags;
    const auto anew = shape(text, stretches, Direction::ltr, test_fonts(), diags);
    const auto found = shape(text, stretches, Direction::ltr, test_fonts(), diags, &words);
    if (anew.runs == found.runs) continue;
    if (++differ < 3) MESSAGE(text);
  }
  return differ;
}

}  // namespace

TEST_CASE("words that are remembered have the glyphs that they would be shaped to") {
  Words words;
  for (const char* file :
       {"LinLibertine_R.otf", "LinLibertine_RB.otf", "LinLibertine_RI.otf", "LinLibertine_RBI.otf", "LinBiolinum_R.otf",
        "LinBiolinum_RB.otf", "LinBiolinum_RI.otf", "DejaVuSans.ttf", "Amiri-Regular.ttf"}) {
    Style style = test_style(file, "Amiri-Regular.ttf");
    CHECK_MESSAGE(differing(style, words) == 0, file);
    style.latin.features.small_caps = style.latin.features.old_style = true;
    CHECK_MESSAGE(differing(style, words) == 0, file << " in small capitals");
    style.latin.features = {};
    style.latin.tracking = Pt::from_points(1);
    CHECK_MESSAGE(differing(style, words) == 0, file << " letterspaced");
  }
}

TEST_CASE("short stretches that are remembered have the glyphs that they would be shaped to beside their neighbours") {
  Words words;
  const Style style = test_style("LinLibertine_R.otf", "Amiri-Regular.ttf");
  for (unsigned seed = 0; seed < 6000; ++seed) {
    const std::string text = arabic_sentence(seed);
    const std::vector<Stretch> stretches{{0, text.size(), &style, seed % 2 == 0 ? "ar" : "en"}};
    const Direction direction = seed % 3 == 0 ? Direction::ltr : Direction::rtl;
    Diagnostics diags;
    const auto anew = shape(text, stretches, direction, test_fonts(), diags);
    REQUIRE_MESSAGE(shape(text, stretches, direction, test_fonts(), diags, &words).runs == anew.runs, text);
  }
}

TEST_CASE("a face whose rules reach over spaces is told from one whose do not") {
  CHECK(words_stand_alone(face_of("LinLibertine_R.otf")));
  CHECK(words_stand_alone(face_of("LinBiolinum_RB.otf")));
  CHECK_FALSE(words_stand_alone(face_of("Amiri-Regular.ttf")));
}
