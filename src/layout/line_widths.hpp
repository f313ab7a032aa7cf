// How narrow a text may be set in one line, in two, and so on: what a table's column has to know of its cells.
#pragma once
#include <vector>
#include "layout/node.hpp"

namespace readout::layout {

/// Widths for tables and labels: `least` is the widest unbreakable piece, `natural` the whole on one line.
struct Widths {
  Pt least, natural;
};
/// The least width in which a text takes one line, in which two, and so on; a few, and none below its least.
using LineWidths = std::vector<Pt>;

/// `tight`: blanks and marks that are better kept are places where a line may end, too.
[[nodiscard]] Widths widths_of(const Nodes& nodes, bool tight);
/// Cost: O(nodes), a hundred times at most.
[[nodiscard]] LineWidths line_widths_of(const Nodes& nodes, bool tight);
/// The same of what is no plain text: as of one of short words.
[[nodiscard]] LineWidths line_widths_about(const Widths& widths);

}  // namespace readout::layout
