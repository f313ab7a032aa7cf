#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include "layout/galley.hpp"

namespace readout::layout {
namespace {

/// What the widest of the cell's paragraphs asks for; 0: it has none, or other blocks, too.
Pt width_of_text(const Columns::Cell& cell, const std::string& lang, Workshop& shop) {
  Pt widest;
  for (const Block& block : cell.blocks) {
    const auto* paragraph = std::get_if<Paragraph>(&block.content);
    if (paragraph == nullptr) return {};
    const std::string& own = block.lang.empty() ? lang : block.lang;
    widest = max(widest, measure_paragraph(*paragraph, own, shop.setting).natural);
  }
  return widest;
}

/// Widths of cells: as told, then those that fit their text, the rest shared by those that tell none.
std::vector<Pt> cell_widths(const Columns& columns, const Bed& bed, Workshop& shop) {
  const auto count = static_cast<std::int64_t>(columns.cells.size());
  Pt left = bed.measure - columns.gap * std::max<std::int64_t>(count - 1, 0);
  std::int64_t sharing = 0;
  std::vector<Pt> widths;
  for (const auto& cell : columns.cells) {
    widths.push_back(cell.width);
    left -= cell.width;
    sharing += cell.width == Pt{} ? 1 : 0;
  }
  const Pt share = sharing == 0 ? Pt{} : max(left / sharing, Pt{});
  for (std::size_t c = 0; c < widths.size(); ++c) {
    if (!columns.cells[c].fits || widths[c] != Pt{}) continue;
    widths[c] = min(width_of_text(columns.cells[c], bed.lang, shop), share);
    if (widths[c] == Pt{}) continue;
    left -= widths[c];
    --sharing;
  }
  for (Pt& width : widths)
    if (width == Pt{}) width = max(left / sharing, Pt{});
  return widths;
}

/// Height of what stands above the rule that ends the head; none: no head.
std::optional<Pt> height_over_rule(const std::vector<Strip>& strips) {
  Pt height;
  for (std::size_t i = 0; i < strips.size(); ++i) {
    if (i > 0) height += strips[i].space_before;
    if (strips[i].level) return height;
    height += strips[i].height;
  }
  return {};
}

/// Lowers the heads of cells so that their rules stand on one line. True when one had to be: their first lines then
/// stand as they do.
bool level_heads(std::vector<Strip::Part>& parts) {
  Pt lowest;
  for (const auto& part : parts) lowest = max(lowest, height_over_rule(part.strips).value_or(Pt{}));
  bool lowered = false;
  for (auto& part : parts) {
    const auto height = height_over_rule(part.strips);
    if (!height || *height == lowest) continue;
    shift_down(part.strips.front(), lowest - *height);
    part.strips.front().height += lowest - *height;
    lowered = true;
  }
  return lowered;
}

/// Cuts cells into rows: row k holds what stands between the k-th and the next break of every cell that is free.
std::vector<std::vector<Strip::Part>> rows_of(std::vector<Strip::Part> parts) {
  std::vector<std::vector<Strip::Part>> rows;
  for (std::size_t c = 0; c < parts.size(); ++c) {
    std::size_t row = 0;
    for (std::size_t i = 0; i < parts[c].strips.size(); ++i) {
      Strip& strip = parts[c].strips[i];
      if (i > 0 && strip.cost < cost::inside_paragraph) ++row;
      if (row == rows.size()) rows.emplace_back(parts.size());
      rows[row][c].x = parts[c].x;
      rows[row][c].strips.push_back(std::move(strip));
    }
  }
  return rows;
}

Pt height_of_row(const std::vector<Strip::Part>& row) {
  Pt height;
  for (const auto& part : row) height = max(height, height_of(part.strips));
  return height;
}

/// What stands alone in its row goes up below its own, into the room that a taller neighbour leaves there.
void close_gaps(std::vector<std::vector<Strip::Part>>& rows) {
  const Pt about_a_line = Pt::from_points(18);
  for (std::size_t r = 1; r < rows.size();) {
    const auto filled = [](const Strip::Part& part) { return !part.strips.empty(); };
    const auto alone = std::find_if(rows[r].begin(), rows[r].end(), filled);
    const bool single = std::count_if(rows[r].begin(), rows[r].end(), filled) == 1;
    auto& above = rows[r - 1][static_cast<std::size_t>(alone - rows[r].begin())].strips;
    const Pt height = single ? height_of(above) + alone->strips.front().space_before + height_of(alone->strips) : Pt{};
    if (!single || above.empty() || height > height_of_row(rows[r - 1]) + about_a_line) {
      ++r;
      continue;
    }
    std::move(alone->strips.begin(), alone->strips.end(), std::back_inserter(above));
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(r));
  }
}

}  // namespace

Strip GalleyBuilder::row_of(std::vector<Strip::Part> parts, bool align_baselines) {
  Strip row;
  Pt deepest;
  for (const auto& part : parts)
    if (!part.strips.empty() && part.strips.front().baseline) deepest = max(deepest, *part.strips.front().baseline);
  for (auto& part : parts) {
    if (part.strips.empty()) continue;
    const auto& first = part.strips.front();
    if (align_baselines && first.baseline) part.top = deepest - *first.baseline;
    if (!row.baseline && first.baseline) row.baseline = part.top + *first.baseline;
    row.height = max(row.height, part.top + height_of(part.strips));
    for (const auto& strip : part.strips) row.notes.insert(row.notes.end(), strip.notes.begin(), strip.notes.end());
  }
  row.parts = std::move(parts);
  return row;
}

Strip GalleyBuilder::ending_together(std::vector<Strip::Part> parts) {
  Strip row;
  for (const auto& part : parts) row.height = max(row.height, height_of(part.strips));
  for (auto& part : parts) {
    if (part.strips.empty()) continue;
    part.top = row.height - height_of(part.strips);
    const auto& first = part.strips.front();
    if (!row.baseline && first.baseline) row.baseline = part.top + *first.baseline;
    for (const auto& strip : part.strips) row.notes.insert(row.notes.end(), strip.notes.begin(), strip.notes.end());
  }
  row.parts = std::move(parts);
  return row;
}

/// The cells' blocks in the order in which they are read.
void GalleyBuilder::set_cells(const Columns& columns, std::vector<GalleyBuilder>& cells, std::vector<Bed>& beds,
                              Span span, Pt widest) {
  if (!columns.across) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const auto& cell = columns.cells[c];
      if (cell.role != Role::none) beds[c].parent = shop_.structure.add(beds[c].parent, cell.role, beds[c].lang, span);
      cells[c].set_blocks(cell.blocks, beds[c], widest);
    }
    return;
  }
  const auto most = [](const Columns::Cell& a, const Columns::Cell& b) { return a.blocks.size() < b.blocks.size(); };
  const std::size_t rows = std::max_element(columns.cells.begin(), columns.cells.end(), most)->blocks.size();
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t c = 0; c < cells.size(); ++c)
      if (row < columns.cells[c].blocks.size()) cells[c].set_block(columns.cells[c].blocks[row], beds[c], widest);
}

void GalleyBuilder::set_content(const Block& block, const Columns& columns, const Bed& bed, Pt widest) {
  const Bed inner = open(block, bed);
  const auto widths = cell_widths(columns, inner, shop_);
  std::vector<Bed> beds;
  Pt x = inner.x;
  for (std::size_t c = 0; c < columns.cells.size(); ++c) {
    Bed cell_bed = inner;
    cell_bed.beyond = Pt{};
    cell_bed.x = c + 1 < columns.cells.size() ? x : x + columns.beyond;
    cell_bed.measure = widths[c];
    beds.push_back(std::move(cell_bed));
    x += widths[c] + columns.gap;
  }
  std::vector<GalleyBuilder> cells(columns.cells.size(), GalleyBuilder(shop_));
  set_cells(columns, cells, beds, block.span, widest);
  std::vector<Strip::Part> parts, again;
  Pt before, after;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    Strip::Part part;
    part.strips = cells[c].take();
    if (!part.strips.empty()) before = max(before, part.strips.front().space_before);
    after = max(after, cells[c].space_);
    if (main_ && columns.by_rows && !columns.cells[c].again.empty())
      again.emplace_back().strips = artifacts_of(columns.cells[c].again, beds[c]);
    parts.push_back(std::move(part));
  }
  add_space(before);
  const std::size_t first = strips_.size();
  if (columns.by_rows) {
    push_by_rows(std::move(parts), columns.align_baselines);
  } else if (Strip row = columns.align_bottoms ? ending_together(std::move(parts))
                                               : row_of(std::move(parts), columns.align_baselines);
             row.height > Pt{}) {
    push(std::move(row));
  }
  if (!again.empty() && strips_.size() > first + 1) {
    std::vector<Strip> head;
    const bool lowered = level_heads(again);
    head.push_back(row_of(std::move(again), columns.align_baselines && !lowered));
    const std::int32_t index = add_head(std::move(head));
    for (std::size_t i = first + 1; i < strips_.size(); ++i) strips_[i].head = index;
  }
  add_space(after);
}

void GalleyBuilder::push_by_rows(std::vector<Strip::Part> parts, bool align_baselines) {
  const bool lowered = level_heads(parts);
  auto rows = rows_of(std::move(parts));
  close_gaps(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const auto& part : rows[i])
      if (!part.strips.empty()) add_space(part.strips.front().space_before);
    Strip row = row_of(std::move(rows[i]), align_baselines && !(lowered && i == 0));
    const bool one_alone = rows.size() > 1 && (i == 1 || i + 1 == rows.size());
    row.cost = one_alone ? cost::lonely_row : cost::between_rows;
    if (row.height > Pt{}) push(std::move(row));
  }
}

}  // namespace readout::layout
