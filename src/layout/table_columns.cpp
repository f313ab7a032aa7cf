#include "layout/table_columns.hpp"

#include <algorithm>
#include <numeric>

namespace readout::layout {
namespace {

class ColumnMeasurer {
 public:
  ColumnMeasurer(const Table& table, const std::string& lang, Workshop& shop)
      : table_(table), lang_(lang), shop_(shop) {}

  /// Without `with_widths` columns that stretch need not be as wide as the table asks.
  std::vector<ColumnWish> measure(bool with_widths) {
    std::vector<ColumnWish> wishes(table_.columns.size());
    for (std::size_t c = 0; c < wishes.size(); ++c) {
      if (with_widths || table_.columns[c].stretch == 0)
        wishes[c].least = wishes[c].natural = table_.columns[c].min_width;
      wishes[c].most = table_.columns[c].max_width;
      wishes[c].stretch = table_.columns[c].stretch;
      wishes[c].of_figures = table_.columns[c].on_point;
    }
    measure_rows(table_.head, wishes, false);
    measure_rows(table_.body, wishes, false);
    measure_rows(table_.head, wishes, true);
    measure_rows(table_.body, wishes, true);
    measure_points(wishes);
    for (std::size_t c = 0; c < wishes.size(); ++c) {
      const TableColumn& column = table_.columns[c];
      wishes[c].as_told = column.min_width > Pt{} && column.stretch == 0 && wishes[c].natural == column.min_width;
    }
    return wishes;
  }

 private:
  /// Cells of one column first; then those over several, which only ask for what is missing.
  void measure_rows(const std::vector<TableRow>& rows, std::vector<ColumnWish>& wishes, bool spanning) {
    const std::size_t step = rows_looked_at(rows.size(), wishes.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const auto& row = rows[r];
      const bool looked_at = !spanning && r % step == 0;
      std::size_t c = 0;
      if (looked_at)
        for (auto& wish : wishes) {
          wish.cells.emplace_back();
          wish.whole.emplace_back();
        }
      for (const auto& cell : row.cells) {
        const std::size_t span = span_of(table_, cell, c);
        if (span == 0) break;
        if (span > 1 && spanning && !row.group_head) measure_spanning(cell, wishes, c, span);
        if (span == 1 && !spanning) {
          const Widths widths =
              measure_blocks(cell.blocks, lang_, shop_, looked_at ? &wishes[c].cells.back() : nullptr);
          wishes[c].least = max(wishes[c].least, widths.least);
          wishes[c].natural = max(wishes[c].natural, widths.natural);
          if (looked_at) wishes[c].whole.back() = widths.least;
        }
        c += span;
      }
    }
  }

  /// Numbers on their point may take more than the widest of them: the longest head and the longest tail.
  void measure_points(std::vector<ColumnWish>& wishes) {
    for (std::size_t c = 0; c < wishes.size(); ++c) {
      if (!table_.columns[c].on_point) continue;
      Widths before, after;
      for (const auto& row : table_.body) {
        if (row.cells.size() != wishes.size() || row.cells[c].blocks.size() != 1) continue;
        const auto* number = std::get_if<Paragraph>(&row.cells[c].blocks.front().content);
        if (number == nullptr || number->content.empty()) continue;
        const auto [head, tail] = measure_at_point(*number, lang_, shop_);
        before.natural = max(before.natural, head);
        after.natural = max(after.natural, tail);
      }
      wishes[c].least = max(wishes[c].least, before.natural + after.natural);
      wishes[c].natural = max(wishes[c].natural, wishes[c].least);
    }
  }

  void measure_spanning(const TableCell& cell, std::vector<ColumnWish>& wishes, std::size_t c, std::size_t span) const {
    const Widths widths = measure_blocks(cell.blocks, lang_, shop_);
    const auto n = static_cast<std::int64_t>(span);
    Pt least;
    for (std::size_t i = c; i + 1 < c + span; ++i) least += gap_after(table_, i);
    Pt natural = least;
    for (std::size_t i = c; i < c + span; ++i) {
      least += wishes[i].least;
      natural += wishes[i].natural;
    }
    for (std::size_t i = c; i < c + span; ++i) {
      wishes[i].least += max(widths.least - least, Pt{}) / n;
      wishes[i].natural = max(wishes[i].natural + max(widths.natural - natural, Pt{}) / n, wishes[i].least);
    }
  }

  const Table& table_;
  const std::string& lang_;
  Workshop& shop_;
};

}  // namespace

std::size_t span_of(const Table& table, const TableCell& cell, std::size_t c) {
  const std::size_t left = table.columns.size() - std::min(c, table.columns.size());
  return std::min(left, static_cast<std::size_t>(std::max(cell.span, 1)));
}

Pt gap_after(const Table& table, std::size_t column) {
  // Figures that end at a column's end, and words that begin at the next one's start, are not to be taken for one.
  const bool meet = column + 1 < table.columns.size() && table.columns[column].align == Align::end &&
                    table.columns[column + 1].align == Align::start;
  return meet ? table.style.pad_side * 2 : table.style.pad_side;
}

std::vector<ColumnWish> measure_columns(const Table& table, const std::string& lang, Workshop& shop, bool with_widths) {
  return ColumnMeasurer(table, lang, shop).measure(with_widths);
}

Pt sum_of_least(const std::vector<ColumnWish>& wishes) {
  return std::accumulate(wishes.begin(), wishes.end(), Pt{},
                         [](Pt sum, const ColumnWish& wish) { return sum + wish.least; });
}

bool lacks_room(const Table& table, const std::vector<ColumnWish>& wishes, Pt room) {
  if (sum_of_least(wishes) > room) return true;
  const Pt natural = std::accumulate(wishes.begin(), wishes.end(), Pt{}, [](Pt sum, const ColumnWish& wish) {
    return sum + max(wish.natural, wish.least);
  });
  return table.takes_margin && natural > room;
}

bool wants_margin(const Table& table, const std::string& lang, Pt measure, Workshop& shop) {
  for (std::size_t c = 0; c + 1 < table.columns.size(); ++c) measure -= gap_after(table, c);
  const auto wishes = measure_columns(table, lang, shop);
  return lacks_room(table, sum_of_least(wishes) > measure ? measure_columns(table, lang, shop, false) : wishes,
                    measure);
}

namespace {

/// Rows that are made equally high must not be higher than a page.
bool has_high_cell(const Table& table) {
  constexpr std::size_t most_blocks = 6;
  const auto is_high = [](const TableCell& cell) { return cell.blocks.size() > most_blocks; };
  return std::any_of(table.body.begin(), table.body.end(),
                     [&](const TableRow& row) { return std::any_of(row.cells.begin(), row.cells.end(), is_high); });
}

}  // namespace

bool is_at_ease(const Table& table, const std::string& lang, Pt measure, Workshop& shop) {
  if (has_high_cell(table)) return false;
  Pt least, natural;
  for (std::size_t c = 0; c + 1 < table.columns.size(); ++c) measure -= gap_after(table, c);
  for (const ColumnWish& wish : measure_columns(table, lang, shop, false)) {
    least += wish.least;
    natural += max(wish.natural, wish.least);
  }
  return least <= measure && natural * 2 <= measure * 3;
}

}  // namespace readout::layout
