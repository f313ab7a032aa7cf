// The head of page 1: who issues it, the accent rule, the title.
#include "compose/sections.hpp"

namespace readout::compose {
namespace {

using layout::Role;

constexpr std::size_t most_sides_in_masthead = 4;  // more are told by the list of participants alone

using Name = Fragments (*)(const Desk&, const model::Line&);

Fragments sides_by(const Desk& desk, Name name) {
  if (desk.brief.sides.size() > most_sides_in_masthead) return {};
  std::vector<Fragments> names;
  for (const model::Side& side : desk.brief.sides) names.push_back(name(desk, side.name));
  return joined_by(desk, names, desk.word("join.dot"));
}

Fragments issuer_by(const Desk& desk, Name name) {
  std::vector<Fragments> names;
  const model::DocumentInfo& document = desk.brief.document;
  if (document.originator) names.push_back(name(desk, *document.originator));
  if (document.office) names.push_back(name(desk, *document.office));
  return joined_by(desk, names, desk.word("join.dot"));
}

struct Head {
  Fragments start, end;
};

/// An issuer stands at the start, in its other language at the end. Without one: the word for the kind, and the sides.
Head head_of(const Desk& desk) {
  Head head;
  const Fragments kind = plain(desk, desk.word("kind"));
  head.start = issuer_by(desk, line);
  if (!head.start.empty()) {
    head.end = issuer_by(desk, second);
    if (head.end.empty()) head.end = kind;
    return head;
  }
  head.start = kind;
  head.end = sides_by(desk, line);
  Fragments other = sides_by(desk, second);
  if (!other.empty()) append(head.end, plain(desk, "\u2003"));
  append(head.end, std::move(other));
  return head;
}

layout::Columns::Cell cell(Pt width, Blocks blocks) { return {width, Role::none, std::move(blocks)}; }

}  // namespace

Blocks masthead(Desk& desk) {
  Blocks blocks;
  const model::DocumentInfo& document = desk.brief.document;
  if (document.letterhead) blocks.push_back(picture_of(desk, *document.letterhead, desk.design.lengths.letterhead_height));
  const Head head = head_of(desk);
  layout::Columns columns;
  columns.gap = desk.hang();
  if (document.seal) {
    Blocks seal;
    seal.push_back(picture_of(desk, *document.seal, desk.design.lengths.seal_height));
    columns.cells.push_back(cell(desk.design.lengths.seal_height, std::move(seal)));
    columns.align_baselines = false;
  }
  Blocks start, end;
  start.push_back(desk.block(Role::p, head.start, "masthead"));
  if (!head.end.empty()) {
    layout::Block names = desk.block(Role::p, head.end, "masthead_end");
    desk.align(names, layout::Align::end);
    end.push_back(std::move(names));
  }
  columns.cells.push_back(cell({}, std::move(start)));
  columns.cells.push_back(cell({}, std::move(end)));
  blocks.push_back(block_of(Role::none, std::move(columns)));
  blocks.push_back(rule(desk, "masthead"));
  return blocks;
}

Blocks title(Desk& desk) {
  Blocks blocks;
  const model::DocumentInfo& document = desk.brief.document;
  const std::string lang = document.title.in[desk.lang] ? "" : desk.other;
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
