// A table's columns: what each asks for, and the white between them.
#pragma once
#include <string>
#include <vector>
#include "layout/galley.hpp"

namespace readout::layout {

/// Columns a cell takes from column `c`; never more than there are.
[[nodiscard]] std::size_t span_of(const Table& table, const TableCell& cell, std::size_t c);
/// White between a column and the next.
[[nodiscard]] Pt gap_after(const Table& table, std::size_t column);
/// What each column asks for. Without `with_widths` those that stretch need not be as wide as the table says.
[[nodiscard]] std::vector<ColumnWish> measure_columns(const Table& table, const std::string& lang, Workshop& shop,
                                                      bool with_widths = true);
[[nodiscard]] Pt sum_of_least(const std::vector<ColumnWish>& wishes);
/// True where columns want more than there is between their gaps, so that a table takes the margin column, too.
[[nodiscard]] bool lacks_room(const Table& table, const std::vector<ColumnWish>& wishes, Pt room);
/// The same of a table that is still to be measured.
[[nodiscard]] bool wants_margin(const Table& table, const std::string& lang, Pt measure, Workshop& shop);
/// True where a table is at ease in a measure: all words are whole in their full size, and few cells take a second
/// line.
[[nodiscard]] bool is_at_ease(const Table& table, const std::string& lang, Pt measure, Workshop& shop);

}  // namespace readout::layout
