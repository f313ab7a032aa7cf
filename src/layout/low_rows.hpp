// Widths of a table's columns at which its rows are lowest.
//
// A column is looked at only as wide as one of its cells needs to take a line less (LineWidths), so that nothing is
// given for nothing. All begin as wide as they like; where that is more than there is, the one gives way that costs
// least for what it gives. Then each is tried a little wider again, at the others' cost, as long as that helps.
#pragma once
#include <vector>
#include "layout/galley.hpp"

namespace readout::layout {

/// Gives: widths that may leave some of the room.
/// Pre:   the wishes have cells, as many each; the least widths fit, the natural ones do not.
/// Cost:  O(rows x columns^2 x steps), with few steps a column; rows are few, too (rows_looked_at).
[[nodiscard]] std::vector<Pt> widths_of_low_rows(const std::vector<ColumnWish>& wishes, Pt room);

}  // namespace readout::layout
