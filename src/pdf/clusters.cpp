#include "pdf/clusters.hpp"

#include <algorithm>
#include <string_view>

#include "base/utf8.hpp"

namespace readout::pdf {
namespace {

/// Where each glyph's pen stands: the sum of the advances before it.
std::vector<Pt> pens_of(const std::vector<layout::PlacedGlyph>& glyphs) {
  std::vector<Pt> pens;
  Pt pen;
  for (const auto& glyph : glyphs) {
    pens.push_back(pen);
    pen += glyph.advance;
  }
  return pens;
}

}  // namespace

std::vector<Cluster> clusters_of(const layout::PlacedRun& run, const std::vector<layout::PlacedGlyph>& glyphs) {
  const bool reversed = run.level % 2 != 0;
  const std::vector<Pt> pens = pens_of(glyphs);
  std::vector<Cluster> clusters;
  std::vector<std::size_t> starts;
  for (std::size_t step = 0; step < glyphs.size(); ++step) {
    const std::size_t i = reversed ? glyphs.size() - 1 - step : step;
    const auto& glyph = glyphs[i];
    if (clusters.empty() || glyph.cluster > starts.back()) {
      clusters.emplace_back().left = pens[i];
      starts.push_back(glyph.cluster);
    }
    Cluster& cluster = clusters.back();
    cluster.glyphs.push_back(i);
    cluster.left = min(cluster.left, pens[i]);
    cluster.advance += glyph.advance;
  }
  const std::string_view text = run.text;
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    const std::size_t begin = i == 0 ? 0 : starts[i];  // what was dropped before the first glyph belongs to it
    const std::size_t end = i + 1 < clusters.size() ? starts[i + 1] : text.size();
    clusters[i].text = utf8::to_utf32(text.substr(std::min(begin, end), end - std::min(begin, end)));
  }
  return clusters;
}

}  // namespace readout::pdf
