#include "layout/floats.hpp"

#include <algorithm>
#include <limits>

namespace readout::layout {
namespace {

/// White above a figure that is worth moving text for.
const Pt worth_filling = Pt::from_points(40);

/// The page before a figure that begins the next, and how much room it has.
struct Gap {
  PagePlan page;
  std::size_t figure = 0, after = 0;  ///< the figure's strips
  Pt blank, room;
};

/// Text may go on past here: a plain strip, that no line or table ties to what stands above it. The line between two
/// columns does not: it begins anew below a figure.
bool may_pass(const Strip& strip) {
  return !strip.forced && strip.section < 0 && strip.head < 0 && strip.floating == 0 && !strip.floated;
}
/// The line of a tour comes down to it.
bool is_tied(const Strip& strip) {
  const auto ties = [](const Stem& stem) { return stem.reaches_up && !stem.between_columns; };
  return std::any_of(strip.stems.begin(), strip.stems.end(), ties) ||
         std::any_of(strip.parts.begin(), strip.parts.end(), [](const Strip::Part& part) {  // a tour in two languages
           return !part.strips.empty() && is_tied(part.strips.front());
         });
}
/// Between points or blocks: inside the next point, on top of a page, a figure would be taken for that one's.
bool may_break(const Strip& strip) {
  return strip.cost <= cost::between_items && strip.head < 0 && !strip.continues && !is_tied(strip);
}

/// How many strips after the figure fill the page best; 0: it stays where it is.
std::size_t strips_that_fill(const Galley& galley, const PageMeasure& measure, const Gap& gap) {
  const auto& strips = galley.strips;
  std::int64_t least = page_cost(galley, gap.figure, gap.blank, gap.room);
  std::size_t best = 0;
  Pt blank = gap.blank;
  for (std::size_t end = gap.after; end < strips.size() && may_pass(strips[end]);) {
    blank -= strips[end].space_before + strips[end].height;
    ++end;
    const Pt left = blank - measure.notes(gap.after, end);
    if (left < Pt{}) break;
    if (end < strips.size() && !may_break(strips[end])) continue;
    const std::int64_t price =
        end == strips.size() ? std::numeric_limits<std::int64_t>::max() / 2 : page_cost(galley, end, left, gap.room);
    if (price >= least) continue;
    least = price;
    best = end - gap.after;
  }
  return best;
}

void move_behind(std::vector<Strip>& strips, const Gap& gap, std::size_t count) {
  const auto at = [&](std::size_t i) { return strips.begin() + static_cast<std::ptrdiff_t>(i); };
  Strip& figure = strips[gap.figure];
  const Pt white = figure.space_before;
  const std::size_t next = gap.after + count;
  figure.floated = true;
  figure.cost = strips[next].cost;  // the page ends before that strip's text now
  strips[next].space_before = max(strips[next].space_before, white);
  for (Stem& stem : strips[next].stems) stem.reaches_up = false;
  std::rotate(at(gap.figure), at(gap.after), at(next));
}

}  // namespace

void float_figures(Galley& galley, const PageRoom& room) {
  auto& strips = galley.strips;
  auto looked_at = static_cast<std::size_t>(
      std::count_if(strips.begin(), strips.end(), [](const Strip& strip) { return strip.floating > 0; }));
  while (looked_at-- > 0) {
    const PageMeasure measure(galley, room);
    const auto pages = choose_pages(galley, measure, room, 0, room.first).pages;
    bool moved = false;
    for (std::size_t p = 1; p < pages.size() && !moved; ++p) {
      const std::size_t first = pages[p].first;
      Strip& figure = strips[first];
      if (figure.floating == 0 || figure.forced || figure.floated || figure.cost >= cost::bad) continue;
      Gap gap{pages[p - 1], first, first + figure.floating, {}, p == 1 ? room.first : room.later};
      gap.blank = gap.room - measure.text(gap.page.first, first) - measure.notes(gap.page.first, first);
      const std::size_t count = gap.blank < worth_filling ? 0 : strips_that_fill(galley, measure, gap);
      moved = count > 0;
      if (moved) move_behind(strips, gap, count);
    }
    if (!moved) return;
  }
}

}  // namespace readout::layout
