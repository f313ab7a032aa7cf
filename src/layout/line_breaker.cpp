#include "layout/line_breaker.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <limits>
#include <optional>
#include "base/assert.hpp"
#include "base/timing.hpp"

namespace readout::layout {
namespace {

constexpr double hyphen_stack_demerits = 1e6;  // of each hyphen above the limit, where there is no other way
constexpr double awful = 1e6;  // badness is cut off here, so that sums of squares stay exact enough to compare
constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

struct Totals {
  Pt width, stretch, shrink, give;
  std::int64_t fills = 0;
};

enum Fitness : std::uint8_t { very_loose, loose, decent, tight };
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
  std::size_t node = none;      ///< none: the paragraph's start
  std::size_t previous = none;  ///< index into the trails
};

/// Where a line begins: what all lines from there share.
struct Start {
  std::size_t node = none;  ///< the break before it; none: the paragraph's start
  std::size_t begin = 0;    ///< its first node
  Totals sums;              ///< up to there, less what a discretionary puts there, with what hangs
  Pt hang;
};

/// A start from which lines are tried, for one fitness class of the line that ends there.
struct Stop {
  Start start;
  std::size_t trail = 0;  ///< none: it leads no further
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
  std::size_t trail = none;  ///< of the stop before; none: there is no way
};

/// What a break at a node means; there is none where a line may not end.
struct Chance {
  double cost = 0;
  bool flagged = false;
  Pt before, after;
  [[nodiscard]] bool is_forced() const { return cost <= forced; }
};

/// Where a line would end: what all lines that end there share.
struct End {
  std::size_t node = 0;
  Chance chance;
  Totals sums;          ///< up to there, with what a discretionary puts there
  std::size_t box = 0;  ///< the one that hangs, if the line has it
  Pt hang;
  double demerits = 0;  ///< of the break itself
  bool last = false;    ///< of the paragraph
};

/// How a line would look.
struct Fit {
  double ratio = 0, badness = 0;
  Fitness fitness = decent;
  Pt excess;
  Pt beyond;  ///< excess without the hyphen: more than 0, and every later break is overfull, too
  Pt missing;
  Pt stretch;
};

template <class... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

std::optional<Chance> chance_at(const Node& node, bool automatic) {
  return std::visit(Overloaded{[](const Box&) { return std::optional<Chance>(); },
                               [](const Glue& glue) {
                                 return glue.may_break ? std::optional(Chance{glue.cost, false, {}, {}}) : std::nullopt;
                               },
                               [](const Penalty& penalty) {
                                 return penalty.cost < forbidden
                                            ? std::optional(Chance{penalty.cost, penalty.flagged, {}, {}})
                                            : std::nullopt;
                               },
                               [&](const Discretionary& disc) {
                                 return disc.cost < forbidden && (automatic || !disc.automatic)
                                            ? std::optional(Chance{disc.cost, disc.flagged, disc.before, disc.after})
                                            : std::nullopt;
                               }},
                    node);
}

Totals plus(Totals sum, const Node& node) {
  std::visit(Overloaded{[&](const Box& box) {
                          sum.width += box.width;
                          sum.give += box.give;
                        },
                        [&](const Glue& glue) {
                          sum.width += glue.width;
                          sum.stretch += glue.stretch;
                          sum.shrink += glue.shrink;
                          sum.fills += glue.fill ? 1 : 0;
                        },
                        [](const Penalty&) {}, [&](const Discretionary& disc) { sum.width += disc.whole; }},
             node);
  return sum;
}

/// Glue and penalties that do not force a break vanish at the start of a line.
bool vanishes(const Node& node) {
  const auto* penalty = std::get_if<Penalty>(&node);
  return std::holds_alternative<Glue>(node) || (penalty != nullptr && penalty->cost > forced);
}

/// The nodes with sums up to each, so that a line is weighed in constant time.
struct Ledger {
  std::span<const Node> nodes;
  std::vector<Totals> sums;         ///< [i]: of all nodes before i
  std::vector<std::size_t> begins;  ///< [i]: first node at or after i that does not vanish

  Pt largest_hang;   ///< at the end of a line
  Pt largest_after;  ///< at the start of one: what a discretionary puts there

  explicit Ledger(std::span<const Node> list) : nodes(list), sums(list.size() + 1), begins(list.size() + 1) {
    for (std::size_t i = 0; i < nodes.size(); ++i) sums[i + 1] = plus(sums[i], nodes[i]);
    for (const Node& node : nodes) {
      if (const auto* box = std::get_if<Box>(&node)) largest_hang = max(largest_hang, box->hang_after);
      if (const auto* disc = std::get_if<Discretionary>(&node)) largest_after = max(largest_after, disc->after);
    }
    begins.back() = nodes.size();
    for (std::size_t i = nodes.size(); i-- > 0;) begins[i] = vanishes(nodes[i]) ? begins[i + 1] : i;
  }
};

/// 100 times the cube, in whole numbers as TeX has it (section 108), but not cut off at 10000: of two breakings that
/// are equally good to TeX neither is better here.
double badness_of(double ratio) {
  constexpr double end = 21.5;
  if (ratio >= end) return awful;
  const auto part = static_cast<std::int64_t>(297 * ratio);
  const std::int64_t whole = (part * part * part + (1 << 17)) / (1 << 18);
  return std::min(awful, static_cast<double>(whole));
}
double looseness(Pt missing, Pt stretch) {
  return stretch > Pt{} ? badness_of(missing.points() / stretch.points()) : awful;
}

Fitness class_of(double badness, bool stretched) {
  if (!stretched) return badness > 12 ? tight : decent;
  return badness > 99 ? very_loose : badness > 12 ? loose : decent;
}

/// What is left for the spaces when glyphs take what they may of it.
Pt without(Pt give, Pt missing) { return missing > Pt{} ? max(missing - give, Pt{}) : min(missing + give, Pt{}); }

Start start_of(const Ledger& ledger) {
  const auto* box = ledger.nodes.empty() ? nullptr : std::get_if<Box>(&ledger.nodes.front());
  Start start;
  if (box != nullptr) start.hang = start.sums.width = box->hang_before;
  return start;
}

/// Pre: a line may end at `node`, as `chance` says.
Start start_after(const Ledger& ledger, std::size_t node, const Chance& chance) {
  const std::size_t begin = ledger.begins[node + 1];
  const auto* box = begin < ledger.nodes.size() ? std::get_if<Box>(&ledger.nodes[begin]) : nullptr;
  Start start{node, begin, ledger.sums[begin], box != nullptr ? box->hang_before : Pt{}};
  start.sums.width += start.hang - chance.after;
  return start;
}

bool fills(const Node& node) {
  const auto* glue = std::get_if<Glue>(&node);
  return glue != nullptr && glue->fill;
}

/// The box that hangs at a break: the last before it, be it followed by filling glue. A discretionary has its own
/// width.
std::size_t hanging_box(std::span<const Node> nodes, std::size_t end) {
  if (end == nodes.size() || std::holds_alternative<Discretionary>(nodes[end])) return none;
  while (end > 0 && fills(nodes[end - 1])) --end;
  return end > 0 && std::holds_alternative<Box>(nodes[end - 1]) ? end - 1 : none;
}

/// Pre: a line may end at `node`, as `chance` says.
End end_at(const Ledger& ledger, std::size_t node, const Chance& chance) {
  End end{node, chance, ledger.sums[node], 0, {}, 0, node + 1 == ledger.nodes.size()};
  end.sums.width += chance.before;
  if (!chance.is_forced()) end.demerits = chance.cost * std::abs(chance.cost);
  const std::size_t box = hanging_box(ledger.nodes, node);
  if (box == none) return end;
  end.box = box;
  end.hang = std::get<Box>(ledger.nodes[box]).hang_after;
  return end;
}

/// Weighs a line; `extra` is stretch that is only reckoned.
Fit weigh(const Ledger& ledger, const Start& start, const End& end, Pt measure, Pt extra) {
  const Totals& from = start.sums;
  const Totals& to = end.sums;
  const Pt width = to.width - from.width;
  const Pt shrink = to.shrink - from.shrink;
  const Pt give = to.give - from.give;
  Fit fit;
  fit.missing = without(give, measure - width + (end.box >= start.begin ? end.hang : Pt{}));
  fit.beyond = width - end.chance.before - shrink - give - measure - ledger.largest_hang;
  if (fit.missing + shrink < Pt{}) {
    fit.excess = -(fit.missing + shrink);
    fit.ratio = -1;
    fit.badness = awful;
    fit.fitness = tight;
  } else if (fit.missing < Pt{}) {
    fit.ratio = fit.missing.points() / shrink.points();
    fit.badness = badness_of(-fit.ratio);
    fit.fitness = class_of(fit.badness, false);
  } else if (to.fills == from.fills && fit.missing > Pt{}) {
    fit.stretch = to.stretch - from.stretch + extra;
    if (fit.stretch > Pt{}) fit.ratio = fit.missing.points() / fit.stretch.points();
    fit.badness = fit.stretch > Pt{} ? badness_of(fit.ratio) : awful;
    fit.fitness = class_of(fit.badness, true);
  }
  return fit;
}

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
  double stub_tolerance() const { return std::sqrt(params_.stub_demerits); }
  /// The best of a pass that is done.
  const Stop& best_end() const {
    return *std::min_element(active_.begin() + static_cast<std::ptrdiff_t>(oldest_), active_.end(),
                             [](const Stop& a, const Stop& b) { return a.cost < b.cost; });
  }
  bool ends_in_stub() const {
    const Stop& end = best_end();
    const std::size_t last = trails_[trails_[end.trail].previous].node;
    return params_.stub_demerits > 0 && last != none && stub_of(start_after(last), end.start.node) > 0;
  }
  /// A line of the best ends at a break that is dearer than the lines that the pass looked at.
  bool is_dear() const {
    for (std::size_t at = trails_[best_end().trail].previous; trails_[at].node != none; at = trails_[at].previous) {
      const double cost = chance(trails_[at].node).cost;
      if (cost > tolerance_ && cost >= params_.dear_cost && cost <= params_.dear_tolerance) return true;
    }
    return false;
  }
  Chance chance(std::size_t node) const { return *chance_at(ledger_.nodes[node], true); }
  Start start_after(std::size_t node) const { return layout::start_after(ledger_, node, chance(node)); }
  /// How much of a stub the last line would be: 1 where it is nearly none, 2 where it is next to nothing; 0: it is
  /// none.
  double stub_of(const Start& start, std::size_t node) const {
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
  void try_break(const End& end) {
    const bool forced_here = end.chance.is_forced();
    std::size_t seen = oldest_;
    bool kept_all = true;
    Fit fit;
    for (std::size_t weighed = none; seen < active_.size(); ++seen) {
      Stop& stop = active_[seen];
      if (stop.start.node != weighed || seen == oldest_) {
        if (end.node < stop.start.begin) break;
        if (seen > oldest_ && !forced_here && is_far_too_short(active_[seen - 1].start, fit)) break;
        fit = weigh(ledger_, stop.start, end, measure_, extra_);
        weighed = stop.start.node;
        ++work_;
      }
      if (try_line(stop, end, fit)) continue;
      stop.trail = none;
      kept_all = false;
    }
    if (!kept_all) close_up(seen);
    if (offered_ > 0) open_stops(end);
  }

  /// Moves the stops that are left among those seen up to the others: most of those that go are the oldest.
  void close_up(std::size_t seen) {
    std::size_t to = seen;
    for (std::size_t i = seen; i-- > oldest_;)
      if (active_[i].trail != none && --to != i) active_[to] = active_[i];
    oldest_ = to;
    if (oldest_ < most_gone || oldest_ < active_.size() / 2) return;
    active_.erase(active_.begin(), active_.begin() + static_cast<std::ptrdiff_t>(oldest_));
    oldest_ = 0;
  }

  /// Then so is every line to the same break that begins later.
  bool is_far_too_short(const Start& start, const Fit& fit) const {
    if (fit.badness <= tolerance_ || fit.excess > Pt{}) return false;
    const Pt least_missing = fit.missing - start.hang - ledger_.largest_after;
    return least_missing > Pt{} && looseness(least_missing, fit.stretch) > tolerance_;
  }

  /// Offers the line from a stop to a break. Gives false when the stop leads no further.
  bool try_line(Stop& stop, const End& end, const Fit& fit) {
    const bool fits =
        fit.excess == Pt{} && fit.badness <= tolerance_ && (last_resort_ || !is_hyphen_too_many(stop, end.chance));
    if (fits || (last_resort_ && !stop.fitted)) offer(stop, end, fit);
    if (fit.excess > Pt{} && (!stop.least || fit.excess < *stop.least)) stop.least = fit.excess;
    stop.fitted = stop.fitted || fits;
    return !end.chance.is_forced() && !is_closed(stop, fit);
  }

  /// An overfull line is worth a thought only when no shorter one was to be had: to break it once more can
  /// only lessen the excess. A later break without a hyphen may still beat an overfull one with it.
  bool is_closed(const Stop& stop, const Fit& fit) const {
    return fit.beyond > (last_resort_ && !stop.fitted && stop.least ? *stop.least : Pt{});
  }

  void offer(const Stop& stop, const End& end, const Fit& fit) {
    const Cost cost{stop.cost.excess + fit.excess, stop.cost.demerits + demerits(stop, end, fit)};
    const int hyphens = end.chance.flagged ? std::min(stop.hyphens + 1, limit_) : 0;
    Offer& best = best_[static_cast<std::size_t>(hyphens)][fit.fitness];
    if (best.trail != none && best.cost <= cost) return;
    best = {cost, stop.trail};
    offered_ = std::max(offered_, hyphens + 1);
  }

  bool is_hyphen_too_many(const Stop& stop, const Chance& chance) const {
    return limit_ > 0 && chance.flagged && stop.hyphens >= limit_;
  }

  double demerits(const Stop& stop, const End& end, const Fit& fit) const {
    const double line = params_.line_penalty + fit.badness;
    double sum = line * line + end.demerits;
    if (stop.flagged && end.last) sum += params_.final_hyphen_demerits;
    if (stop.flagged && !end.last && end.chance.flagged) sum += params_.double_hyphen_demerits;
    if (is_hyphen_too_many(stop, end.chance)) sum += hyphen_stack_demerits;
    if (stop.fitness > fit.fitness + 1 || fit.fitness > stop.fitness + 1) sum += params_.adjacent_demerits;
    if (end.last && stop.start.node != none && !last_resort_)
      sum += params_.stub_demerits * stub_of(stop.start, end.node);
    return sum;
  }

  /// A class that is dearer than the best by more than a change of class costs can never win; the best is that of
  /// all with as few hyphens in a row or fewer.
  void open_stops(const End& end) {
    const Start start = layout::start_after(ledger_, end.node, end.chance);
    std::optional<Cost> least;
    for (int hyphens = 0; hyphens < offered_; ++hyphens) {
      auto& by_fitness = best_[static_cast<std::size_t>(hyphens)];
      for (const Offer& offer : by_fitness)
        if (offer.trail != none && (!least || offer.cost < *least)) least = offer.cost;
      if (!least) continue;
      const Cost dearest{least->excess, least->demerits + params_.adjacent_demerits};
      for (std::size_t fitness = 0; fitness < fitness_classes; ++fitness) {
        Offer& offer = by_fitness[fitness];
        if (offer.trail != none && offer.cost <= dearest)
          open({start, offer.trail, offer.cost, {}, hyphens, static_cast<Fitness>(fitness), end.chance.flagged});
        offer.trail = none;
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
    for (std::size_t at = best.trail; trails_[at].previous != none; at = trails_[at].previous)
      broken.lines.push_back(line(trails_[trails_[at].previous].node, trails_[at].node));
    std::reverse(broken.lines.begin(), broken.lines.end());
    return broken;
  }

  Line line(std::size_t previous, std::size_t node) const {
    const Start from = previous == none ? start_of(ledger_) : start_after(previous);
    const Fit fit = weigh(ledger_, from, end_at(ledger_, node, chance(node)), measure_, params_.line_end_stretch);
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

/// Fills each line as far as it goes: the fewest lines there can be. Gives no line when one is overfull.
std::vector<Line> first_fit(const Ledger& ledger, Pt measure) {
  std::vector<Line> lines;
  Start from = start_of(ledger);
  std::optional<Start> fits;
  const auto end_line = [&] {
    lines.push_back({from.begin, fits->node, fits->begin, 0, false});
    from = *fits;
    fits.reset();
  };
  for (std::size_t node = 0; node < ledger.nodes.size(); ++node) {
    const auto chance = chance_at(ledger.nodes[node], true);
    if (!chance || node < from.begin) continue;
    const End end = end_at(ledger, node, *chance);
    Fit fit = weigh(ledger, from, end, measure, {});
    if (fit.beyond > Pt{} && fits) {
      end_line();
      if (node < from.begin) continue;
      fit = weigh(ledger, from, end, measure, {});
    }
    if (fit.beyond > Pt{}) return {};
    if (fit.excess > Pt{}) continue;  // only its hyphen sticks out
    fits = start_after(ledger, node, *chance);
    if (chance->is_forced()) end_line();
  }
  return lines;
}

/// The smallest measure in which first fit gives `count` lines still.
Pt narrowest(const Ledger& ledger, Pt measure, std::size_t count) {
  std::int64_t least = 0, most = measure.units();
  while (least + 1 < most) {
    const std::int64_t middle = least + (most - least) / 2;
    const auto lines = first_fit(ledger, Pt::from_units(middle));
    (!lines.empty() && lines.size() <= count ? most : least) = middle;
  }
  return Pt::from_units(most);
}

}  // namespace

Pt hang_at_end(std::span<const Node> nodes, std::size_t begin, std::size_t end) {
  const std::size_t box = hanging_box(nodes, end);
  return box != none && box >= begin ? std::get<Box>(nodes[box]).hang_after : Pt{};
}

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

BrokenLines balance_lines(std::span<const Node> nodes, Pt measure, const LineBreakParams& params) {
  TIMED("layout.break_lines");
  READOUT_ASSERT(!nodes.empty() && chance_at(nodes.back(), true) && chance_at(nodes.back(), true)->is_forced());
  const Ledger ledger(nodes);
  auto filled = first_fit(ledger, measure);
  if (filled.size() < 2) return Breaker(ledger, measure, params).run();
  const Pt narrow = narrowest(ledger, measure, filled.size());
  auto broken = Breaker(ledger, narrow, params).run();
  if (broken.lines.size() != filled.size() || broken.excess > Pt{}) broken.lines = first_fit(ledger, narrow);
  return broken;
}

}  // namespace readout::layout
