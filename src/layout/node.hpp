// What a paragraph is to the line breaker: boxes, glue, penalties and discretionaries.
//
// A line may end at glue that may break (the glue then vanishes), at a penalty, or at a discretionary.
// Glue and penalties right after the chosen break vanish, too, so that the next line begins with ink.
//
// Source: Knuth & Plass, "Breaking Paragraphs into Lines", Software: Practice & Experience 11 (1981).
#pragma once
#include <cstddef>
#include <span>
#include <variant>
#include <vector>
#include "base/length.hpp"

namespace readout::layout {

/// Costs from here on forbid a break, and from the negative on force one.
inline constexpr double forbidden = 10000, forced = -10000;

/// Shaped clusters that stay together.
struct Box {
  Pt width;
  Pt hang_before{}, hang_after{};  ///< what of it may stand outside the measure at the start or end of a line
  Pt give{};                       ///< by which its glyphs may become wider or narrower
  friend bool operator==(const Box&, const Box&) = default;
};
/// A space.
struct Glue {
  Pt width, stretch, shrink;
  bool fill = false;         ///< takes whatever is left of the line: badness 0 however short the line
  bool may_break = true;     ///< false: a no-break space
  double cost = 0;           ///< of a break here
  bool after_comma = false;  ///< or a dot that vanishes: lines of about equal length end here rather than elsewhere
  friend bool operator==(const Glue&, const Glue&) = default;
};
/// What a break here costs; takes no room.
struct Penalty {
  double cost = 0;
  bool flagged = false;  ///< leaves a hyphen at the line's end
  friend bool operator==(const Penalty&, const Penalty&) = default;
};
/// A place that looks different when a line ends in it: nothing or a ligature unbroken, a hyphen broken.
struct Discretionary {
  Pt before;  ///< width at the end of the line, less what hangs
  Pt after;   ///< width at the start of the next
  Pt whole;   ///< width when the line goes on
  double cost = 50;
  bool flagged = true;
  bool automatic = true;  ///< not considered before the second pass
  friend bool operator==(const Discretionary&, const Discretionary&) = default;
};
using Node = std::variant<Box, Glue, Penalty, Discretionary>;
using Nodes = std::vector<Node>;

/// What stands outside the measure at the end of a line [begin, end): of its last box, be it followed by filling glue.
/// A discretionary has its own width, less what hangs.
[[nodiscard]] Pt hang_at_end(std::span<const Node> nodes, std::size_t begin, std::size_t end);

}  // namespace readout::layout
