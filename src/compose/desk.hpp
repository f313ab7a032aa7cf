// What every section works with: the two files, the edition's language and words, and the story that grows.
//
// Fragments are text whose style is not chosen yet: inline styles by name, to be put on top of whatever
// paragraph they end up in. set() turns them into a Paragraph of a style, with its smaller settings.
#pragma once
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include "compose/tell.hpp"

namespace readout::compose {

struct Fragment {
  layout::Inline run;                   ///< all but its style
  std::vector<std::string_view> under;  ///< inline styles over the paragraph's, in this order
};
using Fragments = std::vector<Fragment>;

/// A line of the table of contents.
struct ContentsEntry {
  int level = 1;  ///< 1: sections and annexes; 2: points
  std::string number;
  Fragments title;
  layout::AnchorId anchor = 0;
};

struct Desk {
  Desk(const model::Brief& b, const model::Template& t, const Settings& s, const model::Words& w, Diagnostics& d);

  const model::Brief& brief;
  const model::Template& design;
  const Settings& settings;
  const model::Words& words;
  Diagnostics& diags;
  std::size_t lang = 0;       ///< of the edition, index into document.lang
  bool full_measure = false;  ///< the section being told takes the margin column, too
  bool paired = false;        ///< the other language stands beside: what is missing leaves a marked gap
  bool beside = false;        ///< and this is the second of the two
  std::string tag, other;     ///< "en-US"; the second language's tag, "" when there is none
  bool rtl = false;
  layout::PageDesign page;
  layout::Story story;

  // Numbers and anchors that sections share.
  std::vector<layout::AnchorId> point_anchors, step_anchors, annex_anchors, source_anchors;  ///< 0: not printed
  std::vector<layout::AnchorId> source_mark_anchors;   ///< of what marks a source, where the list leads back to
  std::vector<std::size_t> source_order;               ///< sources in order of first use
  std::map<std::size_t, layout::NoteId> source_notes;  ///< of those told at the foot
  int section_number = 0;
  std::vector<ContentsEntry> contents;      ///< in reading order
  std::size_t outline_before_contents = 0;  ///< entries of the outline that stand before the table of contents

  [[nodiscard]] bool prints(model::From from) const;
  [[nodiscard]] const std::string& word(std::string_view name) const { return words.at(name); }
  [[nodiscard]] Pt measure() const;  ///< of the text block
  [[nodiscard]] Pt hang() const;     ///< where text stands beside hanging numbers
  layout::AnchorId new_anchor() { return ++last_anchor_; }
  /// The number of a source, given at its first use.
  std::size_t source_number(std::size_t source);

  /// A paragraph of a style, in the language of the edition or another.
  layout::Paragraph set(const Fragments& text, std::string_view style, std::string_view lang = "");
  /// The same as a block.
  layout::Block block(layout::Role role, const Fragments& text, std::string_view style, std::string_view lang = "");
  layout::ParagraphStyleId paragraph_style(std::string_view style, std::string_view lang = "");
  /// Sets a paragraph's block at another edge than its style says.
  void align(layout::Block& paragraph, layout::Align align);
  /// White above a block, whatever its own style says.
  void lift(layout::Block& block, Pt above);
  /// Holds as long as the desk.
  [[nodiscard]] const model::Style& style(std::string_view name, std::string_view lang = "") const;

 private:
  /// A style that was asked for, and its places in the story once it has some.
  struct Known {
    std::string lang;
    model::Style style;
    std::optional<layout::TextStyleId> text;
    std::optional<layout::ParagraphStyleId> paragraph;
  };
  Known& known(std::string_view name, std::string_view lang) const;
  layout::TextStyleId text_style(const model::Style& style);
  layout::TextStyleId text_style(Known& style);
  layout::ParagraphStyleId add_paragraph_style(const model::Style& style);
  layout::ParagraphStyleId paragraph_style(Known& style);
  layout::Paragraph realise(const Fragments& text, Known& style, std::string_view lang);
  mutable std::map<std::string, std::list<Known>, std::less<>> known_;  ///< a desk belongs to one thread
  layout::AnchorId last_anchor_ = 0;
};

/// Blocks one below the other under a role.
[[nodiscard]] layout::Block group(layout::Role role, std::vector<layout::Block> blocks, Span span = {});
/// A block that is no group: Item, Columns, Table, ...
template <class Content>
[[nodiscard]] layout::Block block_of(layout::Role role, Content content, Span span = {}) {
  layout::Block block;
  block.role = role;
  block.span = span;
  block.content = std::move(content);
  return block;
}
/// A drawn line of [rule.NAME].
[[nodiscard]] layout::Block rule(const Desk& desk, const std::string& name);

}  // namespace readout::compose
