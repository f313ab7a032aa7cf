// How a line between two breaks would fit: its width, its badness, its fitness class.
//
// A ledger holds sums up to each node, so that a line is weighed in constant time; what all lines from one place share
// (LineStart), and what all to one place share (LineEnd), is reckoned once.
//
// Source: Knuth & Plass, "Breaking Paragraphs into Lines", Software: Practice & Experience 11 (1981);
// Knuth, "TeX: The Program", section 108 (badness).
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>
#include "layout/node.hpp"

namespace readout::layout {

inline constexpr double awful = 1e6;  ///< badness is cut off here, so that sums of squares stay exact enough to compare
inline constexpr std::size_t no_node = std::numeric_limits<std::size_t>::max();

/// Of a stretch of nodes.
struct Totals {
  Pt width, stretch, shrink, give;
  std::int64_t fills = 0;
};

/// TeX's classes; lines two apart look ill beside each other.
enum Fitness : std::uint8_t { very_loose, loose, decent, tight };

/// What a break at a node means; there is none where a line may not end.
struct Chance {
  double cost = 0;
  bool flagged = false;
  Pt before, after;
  [[nodiscard]] bool is_forced() const { return cost <= forced; }
};

/// The nodes with sums up to each, so that a line is weighed in constant time.
struct Ledger {
  std::span<const Node> nodes;
  std::vector<Totals> sums;         ///< [i]: of all nodes before i
  std::vector<std::size_t> begins;  ///< [i]: first node at or after i that does not vanish

  Pt largest_hang;   ///< at the end of a line
  Pt largest_after;  ///< at the start of one: what a discretionary puts there

  explicit Ledger(std::span<const Node> list);
};

/// Where a line begins: what all lines from there share.
struct LineStart {
  std::size_t node = no_node;  ///< the break before it; no_node: the paragraph's start
  std::size_t begin = 0;       ///< its first node
  Totals sums;                 ///< up to there, less what a discretionary puts there, with what hangs
  Pt hang;
};

/// Where a line would end: what all lines that end there share.
struct LineEnd {
  std::size_t node = 0;
  Chance chance;
  Totals sums;          ///< up to there, with what a discretionary puts there
  std::size_t box = 0;  ///< the one that hangs, if the line has it
  Pt hang;
  double demerits = 0;  ///< of the break itself
  bool last = false;    ///< of the paragraph
};

/// How a line would look.
struct LineFit {
  double ratio = 0, badness = 0;
  Fitness fitness = decent;
  Pt excess;
  Pt beyond;  ///< excess without the hyphen: more than 0, and every later break is overfull, too
  Pt missing;
  Pt stretch;
};

/// What a break at a node means; `automatic`: discretionaries that are automatic count, too.
[[nodiscard]] std::optional<Chance> chance_at(const Node& node, bool automatic);

/// The first line's start.
[[nodiscard]] LineStart start_of(const Ledger& ledger);
/// Pre: a line may end at `node`, as `chance` says.
[[nodiscard]] LineStart start_after(const Ledger& ledger, std::size_t node, const Chance& chance);
/// Pre: a line may end at `node`, as `chance` says.
[[nodiscard]] LineEnd end_at(const Ledger& ledger, std::size_t node, const Chance& chance);

/// Badness of a line that is too short by `missing`, whose glue stretches by `stretch`.
[[nodiscard]] double looseness(Pt missing, Pt stretch);

/// Weighs a line; `extra` is stretch that is only reckoned.
[[nodiscard]] LineFit weigh(const Ledger& ledger, const LineStart& start, const LineEnd& end, Pt measure, Pt extra);

}  // namespace readout::layout
