// The styles of tables once more, smaller: layout takes them where a table is too narrow for its words.
#pragma once
#include "base/length.hpp"
#include "layout/story.hpp"

namespace readout::compose {

/// Adds to `story.small` what the cells of its tables are set in, at `share` of the size; nothing when that is the
/// whole.
void add_small_styles(layout::Story& story, Ratio share);

}  // namespace readout::compose
