#include "pdf/rtl_text.hpp"

#include <string>

#include "pdf/clusters.hpp"

namespace readout::pdf {
namespace {

std::string bytes_of(const Code& code) {
  return {static_cast<char>(code.cid >> 8), static_cast<char>(code.cid & 0xFF)};
}

}  // namespace

void show_rtl(const layout::PlacedRun& run, Content& content, Fonts& fonts) {
  content.stretch(100);
  content.fill(run.colour);
  for (const Cluster& cluster : clusters_of(run)) {
    const auto shares = shares_of(cluster);
    for (std::size_t i = 0; i < cluster.glyphs.size(); ++i) {
      const layout::PlacedGlyph& glyph = run.glyphs[cluster.glyphs[i]];
      const Code code = fonts.code(run.face, glyph.id, shares[i]);
      content.font(Fonts::resource_name(code.font), run.size);
      content.place((run.origin.x + glyph.x).points(), (run.origin.y + glyph.y).points());
      content.show(bytes_of(code));
    }
  }
}

}  // namespace readout::pdf
