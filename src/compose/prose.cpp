// The same facts as plain prose: who met and why, what was said, what was seen, what came of it.
#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/utf8.hpp"
#include "compose/dates.hpp"
#include "compose/prose_items.hpp"
#include "compose/script.hpp"
#include "compose/sections.hpp"

namespace readout::compose {
namespace {

using layout::Role;

void add_sentence(const Desk& desk, Fragments& to, Fragments sentence) {
  if (sentence.empty()) return;
  if (!to.empty()) append(to, plain(desk, " "));
  append(to, closed(desk, std::move(sentence)));
}

/// A sentence of the template's, after others or as the first of all: Arabic begins one that goes on with "and".
Fragments going_on(const Desk& desk, bool is_first, Fragments sentence) {
  const std::string* also = desk.words.find("prose.also");
  if (is_first || sentence.empty() || !also) return sentence;
  Fragments out = plain(desk, *also);
  append(out, std::move(sentence));
  return out;
}

/// "They recalled the bonds of history (officials)."
Fragments with_aside(const Desk& desk, Fragments text, Fragments aside) {
  if (aside.empty()) return closed(desk, std::move(text));
  take_stop(text);
  append(text, filled(desk, "join.aside", {{"text", std::move(aside)}}));
  append(text, plain(desk, "."));
  return text;
}

// ---- who met --------------------------------------------------------------------------------------

using People = std::vector<const model::Person*>;

People present_of(const model::Brief& brief, const std::vector<std::size_t>& indices) {
  People people;
  for (const std::size_t index : indices)
    if (brief.people[index].came()) people.push_back(&brief.people[index]);
  return people;
}

/// Between commas an office may be taken for another person, where it has commas of its own or some have none.
bool want_brackets(Desk& desk, const People& people) {
  const auto has_office = [](const model::Person* one) { return one->office.has_value(); };
  const auto parted = [&](const model::Person* one) { return one->office && has_comma(string_of(desk, *one->office)); };
  if (people.size() > 1 && std::any_of(people.begin(), people.end(), parted)) return true;
  return people.size() > 2 && std::any_of(people.begin(), people.end(), has_office) &&
         !std::all_of(people.begin(), people.end(), has_office);
}

Fragments person(Desk& desk, const model::Person& person, bool brackets) {
  Fragments name = addressed_in_sentence(desk, person_name(desk, person));
  if (!person.office) return name;
  Fragments office = line(desk, *person.office);
  if (!brackets) return filled(desk, "prose.person", {{"name", std::move(name)}, {"office", std::move(office)}});
  append(name, filled(desk, "join.aside", {{"text", std::move(office)}}));
  return name;
}

/// A comma before an office wants one behind it: "A, Minister, and B".
std::string after_office(const Desk& desk, const std::string& word) {
  const std::string& comma = desk.word("join.comma");
  const std::string mark = comma.substr(0, comma.find(' '));
  return word.starts_with(mark) ? word : mark + word;
}

/// "for Belgium, by A; for Moldova, by B": no "and" before the last, but in languages that have it before each.
const std::string& between_sides(const Desk& desk) {
  const std::string* more = desk.words.find("join.semicolon_more");
  return more ? *more : desk.word("join.semicolon");
}

Fragments named(Desk& desk, const People& people, bool brackets) {
  Fragments out;
  for (std::size_t i = 0; i < people.size(); ++i) {
    Fragments one = person(desk, *people[i], brackets);
    if (i > 0) {
      const std::string& word = join_word(desk, people.size() - i, people.size(), one);
      append(out, plain(desk, people[i - 1]->office && !brackets ? after_office(desk, word) : word));
    }
    append(out, std::move(one));
  }
  return out;
}

/// A note that is part of a sentence: "with an accompanying delegation". One of several sentences stands after it.
bool is_phrase(std::string_view note) { return note.find(". ") == std::string_view::npos; }

void add_note(Desk& desk, Fragments& to, const model::Side& side) {
  if (!side.delegation_note) return;
  Fragments note = flat(text(desk, *side.delegation_note));
  if (!is_phrase(bare(note))) return;
  take_stop(note);
  append(to, plain(desk, desk.word("join.comma")));
  append(to, in_mid_sentence(desk, std::move(note)));
}

/// "They came by train (Iraq)."
Fragments further_note(Desk& desk, const model::Side& side) {
  if (!side.delegation_note) return {};
  Fragments note = flat(text(desk, *side.delegation_note));
  return is_phrase(bare(note)) ? Fragments{} : with_aside(desk, begun(std::move(note)), line(desk, short_name(side)));
}

/// The side's name, where nobody of it is; nothing where all who are named have sent apologies.
Fragments side_alone(Desk& desk, const model::Side& side) {
  if (!side.people.empty() && !side.delegation_note) return {};
  Fragments name = line(desk, name_in_sentence(side));
  add_note(desk, name, side);
  return name;
}

/// "for Iraq, by A, Minister, with an accompanying delegation"
Fragments side(Desk& desk, const model::Side& side, bool brackets) {
  Fragments people = named(desk, present_of(desk.brief, side.people), brackets);
  if (people.empty()) {
    Fragments name = side_alone(desk, side);
    return name.empty() ? name : filled(desk, "prose.side_alone", {{"side", std::move(name)}});
  }
  add_note(desk, people, side);
  return filled(desk, "prose.side", {{"side", line(desk, name_in_sentence(side))}, {"people", std::move(people)}});
}

/// With the verb that the language has for one, where it has two, and that it has for who did not meet in one place.
Fragments were_there(const Desk& desk, std::string_view word, bool is_one, const Fragments& who) {
  if (who.empty()) return {};
  const auto& meeting = desk.brief.meeting;
  const std::string held = meeting && meeting->held ? "_" + meeting->held->value : "";
  const std::string one = "prose.present_one", all = std::string(word);
  for (const std::string& name : {is_one ? one + held : "", all + held, is_one ? one : "", all})
    if (desk.words.find(name)) return filled(desk, name, {{"people", who}, {"sides", who}});
  return {};
}

Fragments present_sides(Desk& desk, std::size_t people) {
  const auto& sides = desk.brief.sides;
  const bool brackets = std::any_of(sides.begin(), sides.end(), [&](const model::Side& one) {
    return want_brackets(desk, present_of(desk.brief, one.people));
  });
  std::vector<Fragments> all;
  for (const model::Side& one : sides) all.push_back(people == 0 ? side_alone(desk, one) : side(desk, one, brackets));
  std::erase_if(all, [](const Fragments& one) { return one.empty(); });
  const bool one = all.size() == 1 && people < 2 && std::none_of(sides.begin(), sides.end(), [](const auto& s) {
                     return s.delegation_note.has_value();
                   });
  if (people == 0) return were_there(desk, "prose.present", one, listed(desk, std::move(all)));
  return were_there(desk, "prose.present_sides", one, joined_by(desk, all, between_sides(desk)));
}

Fragments present(Desk& desk) {
  std::vector<std::size_t> everyone(desk.brief.people.size());
  std::iota(everyone.begin(), everyone.end(), std::size_t{0});
  const People people = present_of(desk.brief, everyone);
  if (!desk.brief.sides.empty()) return present_sides(desk, people.size());
  return were_there(desk, "prose.present", people.size() == 1, named(desk, people, want_brackets(desk, people)));
}

Fragments excused(Desk& desk) {
  std::vector<Fragments> all;
  for (const model::Person& one : desk.brief.people) {
    if (one.came()) continue;
    Fragments name = person(desk, one, false);
    if (one.side && desk.brief.sides.size() > 1)
      append(name, filled(desk, "join.aside", {{"text", line(desk, short_name(desk.brief.sides[*one.side]))}}));
    all.push_back(std::move(name));
  }
  if (all.empty()) return {};
  return filled(desk, "prose.apologies", {{"people", listed(desk, std::move(all))}});
}

Fragments opening(Desk& desk, bool is_first) {
  Fragments out;
  if (desk.brief.document.summary) out = flat(text(desk, *desk.brief.document.summary));
  add_sentence(desk, out, going_on(desk, is_first && out.empty(), present(desk)));
  for (const model::Side& one : desk.brief.sides) add_sentence(desk, out, further_note(desk, one));
  add_sentence(desk, out, going_on(desk, is_first && out.empty(), excused(desk)));
  return out;
}

// ---- what was said --------------------------------------------------------------------------------

/// "joint", or each side by its name and nobody else.
bool speaks_for_all(const model::Brief& brief, const model::Who& who) {
  if (std::holds_alternative<model::Joint>(who.items.front())) return true;
  std::set<std::size_t> sides;
  for (const model::WhoItem& item : who.items) {
    const auto* target = std::get_if<model::Target>(&item);
    if (!target || target->kind != model::Target::Kind::side) return false;
    sides.insert(target->index);
  }
  return brief.sides.size() > 1 && sides.size() == brief.sides.size();
}

/// Who is told of beside a sentence: nobody where all are meant.
Fragments alone(const Desk& desk, const std::optional<model::Who>& who) {
  return who && !speaks_for_all(desk.brief, *who) ? who_in_sentence(desk, *who) : Fragments{};
}

/// What is said in one go, and by whom.
struct Saying {
  Fragments text;
  Fragments by;    ///< nobody where all speak
  Fragments mark;  ///< of its footnote
};
using Sayings = std::vector<Saying>;

void add_sayings(Desk& desk, Sayings& to, Fragments said, const std::optional<model::Text>& note,
                 const std::vector<model::Point>& points, const std::optional<model::Who>& by) {
  const bool items = are_items(desk, points);
  if (items) said = with_items(desk, std::move(said), points);
  if (!said.empty()) {
    Saying& one = to.emplace_back();
    one.text = ends_sentence(bare(said)) ? std::move(said) : begun(std::move(said));
    one.by = alone(desk, by);
    if (note) one.mark = note_mark(desk, *note);
  }
  if (items) return;
  for (const model::Point& point : points) {
    Fragments sentence = flat(text(desk, point.text));
    end_list(desk, sentence);
    add_sayings(desk, to, std::move(sentence), point.note, point.points, point.by ? point.by : by);
  }
}

/// Who spoke is named where they end, not at every sentence.
Fragments speaker_after(const Sayings& all, std::size_t index) {
  const bool goes_on = index + 1 < all.size() && bare(all[index + 1].by) == bare(all[index].by);
  return goes_on ? Fragments{} : all[index].by;
}

/// A point's heading begins what is said of it, as a sentence of its own.
Fragments opened(Desk& desk, const model::Discussion& point) {
  Fragments heading = line(desk, point.heading);
  if (!ends_sentence(bare(heading))) heading = filled(desk, "run_in", {{"heading", std::move(heading)}});
  for (Fragment& piece : heading) piece.run.whole_words = true;
  return styled(std::move(heading), "emphasis");
}

Fragments talk(Desk& desk, const model::Discussion& point) {
  Fragments out = closed(desk, opened(desk, point));
  Sayings all;
  add_sayings(desk, all, point.text ? flat(text(desk, *point.text)) : Fragments{}, {}, point.points, point.by);
  for (std::size_t i = 0; i < all.size(); ++i) {
    add_sentence(desk, out, with_aside(desk, all[i].text, speaker_after(all, i)));
    add_marks(desk, out, std::move(all[i].mark));
  }
  if (!point.decision) return out;
  Fragments decision = filled(desk, "prose.decision", {{"text", flat(text(desk, *point.decision))}});
  add_sentence(desk, out, with_aside(desk, std::move(decision), all.empty() ? alone(desk, point.by) : Fragments{}));
  return out;
}

constexpr std::size_t longest_talks = 2000;  // characters of one paragraph: some twenty-five lines

/// All points in one paragraph; in one each where that would be long, or where two languages stand beside each other.
void add_talks(Desk& desk, Blocks& blocks, std::string_view style) {
  std::vector<Fragments> points;
  std::size_t characters = 0;
  for (const model::Discussion& point : desk.brief.discussions) {
    points.push_back(talk(desk, point));
    characters += utf8::count(bare(points.back()));
  }
  if (desk.paired || characters > longest_talks) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      blocks.push_back(desk.block(Role::p, points[i], style));
      blocks.back().span = desk.brief.discussions[i].span;
    }
    return;
  }
  Fragments all;
  for (Fragments& point : points) add_sentence(desk, all, std::move(point));
  if (!all.empty()) blocks.push_back(desk.block(Role::p, all, style));
}

// ---- what was seen, what came of it ----------------------------------------------------------------

/// At the head of a sentence: "After the meeting", "At 14:30", or the words of the brief.
Fragments when(const Desk& desk, const model::Tour& tour) {
  if (!tour.when) return {};
  if (const auto* word = std::get_if<model::At<std::string>>(&*tour.when))
    return plain(desk, desk.word("when." + word->value), word->span);
  if (const auto* hour = std::get_if<model::Hour>(&*tour.when))
    return filled(desk, "prose.at", {{"time", plain(desk, time_in_words(hour->value, desk.words), hour->span)}});
  return begun(line(desk, std::get<model::Line>(*tour.when)));
}

/// "several mills", but "The Royal Library": a capital after the first word makes both of them a name.
Fragments place(const Desk& desk, const model::TourStop& stop) {
  Fragments name = line(desk, stop.name);
  const std::string words = bare(name), rest = words.substr(std::min(words.find(' '), words.size() - 1) + 1);
  if (with_small_start(rest) == rest) name = in_mid_sentence(desk, std::move(name));
  if (!stop.time) return name;
  append(name, filled(desk, "join.aside", {{"text", in_mid_sentence(desk, hour_or_line(desk, *stop.time))}}));
  return name;
}

Fragments places(const Desk& desk, const model::Tour& tour) {
  std::vector<Fragments> stops;
  for (const model::TourStop& stop : tour.stops) stops.push_back(place(desk, stop));
  return listed(desk, std::move(stops));
}

/// "After the meeting, the participants visited the weir and the harbour."
Fragments visited(const Desk& desk, const model::Tour& tour) {
  Fragments time = when(desk, tour), stops = places(desk, tour);
  if (stops.empty()) return time.empty() ? time : filled(desk, "prose.tour", {{"when", std::move(time)}});
  if (time.empty()) return filled(desk, "prose.visited", {{"stops", std::move(stops)}});
  return filled(desk, "prose.visited_when", {{"when", std::move(time)}, {"stops", std::move(stops)}});
}

Fragments visit(Desk& desk, bool is_first) {
  if (!desk.brief.tour) return {};
  const model::Tour& tour = *desk.brief.tour;
  Fragments out = closed(desk, going_on(desk, is_first, visited(desk, tour)));
  if (tour.summary) add_sentence(desk, out, with_aside(desk, flat(text(desk, *tour.summary)), alone(desk, tour.by)));
  return out;
}

Fragments step(Desk& desk, const model::Step& one) {
  std::vector<Fragments> details = {alone(desk, one.owner)};
  if (one.due) details.push_back(in_mid_sentence(desk, day_or_line(desk, *one.due)));
  return with_aside(desk, flat(text(desk, one.text)), joined_by(desk, details, desk.word("join.comma")));
}

bool begins_small(const Fragments& text) {
  const std::string words = bare(text);
  return !words.empty() && words[0] >= 'a' && words[0] <= 'z';
}

/// Sentences; or, where they are written as parts of one, parted by semicolons.
Fragments all_steps(Desk& desk) {
  std::vector<Fragments> all;
  for (const model::Step& one : desk.brief.steps) all.push_back(step(desk, one));
  if (!all.empty() && std::all_of(all.begin(), all.end(), begins_small)) {
    for (Fragments& one : all) take_stop(one);
    return joined_by_semicolons(desk, all);
  }
  Fragments out;
  for (Fragments& one : all) add_sentence(desk, out, std::move(one));
  return out;
}

/// Not all that is only proposed was agreed.
Fragments next_steps(const Desk& desk, Fragments steps) {
  const std::string_view word = word_of_steps(desk.brief);
  if (word == "section.steps") return filled(desk, "prose.steps", {{"steps", std::move(steps)}});
  return labelled(desk, word, std::move(steps));
}

Fragments result(Desk& desk, bool is_first) {
  Fragments out;
  if (desk.brief.outcome) out = flat(text(desk, desk.brief.outcome->text));
  Fragments all = all_steps(desk);
  if (all.empty()) return out;
  Fragments steps = next_steps(desk, std::move(all));
  add_sentence(desk, out, going_on(desk, is_first && out.empty(), std::move(steps)));
  return out;
}

}  // namespace

Blocks prose(Desk& desk, const Work& work) {
  Blocks blocks;
  const std::string_view style = work.spec.style ? std::string_view(work.spec.style->value) : "prose";
  for (const auto& part : work.spec.show) {
    Fragments text;
    if (part.value == "summary") text = opening(desk, blocks.empty());
    else if (part.value == "discussion") add_talks(desk, blocks, style);
    else if (part.value == "tour") text = visit(desk, blocks.empty());
    else text = result(desk, blocks.empty());
    if (!text.empty()) blocks.push_back(desk.block(Role::p, text, style));
  }
  return blocks;
}

}  // namespace readout::compose
