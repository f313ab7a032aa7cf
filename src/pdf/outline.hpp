// A glyph's outline in whole thousandths of an em: what a CFF program is made of.
//
// Fonts made by hand have points between the thousandths, each of which would take five bytes in a charstring. On whole
// ones no point moves by more than 0.0005 em, a two hundredth of a point in text: less than any printer's dot.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>
#include "text/face.hpp"

namespace readout::pdf {

/// A step of the pen, relative to where it stands: dx, dy (a curve: thrice, to each of its points in turn).
struct Stroke {
  enum class Kind : std::uint8_t { move, line, curve };
  Kind kind = Kind::line;
  std::array<int, 6> d{};
  friend bool operator==(const Stroke&, const Stroke&) = default;
};

struct Outline {
  std::vector<Stroke> strokes;                   ///< each contour begins with a move and closes itself
  int advance = 0;                               ///< thousandths
  int left = 0, bottom = 0, right = 0, top = 0;  ///< of all its points; all 0 when it has none
  std::string path{};  ///< charstring_path() of the strokes where it is known; then the strokes may be let go
};

/// Pre: the face has cubic outlines. Cost: linear in the outline.
[[nodiscard]] Outline outline_of(const text::Face& face, text::GlyphId glyph);

/// Outlines that were drawn once, with their paths. A face never changes, but must outlive this.
using Outlines = std::map<std::pair<const text::Face*, text::GlyphId>, Outline>;

}  // namespace readout::pdf
