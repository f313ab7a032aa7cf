// Rows: letters are boxes of 5 pt, a blank is glue of 3 pt (+ 1.5, - 1), ~ a no-break space, = a soft hyphen
// of 3 pt, / a free break, ! a forced one. The expectation shows the lines with | between them.
#include "layout/line_breaker.hpp"
#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include "base/length.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::literals;

namespace {

Glue space(bool rigid) { return {3_pt, rigid ? Pt{} : Pt::from_points(1.5), rigid ? Pt{} : 1_pt, false, true, 0}; }

Node node_of(char letter, bool rigid) {
  Glue glue = space(rigid);
  switch (letter) {
    case ' ': return glue;
    case '~': glue.may_break = false; return glue;
    case '=': return Discretionary{3_pt, {}, {}, 50, true, true};
    case '/': return Penalty{0, false};
    default: return Box{5_pt};
  }
}

/// `filled`: the last line may be short at no cost. `rigid`: ragged setting.
Nodes nodes_of(std::string_view text, bool filled = true, bool rigid = false) {
  Nodes nodes;
  for (const char letter : text) {
    if (letter != '!') nodes.push_back(node_of(letter, rigid));
    else {
      nodes.push_back(Glue{{}, {}, {}, true, false, 0});
      nodes.push_back(Penalty{forced, false});
    }
  }
  if (filled) nodes.push_back(Glue{{}, {}, {}, true, false, 0});
  nodes.push_back(Penalty{forced, false});
  return nodes;
}

std::string show(const Nodes& nodes, const BrokenLines& broken, std::string_view text) {
  // Two nodes a '!', one a character otherwise.
  std::string letters;
  for (const char letter : text) letters += letter == '!' ? "\1\1" : std::string(1, letter);
  letters.resize(nodes.size(), '\1');
  std::string out;
  for (const Line& line : broken.lines) {
    if (!out.empty()) out += '|';
    for (std::size_t i = line.first; i < line.end; ++i)
      if (letters[i] != '\1' && letters[i] != '=' && letters[i] != '/') out += letters[i];
    if (letters[line.end] == '=') out += '-';
    if (line.overfull) out += '#';
  }
  return out;
}

std::string broken_at(std::string_view text, Pt measure, const LineBreakParams& params = {}) {
  const Nodes nodes = nodes_of(text);
  return show(nodes, break_lines(nodes, measure, params), text);
}

struct Row {
  const char* text;
  Pt measure;
  const char* lines;
};

}  // namespace

TEST_CASE("lines by hand") {
  const Row rows[] = {
      {"a bc d", 18_pt, "a bc|d"},
      {"a bc d", 100_pt, "a bc d"},
      {"a", 100_pt, "a"},
      {"abc", 15_pt, "abc"},
      {"a bc d", 17_pt, "a bc|d"},  // shrinks by 1 pt
      {"a bc d", 16_pt, "a|bc|d"},  // would have to shrink by 2 pt
      {"aa bb!cc dd", 23_pt, "aa bb|cc dd"},
      {"aa bb!cc", 100_pt, "aa bb|cc"},
      {"aa~bb cc", 23_pt, "aa~bb|cc"},
      {"a bb~cc d", 23_pt, "a|bb~cc|d"},  // never at the no-break space
      {"aaaa/bbbb/cccc", 40_pt, "aaaabbbb|cccc"},
      {"aa  bb", 10_pt, "aa|bb"},              // blanks after the break vanish
      {"aaaaaaaa bb", 20_pt, "aaaaaaaa#|bb"},  // too wide: kept, told
      {"a aaaaaaaa b", 20_pt, "a|aaaaaaaa#|b"},
      {"aaaaaaaa aaaaaaaa", 20_pt, "aaaaaaaa#|aaaaaaaa#"},
      {"aaaaa=aaaaa", 28_pt, "aaaaa-|aaaaa"},
      {"aaaaa=aaaaa", 27_pt, "aaaaa-#|aaaaa"},  // 1 pt of the hyphen sticks out: the least evil
      {"aaaaa=a bb", 30_pt, "aaaaaa|bb"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(broken_at(row.text, row.measure) == std::string(row.lines));
  }
}

TEST_CASE("hyphens are left alone while spaces suffice") {
  const std::string_view text = "aaaa bb=bb aaa";
  const Nodes nodes = nodes_of(text);
  const auto wide = break_lines(nodes, 44_pt);
  CHECK(wide.pass == 1);
  CHECK(show(nodes, wide, text) == "aaaa bbbb|aaa");
  const auto narrow = break_lines(nodes, 36_pt);
  CHECK(narrow.pass == 2);
  CHECK(show(nodes, narrow, text) == "aaaa bb-|bb aaa");
}

TEST_CASE("lines are looser than tolerated rather than parted at a dear break") {
  const std::string_view text = "aa bb/cc dd ee";
  Nodes nodes = nodes_of(text, true, true);
  nodes[5] = Penalty{1500, false};
  LineBreakParams params;
  params.line_end_stretch = 8_pt;
  CHECK(show(nodes, break_lines(nodes, 26_pt, params), text) == "aa bb|cc dd|ee");
  params.dear_tolerance = 1500;
  CHECK(show(nodes, break_lines(nodes, 26_pt, params), text) == "aa|bbcc|dd ee");
}

TEST_CASE("a stub is avoided where that is cheap") {
  LineBreakParams params;
  params.pretolerance = -1;
  params.tolerance = 10000;
  const std::string_view text = "aaa aaa aaa aaa a aaa aa a";
  CHECK(broken_at(text, 54_pt, params) == "aaa aaa aaa|aaa a aaa aa|a");
  params.stub_width = 15_pt;
  params.stub_demerits = 1e7;
  CHECK(broken_at(text, 54_pt, params) == "aaa aaa aaa|aaa a aaa aa|a");  // a line of badness 8000 costs more
  params.stub_demerits = 1e8;
  CHECK(broken_at(text, 54_pt, params) == "aaa aaa aaa|aaa a aaa|aa a");
}

TEST_CASE("the ratio sets the glue to the measure") {
  const Nodes nodes = nodes_of("aaa aaa aaa aaa aaa aaa");
  LineBreakParams params;
  params.tolerance = 4000;
  params.emergency_stretch = 20_pt;
  const auto broken = break_lines(nodes, 53_pt, params);
  REQUIRE(broken.lines.size() == 2);
  CHECK(broken.lines[0].ratio == doctest::Approx(2.0 / 3));  // 51 pt + 2 spaces of 1.5 pt stretch
  CHECK(broken.lines[1].ratio == 0);                         // filled
}

TEST_CASE("ragged lines are chosen by their ends, not filled one after the other") {
  const std::string_view text = "aaaa aa aaaa aaaa aa aaaa";
  const Nodes nodes = nodes_of(text, true, true);
  LineBreakParams params;
  params.line_end_stretch = 22_pt;
  params.tolerance = 4000;
  const auto broken = break_lines(nodes, 60_pt, params);
  CHECK(broken.excess == Pt{});
  for (const Line& line : broken.lines) CHECK_FALSE(line.overfull);
  CHECK(show(nodes, broken, text) == "aaaa aa aaaa|aaaa aa aaaa");
}

TEST_CASE("lines are balanced in as many as they were, and with no dearer breaks") {
  LineBreakParams params;
  params.line_end_stretch = 22_pt;
  const auto balanced = [&](std::string_view text, Pt measure) {
    const Nodes nodes = nodes_of(text, true, true);
    return show(nodes, balance_lines(nodes, measure, params), text);
  };
  CHECK(balanced("aaa aaa aaa aaa", 60_pt) == "aaa aaa|aaa aaa");
  CHECK(balanced("aaa aaa aaa aaa", 200_pt) == "aaa aaa aaa aaa");
  CHECK(balanced("aaaaaaaa a a a a a a", 60_pt) == "aaaaaaaa|a a a a a a");
  CHECK(balanced("aaaaaaaaaaaaaaaaaaa aa", 60_pt) == "aaaaaaaaaaaaaaaaaaa#|aa");
  CHECK(balanced("a", 60_pt) == "a");
  // The lines that are most equal part what is dear to part: "aaa aa" | "aa aaa".
  Nodes dear = nodes_of("aaa aa aa aaa", true, true);
  CHECK(show(dear, balance_lines(dear, 50_pt, params), "aaa aa aa aaa") == "aaa aa|aa aaa");
  std::get<Glue>(dear[6]).cost = 500;
  CHECK(show(dear, balance_lines(dear, 50_pt, params), "aaa aa aa aaa") == "aaa aa aa|aaa");
}

TEST_CASE("balanced lines end at commas where they may be half as wide again, and none is left very short") {
  LineBreakParams params;
  params.line_end_stretch = 60_pt;
  params.loose_tolerance = 1e6;
  const auto balanced = [&](std::string_view text, Pt measure) {  // a blank after a B is one after a comma
    Nodes nodes = nodes_of(text, true, true);
    for (std::size_t i = 1; i < text.size(); ++i)
      if (text[i] == ' ' && text[i - 1] == 'B') std::get<Glue>(nodes[i]).after_comma = true;
    return show(nodes, balance_lines(nodes, measure, params), text);
  };
  CHECK(balanced("aaaaa aaaa aaaa aaaaa", 80_pt) == "aaaaa aaaa|aaaa aaaaa");
  CHECK(balanced("aaaaB aaaa aaaa aaaaa", 80_pt) == "aaaaB|aaaa aaaa aaaaa");
  CHECK(balanced("aaaaa aaaB aaaB aaaaa", 80_pt) == "aaaaa aaaB|aaaB aaaaa");
  CHECK(balanced("aaaaB aaaa aaaa aaaaa", 70_pt) == "aaaaB aaaa|aaaa aaaaa");  // the measure is too narrow for that
  CHECK(balanced("aB aaaaaa aaaaaa aaaaa", 90_pt) == "aB aaaaaa|aaaaaa aaaaa");
  CHECK(balanced("aaB aaaaaa aaa", 80_pt) == "aaB aaaaaa aaa");
  Nodes dear = nodes_of("aaaaB aaaa aaaa aaaaa", true, true);
  std::get<Glue>(dear[5]).after_comma = true;
  std::get<Glue>(dear[5]).cost = 100;
  CHECK(show(dear, balance_lines(dear, 80_pt, params), "aaaaB aaaa aaaa aaaaa") == "aaaaB aaaa|aaaa aaaaa");
}

TEST_CASE("no more lines in a row end in a hyphen than the limit allows") {
  const Nodes nodes =
      nodes_of("aa aaaa=aaaa a aaa=aaaa aa aaaa=aaa aaa aaaa=aaaa aaaa=aaaa a aaa=aaaa aaaa=aaaa aa aaa=aaa aaaa a");
  struct Stack {
    int longest = 0, pass = 0;
  };
  const auto stack = [&](Pt measure, int limit) {
    LineBreakParams params;
    params.pretolerance = -1;
    params.tolerance = 10000;
    params.double_hyphen_demerits = 0;
    params.max_hyphens = limit;
    const auto broken = break_lines(nodes, measure, params);
    Stack out{0, broken.pass};
    int row = 0;
    for (const Line& line : broken.lines) {
      row = std::holds_alternative<Discretionary>(nodes[line.end]) ? row + 1 : 0;
      out.longest = row > out.longest ? row : out.longest;
    }
    return out;
  };
  int lowered = 0;
  for (int width = 40; width < 300; ++width)
    for (int limit = 1; limit <= 2; ++limit) {
      const Stack limited = stack(Pt::from_points(width), limit);
      if (limited.pass != 2) continue;
      CHECK(limited.longest <= limit);
      lowered += stack(Pt::from_points(width), 0).longest > limit ? 1 : 0;
    }
  CHECK(lowered > 0);
}

TEST_CASE("what hangs outside the measure counts in the choice of lines") {
  const auto one_line = [](Pt hang) {
    const Nodes nodes = {Box{50_pt, hang, hang}, Glue{10_pt, {}, {}}, Box{50_pt, hang, hang},
                         Glue{10_pt, {}, {}},    Box{10_pt},          Penalty{forced}};
    const auto lines = break_lines(nodes, 100_pt).lines;
    return !lines.front().overfull && lines.front().end == 3;
  };
  CHECK(!one_line(Pt{}));
  CHECK(!one_line(4_pt));
  CHECK(one_line(5_pt));
}

TEST_CASE("lines cover every node once") {
  const Nodes nodes = nodes_of("aa  bb=b cc/dd!ee ff  gg aaaaaaaaaaaa b");
  for (const Pt measure : {12_pt, 20_pt, 31_pt, 80_pt}) {
    std::size_t next = 0;
    for (const Line& line : break_lines(nodes, measure).lines) {
      CHECK(line.first == next);
      CHECK(line.first <= line.end);
      CHECK(line.end < line.last);
      next = line.last;
    }
    CHECK(next == nodes.size());
  }
}

TEST_CASE("the work grows in line with the paragraph") {
  const auto work_per_word = [](std::size_t words, Pt measure) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) text += std::string(2 + (i * 7919) % 9, 'a') + (i % 3 == 0 ? "=aa " : " ");
    text += "aa";
    const Nodes nodes = nodes_of(text);
    return static_cast<double>(break_lines(nodes, measure).work) / static_cast<double>(words);
  };
  for (const Pt measure : {40_pt, 200_pt, 330_pt}) {
    const double few = work_per_word(500, measure), many = work_per_word(50000, measure);
    CHECK(many > 0);
    CHECK(many < 1.5 * few);
  }
}
