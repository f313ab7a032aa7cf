// Lines of about equal length: as few as there must be, in the narrowest measure that holds them.
#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "base/timing.hpp"
#include "layout/line_breaker.hpp"
#include "layout/line_fit.hpp"

namespace readout::layout {
namespace {

constexpr Pt balanced_enough = Pt::from_points(0.5);
constexpr std::size_t most_balanced = 12;  // lines; of more the last one is no matter
constexpr double no_comma = 0.001;         // of a break elsewhere: less than any cost that the nodes have
constexpr std::size_t most_places = 512;   // breaks without a width may be looked at in pairs

/// A break: what lines that end there and lines that begin there count from.
struct Place {
  std::size_t node = no_node;  ///< no_node: the paragraph's start
  Pt end, start;
  double cost = 0;
  bool forced = false;
};

std::vector<Place> places_of(const Ledger& ledger) {
  std::vector<Place> places{{no_node, {}, start_of(ledger).sums.width, 0, true}};
  for (std::size_t node = 0; node < ledger.nodes.size(); ++node) {
    const auto chance = chance_at(ledger.nodes[node], true);
    if (!chance) continue;
    const Pt end = end_at(ledger, node, *chance).sums.width;
    const Pt start = start_after(ledger, node, *chance).sums.width;
    places.push_back({node, end, start, std::max(chance->cost, 0.0), chance->is_forced()});
  }
  return places;
}

/// What the breaks cost that the lines end at.
double cost_of_breaks(std::span<const Node> nodes, const BrokenLines& broken) {
  double sum = 0;
  for (const Line& line : broken.lines) sum += std::max(chance_at(nodes[line.end], true)->cost, 0.0);
  return sum;
}

/// The cheapest ways to break a paragraph into so many lines of which none is wider than a measure.
class Ways {
 public:
  Ways(const std::vector<Place>& places, std::size_t lines)
      : places_(places), lines_(lines), best_((lines + 1) * places.size()) {}

  /// What the breaks cost; infinity where there is no way.
  double within(Pt measure) {
    std::fill(best_.begin(), best_.end(), Best{});
    best_.front().cost = 0;
    for (std::size_t line = 1; line <= lines_; ++line)
      for (std::size_t to = line; to < places_.size(); ++to) try_line(line, to, measure);
    return best_.back().cost;
  }
  /// The breaks of the way that was found last.
  [[nodiscard]] std::vector<std::size_t> ends() const {
    std::vector<std::size_t> ends(lines_);
    for (std::size_t line = lines_, at = places_.size() - 1; line > 0; at = best(line, at).from, --line)
      ends[line - 1] = places_[at].node;
    return ends;
  }

 private:
  struct Best {
    double cost = std::numeric_limits<double>::infinity();
    std::size_t from = 0;
  };
  [[nodiscard]] const Best& best(std::size_t line, std::size_t place) const {
    return best_[line * places_.size() + place];
  }

  void try_line(std::size_t line, std::size_t to, Pt measure) {
    Best& here = best_[line * places_.size() + to];
    for (std::size_t from = to; from-- > 0 && places_[to].end - places_[from].start <= measure;) {
      const double cost = best(line - 1, from).cost + places_[to].cost;
      if (cost < here.cost) here = {cost, from};
      if (places_[from].forced) return;
    }
  }

  const std::vector<Place>& places_;
  std::size_t lines_;
  std::vector<Best> best_;  ///< by lines, then by places
};

/// The narrowest measure up to `most` in which a way costs no more than `cost`.
/// Pre: in `most` there is one.
std::int64_t narrowest(Ways& ways, std::int64_t least, std::int64_t most, double cost) {
  while (least + balanced_enough.units() < most) {
    const std::int64_t middle = least + (most - least) / 2;
    (ways.within(Pt::from_units(middle)) <= cost ? most : least) = middle;
  }
  return most;
}

/// False where a line is less than a third as wide as another: "Head,".
bool are_even(const std::vector<Place>& places, const std::vector<std::size_t>& ends) {
  Pt start, shortest = Pt::from_units(std::numeric_limits<std::int64_t>::max()), longest;
  std::size_t place = 0;
  for (const std::size_t end : ends) {
    start = places[place].start;
    while (places[place].node != end) ++place;
    shortest = min(shortest, places[place].end - start);
    longest = max(longest, places[place].end - start);
  }
  return shortest >= longest / 3;
}

/// Lines that end at commas more often than the balanced ones, which are `balanced` wide: "State Secretary, | Ministry
/// of Trade". They may be half as wide again, if the measure is.
std::optional<std::vector<std::size_t>> at_commas(std::span<const Node> nodes, std::vector<Place> places,
                                                  const std::vector<std::size_t>& balanced_ends, Pt balanced,
                                                  Pt measure, double cost) {
  bool has_commas = false;
  for (std::size_t i = 1; i + 1 < places.size(); ++i) {
    const auto* glue = std::get_if<Glue>(&nodes[places[i].node]);
    const bool comma = glue != nullptr && glue->after_comma;
    has_commas = has_commas || comma;
    if (!comma) places[i].cost += no_comma;
  }
  if (!has_commas) return std::nullopt;
  double as_it_is = 0;
  for (const Place& place : places)
    if (std::find(balanced_ends.begin(), balanced_ends.end(), place.node) != balanced_ends.end())
      as_it_is += place.cost;
  Ways ways(places, balanced_ends.size());
  const Pt most = min(measure, balanced * 3 / 2);
  const double best = ways.within(most);
  if (best > as_it_is - no_comma / 2 || best > cost + 0.5) return std::nullopt;
  const std::int64_t width = narrowest(ways, balanced.units(), most.units(), best + no_comma / 2);
  ways.within(Pt::from_units(width));
  auto ends = ways.ends();
  return are_even(places, ends) ? std::optional(std::move(ends)) : std::nullopt;
}

Pt widest_of(const Ledger& ledger, const BrokenLines& broken) {
  Pt widest;
  for (const Line& line : broken.lines)
    widest = max(widest, ledger.sums[line.end].width - ledger.sums[line.first].width);
  return widest;
}

BrokenLines lines_to(const Ledger& ledger, const std::vector<std::size_t>& ends, Pt measure,
                     const LineBreakParams& params) {
  BrokenLines broken;
  LineStart from = start_of(ledger);
  for (const std::size_t node : ends) {
    const Chance chance = *chance_at(ledger.nodes[node], true);
    const LineFit fit = weigh(ledger, from, end_at(ledger, node, chance), measure, params.line_end_stretch);
    broken.lines.push_back({from.begin, node, ledger.begins[node + 1], fit.ratio, false});
    if (node != ends.back()) from = start_after(ledger, node, chance);
  }
  return broken;
}

}  // namespace

BrokenLines balance_lines(std::span<const Node> nodes, Pt measure, const LineBreakParams& params) {
  BrokenLines widest = break_lines(nodes, measure, params);
  const std::size_t count = widest.lines.size();
  if (count < 2 || count > most_balanced || widest.excess > Pt{}) return widest;
  TIMED("layout.break_lines");
  const Ledger ledger(nodes);
  const auto places = places_of(ledger);
  if (places.size() > most_places) return widest;
  const double cost = cost_of_breaks(nodes, widest);
  Ways ways(places, count);
  const std::int64_t least = places.back().end.units() / static_cast<std::int64_t>(count + 1);
  const Pt widest_before = widest_of(ledger, widest);
  const Pt most = Pt::from_units(narrowest(ways, least, widest_before.units(), cost));
  BrokenLines best = most == widest_before ? std::move(widest) : break_lines(nodes, most, params);
  if (best.lines.size() != count || best.excess > Pt{} || cost_of_breaks(nodes, best) > cost) {
    ways.within(most);
    best = lines_to(ledger, ways.ends(), most, params);
  }
  std::vector<std::size_t> ends;
  for (const Line& line : best.lines) ends.push_back(line.end);
  const auto better = at_commas(nodes, places, ends, most, measure, cost);
  return better ? lines_to(ledger, *better, measure, params) : best;
}

}  // namespace readout::layout
