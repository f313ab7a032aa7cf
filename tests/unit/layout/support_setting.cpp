#include "unit/layout/support_setting.hpp"

#include <algorithm>
#include <vector>
#include "base/files.hpp"

namespace readout::layout::testing {
namespace {

FontFace face(std::string file, bool bold, bool italic) { return {std::move(file), bold, italic, "", "", {}}; }

FontList real_list() {
  FontFamily text{"Linux Libertine O", "", "", "", "", false, {}, {}};
  text.faces = {face("LinLibertine_R.otf", false, false), face("LinLibertine_RI.otf", false, true),
                face("LinLibertine_RB.otf", true, false)};
  FontFamily labels{"Linux Biolinum O", "", "", "", "", false, {}, {}};
  labels.faces = {face("LinBiolinum_R.otf", false, false), face("LinBiolinum_RB.otf", true, false)};
  FontFamily arabic{"Amiri", "", "", "", "", false, {}, {}};
  arabic.faces = {face("Amiri-Regular.ttf", false, false), face("Amiri-Bold.ttf", true, false)};
  FontFamily symbols{"DejaVu Sans", "", "", "", "", true, {}, {}};
  symbols.faces = {face("DejaVuSans.ttf", false, false)};
  return {{text, labels, arabic, symbols}};
}

TextStyle text_style_of(Pt size) {
  TextStyle style;
  style.latin.family = "Linux Libertine O";
  style.arabic.family = "Amiri";
  style.latin.size = style.arabic.size = size;
  return style;
}

std::vector<TextStyle> text_styles() {
  std::vector<TextStyle> styles(6, text_style_of(Pt::from_points(10)));
  styles[bold_style].latin.bold = styles[bold_style].arabic.bold = true;
  styles[capitals_style].latin.family = "Linux Biolinum O";
  styles[capitals_style].latin.upper_case = true;
  styles[raised_style].rise = Pt::from_points(3);
  styles[raised_style].latin.size = Pt::from_points(7);
  styles[spaced_style].latin.tracking = Em(0.2);
  styles[large_style].latin.size = Pt::from_points(20);
  return styles;
}

std::vector<ParagraphStyle> paragraph_styles() {
  std::vector<ParagraphStyle> styles(5);
  const char* names[] = {"justified", "ragged", "centred", "at-end", "title"};
  const Align aligns[] = {Align::justify, Align::start, Align::centre, Align::end, Align::start};
  for (std::size_t i = 0; i < styles.size(); ++i) {
    styles[i].name = names[i];
    styles[i].align = aligns[i];
    styles[i].leading = Pt::from_points(14);
  }
  styles[title].balance = true;
  return styles;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(' ') == std::string_view::npos; }

std::vector<const PlacedRun*> from_left(const SetLine& line) {
  std::vector<const PlacedRun*> runs;
  for (const LineRun& placed : line.runs) runs.push_back(&placed.run);
  std::stable_sort(runs.begin(), runs.end(), [](const auto* a, const auto* b) { return a->origin.x < b->origin.x; });
  return runs;
}

/// The blank that ends a line, as a glyph of its last run.
std::optional<PlacedGlyph> hanging_glyph(const SetLine& line) {
  if (line.runs.empty()) return std::nullopt;
  const PlacedRun& run = line.runs.back().run;
  if (!run.ends_line || !(run.text.ends_with(' ') || run.text.ends_with("\u00A0")) || run.glyphs.empty())
    return std::nullopt;
  return run.level % 2 == 1 ? run.glyphs.front() : run.glyphs.all().back();
}

}  // namespace

const text::FontBook& real_fonts() {
  static DiskFiles files;
  static const text::FontBook book(real_list(), READOUT_ROOT "/fonts", files);
  return book;
}

Story test_story() {
  Story story;
  story.text_styles = text_styles();
  story.paragraph_styles = paragraph_styles();
  return story;
}

Paragraph paragraph_of(std::string text, ParagraphStyleId style, Direction direction) {
  Paragraph paragraph;
  Inline piece;
  piece.text = std::move(text);
  paragraph.content.push_back(std::move(piece));
  paragraph.style = style;
  paragraph.direction = direction;
  return paragraph;
}

SetParagraph Desk::set(const Paragraph& paragraph, Pt measure, const std::string& lang) {
  return set_paragraph(paragraph, lang, measure, context);
}

std::string lines_of(const SetParagraph& set) {
  std::string out;
  for (const SetLine& line : set.lines) {
    if (&line != &set.lines.front()) out += '|';
    for (const LineRun& placed : line.runs) out += placed.run.text;
    if (!out.empty() && out.back() == ' ') out.pop_back();
  }
  return out;
}

std::string seen(const SetLine& line) {
  std::string out;
  for (const PlacedRun* run : from_left(line)) {
    if (!out.empty()) out += '|';
    out += run->level % 2 == 1 && !is_blank(run->text) ? "<" + run->text + ">" : run->text;
  }
  return out;
}

Extent extent_of(const SetLine& line) {
  Extent extent{Pt::from_points(1e6), Pt::from_points(-1e6)};
  const auto hanging = hanging_glyph(line);
  for (const LineRun& placed : line.runs) {
    for (const PlacedGlyph& glyph : placed.run.glyphs) {
      if (&placed == &line.runs.back() && glyph == hanging) continue;
      const Pt left = line.x + placed.run.origin.x + glyph.x;
      extent.left = min(extent.left, left);
      extent.right = max(extent.right, left + glyph.advance);
    }
  }
  return extent;
}

}  // namespace readout::layout::testing
