// What decides over several pages: contents with page numbers, figures that float, what never stands alone, heads
// again.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "layout/page_builder.hpp"
#include "unit/layout/support_story.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;
using namespace readout::literals;

namespace {

Paragraph link_to(AnchorId anchor, const std::string& text) {
  Paragraph paragraph = std::get<Paragraph>(text_block(text).content);
  for (auto& piece : paragraph.content) {
    piece.role = Role::link;
    piece.target = anchor;
  }
  return paragraph;
}

Block entry_of(AnchorId anchor, const std::string& text) {
  Entry entry;
  entry.title = link_to(anchor, text);
  entry.page = link_to(anchor, "");
  entry.page.content.resize(1);
  entry.page.content.front().field = Field::page_of;
  entry.page.content.front().target = anchor;
  entry.dot = std::get<Paragraph>(text_block(".").content);
  entry.page_width = 24_pt;
  entry.gap = 6_pt;
  Block block;
  block.role = Role::reference;
  block.content = entry;
  return group_of({block}, Role::toci);
}

Block page_break() {
  Block block;
  block.content = PageBreak{};
  return block;
}

/// A place on the second page and one on the third, named by a table of contents on the first.
Story story_with_contents(int from_pages) {
  Story story = page_story();
  Block contents = group_of({group_of({entry_of(1, "First"), entry_of(2, "Second")}, Role::toc)});
  std::get<Group>(contents.content).from_pages = from_pages;
  story.blocks.push_back(contents);
  story.blocks.push_back(text_block("begin"));
  for (AnchorId anchor = 1; anchor <= 2; ++anchor) {
    story.blocks.push_back(page_break());
    story.blocks.push_back(text_block("place" + std::to_string(anchor)));
    story.blocks.back().anchor = anchor;
  }
  return story;
}

/// Texts of all tagged runs of a page, in the order of the items.
std::string text_on(const Document& document, std::size_t page) {
  std::string all;
  for (const auto* run : runs_on(document, page)) all += run->text + "|";
  return all;
}

/// A strip of so many points.
Strip strip_of(double height, std::int64_t cost = 0) {
  Strip strip;
  strip.height = Pt::from_points(height);
  strip.cost = cost;
  return strip;
}

}  // namespace

TEST_CASE("contents name the pages of what they list, in one link, and dots are artifacts") {
  const auto document = laid_out(story_with_contents(1));
  REQUIRE(document.pages.size() == 3);
  CHECK(text_on(document, 0) == "First |2|Second |3|begin|");
  CHECK(elements(document, Role::toci).size() == 2);
  CHECK(elements(document, Role::link).size() == 2);
  REQUIRE(document.pages[0].links.size() == 2);
  CHECK(document.pages[0].links[1].destination->page == 2);
  CHECK(document.pages[0].links[1].rects.size() == 2);
  std::size_t dots = 0;
  for (const auto* run : runs_on(document, 0, true)) dots += run->text.starts_with(".") ? 1U : 0U;
  CHECK(dots == 2);
}

TEST_CASE("contents for long documents are left out of short ones, and what they add is counted") {
  CHECK(text_on(laid_out(story_with_contents(4)), 0) == "begin|");
  CHECK(text_on(laid_out(story_with_contents(3)), 0) == "First |2|Second |3|begin|");
}

TEST_CASE("what never stands alone takes the end of the text before it to the last page") {
  Galley galley;
  for (int i = 0; i < 10; ++i) galley.strips.push_back(strip_of(10));
  galley.strips.push_back(strip_of(10, cost::trailing));
  const PageRoom room{100_pt, 100_pt, 8_pt, 3_pt};
  const PageMeasure measure(galley, room);
  const auto pages = choose_pages(galley, measure, room, 0, room.first).pages;
  REQUIRE(pages.size() == 2);
  CHECK(pages[1].first < 10);
  CHECK(reason_of(galley, measure, room, pages[1]).ends_with("end of the text"));
  CHECK(reason_of(galley, measure, room, {0, 10}).ends_with("before a sign-off or colophon"));
}

TEST_CASE("a block that may not begin a page keeps its lines together with those before") {
  Story story = page_story();
  story.blocks.push_back(text_block(words("a", 1400)));
  story.blocks.push_back(text_block("closing"));
  story.blocks.back().keep_with_previous = true;
  for (int words_more = 0; words_more < 40; ++words_more) {
    story.blocks.front() = text_block(words("a", 1400 + words_more * 12));
    const auto document = laid_out(story);
    const auto last = words_on(document, document.pages.size() - 1);
    CHECK_MESSAGE(last.size() > 1, words_more);
  }
}

TEST_CASE("a group's head is told again over a page, as an artifact") {
  Story story = page_story();
  std::vector<std::vector<std::string>> rows;
  for (int i = 0; i < 90; ++i) rows.push_back({"row" + std::to_string(i), "x"});
  Table table = table_of({"Name", "Value"}, rows);
  TableRow group;
  group.group_head = true;
  group.cells.push_back(cell_of("Upper"));
  group.cells.back().span = 2;
  group.again.push_back(cell_of("Upper again"));
  group.again.back().span = 2;
  table.body.insert(table.body.begin(), group);
  Block block;
  block.role = Role::table;
  block.content = table;
  story.blocks.push_back(block);
  const auto document = laid_out(story);
  REQUIRE(document.pages.size() > 1);
  const auto again = [&](std::size_t page) {
    const auto runs = runs_on(document, page, true);
    return std::count_if(runs.begin(), runs.end(), [](const auto* run) { return run->text == "Upper again"; });
  };
  CHECK(again(0) == 0);
  for (std::size_t p = 1; p < document.pages.size(); ++p) CHECK(again(p) == 1);
  CHECK(text_on(document, 1).find("Upper") == std::string::npos);
}

TEST_CASE("tables of a thousand rows are weighed in linear time") {
  const auto work_of = [](int rows) {
    Galley galley;
    galley.heads.push_back({{}, 20_pt});
    for (int i = 0; i < rows; ++i) {
      galley.strips.push_back(strip_of(23, cost::between_rows));
      galley.strips.back().head = 0;
    }
    const PageRoom room{600_pt, 680_pt, 8_pt, 3_pt};
    const PageMeasure measure(galley, room);
    return choose_pages(galley, measure, room, 0, room.first).work;
  };
  CHECK(work_of(4000) <= work_of(1000) * 41 / 10);
  CHECK(work_of(1000) < 1000 * 40);
}

TEST_CASE("a picture as high as a page leaves room for its heading and its caption, alone or in a pair") {
  for (const bool paired : {false, true}) {
    Story story = page_story();
    story.pair_design.gap = 24_pt;
    Block heading = text_block("heading", Role::h2);
    heading.keep_with_next = true;
    Figure figure;
    figure.picture = "tower";
    figure.alt = "A tower";
    figure.space_before = figure.space_after = 6_pt;
    figure.caption = paragraph_of("caption");
    Block picture;
    picture.role = Role::figure;
    picture.content = figure;
    if (paired) {
      Pair alone;
      alone.first = {"en", false, {picture}};
      picture = Block{};
      picture.content = std::move(alone);
    }
    story.blocks = {text_block("before"), page_break(), heading, picture, text_block("after")};
    Pictures pictures;
    pictures["tower"].width = 300;
    pictures["tower"].height = 3000;
    const auto document = laid_out(story, pictures);
    CHECK(document.pages.size() == 3);
    CHECK(page_with(document, "heading") == 1);
    CHECK(page_with(document, "caption") == 1);
    Pt height;
    for (const auto& item : document.pages[1].items)
      if (const auto* image = std::get_if<PlacedImage>(&item)) height = image->rect.height;
    CHECK(height > 600_pt);
  }
}

TEST_CASE("a table goes with the text that it belongs to rather than alone over the page, but leaves no great white") {
  using Pages = std::pair<int, int>;  // of the text, of its table
  const auto where = [](int lines_before, int lines, bool belongs) {
    Story story = page_story();
    for (int i = 0; i < lines_before; ++i) story.blocks.push_back(text_block("before"));
    story.blocks.push_back(group_of(std::vector<Block>(static_cast<std::size_t>(lines), text_block("text"))));
    std::get<Group>(story.blocks.back().content).keep_together = true;
    Block table;
    table.role = Role::table;
    table.content = table_of({"head"}, {{"one"}, {"two"}, {"three"}});
    if (belongs) table.bond = Bond::table;
    story.blocks.push_back(table);
    const Document document = laid_out(story);
    return Pages{page_with(document, "text"), page_with(document, "one")};
  };
  const Pages parted{0, 1}, together{1, 1};
  constexpr int few = 4, many = 14;
  for (const int lines : {few, many}) {
    int places = 0;
    for (int before = 20; before < 50; ++before) {
      if (where(before, lines, false) != parted) continue;
      ++places;
      CHECK(where(before, lines, true) == (lines == few ? together : parted));
    }
    CHECK(places > 2);
  }
}
