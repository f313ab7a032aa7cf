#include "pdf/rtl_text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "pdf/clusters.hpp"
#include "pdf/ltr_text.hpp"

namespace readout::pdf {
namespace {

using layout::PlacedRun;

constexpr char32_t lrm = 0x200E, rlm = 0x200F, no_break_space = 0x00A0;
constexpr double carrier_step = 0.010;   // em, to the left of the cluster
constexpr double doubled_inset = 0.025;  // em, from the right edge: out of mupdf's test for doubled letters
constexpr double narrow_step = 0.22;     // em, more than pdf.js' 0.2
constexpr std::u32string_view turning_points = U".,:/-+%#$\u060C";  // poppler takes these for the end of a stretch

bool is_odd(const PlacedRun& run) { return run.level % 2 != 0; }
bool is_space(std::u32string_view text) { return text.size() == 1 && (text[0] == ' ' || text[0] == no_break_space); }
bool is_bidi_control(char32_t c) {
  return c == lrm || c == rlm || c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
bool is_latin_letter(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x590 && c != 0xD7 && c != 0xF7);
}
bool is_mark(char32_t c) { return (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670; }
/// A mark, a closing quote or bracket.
bool is_neutral(char32_t c) {
  return is_mark(c) || c == U')' || c == U']' || c == 0x00BB || c == 0x2019 || c == 0x201D || c == 0x203A;
}
/// Letters of the right-to-left scripts; their digits and punctuation are none.
bool is_rtl_letter(char32_t c) {
  return (c >= 0x05D0 && c <= 0x05F2) || (c >= 0x0620 && c <= 0x064A) || (c >= 0x066E && c <= 0x06D3) ||
         (c >= 0x06FA && c <= 0x08C9) || (c >= 0xFB1D && c <= 0xFEFC);
}

/// A cluster that hardly moves the pen (a lam-alef's alef, a final reh tucked under its neighbour) belongs to the one
/// before it: its left end would lie among the carriers of that, and readers that sort by place would swap the two.
bool belongs_to(const Cluster& before, const Cluster& cluster, Pt size) {
  const double least = carrier_step * static_cast<double>(std::max<std::size_t>(1, before.text.size()));
  return !is_space(cluster.text) && !is_space(before.text) && cluster.advance.points() < least * size.points();
}

std::vector<Cluster> merged_clusters(const PlacedRun& run, const std::vector<layout::PlacedGlyph>& glyphs) {
  std::vector<Cluster> merged;
  for (Cluster& cluster : clusters_of(run, glyphs)) {
    std::erase_if(cluster.text, is_bidi_control);
    if (merged.empty() || !belongs_to(merged.back(), cluster, run.size)) {
      merged.push_back(std::move(cluster));
      continue;
    }
    Cluster& before = merged.back();
    before.glyphs.insert(before.glyphs.end(), cluster.glyphs.begin(), cluster.glyphs.end());
    before.text += cluster.text;
    before.left = min(before.left, cluster.left);
    before.advance += cluster.advance;
  }
  return merged;
}

/// The first character of the line after run `index`.
std::optional<char32_t> first_after(const TextLine& line, std::size_t index) {
  for (++index; index < line.size(); ++index) {
    if (!line[index]->text.empty()) return utf8::decode(line[index]->text, 0).value;
  }
  return std::nullopt;
}

/// Writes one run, and marks beside it.
class RunWriter {
 public:
  RunWriter(const PlacedRun& run, Content& content, Fonts& fonts)
      : run_(run), glyphs_(run.glyphs.all()), content_(content), fonts_(fonts), use_(fonts.use(run.face)) {
    content_.fill(run.colour);
  }

  void show_composed(const TextLine& line, std::size_t index);
  /// A carrier of `face` that says `text`, its left end at `x` points on the page.
  void mark(text::FaceId face, double x, std::u32string_view text, int step = 0) {
    show(fonts_.carrier(fonts_.use(face), text), x, run_.origin.y.points(), step);
  }
  [[nodiscard]] double ems(double count) const { return count * run_.size.points(); }

 private:
  void show(const Code& code, double x, double y, int step = 0) {
    content_.font(code.font, run_.size, step);
    content_.place(x, y);
    content_.show(std::string{static_cast<char>(code.cid >> 8), static_cast<char>(code.cid & 0xFF)});
  }
  [[nodiscard]] int units(Pt length) const {
    const double upem = use_.face().metrics().units_per_em;
    return static_cast<int>(std::lround(length.points() / run_.size.points() * upem));
  }
  void show_space(const Cluster& cluster, bool ends_line);
  void show_cluster(const Cluster& cluster);
  [[nodiscard]] Code ink(const Cluster& cluster, char32_t character);

  const PlacedRun& run_;
  std::vector<layout::PlacedGlyph> glyphs_;  ///< the run's
  Content& content_;
  Fonts& fonts_;
  Fonts::Use& use_;
  int flip_ = 0;
};

/// A space as wide as its gap: poppler would put a second blank, or a column, into what is left open. The one that
/// hangs where the paragraph goes on in another line is plain. A no-break space says blank: of class CS, it would end
/// poppler's stretch, and who looks for a name types a blank.
void RunWriter::show_space(const Cluster& cluster, bool ends_line) {
  const layout::PlacedGlyph& glyph = glyphs_[cluster.glyphs.front()];
  const std::u32string text = ends_line ? U" " : std::u32string{rlm, U' '};
  const Code code = fonts_.code(use_, glyph.id, text);
  const int wanted = units(cluster.advance);
  if (code.advance > 0 && wanted > 0) content_.stretch(100.0 * wanted / code.advance);
  show(code, (run_.origin.x + cluster.left).points(), run_.origin.y.points());
  content_.stretch(100);
}

Code RunWriter::ink(const Cluster& cluster, char32_t character) {
  const std::u32string text{character};
  const int advance = std::max(0, units(cluster.advance));
  std::vector<Part> parts;
  for (const std::size_t i : cluster.glyphs) {
    const layout::PlacedGlyph& glyph = glyphs_[i];
    parts.push_back({glyph.id, units(glyph.x - cluster.left), -units(glyph.y)});
  }
  const bool plain =
      parts.size() == 1 && parts[0].dx == 0 && parts[0].dy == 0 && advance == use_.face().advance(parts[0].glyph);
  return plain ? fonts_.code(use_, parts[0].glyph, text) : fonts_.composed(use_, std::move(parts), advance, text);
}

void RunWriter::show_cluster(const Cluster& cluster) {
  const double left = (run_.origin.x + cluster.left).points(), y = run_.origin.y.points();
  const auto next_step = [&] { return flip_ = flip_ == 1 ? 2 : 1; };
  std::u32string_view text = cluster.text;
  if (text.size() > 1 && text[0] == text[1]) {
    const double right = left + cluster.advance.points();
    mark(run_.face, right - ems(doubled_inset), text.substr(0, 1), next_step());
    text.remove_prefix(1);
  }
  // pdf.js reads on over a step back of less than 0.2 em, and then takes two letters for visual order; a change of size
  // parts them.
  const bool narrow = cluster.advance.points() < ems(narrow_step);
  show(ink(cluster, text.empty() ? U'\u200B' : text[0]), left, y, narrow ? next_step() : 0);
  for (std::size_t i = 1; i < text.size(); ++i) {
    mark(run_.face, left - ems(carrier_step) * static_cast<double>(i), text.substr(i, 1), next_step());
  }
}

void RunWriter::show_composed(const TextLine& line, std::size_t index) {
  const std::vector<Cluster> clusters = merged_clusters(run_, glyphs_);
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    const Cluster& cluster = clusters[i];
    const bool last_of_line = i + 1 == clusters.size() && index + 1 == line.size();
    if (is_space(cluster.text)) {
      show_space(cluster, last_of_line && run_.ends_line);
      continue;
    }
    show_cluster(cluster);
    if (!run_.rtl_paragraph && i + 1 == clusters.size() && !cluster.text.empty() && is_neutral(cluster.text.back())) {
      // Poppler takes marks, quotes and brackets for neutral: one at the left end of a stretch in an English line would
      // fall out of it.
      const double beyond = carrier_step * static_cast<double>(cluster.text.size());
      mark(run_.face, (run_.origin.x + cluster.left).points() - ems(beyond), {&rlm, 1});
    }
    if (!run_.rtl_paragraph || cluster.text.size() != 1) continue;
    if (turning_points.find(cluster.text[0]) == std::u32string_view::npos) continue;
    const bool inside = i + 1 < clusters.size() && !clusters[i + 1].text.empty();
    const auto next = inside ? std::optional(clusters[i + 1].text[0]) : first_after(line, index);
    if (next && is_rtl_letter(*next)) continue;
    mark(run_.face, (run_.origin.x + cluster.left).points() - ems(carrier_step), {&rlm, 1});
  }
}

/// Runs [first, last) of a line that are one stretch to the readers.
struct Stretch {
  std::size_t first = 0, last = 0;
  Pt left, right;
  bool latin = false;
};
template <class Belongs>
Stretch stretch_around(const TextLine& line, std::size_t index, Belongs belongs) {
  Stretch stretch{index, index + 1, line[index]->origin.x, line[index]->origin.x + line[index]->width, false};
  while (stretch.first > 0 && belongs(*line[stretch.first - 1])) --stretch.first;
  while (stretch.last < line.size() && belongs(*line[stretch.last])) ++stretch.last;
  for (std::size_t i = stretch.first; i < stretch.last; ++i) {
    const PlacedRun& run = *line[i];
    stretch.left = min(stretch.left, run.origin.x);
    stretch.right = max(stretch.right, run.origin.x + run.width);
    const std::u32string text = utf8::to_utf32(run.text);
    stretch.latin = stretch.latin || std::any_of(text.begin(), text.end(), is_latin_letter);
  }
  return stretch;
}

/// The face that carries marks in this line: that of the nearest odd run.
std::optional<text::FaceId> carrier_face(const TextLine& line, std::size_t index) {
  std::optional<text::FaceId> found;
  std::size_t distance = line.size();
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::size_t away = i > index ? i - index : index - i;
    if (is_odd(*line[i]) && away < distance) {
      found = line[i]->face;
      distance = away;
    }
  }
  return found;
}

/// Latin and numbers inside a right-to-left paragraph, with the marks around them.
void show_even_in_rtl(const TextLine& line, std::size_t index, text::FaceId face, Content& content, Fonts& fonts) {
  const PlacedRun& run = *line[index];
  RunWriter writer(run, content, fonts);
  const Stretch stretch = stretch_around(line, index, [](const PlacedRun& other) { return !is_odd(other); });
  const double edge = stretch.left.points();
  if (stretch.latin && index == stretch.first) writer.mark(face, edge - writer.ems(carrier_step), {&rlm, 1});
  show_ltr(run, content, fonts);
  if (index + 1 == stretch.last) {
    writer.mark(face, edge - writer.ems(carrier_step) * (stretch.latin ? 2 : 1), {&rlm, 1});
  }
}

/// Right-to-left text inside a left-to-right paragraph ends with a mark that keeps mupdf from testing the jump to what
/// follows and stops poppler's stretch before a bracket.
void close_rtl_in_ltr(const TextLine& line, std::size_t index, text::FaceId face, Content& content, Fonts& fonts) {
  const Stretch stretch = stretch_around(line, index, [](const PlacedRun& other) { return other.level > 0; });
  if (index + 1 != stretch.last) return;
  const auto next = first_after(line, index);
  if (!next || is_latin_letter(*next) || is_rtl_letter(*next)) return;
  RunWriter writer(*line[index], content, fonts);
  writer.mark(face, stretch.right.points() - writer.ems(carrier_step), std::u32string{rlm, lrm});
}

}  // namespace

void show_run(const TextLine& line, std::size_t index, Content& content, Fonts& fonts) {
  const PlacedRun& run = *line[index];
  const auto face = carrier_face(line, index);
  content.stretch(100);
  if (is_odd(run)) {
    RunWriter(run, content, fonts).show_composed(line, index);
  } else if (run.rtl_paragraph && face) {
    show_even_in_rtl(line, index, *face, content, fonts);
  } else {
    show_ltr(run, content, fonts);
  }
  if (!run.rtl_paragraph && run.level > 0 && face) close_rtl_in_ltr(line, index, *face, content, fonts);
}

}  // namespace readout::pdf
