// The bilingual edition: a brief told twice, once a language, and the two tellings laid side by side.
//
// Both tellings come from the same sections, so their blocks have the same shape. Groups are opened (sections, lists),
// and what is inside stands in Pairs: a point, a paragraph, a fact. A heading is one in two languages: one element with
// a span for each, and one bookmark. Rules and page breaks are drawn once, pictures stand once with their captions side
// by side, tables beside each other where they have room, else one after the other at full measure.
#pragma once
#include <map>
#include <vector>
#include "compose/desk.hpp"

namespace readout::compose {

/// The template as half the measure has it: no margin column, one column of facts, people below each other.
[[nodiscard]] model::Template for_half_measure(model::Template design);

/// Lays the second telling beside the first, section by section. Both desks keep what is not in `sections`.
class SideBySide {
 public:
  /// Gives the second story's styles, anchors and notes a place in the first. `margin` is as wide as the margin column
  /// of an edition of one language.
  SideBySide(Desk& first, Desk& second, Pt margin) : first_(first), second_(second), margin_(margin) {}
  /// Pre: all sections of both are told.
  void merge(std::vector<std::vector<layout::Block>> first, std::vector<std::vector<layout::Block>> second);

 private:
  using Blocks = std::vector<layout::Block>;
  void take_over(std::vector<Blocks>& sections);
  void take_over_notes();
  void take_over_running();
  void take_over_outline();
  Blocks pairs(Blocks a, Blocks b, bool ruled);
  void add(Blocks& out, layout::Block a, layout::Block b, bool ruled, bool follows);
  void add_pair(Blocks& out, layout::Block a, layout::Block b, bool ruled, bool follows);
  layout::Block opened(layout::Block a, layout::Block b);
  layout::Block heading(layout::Block a, layout::Block b);
  layout::Block pair(Blocks a, Blocks b) const;
  void add_wide(Blocks& out, Blocks a, Blocks b) const;
  void narrow_tables(Blocks& blocks) const;
  layout::Block tables_beside(layout::Block a, layout::Block b, bool of_point) const;
  void add_below(layout::Pair& pair, Blocks a, Blocks b) const;

  Desk& first_;
  Desk& second_;
  Pt margin_;
  std::map<layout::AnchorId, layout::AnchorId> same_anchors_;  ///< of the second -> of the first
};

/// The line that tells which text prevails; empty when the brief does not say, or says "both" and this edition has one.
[[nodiscard]] Fragments prevailing(Desk& desk);

}  // namespace readout::compose
