// The spaces of justified lines: how wide they are at best, how much they give.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>
#include "unit/layout/support_setting.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;
using namespace readout::literals;

namespace {

const char* const prose =
    "The two sides compared what each had found, agreed on a list of steps for the coming year, and left the question "
    "of costs to their experts, who meet again before the summer and report in writing.";

SetParagraph set(int measure, double width, double shrink) {
  Desk desk;
  auto& rules = desk.story.paragraph_styles[justified].lines;
  rules.space_width = width;
  rules.space_shrink = shrink;
  return desk.set(paragraph_of(prose, justified), Pt::from_points(measure));
}

/// Widths of the spaces inside a line, in points.
std::vector<double> spaces_of(const SetLine& line) {
  std::vector<double> spaces;
  for (const LineRun& placed : line.runs) {
    const auto glyphs = placed.run.glyphs.all();
    for (std::size_t i = 0; i + 1 < glyphs.size(); ++i)
      if (placed.run.text[glyphs[i].cluster] == ' ') spaces.push_back(glyphs[i].advance.points());
  }
  return spaces;
}
double own_space() { return spaces_of(set(2000, 1, 0.2).lines.front()).front(); }

}  // namespace

TEST_CASE("a line that is filled up has the spaces that are best") {
  const double own = own_space();
  for (const double width : {0.8, 1.0, 1.2}) {
    CAPTURE(width);
    const auto all = set(2000, width, 0.2);
    REQUIRE(all.lines.size() == 1);
    for (const double space : spaces_of(all.lines.front())) CHECK(space == doctest::Approx(own * width).epsilon(0.001));
  }
}

TEST_CASE("no space is narrower than the rules let it be, and lines end at the measure") {
  const double own = own_space();
  double narrowest[2] = {own, own};
  for (int measure = 180; measure <= 460; measure += 10) {
    for (const bool wide : {false, true}) {
      CAPTURE(measure);
      const auto all = set(measure, wide ? 1.2 : 1, wide ? 0.1 : 0.3);
      for (std::size_t i = 0; i < all.lines.size(); ++i) {
        const SetLine& line = all.lines[i];
        if (i + 1 < all.lines.size() && !line.overfull) CHECK(line.width == Pt::from_points(measure));
        for (const double space : spaces_of(line)) narrowest[wide] = std::min(narrowest[wide], space);
      }
    }
  }
  CHECK(narrowest[0] >= own * 0.7 - 0.001);
  CHECK(narrowest[0] < own * 0.8);  // they do become narrower
  CHECK(narrowest[1] == own);       // none reached down to the face's own width
}
