#include "layout/page_numbers.hpp"

#include <type_traits>

#include "layout/running.hpp"

namespace readout::layout {
namespace {

/// Calls `paragraph` and `group` for all that is inside blocks, whatever holds it.
template <class OnParagraph, class OnGroup>
class Walk {
 public:
  Walk(OnParagraph paragraph, OnGroup group) : paragraph_(paragraph), group_(group) {}

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
      text(content.label);
      blocks(content.body);
      if (content.aside) text(*content.aside);
    } else if constexpr (std::is_same_v<Kind, Columns>) {
      for (auto& cell : content.cells) blocks(cell.blocks);
    } else if constexpr (std::is_same_v<Kind, Pair>) {
      blocks(content.first.blocks);
      blocks(content.second.blocks);
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
};

template <class Story, class OnParagraph, class OnGroup>
void walk(Story& story, OnParagraph paragraph, OnGroup group) {
  Walk walk(paragraph, group);
  walk.blocks(story.blocks);
  for (auto& note : story.notes) walk.blocks(note.blocks);
}

}  // namespace

bool names_pages(const Story& story) {
  bool any = false;
  const auto in_text = [&](const Paragraph& paragraph) {
    for (const auto& piece : paragraph.content) any = any || piece.field == Field::page_of;
  };
  walk(story, in_text, [&](const Group& group) { any = any || group.from_pages > 1; });
  return any;
}

std::optional<WrongPage> first_wrong_page(const Story& story, const PageNumbers& said, const PageNumbers& stands) {
  std::optional<WrongPage> wrong;
  const auto page_in = [](const PageNumbers& numbers, AnchorId anchor) {
    const auto known = numbers.find(anchor);
    return known == numbers.end() ? 0 : known->second;
  };
  const auto in_text = [&](const Paragraph& paragraph) {
    for (const auto& piece : paragraph.content) {
      if (wrong || piece.field != Field::page_of) continue;
      const std::size_t a = page_in(said, piece.target), b = page_in(stands, piece.target);
      if (a != b) wrong = {piece.span, a, b};
    }
  };
  walk(story, in_text, [](const Group&) {});
  return wrong;
}

Story with_page_numbers(Story story, const PageNumbers& numbers, std::size_t pages) {
  const auto left_out = [&](Group& group) {
    if (group.from_pages > 1 && pages < static_cast<std::size_t>(group.from_pages)) group.blocks.clear();
  };
  const auto fill = [&](Paragraph& paragraph) {
    for (auto& piece : paragraph.content) {
      if (piece.field != Field::page_of) continue;
      const auto known = numbers.find(piece.target);
      const bool arabic =
          piece.digits == Inline::Digits::of_story ? story.arabic_digits : piece.digits == Inline::Digits::arabic;
      piece.text = digits(known == numbers.end() ? 0 : known->second, arabic);
    }
  };
  walk(story, fill, left_out);
  return story;
}

}  // namespace readout::layout
