// A paragraph's inlines -> one text with its stretches of style and language, ready for shaping.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>
#include "layout/paragraph.hpp"
#include "text/shape.hpp"

namespace readout::layout {

struct JoinedText {
  std::string text;
  std::vector<text::Stretch> stretches;
  std::vector<std::size_t> marks;  ///< where a raised inline begins right after a word: a line never ends there
  std::vector<std::pair<std::size_t, std::size_t>> unbroken;  ///< nor inside these bytes [begin, end)
  std::vector<std::pair<std::size_t, std::size_t>> together;  ///< rather not inside these: names in another language
  std::vector<std::size_t> separators;                        ///< where those of Inline::separators begin
  std::vector<std::size_t> stays_by;                          ///< blanks that are bad line ends (Inline::stays_by)
  std::vector<std::uint32_t> inlines;                         ///< [i]: index of the Inline that stretch i came from
};

/// The languages that a text is in, one after the other, where something parts them (Inline::parts_lines).
[[nodiscard]] std::vector<InlineText> languages_of(const InlineText& text);

/// Joins the inlines: blanks one beside the other become one, also across inlines; those at either end and
/// line breaks vanish; capitals where the style asks for them.
/// Pre:    `lang`, `content` and `context` outlive the result.
[[nodiscard]] JoinedText join_inlines(const Paragraph& paragraph, const std::string& lang,
                                      const SettingContext& context);

}  // namespace readout::layout
