// Paragraph -> lines: chooses the breakpoints with the least total demerits.
//
// A paragraph is a list of nodes: boxes (shaped clusters), glue (spaces that stretch and shrink),
// penalties and discretionaries (what a break here costs). This file only chooses; it measures no
// text, so it is tested with hand-made boxes and no font.
//
// Three passes, as TeX has them. The first looks at no automatic discretionary and takes lines of a
// badness up to `pretolerance`; the second takes discretionaries and `tolerance`, and where there is no way with four
// times as much, up to `loose_tolerance`: lines are rather known to be loose than reckoned to be better. The third, the
// emergency pass, reckons every line `emergency_stretch` more elastic and takes any line: those that
// cannot fit cost more than anything else and come back `overfull`. Where the best of a pass ends in a stub, or has a
// break that costs more than the pass's tolerance, from `dear_cost` to `dear_tolerance`, the next follows, and the
// second looks at lines as loose as a stub is dear, or `dear_tolerance`. Within a pass the choice is optimal: no other
// breaking has a smaller cost (the least excess first, then the least demerits).
//
// Badness is 100 times the ratio's cube, in whole numbers. Demerits of a line: (line_penalty + badness)^2, with the
// break's cost squared added (or taken off, when it is negative); adjacent_demerits where its fitness class (very
// loose, loose, decent, tight) is two or more away from that of the line before; double_hyphen_demerits where two
// flagged breaks follow each other; final_hyphen_demerits where the last line but one is flagged; stub_demerits where
// the last line is a little shorter than stub_width, and up to twice that where it is shorter still, four times as much
// where it is the end of a hyphenated word; not in the
// emergency pass, in which a gaping line counts less than it.
//
// Where a box may give, its glyphs become wider or narrower first, at no cost; the spaces take the rest.
//
// Source: Knuth & Plass, "Breaking Paragraphs into Lines", Software: Practice & Experience 11 (1981);
// Knuth, "TeX: The Program", parts 38 and 39. Other than in TeX a hyphen too wide for the line does not
// close the search for a later break without it.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>
#include "layout/node.hpp"

namespace readout::layout {

struct LineBreakParams {
  double pretolerance = 100;   ///< largest badness in the first pass; negative: no first pass
  double tolerance = 200;      ///< largest badness in the second pass
  double loose_tolerance = 0;  ///< and in the last before the third
  double dear_cost = 0;        ///< the cheapest break that lines are made looser for
  double dear_tolerance = 0;   ///< the dearest of them, and the largest badness of such lines; 0: there are none
  double line_penalty = 10;
  double adjacent_demerits = 10000;
  double double_hyphen_demerits = 10000;
  double final_hyphen_demerits = 5000;
  double stub_demerits = 0;
  int max_hyphens = 0;   ///< lines in a row that may end in a hyphen before the third pass; 0: any number
  Pt stub_width;         ///< natural width below which a last line is a stub
  Pt emergency_stretch;  ///< what the third pass adds to each line's stretch
  Pt line_end_stretch;   ///< white space that a ragged line may leave at its end(s) at badness 100
};

/// One chosen line. Its content is [first, end); node `end` is the break; [end, last) vanish or hang.
struct Line {
  std::size_t first = 0, end = 0, last = 0;
  double ratio = 0;       ///< < 0 shrink, > 0 stretch; dimensionless; 0 where glue fills the line
  bool overfull = false;  ///< even shrunk it is wider than the measure; the caller reports it
  friend bool operator==(const Line&, const Line&) = default;
};
struct BrokenLines {
  std::vector<Line> lines;
  double demerits = 0;
  Pt excess;             ///< by how much the overfull lines are too wide, all in all
  int pass = 1;          ///< 1 to 3
  std::size_t work = 0;  ///< nodes that were looked at and lines that were weighed, in all passes
};

/// Breaks `nodes` into lines of width `measure`.
/// Pre:    `nodes` ends in a forced break; no width is negative, no glue shrinks by more than its width.
/// Gives:  lines in order, covering every node once; never empty.
/// Errors: none. A line that cannot fit comes back `overfull`, never dropped.
/// Cost:   O(nodes x breakpoints that fit on one line).
[[nodiscard]] BrokenLines break_lines(std::span<const Node> nodes, Pt measure, const LineBreakParams& params = {});

/// The first pass alone; nullopt when no breaking keeps to pretolerance.
[[nodiscard]] std::optional<BrokenLines> break_without_hyphens(std::span<const Node> nodes, Pt measure,
                                                               const LineBreakParams& params);

/// The same for titles, names, facts and cells of tables (line_balance.cpp).
/// Pre:    as break_lines; no blank shrinks.
/// Gives:  as many lines, and no dearer breaks, in about the narrowest measure that allows them; what has more than a
///         dozen lines or 512 places to break as break_lines gives it.
/// Cost:   about twice break_lines, where there are two lines or more.
[[nodiscard]] BrokenLines balance_lines(std::span<const Node> nodes, Pt measure, const LineBreakParams& params);

}  // namespace readout::layout
