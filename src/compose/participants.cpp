// Who was there: two sides facing each other, three or four in rows of two, more as a table; without sides a list.
#include <algorithm>
#include <utility>

#include "compose/checks.hpp"
#include "compose/script.hpp"
#include "compose/sections.hpp"
#include "compose/table_maker.hpp"

namespace readout::compose {
namespace {

using layout::Role;
using model::Person;

/// "head, note-taker (present in part)"
Fragments after_name(Desk& desk, const Person& person) {
  std::vector<Fragments> roles;
  if (person.head) roles.push_back(unbroken(plain(desk, desk.word("head"))));
  if (person.role) roles.push_back(unbroken(plain(desk, desk.word("role." + person.role->value), person.role->span)));
  Fragments out = joined_by(desk, roles, desk.word("join.comma"));
  if (!out.empty()) {
    Fragments with_dash = dash(desk);
    append(with_dash, std::move(out));
    out = std::move(with_dash);
  }
  if (person.present && person.present->value == "part")
    append(out, filled(desk, "join.aside", {{"text", unbroken(plain(desk, desk.word("part"), person.present->span))}}));
  out = styled(std::move(out), "role");
  append(out, marks(desk, person.src));
  return out;
}

/// What follows the name: itself in the other language, roles.
Fragments beside_name(Desk& desk, const Person& person) {
  Fragments out;
  if (Fragments other = second(desk, person.name); !other.empty()) {
    Fragments dot = styled(separator(desk, desk.word("join.dot")), "role");
    dot.front().run.stays_by = true;  // rather the role begins a line than the name's other half
    append(out, std::move(dot));
    append(out, styled(unhyphenated(std::move(other)), "person_second"));
  }
  append(out, after_name(desk, person));
  return out;
}

/// In a list, where lines need not be full, the longest names stay together, too.
Fragments full_name(Desk& desk, const Person& person) {
  Fragments out = person_name(desk, person);
  for (Fragment& piece : out) piece.run.together = true;
  append(out, beside_name(desk, person));
  return out;
}

layout::Columns::Cell cell_of(layout::Block block, Pt width = {}) {
  layout::Columns::Cell cell;
  cell.width = width;
  cell.blocks.push_back(std::move(block));
  return cell;
}

/// In an edition of two languages the picture stands in the middle, between the texts; the second leaves room for it.
void add_in_middle(const Desk& desk, layout::Columns& columns, layout::Block picture, Pt room) {
  const Pt gap = desk.design.lengths.sides_gap;
  if (desk.beside) {
    const Pt half = max((room - gap) / 2, Pt::from_units(1));  // 0 would be an equal share
    columns.cells.push_back({half, Role::none, {}, {}, false});
    return;
  }
  std::get<layout::Figure>(picture.content).align = layout::Align::centre;
  columns.beyond = (room + gap) / 2;
  columns.cells.push_back(cell_of(std::move(picture), room));
}

/// A name and its office stay together; a photo stands before them, or between two languages.
layout::Block person_block(Desk& desk, const Person& person) {
  Blocks lines;
  lines.push_back(desk.block(Role::p, full_name(desk, person), "person"));
  if (person.office) add_close(lines, desk.block(Role::p, line(desk, *person.office), "office"));
  if (person.photo) {
    const Pt room = desk.design.lengths.photo_height;
    layout::Columns columns;
    columns.align_baselines = desk.paired;
    columns.gap = desk.design.lengths.list_number_gap;
    layout::Block photo = picture_of(desk, *person.photo, room, {});
    if (!desk.paired) {
      columns.cells.push_back(cell_of(std::move(photo), room));
      columns.cells.push_back({{}, Role::none, std::move(lines), {}, false});
    } else {
      columns.cells.push_back({{}, Role::none, std::move(lines), {}, false});
      add_in_middle(desk, columns, std::move(photo), room);
    }
    lines.clear();
    lines.push_back(block_of(Role::none, std::move(columns)));
  }
  Blocks inside;
  inside.push_back(group(Role::lbody, std::move(lines)));
  layout::Block item = group(Role::li, std::move(inside), person.span);
  std::get<layout::Group>(item.content).keep_together = true;
  return item;
}

layout::Block people_list(Desk& desk, const std::vector<std::size_t>& people) {
  Blocks items;
  for (const std::size_t index : people)
    if (desk.brief.people[index].came()) items.push_back(person_block(desk, desk.brief.people[index]));
  layout::Block list = group(Role::l, std::move(items));
  std::get<layout::Group>(list.content).numbering = "None";
  return list;
}

/// The people of one list in two columns: few on one page, one column after the other, as sides that face each other
/// are read; many from row to row, so that wherever a page ends nobody comes before those of higher rank.
void set_in_two(Desk& desk, layout::Group& list) {
  constexpr std::size_t few = 6;
  const std::size_t half = (list.blocks.size() + 1) / 2;
  layout::Columns columns;
  columns.by_rows = true;
  columns.across = list.blocks.size() > few;
  columns.gap = desk.design.lengths.sides_gap;
  columns.cells.resize(2);
  for (std::size_t i = 0; i < list.blocks.size(); ++i)
    columns.cells[columns.across ? i % 2 : i / half].blocks.push_back(std::move(list.blocks[i]));
  list.keep_together = !columns.across;
  list.blocks.clear();
  list.blocks.push_back(block_of(Role::none, std::move(columns)));
}

std::size_t count_present(const model::Brief& brief, const std::vector<std::size_t>& people) {
  return static_cast<std::size_t>(
      std::count_if(people.begin(), people.end(), [&](std::size_t i) { return brief.people[i].came(); }));
}

/// How many are present on each side, the largest first.
std::vector<std::size_t> counts_of(const model::Brief& brief) {
  std::vector<std::size_t> counts;
  for (const model::Side& side : brief.sides) counts.push_back(count_present(brief, side.people));
  std::sort(counts.rbegin(), counts.rend());
  return counts;
}

/// 20 and 1: facing each other would leave half a page blank.
bool are_unequal(const std::vector<std::size_t>& counts) {
  return counts.size() == 2 && counts[0] > 4 && counts[0] >= 3 * std::max<std::size_t>(counts[1], 1);
}

constexpr std::size_t few_people = 3;  ///< so many stand below each other, also where there is room beside them

Fragments side_title(Desk& desk, const model::Side& side) {
  Fragments out = line(desk, side.name);
  if (!side.role) return out;
  append(out, styled(dash(desk), "side_role"));
  append(out, styled(plain(desk, desk.word("role." + side.role->value), side.role->span), "side_role"));
  return out;
}

/// The name in the side's other language, at the end.
layout::Block second_name(Desk& desk, const Fragments& other) {
  layout::Block beside = desk.block(Role::p, other, "side_second");
  beside.lang = desk.other;
  desk.align(beside, layout::Align::end);
  return beside;
}

/// Room that holds flags up to twice as wide as high.
Pt flag_room(const Desk& desk) { return desk.design.lengths.flag_height * 2; }

/// The flag, at the very end of the name's line.
layout::Block flag_of(Desk& desk, const model::Picture& flag) {
  layout::Block picture = picture_of(desk, flag, desk.design.lengths.flag_height, {});
  auto& figure = std::get<layout::Figure>(picture.content);
  figure.max_width = flag_room(desk);
  figure.align = layout::Align::end;
  return picture;
}

void add_flag(Desk& desk, layout::Columns& columns, const model::Picture& flag) {
  if (desk.paired) add_in_middle(desk, columns, flag_of(desk, flag), flag_room(desk));
  else columns.cells.push_back(cell_of(flag_of(desk, flag), flag_room(desk)));
}

layout::Block level_rule(Desk& desk) {
  layout::Block below = rule(desk, "side");
  std::get<layout::Rule>(below.content).level = true;
  return below;
}

/// The side's name at the start, in its other language and with its flag at the end, over a rule.
Blocks side_head(Desk& desk, const model::Side& side) {
  layout::Block name = desk.block(Role::h3, side_title(desk, side), "side");
  name.keep_with_next = true;
  const Fragments other = second(desk, side.name);
  Blocks blocks;
  if (other.empty() && !side.flag) {
    blocks.push_back(std::move(name));
  } else {
    layout::Columns columns;
    columns.gap = desk.design.lengths.list_number_gap;
    columns.align_bottoms = true;  // each name ends over the rule
    columns.cells.push_back(cell_of(std::move(name)));
    if (!other.empty()) {
      columns.cells.push_back(cell_of(second_name(desk, other)));
      columns.cells.back().fits = true;
    }
    if (side.flag) add_flag(desk, columns, *side.flag);
    blocks.push_back(block_of(Role::none, std::move(columns)));
    blocks.back().keep_with_next = true;
  }
  blocks.push_back(level_rule(desk));
  blocks.back().keep_with_next = true;
  return blocks;
}

/// "Qatar, continued", over a rule: where the side's people go on over a page.
Blocks side_again(Desk& desk, const model::Side& side) {
  const std::string words = fill(desk.word("continued"), {{"title", string_of(desk, side.name)}});
  Blocks blocks;
  blocks.push_back(desk.block(Role::p, plain(desk, words, side.name.span), "side"));
  blocks.push_back(level_rule(desk));
  std::get<layout::Rule>(blocks.back().content).space_after = desk.style("person").before;
  return blocks;
}

/// Who else came, at the edge of the names, whatever its own direction.
Blocks delegation(Desk& desk, const model::Text& note) {
  const Said said = text(desk, note);
  Blocks blocks = paragraphs(desk, said, "delegation");
  for (layout::Block& block : blocks)
    if (!said.lang.empty() && model::is_arabic_script(said.lang) != desk.rtl) desk.align(block, layout::Align::end);
  return blocks;
}

layout::Block side_block(Desk& desk, const model::Side& side, int columns) {
  Blocks blocks = side_head(desk, side);
  const std::size_t present = count_present(desk.brief, side.people);
  if (present > 0) {
    layout::Block people = people_list(desk, side.people);
    if (columns == 2) set_in_two(desk, std::get<layout::Group>(people.content));
    blocks.push_back(std::move(people));
  } else if (!side.delegation_note) {
    blocks.push_back(desk.block(Role::p, plain(desk, desk.word("empty")), "office"));
    desk.lift(blocks.back(), desk.style("person").before);
  }
  if (side.delegation_note)
    for (layout::Block& block : delegation(desk, *side.delegation_note)) {
      if (present != 1) desk.lift(block, desk.style("person").before);  // it tells of all, not of the last one named
      blocks.push_back(std::move(block));
    }
  layout::Block sect = group(Role::sect, std::move(blocks), side.span);
  std::get<layout::Group>(sect.content).again = side_again(desk, side);
  return sect;
}

/// Two sides to a row; the last of an odd number has the row to itself, in two columns when its people are many.
Blocks facing(Desk& desk) {
  Blocks blocks;
  const auto& sides = desk.brief.sides;
  for (std::size_t i = 0; i < sides.size(); i += 2) {
    if (i + 1 == sides.size()) {
      blocks.push_back(side_block(desk, sides[i], count_present(desk.brief, sides[i].people) > few_people ? 2 : 1));
    } else {
      layout::Columns row;
      row.gap = desk.design.lengths.sides_gap;
      row.by_rows = true;
      for (std::size_t k = i; k < i + 2; ++k) {
        layout::Columns::Cell cell;
        cell.blocks.push_back(side_block(desk, sides[k], 1));
        cell.again = std::exchange(std::get<layout::Group>(cell.blocks.back().content).again, {});
        row.cells.push_back(std::move(cell));
      }
      blocks.push_back(block_of(Role::none, std::move(row), sides[i].span));
    }
    if (i > 0) desk.lift(blocks.back(), desk.style("body").leading);
  }
  return blocks;
}

/// One side after the other; a long one flows in two columns below its head.
Blocks stacked(Desk& desk, std::size_t long_from) {
  Blocks blocks;
  for (const model::Side& side : desk.brief.sides) {
    const bool more = !blocks.empty();
    blocks.push_back(side_block(desk, side, side.people.size() >= long_from ? 2 : 1));
    if (more) desk.lift(blocks.back(), desk.style("body").leading);
  }
  return blocks;
}

/// In a table the names are strong, and what says more of itself, as a role, is as it says. They may part, rather than
/// take the room of the offices.
Fragments strong_name(Desk& desk, const Person& person) {
  Fragments out = full_name(desk, person);
  for (Fragment& piece : out) {
    piece.under.insert(piece.under.begin(), "strong");
    piece.run.together = false;
  }
  return out;
}

Blocks empty_side(Desk& desk) {
  Blocks blocks;
  blocks.push_back(desk.block(Role::p, plain(desk, desk.word("empty")), "office"));
  return blocks;
}

Blocks as_table(Desk& desk, const std::string& title) {
  TableMaker table(desk);
  TableMaker::Column half;
  half.stretch = 1;
  table.column("column.name", half);
  table.column("column.office", half);
  for (const model::Side& side : desk.brief.sides) {
    Fragments head = side_title(desk, side);
    if (Fragments other = second(desk, side.name); !other.empty()) {
      append(head, separator(desk, desk.word("join.dot")));
      append(head, std::move(other));
    }
    table.group(head, line(desk, side.name), side.span, "side");
    if (count_present(desk.brief, side.people) == 0 && !side.delegation_note) table.whole(empty_side(desk), side.span);
    for (const std::size_t index : side.people) {
      const Person& person = desk.brief.people[index];
      if (!person.came()) continue;
      table.row({strong_name(desk, person), person.office ? line(desk, *person.office) : Fragments{}}, person.span);
    }
    if (side.delegation_note) table.whole(delegation(desk, *side.delegation_note), side.span);
  }
  Blocks blocks;
  blocks.push_back(table.finish(title));
  return blocks;
}

std::vector<std::size_t> people_in_order(const model::Brief& brief) {
  std::vector<std::size_t> order(brief.people.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return brief.people[a].head && !brief.people[b].head; });
  return order;
}

bool anyone(const Desk& desk) {
  return !desk.brief.sides.empty() ||
         std::any_of(desk.brief.people.begin(), desk.brief.people.end(), [](const Person& one) { return one.came(); });
}

}  // namespace

Fragments apologies_line(Desk& desk) {
  std::vector<Fragments> names;
  for (const Person& person : desk.brief.people) {
    if (person.came()) continue;
    Fragments name = person_name(desk, person);
    append(name, beside_name(desk, person));
    if (person.office) {
      append(name, plain(desk, desk.word("join.comma")));
      append(name, line(desk, *person.office));
      name = in_one_direction(desk, std::move(name));
    }
    if (person.side && desk.brief.sides.size() > 1)
      append(name, filled(desk, "join.aside", {{"text", line(desk, short_name(desk.brief.sides[*person.side]))}}));
    names.push_back(std::move(name));
  }
  const bool commas = std::any_of(names.begin(), names.end(), [&](const Fragments& name) {
    return bare(name).find(desk.word("join.comma")) != std::string::npos;
  });
  return closed(desk, commas ? joined_by_semicolons(desk, names) : joined(desk, std::move(names)));
}

bool people_stand_in_table(const model::Brief& brief, const model::Template& design, const model::SectionSpec& spec) {
  const auto counts = counts_of(brief);
  if (counts.empty() || spec.as == "list" || (spec.as == "facing" && are_unequal(counts))) return false;
  return spec.as == "table" || static_cast<int>(counts.size()) >= design.lengths.sides_table_from ||
         counts.front() > static_cast<std::size_t>(design.lengths.sides_people);
}

Blocks participants(Desk& desk, const Work& work) {
  if (!anyone(desk)) return {};
  const auto& sides = desk.brief.sides;
  const auto limit = static_cast<std::size_t>(desk.design.lengths.sides_people);
  Blocks blocks;
  if (sides.empty()) {
    blocks.push_back(people_list(desk, people_in_order(desk.brief)));
  } else if (work.spec.as == "list") {
    blocks = stacked(desk, limit + 1);
  } else if (work.spec.as == "facing" && are_unequal(counts_of(desk.brief))) {
    blocks = stacked(desk, 5);
  } else if (people_stand_in_table(desk.brief, desk.design, work.spec)) {
    blocks = as_table(desk, bare(work.title));
  } else {
    blocks = facing(desk);
  }
  if (!desk.prints(model::From::apologies)) {
    if (Fragments names = apologies_line(desk); !names.empty()) {
      Fragments all = styled(plain(desk, fill(desk.word("run_in"), {{"heading", desk.word("section.apologies")}})),
                             "point_heading");
      append(all, plain(desk, " "));
      append(all, std::move(names));
      blocks.push_back(desk.block(Role::p, all, "fact"));
      desk.lift(blocks.back(), desk.style("body").leading * 2 / 3);
      blocks.back().bond = layout::Bond::tail;
    }
  }
  return blocks;
}

Blocks apologies(Desk& desk) {
  Blocks blocks;
  if (const Fragments names = apologies_line(desk); !names.empty()) {
    Blocks inside;
    inside.push_back(desk.block(Role::p, names, "body"));
    blocks.push_back(indented(desk, std::move(inside)));
  }
  return blocks;
}

}  // namespace readout::compose
