#include "layout/page_numbers.hpp"

#include "layout/running.hpp"
#include "layout/walk.hpp"

namespace readout::layout {

bool names_pages(const Story& story) {
  bool any = false;
  const auto in_text = [&](const Paragraph& paragraph) {
    for (const auto& piece : paragraph.content) any = any || piece.field == Field::page_of;
  };
  walk(
      story, in_text, [&](const Group& group) { any = any || group.from_pages > 1; }, [](const Item&) {});
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
  walk(
      story, in_text, [](const Group&) {}, [](const Item&) {});
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
  walk(story, fill, left_out, [](const Item&) {});
  return story;
}

}  // namespace readout::layout
