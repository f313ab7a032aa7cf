// A glyph's outline in whole thousandths of an em: what a CFF program is made of.
//
// Fonts made by hand have points between the thousandths, each of which would take five bytes in a charstring. On whole
// ones no point moves by more than 0.0005 em, a two hundredth of a point in text: less than any printer's dot.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
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

/// Quadratic curves become cubic ones, which is exact but for the rounding.
/// Cost: linear in the outline.
[[nodiscard]] Outline outline_of(const text::Face& face, text::GlyphId glyph);

/// A glyph of a face at an offset in font units, y upward.
struct Part {
  text::GlyphId glyph = 0;
  int dx = 0, dy = 0;
  friend auto operator<=>(const Part&, const Part&) = default;
};
/// What a glyph is composed of, and its advance in font units.
using Composite = std::pair<std::vector<Part>, int>;
[[nodiscard]] Outline outline_of(const text::Face& face, const Composite& composite);

/// Outlines of a face that were drawn once; of each only its path is kept. The face must outlive this.
class FaceOutlines {
 public:
  explicit FaceOutlines(const text::Face& face);
  /// Hold until forget_most().
  [[nodiscard]] const Outline& of(text::GlyphId glyph);
  [[nodiscard]] const Outline& of(const Composite& composite);
  /// Has an ink box but no ink: 8/1000 em wide, advance 10/1000.
  [[nodiscard]] const Outline& carrier() const { return carrier_; }
  /// For between two documents: composites are forgotten when they have become many.
  void forget_most();

 private:
  const text::Face* face_;
  std::vector<std::unique_ptr<const Outline>> glyphs_;  ///< by id; null: not drawn yet
  std::map<Composite, const Outline> composites_;
  Outline carrier_;
};
using Outlines = std::map<const text::Face*, FaceOutlines>;

}  // namespace readout::pdf
