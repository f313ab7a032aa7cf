#include "layout/lay_out.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "layout/galley.hpp"
#include "unit/layout/support_story.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;
using namespace readout::literals;

namespace {

Item item_of(std::string label, std::vector<Block> body) {
  Item item;
  item.label = paragraph_of(std::move(label));
  item.label_width = 22_pt;
  item.gap = 8_pt;
  item.body = std::move(body);
  return item;
}
Block item_block(Item item) {
  Block block;
  block.role = Role::li;
  block.content = std::move(item);
  return block;
}
Block table_block(Table table) {
  Block block;
  block.content = std::move(table);
  return block;
}

/// Something of everything, over several pages.
Story long_story(bool right_to_left) {
  Story story = page_story(right_to_left);
  story.blocks.push_back(text_block("Heading of it all", Role::h1));
  std::vector<Block> points;
  for (int i = 1; i <= 30; ++i) {
    Item item = item_of(std::to_string(i), {text_block(words("p" + std::to_string(i) + "w", 70))});
    item.aside = paragraph_of("side" + std::to_string(i));
    item.aside_width = 80_pt;
    item.aside_gap = 16_pt;
    points.push_back(item_block(item));
  }
  Block list = group_of(std::move(points), Role::l);
  std::get<Group>(list.content).inset_end = 36_mm;
  story.blocks.push_back(list);
  std::vector<std::vector<std::string>> rows;
  for (int i = 1; i <= 60; ++i)
    rows.push_back({"r" + std::to_string(i), words("c" + std::to_string(i) + "w", 12), "end" + std::to_string(i)});
  story.blocks.push_back(table_block(table_of({"No", "What", "Who"}, rows)));
  return story;
}

/// Every word of the story's, in a bag.
std::multiset<std::string> words_in(const Document& document) {
  std::multiset<std::string> bag;
  for (std::size_t p = 0; p < document.pages.size(); ++p)
    for (auto& word : words_on(document, p)) bag.insert(word);
  return bag;
}

/// What a page's end before each strip of a story's galley costs.
std::vector<std::int64_t> costs_of(const Story& story) {
  Diagnostics diags;
  SettingContext context = make_context(story, real_fonts(), diags);
  const Workshop shop = make_galley(story, nullptr, {}, context, false);
  std::vector<std::int64_t> costs;
  for (const Strip& strip : shop.galley.strips) costs.push_back(strip.cost);
  return costs;
}

}  // namespace

TEST_CASE("an empty story is one empty page") {
  const auto document = laid_out(page_story());
  REQUIRE(document.pages.size() == 1);
  CHECK(document.pages[0].items.empty());
  CHECK(document.pages[0].label == "1");
}

TEST_CASE("lines keep the leading, and the larger of two spaces counts") {
  Story story = page_story();
  story.paragraph_styles[ragged].space_after = 6_pt;
  story.paragraph_styles[centred].space_before = 9_pt;
  story.blocks.push_back(text_block(words("alpha", 30)));
  story.blocks.push_back(block_of(paragraph_of("omega", centred)));
  const auto document = laid_out(story);
  const auto runs = runs_on(document, 0);
  CHECK(runs.front()->origin.y == 20_mm + Pt::from_points(14 * 0.75));
  std::vector<Pt> baselines;
  for (const auto* run : runs)
    if (baselines.empty() || baselines.back() != run->origin.y) baselines.push_back(run->origin.y);
  REQUIRE(baselines.size() >= 3);
  CHECK(baselines[1] - baselines[0] == 14_pt);
  CHECK(baselines.back() - baselines[baselines.size() - 2] == 14_pt + 9_pt);
}

TEST_CASE("lines of Latin letters below each other in an Arabic text are nearer, others are not") {
  const auto distances = [](std::string text) {
    Story story = page_story(true);
    story.paragraph_styles[ragged].leading = 20_pt;
    Paragraph paragraph = paragraph_of(std::move(text));
    paragraph.direction = Direction::rtl;
    story.blocks.push_back(block_of(std::move(paragraph)));
    std::set<Pt> baselines;
    const Document document = laid_out(story);
    for (const auto* run : runs_on(document, 0)) baselines.insert(run->origin.y);
    std::vector<double> out;
    for (auto at = std::next(baselines.begin()); at != baselines.end(); ++at)
      out.push_back((*at - *std::prev(at)).points());
    return out;
  };
  std::string arabic = "قطر";
  for (int i = 0; i < 60; ++i) arabic += " العراق";
  const auto near = distances(words("latin", 60)), far = distances(arabic);
  REQUIRE(near.size() > 1);
  REQUIRE(far.size() > 1);
  for (const double distance : near) CHECK(distance == doctest::Approx(10 * 4.0 / 3));
  for (const double distance : far) CHECK(distance == doctest::Approx(20));
}

TEST_CASE("two languages in one paragraph share a line, or have lines of their own") {
  const auto lines = [](int first, int second) {
    Story story = page_story();
    Paragraph both = paragraph_of(words("f", first));
    both.content.push_back(both.content.front());
    both.content.back().text = "\u2003";
    both.content.back().parts_lines = true;
    both.content.push_back(paragraph_of(words("s", second)).content.front());
    story.blocks.push_back(block_of(std::move(both)));
    const auto document = laid_out(story);
    std::map<Pt, std::set<char>> languages;
    for (const auto* run : runs_on(document, 0))
      for (const char c : run->text)
        if (c == 'f' || c == 's') languages[run->origin.y].insert(c);
    std::vector<std::set<char>> out;
    for (const auto& [y, on_line] : languages) out.push_back(on_line);
    CHECK(elements(document, Role::p).size() == (out.size() > 1 ? 2U : 1U));
    return out;
  };
  CHECK(lines(3, 3) == std::vector<std::set<char>>{{'f', 's'}});
  CHECK(lines(20, 20) == std::vector<std::set<char>>{{'f'}, {'s'}});
  CHECK(lines(40, 3) == std::vector<std::set<char>>{{'f'}, {'f'}, {'s'}});
}

TEST_CASE("every text stands in the pages exactly once, in reading order, inside the frame") {
  const auto document = laid_out(long_story(false));
  CHECK(document.pages.size() >= 4);
  const auto bag = words_in(document);
  for (int i = 1; i <= 30; ++i) {
    CHECK(bag.count(std::to_string(i)) == 1);
    CHECK(bag.count("side" + std::to_string(i)) == 1);
    for (int w = 1; w <= 70; ++w) CHECK(bag.count("p" + std::to_string(i) + "w" + std::to_string(w)) == 1);
  }
  for (int i = 1; i <= 60; ++i) CHECK(bag.count("end" + std::to_string(i)) == 1);
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    for (const auto* run : runs_on(document, p)) {
      CHECK(run->origin.y <= document.pages[p].size.height - 27_mm);
      CHECK(run->origin.y >= (p == 0 ? 20_mm : 30_mm));
      CHECK(run->origin.x >= 24_mm);
    }
  }
  // Elements come in the order of the tree.
  std::uint32_t last = 0;
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    for (const auto* run : runs_on(document, p)) {
      CHECK(std::get<StructId>(run->tag).index >= last);
      last = std::get<StructId>(run->tag).index;
    }
  }
}

TEST_CASE("a right-to-left page is the mirrored left-to-right page") {
  const auto ltr = laid_out(long_story(false)), rtl = laid_out(long_story(true));
  REQUIRE(ltr.pages.size() == rtl.pages.size());
  const Pt width = ltr.pages[0].size.width;
  for (std::size_t p = 0; p < ltr.pages.size(); ++p) {
    REQUIRE(ltr.pages[p].items.size() == rtl.pages[p].items.size());
    for (std::size_t i = 0; i < ltr.pages[p].items.size(); ++i) {
      const auto* a = std::get_if<PlacedRect>(&ltr.pages[p].items[i]);
      if (a == nullptr) continue;
      const auto& b = std::get<PlacedRect>(rtl.pages[p].items[i]);
      CHECK(b.rect == Rect{width - a->rect.x - a->rect.width, a->rect.y, a->rect.width, a->rect.height});
    }
  }
  // Text keeps its alignment by its own direction, in mirrored columns: the label's column is at the right.
  CHECK(run_with(ltr, "7").origin.x == 24_mm);
  CHECK(run_with(rtl, "7").origin.x == width - 24_mm - 22_pt);
}

TEST_CASE("an item's label, body and aside stand on one baseline") {
  Story story = page_story();
  story.paragraph_styles[at_end].leading = 11_pt;
  Item item = item_of("9", {text_block(words("body", 40), Role::none)});
  item.aside = paragraph_of(words("voice", 12), at_end);
  item.aside_width = 80_pt;
  item.aside_gap = 16_pt;
  Block list = group_of({item_block(item), item_block(item_of("10", {text_block("next", Role::none)}))}, Role::l);
  std::get<Group>(list.content).inset_end = 96_pt;
  story.blocks.push_back(list);
  const auto document = laid_out(story);
  const Pt baseline = run_with(document, "body1").origin.y;
  CHECK(run_with(document, "9").origin.y == baseline);
  CHECK(run_with(document, "voice1").origin.y == baseline);
  CHECK(run_with(document, "body1").origin.x == 24_mm + 30_pt);
  CHECK(run_with(document, "voice1").origin.x >= story.page.size.width - 24_mm - 80_pt);
  // The aside's later lines keep their own leading, and the next item stands below them.
  const Pt last_voice = run_with(document, "voice12").origin.y;
  CHECK((last_voice - baseline).units() % (11_pt).units() == 0);
  CHECK(run_with(document, "next").origin.y > last_voice);
  const auto& body = document.structure[elements(document, Role::lbody).front().index];
  REQUIRE_FALSE(body.children.empty());
  CHECK(document.structure[body.children.front().index].role == Role::p);
}

TEST_CASE("a label that is text of its element is parted from the body by a blank") {
  Story story = page_story();
  Item item = item_of("1", {text_block("Participants", Role::none)});
  item.label_role = item.body_role = Role::none;
  Block heading = item_block(item);
  heading.role = Role::h2;
  story.blocks.push_back(heading);
  const auto document = laid_out(story);
  CHECK(dump_tags(document) == "Document  lang=en\n  H2\n    \"1 Participants\"\n");
  CHECK(run_with(document, "Participants").origin.x == 24_mm + 30_pt);
}

TEST_CASE("a label of right-to-left text ends in a blank that takes no room from its body") {
  const auto with_label = [](Direction direction) {
    Story story = page_story(direction == Direction::rtl);
    Item item = item_of("\u0623", {text_block("body")});
    item.label.direction = direction;
    Block list = group_of({item_block(item)}, Role::l);
    story.blocks.push_back(list);
    return laid_out(story);
  };
  const auto rtl = with_label(Direction::rtl), ltr = with_label(Direction::ltr);
  CHECK(dump_tags(rtl).find("\"\u0623 \"") != std::string::npos);
  CHECK(dump_tags(ltr).find("\"\u0623\"") != std::string::npos);
}

TEST_CASE("a list's last item of one line is parted from the others more seldom than these are, but for inner lists") {
  const auto costs = [](int words_of_last, bool inner) {
    Story story = page_story();
    std::vector<Block> items;
    for (const int count : {3, 3, 3, words_of_last})
      items.push_back(item_block(item_of("1", {text_block(words("said", count))})));
    Block list = group_of(std::move(items), Role::l);
    if (inner) list = group_of({item_block(item_of("1", {std::move(list)}))}, Role::l);
    story.blocks.push_back(std::move(list));
    return costs_of(story);
  };
  using cost::lonely_item, cost::between_items;
  CHECK(costs(3, false) == std::vector{between_items, between_items, between_items, lonely_item});
  CHECK(costs(200, false)[3] == between_items);
  CHECK(costs(3, true)[3] < lonely_item);
}

TEST_CASE("a short list of two items is rather whole") {
  const auto cost_between = [](int words_of_each) {
    Story story = page_story();
    const auto item = [&] { return item_block(item_of("1", {text_block(words("said", words_of_each))})); };
    story.blocks.push_back(group_of({item(), item()}, Role::l));
    std::int64_t dearest = 0;
    for (const std::int64_t cost : costs_of(story))
      if (cost < cost::lonely_line) dearest = std::max(dearest, cost);
    return dearest;
  };
  CHECK(cost_between(40) == cost::halved_list);
  CHECK(cost_between(400) < cost::halved_list);
}

TEST_CASE("before an item's points, and between them and its decision, a page ends at their price") {
  Story story = page_story();
  Block points = group_of(
      {item_block(item_of("a", {text_block("first")})), item_block(item_of("b", {text_block("second")}))}, Role::l);
  points.bond = Bond::points;
  Block decided = text_block("decided");
  decided.bond = Bond::sum;
  story.blocks.push_back(
      group_of({item_block(item_of("1", {text_block("said"), std::move(points), std::move(decided)}))}, Role::l));
  const auto costs = costs_of(story);
  REQUIRE(costs.size() == 4);
  CHECK(costs[1] == cost::parted_points);
  CHECK(costs[2] == cost::inside_item);
  CHECK(costs[3] == cost::parted_sum);
}

TEST_CASE("a point's last paragraph of one line is parted from it more seldom than a longer one") {
  const auto cost_before_last = [](const std::string& last) {
    Story story = page_story();
    Block point = item_block(item_of("1", {text_block(words("said", 60)), block_of(paragraph_of(last, centred))}));
    story.blocks.push_back(
        group_of({std::move(point), item_block(item_of("2", {text_block(words("next", 60))}))}, Role::l));
    const auto begins_last = [](std::int64_t cost) { return cost == cost::inside_item || cost == cost::end_of_item; };
    const auto costs = costs_of(story);
    const auto found = std::find_if(costs.begin(), costs.end(), begins_last);
    return found == costs.end() ? 0 : *found;
  };
  CHECK(cost_before_last("Agreed.") == cost::end_of_item);
  CHECK(cost_before_last(words("agreed", 60)) == cost::inside_item);
}

TEST_CASE("what concludes a point has two lines of it above on its page, where it has so many") {
  const auto with = [](int said) {
    Story story = page_story();
    for (int i = 0; i < 40; ++i) story.blocks.push_back(text_block("above"));
    std::vector<Block> body{text_block(words("said", said))};
    body.push_back(text_block(words("agreed", 40)));
    body.back().bond = Bond::decision;
    story.blocks.push_back(group_of({item_block(item_of("1", std::move(body)))}, Role::l));
    return story;
  };
  for (int above = 40; above > 20; --above)
    for (const int said : {60, 5}) {
      Story story = with(said);
      story.blocks.erase(story.blocks.begin(), story.blocks.begin() + (40 - above));
      const Document document = laid_out(story);
      const auto& agreed = run_with(document, "agreed1");
      const auto page = static_cast<std::size_t>(page_with(document, "agreed1"));
      std::set<Pt> lines;  // of the point, above what concludes it
      for (const auto* run : runs_on(document, page))
        if (run->origin.y < agreed.origin.y && run->text != "above") lines.insert(run->origin.y);
      CAPTURE(above);
      CHECK(lines.size() >= (said == 5 ? 1U : 2U));
    }
}

TEST_CASE("who spoke stands at the end of a text that is lower than the name, where no line comes of that") {
  const auto told = [](int said, int who, const std::string& dash) {
    Story story = page_story();
    Item item = item_of("1", {text_block(words("said", said))});
    item.aside = paragraph_of(words("who", who));
    item.aside_width = 60_pt;
    item.aside_gap = 16_pt;
    if (!dash.empty()) item.aside_dash = paragraph_of(dash).content;
    Block list = group_of({item_block(item), item_block(item_of("2", {text_block("next")}))}, Role::l);
    std::get<Group>(list.content).inset_end = 76_pt;
    story.blocks.push_back(list);
    return laid_out(story);
  };
  const auto is_in_margin = [](const Document& document) {
    return run_with(document, "who1").origin.x > Pt::from_points(595.28) - 24_mm - 70_pt;
  };
  CHECK(!is_in_margin(told(3, 4, " – ")));
  CHECK(run_with(told(3, 4, " – "), "next").origin.y < run_with(told(3, 4, ""), "next").origin.y);
  CHECK(is_in_margin(told(3, 4, "")));
  CHECK(is_in_margin(told(3, 1, " – ")));   // no higher than the text
  CHECK(is_in_margin(told(11, 4, " – ")));  // no room in its line
  CHECK(is_in_margin(told(40, 4, " – ")));
}

TEST_CASE("an inner point's aside stands below the outer point's") {
  Story story = page_story();
  const auto with_aside = [](Item item, const std::string& stem, int count) {
    item.aside = paragraph_of(words(stem, count));
    item.aside_width = 60_pt;
    item.aside_gap = 16_pt;
    return item_block(std::move(item));
  };
  std::vector<Block> body;
  body.push_back(text_block("outer"));
  body.push_back(group_of({with_aside(item_of("a", {text_block("inner")}), "in", 1)}, Role::l));
  Block list = group_of({with_aside(item_of("1", std::move(body)), "out", 9)}, Role::l);
  std::get<Group>(list.content).inset_end = 76_pt;
  story.blocks.push_back(list);
  const auto document = laid_out(story);
  CHECK(run_with(document, "out9").origin.y > run_with(document, "outer").origin.y);
  CHECK(run_with(document, "in1").origin.y >= run_with(document, "out9").origin.y + 14_pt);
  CHECK(run_with(document, "in1").origin.y == run_with(document, "inner").origin.y);
}

TEST_CASE("labels of a group share the widest label's width") {
  Story story = page_story();
  std::vector<Block> items;
  for (const char* label : {"1", "1000000"}) {
    Item item = item_of(label, {text_block(std::string("after") + label, Role::none)});
    item.widest_label = true;
    item.label_width = 5_pt;
    items.push_back(item_block(item));
  }
  story.blocks.push_back(group_of(std::move(items), Role::l));
  const auto document = laid_out(story);
  const Pt x = run_with(document, "after1").origin.x;
  CHECK(x == run_with(document, "after1000000").origin.x);
  CHECK(x == 24_mm + run_with(document, "1000000").width + 8_pt);
}

TEST_CASE("labels of a story share a width that leaves the narrowest column room for its text") {
  const auto labelled = [](const std::string& label, const std::string& body) {
    Item item = item_of(label, {text_block(body, Role::none)});
    item.widest_label = item.widest_of_story = true;
    return item_block(item);
  };
  Story story = page_story();
  Columns columns;
  columns.gap = 12_pt;
  columns.cells.resize(2);
  columns.cells[0].blocks.push_back(labelled("Place", "narrow"));
  columns.cells[1].blocks.push_back(labelled("Level", "end"));
  Block row;
  row.content = columns;
  story.blocks.push_back(row);
  story.blocks.push_back(labelled(words("label", 40), "wide"));
  const auto document = laid_out(story);
  const Pt column = (story.page.size.width - story.page.margin.left - story.page.margin.right - 12_pt) / 2;
  CHECK(run_with(document, "narrow").origin.x == story.page.margin.left + column * 2 / 5 + 8_pt);
  CHECK(run_with(document, "wide").origin.x == run_with(document, "narrow").origin.x);
  CHECK(run_with(document, "label39").origin.y > run_with(document, "wide").origin.y);
}

TEST_CASE("a tour's rings are joined, also over a page break") {
  Story story = page_story();
  std::vector<Block> stops;
  for (int i = 0; i < 40; ++i) {
    Item item = item_of("", {text_block(words("stop" + std::to_string(i) + "w", 40), Role::none)});
    item.label.content.clear();
    item.ring = true;
    item.line_before = i > 0;
    item.line_after = i < 39;
    item.ring_size = 8_pt;
    item.ring_stroke = 1_pt;
    stops.push_back(item_block(item));
  }
  story.blocks.push_back(group_of(std::move(stops), Role::l));
  const auto document = laid_out(story);
  REQUIRE(document.pages.size() > 1);
  std::size_t rings = 0;
  for (const auto& page : document.pages) {
    std::map<Pt, Pt> ground;  // top -> bottom of rings and lines, which must touch
    for (const auto& item : page.items) {
      if (const auto* ring = std::get_if<PlacedRing>(&item)) {
        ++rings;
        ground[ring->centre.y - ring->radius - ring->stroke / 2] = ring->centre.y + ring->radius + ring->stroke / 2;
      }
      if (const auto* line = std::get_if<PlacedRect>(&item)) ground[line->rect.y] = line->rect.y + line->rect.height;
    }
    Pt reached = ground.begin()->first;
    for (const auto& [top, bottom] : ground) {
      CHECK(top == reached);
      reached = bottom;
    }
  }
  CHECK(rings == 40);
}

TEST_CASE("cells side by side share their first baseline") {
  Story story = page_story();
  story.paragraph_styles[centred].leading = 20_pt;
  Columns columns;
  columns.gap = 20_pt;
  columns.cells.resize(2);
  columns.cells[0].blocks.push_back(text_block("left"));
  columns.cells[1].blocks.push_back(block_of(paragraph_of("right", centred)));
  Block block;
  block.content = columns;
  story.blocks.push_back(block);
  const auto document = laid_out(story);
  CHECK(run_with(document, "left").origin.y == run_with(document, "right").origin.y);
}

TEST_CASE("heads of cells that stand in rows end on one line, at their rules, however many lines they have") {
  Story story = page_story();
  Rule line;
  line.thickness = 1_pt;
  line.level = true;
  Block rule;
  rule.content = line;
  rule.keep_with_next = true;
  const auto head = [](const char* text) {
    Block block = text_block(text);
    block.keep_with_next = true;
    return block;
  };
  Columns columns;
  columns.by_rows = true;
  columns.gap = 20_pt;
  columns.cells.resize(2);
  columns.cells[0].blocks = {head("one"), rule, text_block("left")};
  columns.cells[1].blocks = {head("two"), head("lines"), rule, text_block("right")};
  Block block;
  block.content = columns;
  story.blocks.push_back(block);
  const auto document = laid_out(story);
  CHECK(run_with(document, "left").origin.y == run_with(document, "right").origin.y);
  CHECK(run_with(document, "one").origin.y == run_with(document, "lines").origin.y);
}

TEST_CASE("cells that are read across stand in rows, and their texts follow each other so in the tree") {
  Story story = page_story();
  Columns columns;
  columns.by_rows = columns.across = true;
  columns.gap = 20_pt;
  columns.cells.resize(2);
  columns.cells[0].blocks = {text_block("first"), text_block("third")};
  columns.cells[1].blocks = {text_block("second")};
  Block block;
  block.content = columns;
  story.blocks.push_back(block);
  const auto document = laid_out(story);
  CHECK(dump_tags(document) == "Document  lang=en\n  P\n    \"first\"\n  P\n    \"second\"\n  P\n    \"third\"\n");
  CHECK(run_with(document, "first").origin.y == run_with(document, "second").origin.y);
  CHECK(run_with(document, "first").origin.x == run_with(document, "third").origin.x);
  CHECK(run_with(document, "first").origin.x < run_with(document, "second").origin.x);
}

TEST_CASE("the last cell may stand beyond the measure") {
  Story story = page_story();
  Columns columns;
  columns.cells.resize(2);
  columns.cells[0].blocks = {text_block("name")};
  columns.cells[1].width = 30_pt;
  columns.cells[1].blocks = {text_block("flag")};
  const auto flag_at = [&](Pt beyond) {
    columns.beyond = beyond;
    Block block;
    block.content = columns;
    story.blocks = {block};
    return run_with(laid_out(story), "flag").origin.x;
  };
  CHECK(flag_at(20_pt) == flag_at(Pt{}) + 20_pt);
}

TEST_CASE("a cell that fits its text leaves the rest to its neighbour, and takes no more than an equal share") {
  Story story = page_story();
  Columns columns;
  columns.gap = 20_pt;
  columns.cells.resize(2);
  columns.cells[0].blocks.push_back(text_block("left"));
  columns.cells[1].fits = true;
  const auto second_at = [&](const std::string& text) {
    columns.cells[1].blocks = {text_block(text)};
    Block block;
    block.content = columns;
    story.blocks = {block};
    const auto document = laid_out(story);
    return run_with(document, "x1").origin.x;
  };
  const Pt left = story.page.margin.left, width = story.page.size.width - left - story.page.margin.right;
  CHECK(second_at("x1") > left + width * 9 / 10);
  CHECK(second_at(words("x", 100)) == left + (width - 20_pt) / 2 + 20_pt);

  const Pt one_line = second_at("x1 and more");
  columns.cells[1].blocks = {text_block("x1"), text_block("x1 and more")};
  story.blocks.front().content = columns;
  CHECK(run_with(laid_out(story), "and").origin.x == run_with(laid_out(story), "x1").origin.x);
  CHECK(run_with(laid_out(story), "x1").origin.x == one_line);  // the widest of its lines
}

TEST_CASE("newspaper columns begin anywhere, are balanced where they end, and full width goes on below") {
  Story story = page_story();
  story.blocks.push_back(text_block("before"));
  std::vector<Block> blocks;
  for (int i = 0; i < 6; ++i) blocks.push_back(text_block(words("n" + std::to_string(i) + "w", 30)));
  Block group = group_of(std::move(blocks));
  std::get<Group>(group.content).columns = 2;
  std::get<Group>(group.content).column_gap = 20_pt;
  story.blocks.push_back(group);
  story.blocks.push_back(text_block("after"));
  const auto document = laid_out(story);
  REQUIRE(document.pages.size() == 1);
  const Pt measure = story.page.size.width - 48_mm;
  Pt left, right;
  for (const auto* run : runs_on(document, 0)) {
    if (run->text.find("before") != std::string::npos || run->text.find("after") != std::string::npos) continue;
    auto& bottom = run->origin.x < 24_mm + measure / 2 ? left : right;
    bottom = max(bottom, run->origin.y);
  }
  CHECK(right > 0_pt);
  CHECK(left - right >= -14_pt);
  CHECK(left - right <= 28_pt);
  CHECK(run_with(document, "after").origin.y == max(left, right) + 14_pt);
  CHECK(run_with(document, "n0w1").origin.y == run_with(document, "before").origin.y + 14_pt);
}

TEST_CASE("columns over several pages hold every text once") {
  Story story = page_story();
  std::vector<Block> blocks;
  for (int i = 0; i < 60; ++i) blocks.push_back(text_block(words("n" + std::to_string(i) + "w", 60)));
  Block group = group_of(std::move(blocks));
  std::get<Group>(group.content).columns = 2;
  std::get<Group>(group.content).column_gap = 20_pt;
  story.blocks.push_back(group);
  const auto document = laid_out(story);
  CHECK(document.pages.size() > 1);
  const auto bag = words_in(document);
  CHECK(bag.size() == 3600);
  for (std::size_t p = 0; p < document.pages.size(); ++p)
    for (const auto* run : runs_on(document, p)) CHECK(run->origin.y < document.pages[p].size.height - 27_mm);
}

TEST_CASE("no entry of a list in columns stands alone on a page") {
  for (int lead = 30; lead < 52; ++lead) {
    Story story = page_story();
    for (int i = 0; i < lead; ++i) story.blocks.push_back(text_block("line" + std::to_string(i)));
    std::vector<Block> people;
    for (int i = 0; i < 8; ++i) {
      std::vector<Block> lines;
      lines.push_back(text_block("name" + std::to_string(i)));
      if (i < 7) lines.push_back(text_block("office"));
      people.push_back(group_of(std::move(lines)));
      std::get<Group>(people.back().content).keep_together = true;
    }
    Block list = group_of(std::move(people));
    std::get<Group>(list.content).columns = 2;
    story.blocks.push_back(list);
    const auto document = laid_out(story);
    std::map<std::size_t, int> entries;  // page -> names on it
    for (int i = 0; i < 8; ++i) ++entries[static_cast<std::size_t>(page_with(document, "name" + std::to_string(i)))];
    CAPTURE(lead);
    for (const auto& [page, count] : entries) CHECK(count > 1);
  }
}

TEST_CASE("four rows of people under a head that is told again may be parted in the middle alone") {
  Story story = page_story();
  Columns columns;
  columns.by_rows = true;
  columns.cells.resize(2);
  for (Columns::Cell& cell : columns.cells)
    for (int row = 0; row < 4; ++row) cell.blocks.push_back(text_block("name" + std::to_string(row)));
  Block rows;
  rows.content = std::move(columns);
  story.blocks.push_back(group_of({std::move(rows)}));
  std::get<Group>(story.blocks.front().content).again.push_back(text_block("continued"));
  const auto costs = costs_of(story);
  REQUIRE(costs.size() == 4);
  CHECK(costs[1] == cost::lonely_row);
  CHECK(costs[2] == cost::between_rows);
  CHECK(costs[3] == cost::lonely_row);
}

TEST_CASE("a heading stays with what follows, and a paragraph leaves two lines on either side") {
  for (int lead = 30; lead < 52; ++lead) {
    Story story = page_story();
    for (int i = 0; i < lead; ++i) story.blocks.push_back(text_block("line" + std::to_string(i)));
    Block heading = text_block("heading", Role::h2);
    heading.keep_with_next = true;
    story.blocks.push_back(heading);
    story.blocks.push_back(text_block(words("w", 90)));
    const auto document = laid_out(story);
    CAPTURE(lead);
    CHECK(page_with(document, "heading") == page_with(document, "w1"));
    std::map<std::size_t, std::set<Pt>> lines;  // page -> baselines of the paragraph
    for (std::size_t p = 0; p < document.pages.size(); ++p)
      for (const auto* run : runs_on(document, p))
        if (run->text.starts_with("w")) lines[p].insert(run->origin.y);
    for (const auto& [page, baselines] : lines) CHECK(baselines.size() >= 2);
  }
}

TEST_CASE("running matter: fields, first and other pages, both scripts' digits") {
  Story story = page_story();
  for (int i = 0; i < 100; ++i) story.blocks.push_back(text_block("line" + std::to_string(i)));
  RunningLine foot;
  foot.foot = true;
  foot.baseline = 17_mm;
  foot.rule = Pt::from_points(0.5);
  foot.rule_offset = 12_pt;
  Inline piece;
  piece.text = "Page ";
  foot.end.push_back(piece);
  piece.field = Field::page;
  foot.end.push_back(piece);
  piece = {};
  piece.text = " of ";
  foot.end.push_back(piece);
  piece.field = Field::pages;
  foot.end.push_back(piece);
  story.running.push_back(foot);
  RunningLine head;
  head.pages = RunningLine::Pages::rest;
  head.baseline = 15_mm;
  piece = {};
  piece.text = "title";
  head.start.push_back(piece);
  story.running.push_back(head);
  const auto document = laid_out(story);
  REQUIRE(document.pages.size() == 3);
  for (std::size_t p = 0; p < 3; ++p) {
    std::string foot_text, head_text;
    Pt right;
    for (const auto* run : runs_on(document, p, true)) {
      const bool footer = std::get<Artifact>(run->tag).kind == Artifact::Kind::footer;
      (footer ? foot_text : head_text) += run->text;
      if (footer) {
        right = max(right, run->origin.x + run->width);
        CHECK(run->origin.y == story.page.size.height - 17_mm);
      }
    }
    CHECK(foot_text == "Page " + std::to_string(p + 1) + " of 3");
    CHECK(head_text == (p == 0 ? "" : "title"));
    CHECK(right == story.page.size.width - 24_mm);
  }
  story.arabic_digits = true;
  CHECK(laid_out(story).pages[1].label == "\xD9\xA2");
}

TEST_CASE(
    "running matter that is wider than its room is broken: from the head down, from the foot up, never off the paper") {
  Story story = page_story();
  story.blocks.push_back(text_block("text"));
  for (const bool foot : {false, true}) {
    RunningLine line;
    line.foot = foot;
    line.baseline = 30_pt;
    line.centre = paragraph_of(words(foot ? "f" : "h", 40)).content;
    story.running.push_back(line);
  }
  RunningLine ends;
  ends.baseline = 60_pt;
  ends.start = paragraph_of(words("s", 36)).content;
  ends.end = paragraph_of("end").content;
  story.running.push_back(ends);
  const Document document = laid_out(story);
  const Pt left = story.page.margin.left, right = story.page.size.width - story.page.margin.right;
  std::map<char, std::set<Pt>> baselines;
  for (const auto* run : runs_on(document, 0, true)) {
    CHECK(run->origin.x >= left - 1_pt);
    CHECK(run->origin.x + run->width <= right + 3_pt);  // with the blank that hangs
    baselines[run->text.front()].insert(run->origin.y);
  }
  CHECK(baselines['h'].size() > 1);
  CHECK(*baselines['h'].begin() == 30_pt);
  CHECK(baselines['f'].size() > 1);
  CHECK(*baselines['f'].rbegin() == story.page.size.height - 30_pt);
  CHECK(baselines['s'].size() > 1);
  CHECK(baselines['e'].size() == 1);
}

TEST_CASE("a marking in two languages ends its lines between these first, and has the leading of the higher") {
  const auto lines = [](int words_of_first, int words_of_second) {
    Story story = page_story();
    story.blocks.push_back(text_block("text"));
    RunningLine line;
    line.baseline = 30_pt;
    line.leading = 20_pt;
    line.centre = paragraph_of(words("f", words_of_first)).content;
    line.centre.push_back(line.centre.front());
    line.centre.back().text = "\u2003";
    line.centre.back().parts_lines = true;
    line.centre.push_back(paragraph_of(words("s", words_of_second)).content.front());
    story.running.push_back(line);
    const Document document = laid_out(story);
    std::map<Pt, std::set<char>> languages;
    for (const auto* run : runs_on(document, 0, true))
      for (const char c : run->text)
        if (c == 'f' || c == 's') languages[run->origin.y].insert(c);
    return languages;
  };
  CHECK(lines(3, 3) == std::map<Pt, std::set<char>>{{30_pt, {'f', 's'}}});
  CHECK(lines(20, 20) == std::map<Pt, std::set<char>>{{30_pt, {'f'}}, {50_pt, {'s'}}});
  CHECK(lines(40, 3) == std::map<Pt, std::set<char>>{{30_pt, {'f'}}, {50_pt, {'f'}}, {70_pt, {'s'}}});
}

TEST_CASE("where a marking takes several lines what is nearer to the text makes room, and the text does") {
  Story story = page_story();
  for (int i = 0; i < 60; ++i) story.blocks.push_back(text_block("text " + std::to_string(i)));
  for (const bool foot : {false, true})
    for (const char* what : {"marking", "running"}) {
      const bool marking = what == std::string("marking");
      RunningLine line;
      line.foot = foot;
      line.baseline = marking ? 30_pt : 48_pt;
      line.centre = paragraph_of(marking ? "m" : "r").content;
      story.running.push_back(line);
    }
  const auto places = [&](const char* first) {
    const Document document = laid_out(story);
    std::map<char, std::set<Pt>> baselines;
    for (const auto* run : runs_on(document, 1, true)) baselines[run->text.front()].insert(run->origin.y);
    const auto text = runs_on(document, 1, false);
    REQUIRE(!text.empty());
    CHECK(first == std::string(baselines['m'].size() > 2 ? "several" : "one"));
    baselines['t'] = {text.front()->origin.y, text.back()->origin.y};
    return baselines;
  };
  const auto before = places("one");
  for (RunningLine& line : story.running)
    if (line.baseline == 30_pt) line.centre = paragraph_of(words("m", 60)).content;
  auto after = places("several");
  const Pt leading = story.paragraph_styles[0].leading, middle = story.page.size.height / 2;
  const auto last_above = *std::prev(after['m'].lower_bound(middle)), first_below = *after['m'].lower_bound(middle);
  CHECK(*after['m'].begin() == *before.at('m').begin());
  CHECK(*after['m'].rbegin() == *before.at('m').rbegin());
  CHECK(*after['r'].begin() >= last_above + leading);
  CHECK(*after['r'].rbegin() <= first_below - leading);
  CHECK(*after['t'].begin() - *after['r'].begin() == *before.at('t').begin() - *before.at('r').begin());
  CHECK(*after['t'].rbegin() < *after['r'].rbegin() - leading / 2);
  for (RunningLine& line : story.running)
    if (line.baseline == 30_pt) line.centre = paragraph_of(words("m", 3000)).content;
  CHECK(*places("several")['t'].begin() == *before.at('t').begin());  // that is no marking any more
}

TEST_CASE("what a marking moves is clear of the text on page 1, too; what never stands with it stays") {
  Story story = page_story();
  story.page.first_top = 52_pt;
  story.blocks.push_back(text_block("text"));
  const auto add = [&](char letter, int count, Pt baseline, RunningLine::Pages pages) {
    RunningLine line;
    line.baseline = baseline;
    line.pages = pages;
    line.centre = paragraph_of(words(std::string(1, letter), count)).content;
    story.running.push_back(line);
  };
  add('m', 60, 20_pt, RunningLine::Pages::first);
  add('a', 1, 36_pt, RunningLine::Pages::all);
  add('r', 1, 30_pt, RunningLine::Pages::rest);
  Block page_break;
  page_break.content = PageBreak{};
  story.blocks.push_back(page_break);
  story.blocks.push_back(text_block("text"));
  const Document document = laid_out(story);
  const auto baseline = [&](std::size_t page, char letter, bool running) {
    Pt lowest;
    for (const auto* run : runs_on(document, page, running))
      if (run->text.front() == letter) lowest = max(lowest, run->origin.y);
    return lowest;
  };
  const Pt leading = story.paragraph_styles[0].leading;
  CHECK(baseline(0, 'm', true) > 36_pt);
  CHECK(baseline(0, 'a', true) >= baseline(0, 'm', true) + leading);
  CHECK(baseline(0, 't', false) >= baseline(0, 'a', true) + leading);
  CHECK(baseline(1, 'r', true) == 30_pt);
}

TEST_CASE("links, anchors and the outline lead to pages") {
  Story story = page_story();
  Paragraph from = paragraph_of("see ");
  Inline link;
  link.text = "the chapter";
  link.role = Role::link;
  link.target = 7;
  link.contents = "to the chapter";
  from.content.push_back(link);
  link.text = " far away";
  link.style = bold_style;
  from.content.push_back(link);
  story.blocks.push_back(block_of(from));
  for (int i = 0; i < 60; ++i) story.blocks.push_back(text_block("line" + std::to_string(i)));
  Block chapter = text_block("Geneva", Role::h2);
  chapter.anchor = 7;
  story.blocks.push_back(chapter);
  story.outline.push_back({1, "Chap\u00ADter", 7});
  const auto document = laid_out(story);
  REQUIRE(document.pages[0].links.size() == 1);
  const auto& area = document.pages[0].links[0];
  CHECK(area.rects.size() == 1);
  CHECK(elements(document, Role::link).size() == 1);
  REQUIRE(area.destination);
  CHECK(static_cast<int>(area.destination->page) == page_with(document, "Geneva"));
  CHECK(area.destination->y < run_with(document, "Geneva").origin.y);
  CHECK(document.structure[area.destination->element.index].role == Role::h2);
  REQUIRE(document.outline.size() == 1);
  CHECK(document.outline[0].title == "Chapter");  // a bookmark has no lines
  CHECK(document.outline[0].destination == *area.destination);
}

TEST_CASE("text in another language is in a span, once for all its pieces") {
  Story story = page_story();
  Paragraph paragraph = paragraph_of("they said ");
  Inline piece;
  piece.text = "bonne ";
  piece.lang = "fr";
  paragraph.content.push_back(piece);
  piece.text = "chance";
  piece.style = bold_style;
  paragraph.content.push_back(piece);
  story.blocks.push_back(block_of(paragraph));
  story.blocks.push_back(text_block("wrapped", Role::none));
  const auto document = laid_out(story);
  const auto spans = elements(document, Role::span);
  REQUIRE(spans.size() == 1);
  CHECK(document.structure[spans[0].index].lang == "fr");
  CHECK(elements(document, Role::p).size() == 2);  // text right in the Document gets its P
}

TEST_CASE("a paragraph steps down to the first size that fits") {
  Story story = page_story();
  Paragraph paragraph = paragraph_of(words("title", 14), ragged);
  paragraph.content[0].style = large_style;
  paragraph.smaller.push_back(paragraph_of(words("title", 14), centred));
  paragraph.max_lines = 1;
  story.blocks.push_back(block_of(paragraph));
  CHECK(run_with(laid_out(story), "title1").size == 10_pt);
  std::get<Paragraph>(story.blocks[0].content).max_lines = 9;
  CHECK(run_with(laid_out(story), "title1").size == 20_pt);
}
