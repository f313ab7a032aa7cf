#include <algorithm>
#include <numeric>
#include <utility>
#include "layout/galley.hpp"
#include "layout/low_rows.hpp"

namespace readout::layout {
namespace {

/// Widths that never exceed what is wanted, and are equal where they fall short of it, to fill `room`.
/// Pre: the least widths fit, the wanted ones do not.
std::vector<Pt> share_fairly(const std::vector<ColumnWish>& wishes, Pt room) {
  Pt low, high = room;
  const auto widths_at = [&](Pt level) {
    std::vector<Pt> widths;
    for (const auto& wish : wishes) widths.push_back(min(max(wish.natural, wish.least), max(wish.least, level)));
    return widths;
  };
  const auto sum = [](const std::vector<Pt>& widths) { return std::accumulate(widths.begin(), widths.end(), Pt{}); };
  while (high - low > Pt::from_units(1)) {
    const Pt middle = low + (high - low) / 2;
    (sum(widths_at(middle)) <= room ? low : high) = middle;
  }
  return widths_at(low);
}

/// What is left of the room, by weight; columns never pass their `most` unless all are there.
void share_out(std::vector<Pt>& widths, const std::vector<ColumnWish>& wishes, Pt spare) {
  const bool stretches = std::any_of(wishes.begin(), wishes.end(), [](const auto& w) { return w.stretch > 0; });
  std::vector<double> weights;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const bool full = wishes[i].most > Pt{} && wishes[i].natural >= wishes[i].most;
    const double by_content = full ? 0.0 : std::max(wishes[i].natural.points(), 0.01);
    weights.push_back(stretches ? wishes[i].stretch : by_content);
  }
  double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (total <= 0) {
    std::fill(weights.begin(), weights.end(), 1.0);
    total = static_cast<double>(weights.size());
  }
  for (std::size_t i = 0; i < widths.size(); ++i) widths[i] += Pt::from_points(spare.points() * weights[i] / total);
}

/// What is left goes to the columns that still lack something, so that their lines are not as full as can be.
void give_to_lacking(std::vector<Pt>& widths, const std::vector<ColumnWish>& wishes, Pt spare) {
  const auto lacks = [&](std::size_t c) { return max(wishes[c].natural - widths[c], Pt{}); };
  Pt lacking;
  for (std::size_t c = 0; c < widths.size(); ++c) lacking += lacks(c);
  if (lacking <= Pt{}) return;
  const double share = spare.points() / lacking.points();
  for (std::size_t c = 0; c < widths.size(); ++c) widths[c] += Pt::from_points(lacks(c).points() * share);
}

/// Of what is left of the room the white between columns becomes wider first, so that no two read as one: at the start
/// of figures, which stand at the end of their columns, else at the end of the column before.
void widen_gaps(std::vector<Pt>& widths, const std::vector<ColumnWish>& wishes, Pt& spare) {
  constexpr Pt enough = Pt::from_points(9);
  std::vector<std::size_t> gaps;  // columns that get one
  for (std::size_t c = 0; c + 1 < widths.size(); ++c)
    if (wishes[c + 1].of_figures) gaps.push_back(c + 1);
    else if (!wishes[c].of_figures && !wishes[c].as_told) gaps.push_back(c);
  if (gaps.empty()) return;
  const Pt each = min(spare / static_cast<std::int64_t>(gaps.size()), enough);
  for (const std::size_t c : gaps) widths[c] += each;
  spare -= each * static_cast<std::int64_t>(gaps.size());
}

/// Columns of figures beside each other are equally wide where that takes no room from what others want.
void level_figures(std::vector<ColumnWish>& wishes, Pt spare) {
  for (std::size_t begin = 0, end = 0; begin < wishes.size(); begin = std::max(end, begin + 1)) {
    Pt widest, more;
    for (end = begin; end < wishes.size() && wishes[end].of_figures; ++end) widest = max(widest, wishes[end].natural);
    const auto wanted = [&](const ColumnWish& one) { return one.most > Pt{} ? min(widest, one.most) : widest; };
    for (std::size_t i = begin; i < end; ++i) more += max(wanted(wishes[i]) - wishes[i].natural, Pt{});
    if (more > spare) continue;
    for (std::size_t i = begin; i < end; ++i) wishes[i].natural = max(wishes[i].natural, wanted(wishes[i]));
    spare -= more;
  }
}

}  // namespace

std::size_t rows_looked_at(std::size_t rows, std::size_t columns) {
  constexpr std::size_t work = 4096, fewest = 8, most = 128;  // what is tried grows with the square of the columns
  return std::max<std::size_t>(1, rows / std::clamp(work / (columns * columns), fewest, most));
}

std::vector<Pt> solve_columns(const std::vector<ColumnWish>& asked, Pt room) {
  std::vector<ColumnWish> wishes = asked;
  Pt least, natural;
  for (auto& wish : wishes) {
    if (wish.most > Pt{}) wish.natural = min(wish.natural, wish.most);
    wish.natural = max(wish.natural, wish.least);
    least += wish.least;
    natural += wish.natural;
  }
  std::vector<Pt> widths;
  if (natural <= room) {
    Pt spare = room - natural;
    for (const auto& wish : wishes) widths.push_back(wish.natural);
    widen_gaps(widths, wishes, spare);
    const std::vector<ColumnWish> before = wishes;
    level_figures(wishes, spare);
    for (std::size_t c = 0; c < widths.size(); ++c) {
      widths[c] += wishes[c].natural - before[c].natural;
      spare -= wishes[c].natural - before[c].natural;
    }
    share_out(widths, wishes, spare);
  } else if (least <= room) {
    widths = wishes.front().cells.empty() ? share_fairly(wishes, room) : widths_of_low_rows(wishes, room);
    Pt spare = room - std::accumulate(widths.begin(), widths.end(), Pt{});
    widen_gaps(widths, wishes, spare);
    give_to_lacking(widths, wishes, spare);
  } else {  // the widest words give way, so that the others stay whole
    for (auto& wish : wishes) wish.natural = std::exchange(wish.least, Pt{});
    widths = share_fairly(wishes, room);
  }
  // Rounding goes to the widest column, so that the table is as wide as its measure and no column is a hair
  // narrower than its text.
  *std::max_element(widths.begin(), widths.end()) += room - std::accumulate(widths.begin(), widths.end(), Pt{});
  return widths;
}

namespace {

struct BlockMeasurer {
  const std::string& lang;
  Workshop& shop;
  LineWidths* lines = nullptr;

  Widths operator()(const Group& group) const {
    Widths widths = measure_blocks(group.blocks, lang, shop);
    const Pt insets = group.inset_start + group.inset_end;
    const std::int64_t columns = std::max(group.columns, 1);
    const Pt gaps = group.column_gap * (columns - 1);
    return {widths.least * columns + gaps + insets, widths.natural * columns + gaps + insets};
  }
  Widths operator()(const Paragraph& paragraph) const {
    if (paragraph.content.empty()) return {};
    const Widths widths = indented(paragraph, measure_cell(paragraph, lang, shop.setting, lines));
    if (lines != nullptr)
      for (Pt& width : *lines) width += widths.natural - lines->front();
    return widths;
  }
  /// What is no block of its own may be set otherwise than it is measured.
  [[nodiscard]] Widths of_line(const Paragraph& line) const {
    return line.content.empty() ? Widths{} : indented(line, measure_paragraph(line, lang, shop.setting));
  }
  [[nodiscard]] Widths indented(const Paragraph& paragraph, Widths widths) const {
    const auto& style = shop.story.paragraph_styles[paragraph.style];
    const Pt indents = style.indent_start + style.indent_end;
    return {widths.least + indents, widths.natural + indents};
  }
  Widths operator()(const Item& item) const {
    const Widths body = measure_blocks(item.body, lang, shop);
    Pt label = item.label_width;
    if (item.widest_label && !item.label.content.empty()) label = max(label, of_line(item.label).natural);
    return {body.least + label + item.gap, body.natural + label + item.gap};
  }
  Widths operator()(const Columns& columns) const {
    Widths sum;
    for (const auto& cell : columns.cells) {
      const Widths widths = measure_blocks(cell.blocks, lang, shop);
      sum.least += max(widths.least, cell.width);
      sum.natural += max(widths.natural, cell.width);
    }
    const Pt gaps = columns.gap * std::max<std::int64_t>(static_cast<std::int64_t>(columns.cells.size()) - 1, 0);
    return {sum.least + gaps, sum.natural + gaps};
  }
  Widths operator()(const Table& table) const {
    std::vector<Widths> columns(table.columns.size());
    for (const auto* rows : {&table.head, &table.body})
      for (const auto& row : *rows)
        for (std::size_t c = 0; c < row.cells.size() && c < columns.size(); ++c) {
          const Widths widths = measure_blocks(row.cells[c].blocks, lang, shop);
          columns[c] = {max(columns[c].least, widths.least), max(columns[c].natural, widths.natural)};
        }
    Widths sum;
    for (const auto& column : columns) sum = {sum.least + column.least, sum.natural + column.natural};
    return sum;
  }
  Widths operator()(const Figure& figure) const {
    const Size size = figure_size(figure, shop.measure, shop);
    return {min(size.width, Pt::from_points(36)), size.width};
  }
  Widths operator()(const Entry& entry) const {
    const Widths title = of_line(entry.title);
    const Pt more = entry.page_width + entry.gap;
    return {title.least + more, title.natural + more};
  }
  Widths operator()(const Pair& pair) const {
    const Widths first = measure_blocks(pair.first.blocks, pair.first.lang, shop);
    const Widths second = measure_blocks(pair.second.blocks, pair.second.lang, shop);
    const Widths below = measure_blocks(pair.below, pair.first.lang, shop);
    const Pt gap = shop.story.pair_design.gap;
    return {max(below.least, max(first.least, second.least) * 2 + gap),
            max(below.natural, max(first.natural, second.natural) * 2 + gap)};
  }
  Widths operator()(const Rule& rule) const { return {rule.width, rule.width}; }
  Widths operator()(const PageBreak&) const { return {}; }
};

}  // namespace

Widths measure_blocks(const std::vector<Block>& blocks, const std::string& lang, Workshop& shop, LineWidths* lines) {
  Widths widest;
  LineWidths* const own = blocks.size() == 1 ? lines : nullptr;
  for (const auto& block : blocks) {
    const std::string& in = block.lang.empty() ? lang : block.lang;
    const Widths widths = std::visit(BlockMeasurer{in, shop, own}, block.content);
    widest = {max(widest.least, widths.least), max(widest.natural, widths.natural)};
  }
  if (lines != nullptr && lines->empty() && widest.natural > Pt{}) *lines = line_widths_about(widest);
  return widest;
}

}  // namespace readout::layout
