// The head of page 1: who issues it, the accent rule, the title.
#include <algorithm>

#include "compose/sections.hpp"

namespace readout::compose {
namespace {

using layout::Role;

constexpr std::size_t most_sides_in_masthead = 4;  // more are told by the list of participants alone

std::vector<const model::Line*> side_names(const Desk& desk) {
  std::vector<const model::Line*> names;
  if (desk.brief.sides.size() <= most_sides_in_masthead)
    for (const model::Side& side : desk.brief.sides) names.push_back(&short_name(side));
  return names;
}

std::vector<const model::Line*> issuer(const Desk& desk) {
  std::vector<const model::Line*> names;
  const model::DocumentInfo& document = desk.brief.document;
  if (document.originator) names.push_back(&*document.originator);
  if (document.office) names.push_back(&*document.office);
  return names;
}

Fragments first_joined(const Desk& desk, const std::vector<const model::Line*>& lines) {
  std::vector<Fragments> names;
  for (const model::Line* one : lines) names.push_back(whole_name(line(desk, *one)));
  return joined_by(desk, names, desk.word("join.dot"));
}

/// Lines at the start and at the end.
struct Head {
  std::vector<Fragments> start, end;
  bool in_other = false;  ///< the end is the issuer in the other language
};

/// The names of the sides, in both languages where all have two: some of them alone would say that the others were not
/// there.
Fragments sides_of(const Desk& desk) {
  const auto names = side_names(desk);
  Fragments out = first_joined(desk, names);
  const bool all_have_two =
      std::all_of(names.begin(), names.end(), [&](const model::Line* name) { return !second(desk, *name).empty(); });
  if (names.empty() || !all_have_two) return out;
  append(out, plain(desk, "\u2003"));
  out.back().run.parts_lines = true;
  append(out, second_joined(desk, names, desk.word("join.dot")));
  return out;
}

/// An issuer stands at the start, in its other language at the end; its office below it. Without one: the word for the
/// kind, and the sides.
Head head_of(const Desk& desk) {
  Head head;
  const Fragments kind = plain(desk, desk.word("kind"));
  for (const model::Line* one : issuer(desk)) {
    head.start.push_back(whole_name(line(desk, *one)));
    if (Fragments other = second_joined(desk, {one}, {}); !other.empty()) head.end.push_back(std::move(other));
  }
  head.in_other = !head.end.empty();
  if (head.start.empty()) {
    head.start.push_back(kind);
    if (Fragments sides = sides_of(desk); !sides.empty()) head.end.push_back(std::move(sides));
  } else if (head.end.empty()) {
    head.end.push_back(kind);
  }
  return head;
}

Blocks lines_of(Desk& desk, const std::vector<Fragments>& texts, std::string_view style) {
  Blocks lines;
  for (const Fragments& text : texts) lines.push_back(desk.block(Role::p, text, style));
  return lines;
}

layout::Columns::Cell cell_with(Blocks blocks, Pt width = {}) { return {width, Role::none, std::move(blocks), {}}; }

Blocks one(layout::Block block) {
  Blocks blocks;
  blocks.push_back(std::move(block));
  return blocks;
}

/// Letterhead at the start, seal at the end, over the names.
void add_pictures(Desk& desk, Blocks& blocks) {
  const model::DocumentInfo& document = desk.brief.document;
  const model::Lengths& l = desk.design.lengths;
  if (!document.letterhead && !document.seal) return;
  layout::Columns row;
  row.align_baselines = false;
  row.align_bottoms = true;
  row.gap = l.sides_gap;
  row.cells.push_back(document.letterhead
                          ? cell_with(one(picture_of(desk, *document.letterhead, l.letterhead_height, {})))
                          : cell_with({}));
  if (document.seal) {
    layout::Block seal = picture_of(desk, *document.seal, l.seal_height, {});
    std::get<layout::Figure>(seal.content).align = layout::Align::end;
    row.cells.push_back(cell_with(one(std::move(seal)), l.seal_height));
  }
  blocks.push_back(block_of(Role::none, std::move(row)));
}

/// The names at the end. A name that is all in the other language is set as that language is, at this end.
Blocks end_lines(Desk& desk, const Head& head) {
  const bool other_way = head.in_other && model::is_arabic_script(desk.other) != desk.rtl;
  Blocks lines;
  for (const Fragments& text : head.end) {
    lines.push_back(desk.block(Role::p, text, "masthead_end", head.in_other ? desk.other : ""));
    desk.align(lines.back(), other_way ? layout::Align::start : layout::Align::end);
  }
  return lines;
}

/// In an edition of two languages each names the issuer, or the kind and the sides, in its own half. The letterhead
/// stands at the start of the first, the seal at that of the second.
Blocks masthead_beside(Desk& desk) {
  const model::DocumentInfo& document = desk.brief.document;
  const model::Lengths& l = desk.design.lengths;
  Blocks blocks;
  if (const auto& picture = desk.beside ? document.seal : document.letterhead) {
    layout::Columns row;
    row.align_baselines = false;
    row.align_bottoms = true;
    row.cells.push_back(
        cell_with(one(picture_of(desk, *picture, desk.beside ? l.seal_height : l.letterhead_height, {}))));
    blocks.push_back(block_of(Role::none, std::move(row)));
  }
  std::vector<Fragments> names;
  for (const model::Line* one : issuer(desk)) names.push_back(whole_name(line(desk, *one)));
  if (names.empty()) {
    names.push_back(joined_by(desk,
                              {plain(desk, desk.word("kind")), styled(first_joined(desk, side_names(desk)), "role")},
                              desk.word("join.dot")));
  }
  Blocks lines = lines_of(desk, names, "masthead");
  if (!blocks.empty()) desk.lift(lines.front(), l.picture_gap);
  for (layout::Block& one : lines) blocks.push_back(std::move(one));
  blocks.push_back(rule(desk, "masthead"));
  return blocks;
}

}  // namespace

Blocks masthead(Desk& desk) {
  if (desk.paired) return masthead_beside(desk);
  Blocks blocks;
  add_pictures(desk, blocks);
  const Head head = head_of(desk);
  layout::Columns columns;
  columns.gap = desk.hang();
  columns.cells.push_back(cell_with(lines_of(desk, head.start, "masthead")));
  columns.cells.push_back(cell_with(end_lines(desk, head)));
  columns.cells.back().fits = !head.end.empty();
  blocks.push_back(block_of(Role::none, std::move(columns)));
  if (blocks.size() > 1) desk.lift(blocks.back(), desk.design.lengths.picture_gap);
  blocks.push_back(rule(desk, "masthead"));
  return blocks;
}

Blocks title(Desk& desk) {
  Blocks blocks;
  const model::DocumentInfo& document = desk.brief.document;
  const bool in_own = document.title.in[desk.lang] || desk.paired;  // a marked gap is in this language, too
  const std::string lang = in_own ? "" : desk.other;
  layout::Block main = desk.block(Role::h1, line(desk, document.title), "title", lang);
  main.anchor = desk.new_anchor();
  main.keep_with_next = true;
  desk.story.outline.push_back({1, string_of(desk, document.title), main.anchor});
  blocks.push_back(std::move(main));
  if (const Fragments other = second(desk, document.title); !other.empty()) {
    // Beside the first, so at its edge, whatever its own direction.
    layout::Block beside = desk.block(Role::p, other, "title_second");
    beside.lang = desk.other;
    blocks.push_back(std::move(beside));
  }
  if (document.subtitle) blocks.push_back(desk.block(Role::p, line(desk, *document.subtitle), "subtitle"));
  return blocks;
}

}  // namespace readout::compose
