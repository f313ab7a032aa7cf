// What a typeface takes from the blank between two words of Arabic.
//
// Amiri draws the arm of an initial kaf over a teh marbuta or a heh before it, across the blank, of which a sixth is
// left. In a book hand that is handsome; in a brief the two words are read as one, and at a line's start the arm stands
// outside the measure.
#include <algorithm>

#include "base/utf8.hpp"
#include "layout/clusters.hpp"
#include "text/arabic_letters.hpp"

namespace readout::layout {
namespace {

constexpr double most_taken = 0.3;  // of a blank

/// Letters that join the next one are kerned by what is before them alone: their own pair is one stroke.
bool joins_the_next(const std::string& text, const Cluster& letter, const Cluster& next) {
  const auto shape_at = [&](std::uint32_t byte) { return text::letter_shape(utf8::decode(text, byte).value); };
  return text::joins_next(shape_at(letter.begin)) && text::joins_previous(shape_at(next.begin));
}

/// The advance that the glyph has in the face, at the run's size.
Pt own_advance(text::GlyphId glyph, const text::Face& face, Pt size) {
  return size * face.advance(glyph) / face.metrics().units_per_em;
}

}  // namespace

void keep_blanks_open(Clusters& clusters, const SettingContext& context) {
  const auto is_of_interest = [](const text::Run& run) { return run.arabic && run.level % 2 == 1; };
  if (std::none_of(clusters.shaped.runs.begin(), clusters.shaped.runs.end(), is_of_interest)) return;
  auto& list = clusters.list;
  for (std::size_t i = 1; i + 1 < list.size(); ++i) {
    text::Run& run = clusters.shaped.runs[list[i].run];
    if (list[i - 1].kind != Cluster::Kind::space || !is_of_interest(run)) continue;
    const bool same_run = list[i - 1].run == list[i].run && list[i + 1].run == list[i].run;
    if (!same_run || list[i].glyph_count == 0 || !joins_the_next(clusters.joined.text, list[i], list[i + 1])) continue;
    const text::Face* face = context.fonts->face(run.face, *context.diags);
    if (face == nullptr) continue;
    text::Glyph& first = run.glyphs[list[i].first_glyph + list[i].glyph_count - 1];
    const Pt most = Pt::from_points(list[i - 1].width.points() * most_taken);
    const Pt lacks = own_advance(first.id, *face, run.size) - most - first.advance;
    if (lacks <= Pt{}) continue;
    first.advance += lacks;
    list[i].width += lacks;
  }
}

}  // namespace readout::layout
