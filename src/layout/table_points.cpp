#include <optional>
#include "base/ascii.hpp"
#include "layout/galley.hpp"

namespace readout::layout {
namespace {

struct Extent {
  Pt left, right;           ///< of the line's ends
  std::optional<Pt> point;  ///< of the decimal point's left edge
};

/// A comma before three figures and no more parts thousands: "12,500" is a whole number.
bool is_thousands(const std::string& text, std::size_t comma) {
  std::size_t figures = 0;
  for (std::size_t i = comma + 1; i < text.size() && ascii::is_digit(text[i]); ++i) ++figures;
  return figures == 3;
}

/// Where a whole number has its point: before the sign or the unit that follows its figures ("0%"). Not of Arabic
/// figures, whose sign stands on their left.
std::optional<std::size_t> end_of_figures(const std::string& text) {
  const std::size_t last = text.find_last_of("0123456789");
  if (last == std::string::npos || last + 1 == text.size()) return std::nullopt;
  return last + 1;
}

/// The byte of the last decimal point that has a digit on its left: '.', ',' or the Arabic one.
std::optional<std::size_t> point_in(const std::string& text) {
  static constexpr std::string_view arabic = "\xD9\xAB";
  for (std::size_t i = text.size(); i-- > 1;) {
    const bool mark = text[i] == '.' || text[i] == ',' || text.compare(i, arabic.size(), arabic) == 0;
    if (text[i] == ',' && is_thousands(text, i)) continue;
    const auto before = static_cast<unsigned char>(text[i - 1]);
    if (mark && ((before >= '0' && before <= '9') || before >= 0x80)) return i;
  }
  return end_of_figures(text);
}

/// Left places of runs, whichever edge they are told from: a mirrored x grows to the left.
Pt left_of(const PlacedRun& run, bool mirrored) { return mirrored ? -(run.origin.x + run.width) : run.origin.x; }

Extent extent_of(const Strip& line, bool mirrored) {
  std::optional<Extent> extent;
  for (const auto& piece : line.pieces) {
    const auto* run = std::get_if<PlacedRun>(&piece.item);
    if (run == nullptr) continue;
    const Pt left = left_of(*run, mirrored);
    if (!extent) extent = Extent{left, left + run->width, {}};
    extent->left = min(extent->left, left);
    extent->right = max(extent->right, left + run->width);
    const auto at = point_in(run->text);
    if (!at) continue;
    Pt pen = left;
    for (const auto& glyph : run->glyphs) {
      if (glyph.cluster == *at) extent->point = pen;
      pen += glyph.advance;
    }
  }
  return extent.value_or(Extent{});
}

}  // namespace

std::pair<Pt, Pt> measure_at_point(const Paragraph& number, const std::string& lang, Workshop& shop) {
  const std::string& text = number.content.front().text;
  const Pt whole = measure_paragraph(number, lang, shop.setting).natural;
  const auto at = point_in(text);
  if (!at) return {whole, Pt{}};
  Paragraph tail = number;
  tail.content.front().text = text.substr(*at);
  const Pt after = measure_paragraph(tail, lang, shop.setting).natural;
  return {whole - after, after};
}

void align_on_point(const std::vector<Strip*>& lines, Pt start, Pt width, Align align, bool mirrored) {
  Pt before, after;
  std::vector<Extent> extents;
  for (const Strip* line : lines) {
    extents.push_back(extent_of(*line, mirrored));
    const Extent& e = extents.back();
    before = max(before, e.point.value_or(e.right) - e.left);
    after = max(after, e.point ? e.right - *e.point : Pt{});
  }
  const Pt spare = max(width - before - after, Pt{});
  Pt from = mirrored ? -(start + width) : start;  // left edge of the column
  if (align == Align::centre) from += spare / 2;
  if ((align == Align::end) != mirrored) from += spare;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Pt dx = from + before - extents[i].point.value_or(extents[i].right);
    shift_along(*lines[i], mirrored ? -dx : dx);
  }
}

}  // namespace readout::layout
