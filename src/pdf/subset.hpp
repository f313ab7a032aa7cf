// The glyphs of one face that a document shows, drawn anew as a CFF program: no hints, no layout tables.
//
// Faces with TrueType outlines become CFF as well: it lets each glyph have any code, and as many as it needs, and
// glyphs be composed of others. An Arabic letter with its marks is one glyph to the readers of a PDF. One more is the
// carrier, a glyph without area that carries a further character.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>
#include "pdf/outline.hpp"
#include "text/face.hpp"

namespace readout::pdf {

using text::GlyphId;

struct FontCode {
  std::uint16_t cid = 0;
  GlyphId glyph = 0;    ///< as Subset has it
  int advance = 0;      ///< font units
  std::u32string text;  ///< not empty
};
using FontCodes = std::vector<FontCode>;  ///< by ascending cid

/// Glyphs keep their ids; those that are added have ids that no face has.
class Subset {
 public:
  /// `outlines`: of that face; they and the face must outlive this.
  Subset(const text::Face& face, FaceOutlines& outlines) : face_(&face), outlines_(&outlines) {}

  /// Font units.
  [[nodiscard]] int advance(GlyphId glyph) const;
  /// A new glyph made of parts; the same parts and advance give the same glyph.
  [[nodiscard]] GlyphId compose(std::vector<Part> parts, int advance);
  /// The glyph that has an ink box but no ink.
  [[nodiscard]] GlyphId carrier();

  /// A bare CFF table with these codes.
  /// Cost: linear in the outlines.
  [[nodiscard]] std::string program(const FontCodes& codes) const;

 private:
  struct Added {
    int advance = 0;
    const Outline* outline = nullptr;
  };
  const text::Face* face_;
  FaceOutlines* outlines_;
  std::vector<Added> added_;
  std::map<Composite, GlyphId> composed_;
  std::optional<GlyphId> carrier_;
};

}  // namespace readout::pdf
