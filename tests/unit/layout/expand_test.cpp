// Letters that become wider or narrower, so that spaces need not.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>
#include "layout/line_breaker.hpp"
#include "unit/layout/support_setting.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;
using namespace readout::literals;

namespace {

const char* const prose =
    "The two sides compared what each had found, agreed on a list of steps for the coming year, and left the question "
    "of "
    "costs to their experts, who meet again before the summer and report in writing.";

struct Sheet {
  Desk desk;
  explicit Sheet(double expand) { desk.story.paragraph_styles[justified].lines.expand = expand; }
  SetParagraph set(int measure) { return desk.set(paragraph_of(prose, justified), Pt::from_points(measure)); }
};

/// Widths of the spaces inside a line, in points.
void add_spaces(const SetLine& line, std::vector<double>& spaces) {
  for (const LineRun& placed : line.runs) {
    const auto glyphs = placed.run.glyphs.all();
    for (std::size_t i = 0; i + 1 < glyphs.size(); ++i)
      if (placed.run.text[glyphs[i].cluster] == ' ') spaces.push_back(glyphs[i].advance.points());
  }
}
double spread(const std::vector<double>& values) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  return *most - *least;
}

}  // namespace

TEST_CASE("letters give two hundredths at most, lines end at the measure, and the text is as it was") {
  int scaled = 0;
  double with = 0, without = 0;
  for (int measure = 200; measure <= 460; measure += 20) {
    CAPTURE(measure);
    Sheet stiff(0), supple(0.02);
    const auto plain = stiff.set(measure), set = supple.set(measure);
    std::string back;
    std::vector<double> spaces, plain_spaces;
    for (std::size_t i = 0; i < set.lines.size(); ++i) {
      const SetLine& line = set.lines[i];
      if (i + 1 < set.lines.size() && !line.overfull) CHECK(line.width == Pt::from_points(measure));
      for (const LineRun& placed : line.runs) {
        back += placed.run.text;
        CHECK(placed.run.scale >= 980);
        CHECK(placed.run.scale <= 1020);
        scaled += placed.run.scale != 1000 ? 1 : 0;
        const PlacedGlyph last = placed.run.glyphs.all().back();
        CHECK((last.x + last.advance - placed.run.width) < 0.01_pt);
      }
      if (i + 1 < set.lines.size()) add_spaces(line, spaces);
    }
    for (std::size_t i = 0; i + 1 < plain.lines.size(); ++i) add_spaces(plain.lines[i], plain_spaces);
    CHECK(back == prose);
    with += spread(spaces);
    without += spread(plain_spaces);
  }
  CHECK(scaled > 20);
  CHECK(with < without * 0.8);
}

TEST_CASE("nothing gives without the rule, in ragged lines, on a short last line, or in Arabic") {
  Sheet stiff(0), supple(0.02);
  supple.desk.story.paragraph_styles[ragged].lines.expand = 0.02;
  const auto all_plain = [](const SetParagraph& set) {
    return std::all_of(set.lines.begin(), set.lines.end(), [](const SetLine& line) {
      return std::all_of(line.runs.begin(), line.runs.end(), [](const LineRun& r) { return r.run.scale == 1000; });
    });
  };
  CHECK(all_plain(stiff.set(240)));
  CHECK(all_plain(supple.desk.set(paragraph_of(prose, ragged), 240_pt)));
  CHECK(all_plain(supple.desk.set(paragraph_of("One short line.", justified), 240_pt)));
  const auto arabic = paragraph_of("ناقش الجانبان الخطوات المقبلة واتفقا على عقد اجتماع آخر قبل نهاية الصيف في الدوحة",
                                   justified, Direction::rtl);
  CHECK(all_plain(supple.desk.set(arabic, 150_pt, "ar")));
}

TEST_CASE("what boxes give is free, and only what is left counts as stretch") {
  // Two boxes of 45 pt that give 2 pt each, and a space of 6 pt that stretches by 3.
  Nodes nodes = {Box{45_pt, {}, {}, 2_pt}, Glue{6_pt, 3_pt, 2_pt, false, false, 0}, Box{45_pt, {}, {}, 2_pt},
                 Penalty{forced, false}};
  LineBreakParams params;
  CHECK(break_lines(nodes, 99_pt, params).lines[0].ratio == 0);
  CHECK(break_lines(nodes, 100_pt, params).demerits == 100);  // (10 + 0) squared
  CHECK(break_lines(nodes, 103_pt, params).lines[0].ratio == doctest::Approx(1));
  CHECK(break_lines(nodes, 93_pt, params).lines[0].ratio == 0);
  CHECK(break_lines(nodes, 91_pt, params).lines[0].ratio == doctest::Approx(-0.5));
  CHECK_FALSE(break_lines(nodes, 90_pt, params).lines[0].overfull);
  CHECK(break_lines(nodes, 89_pt, params).lines[0].overfull);
}

TEST_CASE("where the best lines end in a stub, looser lines are looked at") {
  // Four words of 20 pt: three fit well on a line of 80, and leave the fourth, a stub, alone.
  Nodes nodes;
  for (int i = 0; i < 4; ++i) {
    if (i > 0) nodes.push_back(Glue{10_pt, 12_pt, 3_pt, false, true, 0});
    nodes.push_back(Box{20_pt});
  }
  nodes.push_back(Glue{{}, {}, {}, true, false, 0});
  nodes.push_back(Penalty{forced, false});
  LineBreakParams params;
  params.tolerance = 100;
  CHECK(break_lines(nodes, 80_pt, params).lines[0].end == 5);
  params.stub_demerits = 10000000;
  params.stub_width = 25_pt;
  const auto broken = break_lines(nodes, 80_pt, params);
  CHECK(broken.lines[0].end == 3);
  CHECK(broken.pass == 2);
  params.stub_demerits = 10;  // not worth a loose line
  CHECK(break_lines(nodes, 80_pt, params).lines[0].end == 5);
}
