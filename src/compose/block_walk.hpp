// Every block and paragraph of a tree, for what is done to all of them: moved to other styles, led to other anchors.
#pragma once
#include <optional>
#include <variant>
#include <vector>
#include "layout/story.hpp"

namespace readout::compose {

/// Every block and paragraph of a tree.
template <class OnBlock, class OnParagraph>
class Walk {
 public:
  Walk(OnBlock on_block, OnParagraph on_paragraph) : block_(on_block), paragraph_(on_paragraph) {}
  void blocks(std::vector<layout::Block>& all) {
    for (layout::Block& one : all) {
      block_(one);
      std::visit([&](auto& content) { inside(content); }, one.content);
    }
  }

 private:
  void text(layout::Paragraph& paragraph) {
    paragraph_(paragraph);
    for (layout::Paragraph& smaller : paragraph.smaller) text(smaller);
  }
  void maybe(std::optional<layout::Paragraph>& paragraph) {
    if (paragraph) text(*paragraph);
  }
  void inside(layout::Group& group) {
    blocks(group.blocks);
    blocks(group.again);
  }
  void inside(layout::Paragraph& paragraph) { text(paragraph); }
  void inside(layout::Item& item) {
    text(item.label);
    maybe(item.aside);
    blocks(item.body);
  }
  void inside(layout::Columns& columns) {
    for (auto& cell : columns.cells) {
      blocks(cell.blocks);
      blocks(cell.again);
    }
  }
  void inside(layout::Table& table) {
    for (auto* rows : {&table.head, &table.body})
      for (auto& row : *rows)
        for (auto* cells : {&row.cells, &row.again})
          for (auto& cell : *cells) blocks(cell.blocks);
    maybe(table.continued);
    maybe(table.caption);
  }
  void inside(layout::Figure& figure) {
    maybe(figure.caption);
    maybe(figure.caption_beside);
  }
  void inside(layout::Pair& pair) {
    blocks(pair.first.blocks);
    blocks(pair.second.blocks);
    blocks(pair.below);
  }
  void inside(layout::Entry& entry) {
    text(entry.title);
    text(entry.page);
    text(entry.dot);
  }
  void inside(layout::Rule&) {}
  void inside(layout::PageBreak&) {}
  OnBlock block_;
  OnParagraph paragraph_;
};
template <class OnBlock, class OnParagraph>
void walk(std::vector<layout::Block>& all, OnBlock on_block, OnParagraph on_paragraph) {
  Walk<OnBlock, OnParagraph>(on_block, on_paragraph).blocks(all);
}

}  // namespace readout::compose
