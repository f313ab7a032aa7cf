#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "layout/galley.hpp"
#include "layout/line_widths.hpp"
#include "unit/layout/support_story.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;
using namespace readout::literals;

namespace {

ColumnWish wish(double least, double natural, double most = 0, double stretch = 0) {
  return {Pt::from_points(least), Pt::from_points(natural), Pt::from_points(most), stretch, {}, {}, false};
}
std::vector<double> solved(const std::vector<ColumnWish>& wishes, double room) {
  std::vector<double> out;
  for (const Pt width : solve_columns(wishes, Pt::from_points(room))) out.push_back(width.points());
  return out;
}
Story story_with(Table table, bool right_to_left = false) {
  Story story = page_story(right_to_left);
  Block block;
  block.content = std::move(table);
  story.blocks.push_back(std::move(block));
  return story;
}
Story narrow_story_with(Table table, Pt measure) {
  Story story = page_story();
  Group narrow;
  narrow.blocks.emplace_back().content = std::move(table);
  narrow.inset_end = story.page.size.width - story.page.margin.left - story.page.margin.right - measure;
  story.blocks.emplace_back().content = std::move(narrow);
  return story;
}
std::vector<std::vector<std::string>> numbered_rows(int count) {
  std::vector<std::vector<std::string>> rows;
  for (int i = 1; i <= count; ++i) rows.push_back({"n" + std::to_string(i), words("r" + std::to_string(i) + "w", 9)});
  return rows;
}

}  // namespace

TEST_CASE("column widths") {
  CHECK(solved({wish(10, 20), wish(10, 20)}, 46) == std::vector<double>{26, 20});  // first the white between them
  CHECK(solved({wish(10, 20), wish(10, 20), wish(10, 20)}, 66) == std::vector<double>{23, 23, 20});
  CHECK(solved({wish(10, 20), wish(10, 20)}, 109) == std::vector<double>{59, 50});
  CHECK(solved({wish(10, 20), wish(10, 60)}, 109) == std::vector<double>{34, 75});        // spare by content
  CHECK(solved({wish(10, 20), wish(10, 20, 0, 1)}, 100) == std::vector<double>{29, 71});  // spare by stretch
  CHECK(solved({wish(10, 20, 20), wish(10, 20)}, 100) ==
        std::vector<double>{29, 71});                                                // no more than the most, and white
  CHECK(solved({wish(10, 20), wish(10, 900)}, 100) == std::vector<double>{20, 80});  // the long one gives way
  CHECK(solved({wish(40, 300), wish(10, 900)}, 100) == std::vector<double>{50, 50});
  CHECK(solved({wish(60, 300), wish(10, 900)}, 100) == std::vector<double>{60, 40});   // least widths are kept
  CHECK(solved({wish(150, 300), wish(30, 900)}, 100) == std::vector<double>{70, 30});  // the widest word gives way
  CHECK(solved({wish(150, 300), wish(90, 900)}, 100) == std::vector<double>{50, 50});  // nothing fits
}

TEST_CASE("columns of figures beside each other are equally wide where there is room") {
  const auto figures = [](double natural) {
    ColumnWish one = wish(10, natural);
    one.of_figures = true;
    return one;
  };
  CHECK(solved({wish(10, 40), figures(20), figures(10), figures(15)}, 127) == std::vector<double>{40, 29, 29, 29});
  CHECK(solved({wish(10, 40), figures(20), figures(10)}, 178) == std::vector<double>{80, 49, 49});  // spare by content
  CHECK(solved({figures(20), wish(10, 40), figures(10)}, 149) == std::vector<double>{40, 80, 29});  // not beside
  ColumnWish narrow = figures(10);
  narrow.most = Pt::from_points(15);
  CHECK(solved({wish(10, 40), figures(20), narrow}, 93) == std::vector<double>{40, 29, 24});  // no more than the most
  CHECK(solved({wish(10, 40), figures(20), figures(10)}, 75)[1] >
        solved({wish(10, 40), figures(20), figures(10)}, 75)[2]);
}

TEST_CASE("room goes where it makes the rows lower") {
  std::vector<ColumnWish> wishes{wish(20, 60), wish(30, 400)};
  for (int row = 0; row < 10; ++row) {
    wishes[0].cells.push_back(row == 0 ? LineWidths{60_pt, 30_pt, 20_pt} : LineWidths{25_pt, 20_pt});
    wishes[1].cells.push_back(line_widths_about({30_pt, 400_pt}));
  }
  const auto widths = solved(wishes, 155);
  CHECK(widths[0] < 40);  // one cell in two lines, and nine others a line lower
  CHECK(widths[0] >= 25);
  CHECK(widths[0] + widths[1] == 155);
}

TEST_CASE("several columns give a little, each what costs it nothing much, so that one has its lines") {
  std::vector<ColumnWish> wishes{wish(60, 100), wish(50, 60), wish(50, 60)};
  for (int row = 0; row < 5; ++row) {
    wishes[0].cells.push_back({100_pt, 60_pt});
    for (const std::size_t c : {1u, 2u})
      wishes[c].cells.push_back(row == 0 ? LineWidths{60_pt, 50_pt} : LineWidths{20_pt});
  }
  CHECK(solved(wishes, 200) == std::vector<double>{100, 50, 50});
}

TEST_CASE("two columns of long texts, in which lines are many, share the room by their length") {
  std::vector<ColumnWish> wishes{wish(30, 9000), wish(30, 18000)};
  for (ColumnWish& column : wishes) column.cells.push_back(line_widths_about({column.least, column.natural}));
  const auto widths = solved(wishes, 300);
  CHECK(widths[0] > 75);
  CHECK(widths[0] < 125);
}

TEST_CASE("how narrow a text may be in one line, two and three") {
  Nodes nodes;
  for (const Pt word : {10_pt, 20_pt, 30_pt}) {
    if (!nodes.empty()) nodes.push_back(Glue{5_pt, {}, {}});
    nodes.push_back(Box{word});
  }
  nodes.push_back(Penalty{forced});
  CHECK(line_widths_of(nodes, false) == LineWidths{70_pt, 35_pt, 30_pt});
  std::get<Glue>(nodes[1]).cost = forbidden;  // the first two words are a name
  CHECK(line_widths_of(nodes, false) == LineWidths{70_pt, 35_pt});
  CHECK(line_widths_of(nodes, true) == LineWidths{70_pt, 35_pt, 30_pt});
}

TEST_CASE("a head is tagged once and repeated as an artifact under its continued line") {
  Table table = table_of({"Number", "Words"}, numbered_rows(90));
  table.continued = paragraph_of("continued");
  const auto document = laid_out(story_with(table));
  REQUIRE(document.pages.size() >= 3);
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    std::string tagged, repeated;
    for (const auto* run : runs_on(document, p)) tagged += run->text + " ";
    for (const auto* run : runs_on(document, p, true)) repeated += run->text + " ";
    CHECK((tagged.find("Number") != std::string::npos) == (p == 0));
    CHECK(repeated == (p == 0 ? "" : "continued Number Words "));
  }
  CHECK(elements(document, Role::th).size() == 2);
  CHECK(elements(document, Role::thead).size() == 1);
  CHECK(elements(document, Role::tbody).size() == 1);
  CHECK(elements(document, Role::tr).size() == 91);
  const auto table_element = elements(document, Role::table);
  REQUIRE(table_element.size() == 1);
  CHECK(document.structure[table_element[0].index].bbox.has_value());
  for (const auto id : elements(document, Role::th)) CHECK(document.structure[id.index].scope == "Column");
}

TEST_CASE("a row is not broken, one higher than a page is, and nothing is lost") {
  auto rows = numbered_rows(3);
  rows.push_back({"tall", words("t", 1500)});
  rows.push_back({"last", "row"});
  Table table = table_of({"Number", "Words"}, rows);
  table.style.zebra = Colour{240, 240, 240};
  const auto document = laid_out(story_with(table));
  CHECK(document.pages.size() >= 2);
  std::multiset<std::string> bag;
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    for (const auto& word : words_on(document, p)) bag.insert(word);
    for (const auto* run : runs_on(document, p)) CHECK(run->origin.y < document.pages[p].size.height - 27_mm);
  }
  for (int i = 1; i <= 1500; ++i) CHECK(bag.count("t" + std::to_string(i)) == 1);
  CHECK(bag.count("tall") == 1);
  for (int i = 1; i <= 3; ++i)
    CHECK(page_with(document, "r" + std::to_string(i) + "w1") == page_with(document, "r" + std::to_string(i) + "w9"));
}

TEST_CASE("a row that has a page to itself but none with its heading is broken, and the heading stays with it") {
  std::size_t broken = 0;
  for (int many = 900; many < 1500; many += 15) {
    Table table = table_of({"Number", "Words"}, {{"tall", words("t", many)}, {"last", "row"}});
    Story story = story_with(table);
    Block heading = text_block("Heading");
    heading.keep_with_next = true;
    story.blocks.insert(story.blocks.begin(), heading);
    const auto document = laid_out(story);
    CAPTURE(many);
    CHECK(page_with(document, "Heading") == page_with(document, "t1"));
    if (page_with(document, "t" + std::to_string(many)) == page_with(document, "t1")) continue;
    ++broken;
    std::vector<Pt> tops;  // of a page's cells: as far below the head here as there
    for (const std::string& first : {std::string("Number"), std::string("tall")})
      for (const auto* run : runs_on(document, 0))
        if (run->text == first) tops.push_back(run->origin.y);
    REQUIRE(tops.size() == 2);
    Pt head, cell;
    for (const auto* run : runs_on(document, 1, true))
      if (run->text == "Number") head = run->origin.y;
    for (const auto* run : runs_on(document, 1))
      if (run->origin.y > head && (cell == Pt{} || run->origin.y < cell)) cell = run->origin.y;
    CAPTURE((cell - head).points());
    CHECK(cell - head == tops[1] - tops[0]);
  }
  CHECK(broken > 3);
}

TEST_CASE("cells over several columns, group heads and their ids") {
  Table table =
      table_of({"A", "B", "C"}, {{"group", "", ""}, {"a1", "b1", "c1"}, {"second", "", ""}, {"a2", "b2", "c2"}});
  for (const std::size_t r : {0u, 2u}) {
    table.body[r].group_head = true;
    table.body[r].cells = {cell_of(r == 0 ? "group" : "second")};
    table.body[r].cells[0].span = 3;
  }
  table.body[1].cells[0].head = true;
  const auto document = laid_out(story_with(table));
  CHECK(elements(document, Role::tbody).size() == 2);
  const auto heads = elements(document, Role::th);
  REQUIRE(heads.size() == 6);  // A B C group a1 second
  const auto& group = document.structure[heads[3].index];
  CHECK(group.col_span == 3);
  CHECK(group.scope == "Row");
  std::set<std::string> ids;
  for (const auto id : heads) ids.insert(document.structure[id.index].id.str());
  CHECK(ids.size() == 6);
  const auto cells = elements(document, Role::td);
  REQUIRE(cells.size() == 5);  // b1 c1 a2 b2 c2
  const auto& b1 = document.structure[cells[0].index];
  const auto id_of = [&](std::size_t head) { return document.structure[heads[head].index].id.str(); };
  CHECK(b1.headers.all() == std::vector<std::string>{id_of(1), group.id.str(), id_of(4)});
  CHECK(document.structure[cells[3].index].headers.all() == std::vector<std::string>{id_of(1), id_of(5)});
}

TEST_CASE("short rows are filled with empty cells") {
  Table table = table_of({"A", "B", "C"}, {{"a", "b", "c"}});
  table.body[0].cells.pop_back();
  const auto document = laid_out(story_with(table));
  CHECK(elements(document, Role::td).size() == 3);
}

TEST_CASE("numbers stand on their decimal point, in either direction") {
  for (const bool rtl : {false, true}) {
    Table table = table_of({"what", "how much"}, {{"x", "1.5"}, {"y", "10.25"}, {"z", "1000"}, {"w", "0.125"}});
    table.columns[1].on_point = true;
    table.columns[1].align = Align::end;
    const auto document = laid_out(story_with(table, rtl));
    const auto point_of = [&](const std::string& text) {
      const auto& run = run_with(document, text);
      Pt pen = run.origin.x;
      for (const auto& glyph : run.glyphs) {
        if (run.text[glyph.cluster] == '.') return pen;
        pen += glyph.advance;
      }
      return pen;
    };
    CHECK(point_of("1.5") == point_of("10.25"));
    CHECK(point_of("1000") == point_of("10.25"));
    CHECK(point_of("0.125") == point_of("10.25"));
    const auto& widest = run_with(document, "0.125");
    if (!rtl) CHECK(widest.origin.x + widest.width == Pt::from_points(595.28) - 24_mm);
  }
}

namespace {

/// In Arabic texts what stands before figures is on their right.
Table in_arabic(Table table) {
  for (TableRow& row : table.body)
    for (TableCell& cell : row.cells) std::get<Paragraph>(cell.blocks.front().content).direction = Direction::rtl;
  return table;
}

}  // namespace

TEST_CASE("the signs of Arabic figures stand beyond them, so that units are below each other") {
  const std::vector<std::string> numbers{"٤٠٠", "±٢٠٠", "−١٥٠", "+٧"};
  std::vector<std::vector<std::string>> rows;
  for (const std::string& number : numbers) rows.push_back({"x", number});
  Table table = in_arabic(table_of({"what", "how much"}, rows));
  table.columns[1].on_point = true;
  table.columns[1].align = Align::end;
  const auto document = laid_out(story_with(table, true));
  std::set<double> ends;  // right edges of the figures
  for (const auto* run : runs_on(document, 0)) {
    if (run->text.find('\xD9') == std::string::npos) continue;
    Pt pen = run->origin.x, units;  // a sign may be in a run of its own
    for (const auto& glyph : run->glyphs) {
      pen += glyph.advance;
      if (run->text[glyph.cluster] == '\xD9') units = pen;
    }
    ends.insert(std::round(units.points() * 100));
  }
  CHECK(ends.size() == 1);
}

TEST_CASE("a column of Arabic figures has room for their signs and currencies") {
  for (const std::string number : {"٢٫٥", "±٢٫٥", "±٢", "+٢٫٥٪"}) {
    Table table =
        in_arabic(table_of({"what", "one", "other"}, {{words("long", 60), "١٢٣٤٥", number}, {"x", number, "٧"}}));
    for (const std::size_t c : {1U, 2U}) {
      table.columns[c].on_point = true;
      table.columns[c].align = Align::end;
    }
    const auto document = laid_out(story_with(table, true));
    Pt least = 10000_pt;
    std::map<Pt, std::pair<Pt, Pt>> rows;  // by baseline: the left column's right edge, the right one's left
    for (const auto* run : runs_on(document, 0)) {
      const bool arabic = run->text.find('\xD9') != std::string::npos;
      const bool sign = run->text.find("±") != std::string::npos || run->text.find('+') != std::string::npos;
      if (!arabic && !sign) continue;
      auto& [right_edge, left_edge] = rows.try_emplace(run->origin.y, Pt{}, 10000_pt).first->second;
      const bool is_left = run->origin.x < 114_pt;
      if (is_left) right_edge = max(right_edge, run->origin.x + run->width);
      else left_edge = min(left_edge, run->origin.x);
    }
    for (const auto& [y, edges] : rows) least = min(least, edges.second - edges.first);
    CAPTURE(number);
    CHECK(least >= table.style.pad_side);
  }
}

namespace {

/// Where the first `figures` bytes of a cell end.
Pt end_of(const Document& document, const std::string& text, std::size_t figures) {
  const auto& run = run_with(document, text);
  Pt pen = run.origin.x;
  for (const auto& glyph : run.glyphs) {
    if (glyph.cluster >= figures) break;
    pen += glyph.advance;
  }
  return pen;
}

}  // namespace

TEST_CASE("the sign after a whole number stands after the point") {
  Table table = table_of({"what", "share"}, {{"x", "9.4%"}, {"y", "45.75%"}, {"z", "0%"}, {"w", "12"}});
  table.columns[1].on_point = true;
  table.columns[1].align = Align::end;
  const auto document = laid_out(story_with(table));
  CHECK(end_of(document, "9.4%", 1) == end_of(document, "45.75%", 2));
  CHECK(end_of(document, "0%", 1) == end_of(document, "45.75%", 2));
  CHECK(end_of(document, "12", 2) == end_of(document, "45.75%", 2));
}

TEST_CASE("what parts thousands is no decimal point: a comma in English and Arabic, a point in German") {
  for (const std::string lang : {"en", "ar", "de-CH", "es-419", "de", "fr", "pt-BR"}) {
    const bool point = lang == "de" || lang == "fr" || lang == "pt-BR";
    const std::string half = point ? "212,40" : "212.40", thousands = point ? "1.250" : "1,250",
                      whole = point ? "1.250,75" : "1,250.75", thirds = point ? "7,125" : "7.125",
                      nought = point ? "0.125" : "0,125";  // in the other way of writing, but it can be nothing else
    Table table =
        table_of({"what", "cost"}, {{"x", half}, {"y", thousands}, {"z", whole}, {"w", thirds}, {"v", nought}});
    table.columns[1].on_point = true;
    table.columns[1].align = Align::end;
    Story story = story_with(table);
    story.info.lang = lang;
    const auto document = laid_out(story);
    CAPTURE(lang);
    CHECK(end_of(document, thousands, 5) == end_of(document, half, 3));
    CHECK(end_of(document, whole, 5) == end_of(document, half, 3));
    CHECK(end_of(document, thirds, 1) == end_of(document, half, 3));
    CHECK(end_of(document, nought, 1) == end_of(document, half, 3));
  }
}

TEST_CASE("words among figures stand at the edge where the column's figures do, a dash where the points stand") {
  for (const bool rtl : {false, true}) {
    const std::string unknown = "not yet known";
    Table table = table_of({"what", "depth"}, {{"x", "109.25"}, {"y", unknown}, {"z", "–"}, {"w", "none"}});
    table.columns[1].on_point = true;
    table.columns[1].align = Align::end;
    const auto document = laid_out(story_with(table, rtl));
    const auto edge_of = [&](const std::string& text) {
      return rtl ? run_with(document, text).origin.x : end_of(document, text, text.size());
    };
    CHECK(edge_of(unknown) == edge_of("109.25"));
    CHECK(edge_of("none") == edge_of("109.25"));
    CHECK(end_of(document, "–", 3) == end_of(document, "109.25", 3));
  }
}

TEST_CASE("the head of a group is no word among figures, be it in a column of them") {
  Table table = table_of({"depth"}, {{"a river, and no figure"}, {"9.25"}, {"10.5"}});
  table.body[0].group_head = true;
  table.columns[0].on_point = true;
  table.columns[0].align = Align::end;
  const auto document = laid_out(story_with(table, true));
  const auto& head = run_with(document, "a river, and no figure");
  CHECK(head.origin.x >= 24_mm);
  CHECK(head.origin.x == run_with(document, "10.5").origin.x);
}

TEST_CASE("a table that is too wide for the text takes the margin column, too, below who spoke") {
  const std::string word = "responsibilities";
  const auto set = [&](std::size_t columns, const std::string& who) {
    std::vector<std::string> row(columns, word);
    Block block;
    block.content = table_of(row, {row});
    std::vector<Block> body;
    body.push_back(text_block("said"));
    body.push_back(std::move(block));
    Item item;
    item.body = std::move(body);
    item.aside = paragraph_of(who);
    item.aside_width = 80_pt;
    item.aside_gap = 16_pt;
    Block point;
    point.role = Role::li;
    point.content = std::move(item);
    Block list = group_of({std::move(point)}, Role::l);
    std::get<Group>(list.content).inset_end = 96_pt;
    Story story = page_story();
    story.blocks.push_back(std::move(list));
    return laid_out(std::move(story));
  };
  const Pt margin = Pt::from_points(595.28) - 24_mm - 80_pt;
  const auto right = [&](const Document& document) {
    Pt most;
    for (const auto& item : document.pages.front().items)
      if (const auto* run = std::get_if<PlacedRun>(&item); run != nullptr && run->text == word)
        most = max(most, run->origin.x + run->width);
    return most;
  };
  CHECK(right(set(4, "who")) < margin);
  CHECK(right(set(6, "who")) > margin);
  const auto high = set(6, words("w", 60));
  Pt lowest_of_who, highest_of_table = 1000_pt;
  for (const auto& item : high.pages.front().items) {
    const auto* run = std::get_if<PlacedRun>(&item);
    if (run == nullptr) continue;
    if (run->text == word) highest_of_table = min(highest_of_table, run->origin.y);
    else if (run->origin.x >= margin) lowest_of_who = max(lowest_of_who, run->origin.y);
  }
  CHECK(lowest_of_who > 0_pt);
  CHECK(highest_of_table > lowest_of_who);
}

TEST_CASE("a column as wide as the table tells keeps that width where others get more white") {
  const auto begins = [](Pt told) {
    Table table = table_of({"No", "Text"}, {{"1", "word"}});
    table.columns[0].min_width = told;
    table.columns[1].stretch = 1;
    const Document document = laid_out(story_with(table));
    return run_with(document, "word").origin.x - run_with(document, "1").origin.x;
  };
  CHECK((begins(60_pt) - begins(50_pt)).points() == doctest::Approx(10));
  const Pt gap = begins(60_pt) - 60_pt;
  CHECK(begins(Pt{}).points() > (gap + 9_pt).points());  // by its content, and more white
}

TEST_CASE("figures that end where the next column begins stand twice as far from it") {
  Table table = table_of({"what", "km", "bank"}, {{"gauge", "12", "left"}, {"other", "8", "right"}});
  table.columns[1].align = Align::end;
  const auto document = laid_out(story_with(table));
  const auto& figure = run_with(document, "12");
  CHECK(run_with(document, "left").origin.x - (figure.origin.x + figure.width) >= table.style.pad_side * 2);
}

TEST_CASE("a head over several columns stands in the middle of what they print, over a rule as wide as that") {
  struct Case {
    bool rtl;
    std::string head;
  };
  for (const auto& [rtl, head] : {Case{false, "Site"}, Case{true, "Site"}, Case{false, "Site and all that is known"}}) {
    Table table = table_of({"gauge", "km", "b"}, {{words("g", 30), "12.5", "left"}, {words("h", 30), "8", "right"}});
    table.columns[0].stretch = 1;
    table.columns[1].align = Align::end;
    table.columns[1].min_width = table.columns[2].min_width = 100_pt;  // wider than what they print
    TableRow top;
    top.cells = {cell_of(""), cell_of(head)};
    top.cells[1].span = 2;
    table.head.insert(table.head.begin(), top);
    table.style.span_rule = 0.4_pt;
    table.style.span_rule_colour = Colour{1, 2, 3};
    const auto document = laid_out(story_with(table, rtl));
    const auto& over = run_with(document, head);
    const auto &km = run_with(document, "12.5"), &bank = run_with(document, "right");
    const Pt from = min(km.origin.x, bank.origin.x), to = max(km.origin.x + km.width, bank.origin.x + bank.width);
    CHECK((over.origin.x * 2 + over.width).points() == doctest::Approx((from + to).points()));
    int rules = 0;
    for (const auto& item : document.pages[0].items)
      if (const auto* rect = std::get_if<PlacedRect>(&item); rect != nullptr && rect->colour == Colour{1, 2, 3}) {
        ++rules;
        CHECK(rect->rect.x.points() == doctest::Approx(min(from, over.origin.x).points()));
        CHECK(rect->rect.width.points() == doctest::Approx(max(to - from, over.width).points()));
      }
    CHECK(rules == 1);
  }
}

TEST_CASE("the blank at which a line ends is not ruled") {
  Table table = table_of({"two lines", "two lines"}, {{"1", "2"}});
  for (auto& column : table.columns) column = {Align::end, false, 40_pt, 40_pt, 1};
  TableRow top;
  top.cells = {cell_of("top")};
  top.cells[0].span = 2;
  table.head.insert(table.head.begin(), top);
  table.style.span_rule = 0.4_pt;
  table.style.span_rule_colour = Colour{1, 2, 3};
  const auto document = laid_out(narrow_story_with(table, 92_pt));
  for (const auto& item : document.pages[0].items)
    if (const auto* rect = std::get_if<PlacedRect>(&item); rect != nullptr && rect->colour == Colour{1, 2, 3})
      CHECK((rect->rect.x + rect->rect.width).points() == doctest::Approx((24_mm + 92_pt).points()));
}

TEST_CASE("heads of fewer lines than their neighbours stand on the rule, cells on their first line") {
  const Table table = table_of({"state", "responsibilities internationally"}, {{"one", "documentation nationally"}});
  const auto document = laid_out(narrow_story_with(table, 130_pt));
  CHECK(run_with(document, "state").origin.y == run_with(document, "internationally").origin.y);
  CHECK(run_with(document, "state").origin.y > run_with(document, "responsibilities").origin.y);
  CHECK(run_with(document, "one").origin.y == run_with(document, "documentation").origin.y);
}

TEST_CASE("every second row is shaded where the template says so, and a group begins anew") {
  Table table = table_of({"A", "B"}, {{"a", "1"}, {"b", "2"}, {"group", ""}, {"c", "3"}, {"d", "4"}});
  table.style.zebra = Colour{240, 241, 242};
  table.body[2].group_head = true;
  table.body[2].cells = {cell_of("group")};
  table.body[2].cells[0].span = 2;
  const auto document = laid_out(story_with(table));
  std::string shaded;
  for (const auto& item : document.pages[0].items) {
    const auto* rect = std::get_if<PlacedRect>(&item);
    if (rect == nullptr || rect->colour != *table.style.zebra) continue;
    CHECK(std::holds_alternative<Artifact>(rect->tag));
    for (const char* cell : {"a", "b", "group", "c", "d"}) {
      const Pt y = run_with(document, cell).origin.y;
      if (rect->rect.y < y && y < rect->rect.y + rect->rect.height) shaded += std::string(cell) + " ";
    }
  }
  CHECK(shaded == "b d ");
}

TEST_CASE("a group that goes on over a page is named again below the repeated head, as an artifact") {
  Table table = table_of({"Number", "Words"}, numbered_rows(60));
  TableRow group;
  group.group_head = true;
  group.cells = {cell_of("Upper")};
  group.cells[0].span = 2;
  group.again = {cell_of("Upper-again")};
  group.again[0].span = 2;
  table.body.insert(table.body.begin(), group);
  const auto document = laid_out(story_with(table));
  REQUIRE(document.pages.size() >= 2);
  std::string repeated;
  for (const auto* run : runs_on(document, 1, true)) repeated += run->text + " ";
  CHECK(repeated == "Number Words Upper-again ");
  CHECK(page_with(document, "Upper-again") == -1);  // never as text of the document
}

TEST_CASE("no row of a table stands alone on a page, and one of a few rows is whole where little white comes of it") {
  for (const int rows : {2, 3, 5, 8, 12})
    for (int above = 15; above < 50; ++above) {
      Story story = page_story();
      for (int i = 0; i < above; ++i) story.blocks.push_back(text_block("above"));
      story.blocks.emplace_back().content = table_of({"Number", "Words"}, numbered_rows(rows));
      for (int i = 0; i < 30; ++i) story.blocks.push_back(text_block("below"));
      const Document document = laid_out(story);
      std::map<int, int> on_page;
      for (int r = 1; r <= rows; ++r) ++on_page[page_with(document, "n" + std::to_string(r))];
      CAPTURE(rows);
      CAPTURE(above);
      for (const auto& [page, count] : on_page) CHECK(count >= 2);
      if (rows <= 3) CHECK(on_page.size() == 1);
    }
}

TEST_CASE("a thousand rows") {
  const auto document = laid_out(story_with(table_of({"Number", "Words"}, numbered_rows(1000))));
  CHECK(elements(document, Role::tr).size() == 1001);
  for (const int i : {1, 500, 1000}) CHECK(page_with(document, "n" + std::to_string(i)) >= 0);
}
