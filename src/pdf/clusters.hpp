// The clusters of a placed run: which glyphs stand for which characters.
#pragma once
#include <cstddef>
#include <string>
#include <vector>
#include "layout/document.hpp"

namespace readout::pdf {

/// Glyphs of a run that belong together, and what they say.
struct Cluster {
  std::vector<std::size_t> glyphs;  ///< indices into PlacedRun::glyphs: the base first, then its marks
  std::u32string text;
  Pt left;     ///< of the cluster's pen position from the run's origin
  Pt advance;  ///< of all its glyphs
};

/// Gives: the clusters in logical order; their texts, joined, are the run's text.
[[nodiscard]] std::vector<Cluster> clusters_of(const layout::PlacedRun& run);
/// The share of a cluster's text that falls to each of its glyphs: one character a glyph, the rest to the last;
/// empty for a glyph that adds nothing.
[[nodiscard]] std::vector<std::u32string> shares_of(const Cluster& cluster);

}  // namespace readout::pdf
