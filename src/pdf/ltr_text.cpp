#include "pdf/ltr_text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "base/utf8.hpp"
#include "pdf/clusters.hpp"
#include "pdf/syntax.hpp"

namespace readout::pdf {
namespace {

/// A string of one font at one height, collected into the inside of a TJ array.
class Line {
 public:
  Line(const layout::PlacedRun& run, Content& content) : run_(run), content_(content) {}
  ~Line() { flush(); }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  void add(const Code& code, double x, double y, int units_per_em) {
    if (!font_ || *font_ != code.font || y != y_) begin(code.font, x, y);
    // In a TJ array a number moves left by thousandths of the size; whole ones do, since the error is not carried on.
    const double adjustment = std::round((pen_ - x) * 1000.0 / run_.size.points());
    if (adjustment != 0) {
      close_string();
      append_number(array_, adjustment, 0);
      pen_ -= adjustment * run_.size.points() / 1000.0;
    }
    codes_ += static_cast<char>(code.cid >> 8);
    codes_ += static_cast<char>(code.cid & 0xFF);
    pen_ += static_cast<double>(code.advance) * run_.size.points() / units_per_em;
  }

 private:
  void begin(std::uint32_t font, double x, double y) {
    flush();
    content_.font(Fonts::resource_name(font), run_.size);
    content_.place(run_.origin.x.points() + x, run_.origin.y.points() + y);
    font_ = font;
    pen_ = x;
    y_ = y;
  }
  void close_string() {
    if (!codes_.empty()) append_literal(array_, codes_);
    codes_.clear();
  }
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

  const layout::PlacedRun& run_;
  Content& content_;
  std::optional<std::uint32_t> font_;
  double pen_ = 0, y_ = 0;  // of the viewer, from the run's origin
  std::string array_, codes_;
};

/// Nearly all clusters: one glyph that says one character.
std::optional<char32_t> only_character(std::string_view text) {
  const auto decoded = utf8::decode(text, 0);
  if (decoded.length == 0 || decoded.length != text.size()) return std::nullopt;
  return decoded.value;
}

class Writer {
 public:
  Writer(const layout::PlacedRun& run, Content& content, Fonts& fonts)
      : run_(run), fonts_(fonts), line_(run, content), units_per_em_(fonts.face(run.face).metrics().units_per_em) {}

  /// The glyphs [first, last) stand for `text`.
  void add(std::size_t first, std::size_t last, std::string_view text) {
    if (last == first + 1)
      if (const auto character = only_character(text)) return add(run_.glyphs[first], {&*character, 1});
    Cluster cluster;
    for (std::size_t i = first; i < last; ++i) cluster.glyphs.push_back(i);
    cluster.text = utf8::to_utf32(text);
    const auto shares = shares_of(cluster);
    for (std::size_t i = first; i < last; ++i) add(run_.glyphs[i], shares[i - first]);
  }

 private:
  void add(const layout::PlacedGlyph& glyph, std::u32string_view text) {
    line_.add(fonts_.code(run_.face, glyph.id, text), glyph.x.points(), glyph.y.points(), units_per_em_);
  }

  const layout::PlacedRun& run_;
  Fonts& fonts_;
  Line line_;
  int units_per_em_;
};

}  // namespace

// The clusters of clusters_of(), without laying them out in memory.
void show_ltr(const layout::PlacedRun& run, Content& content, Fonts& fonts) {
  content.stretch(100);
  content.fill(run.colour);
  Writer writer(run, content, fonts);
  const std::string_view text = run.text;
  const auto& glyphs = run.glyphs;
  for (std::size_t first = 0; first < glyphs.size();) {
    std::size_t last = first + 1;
    while (last < glyphs.size() && glyphs[last].cluster <= glyphs[first].cluster) ++last;
    const std::size_t end = last < glyphs.size() ? glyphs[last].cluster : text.size();
    const std::size_t begin = std::min<std::size_t>(first == 0 ? 0 : glyphs[first].cluster, end);
    writer.add(first, last, text.substr(begin, end - begin));
    first = last;
  }
}

}  // namespace readout::pdf
