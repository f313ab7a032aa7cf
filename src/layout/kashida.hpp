// Justified Arabic: words made longer by kashidas, beside the spaces that grow wider.
//
// A kashida is a number of whole tatweels (U+0640), shaped with its word: the face chooses the stroke for that length,
// and the marks stand where it puts them. They are in no text: a reader of the PDF gets the word as it was written.
// A word's elasticity is a node of the paragraph, so lines are chosen with it in mind. Of a line's words some are
// chosen, evenly over the line and by the rank of their joins (text/kashida.hpp), one kashida each;
// what these do not fill the spaces take. A word whose glyphs hang on what stands around it stays as it is.
#pragma once
#include <cstdint>
#include <span>
#include <vector>
#include "layout/clusters.hpp"

namespace readout::layout {

/// The words that may be made longer, in order, each with what it gives at ratio 1: its `share` of what it and the
/// space after it give together.
/// Pre: 0 <= share < 1.
[[nodiscard]] std::vector<KashidaPlace> kashida_places(const Clusters& clusters, double share);

/// A word with its kashida.
struct StretchedWord {
  struct Part {
    std::uint32_t first_glyph = 0, glyph_count = 0;
    Pt width;
  };
  std::uint32_t first = 0;          ///< its first cluster
  std::vector<Part> parts;          ///< one a cluster
  std::vector<text::Glyph> glyphs;  ///< visual order; clusters count from the paragraph's start
};
/// Makes some of the words longer; they are those of one line.
/// Gives: words in order, none longer and no more of them than the rules say, all together as near to `more` as whole
///         tatweels allow.
/// Cost:  some shapings of each word that it chooses.
[[nodiscard]] std::vector<StretchedWord> stretch_words(const Clusters& clusters, std::span<const KashidaPlace> places,
                                                       Pt more, const LineRules& rules, const SettingContext& context);

}  // namespace readout::layout
