// The numbers that the look of a brief is made of, read off the dumps of the Doha brief within 0.1 pt.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "support/whole.hpp"

using namespace readout;

namespace {

constexpr double mm = 72.0 / 25.4;

// A line of `dump --stage pages`.
struct Item {
  std::string kind, style, text, rest;
  int page = 0;
  double x = 0, y = 0, size = 0, width = 0, height = 0;
};

class Words {
 public:
  explicit Words(std::string_view line) : rest_(line) {}
  std::string next() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size()));
    const std::size_t end = std::min(rest_.find(' '), rest_.size());
    std::string word(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return word;
  }
  double number() {
    const std::string word = next();
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    REQUIRE_MESSAGE((error == std::errc() && end == word.data() + word.size()), word);
    return value;
  }
  std::string quoted() {
    const std::size_t begin = rest_.find('"') + 1, end = rest_.find('"', begin);
    std::string text(rest_.substr(begin, end - begin));
    rest_.remove_prefix(end + 1);
    return text;
  }
  std::string rest() { return std::string(rest_); }

 private:
  std::string_view rest_;
};

Item read_item(std::string_view line, int page) {
  Words words(line);
  Item item;
  item.page = page;
  item.kind = words.next();
  if (item.kind == "page") {
    words.next();
    item.width = words.number();
    words.next();
    item.height = words.number();
  } else if (item.kind == "run" || item.kind == "rect") {
    item.x = words.number();
    item.y = words.number();
    if (item.kind == "run") {
      item.style = words.next();
      item.size = words.number();
      item.text = words.quoted();
    } else {
      item.width = words.number();
      words.next();
      item.height = words.number();
    }
  }
  item.rest = words.rest();
  return item;
}

std::vector<Item> items_of(const std::string& dump) {
  std::vector<Item> items;
  int page = 0;
  for (std::size_t begin = 0; begin < dump.size();) {
    const std::size_t end = dump.find('\n', begin);
    const std::string_view line = std::string_view(dump).substr(begin, end - begin);
    if (line.starts_with("page ")) ++page;
    items.push_back(read_item(line, page));
    begin = end + 1;
  }
  return items;
}

class Look {
 public:
  Look() {
    test::Whole whole;
    items_ = items_of(whole.dump(test::Whole::job("input/doha.toml"), press::Stage::pages));
    lines_ = whole.dump(test::Whole::job("input/doha.toml"), press::Stage::lines);
  }
  // The first run of a style, or the first that begins with `text`.
  const Item& run(std::string_view style, std::string_view text = "", int page = 1) const {
    const auto found = std::find_if(items_.begin(), items_.end(), [&](const Item& item) {
      return item.kind == "run" && item.style == style && item.page == page && item.text.starts_with(text);
    });
    REQUIRE_MESSAGE(found != items_.end(), style, " ", text);
    return *found;
  }
  // From the first line of a style to the next one below it.
  double leading(std::string_view style) const {
    const Item& first = run(style);
    for (const Item& item : items_)
      if (item.style == style && item.page == first.page && item.y > first.y + 0.01) return item.y - first.y;
    FAIL("one line only: ", style);
    return 0;
  }
  double measure(std::string_view style) const {
    const std::size_t at = lines_.find(fmt::format("line  {} ", style));
    REQUIRE(at != std::string::npos);
    Words words(std::string_view(lines_).substr(lines_.find(" of ", at) + 4));
    return words.number();
  }
  const std::vector<Item>& items() const { return items_; }

 private:
  std::vector<Item> items_;
  std::string lines_;
};

void near(const char* what, double got, double expected) {
  CHECK_MESSAGE((got > expected - 0.1 && got < expected + 0.1), what, ": ", got, " where ", expected, " is wanted");
}

}  // namespace

TEST_CASE("page, margins and measure") {
  const Look look;
  near("page width", look.items()[0].width, 210 * mm);
  near("page height", look.items()[0].height, 297 * mm);
  near("left margin", look.run("title").x, 24 * mm);
  near("text block", look.items()[1].width, 162 * mm);  // the masthead's rule
  near("measure for reading", look.measure("summary"), 126 * mm);
  near("text ends 36 mm short of the edge", look.run("point").x + look.measure("point"), (24 + 162 - 36) * mm);
  near("margin column", look.run("who").x, (24 + 162 - 30) * mm);
  near("foot line", look.run("running").y, (297 - 17) * mm);
  near("running head", look.run("running", "", 2).y, 20 * mm);
  for (const Item& item : look.items()) {
    if (item.kind != "run" || item.rest.find("artifact") != std::string::npos) continue;
    CHECK_MESSAGE(item.y < (297 - 27) * mm, item.text);
    if (item.page > 1) CHECK_MESSAGE(item.y > 30 * mm, item.text);
  }
}

TEST_CASE("sizes and leadings") {
  const Look look;
  struct Row {
    const char* style;
    double size, leading;  // 0: set on one line only
  };
  const Row rows[] = {{"title", 25, 0},    {"summary", 12.4, 17}, {"point", 10.6, 14.5}, {"heading", 12, 0},
                      {"fact", 9.8, 0},    {"label", 7.6, 0},     {"who", 7.6, 0},       {"side", 7.6, 0},
                      {"running", 8.4, 0}, {"office", 9.8, 14.5}, {"person", 10.6, 14.5}};
  for (const Row& row : rows) {
    near(row.style, look.run(row.style).size, row.size);
    if (row.leading > 0) near(row.style, look.leading(row.style), row.leading);
  }
  near("table", look.run("table", "", 2).size, 9.8);
  near("table head", look.run("table_head", "", 2).size, 7.6);
  // The occasion, which stands beside nothing, has one line, a row below the place.
  near("facts", look.run("fact", "Official visit of the Iraqi delegation to Qatar").y - look.run("fact", "Doha").y, 16);
}

TEST_CASE("faces and colours") {
  const Look look;
  struct Row {
    const char *style, *colour, *face;
  };
  const Row rows[] = {{"title", "#1b1b1d", "Linux Libertine Display O"},
                      {"summary", "#1b1b1d", "Linux Libertine O"},
                      {"point", "#1b1b1d", "Linux Libertine O bold"},
                      {"heading", "#7a1531", "Linux Biolinum O bold"},
                      {"point_number", "#7a1531", "Linux Biolinum O bold"},
                      {"label", "#66625d", "Linux Biolinum O bold"},
                      {"office", "#66625d", "Linux Libertine O italic"},
                      {"running", "#66625d", "Linux Biolinum O"},
                      {"side_second", "#66625d", "Amiri"}};
  for (const Row& row : rows) {
    const Item& run = look.run(row.style);
    CHECK_MESSAGE(run.rest.find(fmt::format("  {}  {}  ", row.colour, row.face)) != std::string::npos, row.style,
                  run.rest);
  }
  const Item& rule = look.items()[1];
  near("masthead rule", rule.height, 1.6);
  CHECK(rule.rest.find("#7a1531") != std::string::npos);
  for (const Item& item : look.items())
    if (item.kind == "rect" && item.height <= 0.5 && item.width > 100)
      CHECK_MESSAGE(item.rest.find("#c9c3ba") != std::string::npos, item.rest);
}

TEST_CASE("the Doha brief has two pages at most, and numbers its sections as it should") {
  const Look look;
  CHECK(look.items().back().page <= 2);
  CHECK(look.run("heading_number", "1").x == look.run("title").x);
  for (const char* heading : {"Participants", "Discussion points"}) CHECK(look.run("heading", heading).page == 1);
  for (const char* heading : {"Facility tour", "Outcome", "Agreed next steps"})
    CHECK(look.run("heading", heading, 2).page == 2);
}
