#include "layout/page_builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

using namespace readout;
using namespace readout::layout;
using namespace readout::literals;

namespace {

Strip strip_of(double height, std::int64_t cost = 0, double space = 0) {
  Strip strip;
  strip.height = Pt::from_points(height);
  strip.space_before = Pt::from_points(space);
  strip.cost = cost;
  return strip;
}

/// "0-3 3-5"
std::string pages_of(const Galley& galley, const PageRoom& room) {
  const PageMeasure measure(galley, room);
  std::string out;
  for (const auto& page : choose_pages(galley, measure, room, 0, room.first).pages)
    out += (out.empty() ? "" : " ") + std::to_string(page.first) + "-" + std::to_string(page.last);
  return out;
}

/// A small generator; the same numbers everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::uint32_t roll(std::uint32_t sides) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33) % sides;
  }

 private:
  std::uint64_t state_;
};

Galley random_galley(Dice& dice) {
  Galley galley;
  galley.notes.resize(3);
  for (auto& note : galley.notes) note.height = Pt::from_points(10 + dice.roll(20));
  galley.heads.push_back({{}, 12_pt});
  const std::int64_t costs[] = {0, 10, cost::inside_paragraph, cost::lonely_row, cost::widow, cost::stranded};
  const std::uint32_t n = 1 + dice.roll(9);
  for (std::uint32_t i = 0; i < n; ++i) {
    galley.strips.push_back(strip_of(10 + dice.roll(30), costs[dice.roll(6)], dice.roll(10)));
    auto& strip = galley.strips.back();
    strip.forced = i > 0 && dice.roll(12) == 0;
    if (dice.roll(4) == 0) strip.head = 0;
    if (dice.roll(5) == 0) strip.notes.push_back(dice.roll(3));
  }
  return galley;
}

/// Height of strips [first, last) as one page; told in words: no sums, no tables. Nothing with a forced break inside.
std::optional<Pt> height_by_hand(const Galley& galley, const PageRoom& room, std::size_t first, std::size_t last) {
  Pt height;
  std::vector<NoteId> before, here;
  const auto has = [](const std::vector<NoteId>& ids, NoteId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  for (std::size_t i = 0; i < first; ++i)
    before.insert(before.end(), galley.strips[i].notes.begin(), galley.strips[i].notes.end());
  for (std::size_t i = first; i < last; ++i) {
    if (i > first && galley.strips[i].forced) return std::nullopt;
    height += galley.strips[i].height + (i > first ? galley.strips[i].space_before : 0_pt);
    for (const NoteId id : galley.strips[i].notes)
      if (!has(before, id) && !has(here, id)) here.push_back(id);
  }
  if (galley.strips[first].head == 0) height += galley.heads[0].height;
  for (std::size_t k = 0; k < here.size(); ++k)
    height += galley.notes[here[k]].height + (k == 0 ? room.notes_above : room.notes_between);
  return height;
}

std::int64_t cost_by_hand(const Galley& galley, const PageRoom& room, std::size_t first, std::size_t last) {
  const Pt height_of_page = first == 0 ? room.first : room.later;
  const auto height = height_by_hand(galley, room, first, last);
  if (!height) return -1;
  if (*height > height_of_page) return last == first + 1 ? 1'000'000'000 : -1;
  // Was there room up to the next place where a page may well end?
  std::size_t next = last + 1;
  while (next < galley.strips.size() && galley.strips[next].cost >= cost::lonely_row) ++next;
  const auto more = last < galley.strips.size() ? height_by_hand(galley, room, first, next) : std::nullopt;
  return page_cost(galley, last, height_of_page - *height, height_of_page, more && *more <= height_of_page);
}

/// Tries every set of breaks.
std::int64_t least_cost(const Galley& galley, const PageRoom& room) {
  const std::size_t n = galley.strips.size();
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (std::uint32_t breaks = 0; breaks < (1u << (n - 1)); ++breaks) {
    std::int64_t total = 0;
    std::size_t first = 0;
    for (std::size_t i = 1; i <= n && total >= 0; ++i) {
      if (i < n && (breaks >> (i - 1) & 1u) == 0) continue;
      const std::int64_t cost = cost_by_hand(galley, room, first, i);
      total = cost < 0 ? -1 : total + cost;
      first = i;
    }
    if (total >= 0 && total < least) least = total;
  }
  return least;
}

const PageRoom small_room{80_pt, 100_pt, 8_pt, 3_pt};

}  // namespace

TEST_CASE("no choice of pages costs less than the one that is taken") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    Dice dice(seed);
    const Galley galley = random_galley(dice);
    const PageMeasure measure(galley, small_room);
    const auto choice = choose_pages(galley, measure, small_room, 0, small_room.first);
    CAPTURE(seed);
    CHECK(choice.cost == least_cost(galley, small_room));
    std::size_t next = 0;
    for (const auto& page : choice.pages) {
      CHECK(page.first == next);
      CHECK(page.last > page.first);
      next = page.last;
    }
    CHECK(next == galley.strips.size());
  }
}

TEST_CASE("page breaks") {
  Galley galley;
  const PageRoom room{100_pt, 100_pt, 8_pt, 3_pt};
  SUBCASE("pages are filled") {
    for (int i = 0; i < 25; ++i) galley.strips.push_back(strip_of(10));
    CHECK(pages_of(galley, room) == "0-10 10-20 20-25");
  }
  SUBCASE("a heading is not left behind") {
    for (int i = 0; i < 15; ++i) galley.strips.push_back(strip_of(10, i == 10 ? cost::stranded : 0));
    CHECK(pages_of(galley, room) == "0-9 9-15");
  }
  SUBCASE("a widow takes a line along") {
    for (int i = 0; i < 11; ++i) galley.strips.push_back(strip_of(10, i == 10 ? cost::widow : cost::inside_paragraph));
    CHECK(pages_of(galley, room) == "0-9 9-11");
  }
  SUBCASE("white vanishes at the top of a page") {
    for (int i = 0; i < 4; ++i) galley.strips.push_back(strip_of(50, 0, i == 2 ? 30 : 0));
    CHECK(pages_of(galley, room) == "0-2 2-4");
  }
  SUBCASE("a forced break") {
    for (int i = 0; i < 4; ++i) galley.strips.push_back(strip_of(10));
    galley.strips[1].forced = true;
    CHECK(pages_of(galley, room) == "0-1 1-4");
  }
  SUBCASE("what is kept together and higher than a page is broken as seldom as can be") {
    for (int i = 0; i < 15; ++i) galley.strips.push_back(strip_of(10, i == 0 ? 0 : cost::kept));
    CHECK(pages_of(galley, room) == "0-10 10-15");
  }
  SUBCASE("a strip higher than a page has a page of its own") {
    galley.strips = {strip_of(10), strip_of(130), strip_of(10)};
    CHECK(pages_of(galley, room) == "0-1 1-2 2-3");
  }
  SUBCASE("a note goes with its mark") {
    galley.notes.resize(1);
    galley.notes[0].height = 20_pt;
    for (int i = 0; i < 10; ++i) galley.strips.push_back(strip_of(10));
    galley.strips[8].notes = {0};
    CHECK(pages_of(galley, room) == "0-8 8-10");
  }
}

TEST_CASE("columns are balanced") {
  Galley galley;
  const PageRoom room{100_pt, 100_pt, 8_pt, 3_pt};
  for (int i = 0; i < 8; ++i) galley.strips.push_back(strip_of(10));
  const ColumnFiller filler(galley.strips, galley.heads);
  CHECK(filler.balance(0, 8, 2) == FilledColumns{{0, 4}, 40_pt});
  CHECK(filler.balance(0, 7, 2) == FilledColumns{{0, 4}, 40_pt});
  CHECK(filler.balance(0, 7, 3) == FilledColumns{{0, 3, 6}, 30_pt});
  SUBCASE("not through what is kept together") {
    galley.strips[4].cost = cost::kept;
    CHECK(ColumnFiller(galley.strips, galley.heads).balance(0, 8, 2) == FilledColumns{{0, 5}, 50_pt});
  }
  SUBCASE("a page holds as many as fit in its columns") {
    galley.strips.clear();
    galley.sections.push_back({2, 100_pt, 10_pt});
    for (int i = 0; i < 30; ++i) {
      galley.strips.push_back(strip_of(10));
      galley.strips.back().section = i < 2 ? -1 : 0;
    }
    CHECK(pages_of(galley, room) == "0-18 18-30");
  }
}

TEST_CASE("choosing pages is linear") {
  const PageRoom room{650_pt, 650_pt, 8_pt, 3_pt};
  const auto work = [&room](int count) {
    Galley galley;
    for (int i = 0; i < count; ++i) galley.strips.push_back(strip_of(14.5));
    return choose_pages(galley, PageMeasure(galley, room), room, 0, room.first).work;
  };
  const double small = static_cast<double>(work(1'000)) / 1'000, large = static_cast<double>(work(20'000)) / 20'000;
  CHECK(large < small * 1.1);
}

TEST_CASE("a last paragraph of one line is dear to part from its text") {
  // Lines of two texts: paragraphs 1 (two lines) and 2 (one line) in style "a", 3 in style "b", then 4 in "b".
  std::vector<Strip> strips;
  for (const auto& [order, style] :
       std::vector<std::pair<std::uint32_t, std::string>>{{1, "a"}, {1, "a"}, {2, "a"}, {3, "b"}, {4, "b"}, {4, "b"}}) {
    PlacedRun run;
    run.style = style;
    Strip strip;
    strip.pieces.push_back({run, order});
    strips.push_back(strip);
  }
  price_lonely_lines(strips);
  std::vector<std::int64_t> costs;
  for (const Strip& strip : strips) costs.push_back(strip.cost);
  CHECK(costs == std::vector<std::int64_t>{0, 0, cost::lonely_line, 0, 0, 0});
}

TEST_CASE("a page that is short by choice costs its white two and a half times, from a seventh of it on") {
  Galley galley;
  galley.strips = {strip_of(10), strip_of(10)};
  const auto white = [&](Pt blank, bool by_choice) {
    return page_cost(galley, 1, blank, 700_pt, by_choice) - page_cost(galley, 1, Pt{}, 700_pt);
  };
  for (const Pt blank : {100_pt, 200_pt}) {
    CHECK(2 * white(blank, true) >= 5 * white(blank, false));
    CHECK(2 * white(blank, true) <= 5 * white(blank, false) + 3);  // whole numbers
  }
  CHECK(white(30_pt, true) > white(30_pt, false));
  CHECK(white(30_pt, true) < 2 * white(30_pt, false));
}
