// A table in its smaller styles.
#include "layout/galley.hpp"
#include "layout/walk.hpp"

namespace readout::layout {

void make_small(Table& table, const SmallStyles& small) {
  const auto step_down = [](auto& id, const auto& to) {
    if (const auto found = to.find(id); found != to.end()) id = found->second;
  };
  Walk walk(
      [&](Paragraph& text) {
        step_down(text.style, small.paragraph);
        for (Inline& piece : text.content) step_down(piece.style, small.text);
      },
      [](Group&) {}, [](Item&) {});
  for (auto* rows : {&table.head, &table.body})
    for (TableRow& row : *rows)
      for (auto* cells : {&row.cells, &row.again})
        for (TableCell& cell : *cells) walk.blocks(cell.blocks);
}

}  // namespace readout::layout
