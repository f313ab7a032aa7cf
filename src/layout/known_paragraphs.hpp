// Paragraphs that were set before, in this document or in one before it: labels, heads of tables, names, what an
// office's briefs say word for word again.
//
// A paragraph is found by all that its lines depend on: its texts with what is asked of each, its styles with their
// faces, its language, direction and measure. Left out are those that hold the mark of a note, those of which something
// was told, and those that asked the patterns, which depend on the story's names. What is found is what would have been
// made.
//
// Belongs to one thread.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>
#include "base/recent.hpp"
#include "layout/line_widths.hpp"
#include "layout/paragraph.hpp"

namespace readout::layout {

class KnownParagraphs {
 public:
  struct CellWidths {
    Widths widths;
    LineWidths lines;
  };

  /// Another story. With other faces than before everything is forgotten.
  /// Gives false for the first: there is nothing to look for yet, and a run of one brief seldom has another.
  bool begin(const text::FontBook& fonts);
  /// What the paragraph is found by; holds until the next is asked for. Empty: it is not to be looked for.
  [[nodiscard]] std::string_view key_of(const Paragraph& paragraph, std::string_view lang, Pt measure,
                                        const SettingContext& context);

  Recent<SetParagraph> set{most_held};                     ///< by key_of(), like the others
  Recent<CellWidths> cells{most_held}, labels{most_held};  ///< with `lines`, and without

 private:
  static constexpr std::size_t most_held = 250'000;  // what is kept is some ten times as much

  /// What of a text style the lines depend on.
  struct TextLook {
    text::Style style;
    Colour colour;
    Pt rise;
    bool upper_case = false;
    friend bool operator==(const TextLook&, const TextLook&) = default;
  };
  /// Numbers for what is equal, whatever its index is in the story at hand.
  template <class Look>
  class Numbers {
   public:
    void begin() {
      of_story_.clear();
      next_ = 0;
    }
    [[nodiscard]] std::size_t count() const { return known_.size(); }
    template <class Make>
    std::uint32_t of(std::uint32_t id, const Make& make);

   private:
    std::vector<Look> known_;
    std::vector<std::uint32_t> of_story_;  ///< number and 1 by index in the story; 0: not looked up yet
    std::size_t next_ = 0;                 ///< where the next is looked for first: stories are alike
  };

  const text::FontBook* fonts_ = nullptr;
  Numbers<TextLook> text_looks_;
  Numbers<ParagraphStyle> paragraph_looks_;
  std::string key_;
};

/// What the documents of one thread leave for the layout of those that follow.
struct Memory {
  text::Words words;
  KnownParagraphs paragraphs;
};

}  // namespace readout::layout
