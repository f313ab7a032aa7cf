// What templates may name: styles, sections, placeholders. One row a thing.
#include "model/template.hpp"

#include "base/assert.hpp"

namespace readout::model {

const std::vector<KnownStyle>& known_styles() {
  static const std::vector<KnownStyle> styles = {
      {"masthead", false, "issuer, or the word for the kind of document"},
      {"masthead_end", false, "names of the sides, or the issuer in its other language"},
      {"title", false, "title on page 1"},
      {"title_second", false, "title in the other language"},
      {"subtitle", false, "subtitle"},
      {"contents", false, "entries of the table of contents"},
      {"contents_inner", false, "entries of its second level"},
      {"label", false, "labels of facts and sign-off lines"},
      {"fact", false, "values of facts"},
      {"line", false, "a section made from a line of placeholders"},
      {"authority", false, "values of the authority block"},
      {"summary", false, "summary"},
      {"prose", false, "paragraphs of a readout"},
      {"heading", false, "headings of sections"},
      {"heading_number", false, "numbers of sections"},
      {"subheading", false, "headings inside a point, such as lines to take"},
      {"side", false, "name of a side over its people"},
      {"side_second", false, "name of a side in the other language"},
      {"person", false, "names of people"},
      {"office", false, "their offices"},
      {"delegation", false, "what is said of a delegation"},
      {"body", false, "running text"},
      {"point", false, "text of a discussion point"},
      {"point_number", false, "its number"},
      {"inner_point", false, "a point inside a point"},
      {"point_letter", false, "its letter"},
      {"who", false, "who said it, in the margin column"},
      {"who_below", false, "who said it, below a text in two languages"},
      {"day", false, "the date over a day's entries"},
      {"tour_stop", false, "a stop of a tour"},
      {"tour_note", false, "what is said of a stop"},
      {"table", false, "cells of a table"},
      {"table_head", false, "heads of columns"},
      {"table_number", false, "the number of a row"},
      {"table_group", false, "a row that heads the rows after it"},
      {"caption", false, "captions of pictures"},
      {"table_caption", false, "captions of tables"},
      {"continued", false, "over the repeated head of a table"},
      {"note", false, "footnotes"},
      {"source", false, "entries of the list of sources"},
      {"sign_off", false, "names at sign-off lines"},
      {"prevailing", false, "the line that tells which language's text prevails"},
      {"colophon", false, "the last line of the document"},
      {"running", false, "running heads and feet"},
      {"marking", false, "the marking, top and bottom"},
      {"emphasis", true, "*emphasis*"},
      {"strong", true, "**strong**"},
      {"link", true, "links to addresses and to other parts"},
      {"mark", true, "raised numbers of notes and sources"},
      {"note_number", true, "number before a footnote"},
      {"point_heading", true, "a point's heading, run in"},
      {"decision", true, "the word before a decision"},
      {"who_run_in", true, "who said it, at the end of the text"},
      {"person_second", true, "a person's name in the other language"},
      {"role", true, "role after a person's name"},
      {"side_role", true, "role after a side's name"},
      {"stop_time", true, "hour before a stop's name"},
      {"fact_note", true, "a note in place of the date"},
      {"status", true, "status of a step"},
      {"gap", true, "where a text lacks beside the other language"},
  };
  return styles;
}

const std::vector<KnownSection>& known_sections() {
  static const std::vector<std::string> fact_names = {
      "place",       "venue",          "date",     "occasion", "reference", "file",
      "in_reply_to", "references",     "subject",  "type",     "level",     "version",
      "status",      "interpretation", "previous", "next",     "issued",    "place_of_issue"};
  static const std::vector<std::string> step_columns = {"number", "action", "owner", "with",
                                                        "due",    "status", "from",  "depends"};
  static const std::vector<KnownSection> sections = {
      {From::masthead, "masthead", false, false, false, false, true, {}, {}, false},
      {From::title, "title", false, false, false, false, true, {}, {}, false},
      {From::contents, "contents", true, true, false, true, false, {}, {}, false},
      {From::authority, "authority", true, false, false, true, true, {}, {}, false},
      {From::facts, "facts", true, false, false, true, true, {}, fact_names, false},
      {From::line, "line", false, false, false, true, false, {}, {}, true},
      {From::summary, "summary", true, false, true, true, false, {}, {}, true},
      {From::participants, "participants", true, true, true, true, true, {"facing", "table", "list"}, {}, false},
      {From::apologies, "apologies", true, true, true, true, false, {}, {}, false},
      {From::decisions, "decisions", true, true, true, true, false, {}, {}, false},
      {From::discussion, "discussion", true, true, true, true, false, {}, {}, false},
      {From::tour, "tour", true, true, true, true, false, {"line", "list"}, {}, false},
      {From::outcome, "outcome", true, true, true, true, false, {}, {}, true},
      {From::steps, "steps", true, true, true, true, true, {"table", "list"}, step_columns, false},
      {From::agreements,
       "agreements",
       true,
       true,
       true,
       true,
       true,
       {"table", "list"},
       {"title", "kind", "signed", "signatories", "languages", "deposited"},
       false},
      {From::programme,
       "programme",
       true,
       true,
       true,
       true,
       true,
       {"table", "list"},
       {"time", "what", "where", "who", "dress", "note"},
       false},
      {From::distribution, "distribution", true, true, true, true, true, {}, {}, false},
      {From::clearance, "clearance", true, false, true, true, true, {}, {}, false},
      {From::revisions,
       "revisions",
       true,
       true,
       true,
       true,
       true,
       {"table", "list"},
       {"version", "date", "by", "change"},
       false},
      {From::sources, "sources", true, true, true, true, true, {}, {}, false},
      {From::annexes, "annexes", false, false, false, false, false, {}, {}, false},
      {From::colophon, "colophon", false, false, false, true, true, {}, {}, false},
      {From::prose, "prose", true, false, true, true, false, {}, {"summary", "discussion", "tour", "outcome"}, true},
  };
  return sections;
}

const KnownSection& known(From from) {
  for (const KnownSection& section : known_sections())
    if (section.from == from) return section;
  assertion_failed("every From has its row", __FILE__, __LINE__);
}

std::string_view name_of(From from) { return known(from).name; }

const std::vector<std::string>& known_placeholders() {
  static const std::vector<std::string> names = {"document.title",
                                                 "document.short_title",
                                                 "document.subtitle",
                                                 "document.kind",
                                                 "document.ref",
                                                 "document.version",
                                                 "document.status",
                                                 "document.originator",
                                                 "document.office",
                                                 "document.originator_second",
                                                 "document.issued",
                                                 "document.subject",
                                                 "meeting.place",
                                                 "meeting.venue",
                                                 "meeting.date",
                                                 "meeting.date_hijri",
                                                 "meeting.occasion",
                                                 "sides",
                                                 "sides_second",
                                                 "marking",
                                                 "page",
                                                 "pages"};
  return names;
}

}  // namespace readout::model
