// What is told in tables: the grids of a brief, steps, agreements, the programme, the document's history.
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
  const bool foreign = !text.in[desk.lang] && (has_script(out, Script::latin) || has_script(out, Script::arabic) ||
                                               has_script(out, Script::other));
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
    const std::string written = fmt::format("{}", number->value);
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

// ---- steps ---------------------------------------------------------------------------------------

Fragments step_value(Desk& desk, const model::Step& step, std::size_t index, std::string_view column) {
  if (column == "number") return plain(desk, digits(static_cast<std::int64_t>(index + 1), desk.words), step.span);
  if (column == "action") {
    Fragments out = flat(text(desk, step.text));
    append(out, marks(desk, step.src));
    return out;
  }
  if (column == "owner") return step.owner ? who(desk, *step.owner) : Fragments{};
  if (column == "due") return step.due ? day_or_line(desk, *step.due) : Fragments{};
  if (column == "status" && step.status)
    return styled(plain(desk, desk.word("step." + step.status->value), step.status->span), "status");
  if (column == "from") return numbers(desk, Listed::point, step.from);
  if (column == "depends") return numbers(desk, Listed::step, step.depends);
  return {};
}

Fragments step_cell(Desk& desk, const model::Step& step, std::size_t index, std::string_view column) {
  if (column == "owner" && step.owner) return who_in_narrow_cell(desk, *step.owner);
  if (column == "with" && step.with) return who_in_narrow_cell(desk, *step.with);
  return step_value(desk, step, index, column);
}

TableMaker::Column step_column(const Desk& desk, std::string_view name) {
  TableMaker::Column column;
  if (name == "action") {
    column.stretch = 1;
    column.min_width = desk.measure() * 2 / 7;  // what is to be done is never squeezed by what is said of it
  }
  if (name == "owner" || name == "with") column.stretch = 1;
  column.tells_who = name == "owner";
  column.unbroken = name == "due" || name == "status";
  if (name == "due") column.min_width = desk.measure() / 8;  // "within a fortnight" breaks between words
  if (name == "number") {
    column.style = "table_number";
    column.row_head = true;
    column.min_width = desk.hang() - desk.design.lengths.table_pad_side;  // the actions stand where texts do
  }
  return column;
}

Blocks steps_table(Desk& desk, const Work& work, const std::string& name) {
  TableMaker table(desk);
  std::vector<std::string> heads;
  for (const auto& column : work.spec.show) heads.push_back("column." + column.value);
  for (std::size_t i = 0; i < heads.size(); ++i) table.column(heads[i], step_column(desk, work.spec.show[i].value));
  for (std::size_t i = 0; i < desk.brief.steps.size(); ++i) {
    std::vector<Fragments> cells;
    for (const auto& column : work.spec.show) cells.push_back(step_cell(desk, desk.brief.steps[i], i, column.value));
    table.row(std::move(cells), desk.brief.steps[i].span, desk.step_anchors[i]);
  }
  Blocks blocks;
  blocks.push_back(table.finish(name));
  return blocks;
}

/// "with Betania", or the head of the column where the language has no such words.
Fragments step_with(Desk& desk, const model::Who& with) {
  Fragments people = who(desk, with);
  if (!desk.words.find("step.with")) return labelled(desk, "column.with", std::move(people));
  return filled(desk, "step.with", {{"people", std::move(people)}});
}

/// "point 3", "after step 2", "with Betania": in a list no head of a column says what a number counts, or who helps.
Fragments step_detail(Desk& desk, const model::Step& step, std::size_t index, const std::string& column) {
  if (column == "with" && step.with) return step_with(desk, *step.with);
  if (column == "status") return unbroken(step_value(desk, step, index, column));
  if (column != "from" && column != "depends") return step_value(desk, step, index, column);
  const bool points = column == "from";
  std::vector<Fragments> items;
  for (const auto& one : points ? step.from : step.depends) {
    const model::Target target{points ? model::Target::Kind::point : model::Target::Kind::step, one.value};
    Fragments name = name_of(desk, target, one.span);
    const auto anchor = anchor_of(desk, target);
    items.push_back(anchor ? inner_link(desk, std::move(name), *anchor) : std::move(name));
  }
  if (items.empty()) return {};
  Fragments all = joined(desk, std::move(items));
  return points ? all : filled(desk, "step.after", {{"steps", std::move(all)}});
}

/// As a numbered list: the action, then what else is known of it.
Blocks steps_list(Desk& desk, const Work& work) {
  Blocks items;
  for (std::size_t i = 0; i < desk.brief.steps.size(); ++i) {
    const model::Step& step = desk.brief.steps[i];
    layout::Item item = numbered_item(desk, digits(static_cast<std::int64_t>(i + 1), desk.words), "point_number");
    std::vector<Fragments> details;
    for (const auto& column : work.spec.show)
      if (column.value != "number" && column.value != "action")
        details.push_back(step_detail(desk, step, i, column.value));
    Fragments all = step_value(desk, step, i, "action"), more = joined_by(desk, details, desk.word("join.comma"));
    if (!more.empty() && !desk.paired) {
      append(all, plain(desk, desk.word("join.dash")));
      append(all, std::exchange(more, {}));
    }
    item.body.push_back(desk.block(Role::p, all, "point"));
    item.body.back().keep_with_next = !more.empty();
    if (!more.empty()) item.body.push_back(desk.block(Role::p, more, "office"));
    layout::Block block = block_of(Role::li, std::move(item), step.span);
    block.anchor = desk.step_anchors[i];
    items.push_back(std::move(block));
  }
  layout::Block list = group(Role::l, std::move(items));
  std::get<layout::Group>(list.content).numbering = "Decimal";
  Blocks blocks;
  blocks.push_back(std::move(list));
  return blocks;
}

std::string name_of(const Work& work) {
  const std::string title = bare(work.title);
  return work.number.empty() ? title : work.number + " " + title;
}

/// Columns of dates and times.
bool is_short(std::string_view column) { return column == "signed" || column == "date" || column == "time"; }

/// A table of what the template shows, in its order; `value` gives a row's cell by name.
template <class Entry, class Value>
Blocks shown(Desk& desk, const Work& work, const std::vector<Entry>& entries, const std::string& wide, Value value) {
  if (entries.empty()) return {};
  TableMaker table(desk);
  std::vector<std::string> heads;
  for (const auto& column : work.spec.show) heads.push_back("column." + column.value);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    TableMaker::Column column;
    column.row_head = i == 0;
    if (work.spec.show[i].value == wide) column.stretch = 2;
    else if (i > 0) column.stretch = 1;
    column.unbroken = is_short(work.spec.show[i].value);
    table.column(heads[i], column);
  }
  for (const Entry& entry : entries) {
    if constexpr (requires { entry.day; }) {
      const Entry* before = &entry == entries.data() ? nullptr : &entry - 1;
      if (entry.day && (!before || !before->day || before->day->value != entry.day->value))
        table.group(day(desk, *entry.day), day(desk, *entry.day), entry.day->span);
    }
    std::vector<Fragments> cells;
    for (const auto& column : work.spec.show) cells.push_back(value(entry, column.value));
    table.row(std::move(cells), entry.span);
  }
  Blocks blocks;
  blocks.push_back(table.finish(name_of(work)));
  return blocks;
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
  if (grid.caption) table.caption = desk.set(line(desk, *grid.caption), "caption");
  table.continued = grid.caption ? continued(desk, string_of(desk, *grid.caption), grid.caption->span, "caption")
                                 : continued(desk, title, grid.span);
  return block_of(Role::table, std::move(table), grid.span);
}

Blocks steps(Desk& desk, const Work& work) {
  if (desk.brief.steps.empty()) return {};
  return work.spec.as == "list" ? steps_list(desk, work) : steps_table(desk, work, name_of(work));
}

Blocks agreements(Desk& desk, const Work& work) {
  return shown(desk, work, desk.brief.agreements, "title",
               [&](const model::Agreement& a, const std::string& column) -> Fragments {
                 if (column == "title") return line(desk, a.title);
                 if (column == "kind") return line_or_nothing(desk, a.kind);
                 if (column == "signed") return a.signed_on ? day(desk, *a.signed_on) : Fragments{};
                 if (column == "signatories") return a.signatories ? who_in_cell(desk, *a.signatories) : Fragments{};
                 if (column == "deposited") return line_or_nothing(desk, a.deposited);
                 std::vector<Fragments> names;
                 for (const auto& tag : a.languages) names.push_back(language_name(desk, tag));
                 return joined_by_commas(desk, std::move(names));
               });
}

Blocks programme(Desk& desk, const Work& work) {
  return shown(desk, work, desk.brief.programme, "what",
               [&](const model::ProgrammeEntry& p, const std::string& column) -> Fragments {
                 if (column == "time") return hour_or_line(desk, p.time);
                 if (column == "what") return line(desk, p.what);
                 if (column == "where") return line_or_nothing(desk, p.where);
                 if (column == "who") return p.who ? who_in_cell(desk, *p.who) : Fragments{};
                 if (column == "dress") return line_or_nothing(desk, p.dress);
                 return line_or_nothing(desk, p.note);
               });
}

Blocks revisions(Desk& desk, const Work& work) {
  return shown(desk, work, desk.brief.revisions, "change",
               [&](const model::Revision& r, const std::string& column) -> Fragments {
                 if (column == "version") return version(desk, r.version);
                 if (column == "date") return r.date ? day(desk, *r.date) : Fragments{};
                 if (column == "by") return line_or_nothing(desk, r.by);
                 return line_or_nothing(desk, r.change);
               });
}

}  // namespace readout::compose
