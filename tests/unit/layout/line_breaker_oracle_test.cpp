// The line breaker against brute force: every way to break small paragraphs is tried, with the cost
// written out once more from its description, by walking the nodes of each line.
#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>
#include "layout/line_breaker.hpp"

using namespace readout;
using namespace readout::layout;

namespace {

struct Rules {
  double tolerance = 0;
  Pt stretch;  // at the end of every line, reckoned or real
  bool automatic = true;
  bool anything = false;  // overfull and hopelessly loose lines are taken, too
};
constexpr double after_a_hyphen = 4;  // what a stub counts that is the end of a word

struct Total {
  Pt excess;
  double demerits = 0;
  bool stub = false;    ///< ends in one
  bool hyphen = false;  ///< the last line but one
  [[nodiscard]] bool beats(const Total& other) const {
    return excess < other.excess || (excess == other.excess && demerits < other.demerits);
  }
};

struct Setting {
  const Nodes& nodes;
  Pt measure;
  LineBreakParams params;
};

bool is_forced(const Node& node) {
  const auto* penalty = std::get_if<Penalty>(&node);
  return penalty != nullptr && penalty->cost <= forced;
}

bool may_end_at(const Node& node, bool automatic) {
  if (const auto* glue = std::get_if<Glue>(&node)) return glue->may_break;
  if (const auto* penalty = std::get_if<Penalty>(&node)) return penalty->cost < forbidden;
  if (const auto* disc = std::get_if<Discretionary>(&node)) return automatic || !disc->automatic;
  return false;
}

double cost_of(const Node& node) {
  if (const auto* glue = std::get_if<Glue>(&node)) return glue->cost;
  if (const auto* penalty = std::get_if<Penalty>(&node)) return penalty->cost;
  return std::get<Discretionary>(node).cost;
}

bool is_flagged(const Node& node) {
  if (const auto* penalty = std::get_if<Penalty>(&node)) return penalty->flagged;
  const auto* disc = std::get_if<Discretionary>(&node);
  return disc != nullptr && disc->flagged;
}

std::size_t start_after(const Setting& set, std::optional<std::size_t> broken) {
  if (!broken) return 0;
  std::size_t i = *broken + 1;
  while (i < set.nodes.size() && !std::holds_alternative<Box>(set.nodes[i]) &&
         !std::holds_alternative<Discretionary>(set.nodes[i]) && !is_forced(set.nodes[i]))
    ++i;
  return i;
}

struct Look {
  double badness = 0;
  int fitness = 2;
  Pt excess, natural;
  bool possible = true;
};

/// As in section 108 of "TeX: The Program".
double whole_badness(double ratio) {
  return std::min(1e6, std::floor((std::pow(std::floor(297 * ratio), 3) + 131072) / 262144));
}

Look look_at(const Setting& set, const Rules& rules, std::optional<std::size_t> from, std::size_t to) {
  Look look;
  const std::size_t start = start_after(set, from);
  if (start > to) return look.possible = false, look;
  Pt width, stretch = rules.stretch, shrink;
  bool fill = false;
  if (from)
    if (const auto* disc = std::get_if<Discretionary>(&set.nodes[*from])) width += disc->after;
  for (std::size_t i = start; i < to; ++i) {
    if (const auto* box = std::get_if<Box>(&set.nodes[i])) width += box->width;
    if (const auto* disc = std::get_if<Discretionary>(&set.nodes[i])) width += disc->whole;
    if (const auto* glue = std::get_if<Glue>(&set.nodes[i])) {
      width += glue->width;
      stretch += glue->stretch;
      shrink += glue->shrink;
      fill = fill || glue->fill;
    }
  }
  look.natural = width;
  if (const auto* disc = std::get_if<Discretionary>(&set.nodes[to])) width += disc->before;
  const double missing = (set.measure - width).points();
  if (width - shrink > set.measure) {
    look.excess = width - shrink - set.measure;
    look.badness = 1e6;
    look.fitness = 3;
  } else if (missing < 0) {
    look.badness = whole_badness(-missing / shrink.points());
    look.fitness = look.badness > 12 ? 3 : 2;
  } else if (missing > 0 && !fill) {
    look.badness = stretch > Pt{} ? whole_badness(missing / stretch.points()) : 1e6;
    look.fitness = look.badness > 99 ? 0 : look.badness > 12 ? 1 : 2;
  }
  if (!rules.anything) look.possible = look.excess == Pt{} && look.badness <= rules.tolerance;
  return look;
}

/// The least cost of all ways to break from `from` on.
void search(const Setting& set, const Rules& rules, std::optional<std::size_t> from, int fitness, Total sum,
            std::optional<Total>& best) {
  const std::size_t size = set.nodes.size();
  for (std::size_t to = from ? *from + 1 : 0; to < size; ++to) {
    const Node& node = set.nodes[to];
    if (!may_end_at(node, rules.automatic)) continue;
    const Look look = look_at(set, rules, from, to);
    if (look.possible) {
      Total next{sum.excess + look.excess, sum.demerits + std::pow(set.params.line_penalty + look.badness, 2)};
      const bool last = to + 1 == size, after_flag = from && is_flagged(set.nodes[*from]);
      if (!is_forced(node)) next.demerits += std::copysign(cost_of(node) * cost_of(node), cost_of(node));
      if (after_flag && last) next.demerits += set.params.final_hyphen_demerits;
      if (after_flag && !last && is_flagged(node)) next.demerits += set.params.double_hyphen_demerits;
      if (std::abs(fitness - look.fitness) > 1) next.demerits += set.params.adjacent_demerits;
      next.stub = last && from && set.params.stub_demerits > 0 && look.natural < set.params.stub_width;
      if (next.stub && !rules.anything)
        next.demerits += set.params.stub_demerits * (2 - look.natural.points() / set.params.stub_width.points()) *
                         (after_flag ? after_a_hyphen : 1);
      next.hyphen = after_flag;
      if (!last) search(set, rules, to, look.fitness, next, best);
      else if (!best || next.beats(*best)) best = next;
    }
    if (is_forced(node)) return;
  }
}

std::optional<Total> brute_force(const Setting& set, int pass, double tolerance) {
  Rules rules;
  rules.tolerance = tolerance;
  rules.stretch = set.params.line_end_stretch + (pass == 3 ? set.params.emergency_stretch : Pt{});
  rules.automatic = pass > 1;
  rules.anything = pass == 3;
  if (pass == 1 && set.params.pretolerance < 0) return std::nullopt;
  std::optional<Total> best;
  search(set, rules, std::nullopt, 2, {}, best);
  return best;
}

/// The first pass that finds a way without a stub; the second looks at lines as loose as a stub is dear.
std::pair<int, Total> brute_force(const Setting& set) {
  if (const auto best = brute_force(set, 1, set.params.pretolerance); best && !best->stub) return {1, *best};
  const double tolerance = set.params.tolerance;
  if (const auto best = brute_force(set, 2, tolerance)) {
    const double for_stubs = std::sqrt(set.params.stub_demerits * (best->hyphen ? after_a_hyphen : 1));
    return {2, best->stub && for_stubs > tolerance ? *brute_force(set, 2, for_stubs) : *best};
  }
  for (double looser = 4 * tolerance; looser <= set.params.loose_tolerance; looser *= 4)
    if (const auto best = brute_force(set, 2, looser)) return {2, *best};
  return {3, brute_force(set, 3, 0).value()};
}

std::string show(const Nodes& nodes) {
  std::string out;
  for (const Node& node : nodes) {
    if (const auto* box = std::get_if<Box>(&node)) out += "box " + std::to_string(box->width.points()) + "; ";
    if (const auto* glue = std::get_if<Glue>(&node)) out += glue->may_break ? "glue; " : "no-break; ";
    if (const auto* penalty = std::get_if<Penalty>(&node)) out += "penalty " + std::to_string(penalty->cost) + "; ";
    if (std::holds_alternative<Discretionary>(node)) out += "discretionary; ";
  }
  return out;
}

void check_against_brute_force(const Setting& set) {
  const auto broken = break_lines(set.nodes, set.measure, set.params);
  const auto [pass, best] = brute_force(set);
  const bool same = broken.pass == pass && broken.excess == best.excess &&
                    std::abs(broken.demerits - best.demerits) <= 1e-9 * (1 + best.demerits);
  if (same) return;
  INFO(show(set.nodes), " measure ", set.measure.points());
  CHECK(broken.pass == pass);
  CHECK(broken.excess.points() == best.excess.points());
  CHECK(broken.demerits == doctest::Approx(best.demerits).epsilon(1e-9));
}

Pt points(double value) { return Pt::from_points(value); }

void finish(Nodes& nodes) {
  nodes.push_back(Glue{{}, {}, {}, true, false, 0});
  nodes.push_back(Penalty{forced, false});
}

/// A generator of our own, so that every platform draws the same paragraphs (xorshift64).
struct Dice {
  std::uint64_t state;
  std::uint64_t roll(std::uint64_t sides) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state % sides;
  }
};

Nodes random_paragraph(Dice& dice) {
  Nodes nodes;
  const std::uint64_t boxes = 1 + dice.roll(10);
  for (std::uint64_t i = 0; i < boxes; ++i) {
    nodes.push_back(Box{points(2.0 + 0.25 * static_cast<double>(dice.roll(dice.roll(12) == 0 ? 260 : 80)))});
    if (i + 1 == boxes) break;
    switch (dice.roll(12)) {
      case 0: nodes.push_back(Discretionary{points(3), {}, {}, 50, true, true}); break;
      case 1: nodes.push_back(Discretionary{points(3), points(2), points(4), 50, true, dice.roll(2) == 0}); break;
      case 2: nodes.push_back(Penalty{50, true}); break;
      case 3: nodes.push_back(Penalty{-30, false}); break;
      case 4: nodes.push_back(Glue{points(2.5), points(1.25), points(0.75), false, false, 0}); break;
      case 5:
        if (dice.roll(3) == 0) finish(nodes);  // a forced line end
        else nodes.push_back(Penalty{forbidden, false});
        break;
      case 6:
        nodes.push_back(Glue{points(2.5), points(1.25), points(0.75), false, true, 0});
        nodes.push_back(Glue{points(2.5), points(1.25), points(0.75), false, true, 20});
        break;
      default: nodes.push_back(Glue{points(2.5), points(1.25), points(0.75), false, true, 0});
    }
  }
  finish(nodes);
  return nodes;
}

LineBreakParams random_params(Dice& dice) {
  LineBreakParams params;
  if (dice.roll(4) == 0) params.pretolerance = -1;
  if (dice.roll(2) == 0) params.tolerance = 4000;
  if (dice.roll(3) == 0) params.line_end_stretch = points(8);
  if (dice.roll(2) == 0) params.emergency_stretch = points(6);
  if (dice.roll(2) == 0) {
    params.stub_width = points(9);
    params.stub_demerits = 8000;
  }
  if (dice.roll(4) == 0) params.adjacent_demerits = 200;
  if (dice.roll(3) == 0) params.loose_tolerance = 10000;
  return params;
}

}  // namespace

TEST_CASE("oracle: every paragraph of up to seven boxes of three widths") {
  using namespace readout::literals;
  const Pt widths[] = {5_pt, 11_pt, 23_pt};
  std::size_t paragraphs = 0;
  for (std::size_t boxes = 1; boxes <= 7; ++boxes) {
    std::size_t count = 1;
    for (std::size_t i = 0; i < boxes; ++i) count *= 3;
    for (std::size_t number = 0; number < count; ++number) {
      Nodes nodes;
      std::size_t digits = number;
      for (std::size_t i = 0; i < boxes; ++i, digits /= 3) {
        if (i > 0) nodes.push_back(Glue{points(3), points(1.5), points(1), false, true, 0});
        nodes.push_back(Box{widths[digits % 3]});
      }
      finish(nodes);
      LineBreakParams params;
      params.emergency_stretch = 6_pt;
      for (const Pt measure : {20_pt, 33_pt, 47_pt}) check_against_brute_force({nodes, measure, params});
      ++paragraphs;
    }
  }
  CHECK(paragraphs == 3279);
}

TEST_CASE("oracle: seeded random paragraphs of up to ten boxes, with all kinds of nodes") {
  using namespace readout::literals;
  Dice dice{0x5eed2026};
  int passes[4] = {0, 0, 0, 0};
  for (int i = 0; i < 4000; ++i) {
    const Nodes nodes = random_paragraph(dice);
    const LineBreakParams params = random_params(dice);
    for (const Pt measure : {18_pt, 31_pt, 55_pt, 90_pt}) {
      check_against_brute_force({nodes, measure, params});
      ++passes[break_lines(nodes, measure, params).pass];
    }
  }
  // All three passes were really tried.
  CHECK(passes[1] > 500);
  CHECK(passes[2] > 500);
  CHECK(passes[3] > 500);
}

namespace {

/// The narrowest measure that so many lines have whose breaks cost no more; each set of breaks is tried.
std::optional<Pt> narrowest(const Nodes& nodes, std::size_t lines, double cost) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i + 1 < nodes.size(); ++i)
    if (may_end_at(nodes[i], true)) places.push_back(i);
  std::optional<Pt> best;
  for (std::uint32_t set = 0; set < 1U << places.size(); ++set) {
    double sum = 0;
    std::size_t count = 1;
    Pt line, widest;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const auto at = std::find(places.begin(), places.end(), i);
      if (at != places.end() && (set >> (at - places.begin()) & 1U) != 0) {
        widest = max(widest, std::exchange(line, Pt{}));
        sum += cost_of(nodes[i]);
        ++count;
      } else if (const auto* box = std::get_if<Box>(&nodes[i])) {
        line += box->width;
      } else if (const auto* glue = std::get_if<Glue>(&nodes[i])) {
        line += glue->width;
      }
    }
    widest = max(widest, line);
    if (count == lines && sum <= cost && (!best || widest < *best)) best = widest;
  }
  return best;
}

}  // namespace

TEST_CASE("oracle: no lines are more equal than balanced ones, of as many and with no dearer breaks") {
  using namespace readout::literals;
  Dice dice{0x5eed2027};
  std::size_t balanced = 0;
  LineBreakParams params;
  params.line_end_stretch = 22_pt;
  params.loose_tolerance = 1e6;
  for (int i = 0; i < 3000; ++i) {
    Nodes nodes;
    const std::size_t boxes = 2 + dice.roll(9);
    for (std::size_t k = 0; k < boxes; ++k) {
      if (k > 0) nodes.push_back(Glue{3_pt, {}, {}, false, true, dice.roll(3) == 0 ? 100.0 : 0.0});
      nodes.push_back(Box{points(4 + 3 * static_cast<double>(dice.roll(7)))});
    }
    finish(nodes);
    const Pt measure = points(40 + 8 * static_cast<double>(dice.roll(8)));
    const BrokenLines plain = break_lines(nodes, measure, params), lines = balance_lines(nodes, measure, params);
    REQUIRE(lines.lines.size() == plain.lines.size());
    double cost = 0, allowed = 0;
    for (const Line& line : plain.lines) allowed += std::max(cost_of(nodes[line.end]), 0.0);
    Pt widest;
    for (const Line& line : lines.lines) {
      Pt width;
      for (std::size_t n = line.first; n < line.end; ++n) {
        if (const auto* box = std::get_if<Box>(&nodes[n])) width += box->width;
        else if (const auto* glue = std::get_if<Glue>(&nodes[n])) width += glue->width;
      }
      widest = max(widest, width);
      cost += std::max(cost_of(nodes[line.end]), 0.0);
    }
    CHECK(cost <= allowed);
    const auto best = narrowest(nodes, lines.lines.size(), allowed);
    REQUIRE(best);
    CHECK(widest <= *best + 1_pt);
    balanced += lines.lines.size() > 1 && lines.lines != plain.lines ? 1U : 0U;
  }
  CHECK(balanced > 300);
}
