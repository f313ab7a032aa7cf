// A paragraph's text -> runs of glyphs, each with the cluster of text it stands for.
//
// Itemising cuts the text by embedding level (UAX #9 through FriBidi), script (UAX #24), style and
// face; a face that lacks a character gives way to the next of its style's list, cluster by cluster,
// so that a mark never parts from its base. HarfBuzz shapes every run with the text around it as context.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>
#include "base/length.hpp"
#include "text/font_book.hpp"

namespace readout::text {

enum class Direction { ltr, rtl };

/// OpenType features that a template may switch; on top of the face's defaults (liga, kern, marks).
struct Features {
  bool small_caps = false;      ///< smcp
  bool all_small_caps = false;  ///< smcp + c2sc
  bool old_style = false;       ///< onum, but for words of capitals and figures (G20), and UTC+02:00; otherwise lnum
  bool tabular = false;         ///< tnum; otherwise pnum
  bool ligatures = true;        ///< liga, clig
  bool kerning = true;
  friend bool operator==(const Features&, const Features&) = default;
};

/// How one script is set in a style.
struct Setting {
  std::vector<FaceId> faces;  ///< wanted face first, then what may stand in for it; never empty, no other is tried
  Pt size;
  Features features;
  Pt tracking;  ///< between clusters, see shape(); never in Arabic
  friend bool operator==(const Setting&, const Setting&) = default;
};

struct Style {
  Setting latin;   ///< Latin and every script but Arabic
  Setting arabic;  ///< Arabic script
  friend bool operator==(const Style&, const Style&) = default;
};

/// How a stretch stands apart from what is around it in its direction: FSI, LRI or RLI before it and PDI after it, none
/// of which are in the text (UAX #9, 2.4).
enum class Isolation : std::uint8_t { none, first_strong, ltr, rtl };

/// A stretch of the paragraph's text under one style and language.
struct Stretch {
  std::size_t begin = 0, end = 0;  ///< bytes; stretches cover the text in order
  const Style* style = nullptr;
  std::string_view lang;  ///< BCP 47
  Isolation isolate = Isolation::none;
  bool same_isolate = false;  ///< stands in one isolate with the stretch before
};

struct Glyph {
  GlyphId id = 0;
  std::uint32_t cluster = 0;  ///< byte offset in the paragraph's text
  Pt advance, dx, dy;         ///< dy grows downward
  friend bool operator==(const Glyph&, const Glyph&) = default;
};

/// Where an isolate begins or ends there is a character of its own in the algorithm, but none in the text: it keeps
/// apart what would else be turned round together ("2027" and the mark of a note).
inline constexpr std::uint8_t no_edge = 255;

/// Glyphs of one face, size, level and style, in visual (left to right) order.
struct Run {
  std::size_t begin = 0, end = 0;  ///< bytes of the paragraph's text
  FaceId face = 0;
  Pt size;
  std::uint8_t level = 0;       ///< odd = right to left
  std::uint8_t edge = no_edge;  ///< level of the isolate's end that stands before it
  bool arabic = false;          ///< script is Arabic
  std::size_t stretch = 0;      ///< index of the Stretch
  std::vector<Glyph> glyphs;
  friend bool operator==(const Run&, const Run&) = default;
};

struct MissingCharacter {
  char32_t character = 0;
  std::size_t offset = 0;  ///< byte in the text
  std::size_t stretch = 0;
};

struct ShapedText {
  std::vector<Run> runs;  ///< logical order
  std::vector<MissingCharacter> missing;
};

class Words;

/// Shapes one paragraph. `words`: what need not be shaped again (words.hpp); the same comes out with and without.
/// Pre:    text is well-formed UTF-8 without line breaks; stretches cover it.
/// Gives:  runs in logical order that cover the text, each within one stretch; a run of invisible characters only has
///         no glyphs. What no face has is in `missing` and not shown as .notdef. Joiners, selectors, bidi controls,
///         soft hyphens and zero-width spaces leave no glyph: their bytes belong to the cluster before. A ligature over
///         a soft hyphen is one cluster; who breaks the line inside it shapes both halves anew.
///         Clusters of right-to-left runs are a base with all its marks; of others as fine as the text: a mark with a
///         glyph of its own is a cluster of its own.
///         Tracking is added to the advance of a cluster that another letterspaced one follows: not between a base and
///         its mark, not at the end of the text or before text without tracking. It parts ligatures.
/// Errors: a face that cannot be opened is told to diags.
/// Cost:   linear in the text.
[[nodiscard]] ShapedText shape(std::string_view text, const std::vector<Stretch>& stretches, Direction direction,
                               const FontBook& fonts, Diagnostics& diags, Words* words = nullptr);

/// Order in which runs of a line are seen from left to right (UAX #9, L2), given their levels in logical order.
[[nodiscard]] std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

enum class BreakKind : std::uint8_t { none, allowed, mandatory };
/// Where a line may end (UAX #14): one entry a byte; entry i tells of a break before byte i. The last
/// position is not in it. U+00A0, U+2011, U+2060 never break; U+00AD and U+200B may.
[[nodiscard]] std::vector<BreakKind> break_opportunities(std::string_view text);

/// Base direction by the first strong character (UAX #9, P2 and P3); `otherwise` when there is none.
[[nodiscard]] Direction first_strong(std::string_view text, Direction otherwise);
/// True when the text holds a letter of the Arabic script.
[[nodiscard]] bool has_arabic(std::string_view text);

/// Capitals by Unicode's simple and special case mapping for Latin, Greek and Cyrillic (ß -> SS); the rest as it is,
/// also the symbols of units, which in capitals are others: words with ² or ³ in them; "km", "GWh", "EUR/t" and what
/// else is no word of a language; "m", "t", "h", "min", "ha" and the like where nothing else can be meant: alone in
/// brackets, after a figure, a currency or "in", and as the last word after a comma: "Cost, EUR m", "Length (m)".
[[nodiscard]] std::string upper_case(std::string_view text);

[[nodiscard]] std::string dump(const ShapedText& shaped, std::string_view text, const FontBook& fonts);

}  // namespace readout::text
