// Marks of sources and notes in a text, and what they lead to.
#include <algorithm>
#include <utility>
#include <vector>

#include "compose/figures.hpp"
#include "compose/script.hpp"
#include "compose/voice.hpp"

namespace readout::compose {
namespace {

using layout::Role;

Fragments address(const model::At<std::string>& url) {
  Fragment link;
  link.run.text = url.value;
  link.run.span = url.span;
  link.run.role = Role::link;
  link.run.url = url.value;
  link.run.contents = url.value;
  link.run.isolate = Isolation::first_strong;
  link.under = {"link"};
  return {link};
}

/// A note at the foot of the page, with the number it gets; its blocks are still to be told.
layout::NoteId new_note(Desk& desk, Span span) {
  const auto id = static_cast<layout::NoteId>(desk.story.notes.size());
  layout::Note note;
  note.label = fill(desk.word("mark.note"), {{"number", digits(static_cast<std::int64_t>(id + 1), desk.words)}});
  note.span = span;
  desk.story.notes.push_back(std::move(note));
  return id;
}

Fragment mark_of(const Desk& desk, layout::NoteId id, Span span) {
  Fragment mark;
  mark.run.text = desk.story.notes[id].label;
  mark.run.span = span;
  mark.run.role = Role::reference;
  mark.run.note = id;
  mark.under = {"mark"};
  mark.run.isolate = Isolation::first_strong;  // or it is a digit more of the year before it, in Arabic
  return mark;
}

/// Two marks beside each other would be one number.
Fragment between_marks(const Desk& desk) {
  Fragment comma;
  comma.run.text = desk.rtl ? "\u060C" : ",";
  comma.under = {"mark"};
  return comma;
}

/// Sources as notes at the foot: where the first mark of each stands.
Fragments source_notes(Desk& desk, const model::SourceRefs& sources) {
  Fragments out;
  for (const model::At<std::size_t>& source : sources) {
    const model::SourceEntry& entry = desk.brief.sources[source.value];
    auto [known, first] = desk.source_notes.try_emplace(source.value, 0);
    if (first) {
      known->second = new_note(desk, entry.span);
      desk.story.notes[known->second].blocks.push_back(desk.block(Role::p, source_text(desk, entry), "note"));
    }
    if (!out.empty()) out.push_back(between_marks(desk));
    out.push_back(mark_of(desk, known->second, source.span));
  }
  return out;
}

}  // namespace

Fragments source_text(Desk& desk, const model::SourceEntry& source) {
  std::vector<Fragments> parts;
  parts.push_back(line(desk, source.title));
  if (source.kind) parts.push_back(line(desk, *source.kind));
  if (source.date) parts.push_back(day(desk, *source.date));
  if (source.note) parts.push_back(line(desk, *source.note));
  if (source.url) parts.push_back(address(*source.url));
  if (source.sha256) {
    Fragments sum = plain(desk, desk.word("label.sha256") + "\u00A0");
    append(sum, code(desk, *source.sha256));
    parts.push_back(std::move(sum));
  }
  return joined_by(desk, parts, desk.word("join.comma"));
}

Fragments marks(Desk& desk, const model::SourceRefs& sources) {
  Fragments out;
  if (!desk.prints(model::From::sources))
    return desk.design.lengths.sources_at_foot ? source_notes(desk, sources) : out;
  // Each gets its number when it is first met; marks beside each other stand by number.
  std::vector<std::pair<std::size_t, model::At<std::size_t>>> numbered;
  for (const model::At<std::size_t>& source : sources) numbered.emplace_back(desk.source_number(source.value), source);
  std::stable_sort(numbered.begin(), numbered.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [place, source] : numbered) {
    const std::string number = digits(static_cast<std::int64_t>(place), desk.words);
    Fragment mark;
    mark.run.text = fill(desk.word("mark.source"), {{"number", number}});
    mark.run.span = source.span;
    mark.run.role = Role::reference;
    mark.run.target = desk.source_anchors[source.value];
    mark.run.anchor = desk.source_mark_anchors[source.value];
    mark.run.contents = string_of(desk, desk.brief.sources[source.value].title);
    mark.under = {"mark"};
    out.push_back(std::move(mark));
  }
  return out;
}

Fragments note_mark(Desk& desk, const model::Text& note, const Fragments& before) {
  const Said said = text(desk, note);
  const layout::NoteId id = new_note(desk, said.span);
  for (const Fragments& paragraph : said.paragraphs)
    desk.story.notes[id].blocks.push_back(desk.block(Role::p, paragraph, "note", said.lang));
  Fragments out;
  if (!before.empty() && before.back().run.note) out.push_back(between_marks(desk));
  out.push_back(mark_of(desk, id, said.span));
  return out;
}

}  // namespace readout::compose
