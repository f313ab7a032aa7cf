// A shaped paragraph -> clusters in logical order, and clusters -> nodes for the line breaker.
//
// A paragraph is shaped once. Lines are cut between clusters, whose glyphs are copied, never shaped again; only
// a soft hyphen inside a ligature has its two halves shaped beside the whole.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>
#include "layout/inline_text.hpp"
#include "layout/node.hpp"
#include "layout/paragraph.hpp"

namespace readout::layout {

/// Glyphs that stand for bytes [begin, end) of the paragraph's text.
struct Cluster {
  enum class Kind : std::uint8_t { ink, space, soft_hyphen };
  std::uint32_t begin = 0, end = 0;
  std::uint32_t run = 0;
  std::uint32_t first_glyph = 0, glyph_count = 0;  ///< in the run's glyphs (visual order)
  Pt width;
  Kind kind = Kind::ink;
  std::uint32_t split = 0;  ///< soft_hyphen: index into Clusters::splits
};

/// What a soft hyphen becomes where a line ends in it. Glyph clusters count from the paragraph's start.
struct Split {
  std::uint32_t at = 0;  ///< first byte after the soft hyphen
  std::vector<text::Glyph> before, after;
  Pt before_width, after_width;
};

struct Clusters {
  JoinedText joined;
  text::ShapedText shaped;
  std::vector<Cluster> list;  ///< logical order
  std::vector<Split> splits;
};
/// Shapes the paragraph. Faults of shaping (missing characters, faces) are told.
[[nodiscard]] Clusters shape_paragraph(const Paragraph& paragraph, const std::string& lang, SettingContext& context);

/// Nodes with the clusters they came from: node i holds [cluster_at[i], cluster_at[i + 1]).
struct ParagraphNodes {
  Nodes nodes;
  std::vector<std::uint32_t> cluster_at;
  bool has_hyphens = false;      ///< soft hyphens
  bool has_emergencies = false;  ///< breaks between letters
};
struct NodeParams {
  bool rigid = false;  ///< spaces keep their width (ragged setting)
  bool filled = true;  ///< the last line may be short
  Pt measure;          ///< pieces wider than this may be broken between letters; 0: none are
};
inline constexpr double emergency_cost = 3000, emergency_blank_cost = 1000;
[[nodiscard]] ParagraphNodes nodes_of(const Clusters& clusters, const NodeParams& params);

/// Tells where a line may end (U+00AD, U+200B, U+2060) or which way the text runs (UAX #9), and nothing once it
/// is set.
[[nodiscard]] bool is_layout_control(char32_t character);

}  // namespace readout::layout
