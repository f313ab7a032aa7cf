// A paragraph's inline content -> lines of placed runs: styles resolved to faces, text shaped, lines chosen
// by total fit, each line put into visual order.
#pragma once
#include <cstdint>
#include <string>
#include <vector>
#include "layout/document.hpp"
#include "layout/line_widths.hpp"
#include "layout/setting_context.hpp"
#include "layout/story.hpp"

namespace readout::layout {

/// A run of a line with the inline it came from; origin.x is from the line's left end, origin.y 0 = baseline
/// (less any rise). `tag` is set later. Spaces are real glyphs, also the one that ends a line (it hangs
/// outside the measure and is not in SetLine::width).
struct LineRun {
  PlacedRun run;
  std::uint32_t inline_index = 0;
  friend bool operator==(const LineRun&, const LineRun&) = default;
};
struct SetLine {
  std::vector<LineRun> runs;  ///< logical order
  Pt x;                       ///< left end of the line from the left edge of the measure (alignment applied)
  Pt width;                   ///< without the hanging space
  Pt ascent, descent;         ///< of the faces and sizes in it, both positive
  double ratio = 0;
  bool overfull = false;
  std::vector<NoteId> notes;  ///< marks that stand in this line
  friend bool operator==(const SetLine&, const SetLine&) = default;
};
struct SetParagraph {
  std::vector<SetLine> lines;  ///< never empty
  Pt leading;
  friend bool operator==(const SetParagraph&, const SetParagraph&) = default;
};

/// Sets `paragraph` to `measure`. `lang` is the block's language. The style's own indents are taken off by the
/// caller. Overfull lines are told as warnings.
[[nodiscard]] SetParagraph set_paragraph(const Paragraph& paragraph, const std::string& lang, Pt measure,
                                         SettingContext& context);

[[nodiscard]] Widths measure_paragraph(const Paragraph& paragraph, const std::string& lang, SettingContext& context);
/// The same of a paragraph that will be set: what is shaped for it is kept in context.kept, if there is such.
/// Pre: the paragraph and `lang` outlive context.kept.
/// `lines`: takes the widths at which it has one line, two, and so on.
[[nodiscard]] Widths measure_cell(const Paragraph& paragraph, const std::string& lang, SettingContext& context,
                                  LineWidths* lines = nullptr);

}  // namespace readout::layout
