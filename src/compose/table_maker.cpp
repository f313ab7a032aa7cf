#include "compose/table_maker.hpp"

#include <utility>

#include "base/assert.hpp"
#include "base/utf8.hpp"
#include "compose/script.hpp"

namespace readout::compose {

using layout::Role;
using layout::TableCell;

layout::TableStyle table_style(const Desk& desk) {
  const model::Lengths& l = desk.design.lengths;
  const auto& rules = desk.design.rules;
  layout::TableStyle style;
  style.pad_top = l.table_pad_top;
  style.pad_bottom = l.table_pad_bottom;
  style.pad_side = l.table_pad_side;
  style.space_before = l.table_above;
  style.space_after = l.table_below;
  style.head_rule = rules.at("table_head").thickness;
  style.row_rule = rules.at("table_row").thickness;
  style.end_rule = rules.at("table_end").thickness;
  style.span_rule = rules.at("table_span").thickness;
  style.span_rule_colour = rules.at("table_span").colour;
  style.head_rule_colour = rules.at("table_head").colour;
  style.row_rule_colour = rules.at("table_row").colour;
  style.zebra = l.table_zebra;
  return style;
}

TableCell cell(layout::Block block, bool head, TableCell::Scope scope) {
  TableCell out;
  out.blocks.push_back(std::move(block));
  out.head = head;
  out.scope = scope;
  return out;
}

std::optional<layout::Paragraph> continued(Desk& desk, const std::string& title, Span span, std::string_view style) {
  if (title.empty()) return std::nullopt;
  return desk.set(plain(desk, fill(desk.word("continued"), {{"title", title}}), span), style);
}

std::vector<TableCell> group_again(Desk& desk, Fragments name, std::size_t columns, std::string_view style) {
  std::vector<TableCell> cells;
  const Fragments words = filled(desk, "continued", {{"title", std::move(name)}});
  cells.push_back(cell(desk.block(Role::p, words, style), true, TableCell::Scope::row));
  cells.back().span = static_cast<int>(columns);
  return cells;
}

namespace {
/// Characters: "15 September 2026"; "in progress", "within a month".
constexpr std::size_t short_date = 24, short_words = 15;

bool is_short(const Fragments& value) {
  const std::u32string text = utf8::to_utf32(bare(value));
  return text.size() <= (!text.empty() && is_digit(text.back()) ? short_date : short_words);
}
}  // namespace

void TableMaker::column(std::string_view head_word, Column column) {
  heads_.push_back(head_word);
  columns_.push_back(column);
}

void TableMaker::group(const Fragments& text, const Fragments& again, Span span, std::string_view style) {
  rows_.push_back({{text}, true, span, 0, {}, again, style});
}

void TableMaker::whole(Blocks text, Span span) { rows_.push_back({{}, false, span, 0, std::move(text)}); }

void TableMaker::row(std::vector<Fragments> cells, Span span, layout::AnchorId anchor) {
  READOUT_ASSERT(cells.size() == columns_.size());
  rows_.push_back({std::move(cells), false, span, anchor});
}

std::vector<std::size_t> TableMaker::columns_in_use() const {
  std::vector<std::size_t> used;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    bool any = columns_[i].keep_when_empty;
    for (const Row& row : rows_) any = any || (!row.is_group && i < row.cells.size() && !row.cells[i].empty());
    if (any) used.push_back(i);
  }
  return used;
}

layout::TableRow TableMaker::body_row(Row& row, const std::vector<std::size_t>& used) {
  layout::TableRow out;
  out.span = row.span;
  if (!row.whole.empty()) {
    out.cells.emplace_back().blocks = std::move(row.whole);
    out.cells.back().span = static_cast<int>(used.size());
    return out;
  }
  if (row.is_group) {
    out.group_head = true;
    out.cells.push_back(
        compose::cell(desk_->block(Role::p, row.cells.front(), row.style), true, TableCell::Scope::row));
    out.cells.back().span = static_cast<int>(used.size());
    out.again = group_again(*desk_, row.again, used.size(), row.style);
    return out;
  }
  bool anchored = false;
  for (const std::size_t i : used) {
    Fragments value = row.cells[i].empty() ? plain(*desk_, desk_->word("nothing")) : row.cells[i];
    if (columns_[i].unbroken && is_short(value)) value = unbroken(std::move(value));
    layout::Block text = desk_->block(Role::p, value, columns_[i].style);
    if (!anchored) text.anchor = row.anchor;
    anchored = true;
    out.cells.push_back(compose::cell(std::move(text), columns_[i].row_head,
                                      columns_[i].row_head ? TableCell::Scope::row : TableCell::Scope::none));
  }
  return out;
}

layout::Block TableMaker::finish(const std::string& title) {
  const std::vector<std::size_t> used = columns_in_use();
  layout::Table table;
  table.style = table_style(*desk_);
  layout::TableRow head;
  for (const std::size_t i : used) {
    layout::TableColumn column;
    column.stretch = columns_[i].stretch;
    column.min_width = columns_[i].min_width;
    if (columns_[i].tells_who && i == used.back() && desk_->design.page.side_width > Pt{}) {
      column.stretch = 0;
      column.min_width = desk_->design.page.side_width;
    }
    table.columns.push_back(column);
    head.cells.push_back(compose::cell(desk_->block(Role::p, plain(*desk_, desk_->word(heads_[i])), "table_head"), true,
                                       TableCell::Scope::column));
  }
  table.head.push_back(std::move(head));
  for (Row& row : rows_) table.body.push_back(body_row(row, used));
  const Span span = rows_.empty() ? Span{} : rows_.front().span;
  table.continued = continued(*desk_, title, span);
  return block_of(Role::table, std::move(table), span);
}

}  // namespace readout::compose
