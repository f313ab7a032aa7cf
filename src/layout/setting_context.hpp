// What all paragraphs of a story share: its styles with their faces, and where faults are told.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>
#include "base/diagnostics.hpp"
#include "layout/story.hpp"
#include "text/font_book.hpp"
#include "text/shape.hpp"
#include "text/words.hpp"

namespace readout::layout {

/// What a Diagnostics was told, found without walking through all of it: a table may have ten thousand narrow cells.
struct ToldIndex {
  std::size_t seen = 0;                                        ///< how many of its diagnostics are in here
  std::map<std::string, std::map<std::uint64_t, Span>> spans;  ///< by code and message; by file and begin
};

class KeptShapes;
class KnownParagraphs;
struct Memory;

struct SettingContext {
  const Story* story = nullptr;
  const text::FontBook* fonts = nullptr;
  std::vector<text::Style> styles;  ///< Story::text_styles with their faces; same index
  std::vector<char> style_known;    ///< 1: all that the style asks for is there
  Diagnostics* diags = nullptr;
  const Sources* sources = nullptr;  ///< also while a trial is told to other Diagnostics
  std::set<std::string> patterns{};  ///< files of hyphenation patterns that were asked
  bool failed = false;               ///< a font error was told; nothing will be written
  text::Words* words = nullptr;      ///< what shaping remembers; nullptr: nothing
  KnownParagraphs* known = nullptr;  ///< what was set before; nullptr: nothing
  ToldIndex told{};                  ///< of the Diagnostics that `sources` are of
  Span place{};                      ///< of the block that is being set: of words that have no place of their own
  KeptShapes* kept = nullptr;        ///< of the table that is being set
  unsigned particulars = 0;          ///< grows where what is set is told of, or asks the patterns
  bool tight = false;  ///< in a table too narrow for its words: those are broken, too, that elsewhere stay whole
};

/// Finds the faces of all of the story's text styles: the wanted one, then Story::fallback_families, the other
/// script's family and the book's own fallbacks. A style without an Arabic family (or a Latin one) goes on with
/// the other.
/// Errors: font.no-family and font.no-style at FaceStyle::span; a face that is asked for is never faked.
[[nodiscard]] SettingContext make_context(const Story& story, const text::FontBook& fonts, Diagnostics& diags,
                                          Memory* memory = nullptr);

/// True when the same was told of (a part of) the same place: paragraphs may be set more than once.
/// Cost: logarithmic in what was told.
[[nodiscard]] bool was_told(SettingContext& context, std::string_view code, Span span, std::string_view message);

}  // namespace readout::layout
