#include "compose/small_styles.hpp"

#include "compose/block_walk.hpp"

namespace readout::compose {
namespace {

class Smaller {
 public:
  Smaller(layout::Story& story, Ratio share) : story_(story), share_(share) {}

  void add(const layout::Paragraph& paragraph) {
    if (const auto [at, is_new] = story_.small.paragraph.try_emplace(paragraph.style); is_new) {
      layout::ParagraphStyle style = story_.paragraph_styles[paragraph.style];
      style.leading = share_.of(style.leading);
      at->second = static_cast<layout::ParagraphStyleId>(story_.paragraph_styles.size());
      story_.paragraph_styles.push_back(std::move(style));
    }
    for (const layout::Inline& piece : paragraph.content) add(piece.style);
  }

 private:
  void add(layout::TextStyleId id) {
    const auto [at, is_new] = story_.small.text.try_emplace(id);
    if (!is_new) return;
    layout::TextStyle style = story_.text_styles[id];
    for (Pt* size : {&style.latin.size, &style.arabic.size, &style.rise}) *size = share_.of(*size);
    at->second = static_cast<layout::TextStyleId>(story_.text_styles.size());
    story_.text_styles.push_back(std::move(style));
  }
  layout::Story& story_;
  Ratio share_;
};

}  // namespace

void add_small_styles(layout::Story& story, Ratio share) {
  if (share >= Ratio(1)) return;
  Smaller smaller(story, share);
  const auto add = [&](layout::Block& block) {
    auto* table = std::get_if<layout::Table>(&block.content);
    if (table == nullptr) return;
    for (auto* rows : {&table->head, &table->body})
      for (layout::TableRow& row : *rows)
        for (auto* cells : {&row.cells, &row.again})
          for (layout::TableCell& cell : *cells)
            walk(
                cell.blocks, [](layout::Block&) {}, [&](const layout::Paragraph& text) { smaller.add(text); });
  };
  walk(story.blocks, add, [](const layout::Paragraph&) {});
  for (layout::Note& note : story.notes) walk(note.blocks, add, [](const layout::Paragraph&) {});
}

}  // namespace readout::compose
