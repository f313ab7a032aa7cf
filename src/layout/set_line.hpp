// Chosen lines -> placed runs: justified, cut at styles and levels, put into visual order.
#pragma once
#include <vector>
#include "layout/clusters.hpp"
#include "layout/line_breaker.hpp"
#include "layout/paragraph.hpp"

namespace readout::layout {

struct LineParams {
  const Paragraph& paragraph;
  const Clusters& clusters;
  const ParagraphNodes& nodes;
  Pt measure;
  bool justified = false;
  SettingContext& context;
};
/// Gives:  for each line its runs in logical order with their places; a blank that ends it hangs beyond it, at the
///         paragraph's level (UAX #9, L1). Layout controls are left out, but for a soft hyphen that ends a line.
/// Cost:   linear in the lines.
[[nodiscard]] std::vector<SetLine> set_lines(const std::vector<Line>& lines, const LineParams& params);

}  // namespace readout::layout
