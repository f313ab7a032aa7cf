// A cell that keeps what was shaped to measure it is set as one that is shaped anew.
#include "layout/kept_shapes.hpp"

#include <doctest/doctest.h>

#include "unit/layout/support_setting.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;

namespace {

Paragraph mixed(std::uint32_t seed, ParagraphStyleId style) {
  const std::string words[] = {"ministers", "of\u00ADfice",    "وزارة",  "45.5%",    "الله", "Page 3",
                               "AVATAR",    "e\u0301te\u0301", "\u2611", "a\u200Bb", "—",    "efficiency"};
  Paragraph paragraph = paragraph_of("", style, seed % 3 == 0 ? Direction::rtl : Direction::ltr);
  paragraph.content.clear();
  for (std::uint32_t i = 0; i < 2 + seed % 3; ++i) {
    Inline piece;
    piece.style = (seed + i) % 6;
    if ((seed + i) % 5 == 0) piece.isolate = text::Isolation::first_strong;
    if (i % 2 == 1) piece.lang = "ar";
    for (std::uint32_t k = 0; k < 4; ++k) piece.text += words[(seed * 7 + i * 5 + k * 3) % std::size(words)] + " ";
    paragraph.content.push_back(piece);
  }
  return paragraph;
}

bool same(const SetParagraph& a, const SetParagraph& b) {
  return std::equal(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end(),
                    [](const SetLine& x, const SetLine& y) {
                      return x.x == y.x && x.width == y.width && x.ratio == y.ratio &&
                             std::equal(x.runs.begin(), x.runs.end(), y.runs.begin(), y.runs.end(),
                                        [](const LineRun& r, const LineRun& s) {
                                          return r.run == s.run && r.inline_index == s.inline_index;
                                        });
                    });
}

}  // namespace

TEST_CASE("a paragraph that was kept when it was measured is set as one that was not") {
  std::size_t taken = 0;
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    Desk plain, keeping;
    KeptShapes kept;
    keeping.context.kept = &kept;
    keeping.context.tight = plain.context.tight = seed % 4 == 0;
    const Paragraph paragraph = mixed(seed, seed % 5);
    const std::string lang = "en";
    const Widths a = measure_cell(paragraph, lang, plain.context), b = measure_cell(paragraph, lang, keeping.context);
    CHECK(a.least == b.least);
    CHECK(a.natural == b.natural);
    CHECK(kept.empty() == keeping.context.tight);  // with hyphens it is another one
    if (!kept.empty()) ++taken;
    const Pt measure = Pt::from_points(60 + 10 * (seed % 9));
    REQUIRE(same(plain.set(paragraph, measure), keeping.set(paragraph, measure)));
    CHECK(kept.empty());
    REQUIRE(same(plain.set(paragraph, measure), keeping.set(paragraph, measure)));
    CHECK(plain.diags.all().size() == keeping.diags.all().size());
  }
  CHECK(taken == 90);
}

TEST_CASE("what was kept in one language does not serve another") {
  Desk desk;
  KeptShapes kept;
  desk.context.kept = &kept;
  const Paragraph paragraph = paragraph_of("office");
  const std::string lang = "en";
  static_cast<void>(measure_cell(paragraph, lang, desk.context));
  const Paragraph other = paragraph;  // the same text in another place
  CHECK_FALSE(kept.take(other, "en"));
  CHECK_FALSE(kept.take(paragraph, "de"));
  CHECK(kept.empty());
}
