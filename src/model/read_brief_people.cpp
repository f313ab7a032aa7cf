// [[side]] and [[participant]]: who was there.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/brief_reading.hpp"

namespace readout::model {
namespace {

/// In a language that it lacks, what stands for it.
std::optional<Line> completed(std::optional<Line> line, const Line& otherwise) {
  if (line)
    for (std::size_t i = 0; i < line->in.size(); ++i)
      if (!line->in[i]) line->in[i] = otherwise.in[i];
  return line;
}

Side read_side(BriefReading& b, TableReader& t) {
  BriefValues& v = b.values;
  Side out;
  out.span = t.span();
  out.id = v.need_id(t);
  out.name = v.need_line(t, "name");
  out.short_name = completed(v.line(t, "short"), out.name);
  out.in_text = completed(v.line(t, "in_text"), out.short_name.value_or(out.name));
  out.role = v.choice(t, "role", {"host", "guest", "party", "observer"});
  out.flag = v.picture(t, "flag");
  out.delegation_note = v.text(t, "delegation_note");
  t.list("people");  // each is read with the other people, in file order
  return out;
}

// The side that a [[participant]] names; inside side.people there is none to name.
std::optional<std::size_t> read_membership(BriefReading& b, TableReader& t, const PersonPlace& place) {
  if (place.side) {
    if (t.find("side")) {
      t.fault("side-inside", t.span_of("side"), "this person stands inside a side already")
          .hint("leave “side” out here");
    }
    return place.side;
  }
  if (b.values.ids.sides > 0 && !t.require("side", "the id of the person's [[side]]")) return std::nullopt;
  const auto refs = b.values.refs(t, "side", Target::Kind::side);
  if (refs.size() > 1) {
    t.fault("one-side", refs[1].span, "a person belongs to one side").hint("name the other in words, in “office”");
  }
  return refs.empty() ? std::nullopt : std::optional(refs[0].value);
}

void read_presence(BriefValues& v, TableReader& t, Person& out) {
  out.head = t.boolean("head").value_or(false);
  if (const auto rank = t.integer("rank")) out.rank = At<std::int64_t>{*rank, t.span_of("rank")};
  out.role = v.choice(t, "role", {"principal", "delegate", "notetaker", "interpreter", "protocol"});
  out.present = v.choice(t, "present", {"yes", "part", "apologies"});
}

Person read_person(BriefReading& b, TableReader& t, const PersonPlace& place) {
  BriefValues& v = b.values;
  Person out;
  out.span = t.span();
  out.name = v.need_line(t, "name");
  out.side = read_membership(b, t, place);
  out.id = v.id(t);
  out.honorific = v.line(t, "honorific");
  out.office = v.line(t, "office");
  out.short_name = v.line(t, "short");
  read_presence(v, t, out);
  out.photo = v.picture(t, "photo");
  out.src = v.sources(t);
  t.finish();
  return out;
}

// A name alone stands for a person without anything else.
Person read_name(BriefReading& b, const PersonPlace& place) {
  Person out;
  out.span = place.value->span;
  out.side = place.side;
  const TomlValue none;  // only the reader's name is needed
  TableReader side = b.values.open(none, "side");
  out.name = b.values.line_of(side, *place.value, "people").value_or(Line{});
  return out;
}

Person read_place(BriefReading& b, const PersonPlace& place) {
  if (place.side && !is_person_table(*place.value)) return read_name(b, place);
  const std::string_view key = place.side ? "side.people" : "participant";
  auto t = b.values.open(b.root, *place.value, key);
  return t ? read_person(b, *t, place) : Person{};
}

void check_heads(BriefReading& b) {
  std::map<std::optional<std::size_t>, Span> heads;
  for (const Person& person : b.brief.people) {
    if (!person.head) continue;
    const auto [first, fresh] = heads.try_emplace(person.side, person.span);
    if (fresh) continue;
    b.root.fault("head-twice", person.span, "a side has one head, and this is the second")
        .note(first->second, "the first is here")
        .hint("keep head = true for one of them");
  }
}

// `rank` orders only under precedence = "rank": said otherwise, it would do nothing.
void check_ranks(BriefReading& b) {
  if (b.brief.document.by_rank) return;
  for (const Person& person : b.brief.people) {
    if (!person.rank) continue;
    b.diags()
        .warning("brief.rank-unused", person.rank->span, "“rank” orders nobody while people stand as listed")
        .hint("add precedence = \"rank\" to [document]");
    return;
  }
}

// The head first; then file order, or rank upwards and those without one last.
void order_people(Brief& brief) {
  for (std::size_t i = 0; i < brief.people.size(); ++i) {
    const auto side = brief.people[i].side;
    if (side && *side < brief.sides.size()) brief.sides[*side].people.push_back(i);
  }
  const auto place = [&](std::size_t i) {
    const Person& person = brief.people[i];
    const bool ranked = brief.document.by_rank && person.rank;
    return std::tuple(!person.head, brief.document.by_rank && !person.rank, ranked ? person.rank->value : 0);
  };
  for (Side& side : brief.sides) {
    std::stable_sort(side.people.begin(), side.people.end(),
                     [&](std::size_t x, std::size_t y) { return place(x) < place(y); });
  }
}

}  // namespace

void read_sides(BriefReading& b) {
  b.brief.sides = read_list<Side>(b, b.root, "side", [&](TableReader& t) { return read_side(b, t); });
}

void read_people(BriefReading& b) {
  b.root.list("participant");  // tells an empty array
  for (const PersonPlace& place : b.values.ids.people) b.brief.people.push_back(read_place(b, place));
  check_heads(b);
  check_ranks(b);
  order_people(b.brief);
}

}  // namespace readout::model
