// A face cut down to the glyphs that a document shows, as a PDF embeds it.
//
// New glyph ids stand in the order of the old ones; no hints, no layout tables. TrueType is cut by HarfBuzz, and what
// it cannot do is added here: glyphs composed of others (an Arabic letter with its marks is one glyph to the readers of
// a PDF), and the carrier, a glyph without area that carries a further character. CFF is drawn anew from its outlines:
// that is half as large, and lets each glyph have any code, and as many as it needs.
//
// Source: OpenType 1.9, glyf, loca, hmtx, maxp, head, hhea.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>
#include "pdf/outline.hpp"
#include "text/face.hpp"

namespace readout::pdf {

using text::GlyphId;

/// A glyph of the face at an offset in font units, y upward.
struct Part {
  GlyphId glyph = 0;
  int dx = 0, dy = 0;
  friend auto operator<=>(const Part&, const Part&) = default;
};

struct FontCode {
  std::uint16_t cid = 0;
  GlyphId glyph = 0;    ///< of the subset
  int advance = 0;      ///< font units
  std::u32string text;  ///< not empty
};
using FontCodes = std::vector<FontCode>;  ///< by ascending cid

class Subset {
 public:
  /// Pre: `glyphs` is sorted, ids of `face`. nullopt when HarfBuzz refuses.
  /// `known`: outlines that need not be drawn again, and where new ones are left.
  /// Cost: linear in the outlines of the glyphs.
  [[nodiscard]] static std::optional<Subset> make(const text::Face& face, const std::vector<GlyphId>& glyphs,
                                                  Outlines* known = nullptr);
  /// Pre (of all that follow): what `known` was lives.

  /// Pre: `old` was among the glyphs.
  [[nodiscard]] GlyphId renamed(GlyphId old) const;
  /// What the subset's own hmtx says, in font units. Takes new ids.
  [[nodiscard]] int advance(GlyphId glyph) const { return advances_[glyph]; }
  [[nodiscard]] bool is_cff() const { return cff_; }

  /// A new glyph made of `parts` (old ids); the same parts and advance give the same glyph. Pre: TrueType.
  [[nodiscard]] GlyphId compose(const std::vector<Part>& parts, int advance);
  /// The glyph that has an ink box but no ink: 8/1000 em wide, advance 10/1000. Pre: TrueType.
  [[nodiscard]] GlyphId carrier();

  /// The font program: an OpenType file with TrueType outlines, or a bare CFF table with these codes.
  [[nodiscard]] std::string program(const FontCodes& codes) const;

 private:
  Subset() = default;
  void draw(const text::Face& face, const std::vector<GlyphId>& glyphs, Outlines* known);
  [[nodiscard]] std::string cff_program(const FontCodes& codes) const;
  [[nodiscard]] GlyphId append(std::string outline, int advance, int left_bearing);

  bool cff_ = false;
  int units_per_em_ = 1000;
  std::string program_;                   ///< TrueType: as HarfBuzz gave it; CFF: its PostScript name
  std::vector<const Outline*> drawn_;     ///< CFF only, by new id
  std::unique_ptr<Outlines> own_;         ///< where those are that nobody knew
  std::vector<GlyphId> renamed_;          ///< by old id; `absent` for those that were not among the glyphs
  std::vector<int> advances_, bearings_;  ///< by new id
  std::vector<std::string> outlines_;     ///< glyf entries by new id; TrueType only
  std::map<std::pair<std::vector<Part>, int>, GlyphId> composed_;
  std::size_t first_added_ = 0;
  std::optional<GlyphId> carrier_;
  int most_parts_ = 0;
};

}  // namespace readout::pdf
