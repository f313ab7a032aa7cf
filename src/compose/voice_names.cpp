// Who said it, what is referred to, and by which number.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "compose/script.hpp"
#include "compose/voice.hpp"

namespace readout::compose {
namespace {

using layout::Role;

std::string number_of(const Desk& desk, std::size_t index) {
  return digits(static_cast<std::int64_t>(index + 1), desk.words);
}

/// "point 3", or "point 3, page 12" where the template's word asks for the page.
Fragments reference(const Desk& desk, std::string_view word, const std::string& number, const model::Target& target,
                    Span span) {
  const std::string& pattern = desk.word(word);
  const auto anchor = anchor_of(desk, target);
  if (!anchor || pattern.find("{page}") == std::string::npos)
    return unbroken(plain(desk, fill(pattern, {{"number", number}}), span));
  Fragment page;
  page.run.field = layout::Field::page_of;
  page.run.target = *anchor;
  page.run.span = span;
  return unbroken(filled(desk, word, {{"number", plain(desk, number, span)}, {"page", {page}}}));
}

/// What bears no number in this edition is called by its own words: “Winter releases”.
Fragments quoted(const Desk& desk, Fragments words) {
  Fragments out = plain(desk, desk.word("quote.open"));
  append(out, std::move(words));
  append(out, plain(desk, desk.word("quote.close")));
  return out;
}

/// At most about a line of a text, broken off at a word.
model::LineText first_words(const model::TextValue& text, Span span) {
  constexpr std::size_t longest = 60;
  model::LineText out{"", span};
  for (const model::TextParagraph& paragraph : text.paragraphs)
    for (const model::Piece& piece : paragraph) {
      for (const std::size_t at : piece.straight) out.straight.push_back(out.value.size() + at);
      out.value += piece.text;
    }
  std::size_t cut = out.value.size();
  while (cut > 0 && utf8::count(std::string_view(out.value).substr(0, cut)) > longest) {
    cut = out.value.rfind(' ', cut - 1);
    if (cut == std::string::npos) return out;
  }
  if (cut < out.value.size()) out.value = out.value.substr(0, cut) + "…";
  else if (out.value.ends_with('.')) out.value.pop_back();
  return out;
}

/// A step has no heading, so its text stands for it; not what it refers to, which might lead back here.
model::Line step_words(const model::Step& step) {
  model::Line out;
  out.span = step.text.span;
  for (std::size_t i = 0; i < 2; ++i)
    if (const model::TextValue* text = step.text.get(i)) out.in[i] = first_words(*text, step.text.span);
  return out;
}

/// What a template without that section, and so without numbers, calls it.
Fragments words_for(const Desk& desk, const model::Target& target) {
  if (target.kind == model::Target::Kind::step)
    return quoted(desk, line(desk, step_words(desk.brief.steps[target.index])));
  if (target.kind == model::Target::Kind::annex)
    return quoted(desk, line(desk, desk.brief.annexes[target.index].title));
  return quoted(desk, line(desk, desk.brief.discussions[target.index].heading));
}

Fragments short_name(const Desk& desk, const model::Person& person) {
  return unhyphenated(person.short_name ? line(desk, *person.short_name) : line(desk, person.name));
}

}  // namespace

const model::Line& short_name(const model::Side& side) { return side.short_name ? *side.short_name : side.name; }

const model::Line& name_in_sentence(const model::Side& side) { return side.in_text ? *side.in_text : short_name(side); }

Fragments unhyphenated(Fragments name) {
  for (Fragment& piece : name) {
    std::string& text = piece.run.text;
    for (std::size_t at = text.find('-'); at != std::string::npos; at = text.find('-', at + 1))
      text.insert(at + 1, "\u2060");  // word joiner
  }
  return name;
}

std::optional<layout::AnchorId> anchor_of(const Desk& desk, const model::Target& target) {
  const std::vector<layout::AnchorId>* anchors = nullptr;
  switch (target.kind) {
    case model::Target::Kind::point: anchors = &desk.point_anchors; break;
    case model::Target::Kind::step: anchors = &desk.step_anchors; break;
    case model::Target::Kind::annex: anchors = &desk.annex_anchors; break;
    case model::Target::Kind::source: anchors = &desk.source_anchors; break;
    case model::Target::Kind::side:
    case model::Target::Kind::person: return std::nullopt;
  }
  if (!anchors || target.index >= anchors->size() || (*anchors)[target.index] == 0) return std::nullopt;
  return (*anchors)[target.index];
}

Fragments name_of(const Desk& desk, const model::Target& target, Span span) {
  using Kind = model::Target::Kind;
  const bool numbered = target.kind == Kind::point || target.kind == Kind::step || target.kind == Kind::annex;
  if (numbered && !anchor_of(desk, target)) return words_for(desk, target);
  switch (target.kind) {
    case Kind::point: return reference(desk, "ref.point", number_of(desk, target.index), target, span);
    case Kind::step: return reference(desk, "ref.step", number_of(desk, target.index), target, span);
    case Kind::annex:
      if (const auto& label = desk.brief.annexes[target.index].label) return unbroken(line(desk, *label));
      return reference(desk, "ref.annex", annex_number(desk, target.index), target, span);
    case Kind::source: return line(desk, desk.brief.sources[target.index].title);
    case Kind::side: return unhyphenated(line(desk, short_name(desk.brief.sides[target.index])));
    case Kind::person: return short_name(desk, desk.brief.people[target.index]);
  }
  return {};
}

namespace {

Fragments name_of_item(const Desk& desk, const model::WhoItem& item, Span span) {
  if (std::holds_alternative<model::Joint>(item))
    return plain(desk, desk.word(desk.brief.sides.size() == 2 ? "sides.two" : "sides.all"), span);
  if (const auto* target = std::get_if<model::Target>(&item)) return name_of(desk, *target, span);
  return line(desk, std::get<model::Line>(item));
}

/// What stays together of those who are named.
enum class Whole : std::uint8_t { nothing, people, names };

std::vector<Fragments> names_of(const Desk& desk, const model::Who& value, Whole whole) {
  std::vector<Fragments> items;
  for (const model::WhoItem& item : value.items) {
    Fragments name = name_of_item(desk, item, value.span);
    const auto* target = std::get_if<model::Target>(&item);
    const bool person = target != nullptr && target->kind == model::Target::Kind::person;
    const bool all = std::holds_alternative<model::Joint>(item);
    const bool kept = whole == Whole::names ? target != nullptr || all : whole == Whole::people && (person || all);
    items.push_back(kept ? whole_name(std::move(name)) : std::move(name));
  }
  return items;
}

}  // namespace

Fragments who(const Desk& desk, const model::Who& value) {
  return joined(desk, names_of(desk, value, Whole::names), true);
}

Fragments who_in_cell(const Desk& desk, const model::Who& value) {
  return joined(desk, names_of(desk, value, Whole::people), true);
}

Fragments who_in_sentence(const Desk& desk, const model::Who& value) {
  std::vector<Fragments> names;
  for (const model::WhoItem& item : value.items) {
    Fragments name = name_of_item(desk, item, value.span);
    // Names keep their capitals; words that the brief gives must begin with one, so they may be any.
    const bool is_name = std::holds_alternative<model::Target>(item);
    names.push_back(
        whole_name(is_name ? addressed_in_sentence(desk, std::move(name)) : in_mid_sentence(desk, std::move(name))));
  }
  return joined(desk, std::move(names));
}

Fragments who_in_narrow_cell(const Desk& desk, const model::Who& value) {
  constexpr std::size_t short_enough = 12;  // characters: "All sides"
  std::vector<Fragments> names = names_of(desk, value, Whole::nothing);
  for (Fragments& name : names)
    if (utf8::count(bare(name)) <= short_enough) name = whole_name(std::move(name));
  return joined_by_commas(desk, names);
}

namespace {

Fragments with_honorific(const Desk& desk, const model::Person& person, Fragments name) {
  Fragments out;
  if (person.honorific) {
    append(out, line(desk, *person.honorific));
    append(out, plain(desk, "\u00A0"));  // a title stays with the name
  }
  append(out, std::move(name));
  return in_one_direction(desk, std::move(out));
}

}  // namespace

Fragments person_name(const Desk& desk, const model::Person& person) {
  return with_honorific(desk, person, whole_name(unhyphenated(line(desk, person.name))));
}

Fragments numbers(const Desk& desk, Listed kind, std::vector<model::At<std::size_t>> indices) {
  std::vector<Fragments> items;
  std::stable_sort(indices.begin(), indices.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
  const auto& anchors = kind == Listed::point ? desk.point_anchors : desk.step_anchors;
  for (const model::At<std::size_t>& index : indices) {
    const bool point = kind == Listed::point;
    if (anchors[index.value] == 0) {
      items.push_back(words_for(desk, {point ? model::Target::Kind::point : model::Target::Kind::step, index.value}));
      continue;
    }
    Fragments number = plain(desk, digits(static_cast<std::int64_t>(index.value + 1), desk.words), index.span);
    items.push_back(inner_link(desk, std::move(number), anchors[index.value]));
  }
  return joined_by_commas(desk, std::move(items));
}

Fragments inner_link(const Desk&, Fragments out, layout::AnchorId anchor) {
  const std::string contents = bare(out);
  for (Fragment& piece : out) {
    piece.under.push_back("link");
    piece.run.role = Role::link;
    piece.run.target = anchor;
    piece.run.contents = contents;
  }
  return out;
}

std::string annex_number(const Desk& desk, std::size_t index) {
  const auto& all = desk.brief.annexes;
  const auto before = std::count_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(index),
                                    [](const model::Annex& annex) { return !annex.label; });
  return letter(static_cast<std::size_t>(before) + 1, desk.words, true);
}

Fragments language_name(const Desk& desk, const model::At<std::string>& tag) {
  const std::string first = tag.value.substr(0, tag.value.find('-'));
  for (const std::string& name : {tag.value, first})
    if (const auto found = desk.words.text.find("language." + name); found != desk.words.text.end())
      return plain(desk, found->second.value, tag.span);
  const std::string message =
      fmt::format("the template's words in “{}” have no name for “{}”; the tag is printed", desk.words.lang, first);
  const auto& told = desk.diags.all();
  const bool known =
      std::any_of(told.begin(), told.end(), [&](const Diagnostic& one) { return one.message == message; });
  if (!known)
    desk.diags.warning("compose.language-name", tag.span, message)
        .hint(fmt::format("add it to the template: [words.{}.language] {} = \"…\"", desk.words.lang, first));
  return plain(desk, tag.value, tag.span);
}

}  // namespace readout::compose
