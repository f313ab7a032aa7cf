// All that is in a story, in reading order, for who looks for one kind of thing.
#pragma once
#include <type_traits>
#include <variant>
#include "layout/story.hpp"

namespace readout::layout {

/// Calls `paragraph`, `group` and `item` for all that is inside blocks, whatever holds it.
template <class OnParagraph, class OnGroup, class OnItem>
class Walk {
 public:
  Walk(OnParagraph paragraph, OnGroup group, OnItem item) : paragraph_(paragraph), group_(group), item_(item) {}

  template <class Blocks>
  void blocks(Blocks& all) {
    for (auto& block : all) std::visit(*this, block.content);
  }
  template <class Content>
  void operator()(Content& content) {
    using Kind = std::remove_const_t<Content>;
    if constexpr (std::is_same_v<Kind, Group>) {
      group_(content);
      blocks(content.blocks);
    } else if constexpr (std::is_same_v<Kind, Paragraph>) {
      text(content);
    } else if constexpr (std::is_same_v<Kind, Item>) {
      item_(content);
      text(content.label);
      blocks(content.body);
      if (content.aside) text(*content.aside);
    } else if constexpr (std::is_same_v<Kind, Columns>) {
      for (auto& cell : content.cells) blocks(cell.blocks);
    } else if constexpr (std::is_same_v<Kind, Pair>) {
      blocks(content.first.blocks);
      blocks(content.second.blocks);
      blocks(content.below);
    } else if constexpr (std::is_same_v<Kind, Table>) {
      for (auto* rows : {&content.head, &content.body})
        for (auto& row : *rows)
          for (auto& cell : row.cells) blocks(cell.blocks);
      if (content.caption) text(*content.caption);
    } else if constexpr (std::is_same_v<Kind, Figure>) {
      if (content.caption) text(*content.caption);
      if (content.caption_beside) text(*content.caption_beside);
    } else if constexpr (std::is_same_v<Kind, Entry>) {
      text(content.title);
      text(content.page);
    }
  }

 private:
  template <class Text>
  void text(Text& paragraph) {
    paragraph_(paragraph);
    for (auto& smaller : paragraph.smaller) text(smaller);
  }
  OnParagraph paragraph_;
  OnGroup group_;
  OnItem item_;
};

/// The whole story and its notes; `story` may be constant.
template <class AnyStory, class OnParagraph, class OnGroup, class OnItem>
void walk(AnyStory& story, OnParagraph paragraph, OnGroup group, OnItem item) {
  Walk walk(paragraph, group, item);
  walk.blocks(story.blocks);
  for (auto& note : story.notes) walk.blocks(note.blocks);
}

}  // namespace readout::layout
