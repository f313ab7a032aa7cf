#include "layout/floats.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace readout;
using namespace readout::layout;
using namespace readout::literals;

namespace {

const PageRoom room{100_pt, 100_pt, 8_pt, 3_pt};

/// Strips by height; a figure is named by its height, 60.
Galley galley_of(int before, int after) {
  Galley galley;
  const auto add = [&](Pt height) {
    galley.strips.emplace_back().height = height;
    galley.strips.back().cost = cost::between_items;
  };
  for (int i = 0; i < before; ++i) add(10_pt);
  add(60_pt);
  galley.strips.back().floating = 1;
  for (int i = 0; i < after; ++i) add(10_pt);
  return galley;
}

/// Pages of strips: "." for text, "F" for the figure.
std::string pages_of(Galley galley) {
  float_figures(galley, room);
  const PageMeasure measure(galley, room);
  std::string out;
  for (const auto& page : choose_pages(galley, measure, room, 0, room.first).pages) {
    out += out.empty() ? "" : " ";
    for (std::size_t i = page.first; i < page.last; ++i) out += galley.strips[i].height == 60_pt ? 'F' : '.';
  }
  return out;
}

}  // namespace

TEST_CASE("a figure stays where it fits, and else goes to the top of the next page behind the text that follows") {
  CHECK(pages_of(galley_of(3, 4)) == "...F. ...");
  CHECK(pages_of(galley_of(5, 8)) == ".......... F...");
  CHECK(pages_of(galley_of(9, 8)) == "......... F.... ....");
}

TEST_CASE("text passes a figure out of a tour never, in one language or two, but past the line between columns") {
  const auto tour = [](Strip& strip, bool reaches_up) {
    strip.stems.push_back({0_pt, 1_pt, 0_pt, 10_pt, reaches_up, {}});
  };
  const auto columns = [](Strip& strip, bool reaches_up) {
    strip.stems.push_back({0_pt, 1_pt, 0_pt, 10_pt, reaches_up, {}, true});
  };
  const auto tour_in_columns = [&](Strip& strip, bool reaches_up) {
    columns(strip, reaches_up);
    tour(strip.parts.emplace_back().strips.emplace_back(), reaches_up);
  };
  const auto ruled = [](const auto& rule) {
    Galley galley = galley_of(5, 8);
    for (std::size_t i = 6; i < galley.strips.size(); ++i) rule(galley.strips[i], i > 6);
    return galley;
  };
  CHECK(pages_of(ruled(tour)) == "..... F.... ....");
  CHECK(pages_of(ruled(tour_in_columns)) == "..... F.... ....");
  CHECK(pages_of(ruled(columns)) == ".......... F...");
  Galley moved = ruled(columns);
  float_figures(moved, room);
  REQUIRE(moved.strips[10].floating > 0);
  for (const Stem& stem : moved.strips[11].stems) CHECK_FALSE(stem.reaches_up);  // it begins anew below the figure
}

TEST_CASE("no page begins with a figure inside a point that comes after it") {
  Galley galley = galley_of(5, 8);
  for (const std::size_t inside : {8U, 9U, 10U, 11U}) galley.strips[inside].cost = cost::inside_item;
  CHECK(pages_of(std::move(galley)) == "...... F.... ...");
}

TEST_CASE("text does not pass a figure into a table, and a figure tied to a heading stays below it") {
  Galley galley = galley_of(5, 8);
  for (std::size_t i = 6; i < galley.strips.size(); ++i) galley.strips[i].head = 0;
  galley.heads.push_back({{}, 0_pt});
  CHECK(pages_of(std::move(galley)) == "..... F.... ....");
  galley = galley_of(5, 8);
  galley.strips[5].cost = cost::stranded;
  CHECK(pages_of(std::move(galley)) == ".... .F... .....");
}
