#include "layout/galley.hpp"

#include <fmt/format.h>

#include <utility>

namespace readout::layout {
namespace {

/// The number of a note, on the leading of its text.
Paragraph label_of(const Note& note) {
  Paragraph label;
  Inline number;
  number.text = note.label;
  number.span = note.span;
  if (!note.blocks.empty()) {
    if (const auto* first = std::get_if<Paragraph>(&note.blocks.front().content)) {
      label.style = first->style;
      label.direction = first->direction;
      if (!first->content.empty()) number.style = first->content.front().style;
    }
  }
  number.style = note.label_style.value_or(number.style);
  label.content.push_back(std::move(number));
  return label;
}

/// All numbers take the room of the widest, so that the notes of a page stand in line.
Pt widest_note_label(const Workshop& shop) {
  Pt widest;
  for (const auto& note : shop.story.notes)
    widest = max(widest, measure_paragraph(label_of(note), shop.story.info.lang, shop.setting).natural);
  return widest;
}

Pt gap_after(const Paragraph& label, const Story& story) { return story.paragraph_styles[label.style].leading * 2 / 5; }

/// The number leads back to the mark.
void link_back(std::vector<Strip>& strips, StructId label, NoteId id, const Note& note, Workshop& shop) {
  const StructId link = shop.structure.add(label, Role::link, shop.structure.lang_of(label), note.span);
  for (auto& strip : strips) {
    for (auto& piece : strip.pieces) {
      auto* run = std::get_if<PlacedRun>(&piece.item);
      if (run == nullptr || run->tag != Tag{label}) continue;
      run->tag = link;
      const Rect rect{run->origin.x, run->origin.y - run->size * 3 / 4, run->width, run->size};
      strip.links.push_back({link, rect, {LinkTarget::Kind::note_mark, id, "", note.label}});
    }
  }
}

/// The text block; of a note in a column of its own, that column.
Bed bed_of(const Note& note, StructId element, const Workshop& shop) {
  const bool page_rtl = shop.story.page.right_to_left;
  Bed bed{Pt{}, shop.measure, element, shop.structure.lang_of(element), std::nullopt, page_rtl};
  if (note.lang.empty()) return bed;
  const Pt second = pair_column(shop.measure, shop.story.pair_design);
  bed.x = note.lang == shop.story.info.lang ? Pt{} : second;
  bed.measure = second - shop.story.pair_design.gap;
  bed.right_to_left = note.right_to_left;
  return bed;
}

std::vector<Strip> note_strips(const Block& block, const Bed& bed, Workshop& shop) {
  GalleyBuilder builder(shop);
  builder.set_block(block, bed);
  auto strips = builder.take();
  if (bed.right_to_left != shop.story.page.right_to_left)
    for (auto& strip : strips) mirror(strip, bed.x * 2 + bed.measure);
  return strips;
}

/// What is set of a note; of one in two languages the side, whose mark may come before the other's.
void put(std::vector<Strip> strips, bool second, bool beside, SetNote& set) {
  if (beside) {
    set.sides[second ? 1 : 0] = std::move(strips);
    strips = rows_in_step(set.sides[0], set.sides[1]);
  }
  set.strips = std::move(strips);
  set.height = height_of(set.strips);
}

}  // namespace

void set_note(NoteId id, StructId parent, Workshop& shop) {
  if (std::exchange(shop.galley.notes[id].met, true)) return;
  const auto& note = shop.story.notes[id];
  if (shop.note_label_width == Pt{}) shop.note_label_width = widest_note_label(shop);
  // In the note's own language, whatever the language of the paragraph that marks it.
  const std::string& lang = note.lang.empty() ? shop.story.info.lang : note.lang;
  const StructId element = shop.structure.add(parent, Role::note, lang, note.span);
  shop.structure[element].id = fmt::format("note-{}", id + 1);
  Item item;
  item.label = label_of(note);
  item.label_width = shop.note_label_width;
  item.gap = gap_after(item.label, shop.story);
  item.body_role = Role::none;
  item.body = note.blocks;
  Block block;
  block.span = note.span;
  block.content = std::move(item);
  auto strips = note_strips(block, bed_of(note, element, shop), shop);
  if (strips.empty()) strips.emplace_back();
  const auto& children = shop.structure[element].children;
  if (!children.empty() && shop.structure[children.front()].role == Role::lbl) {
    const StructId label = children.front();
    link_back(strips, label, id, note, shop);
  }
  strips.front().landmarks.push_back({LinkTarget::Kind::note, id, Pt{}, Pt{}, element});
  const NoteId row = note.same_as.value_or(id);
  if (row != id) shop.galley.notes[id].stands_with = row;
  put(std::move(strips), row != id, !note.lang.empty(), shop.galley.notes[row]);
}

}  // namespace readout::layout
