#include "pdf/ltr_text.hpp"

#include <cmath>
#include <optional>
#include <string_view>

#include "pdf/clusters.hpp"
#include "pdf/syntax.hpp"

namespace readout::pdf {
namespace {

constexpr std::size_t usual_share = 4;  ///< bytes of an array for each glyph

/// A string of one font at one height, collected into the inside of a TJ array.
class Line {
 public:
  Line(const layout::PlacedRun& run, int units_per_em, Content& content)
      : run_(run), content_(content), em_(run.size.points() * run.scale / 1000), units_(em_ / units_per_em) {
    codes_.reserve(2 * run.glyphs.size());
    array_.reserve(usual_share * run.glyphs.size());
  }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  ~Line() = default;

  void add(const Code& code, double x, double y, int step) {
    if (!font_ || *font_ != code.font || y != y_ || step != step_) begin(code.font, x, y, step);
    // In a TJ array a number moves left by thousandths of the size as it is drawn wide; whole ones do, since the error
    // is not carried on.
    const double off = (pen_ - x) * 1000.0 / em_;
    if (off >= 0.5 || off <= -0.5) {
      const double adjustment = std::round(off);
      close_string();
      append_integer(array_, static_cast<std::int64_t>(adjustment));
      pen_ -= adjustment * em_ / 1000.0;
    }
    const char bytes[2] = {static_cast<char>(code.cid >> 8), static_cast<char>(code.cid & 0xFF)};
    codes_.append(bytes, sizeof bytes);
    pen_ += code.advance * units_;
  }

  /// Shows what was collected. Call it after the last glyph; no destructor does it, since it may run out of memory.
  void flush() {
    if (array_.empty()) {
      if (!codes_.empty()) content_.show(codes_);
    } else {
      close_string();
      content_.show_array(array_);
    }
    array_.clear();
    codes_.clear();
  }

 private:
  void begin(std::uint32_t font, double x, double y, int step) {
    flush();
    content_.font(font, run_.size, step);
    content_.place(run_.origin.x.points() + x, run_.origin.y.points() + y);
    font_ = font;
    step_ = step;
    pen_ = x;
    y_ = y;
  }
  void close_string() {
    if (!codes_.empty()) append_literal(array_, codes_);
    codes_.clear();
  }

  const layout::PlacedRun& run_;
  Content& content_;
  double em_;     ///< as wide as it is drawn
  double units_;  ///< points a unit of the font
  std::optional<std::uint32_t> font_;
  int step_ = 0;
  double pen_ = 0, y_ = 0;  // of the viewer, from the run's origin
  std::string array_, codes_;
};

/// pdf.js takes Arabic-Indic figures for right-to-left text, and would turn the groups of "+٩٧٣ ١٧٩٩ ٦٦٦٦" round; a
/// change of size parts them. The first byte of such a figure is D9.
bool may_have_groups(std::string_view text) {
  return text.find('\xD9') != std::string_view::npos && text.find_first_of(" -+\xC2\xE2") != std::string_view::npos;
}

bool is_arabic_figure(std::u32string_view text) {
  return text.size() == 1 && text.front() >= 0x0660 && text.front() <= 0x0669;
}

}  // namespace

void show_ltr(const layout::PlacedRun& run, Content& content, Fonts& fonts) {
  Fonts::Use& use = fonts.use(run.face);
  content.stretch(run.scale / 10.0);
  content.fill(run.colour);
  Line line(run, use.face().metrics().units_per_em, content);
  const bool groups = may_have_groups(run.text);
  for_each_share(run, [&](const layout::PlacedGlyph& glyph, std::u32string_view text) {
    line.add(fonts.code(use, glyph.id, text), glyph.x.points(), glyph.y.points(),
             groups && is_arabic_figure(text) ? 1 : 0);
  });
  line.flush();
}

}  // namespace readout::pdf
