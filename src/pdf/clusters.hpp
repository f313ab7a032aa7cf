// The clusters of a placed run: which glyphs stand for which characters.
#pragma once
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>
#include "base/utf8.hpp"
#include "layout/document.hpp"

namespace readout::pdf {

/// Glyphs of a run that belong together, and what they say.
struct Cluster {
  std::vector<std::size_t> glyphs;  ///< indices into the run's glyphs: the base first, then its marks
  std::u32string text;
  Pt left;     ///< of the cluster's pen position from the run's origin
  Pt advance;  ///< of all its glyphs
};

/// Gives: the clusters in logical order; their texts, joined, are the run's text.
/// `glyphs`: the run's, unpacked.
[[nodiscard]] std::vector<Cluster> clusters_of(const layout::PlacedRun& run,
                                               const std::vector<layout::PlacedGlyph>& glyphs);
/// For a run at an even level, without a cluster being made: calls show(glyph, text) for each glyph, left to right,
/// with its share of its cluster's text: one character a glyph, the rest to the last; empty for a glyph that adds
/// nothing.
template <class Show>
void for_each_share(const layout::PlacedRun& run, const Show& show) {
  std::vector<layout::PlacedGlyph> cluster;
  std::u32string share;
  std::size_t begin = 0, end = 0;  // of the cluster's text
  for (auto next = run.glyphs.begin(); next != run.glyphs.end(); begin = end) {
    cluster.assign(1, *next);
    for (++next; next != run.glyphs.end() && next->cluster <= cluster.front().cluster; ++next) cluster.push_back(*next);
    end = next != run.glyphs.end() ? next->cluster : run.text.size();
    if (cluster.size() == 1 && end == begin + 1) {  // as nearly all are
      const auto character = static_cast<char32_t>(static_cast<unsigned char>(run.text[begin]));
      show(cluster.front(), std::u32string_view(&character, 1));
      continue;
    }
    std::size_t at = begin;
    for (std::size_t i = 0; i < cluster.size(); ++i) {
      share.clear();
      while (at < end && (share.empty() || i + 1 == cluster.size())) {
        const utf8::Decoded decoded = utf8::decode(std::string_view(run.text).substr(0, end), at);
        share += decoded.value;
        at += decoded.length;
      }
      show(cluster[i], std::u32string_view(share));
    }
  }
}

}  // namespace readout::pdf
