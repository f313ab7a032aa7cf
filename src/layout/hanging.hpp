// Margin kerning: how much of a punctuation mark stands outside an even edge, so that the edge looks even.
//
// A hyphen or a full stop is mostly white: set flush, it leaves a dent in the margin. Of each mark a share of its width
// hangs out; letters and figures stay inside, and so does Arabic. The shares decide which lines are chosen: they are in
// the paragraph's nodes, not added to lines that are chosen already.
//
// Source: Hàn Thế Thành, "Micro-typographic extensions to the TeX typesetting system" (2000); the shares are near those
// that the microtype package gives old-style faces.
#pragma once
#include <span>
#include "layout/clusters.hpp"

namespace readout::layout {

/// Of what stands at the start (the end) of a line.
[[nodiscard]] Pt hang_before(const Clusters& clusters, const Cluster& cluster);
[[nodiscard]] Pt hang_after(const Clusters& clusters, const Cluster& cluster);
/// Of the hyphen of a broken word.
[[nodiscard]] Pt hang_of_hyphen(const Split& split);

}  // namespace readout::layout
