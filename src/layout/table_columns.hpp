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
/// True where a table is at ease in a measure: all words are whole in their full size, and few cells take a second
/// line.
[[nodiscard]] bool is_at_ease(const Table& table, const std::string& lang, Pt measure, Workshop& shop);

}  // namespace readout::layout
