// The same facts as plain prose: who met and why, what was said, what was seen, what came of it.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <string_view>
#include <utility>

#include "compose/dates.hpp"
#include "compose/script.hpp"
#include "compose/sections.hpp"

namespace readout::compose {
namespace {

using layout::Role;

/// "They recalled the bonds of history (officials)."
Fragments with_aside(const Desk& desk, Fragments text, Fragments aside) {
  if (aside.empty()) return closed(desk, std::move(text));
  take_stop(text);
  append(text, filled(desk, "join.aside", {{"text", std::move(aside)}}));
  append(text, plain(desk, "."));
  return text;
}

void add_sentence(const Desk& desk, Fragments& to, Fragments sentence) {
  if (sentence.empty()) return;
  if (!to.empty()) append(to, plain(desk, " "));
  append(to, closed(desk, std::move(sentence)));
}

Fragments speaker(const Desk& desk, const std::optional<model::Who>& by) {
  return by ? who_in_prose(desk, *by) : Fragments{};
}

// ---- who met --------------------------------------------------------------------------------------

Fragments person(Desk& desk, const model::Person& person) {
  Fragments name = person_in_prose(desk, person);
  if (!person.office) return name;
  return filled(desk, "prose.person", {{"name", std::move(name)}, {"office", line(desk, *person.office)}});
}

using People = std::vector<const model::Person*>;

People present_of(const model::Brief& brief, const std::vector<std::size_t>& indices) {
  People people;
  for (const std::size_t index : indices) {
    const model::Person& one = brief.people[index];
    if (!one.present || one.present->value != "apologies") people.push_back(&one);
  }
  return people;
}

/// Where an office follows a name after a comma, a comma alone would not tell people apart.
bool want_semicolons(const People& people) {
  return people.size() > 1 &&
         std::any_of(people.begin(), people.end(), [](const model::Person* one) { return one->office.has_value(); });
}

Fragments listed(Desk& desk, const People& people) {
  std::vector<Fragments> all;
  for (const model::Person* one : people) all.push_back(person(desk, *one));
  return want_semicolons(people) ? joined_by_semicolons(desk, all) : joined(desk, std::move(all));
}

Fragments side(Desk& desk, const model::Side& side) {
  const People people = present_of(desk.brief, side.people);
  Fragments all = listed(desk, people);
  if (side.delegation_note) {
    Fragments note = flat(text(desk, *side.delegation_note));
    take_stop(note);
    if (!all.empty()) append(all, plain(desk, desk.word(want_semicolons(people) ? "join.semicolon" : "join.comma")));
    append(all, std::move(note));
  }
  if (all.empty()) return side.people.empty() ? line(desk, side.name) : Fragments{};
  take_stop(all);
  return filled(desk, "prose.side", {{"side", line(desk, side.name)}, {"people", std::move(all)}});
}

Fragments present(Desk& desk) {
  std::vector<Fragments> sides;
  for (const model::Side& one : desk.brief.sides)
    if (Fragments there = side(desk, one); !there.empty()) sides.push_back(std::move(there));
  if (desk.brief.sides.empty()) {
    std::vector<std::size_t> everyone(desk.brief.people.size());
    std::iota(everyone.begin(), everyone.end(), std::size_t{0});
    if (Fragments there = listed(desk, present_of(desk.brief, everyone)); !there.empty())
      sides.push_back(std::move(there));
  }
  if (sides.empty()) return {};
  return filled(desk, "prose.present", {{"sides", joined_by(desk, sides, desk.word("join.semicolon"))}});
}

Fragments opening(Desk& desk) {
  Fragments out;
  if (desk.brief.document.summary) out = flat(text(desk, *desk.brief.document.summary));
  add_sentence(desk, out, present(desk));
  if (Fragments names = apologies_line(desk); !names.empty())
    add_sentence(desk, out,
                 filled(desk, "prose.steps",
                        {{"heading", plain(desk, desk.word("section.apologies"))}, {"steps", std::move(names)}}));
  return out;
}

// ---- what was said --------------------------------------------------------------------------------

/// Who spoke is named where somebody begins to, and not again at every point that goes on.
void add_points(Desk& desk, Fragments& to, const std::vector<model::Point>& points, Fragments& by) {
  for (const model::Point& point : points) {
    Fragments own = speaker(desk, point.by);
    if (own.empty()) own = std::exchange(by, {});
    Fragments said = with_aside(desk, flat(text(desk, point.text)), std::move(own));
    if (point.note) append(said, note_mark(desk, *point.note));
    if (!to.empty()) append(to, plain(desk, " "));
    append(to, std::move(said));
    add_points(desk, to, point.points, by);
  }
}

/// A point's heading begins what is said of it, as a sentence of its own.
Fragments opened(Desk& desk, const model::Discussion& point) {
  Fragments heading = line(desk, point.heading);
  if (!ends_sentence(bare(heading))) heading = filled(desk, "run_in", {{"heading", std::move(heading)}});
  for (Fragment& piece : heading) piece.run.whole_words = true;
  return styled(std::move(heading), "emphasis");
}

Fragments talks(Desk& desk) {
  Fragments out;
  for (const model::Discussion& point : desk.brief.discussions) {
    Fragments by = speaker(desk, point.by);
    add_sentence(desk, out, opened(desk, point));
    if (point.text) add_sentence(desk, out, with_aside(desk, flat(text(desk, *point.text)), std::exchange(by, {})));
    add_points(desk, out, point.points, by);
    if (point.decision) {
      add_sentence(desk, out, plain(desk, desk.word("decision")));
      add_sentence(desk, out, flat(text(desk, *point.decision)));
    }
  }
  return out;
}

// ---- what was seen, what came of it ----------------------------------------------------------------

Fragments when(const Desk& desk, const model::Tour& tour) {
  if (!tour.when) return {};
  if (const auto* word = std::get_if<model::At<std::string>>(&*tour.when))
    return plain(desk, desk.word("when." + word->value), word->span);
  if (const auto* hour = std::get_if<model::Hour>(&*tour.when))
    return plain(desk, time_in_words(hour->value, desk.words), hour->span);
  return line(desk, std::get<model::Line>(*tour.when));
}

Fragments visit(Desk& desk) {
  if (!desk.brief.tour) return {};
  const model::Tour& tour = *desk.brief.tour;
  Fragments out;
  if (tour.summary) out = with_aside(desk, flat(text(desk, *tour.summary)), speaker(desk, tour.by));
  std::vector<Fragments> stops;
  for (const model::TourStop& stop : tour.stops) {
    Fragments name = line(desk, stop.name);
    if (stop.time) append(name, filled(desk, "join.aside", {{"text", hour_or_line(desk, *stop.time)}}));
    stops.push_back(std::move(name));
  }
  if (!stops.empty())
    add_sentence(desk, out,
                 filled(desk, "prose.visited", {{"stops", joined_by(desk, stops, desk.word("join.semicolon"))}}));
  Fragments time = when(desk, tour);
  if (time.empty() || out.empty()) return out;
  return filled(desk, "prose.tour", {{"when", std::move(time)}, {"text", std::move(out)}});
}

Fragments step(Desk& desk, const model::Step& one) {
  std::vector<Fragments> details;
  if (one.owner) details.push_back(who_in_prose(desk, *one.owner));
  if (one.due) details.push_back(day_or_line(desk, *one.due));
  return with_aside(desk, flat(text(desk, one.text)), joined_by(desk, details, desk.word("join.comma")));
}

Fragments result(Desk& desk) {
  Fragments out;
  if (desk.brief.outcome) out = flat(text(desk, desk.brief.outcome->text));
  Fragments all;
  for (const model::Step& one : desk.brief.steps) add_sentence(desk, all, step(desk, one));
  if (!all.empty())
    add_sentence(
        desk, out,
        filled(desk, "prose.steps", {{"heading", plain(desk, desk.word("section.steps"))}, {"steps", std::move(all)}}));
  return out;
}

}  // namespace

Blocks prose(Desk& desk, const Work& work) {
  Blocks blocks;
  const std::string_view style = work.spec.style ? std::string_view(work.spec.style->value) : "prose";
  for (const auto& part : work.spec.show) {
    Fragments text;
    if (part.value == "summary") text = opening(desk);
    else if (part.value == "discussion") text = talks(desk);
    else if (part.value == "tour") text = visit(desk);
    else text = result(desk);
    if (!text.empty()) blocks.push_back(desk.block(Role::p, text, style));
  }
  return blocks;
}

}  // namespace readout::compose
