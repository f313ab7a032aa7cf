// The same in two languages: what stands on one baseline, what is kept together, where a page may end inside.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "layout/galley.hpp"
#include "unit/layout/support_story.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;
using namespace readout::literals;

namespace {

Block signature(const std::string& name) {
  Block block = text_block(name);
  std::get<Paragraph>(block.content).signs = true;
  return block;
}

constexpr ParagraphStyleId wide_leading = 5;  // as Arabic has it beside Latin
const Pt gap = 24_pt;

Span span_of(std::uint32_t n) { return {1, n * 10, n * 10 + 9}; }

Story two_columns() {
  Story story = page_story();
  story.paragraph_styles.push_back(story.paragraph_styles[ragged]);
  story.paragraph_styles.back().leading = 20_pt;
  story.pair_design = {gap, Pt::from_points(0.5), {}};
  return story;
}
Block point(std::uint32_t n, std::string text, ParagraphStyleId style) {
  Block block = block_of(paragraph_of(std::move(text), style));
  block.span = span_of(n);
  return block;
}
Block pair_of(std::vector<Block> first, std::vector<Block> second) {
  Pair pair;
  pair.first = {"en", false, std::move(first)};
  pair.second = {"ar", true, std::move(second)};
  Block block;
  block.content = std::move(pair);
  return block;
}
Block pair_of_words(const std::string& stem, int first, int second) {
  return pair_of({point(1, words(stem + "a", first), ragged)}, {point(1, words(stem + "b", second), wide_leading)});
}

Strip line(Pt height, std::optional<std::uint32_t> begins = std::nullopt, Pt white = {}) {
  Strip strip;
  strip.height = height;
  strip.baseline = height * 3 / 4;
  strip.space_before = white;
  if (begins) strip.begins = span_of(*begins);
  return strip;
}
std::vector<Strip> lines(Pt height, int count, std::uint32_t begins) {
  std::vector<Strip> out;
  for (int i = 0; i < count; ++i) out.push_back(i == 0 ? line(height, begins) : line(height));
  return out;
}
void append(std::vector<Strip>& to, std::vector<Strip> more) {
  for (Strip& strip : more) to.push_back(std::move(strip));
}

/// Baselines of each side, from the top of the first row, when the rows from `from` on stand on top of a page.
std::pair<std::vector<double>, std::vector<double>> baselines(const std::vector<Strip>& rows, std::size_t from = 0) {
  std::vector<double> sides[2];
  Pt y = rows[from].more_on_top;
  Pt down[2];
  for (std::size_t s = 0; s < 2 && from > 0; ++s) down[s] = rows[from].parts[s].down_on_top - rows[from].more_on_top;
  for (std::size_t r = from; r < rows.size(); ++r) {
    if (r > from) y += rows[r].space_before;
    if (!rows[r].continues) down[0] = down[1] = Pt{};
    for (std::size_t s = 0; s < 2; ++s) {
      Pt at = y + rows[r].parts[s].top + down[s];
      for (const Strip& strip : rows[r].parts[s].strips) {
        sides[s].push_back((at + *strip.baseline).points());
        at += strip.height;
      }
    }
    y += rows[r].height;
  }
  return {sides[0], sides[1]};
}

/// Baselines of a side's lines on a page, from the top.
std::vector<Pt> lines_on(const Document& document, std::size_t page, const std::string& stem) {
  std::vector<Pt> ys;
  for (const auto* run : runs_on(document, page))
    if (run->text.starts_with(stem) && (ys.empty() || ys.back() != run->origin.y)) ys.push_back(run->origin.y);
  return ys;
}

}  // namespace

TEST_CASE("what begins the same block stands on one baseline, and the next block begins below both sides") {
  std::vector<Strip> first = lines(14_pt, 3, 1), second = lines(20_pt, 4, 1);
  append(first, lines(14_pt, 2, 2));
  append(second, lines(20_pt, 1, 2));
  const auto rows = rows_in_step(first, second);
  const auto [a, b] = baselines(rows);
  REQUIRE(a.size() == 5);
  REQUIRE(b.size() == 5);
  CHECK(a[0] == b[0]);
  CHECK(a[1] == a[0] + 14);  // each side keeps its own leading
  CHECK(b[1] == b[0] + 20);
  CHECK(a[3] == b[4]);
  CHECK(b[4] > b[3]);
  CHECK(height_of(rows) == 20_pt * 4 + max(14_pt * 2, 20_pt) + 20_pt * 3 / 4 - 14_pt * 3 / 4);
}

TEST_CASE("white between blocks counts from where each side ends") {
  const auto white_before_second = [](Pt left, Pt right) {  // what each side asks for; the right one is 28 pt longer
    std::vector<Strip> first = lines(14_pt, 1, 1), second = lines(14_pt, 3, 1);
    append(first, {line(14_pt, 2, left)});
    append(second, {line(14_pt, 2, right)});
    const auto rows = rows_in_step(first, second);
    const auto begins = [](const Strip& row) { return row.begins == span_of(2); };
    return std::find_if(rows.begin(), rows.end(), begins)->space_before;
  };
  CHECK(white_before_second(20_pt, 6_pt) == 6_pt);  // there already
  CHECK(white_before_second(40_pt, 6_pt) == 12_pt);
  CHECK(white_before_second(6_pt, 20_pt) == 20_pt);
  CHECK(white_before_second(0_pt, 0_pt) == 0_pt);
}

TEST_CASE("a block that one side lacks leaves its counterpart white, and the next are in step again") {
  std::vector<Strip> first = lines(14_pt, 2, 1), second = lines(14_pt, 2, 1);
  append(first, lines(14_pt, 3, 7));  // only here
  append(first, lines(14_pt, 1, 2));
  append(second, lines(14_pt, 1, 2));
  const auto [a, b] = baselines(rows_in_step(first, second));
  REQUIRE(b.size() == 3);
  CHECK(a[0] == b[0]);
  CHECK(a[5] == b[2]);
}

TEST_CASE("wherever a page begins in a pair, both sides begin it on one baseline") {
  for (const auto& [left, right] : {std::pair{24, 17}, {9, 30}, {12, 12}, {30, 2}}) {
    CAPTURE(left);
    const auto rows = rows_in_step(lines(14_pt, left, 1), lines(20_pt, right, 1));
    std::size_t tried = 0;
    for (std::size_t r = 1; r < rows.size(); ++r) {
      const auto [a, b] = baselines(rows, r);
      if (a.empty() || b.empty()) continue;
      ++tried;
      CAPTURE(r);
      CHECK(a[0] == b[0]);
      CHECK(a[0] == 15);  // the higher line's place, so that nothing stands above the text block
    }
    CHECK(tried > 0);
  }
}

TEST_CASE("in cells side by side, too, rules and what begins below them stand as high as their counterparts") {
  const auto side = [](const std::string& stem, ParagraphStyleId style, int first, int second) {
    Columns columns;
    columns.gap = gap;
    for (std::uint32_t c = 0; c < 2; ++c) {
      auto& cell = columns.cells.emplace_back();
      cell.blocks.push_back(block_of(paragraph_of("label", style)));
      Block rule;
      rule.content = Rule{1_pt, {}, {}, {}, {}, false};
      rule.span = span_of(10 + c);
      cell.blocks.push_back(std::move(rule));
      cell.blocks.push_back(point(20 + c, words(stem + std::to_string(c) + "a", c == 0 ? first : second), style));
      cell.blocks.push_back(point(30 + c, stem + std::to_string(c) + "z", style));
    }
    Block block;
    block.content = std::move(columns);
    return block;
  };
  std::vector<Block> first, second;
  first.push_back(side("p", ragged, 30, 1));
  second.push_back(side("q", wide_leading, 1, 30));
  Story story = two_columns();
  story.blocks.push_back(pair_of(std::move(first), std::move(second)));
  story.blocks.push_back(text_block("after"));
  const auto document = laid_out(story);
  std::vector<Pt> rules;
  for (const auto& item : document.pages[0].items)
    if (const auto* rect = std::get_if<PlacedRect>(&item)) rules.push_back(rect->rect.y);
  REQUIRE(rules.size() == 4);
  for (const Pt y : rules) CHECK(y == rules.front());
  for (const std::string cell : {"0", "1"})
    for (const std::string block : {"a1", "z"})
      CHECK(lines_on(document, 0, "p" + cell + block)[0] == lines_on(document, 0, "q" + cell + block)[0]);
  CHECK(lines_on(document, 0, "after") > lines_on(document, 0, "p0z"));
  CHECK(lines_on(document, 0, "after") > lines_on(document, 0, "q1z"));
}

TEST_CASE("in cells as in running text what begins stands on one baseline, and each side has its leading") {
  const auto side = [](const std::string& stem, ParagraphStyleId style, int count, bool in_cell) {
    std::vector<Block> blocks;
    blocks.push_back(point(20, words(stem, count), style));
    if (!in_cell) return blocks;
    Columns columns;
    columns.cells.emplace_back().blocks = std::exchange(blocks, {});
    blocks.emplace_back().content = std::move(columns);
    return blocks;
  };
  const auto baselines = [&](int first, int second, bool in_cell, const std::string& stem) {
    Story story = two_columns();
    story.blocks.push_back(pair_of(side("p", ragged, first, in_cell), side("q", wide_leading, second, in_cell)));
    return lines_on(laid_out(story), 0, stem);
  };
  const int two_lines = 20;
  REQUIRE(baselines(two_lines, two_lines, false, "p").size() == 2);
  REQUIRE(baselines(two_lines, two_lines, false, "q").size() == 2);
  for (const bool in_cell : {false, true}) {
    const auto first = baselines(two_lines, two_lines, in_cell, "p"),
               second = baselines(two_lines, two_lines, in_cell, "q");
    CHECK(first[0] == second[0]);
    CHECK(first[1] < second[1]);
  }
}

TEST_CASE("pictures that stand on one foot do so on both sides of a pair") {
  const auto side = [](Pt height) {
    Columns columns;
    columns.align_baselines = false;
    columns.align_bottoms = true;
    Block rule;
    rule.content = Rule{height, {}, {}, {}, {}, false};
    columns.cells.emplace_back().blocks.push_back(std::move(rule));
    std::vector<Block> blocks;
    blocks.emplace_back().content = std::move(columns);
    return blocks;
  };
  Story story = two_columns();
  story.blocks.push_back(pair_of(side(30_pt), side(12_pt)));
  std::vector<Pt> feet;
  const auto document = laid_out(story);
  for (const auto& item : document.pages[0].items)
    if (const auto* rect = std::get_if<PlacedRect>(&item)) feet.push_back(rect->rect.y + rect->rect.height);
  REQUIRE(feet.size() == 2);
  CHECK(feet[0] == feet[1]);
}

TEST_CASE("many blocks that the other side lacks cost no more than others") {
  std::vector<Strip> first, second;
  for (std::uint32_t i = 0; i < 40'000; ++i) first.push_back(line(14_pt, i));
  for (std::uint32_t i = 0; i < 40'000; ++i) second.push_back(line(14_pt, 50'000 + i));
  const auto rows = rows_in_step(std::move(first), std::move(second));
  CHECK(rows.size() == 40'000);
}

TEST_CASE("a line down a side goes on where that side has nothing") {
  std::vector<Strip> first = lines(14_pt, 6, 1), second = lines(14_pt, 2, 1);
  append(first, lines(14_pt, 1, 2));
  append(second, lines(14_pt, 1, 2));
  second.back().stems.push_back({1_pt, 1_pt, Pt{}, 5_pt, true, {}});
  const auto rows = rows_in_step(first, second);
  std::size_t drawn = 0;
  for (const auto& row : rows) {
    if (row.begins == span_of(2)) break;
    const auto& strips = row.parts[1].strips;
    for (const auto& stem : row.stems) {
      ++drawn;
      CHECK(stem.to == row.height);
      CHECK(stem.reaches_up == strips.empty());
    }
    if (strips.empty()) CHECK(row.stems.size() == 1);
  }
  CHECK(drawn >= 3);
}

TEST_CASE("a line that leaves a side goes down to the end of the pair") {
  std::vector<Strip> first = lines(14_pt, 6, 1), second = lines(14_pt, 2, 1);
  second.front().stems.push_back({1_pt, 1_pt, 4_pt, 14_pt, false, {}});
  second.back().stems.push_back({1_pt, 1_pt, Pt{}, 14_pt, true, {}});
  const auto rows = rows_in_step(first, second);
  Pt drawn;
  for (const auto& row : rows)
    for (const auto& stem : row.stems) drawn += stem.to - stem.from;
  CHECK(drawn == 14_pt * 4);
}

TEST_CASE("what stands below both sides is a row of its own, and the lines down the sides go through it") {
  std::vector<Strip> first = lines(14_pt, 2, 1), second = lines(14_pt, 1, 1), below = lines(100_pt, 1, 3);
  below.front().space_before = 6_pt;
  first.back().stems.push_back({1_pt, 1_pt, 5_pt, 14_pt, false, {}});
  second.back().stems.push_back({200_pt, 1_pt, 5_pt, 14_pt, false, {}});
  const auto rows = rows_in_step(first, second, below);
  const Strip& last = rows.back();
  CHECK(last.height == 100_pt);
  CHECK(last.space_before == 6_pt);
  CHECK(last.cost >= cost::inside_item);
  REQUIRE(last.parts.size() == 3);
  CHECK(last.parts[2].strips.size() == 1);
  REQUIRE(last.stems.size() == 2);
  for (const Stem& stem : last.stems) {
    CHECK(stem.to == 100_pt);
    CHECK(stem.reaches_up);
  }
  CHECK(rows_in_step({}, {}, below).size() == 1);
}

TEST_CASE("columns: as wide as each other, the gap between them, the first baselines on one line") {
  Story story = two_columns();
  story.blocks = {pair_of_words("x", 60, 40)};
  const auto document = laid_out(story);
  const Pt start = 24_mm, measure = story.page.size.width - 48_mm, second = start + (measure + gap) / 2;
  Pt a_end, b_start = story.page.size.width, b_end;
  for (const auto* run : runs_on(document, 0)) {
    if (run->text.starts_with("xa")) a_end = max(a_end, run->origin.x + run->width);
    else b_start = min(b_start, run->origin.x), b_end = max(b_end, run->origin.x + run->width);
  }
  CHECK(a_end <= second - gap + 3_pt);  // a hanging blank
  CHECK(b_start >= second - 3_pt);
  CHECK(b_end <= start + measure + 3_pt);
  CHECK(run_with(document, "xa1").origin.y == run_with(document, "xb1").origin.y);
}

namespace {

/// Two columns of words, so many letters long, over so many rows; the second language's lines are higher.
Block table_in_two_languages(std::size_t letters, int rows) {
  Pair pair;
  pair.first = {"en", false, {}};
  pair.second = {"ar", true, {}};
  for (Pair::Side* side : {&pair.first, &pair.second}) {
    const std::string stem = side == &pair.first ? "a" : "b";
    std::vector<std::vector<std::string>> texts;
    for (int r = 0; r < rows; ++r) texts.push_back({stem + std::to_string(r) + "x", stem + std::string(letters, 'o')});
    Table table = table_of({stem + "head", stem + "kind"}, texts);
    table.style.space_after = 9_pt;
    table.style.head_rule = table.style.row_rule = table.style.end_rule = 1_pt;
    if (side == &pair.second)
      for (auto* part : {&table.head, &table.body})
        for (TableRow& row : *part)
          for (TableCell& cell : row.cells) std::get<Paragraph>(cell.blocks.front().content).style = wide_leading;
    side->blocks.emplace_back().content = std::move(table);
  }
  pair.stack = Pair::Stack{};
  Block block;
  block.content = std::move(pair);
  return block;
}

/// The rules that begin left of a place on a page, and the others, from the top.
std::pair<std::vector<Pt>, std::vector<Pt>> rules_beside(const Document& document, std::size_t page, Pt middle) {
  std::vector<Pt> sides[2];
  for (const auto& item : document.pages[page].items)
    if (const auto* rect = std::get_if<PlacedRect>(&item); rect != nullptr && rect->rect.height == 1_pt)
      sides[rect->rect.x < middle ? 0 : 1].push_back(rect->rect.y);
  for (auto& side : sides) std::sort(side.begin(), side.end());
  return {sides[0], sides[1]};
}

}  // namespace

TEST_CASE("tables that have room in their columns stand beside each other, rows, rules and heads on one line") {
  Story story = two_columns();
  story.blocks = {table_in_two_languages(8, 60)};
  const Document document = laid_out(story);
  REQUIRE(document.pages.size() > 1);
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    CAPTURE(page);
    const auto [left, right] = rules_beside(document, page, story.page.size.width / 2);
    CHECK(left.size() > 2);
    CHECK(left == right);
    const auto heads = runs_on(document, page, page > 0);  // on later pages artifacts
    const auto head = [&](const std::string& word) {
      return std::find_if(heads.begin(), heads.end(), [&](const auto* run) { return run->text == word; });
    };
    REQUIRE(head("ahead") != heads.end());
    REQUIRE(head("bhead") != heads.end());
    CHECK((*head("ahead"))->origin.y == (*head("bhead"))->origin.y);
    CHECK((*head("ahead"))->origin.x < (*head("bhead"))->origin.x);
  }
  for (const char* row : {"0x", "30x", "59x"})
    CHECK(run_with(document, std::string("a") + row).origin.y == run_with(document, std::string("b") + row).origin.y);
}

TEST_CASE("of tables one below the other both take the margin column, or neither does") {
  for (const bool needs : {false, true}) {
    Story story = two_columns();
    Block block = table_in_two_languages(40, 2);
    Pair& pair = std::get<Pair>(block.content);
    pair.stack->inset_end = 100_pt;
    if (needs) {
      auto& second = std::get<Table>(pair.second.blocks.front().content);
      std::get<Paragraph>(second.body[1].cells[1].blocks.front().content) =
          paragraph_of(std::string(80, 'o'), wide_leading);
    }
    story.blocks = {std::move(block)};
    const Document document = laid_out(story);
    std::set<double> widths;
    for (const auto& item : document.pages[0].items)
      if (const auto* rect = std::get_if<PlacedRect>(&item); rect != nullptr && rect->rect.height == 1_pt)
        widths.insert(std::round(rect->rect.width.points()));
    CAPTURE(needs);
    REQUIRE(widths.size() == 1);
    const double full = (story.page.size.width - 48_mm).points();
    CHECK(*widths.begin() == doctest::Approx(needs ? full : full - 100).epsilon(0.01));
  }
}

TEST_CASE("on later pages, too, the line between two tables comes down from their heads") {
  Story story = two_columns();
  story.pair_design.rule = 2_pt;
  story.blocks = {table_in_two_languages(8, 60)};
  std::get<Pair>(story.blocks.front().content).ruled = true;
  const Document document = laid_out(story);
  REQUIRE(document.pages.size() > 1);
  std::vector<std::pair<Pt, Pt>> lines;
  for (const auto& item : document.pages[1].items)
    if (const auto* rect = std::get_if<PlacedRect>(&item); rect != nullptr && rect->rect.width == 2_pt)
      lines.emplace_back(rect->rect.y, rect->rect.y + rect->rect.height);
  std::sort(lines.begin(), lines.end());
  REQUIRE(lines.size() > 2);
  CHECK(lines.front().first == story.page.margin.top);
  for (std::size_t i = 1; i < lines.size(); ++i) CHECK(lines[i].first == lines[i - 1].second);  // without a gap
}

TEST_CASE("tables too wide for their columns stand one below the other, and no line comes down from them") {
  Story story = two_columns();
  story.pair_design.rule = 2_pt;
  const auto ruled = [](Block block) {
    std::get<Pair>(block.content).ruled = std::get<Pair>(block.content).follows = true;
    return block;
  };
  const auto lines = [&](std::size_t letters) {
    story.blocks = {ruled(pair_of_words("x", 3, 3)), ruled(table_in_two_languages(letters, 2)),
                    ruled(pair_of_words("y", 3, 3))};
    const Document document = laid_out(story);
    CHECK((run_with(document, "a0x").origin.y == run_with(document, "b0x").origin.y) == (letters == 8));
    if (letters > 8) CHECK(run_with(document, "b0x").origin.y > run_with(document, "a1x").origin.y);
    const Pt above = run_with(document, "b1x").origin.y;
    Pt begins = 1000_pt;  // the line beside the last pair
    for (const auto& item : document.pages[0].items)
      if (const auto* rect = std::get_if<PlacedRect>(&item); rect != nullptr && rect->rect.width == 2_pt)
        if (rect->rect.y > above) begins = min(begins, rect->rect.y);
    return run_with(document, "ya1").origin.y - begins;
  };
  CHECK(lines(8) == lines(40) + 9_pt);
}

TEST_CASE("the line between the columns begins where the page does, also inside a pair") {
  Story story = two_columns();
  story.pair_design.rule = 1_pt;
  story.blocks = {pair_of_words("x", 900, 500)};
  std::get<Pair>(story.blocks.front().content).ruled = true;
  const auto document = laid_out(story);
  REQUIRE(document.pages.size() > 1);
  Pt top = story.page.size.height;
  for (const auto& item : document.pages[1].items)
    if (const auto* rect = std::get_if<PlacedRect>(&item)) top = min(top, rect->rect.y);
  CHECK(top == story.page.margin.top);
}

TEST_CASE("short pairs are kept together, long ones are broken on both sides at once") {
  Story story = two_columns();
  std::vector<std::pair<int, int>> sizes;
  for (int i = 0; i < 40; ++i) sizes.emplace_back(i % 3 * 7 + 10, i % 2 * 8 + 10);  // one to three lines
  for (std::size_t i = 0; i < sizes.size(); ++i)
    story.blocks.push_back(pair_of_words("s" + std::to_string(i) + "x", sizes[i].first, sizes[i].second));
  const auto together = laid_out(story);
  REQUIRE(together.pages.size() > 1);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const std::string stem = "s" + std::to_string(i) + "x";
    const int page = page_with(together, stem + "a1");
    CHECK(page_with(together, stem + "b1") == page);
    CHECK(page_with(together, stem + "a" + std::to_string(sizes[i].first)) == page);
    CHECK(page_with(together, stem + "b" + std::to_string(sizes[i].second)) == page);
    CHECK(run_with(together, stem + "a1").origin.y == run_with(together, stem + "b1").origin.y);
  }

  story.blocks = {pair_of_words("l", 1300, 980)};
  const auto broken = laid_out(story);
  REQUIRE(broken.pages.size() >= 3);
  for (std::size_t p = 0; p < broken.pages.size(); ++p) {
    const auto a = lines_on(broken, p, "la"), b = lines_on(broken, p, "lb");
    CAPTURE(p);
    REQUIRE(a.size() >= 2);
    REQUIRE(b.size() >= 2);
    CHECK(a.front() == b.front());
    const Pt off = max(a.back(), b.back()) - min(a.back(), b.back());
    if (p + 1 < broken.pages.size()) CHECK(off < 24_pt);
  }
}

TEST_CASE("nothing of the longer side is lost where the shorter has long ended") {
  Story story = two_columns();
  story.blocks = {pair_of_words("y", 800, 5), text_block("after")};
  const auto document = laid_out(story);
  REQUIRE(document.pages.size() >= 2);
  std::size_t words = 0;
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    words += words_on(document, p).size();
    for (const auto* run : runs_on(document, p)) CHECK(run->origin.y < story.page.size.height - 27_mm);
  }
  CHECK(words == 806);
  const int last = page_with(document, "ya800"), after = page_with(document, "after");
  CHECK(after >= last);
  if (after == last) CHECK(run_with(document, "after").origin.y > run_with(document, "ya800").origin.y);
}

TEST_CASE("of notes in two languages both are set, whichever mark comes first") {
  for (const bool second_first : {false, true}) {
    Story story = two_columns();
    for (NoteId id = 0; id < 2; ++id) {
      Note note;
      note.label = "1";
      note.lang = id == 0 ? "en" : "ar";
      note.right_to_left = id == 1;
      note.span = span_of(9);
      if (id == 1) note.same_as = 0;
      note.blocks = {text_block(id == 0 ? "noted" : "also")};
      story.notes.push_back(note);
    }
    const auto marked = [&](NoteId id) {
      Block block = point(1, "text", ragged);
      Inline mark;
      mark.text = "1";
      mark.note = id;
      std::get<Paragraph>(block.content).content.push_back(mark);
      return block;
    };
    // A mark only at the second side of the first pair: it is met before the first side's.
    if (second_first) {
      story.blocks.push_back(pair_of({point(3, "nothing", ragged)}, {marked(1)}));
      story.blocks.push_back(pair_of({marked(0)}, {point(4, "nothing", ragged)}));
    } else {
      story.blocks.push_back(pair_of({marked(0)}, {marked(1)}));
    }
    const auto document = laid_out(story);
    CHECK(run_with(document, "noted").origin.y == run_with(document, "also").origin.y);
    CHECK(run_with(document, "noted").origin.x < run_with(document, "also").origin.x);
    CHECK(elements(document, Role::note).size() == 2);
  }
}

TEST_CASE("who said a text stands at the end edge of its last line, and below where that has no room") {
  for (const bool rtl : {false, true}) {
    int beside = 0, below = 0;
    for (int length = 1; length < 60; ++length) {
      Story story = page_story(rtl);
      story.blocks = {text_block("said"), signature(words("n", length)), text_block(words("w", 200))};
      for (std::size_t i = 0; rtl && i < 2; ++i)
        std::get<Paragraph>(story.blocks[i].content).direction = Direction::rtl;
      const Document document = laid_out(story);
      const PlacedRun &said = run_with(document, "said"), &name = run_with(document, "n1");
      CHECK(run_with(document, "w1").origin.y > name.origin.y);
      const bool shares = said.origin.y == name.origin.y;
      ++(shares ? beside : below);
      if (!shares) continue;
      const Pt end = rtl ? story.page.margin.left : story.page.size.width - story.page.margin.right;
      CHECK((rtl ? name.origin.x : name.origin.x + name.width) == end);
      const Pt gap = rtl ? said.origin.x - name.origin.x - name.width : name.origin.x - said.origin.x - said.width;
      CHECK(gap >= 10_pt);
    }
    CHECK(beside > 5);
    CHECK(below > 5);
  }
}

TEST_CASE("one line that stands in for a missing text begins where the page's lines do; more lines in their own way") {
  for (const bool rtl : {false, true}) {
    Story story = page_story(rtl);
    story.blocks = {text_block("alone"), text_block(words("w", 60))};
    for (Block& block : story.blocks) {
      auto& text = std::get<Paragraph>(block.content);
      text.direction = rtl ? Direction::ltr : Direction::rtl;
      text.stands_in = true;
    }
    const Document document = laid_out(story);
    const PlacedRun &alone = run_with(document, "alone"), &first = run_with(document, "w1");
    const Pt left = story.page.margin.left, right = story.page.size.width - story.page.margin.right;
    CHECK((rtl ? alone.origin.x + alone.width : alone.origin.x) == (rtl ? right : left));
    CHECK((rtl ? first.origin.x : first.origin.x + first.width) == (rtl ? left : right));
  }
}
