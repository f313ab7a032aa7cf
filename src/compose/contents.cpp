// The table of contents: sections and annexes, and the points below their section when the template asks for them.
//
// It stands before what it lists, so its place is kept while the sections are told, and filled at the end. Page numbers
// are layout's to know: an entry carries a field (Field::page_of) and the anchor that it leads to.
#include <algorithm>

#include "compose/script.hpp"
#include "compose/sections.hpp"

namespace readout::compose {
namespace {

using layout::Role;

/// The group that keeps the place; nullptr: this template has none.
layout::Group* place_in(std::vector<layout::Block>& blocks) {
  for (layout::Block& block : blocks) {
    auto* inside = std::get_if<layout::Group>(&block.content);
    if (!inside) continue;
    if (inside->from_pages > 0) return inside;
    if (layout::Group* found = place_in(inside->blocks)) return found;
  }
  return nullptr;
}

layout::Paragraph page_number(Desk& desk, layout::AnchorId anchor, Span span, std::string_view style) {
  Fragment number;
  number.run.span = span;
  number.run.field = layout::Field::page_of;
  number.run.target = anchor;
  number.run.digits = desk.words.arabic_digits ? layout::Inline::Digits::arabic : layout::Inline::Digits::latin;
  return desk.set({number}, style);
}

layout::Block entry_of(Desk& desk, const ContentsEntry& entry) {
  const std::string_view style = entry.level == 1 ? "contents" : "contents_inner";
  layout::Entry line;
  Fragments title = entry.title;
  const std::string contents = bare(title);
  for (Fragment& piece : title) {
    piece.run.role = Role::link;
    piece.run.target = entry.anchor;
    piece.run.contents = contents;
  }
  line.title = desk.set(title, style);
  line.page = page_number(desk, entry.anchor, entry.title.empty() ? Span{} : entry.title.front().run.span, style);
  line.dot = desk.set(plain(desk, "."), style);
  line.page_width = desk.style(style).latin.size * 2;
  line.gap = desk.style(style).latin.size / 2;
  layout::Item item;
  item.label = desk.set(plain(desk, entry.number), style);
  item.label_width = entry.level == 1 ? desk.design.lengths.list_number : desk.design.lengths.list_letter;
  item.gap = entry.level == 1 ? desk.design.lengths.list_number_gap : desk.design.lengths.list_letter_gap;
  item.widest_label = true;
  item.body_role = Role::none;
  item.body.push_back(block_of(Role::reference, std::move(line)));
  return block_of(Role::toci, std::move(item));
}

/// Entries from `at` on that are of `level` or below it; those below stand in a TOC of their own.
Blocks entries_of(Desk& desk, std::size_t& at, int level) {
  Blocks blocks;
  while (at < desk.contents.size() && desk.contents[at].level >= level) {
    if (desk.contents[at].level == level) {
      blocks.push_back(entry_of(desk, desk.contents[at++]));
      continue;
    }
    layout::Block inner = group(Role::toc, entries_of(desk, at, level + 1));
    std::get<layout::Group>(inner.content).inset_start = desk.hang();
    if (!blocks.empty()) blocks.back().keep_with_next = true;
    blocks.push_back(std::move(inner));
  }
  return blocks;
}

}  // namespace

Blocks contents(Desk& desk, const Work& work) {
  desk.outline_before_contents = desk.story.outline.size();
  Blocks blocks;
  layout::Block place = group(Role::none, {}, work.spec.span);
  std::get<layout::Group>(place.content).from_pages = work.spec.least_pages;
  blocks.push_back(std::move(place));
  return blocks;
}

void fill_contents(Desk& desk, Blocks& told) {
  layout::Group* place = place_in(told);
  if (!place) return;
  const auto spec = std::find_if(desk.design.sections.begin(), desk.design.sections.end(),
                                 [](const model::SectionSpec& s) { return s.from == model::From::contents; });
  std::erase_if(desk.contents, [&](const ContentsEntry& entry) { return entry.level > spec->depth; });
  if (desk.contents.empty()) return;
  Blocks inside;
  if (const Fragments words = heading_words(desk, *spec); !words.empty()) {
    layout::Item item;
    item.label_role = item.body_role = Role::none;
    item.label_width = desk.design.lengths.list_number;
    item.gap = desk.design.lengths.list_number_gap;
    item.body.push_back(desk.block(Role::none, words, "heading"));
    inside.push_back(block_of(Role::h2, std::move(item), spec->span));
    inside.back().keep_with_next = true;
    inside.back().anchor = desk.new_anchor();
    auto& outline = desk.story.outline;
    outline.insert(outline.begin() + static_cast<std::ptrdiff_t>(desk.outline_before_contents),
                   {2, bare(words), inside.back().anchor});
  }
  std::size_t at = 0;
  inside.push_back(group(Role::toc, entries_of(desk, at, 1)));
  place->blocks.push_back(group(Role::sect, std::move(inside), spec->span));
}

}  // namespace readout::compose
