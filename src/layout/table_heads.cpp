// Heads over several columns: they stand in the middle of what their columns print, which is known when all is set.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>
#include "layout/galley.hpp"

namespace readout::layout {
namespace {

/// From the start edge to where print begins and ends.
struct Reach {
  Pt from, to;
  [[nodiscard]] Pt width() const { return to - from; }
  [[nodiscard]] Pt middle() const { return (from + to) / 2; }
};

void widen(std::optional<Reach>& reach, const Reach& by) {
  if (!reach) reach = by;
  reach->from = min(reach->from, by.from);
  reach->to = max(reach->to, by.to);
}

/// From the left end of a run; blanks at a line's end stand outside of it.
std::optional<Reach> printed_by(const PlacedRun& run) {
  std::optional<Reach> ink;
  Pt pen;
  for (const auto& glyph : run.glyphs) {
    if (run.text[glyph.cluster] != ' ') widen(ink, {pen, pen + glyph.advance});
    pen += glyph.advance;
  }
  return ink;
}

std::optional<Reach> reach_of(const Strip& line, bool mirrored) {
  std::optional<Reach> reach;
  for (const Piece& piece : line.pieces) {
    const auto* run = std::get_if<PlacedRun>(&piece.item);
    const auto ink = run == nullptr ? std::nullopt : printed_by(*run);
    if (!ink) continue;
    const Pt from = run->origin.x + (mirrored ? run->width - ink->to : ink->from);
    widen(reach, {from, from + ink->width()});
  }
  return reach;
}

/// Calls `each(cell, column, columns)` for the cells of a row: which it is, where it begins, how many it takes.
template <class Each>
void for_cells(const TableRow& row, std::size_t columns, const Each& each) {
  std::size_t c = 0;
  for (std::size_t i = 0; i < row.cells.size() && c < columns; ++i) {
    const auto span = static_cast<std::size_t>(std::max(row.cells[i].span, 1));
    each(i, c, std::min(span, columns - c));
    c += span;
  }
}

class HeadCentrer {
 public:
  HeadCentrer(const Table& table, const ColumnPlaces& places)
      : table_(table), places_(places), printed_(table.columns.size()) {}

  /// What stands in one column of these rows counts.
  void look_at(const std::vector<TableRow>& rows, const std::vector<Strip>& strips) {
    for (std::size_t r = 0; r < rows.size(); ++r)
      for_cells(rows[r], printed_.size(), [&](std::size_t i, std::size_t c, std::size_t span) {
        if (span > 1) return;
        for (const Strip& line : strips[r].parts[i].strips)
          if (const auto reach = reach_of(line, places_.mirrored)) widen(printed_[c], *reach);
      });
  }

  void centre(Strip& strip, const TableRow& row, Pt below) const {
    for_cells(row, printed_.size(), [&](std::size_t i, std::size_t c, std::size_t span) {
      if (span < 2 || row.cells[i].blocks.empty()) return;
      const Reach over = reach_over(c, span, strip.parts[i].strips);
      for (Strip& line : strip.parts[i].strips)
        if (const auto own = reach_of(line, places_.mirrored)) shift_along(line, over.middle() - own->middle());
      add_rule(strip, over, below);
    });
  }

 private:
  /// What the columns print; at least as wide as the head's lines, but within the columns.
  [[nodiscard]] Reach reach_over(std::size_t c, std::size_t span, const std::vector<Strip>& lines) const {
    const Reach room{places_.starts[c], places_.starts[c + span - 1] + places_.widths[c + span - 1]};
    std::optional<Reach> over;
    for (std::size_t i = c; i < c + span; ++i)
      if (printed_[i]) widen(over, *printed_[i]);
    if (!over) return room;
    Pt widest;
    for (const Strip& line : lines)
      if (const auto own = reach_of(line, places_.mirrored)) widest = max(widest, own->width());
    if (widest <= over->width()) return *over;
    const Pt from = max(min(over->middle() - widest / 2, room.to - widest), room.from);
    return {from, from + widest};
  }

  void add_rule(Strip& strip, const Reach& over, Pt below) const {
    const Pt thickness = table_.style.span_rule;
    if (thickness == Pt{}) return;
    const Rect rect{over.from, strip.height - below - thickness, over.width(), thickness};
    strip.pieces.push_back({PlacedRect{Artifact{Artifact::Kind::layout}, rect, table_.style.span_rule_colour}, 0});
  }

  const Table& table_;
  const ColumnPlaces& places_;
  std::vector<std::optional<Reach>> printed_;
};

}  // namespace

void centre_spanning_heads(const Table& table, const ColumnPlaces& places, std::vector<Strip>& head,
                           const std::vector<Strip>& body) {
  HeadCentrer centrer(table, places);
  centrer.look_at(table.head, head);
  centrer.look_at(table.body, body);
  for (std::size_t r = 0; r < head.size(); ++r) {
    const Pt below = r + 1 == head.size() ? table.style.head_rule : Pt{};
    centrer.centre(head[r], table.head[r], below);
  }
}

}  // namespace readout::layout
