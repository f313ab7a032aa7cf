// What closes a document: distribution, sign-off lines, the list of sources, the colophon.
#include <algorithm>
#include <utility>

#include "compose/script.hpp"
#include "compose/sections.hpp"

namespace readout::compose {
namespace {

using layout::Role;

/// Recipients of one purpose, under its label.
struct Purpose {
  std::string_view word;
  std::vector<const model::Recipient*> recipients;
};

std::vector<Purpose> purposes(const model::Brief& brief) {
  std::vector<Purpose> all = {{"for.action", {}}, {"for.information", {}}, {"for.all", {}}};
  for (const model::Recipient& recipient : brief.distribution) {
    const std::size_t which = !recipient.purpose ? 2 : recipient.purpose->value == "action" ? 0 : 1;
    all[which].recipients.push_back(&recipient);
  }
  std::erase_if(all, [](const Purpose& p) { return p.recipients.empty(); });
  return all;
}

layout::Block recipient_block(Desk& desk, const model::Recipient& recipient) {
  Fragments text = line(desk, recipient.to);
  if (recipient.note) append(text, filled(desk, "join.aside", {{"text", line(desk, *recipient.note)}}));
  Blocks body;
  body.push_back(desk.block(Role::p, text, "fact"));
  Blocks inside;
  inside.push_back(group(Role::lbody, std::move(body)));
  return group(Role::li, std::move(inside), recipient.span);
}

layout::Columns::Cell purpose_cell(Desk& desk, const Purpose& purpose) {
  layout::Columns::Cell cell;
  layout::Block label = desk.block(Role::p, plain(desk, desk.word(purpose.word)), "label");
  label.keep_with_next = true;
  desk.lift(label, desk.style("heading").after + desk.design.lengths.table_pad_top);  // as a table's heads
  cell.blocks.push_back(std::move(label));
  layout::Block line = rule(desk, "table_head");
  std::get<layout::Rule>(line.content).space_before = desk.design.lengths.table_pad_bottom;
  line.span = purpose.recipients.front()->span;  // a bilingual edition has it as high in both languages
  cell.blocks.push_back(std::move(line));
  Blocks items;
  for (const model::Recipient* recipient : purpose.recipients) items.push_back(recipient_block(desk, *recipient));
  layout::Block list = group(Role::l, std::move(items));
  std::get<layout::Group>(list.content).numbering = "None";
  cell.blocks.push_back(std::move(list));
  return cell;
}

/// The line below the lists, parted as the lines over them are.
layout::Block end_of_lists(Desk& desk, std::size_t lists) {
  layout::Columns ends;
  ends.gap = desk.design.lengths.sides_gap;
  for (std::size_t i = 0; i < lists; ++i) {
    layout::Block end = rule(desk, "table_end");
    std::get<layout::Rule>(end.content).space_before = desk.design.lengths.table_pad_bottom;
    ends.cells.emplace_back().blocks.push_back(std::move(end));
  }
  return block_of(Role::none, std::move(ends));
}

std::string action_word(const model::ClearanceLine& line) {
  return line.action ? "action." + line.action->value : "action.none";
}

/// Who signed as what, and when: a line of each, close below each other.
layout::Columns::Cell sign_off(Desk& desk, const model::ClearanceLine& who) {
  constexpr std::size_t first_below_name = 3;  // after the rule, the label and the name
  layout::Columns::Cell cell;
  cell.blocks.push_back(rule(desk, "sign_off"));
  cell.blocks.push_back(desk.block(Role::p, plain(desk, desk.word(action_word(who))), "label"));
  const auto add = [&](const Fragments& text) {
    cell.blocks.push_back(desk.block(Role::p, text, "sign_off"));
    if (cell.blocks.size() > first_below_name) desk.lift(cell.blocks.back(), Pt{});
  };
  add(in_one_direction(desk, whole_name(line(desk, who.name))));
  if (who.office) add(in_one_direction(desk, line(desk, *who.office)));
  if (who.date) add(unbroken(day(desk, *who.date)));
  if (who.note) add(styled(line(desk, *who.note), "fact_note"));
  for (std::size_t i = 0; i < first_below_name; ++i) cell.blocks[i].span = who.span;  // in step in two languages
  for (std::size_t i = first_below_name; i < cell.blocks.size(); ++i) cell.blocks[i].keep_with_previous = true;
  return cell;
}

Blocks drafted_by(Desk& desk, const model::Clearance& clearance) {
  Blocks items;
  const auto add = [&](std::string_view label, Fragments value) {
    items.push_back(block_of(Role::li, fact_item(desk, {desk.word(label), std::move(value), false}, "fact")));
  };
  if (clearance.drafted_by) add("label.drafted_by", line(desk, *clearance.drafted_by));
  if (clearance.phone) add("label.phone", code(desk, *clearance.phone));
  Blocks blocks;
  if (items.empty()) return blocks;
  layout::Block list = group(Role::l, std::move(items));
  std::get<layout::Group>(list.content).numbering = "None";
  blocks.push_back(std::move(list));
  return blocks;
}

/// The number leads back to the first mark.
layout::Block source_block(Desk& desk, std::size_t index, std::size_t number) {
  const model::SourceEntry& source = desk.brief.sources[index];
  const std::string told = digits(static_cast<std::int64_t>(number), desk.words);
  layout::Item item = numbered_item(desk, told, "point_number");
  for (layout::Inline& run : item.label.content) {
    run.role = Role::link;
    run.target = desk.source_mark_anchors[index];
  }
  item.body.push_back(desk.block(Role::p, source_text(desk, source), "source"));
  layout::Block block = block_of(Role::li, std::move(item), source.span);
  block.anchor = desk.source_anchors[index];
  return block;
}

}  // namespace

Blocks distribution(Desk& desk) {
  if (desk.brief.distribution.empty()) return {};
  const auto all = purposes(desk.brief);
  const bool stacked = desk.paired && all.size() > 2;  // half a page is too narrow for three side by side
  Blocks blocks;
  layout::Columns columns;
  columns.gap = desk.design.lengths.sides_gap;
  for (const Purpose& purpose : all) {
    columns.cells.push_back(purpose_cell(desk, purpose));
    if (!stacked && &purpose != &all.back()) continue;
    const Span span = stacked ? purpose.recipients.front()->span : desk.brief.distribution.front().span;
    blocks.push_back(block_of(Role::none, std::exchange(columns, {{}, columns.gap}), span));
    if (blocks.size() > 1) desk.lift(blocks.back(), desk.style("body").leading);
  }
  blocks.back().keep_with_next = true;  // the line that ends the list stays with it
  blocks.push_back(end_of_lists(desk, stacked ? 1 : all.size()));
  return blocks;
}

Blocks clearance(Desk& desk) {
  if (!desk.brief.clearance) return {};
  const model::Clearance& all = *desk.brief.clearance;
  Blocks blocks = drafted_by(desk, all);
  auto per_row = static_cast<std::size_t>(desk.design.lengths.sign_off_columns);
  if (per_row > 2 && all.lines.size() == per_row + 1) --per_row;  // two and two, rather than three and one
  const std::size_t least = desk.paired ? 1 : 2;                  // who signs alone has room for a long name
  per_row = std::min(per_row, std::max(least, all.lines.size()));
  for (std::size_t i = 0; i < all.lines.size(); i += per_row) {
    layout::Columns row;
    row.gap = desk.design.lengths.sign_off_gap;
    for (std::size_t k = i; k < std::min(i + per_row, all.lines.size()); ++k)
      row.cells.push_back(sign_off(desk, all.lines[k]));
    row.cells.resize(per_row);
    blocks.push_back(block_of(Role::none, std::move(row), all.lines[i].span));
  }
  // Without a heading of its own the block stands off like one.
  if (!blocks.empty() && !all.lines.empty() && blocks.size() > (all.lines.size() + per_row - 1) / per_row)
    desk.lift(blocks.front(), desk.style("heading").before);
  if (all.lines.size() > 4 * per_row) return blocks;  // too much to stand on one page for sure
  Blocks together;
  together.push_back(group(Role::none, std::move(blocks)));
  std::get<layout::Group>(together.back().content).keep_together = true;
  return together;
}

Blocks sources(Desk& desk) {
  const std::vector<std::size_t>& order = desk.source_order;  // of those that have a mark on a page
  if (order.empty()) return {};
  Blocks items;
  for (std::size_t i = 0; i < order.size(); ++i) items.push_back(source_block(desk, order[i], i + 1));
  layout::Block list = group(Role::l, std::move(items));
  std::get<layout::Group>(list.content).numbering = "Decimal";
  Blocks blocks;
  blocks.push_back(std::move(list));
  return blocks;
}

Blocks colophon(Desk& desk) {
  constexpr std::size_t digest_shown = 12;
  std::vector<Fragments> parts;
  const auto& version = desk.brief.document.version;
  if (version) parts.push_back(filled(desk, "colophon.version", {{"version", compose::version(desk, *version)}}));
  if (!desk.settings.version.empty())
    parts.push_back(plain(desk, fill(desk.word("colophon.program"), {{"version", desk.settings.version}})));
  if (!desk.settings.source_digest.empty())
    parts.push_back(plain(
        desk, fill(desk.word("colophon.source"), {{"digest", desk.settings.source_digest.substr(0, digest_shown)}})));
  if (desk.settings.source_embedded) parts.push_back(plain(desk, desk.word("colophon.embedded")));
  for (Fragments& part : parts) part = whole_name(std::move(part));
  Blocks blocks;
  if (const Fragments text = joined_by(desk, parts, desk.word("join.dot")); !text.empty())
    blocks.push_back(desk.block(Role::p, text, "colophon"));
  return blocks;
}

}  // namespace readout::compose
