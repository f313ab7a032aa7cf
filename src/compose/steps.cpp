// The next steps: a table, or a numbered list.
#include <optional>
#include <utility>

#include "compose/script.hpp"
#include "compose/table_maker.hpp"

namespace readout::compose {
namespace {

using layout::Role;

Fragments step_value(Desk& desk, const model::Step& step, std::size_t index, std::string_view column) {
  if (column == "number") return plain(desk, digits(static_cast<std::int64_t>(index + 1), desk.words), step.span);
  if (column == "action") {
    const Said said = text(desk, step.text);
    Fragments out = flat(said);
    add_marks(desk, out, marks(desk, step.src), said.lang);
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

Blocks steps_table(Desk& desk, const Work& work) {
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
  blocks.push_back(table.finish(name_of(work)));
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
    Fragments all = step_value(desk, step, i, "action"), more = joined_by(desk, details, desk.word("join.dot"));
    if (!more.empty() && !desk.paired) {
      append(all, plain(desk, desk.word("join.dash")));
      append(all, std::exchange(more, {}));
    }
    item.body.push_back(desk.block(Role::p, all, "point"));
    if (!more.empty()) add_close(item.body, desk.block(Role::p, more, "office"));
    layout::Block block = block_of(Role::li, std::move(item), step.span);
    block.anchor = desk.step_anchors[i];
    items.push_back(std::move(block));
  }
  layout::Block list = group(Role::l, std::move(items));
  std::get<layout::Group>(list.content).numbering = "Decimal";
  tell_again(desk, list, name_of(work), desk.brief.steps.front().span);
  Blocks blocks;
  blocks.push_back(std::move(list));
  return blocks;
}

}  // namespace

Blocks steps(Desk& desk, const Work& work) {
  if (desk.brief.steps.empty()) return {};
  return work.spec.as == "list" ? steps_list(desk, work) : steps_table(desk, work);
}

}  // namespace readout::compose
