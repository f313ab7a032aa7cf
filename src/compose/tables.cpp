// The grids of a brief: tables of points and annexes.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "compose/figures.hpp"
#include "compose/script.hpp"
#include "compose/table_maker.hpp"

namespace readout::compose {
namespace {

using layout::Role;
using layout::TableCell;

layout::Align align_of(model::GridColumn::Align align) {
  return align == model::GridColumn::Align::start ? layout::Align::start : layout::Align::end;
}

/// A head that is a figure, as a year, is in the digits of its column.
Fragments column_head(const Desk& desk, const model::Line& head, bool own_digits) {
  const model::LineText* text = head.best(desk.lang);
  if (!own_digits || !text || digits_in(text->value) != DigitsIn::figure) return line(desk, head);
  return plain(desk, figure(text->value, desk.words), text->span);
}

/// Heads that span: one cell over columns of the same group that stand side by side.
layout::TableRow group_row(Desk& desk, const model::Grid& grid, const std::vector<bool>& own_digits) {
  layout::TableRow row;
  row.span = grid.span;
  std::string last;
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const model::GridColumn& column = grid.columns[i];
    const std::string name = column.group ? string_of(desk, *column.group) : "";
    if (!name.empty() && name == last) {
      ++row.cells.back().span;
      continue;
    }
    last = name;
    TableCell cell;
    if (column.group)
      cell = compose::cell(desk.block(Role::p, column_head(desk, *column.group, own_digits[i]), "table_head"), true,
                           TableCell::Scope::column);
    row.cells.push_back(std::move(cell));
  }
  return row;
}

layout::TableRow head_row(Desk& desk, const model::Grid& grid, const std::vector<bool>& own_digits) {
  layout::TableRow row;
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const model::GridColumn& column = grid.columns[i];
    layout::Block text = desk.block(Role::p, column_head(desk, column.head, own_digits[i]), "table_head");
    if (column.align != model::GridColumn::Align::start) desk.align(text, layout::Align::end);
    row.cells.push_back(cell(std::move(text), true, TableCell::Scope::column));
  }
  return row;
}

/// A cell's text as it is read, without styles; nullopt when it is in the other language, which keeps its digits.
std::optional<std::string> words_of(const Desk& desk, const model::Text& text) {
  const auto* said = text.best(desk.lang);
  if (!said) return std::nullopt;
  std::string out;
  for (const model::TextParagraph& paragraph : said->paragraphs)
    for (const model::Piece& piece : paragraph) out += piece.text;
  const bool foreign =
      !text.in[desk.lang] && digits_in(out) != DigitsIn::figure &&
      (has_script(out, Script::latin) || has_script(out, Script::arabic) || has_script(out, Script::other));
  return foreign ? std::nullopt : std::optional(out);
}

/// Whether the digits of a column are those of the language: none of its cells must keep its own.
bool takes_digits(const Desk& desk, const model::Grid& grid, std::size_t column) {
  return std::none_of(grid.rows.begin(), grid.rows.end(), [&](const model::GridRow& row) {
    if (column >= row.cells.size()) return false;
    const auto* text = std::get_if<model::Text>(&row.cells[column].value);
    const auto words = text ? words_of(desk, *text) : std::nullopt;
    return words && digits_in(*words) == DigitsIn::other;
  });
}

/// Figures that end at a column's end stand with their units below each other, whatever follows those, and in either
/// direction; words stand among them where there are none.
bool ends_on_units(const Desk& desk, const model::Grid& grid, std::size_t column) {
  if (grid.columns[column].align != model::GridColumn::Align::end) return false;
  std::size_t figures = 0, words = 0;
  for (const model::GridRow& row : grid.rows) {
    if (column >= row.cells.size()) continue;
    const model::GridCell& cell = row.cells[column];
    if (std::holds_alternative<std::monostate>(cell.value)) continue;
    const auto* text = std::get_if<model::Text>(&cell.value);
    const auto said = text ? words_of(desk, *text) : std::optional<std::string>("0");
    const OnUnits is = said ? on_units(*said) : OnUnits::other;
    if (is == OnUnits::other) return false;
    ++(is == OnUnits::figure ? figures : words);
  }
  return figures > 0 && figures >= words;
}

/// The text with its figure in the language's digits.
model::Text with_own_digits(const Desk& desk, model::Text text) {
  const auto words = words_of(desk, text);
  if (!words || digits_in(*words) != DigitsIn::figure) return text;
  for (auto& in : text.in) {
    if (!in) continue;
    const bool whole = in->paragraphs.size() == 1 && in->paragraphs.front().size() == 1;
    for (model::TextParagraph& paragraph : in->paragraphs)
      for (model::Piece& piece : paragraph)
        if (piece.straight.empty())  // they are places in the text as it is written
          piece.text = whole ? figure(piece.text, desk.words) : digits(piece.text, desk.words);
  }
  return text;
}

TableCell grid_cell(Desk& desk, const model::GridCell& value, layout::Align align, bool own_digits) {
  TableCell out;
  if (std::holds_alternative<std::monostate>(value.value)) return out;
  if (const auto* number = std::get_if<model::At<std::int64_t>>(&value.value)) {
    std::string written = fmt::format("{}", number->value);
    if (number->value < 0) written.replace(0, 1, "\u2212");
    out.blocks.push_back(
        desk.block(Role::p, plain(desk, own_digits ? digits(written, desk.words) : written, number->span), "table"));
  } else {
    const auto& said = std::get<model::Text>(value.value);
    out.blocks = paragraphs(desk, text(desk, own_digits ? with_own_digits(desk, said) : said), "table");
  }
  if (align != layout::Align::start)
    for (layout::Block& block : out.blocks) desk.align(block, align);
  return out;
}

layout::TableRow grid_row(Desk& desk, const model::Grid& grid, const model::GridRow& row,
                          const std::vector<bool>& own_digits) {
  layout::TableRow out;
  out.span = row.span;
  if (row.group) {
    out.group_head = true;
    out.cells.push_back(cell(desk.block(Role::p, line(desk, *row.group), "table_group"), true, TableCell::Scope::row));
    out.cells.back().span = static_cast<int>(grid.columns.size());
    out.again = group_again(desk, line(desk, *row.group), grid.columns.size());
    return out;
  }
  for (std::size_t i = 0; i < row.cells.size(); ++i)
    out.cells.push_back(grid_cell(desk, row.cells[i], align_of(grid.columns[i].align), own_digits[i]));
  return out;
}

}  // namespace

layout::Block table_of(Desk& desk, const model::Grid& grid, const std::string& title) {
  layout::Table table;
  table.style = table_style(desk);
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const auto align = grid.columns[i].align;
    layout::TableColumn out;
    out.align = align_of(align);
    out.on_point = align == model::GridColumn::Align::number || ends_on_units(desk, grid, i);
    table.columns.push_back(out);
  }
  const bool grouped = std::any_of(grid.columns.begin(), grid.columns.end(),
                                   [](const model::GridColumn& c) { return c.group.has_value(); });
  std::vector<bool> own_digits;
  for (std::size_t i = 0; i < grid.columns.size(); ++i)
    own_digits.push_back(desk.words.arabic_digits && takes_digits(desk, grid, i));
  if (grouped) table.head.push_back(group_row(desk, grid, own_digits));
  table.head.push_back(head_row(desk, grid, own_digits));
  for (const model::GridRow& row : grid.rows) table.body.push_back(grid_row(desk, grid, row, own_digits));
  if (grid.caption) table.caption = desk.set(line(desk, *grid.caption), "table_caption");
  table.continued = grid.caption ? continued(desk, string_of(desk, *grid.caption), grid.caption->span, "table_caption")
                                 : continued(desk, title, grid.span);
  return block_of(Role::table, std::move(table), grid.span);
}

}  // namespace readout::compose
