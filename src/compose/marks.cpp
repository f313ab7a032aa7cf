// Marks of sources and notes in a text, and what they lead to.
#include <algorithm>
#include <optional>
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
  note.label_style = desk.set(styled(plain(desk, note.label), "note_number"), "note").content.front().style;
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

/// Two marks beside each other would be one number; in brackets there is room for a blank.
Fragment between_marks(const Desk& desk, bool in_brackets = false) {
  Fragment comma;
  comma.run.text = std::string(desk.rtl ? "\u060C" : ",") + (in_brackets ? "\u00A0" : "");
  comma.under = {"mark"};
  return comma;
}

/// A number beside a mark that ends in its bracket, "[1] 2": the two are told apart, and stay together.
Fragment between_kinds() {
  Fragment blank;
  blank.run.text = "\u202F";
  blank.under = {"mark"};
  return blank;
}

/// One in the list of sources: what stands before and after its number is the pattern's where no other is there.
Fragment source_mark(Desk& desk, const model::At<std::size_t>& source, std::string text) {
  Fragment mark;
  mark.run.text = std::move(text);
  mark.run.span = source.span;
  mark.run.role = Role::reference;
  mark.run.target = desk.source_anchors[source.value];
  mark.run.anchor = desk.source_mark_anchors[source.value];
  mark.run.contents = string_of(desk, desk.brief.sources[source.value].title);
  mark.under = {"mark"};
  return mark;
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

bool is_linked(const Fragment& piece) { return !piece.run.url.empty() || piece.run.target != 0; }

/// The text without the signs at its end, " ?!" and "!!!", and the blanks before and between them.
std::string_view without_end(std::string_view words) {
  constexpr std::string_view ends[] = {",", ";", ":", "!", "?", "\u202F", "\u00A0"};
  for (;;) {
    const auto* end = std::find_if(std::begin(ends), std::end(ends), [&](auto one) { return words.ends_with(one); });
    if (end == std::end(ends)) return words;
    words.remove_suffix(end->size());
  }
}

/// Takes the marks that end a sentence or a part of it off a text, with the blank before them; nullopt: there is none.
/// Of stops one alone counts, and none before another mark: "etc. !".
std::optional<Fragment> take_end(Fragments& text) {
  if (text.empty() || is_linked(text.back())) return std::nullopt;
  Fragment end = text.back();
  end.run.same_isolate = false;
  const std::string words = end.run.text;
  if (words.ends_with('.')) {
    if (!take_stop(text)) return std::nullopt;
    end.run.text = ".";
    return end;
  }
  if (words.find_last_of(",;:!?") + 1 != words.size() || words.empty()) return std::nullopt;
  const std::size_t size = without_end(words).size();
  if (size == 0 && text.size() == 1) return std::nullopt;
  end.run.text = words.substr(size);
  if (size == 0) text.pop_back();
  else text.back().run.text.resize(size);
  return end;
}

}  // namespace

void add_marks(const Desk& desk, Fragments& text, Fragments marks, std::string_view lang) {
  const model::Words* words = lang.empty() ? &desk.words : model::words_for(desk.design, lang);
  const bool before = words && words->marks_before_stop && !marks.empty();
  std::optional<Fragment> end = before ? take_end(text) : std::nullopt;
  append(text, std::move(marks));
  if (end) text.push_back(std::move(*end));
}

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
    parts.push_back(isolated(std::move(sum), Isolation::first_strong));
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
  // "[1]", but of two "[1, 2]".
  const std::string pattern = fill(desk.word("mark.source"), {{"number", "\n"}});
  const std::size_t at = std::min(pattern.find('\n'), pattern.size());
  const std::string before = pattern.substr(0, at), after = pattern.substr(std::min(at + 1, pattern.size()));
  for (const auto& [place, source] : numbered) {
    std::string text = digits(static_cast<std::int64_t>(place), desk.words);
    if (out.empty()) text.insert(0, before);
    else out.push_back(between_marks(desk, !after.empty()));
    out.push_back(source_mark(desk, source, std::move(text)));
  }
  if (!out.empty()) out.back().run.text += after;
  return out;
}

Fragments note_mark(Desk& desk, const model::Text& note, const Fragments& before) {
  const Said said = text(desk, note);
  const layout::NoteId id = new_note(desk, said.span);
  desk.story.notes[id].blocks = paragraphs(desk, said, "note");
  Fragments out;
  if (!before.empty()) {
    const std::string& mark = before.back().run.text;
    const bool ends_in_sign = mark.ends_with(']') || mark.ends_with(')');
    out.push_back(ends_in_sign ? between_kinds() : between_marks(desk));
  }
  out.push_back(mark_of(desk, id, said.span));
  return out;
}

}  // namespace readout::compose
