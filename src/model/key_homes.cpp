#include "model/key_homes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace readout::model {
namespace {

/// Of briefs, and in the last line of templates and fonts.toml.
constexpr std::string_view lists[] = {"side",      "side.people", "participant",  "discussion", "discussion.points",
                                      "tour.stop", "step",        "annex",        "agreement",  "programme",
                                      "source",    "term",        "distribution", "revision",   "clearance.line",
                                      "section",   "family",      "family.face",  "hyphenation"};

constexpr KeyHome homes[] = {
    // What the vocabulary has elsewhere.
    {"*", "place", "meeting", "place"},
    {"*", "venue", "meeting", "venue"},
    {"*", "occasion", "meeting", "occasion"},
    {"*", "date_note", "meeting", "date_note"},
    {"*", "hijri", "meeting", "hijri"},
    {"*", "interpretation", "meeting", "interpretation"},
    {"", "date", "meeting", "date"},
    {"document", "date", "meeting", "date"},
    {"document", "until", "meeting", "until"},
    {"document", "start", "meeting", "start"},
    {"document", "end", "meeting", "end"},
    {"document", "type", "meeting", "type"},
    {"", "title", "document", "title"},
    {"meeting", "title", "document", "title"},
    {"", "summary", "document", "summary"},
    {"meeting", "summary", "document", "summary"},
    {"", "lang", "document", "lang"},
    {"meeting", "ref", "document", "ref"},
    {"meeting", "status", "document", "status"},
    {"*", "letterhead", "document", "letterhead"},
    {"*", "precedence", "document", "precedence"},
    {"*", "authentic", "document", "authentic"},
    {"document", "paper", "print", "paper"},
    {"document", "edition", "print", "edition"},
    {"document", "profile", "archive", "profile"},
    {"document", "level", "marking", "level"},
    {"document", "caveats", "marking", "caveats"},
    {"meeting", "heading", "tour", "heading"},
    {"side", "office", "side.people", "office"},
    {"side", "honorific", "side.people", "honorific"},
    {"discussion", "owner", "step", "owner"},
    {"discussion", "due", "step", "due"},
    // Other words for it, in the same table.
    {"document", "reference", "document", "ref"},
    {"document", "language", "document", "lang"},
    {"document", "languages", "document", "lang"},
    {"document", "classification", "marking", "level"},
    {"document", "author", "document", "originator"},
    {"document", "template", "document", "kind"},
    {"meeting", "reference", "document", "ref"},
    {"meeting", "location", "meeting", "place"},
    {"meeting", "city", "meeting", "place"},
    {"meeting", "time", "meeting", "start"},
    {"document", "location", "meeting", "place"},
    {"side", "members", "side", "people"},
    {"side", "participants", "side", "people"},
    {"side", "delegation", "side", "people"},
    {"side.people", "title", "side.people", "office"},
    {"side.people", "position", "side.people", "office"},
    {"side.people", "organisation", "side.people", "office"},
    {"side.people", "organization", "side.people", "office"},
    {"side.people", "function", "side.people", "office"},
    {"participant", "title", "participant", "office"},
    {"participant", "position", "participant", "office"},
    {"participant", "organisation", "participant", "office"},
    {"participant", "organization", "participant", "office"},
    {"participant", "function", "participant", "office"},
    {"discussion", "title", "discussion", "heading"},
    {"discussion", "summary", "discussion", "text"},
    {"discussion", "speaker", "discussion", "by"},
    {"discussion.points", "speaker", "discussion.points", "by"},
    {"tour", "text", "tour", "summary"},
    {"tour", "stops", "tour.stop", ""},
    {"tour.stop", "place", "tour.stop", "name"},
    {"tour.stop", "title", "tour.stop", "name"},
    {"tour.stop", "picture", "tour.stop", "photo"},
    {"outcome", "summary", "outcome", "text"},
    {"step", "action", "step", "text"},
    {"step", "title", "step", "text"},
    {"step", "what", "step", "text"},
    {"step", "who", "step", "owner"},
    {"step", "by", "step", "owner"},
    {"step", "responsible", "step", "owner"},
    {"step", "deadline", "step", "due"},
    {"step", "date", "step", "due"},
    {"step", "when", "step", "due"},
    {"programme", "title", "programme", "what"},
    {"programme", "text", "programme", "what"},
    {"programme", "place", "programme", "where"},
    {"agreement", "name", "agreement", "title"},
    {"agreement", "date", "agreement", "signed"},
    {"annex", "text", "annex", "body"},
    {"source", "name", "source", "title"},
    {"source", "link", "source", "url"},
    // Tables by other names.
    {"", "people", "participant", ""},
    {"", "attendees", "participant", ""},
    {"", "delegates", "participant", ""},
    {"", "delegation", "side", ""},
    {"", "delegations", "side", ""},
    {"", "point", "discussion", ""},
    {"", "points", "discussion", ""},
    {"", "topics", "discussion", ""},
    {"", "decision", "discussion", "decision"},
    {"", "decisions", "discussion", "decision"},
    {"", "agenda", "discussion", ""},
    {"", "stop", "tour.stop", ""},
    {"", "facility_tour", "tour", ""},
    {"", "visit", "tour", ""},
    {"", "action", "step", ""},
    {"", "actions", "step", ""},
    {"", "next_steps", "step", ""},
    {"", "schedule", "programme", ""},
    {"", "instrument", "agreement", ""},
    {"", "glossary", "term", ""},
};

}  // namespace

std::span<const KeyHome> key_homes() { return homes; }

bool is_list_of_tables(std::string_view table) {
  return std::find(std::begin(lists), std::end(lists), table) != std::end(lists);
}

std::string header_of(std::string_view table) {
  return is_list_of_tables(table) ? fmt::format("[[{}]]", table) : fmt::format("[{}]", table);
}

std::string home_of_key(std::string_view path, std::string_view key) {
  const auto is_meant = [&](const KeyHome& home) { return home.key == key && home.path == path; };
  auto home = std::find_if(std::begin(homes), std::end(homes), is_meant);
  if (home == std::end(homes))
    home = std::find_if(std::begin(homes), std::end(homes),
                        [&](const KeyHome& any) { return any.path == "*" && any.key == key && any.table != path; });
  if (home == std::end(homes)) return {};
  const std::string table = header_of(home->table);
  if (home->name.empty()) return fmt::format("it is told in {}", table);
  if (home->name == key) return fmt::format("“{}” belongs in {}", key, table);
  return home->table == path ? fmt::format("here it is called “{}”", home->name)
                             : fmt::format("that is “{}” in {}", home->name, table);
}

}  // namespace readout::model
