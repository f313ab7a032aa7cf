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
#include "text/kashida.hpp"
#include "text/ties.hpp"

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
  bool by_patterns = false;  ///< no soft hyphen of the text: a hyphen that the language's patterns allow
  bool dear = false;         ///< only where a line would gape without
};

/// Where lines may end in a text, by its bytes: found once, however often nodes are made of it.
struct LineEnds {
  std::vector<text::BreakKind> before;  ///< by UAX #14
  std::vector<text::Tie> ties;          ///< of the blanks at which a line may end; of others none
};

struct Clusters {
  JoinedText joined;
  LineEnds line_ends;
  text::ShapedText shaped;
  std::vector<Cluster> list;  ///< logical order
  std::vector<Split> splits;
};
/// Shapes the paragraph. Faults of shaping (missing characters, faces) are told.
[[nodiscard]] Clusters shape_paragraph(const Paragraph& paragraph, const std::string& lang, SettingContext& context);

/// Between words of Arabic, kerning that reaches over a blank leaves at least seven tenths of it.
void keep_blanks_open(Clusters& clusters, const SettingContext& context);

/// `with_capitals`: dear hyphens in words that begin with a capital, too, where a line would gape without.
enum class Hyphens : std::uint8_t { usual, with_capitals };

/// Adds the hyphens that the languages' patterns allow: an empty cluster of kind soft_hyphen between two letters, a
/// split ligature; those that are there stay. Never in names of people and sides, words with a digit or with two
/// capitals, addresses, words with a hyphen of their own, terms, nor, but `with_capitals`, in words that begin with a
/// capital where not all nouns do; in a tight table capitals do not count.
/// Gives:  false when no word may be broken.
/// Errors: patterns that cannot be read; none for a language without patterns.
bool add_hyphens(Clusters& clusters, const Paragraph& paragraph, SettingContext& context,
                 Hyphens which = Hyphens::usual);

/// Shapes text as part of `run`: in its style, with its face alone.
[[nodiscard]] std::vector<text::Glyph> shape_alone(const Clusters& clusters, const text::Run& run,
                                                   std::string_view text, const SettingContext& context);

/// The hyphen that ends a line in that run, its clusters 0: the hyphen proper, or what stands for it in such faces.
[[nodiscard]] std::vector<text::Glyph> hyphen_glyphs(const Clusters& clusters, const text::Run& run,
                                                     const SettingContext& context);

/// A word that may be made longer: clusters [first, end), behind cluster `before`.
struct KashidaPlace {
  std::uint32_t first = 0, end = 0, before = 0;
  text::KashidaRule rule = text::KashidaRule::before_other;
  Pt stretch;  ///< at ratio 1
};

/// Nodes with the clusters they came from: node i holds [cluster_at[i], cluster_at[i + 1]).
struct ParagraphNodes {
  Nodes nodes;
  std::vector<std::uint32_t> cluster_at;
  bool has_hyphens = false;              ///< soft hyphens
  bool has_emergencies = false;          ///< breaks between letters
  bool has_addresses = false;            ///< which may be parted between letters
  bool has_wide_pieces = false;          ///< wider than the measure
  std::vector<KashidaPlace> kashidas{};  ///< in order; each has a node of its own, a space of no width
};
struct NodeParams {
  bool rigid = false;  ///< spaces keep their width (ragged setting)
  bool hang = false;   ///< punctuation may stand partly outside the measure
  double hyphen_penalty = 50, explicit_hyphen_penalty = 50;
  Pt measure;                ///< pieces wider than this may be broken between letters; 0: none are
  double kashida_share = 0;  ///< of what a word and the space after it give, the part that the word gives
  double space_width = 1, space_stretch = 0.5, space_shrink = 1.0 / 3;  ///< shares of a space as the typeface has it
  double expand = 0;                      ///< share of their width by which letters may become wider or narrower
  bool balanced = false;                  ///< short lines of about equal length: cells, titles
  const SettingContext* faces = nullptr;  ///< tells which words are bold, and keep their length; none: all may grow
};
inline constexpr double year_cost = 150;          ///< of a blank before a year; others that are better kept cost more
inline constexpr double ragged_year_cost = 800;   ///< where a line may end short before the day
inline constexpr double lead_cost = 60;           ///< of a blank after "لا": rather a line of that badness
inline constexpr double ragged_lead_cost = 1050;  ///< where a line may end short before it
/// Inside "Page 3" or a code, and after a particle: rather a line of badness 1500; elsewhere inside a name; and the
/// cheapest of such breaks.
inline constexpr double tie_cost = 1500, name_cost = 1250, least_tie_cost = 1200;
inline constexpr double emergency_cost = 3000, emergency_blank_cost = 1000;
/// True where the glyphs of a run may become wider or narrower: not of Arabic, which has kashida, nor from right to
/// left.
[[nodiscard]] inline bool may_give(const text::Run& run) { return !run.arabic && run.level % 2 == 0; }
[[nodiscard]] ParagraphNodes nodes_of(const Clusters& clusters, const NodeParams& params);
/// The same, where `before` were the nodes with these parameters, and hyphens of the patterns have come for the first
/// time since. Cost: of the words with hyphens.
[[nodiscard]] ParagraphNodes with_hyphens(const ParagraphNodes& before, const Clusters& clusters,
                                          const NodeParams& params);

/// Tells where a line may end (U+00AD, U+200B, U+2060, U+FEFF), and nothing where there are no lines.
[[nodiscard]] bool is_break_mark(char32_t character);
/// A break mark, or what tells which way the text runs (UAX #9), and nothing once it is set.
[[nodiscard]] bool is_layout_control(char32_t character);

}  // namespace readout::layout
