// A story with a few styles over the real typefaces of fonts/, for tests that set paragraphs.
#pragma once
#include <string>
#include <string_view>
#include "base/diagnostics.hpp"
#include "layout/paragraph.hpp"

namespace readout::layout::testing {

/// Linux Libertine O, Linux Biolinum O, Amiri, and DejaVu Sans as the fallback.
[[nodiscard]] const text::FontBook& real_fonts();

/// Text styles of test_story().
enum : TextStyleId { text_style, bold_style, capitals_style, raised_style, spaced_style, large_style };
/// Paragraph styles of test_story().
enum : ParagraphStyleId { justified, ragged, centred, at_end, title };
[[nodiscard]] Story test_story();

/// A paragraph of one inline.
[[nodiscard]] Paragraph paragraph_of(std::string text, ParagraphStyleId style = ragged,
                                     Direction direction = Direction::ltr);

/// A story, its context and what it told: everything that set_paragraph wants.
struct Desk {
  Story story = test_story();
  Diagnostics diags;
  SettingContext context = make_context(story, real_fonts(), diags);

  [[nodiscard]] SetParagraph set(const Paragraph& paragraph, Pt measure, const std::string& lang = "en");
  Desk() = default;
  Desk(const Desk&) = delete;
};

/// The lines' texts with | between them; a blank that hangs at a line's end is left out.
[[nodiscard]] std::string lines_of(const SetParagraph& set);
/// The line as it is seen: runs from left to right with | between them, right-to-left ones in < > with their
/// text in logical order, blanks as they are.
[[nodiscard]] std::string seen(const SetLine& line);
/// Left end and right end of all that is drawn but the hanging blank, from the left edge of the measure.
struct Extent {
  Pt left, right;
};
[[nodiscard]] Extent extent_of(const SetLine& line);

}  // namespace readout::layout::testing
