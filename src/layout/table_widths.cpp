#include <algorithm>
#include <numeric>
#include <utility>
#include "layout/galley.hpp"

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

/// How high the rows come out, in lines: the highest cell of each row counts, the others a quarter; and how much is
/// torn in them.
class RowHeights {
 public:
  explicit RowHeights(const std::vector<ColumnWish>& wishes) : wishes_(wishes) {
    // Fewer rows of many columns: what is tried grows with the square of the columns.
    const std::size_t rows = wishes.front().cells.size(), columns = wishes.size();
    step_ = std::max<std::size_t>(1, rows / std::clamp<std::size_t>(16384 / (columns * columns), 8, 256));
  }
  [[nodiscard]] double at(const std::vector<Pt>& widths) const {
    double sum = 0;
    for (std::size_t r = 0; r < wishes_.front().cells.size(); r += step_) {
      double highest = 1, all = 0;
      for (std::size_t c = 0; c < widths.size(); ++c) {
        const double lines = lines_of(wishes_[c].cells[r], widths[c], wishes_[c].word);
        highest = std::max(highest, lines);
        all += lines;
        if (!wishes_[c].whole.empty() && widths[c] < wishes_[c].whole[r]) sum += torn_cost;
      }
      sum += highest + all / 4;
    }
    return sum;
  }

 private:
  static constexpr double torn_cost = 1;  ///< lines that a cell may be higher rather than part a word or a sum
  /// Lines end at words, so that a text of several fills them by nine tenths, and by less where its words are as wide
  /// as the column; the last is half full. Not rounded to whole lines: a step that does not save a line yet is seen to
  /// go the right way.
  static double lines_of(Pt natural, Pt width, Pt word) {
    if (natural <= width) return natural > Pt{} ? 1 : 0;
    const double room = std::max(width.points(), 1.0);
    const double filled = std::clamp(1 - 0.4 * word.points() / room, 0.6, 0.9);
    return std::max(2.0, 0.5 + natural.points() / (filled * room));
  }
  const std::vector<ColumnWish>& wishes_;
  std::size_t step_ = 1;
};

/// Moves width from column to column as long as that makes the rows lower.
class LowRows {
 public:
  LowRows(std::vector<Pt>& widths, const std::vector<ColumnWish>& wishes)
      : widths_(widths), wishes_(wishes), heights_(wishes), best_(heights_.at(widths)) {}

  /// In ever smaller steps, each followed by steps that just let one more cell stand on one line.
  void seek(Pt room) {
    for (Pt step = room / 8; step > Pt::from_points(1.5); step = step / 2) {
      for (int round = 0; round < 8; ++round) {
        const bool stepped = try_all([step](std::size_t) { return step; });
        const bool fitted = try_all([this](std::size_t to) { return to_next_cell(to); });
        if (!stepped && !fitted) break;
      }
    }
  }

 private:
  template <typename Amount>
  bool try_all(Amount amount) {
    bool better = false;
    for (std::size_t from = 0; from < widths_.size(); ++from)
      for (std::size_t to = 0; to < widths_.size(); ++to)
        if (from != to) better = try_move(from, to, amount(to)) || better;
    return better;
  }

  bool try_move(std::size_t from, std::size_t to, Pt amount) {
    const Pt moved = min(min(amount, widths_[from] - wishes_[from].least), wishes_[to].natural - widths_[to]);
    if (moved <= Pt{}) return false;
    widths_[from] -= moved;
    widths_[to] += moved;
    if (const double height = heights_.at(widths_); height < best_) {
      best_ = height;
      return true;
    }
    widths_[from] += moved;
    widths_[to] -= moved;
    return false;
  }

  /// What the column lacks for one more cell to stand on one line, or to be whole; 0 when all do.
  [[nodiscard]] Pt to_next_cell(std::size_t column) const {
    Pt next;
    for (const auto* all : {&wishes_[column].cells, &wishes_[column].whole})
      for (const Pt cell : *all)
        if (cell > widths_[column] && (next == Pt{} || cell < next)) next = cell;
    return next == Pt{} ? next : next - widths_[column];
  }

  std::vector<Pt>& widths_;
  const std::vector<ColumnWish>& wishes_;
  RowHeights heights_;
  double best_;
};

/// What is left of the room, by weight; columns never pass their `most` unless all are there.
void share_out(std::vector<Pt>& widths, const std::vector<ColumnWish>& wishes, Pt spare) {
  const bool stretches = std::any_of(wishes.begin(), wishes.end(), [](const auto& w) { return w.stretch > 0; });
  std::vector<double> weights;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const bool full = wishes[i].most > Pt{} && widths[i] >= wishes[i].most;
    const double by_content = full ? 0.0 : std::max(widths[i].points(), 0.01);
    weights.push_back(stretches ? wishes[i].stretch : by_content);
  }
  double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (total <= 0) {
    std::fill(weights.begin(), weights.end(), 1.0);
    total = static_cast<double>(weights.size());
  }
  for (std::size_t i = 0; i < widths.size(); ++i) widths[i] += Pt::from_points(spare.points() * weights[i] / total);
}

}  // namespace

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
    for (const auto& wish : wishes) widths.push_back(wish.natural);
    share_out(widths, wishes, room - natural);
  } else if (least <= room) {
    widths = share_fairly(wishes, room);
    if (!wishes.front().cells.empty()) LowRows(widths, wishes).seek(room);
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

  Widths operator()(const Group& group) const {
    Widths widths = measure_blocks(group.blocks, lang, shop);
    const Pt insets = group.inset_start + group.inset_end;
    const std::int64_t columns = std::max(group.columns, 1);
    const Pt gaps = group.column_gap * (columns - 1);
    return {widths.least * columns + gaps + insets, widths.natural * columns + gaps + insets};
  }
  Widths operator()(const Paragraph& paragraph) const {
    return paragraph.content.empty() ? Widths{} : indented(paragraph, measure_cell(paragraph, lang, shop.setting));
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

Widths measure_blocks(const std::vector<Block>& blocks, const std::string& lang, Workshop& shop) {
  Widths widest;
  for (const auto& block : blocks) {
    const std::string& in = block.lang.empty() ? lang : block.lang;
    const Widths widths = std::visit(BlockMeasurer{in, shop}, block.content);
    widest = {max(widest.least, widths.least), max(widest.natural, widths.natural)};
  }
  return widest;
}

}  // namespace readout::layout
