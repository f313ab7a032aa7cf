// What the brief says and the template prints nowhere: whole parts of the brief one by one, single keys table by table.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "compose/checks.hpp"

namespace readout::compose {
namespace {

using model::From;
using Lost = std::vector<model::At<std::string>>;

template <class T>
Span span_of(const T& value) {
  return value.span;
}
template <class... Kinds>
Span span_of(const std::variant<Kinds...>& value) {
  return std::visit([](const auto& kind) { return span_of(kind); }, value);
}
template <class T>
Span span_of(const std::vector<T>& values) {
  return span_of(values.front());
}

/// Where a template may print a value.
class PrintedPlaces {
 public:
  PrintedPlaces(const model::Brief& brief, const model::Template& design) : brief_(&brief), design_(&design) {}

  [[nodiscard]] const model::SectionSpec* section(From from) const {
    const auto found = std::find_if(design_->sections.begin(), design_->sections.end(),
                                    [&](const model::SectionSpec& s) { return s.from == from; });
    return found == design_->sections.end() ? nullptr : &*found;
  }
  [[nodiscard]] bool has(From from) const { return section(from) != nullptr; }
  [[nodiscard]] bool shows(From from, std::string_view part) const {
    const model::SectionSpec* spec = section(from);
    return spec && std::any_of(spec->show.begin(), spec->show.end(), [&](const auto& s) { return s.value == part; });
  }
  /// True when a frame or a section `line` has the placeholder, and nothing keeps its part from being printed.
  [[nodiscard]] bool fills(std::string_view placeholder) const {
    const auto any = [&](const std::vector<model::Pattern>& patterns) {
      return std::any_of(patterns.begin(), patterns.end(),
                         [&](const model::Pattern& p) { return fills(p, placeholder); });
    };
    const auto frame = [&](const model::FrameSpec& f) {
      return f.pages != model::FrameSpec::Pages::none && (any(f.start) || any(f.centre) || any(f.end));
    };
    return std::any_of(design_->frames.begin(), design_->frames.end(), frame) ||
           std::any_of(design_->sections.begin(), design_->sections.end(),
                       [&](const model::SectionSpec& s) { return any(s.text); });
  }

 private:
  [[nodiscard]] bool fills(const model::Pattern& pattern, std::string_view placeholder) const {
    bool found = false;
    for (const model::PatternPiece& piece : pattern.pieces) {
      if (piece.names.empty()) continue;
      const auto chosen = std::find_if(piece.names.begin(), piece.names.end(),
                                       [&](const std::string& name) { return has_value(name); });
      if (chosen == piece.names.end()) return false;  // a part with a placeholder without a value drops
      found |= *chosen == placeholder;
    }
    return found;
  }

  [[nodiscard]] bool has_value(std::string_view name) const {
    const model::DocumentInfo& d = brief_->document;
    const model::Meeting* m = brief_->meeting ? &*brief_->meeting : nullptr;
    if (name == "document.subtitle") return d.subtitle.has_value();
    if (name == "document.ref") return d.ref.has_value();
    if (name == "document.version") return d.version.has_value();
    if (name == "document.status") return d.status && d.status->value != "final";
    if (name == "document.originator") return d.originator.has_value();
    if (name == "document.originator_second") return d.originator && d.originator->in[0] && d.originator->in[1];
    if (name == "document.office") return d.office.has_value();
    if (name == "document.subject") return d.subject.has_value();
    if (name == "document.issued") return d.issued.has_value();
    if (name == "meeting.place") return m && m->place;
    if (name == "meeting.venue") return m && m->venue;
    if (name == "meeting.occasion") return m && m->occasion;
    if (name == "meeting.date") return m && (m->date || m->start);
    if (name == "meeting.date_hijri") return m && (m->date || m->start || (m->hijri && m->hijri->value != "none"));
    if (name == "marking") return brief_->marking.has_value();
    if (name == "sides" || name == "sides_second") return !brief_->sides.empty();
    return true;
  }

  const model::Brief* brief_;
  const model::Template* design_;
};

/// The keys of one table that are printed nowhere; a key of an array of tables is told once.
class Table {
 public:
  explicit Table(std::string_view name) : name_(name) {}

  template <class T>
  void key(std::string_view name, const std::optional<T>& value, bool printed) {
    if (value) add(name, span_of(*value), printed);
  }
  template <class T>
  void key(std::string_view name, const std::vector<T>& values, bool printed) {
    if (!values.empty()) add(name, span_of(values), printed);
  }
  void add(std::string_view name, Span span, bool printed) {
    const auto same = [&](const auto& lost) { return lost.first == name; };
    if (!printed && std::none_of(lost_.begin(), lost_.end(), same)) lost_.emplace_back(name, span);
  }

  void tell(const model::Template& design, Lost& lost, Diagnostics& diags) const {
    if (lost_.empty()) return;
    const std::string table(name_.substr(name_.find_first_not_of('['), name_.find(']') - name_.find_first_not_of('[')));
    for (const auto& [key, span] : lost_) lost.push_back({fmt::format("{}.{}", table, key), span});
    std::string names;
    for (std::size_t i = 0; i < lost_.size(); ++i)
      names += fmt::format("{}“{}”", i == 0 ? "" : i + 1 == lost_.size() ? " and " : ", ", lost_[i].first);
    Diagnostic& told =
        diags.warning("compose.not-printed", lost_.front().second,
                      fmt::format("the template “{}” does not print {} of {}", design.name, names, name_));
    for (std::size_t i = 1; i < lost_.size(); ++i) told.note(lost_[i].second, "nor this");
    told.hint("take another template, or one of your own that shows them");
  }

 private:
  std::string_view name_;
  std::vector<std::pair<std::string_view, Span>> lost_;
};

Table document_keys(const model::Brief& brief, const PrintedPlaces& at) {
  const model::DocumentInfo& d = brief.document;
  const auto fact = [&](std::string_view name) { return at.shows(From::facts, name); };
  const bool head = at.has(From::masthead);
  Table table("[document]");
  table.add("title", d.title.span,
            at.has(From::title) || at.fills("document.title") || (!d.short_title && at.fills("document.short_title")));
  table.key("short_title", d.short_title, at.fills("document.short_title"));
  table.key("subtitle", d.subtitle, at.has(From::title) || at.fills("document.subtitle"));
  table.key("subject", d.subject, fact("subject") || at.fills("document.subject"));
  table.key("ref", d.ref, fact("reference") || at.fills("document.ref"));
  table.key("file_ref", d.file_ref, fact("file"));
  table.key("in_reply_to", d.in_reply_to, fact("in_reply_to"));
  table.key("references", d.references, fact("references"));
  table.key("version", d.version, fact("version") || at.has(From::colophon) || at.fills("document.version"));
  table.key("originator", d.originator,
            head || at.fills("document.originator") || at.fills("document.originator_second"));
  table.key("office", d.office, head || at.fills("document.office"));
  table.key("letterhead", d.letterhead, head);
  table.key("seal", d.seal, head);
  // A final document does not say so; all other states must be seen.
  table.key("status", d.status,
            d.status && (d.status->value == "final" || fact("status") || at.fills("document.status")));
  table.key("issued", d.issued, fact("issued") || at.fills("document.issued"));
  table.key("place_of_issue", d.place_of_issue, fact("place_of_issue"));
  return table;
}

Table marking_keys(const model::Marking& m, const PrintedPlaces& at) {
  const bool marked = at.fills("marking"), authority = at.has(From::authority);
  Table table("[marking]");
  table.add("level", m.level.span, marked);
  table.key("caveats", m.caveats, marked);
  table.key("distribution_mark", m.distribution_mark, marked);
  table.key("classified_by", m.classified_by, authority);
  table.key("reason", m.reason, authority);
  table.key("derived_from", m.derived_from, authority);
  table.key("declassify_on", m.declassify_on, authority);
  return table;
}

/// Prose names those who came.
bool anyone_came(const model::Brief& brief) {
  const auto is_there = [](const model::Person& one) { return one.came(); };
  const auto is_named = [](const model::Side& side) { return side.people.empty() || side.delegation_note; };
  return std::any_of(brief.people.begin(), brief.people.end(), is_there) ||
         std::any_of(brief.sides.begin(), brief.sides.end(), is_named);
}

Table meeting_keys(const model::Brief& brief, const PrintedPlaces& at) {
  const model::Meeting& m = *brief.meeting;
  const auto fact = [&](std::string_view name) { return at.shows(From::facts, name); };
  const bool hours = fact("date"), hijri = hours || at.fills("meeting.date_hijri");
  const bool days = hijri || at.fills("meeting.date");
  const bool in_person = m.held && m.held->value == "in-person";
  Table table("[meeting]");
  table.key("place", m.place, fact("place") || at.fills("meeting.place"));
  table.key("venue", m.venue, fact("venue") || at.fills("meeting.venue"));
  table.key("date", m.date, days);
  table.key("until", m.until, days);
  table.key("date_note", m.date_note, hours);
  table.key("hijri", m.hijri, hijri || (m.hijri && m.hijri->value == "none"));
  table.key("start", m.start, hours);
  table.key("end", m.end, hours);
  table.key("zone", m.zone, hours);
  table.key("occasion", m.occasion, fact("occasion") || at.fills("meeting.occasion"));
  table.key("level", m.level, fact("level"));
  table.key("type", m.type, fact("type"));
  table.key("held", m.held, fact("type") || (at.shows(From::prose, "summary") && anyone_came(brief)) || in_person);
  table.key("interpretation", m.interpretation, fact("interpretation"));
  table.key("previous", m.previous, fact("previous"));
  table.key("next", m.next, fact("next"));
  return table;
}

/// Of sides and people, where somebody is told at all; that nobody is has been told.
void people_keys(const model::Brief& brief, const model::Template& design, const PrintedPlaces& at, Lost& lost,
                 Diagnostics& diags) {
  const model::SectionSpec* section = at.section(From::participants);
  if (!section && !at.shows(From::prose, "summary")) return;
  const bool pictures = section && !people_stand_in_table(brief, design, *section);
  Table sides("[[side]]"), people("[[participant]]");
  for (const model::Side& side : brief.sides) {
    sides.key("role", side.role, section != nullptr);
    sides.key("flag", side.flag, pictures);
  }
  for (const model::Person& person : brief.people) {
    const bool excused = person.present && person.present->value == "apologies";
    const bool named = section || (excused && at.has(From::apologies));
    people.key("role", person.role, named);
    people.key("present", person.present, named || excused);
    people.key("photo", person.photo, pictures && !excused);
  }
  sides.tell(design, lost, diags);
  people.tell(design, lost, diags);
}

Table tour_keys(const model::Tour& tour) {  // in prose
  Table table("[tour]");
  table.key("heading", tour.heading, false);
  table.key("by", tour.by, tour.summary.has_value());
  for (const model::TourStop& stop : tour.stops) {
    table.key("stop.host", stop.host, false);
    table.key("stop.note", stop.note, false);
    table.key("stop.points", stop.points, false);
    table.key("stop.photo", stop.photo, false);
  }
  return table;
}

Table step_keys(const std::vector<model::Step>& steps, const PrintedPlaces& at) {
  const bool prose = !at.has(From::steps);
  const bool list = !prose && at.section(From::steps)->as == "list";  // names the action whatever it shows
  const auto shown = [&](std::string_view column) { return !prose && at.shows(From::steps, column); };
  Table table("[[step]]");
  for (const model::Step& step : steps) {
    table.add("text", step.text.span, prose || list || shown("action"));
    table.key("owner", step.owner, prose || shown("owner"));
    table.key("with", step.with, shown("with"));
    table.key("due", step.due, prose || shown("due"));
    table.key("status", step.status, shown("status"));
    table.key("from", step.from, shown("from"));
    table.key("depends", step.depends, shown("depends"));
  }
  return table;
}

Table agreement_keys(const std::vector<model::Agreement>& agreements, const PrintedPlaces& at) {
  const auto shown = [&](std::string_view column) { return at.shows(From::agreements, column); };
  Table table("[[agreement]]");
  for (const model::Agreement& one : agreements) {
    table.add("title", one.title.span, shown("title"));
    table.key("kind", one.kind, shown("kind"));
    table.key("signed", one.signed_on, shown("signed"));
    table.key("signatories", one.signatories, shown("signatories"));
    table.key("languages", one.languages, shown("languages"));
    table.key("deposited", one.deposited, shown("deposited"));
  }
  return table;
}

Table programme_keys(const std::vector<model::ProgrammeEntry>& programme, const PrintedPlaces& at) {
  const auto shown = [&](std::string_view column) { return at.shows(From::programme, column); };
  Table table("[[programme]]");
  for (const model::ProgrammeEntry& entry : programme) {
    table.add("time", span_of(entry.time), shown("time"));
    table.add("what", entry.what.span, shown("what"));
    table.key("where", entry.where, shown("where"));
    table.key("who", entry.who, shown("who"));
    table.key("dress", entry.dress, shown("dress"));
    table.key("note", entry.note, shown("note"));
  }
  return table;
}

Table revision_keys(const std::vector<model::Revision>& revisions, const PrintedPlaces& at) {
  const auto shown = [&](std::string_view column) { return at.shows(From::revisions, column); };
  Table table("[[revision]]");
  for (const model::Revision& one : revisions) {
    table.add("version", one.version.span, shown("version"));
    table.key("date", one.date, shown("date"));
    table.key("by", one.by, shown("by"));
    table.key("change", one.change, shown("change"));
  }
  return table;
}

/// Names and phone numbers of the sign-off are worth their own names.
Table clearance_keys(const model::Clearance& clearance) {
  Table table("[clearance]");
  table.key("drafted_by", clearance.drafted_by, false);
  table.key("phone", clearance.phone, false);
  table.key("line", clearance.lines, false);
  return table;
}

/// Single keys of parts that are printed, and of the sign-off.
void check_keys(const model::Brief& brief, const model::Template& design, const PrintedPlaces& at, Lost& lost,
                Diagnostics& diags) {
  document_keys(brief, at).tell(design, lost, diags);
  if (brief.marking) marking_keys(*brief.marking, at).tell(design, lost, diags);
  if (brief.meeting) meeting_keys(brief, at).tell(design, lost, diags);
  people_keys(brief, design, at, lost, diags);
  if (brief.tour && !at.has(From::tour) && at.shows(From::prose, "tour"))
    tour_keys(*brief.tour).tell(design, lost, diags);
  if (at.has(From::steps) || at.shows(From::prose, "outcome")) step_keys(brief.steps, at).tell(design, lost, diags);
  if (at.has(From::agreements)) agreement_keys(brief.agreements, at).tell(design, lost, diags);
  if (at.has(From::programme)) programme_keys(brief.programme, at).tell(design, lost, diags);
  if (brief.clearance && !at.has(From::clearance)) clearance_keys(*brief.clearance).tell(design, lost, diags);
  if (at.has(From::revisions)) revision_keys(brief.revisions, at).tell(design, lost, diags);
}

/// Whole parts of the brief.
class Parts {
 public:
  Parts(const model::Template& design, const PrintedPlaces& at, Lost& lost, Diagnostics& diags)
      : design_(&design), at_(&at), lost_(&lost), diags_(&diags) {}

  struct Part {
    std::string_view key;    ///< in the TOML
    std::string_view words;  ///< for people
    std::string_view prose;  ///< the part of a section `prose` that prints it, too
  };

  /// Gives: is it printed?
  bool part(From from, const Part& part, Span span) const {
    if (at_->has(from) || (!part.prose.empty() && at_->shows(From::prose, part.prose))) return true;
    if (from == From::sources && design_->lengths.sources_at_foot && has_marks()) return true;
    tell(part.words, span, "take another template, or one of your own with that section");
    if (!part.key.empty()) lose(part.key, span);
    return false;
  }
  /// Prose has no marks of sources, and so no notes of them.
  [[nodiscard]] bool has_marks() const {
    constexpr From marked[] = {From::participants, From::discussion, From::tour, From::outcome, From::steps};
    return std::any_of(std::begin(marked), std::end(marked), [&](From one) { return at_->has(one); });
  }
  void tell(std::string_view what, Span span, std::string_view hint) const {
    diags_
        ->warning("compose.not-printed", span, fmt::format("the template “{}” does not print {}", design_->name, what))
        .hint(std::string(hint));
  }
  void lose(std::string_view key, Span span) const { lost_->push_back({std::string(key), span}); }
  template <class T>
  void list(From from, const Part& all, const std::vector<T>& entries) const {
    if (!entries.empty()) part(from, all, entries.front().span);
  }

 private:
  const model::Template* design_;
  const PrintedPlaces* at_;
  Lost* lost_;
  Diagnostics* diags_;
};

void check_parts(const model::Brief& brief, const Parts& parts) {
  if (brief.document.summary)
    parts.part(From::summary, {"document.summary", "the summary", "summary"}, brief.document.summary->span);
  if (!brief.sides.empty()) parts.list(From::participants, {"side", "who was there", "summary"}, brief.sides);
  else parts.list(From::participants, {"participant", "who was there", "summary"}, brief.people);
  parts.list(From::discussion, {"discussion", "the discussion", "discussion"}, brief.discussions);
  if (brief.tour) parts.part(From::tour, {"tour", "the tour", "tour"}, brief.tour->span);
  if (brief.outcome) parts.part(From::outcome, {"outcome", "the outcome", "outcome"}, brief.outcome->span);
  parts.list(From::steps, {"step", "the steps", "outcome"}, brief.steps);
  parts.list(From::agreements, {"agreement", "the instruments", ""}, brief.agreements);
  parts.list(From::programme, {"programme", "the programme", ""}, brief.programme);
  parts.list(From::annexes, {"annex", "the annexes", ""}, brief.annexes);
  parts.list(From::distribution, {"distribution", "the distribution", ""}, brief.distribution);
  parts.list(From::revisions, {"revision", "the document's history", ""}, brief.revisions);
  parts.list(From::sources, {"source", "the sources", ""}, brief.sources);
}

/// Prose says what a discussion says, and leaves out what is no text; either is told once, at the first of them.
void check_prose(const model::Brief& brief, const Parts& parts) {
  const auto& points = brief.discussions;
  const auto table = std::find_if(points.begin(), points.end(), [](const auto& p) { return p.table.has_value(); });
  if (table != points.end()) {
    parts.tell("tables", table->table->span, "prose has no tables");
    parts.lose("discussion.table", table->table->span);
  }
  const auto picture = std::find_if(points.begin(), points.end(), [](const auto& p) { return p.picture.has_value(); });
  if (picture != points.end()) {
    parts.tell("pictures", picture->picture->span, "prose has no pictures");
    parts.lose("discussion.picture", picture->picture->span);
  }
}

Lost lost_by(const model::Brief& brief, const model::Template& design, Diagnostics& diags) {
  Lost lost;
  const PrintedPlaces at(brief, design);
  const Parts parts(design, at, lost, diags);
  check_parts(brief, parts);
  if (!at.has(From::discussion)) check_prose(brief, parts);
  check_keys(brief, design, at, lost, diags);
  return lost;
}

}  // namespace

void check_printed(const model::Brief& brief, const model::Template& design, Diagnostics& diags) {
  lost_by(brief, design, diags);
}

std::vector<model::At<std::string>> unprinted(const model::Brief& brief, const model::Template& design) {
  Diagnostics told_elsewhere;
  Lost lost = lost_by(brief, design, told_elsewhere);
  const model::SectionSpec* section = PrintedPlaces(brief, design).section(From::discussion);
  if (section == nullptr || !section->lines_to_take)
    for (const model::Discussion& point : brief.discussions)
      if (!point.lines_to_take.empty()) lost.push_back({"lines_to_take", point.lines_to_take.front().span});
  return lost;
}

bool prints_annexes(const model::Template& design) {
  return std::any_of(design.sections.begin(), design.sections.end(),
                     [](const model::SectionSpec& section) { return section.from == From::annexes; });
}

}  // namespace readout::compose
