#include "layout/line_fit.hpp"

#include <algorithm>
#include <cmath>

namespace readout::layout {
namespace {

template <class... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

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

/// 100 times the cube, in whole numbers as TeX has it (section 108), but not cut off at 10000: of two breakings that
/// are equally good to TeX neither is better here.
double badness_of(double ratio) {
  constexpr double end = 21.5;
  if (ratio >= end) return awful;
  const auto part = static_cast<std::int64_t>(297 * ratio);
  const std::int64_t whole = (part * part * part + (1 << 17)) / (1 << 18);
  return std::min(awful, static_cast<double>(whole));
}
Fitness class_of(double badness, bool stretched) {
  if (!stretched) return badness > 12 ? tight : decent;
  return badness > 99 ? very_loose : badness > 12 ? loose : decent;
}

/// What is left for the spaces when glyphs take what they may of it.
Pt without(Pt give, Pt missing) { return missing > Pt{} ? max(missing - give, Pt{}) : min(missing + give, Pt{}); }

bool fills(const Node& node) {
  const auto* glue = std::get_if<Glue>(&node);
  return glue != nullptr && glue->fill;
}

/// The box that hangs at a break: the last before it, be it followed by filling glue. A discretionary has its own
/// width.
std::size_t hanging_box(std::span<const Node> nodes, std::size_t end) {
  if (end == nodes.size() || std::holds_alternative<Discretionary>(nodes[end])) return no_node;
  while (end > 0 && fills(nodes[end - 1])) --end;
  return end > 0 && std::holds_alternative<Box>(nodes[end - 1]) ? end - 1 : no_node;
}

}  // namespace

Ledger::Ledger(std::span<const Node> list) : nodes(list), sums(list.size() + 1), begins(list.size() + 1) {
  for (std::size_t i = 0; i < nodes.size(); ++i) sums[i + 1] = plus(sums[i], nodes[i]);
  for (const Node& node : nodes) {
    if (const auto* box = std::get_if<Box>(&node)) largest_hang = max(largest_hang, box->hang_after);
    if (const auto* disc = std::get_if<Discretionary>(&node)) largest_after = max(largest_after, disc->after);
  }
  begins.back() = nodes.size();
  for (std::size_t i = nodes.size(); i-- > 0;) begins[i] = vanishes(nodes[i]) ? begins[i + 1] : i;
}

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

double looseness(Pt missing, Pt stretch) {
  return stretch > Pt{} ? badness_of(missing.points() / stretch.points()) : awful;
}

LineStart start_of(const Ledger& ledger) {
  const auto* box = ledger.nodes.empty() ? nullptr : std::get_if<Box>(&ledger.nodes.front());
  LineStart start;
  if (box != nullptr) start.hang = start.sums.width = box->hang_before;
  return start;
}

LineStart start_after(const Ledger& ledger, std::size_t node, const Chance& chance) {
  const std::size_t begin = ledger.begins[node + 1];
  const auto* box = begin < ledger.nodes.size() ? std::get_if<Box>(&ledger.nodes[begin]) : nullptr;
  LineStart start{node, begin, ledger.sums[begin], box != nullptr ? box->hang_before : Pt{}};
  start.sums.width += start.hang - chance.after;
  return start;
}

LineEnd end_at(const Ledger& ledger, std::size_t node, const Chance& chance) {
  LineEnd end{node, chance, ledger.sums[node], 0, {}, 0, node + 1 == ledger.nodes.size()};
  end.sums.width += chance.before;
  if (!chance.is_forced()) end.demerits = chance.cost * std::abs(chance.cost);
  const std::size_t box = hanging_box(ledger.nodes, node);
  if (box == no_node) return end;
  end.box = box;
  end.hang = std::get<Box>(ledger.nodes[box]).hang_after;
  return end;
}

LineFit weigh(const Ledger& ledger, const LineStart& start, const LineEnd& end, Pt measure, Pt extra) {
  const Totals& from = start.sums;
  const Totals& to = end.sums;
  const Pt width = to.width - from.width;
  const Pt shrink = to.shrink - from.shrink;
  const Pt give = to.give - from.give;
  LineFit fit;
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

Pt hang_at_end(std::span<const Node> nodes, std::size_t begin, std::size_t end) {
  const std::size_t box = hanging_box(nodes, end);
  return box != no_node && box >= begin ? std::get<Box>(nodes[box]).hang_after : Pt{};
}

}  // namespace readout::layout
