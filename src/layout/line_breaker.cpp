#include "layout/line_breaker.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <limits>
#include <optional>
#include "base/assert.hpp"
#include "base/timing.hpp"
#include "layout/line_fit.hpp"

namespace readout::layout {
namespace {

constexpr double hyphen_stack_demerits = 1e6;  // of each hyphen above the limit, where there is no other way
constexpr double after_a_hyphen = 4;           // what a stub counts that is the end of a word
constexpr std::size_t no_trail = std::numeric_limits<std::size_t>::max();
constexpr std::size_t fitness_classes = 4;
constexpr int most_hyphens = 9;          // lines in a row that are told apart
constexpr std::size_t usual_stops = 14;  // of a paragraph, at once
constexpr std::size_t most_gone = 256;   // stops that lead no further and still have room

/// Excess first: a line that sticks out is worse than any number of ugly ones.
struct Cost {
  Pt excess;
  double demerits = 0;
  friend auto operator<=>(const Cost&, const Cost&) = default;
};

/// A breakpoint, and the one before it on the best way to it.
struct Trail {
  std::size_t node = no_node;       ///< no_node: the paragraph's start
  std::size_t previous = no_trail;  ///< index into the trails
};

/// A start from which lines are tried, for one fitness class of the line that ends there.
struct Stop {
  LineStart start;
  std::size_t trail = 0;  ///< no_trail: it leads no further
  Cost cost{};
  std::optional<Pt> least{};  ///< smallest excess of the overfull lines from here that were offered
  int hyphens = 0;            ///< lines in a row that end in one, this the last; counted up to the limit
  Fitness fitness = decent;
  bool flagged = false;
  bool fitted = false;  ///< some line from here was not overfull
};

/// The best way so far to a stop that is to be opened.
struct Offer {
  Cost cost{};
  std::size_t trail = no_trail;  ///< of the stop before; no_trail: there is no way
};

class Breaker {
 public:
  Breaker(const Ledger& ledger, Pt measure, const LineBreakParams& params)
      : ledger_(ledger), measure_(measure), params_(params) {
    trails_.reserve(usual_stops);
    active_.reserve(usual_stops);
  }

  BrokenLines run() {
    if (params_.pretolerance >= 0 && pass(1, params_.pretolerance) && !ends_in_stub() && !is_dear()) return trace(1);
    if (pass(2, params_.tolerance)) {
      const double tolerance = std::max(ends_in_stub() ? stub_tolerance() : 0, is_dear() ? params_.dear_tolerance : 0);
      if (tolerance > params_.tolerance) pass(2, tolerance);
      return trace(2);
    }
    for (double looser = 4 * params_.tolerance; looser <= params_.loose_tolerance; looser *= 4)
      if (pass(2, looser)) return trace(2);
    const bool done = pass(3, awful);
    READOUT_ASSERT(done);
    return trace(3);
  }

  std::optional<BrokenLines> first_pass() {
    if (!pass(1, params_.pretolerance) || ends_in_stub() || is_dear()) return std::nullopt;
    return trace(1);
  }

 private:
  /// A stub is dearer than any line up to this badness.
  double stub_tolerance() const {
    const bool hyphen = chance(trails_[trails_[best_end().trail].previous].node).flagged;
    return std::sqrt(params_.stub_demerits * (hyphen ? after_a_hyphen : 1));
  }
  /// The best of a pass that is done.
  const Stop& best_end() const {
    return *std::min_element(active_.begin() + static_cast<std::ptrdiff_t>(oldest_), active_.end(),
                             [](const Stop& a, const Stop& b) { return a.cost < b.cost; });
  }
  bool ends_in_stub() const {
    const Stop& end = best_end();
    const std::size_t last = trails_[trails_[end.trail].previous].node;
    return params_.stub_demerits > 0 && last != no_node && stub_of(start_after(last), end.start.node) > 0;
  }
  /// A line of the best ends at a break that is dearer than the lines that the pass looked at.
  bool is_dear() const {
    for (std::size_t at = trails_[best_end().trail].previous; trails_[at].node != no_node; at = trails_[at].previous) {
      const double cost = chance(trails_[at].node).cost;
      if (cost > tolerance_ && cost >= params_.dear_cost && cost <= params_.dear_tolerance) return true;
    }
    return false;
  }
  Chance chance(std::size_t node) const { return *chance_at(ledger_.nodes[node], true); }
  LineStart start_after(std::size_t node) const { return layout::start_after(ledger_, node, chance(node)); }
  /// How much of a stub the last line would be: 1 where it is nearly none, 2 where it is next to nothing; 0: it is
  /// none.
  double stub_of(const LineStart& start, std::size_t node) const {
    const Pt width = ledger_.sums[node].width - start.sums.width + start.hang;
    return width < params_.stub_width ? 2 - width.points() / params_.stub_width.points() : 0;
  }

  /// Gives false when no breaking keeps to the tolerance.
  bool pass(int number, double tolerance) {
    last_resort_ = number == 3;
    tolerance_ = tolerance;
    extra_ = params_.line_end_stretch + (last_resort_ ? params_.emergency_stretch : Pt{});
    trails_.assign(1, Trail{});
    active_.assign(1, Stop{start_of(ledger_)});
    oldest_ = 0;
    for (std::size_t node = 0; node < ledger_.nodes.size() && oldest_ < active_.size(); ++node, ++work_)
      if (const auto chance = chance_at(ledger_.nodes[node], number > 1)) try_break(end_at(ledger_, node, *chance));
    return oldest_ < active_.size();
  }

  /// From the longest line to the first that is far too short; stops that lead no further go on the way.
  void try_break(const LineEnd& end) {
    const bool forced_here = end.chance.is_forced();
    std::size_t seen = oldest_;
    bool kept_all = true;
    LineFit fit;
    for (std::size_t weighed = no_node; seen < active_.size(); ++seen) {
      Stop& stop = active_[seen];
      if (stop.start.node != weighed || seen == oldest_) {
        if (end.node < stop.start.begin) break;
        if (seen > oldest_ && !forced_here && is_far_too_short(active_[seen - 1].start, fit)) break;
        fit = weigh(ledger_, stop.start, end, measure_, extra_);
        weighed = stop.start.node;
        ++work_;
      }
      if (try_line(stop, end, fit)) continue;
      stop.trail = no_trail;
      kept_all = false;
    }
    if (!kept_all) close_up(seen);
    if (offered_ > 0) open_stops(end);
  }

  /// Moves the stops that are left among those seen up to the others: most of those that go are the oldest.
  void close_up(std::size_t seen) {
    std::size_t to = seen;
    for (std::size_t i = seen; i-- > oldest_;)
      if (active_[i].trail != no_trail && --to != i) active_[to] = active_[i];
    oldest_ = to;
    if (oldest_ < most_gone || oldest_ < active_.size() / 2) return;
    active_.erase(active_.begin(), active_.begin() + static_cast<std::ptrdiff_t>(oldest_));
    oldest_ = 0;
  }

  /// Then so is every line to the same break that begins later.
  bool is_far_too_short(const LineStart& start, const LineFit& fit) const {
    if (fit.badness <= tolerance_ || fit.excess > Pt{}) return false;
    const Pt least_missing = fit.missing - start.hang - ledger_.largest_after;
    return least_missing > Pt{} && looseness(least_missing, fit.stretch) > tolerance_;
  }

  /// Offers the line from a stop to a break. Gives false when the stop leads no further.
  bool try_line(Stop& stop, const LineEnd& end, const LineFit& fit) {
    const bool fits =
        fit.excess == Pt{} && fit.badness <= tolerance_ && (last_resort_ || !is_hyphen_too_many(stop, end.chance));
    if (fits || (last_resort_ && !stop.fitted)) offer(stop, end, fit);
    if (fit.excess > Pt{} && (!stop.least || fit.excess < *stop.least)) stop.least = fit.excess;
    stop.fitted = stop.fitted || fits;
    return !end.chance.is_forced() && !is_closed(stop, fit);
  }

  /// An overfull line is worth a thought only when no shorter one was to be had: to break it once more can
  /// only lessen the excess. A later break without a hyphen may still beat an overfull one with it.
  bool is_closed(const Stop& stop, const LineFit& fit) const {
    return fit.beyond > (last_resort_ && !stop.fitted && stop.least ? *stop.least : Pt{});
  }

  void offer(const Stop& stop, const LineEnd& end, const LineFit& fit) {
    const Cost cost{stop.cost.excess + fit.excess, stop.cost.demerits + demerits(stop, end, fit)};
    const int hyphens = end.chance.flagged ? std::min(stop.hyphens + 1, limit_) : 0;
    Offer& best = best_[static_cast<std::size_t>(hyphens)][fit.fitness];
    if (best.trail != no_trail && best.cost <= cost) return;
    best = {cost, stop.trail};
    offered_ = std::max(offered_, hyphens + 1);
  }

  bool is_hyphen_too_many(const Stop& stop, const Chance& chance) const {
    return limit_ > 0 && chance.flagged && stop.hyphens >= limit_;
  }

  double demerits(const Stop& stop, const LineEnd& end, const LineFit& fit) const {
    const double line = params_.line_penalty + fit.badness;
    double sum = line * line + end.demerits;
    if (stop.flagged && end.last) sum += params_.final_hyphen_demerits;
    if (stop.flagged && !end.last && end.chance.flagged) sum += params_.double_hyphen_demerits;
    if (is_hyphen_too_many(stop, end.chance)) sum += hyphen_stack_demerits;
    if (stop.fitness > fit.fitness + 1 || fit.fitness > stop.fitness + 1) sum += params_.adjacent_demerits;
    if (end.last && stop.start.node != no_node && !last_resort_)
      sum += params_.stub_demerits * stub_of(stop.start, end.node) * (stop.flagged ? after_a_hyphen : 1);
    return sum;
  }

  /// A class that is dearer than the best by more than a change of class costs can never win; the best is that of
  /// all with as few hyphens in a row or fewer.
  void open_stops(const LineEnd& end) {
    const LineStart start = layout::start_after(ledger_, end.node, end.chance);
    std::optional<Cost> least;
    for (int hyphens = 0; hyphens < offered_; ++hyphens) {
      auto& by_fitness = best_[static_cast<std::size_t>(hyphens)];
      for (const Offer& offer : by_fitness)
        if (offer.trail != no_trail && (!least || offer.cost < *least)) least = offer.cost;
      if (!least) continue;
      const Cost dearest{least->excess, least->demerits + params_.adjacent_demerits};
      for (std::size_t fitness = 0; fitness < fitness_classes; ++fitness) {
        Offer& offer = by_fitness[fitness];
        if (offer.trail != no_trail && offer.cost <= dearest)
          open({start, offer.trail, offer.cost, {}, hyphens, static_cast<Fitness>(fitness), end.chance.flagged});
        offer.trail = no_trail;
      }
    }
    offered_ = 0;
  }

  /// Pre: the trail of `stop` is that of the one before it.
  void open(const Stop& stop) {
    active_.push_back(stop);
    active_.back().trail = trails_.size();
    trails_.push_back({stop.start.node, stop.trail});
  }

  BrokenLines trace(int pass_number) const {
    const Stop& best = best_end();
    BrokenLines broken;
    broken.demerits = best.cost.demerits;
    broken.excess = best.cost.excess;
    broken.pass = pass_number;
    broken.work = work_;
    for (std::size_t at = best.trail; trails_[at].previous != no_trail; at = trails_[at].previous)
      broken.lines.push_back(line(trails_[trails_[at].previous].node, trails_[at].node));
    std::reverse(broken.lines.begin(), broken.lines.end());
    return broken;
  }

  Line line(std::size_t previous, std::size_t node) const {
    const LineStart from = previous == no_node ? start_of(ledger_) : start_after(previous);
    const LineFit fit = weigh(ledger_, from, end_at(ledger_, node, chance(node)), measure_, params_.line_end_stretch);
    return {from.begin, node, ledger_.begins[node + 1], fit.ratio, fit.excess > Pt{}};
  }

  const Ledger& ledger_;
  Pt measure_;
  const LineBreakParams& params_;
  bool last_resort_ = false;
  double tolerance_ = 0;
  Pt extra_;
  std::vector<Trail> trails_;
  std::vector<Stop> active_;  ///< in the order of their nodes; those before oldest_ are gone
  std::size_t oldest_ = 0;
  std::array<std::array<Offer, fitness_classes>, most_hyphens + 1> best_{};  ///< by hyphens in a row, then by fitness
  int offered_ = 0;                                                          ///< of best_'s rows
  int limit_ = std::clamp(params_.max_hyphens, 0, most_hyphens);
  std::size_t work_ = 0;
};

}  // namespace

BrokenLines break_lines(std::span<const Node> nodes, Pt measure, const LineBreakParams& params) {
  TIMED("layout.break_lines");
  READOUT_ASSERT(!nodes.empty() && chance_at(nodes.back(), true) && chance_at(nodes.back(), true)->is_forced());
  const Ledger ledger(nodes);
  return Breaker(ledger, measure, params).run();
}

std::optional<BrokenLines> break_without_hyphens(std::span<const Node> nodes, Pt measure,
                                                 const LineBreakParams& params) {
  TIMED("layout.break_lines");
  const Ledger ledger(nodes);
  return Breaker(ledger, measure, params).first_pass();
}

}  // namespace readout::layout
