// dump(Brief): what was read, one item a line, in the order of the vocabulary. For people and for tests.
#include "model/brief_dump_rows.hpp"

namespace readout::model {
namespace {

using dumping::Dump;

// ---- tables -------------------------------------------------------------------------------------

void put_document(Dump& d, const DocumentInfo& doc) {
  d.table("document", [&] {
    d.put("title", doc.title);
    d.put("short_title", doc.short_title);
    d.put("subtitle", doc.subtitle);
    d.put("subject", doc.subject);
    d.put("summary", doc.summary);
    d.put("kind", doc.kind);
    d.put("ref", doc.ref);
    d.put("file_ref", doc.file_ref);
    d.put("in_reply_to", doc.in_reply_to);
    d.put("references", doc.references);
    d.put("version", doc.version);
    d.put("originator", doc.originator);
    d.put("office", doc.office);
    d.put("letterhead", doc.letterhead);
    d.put("seal", doc.seal);
    d.put("lang", doc.lang);
    d.put("authentic", doc.authentic);
    d.put("status", doc.status);
    d.put("issued", doc.issued);
    d.put("place_of_issue", doc.place_of_issue);
    d.put("keywords", doc.keywords);
    d.put("by_rank", doc.by_rank);
  });
}

void put_marking(Dump& d, const Marking& m) {
  d.table("marking", [&] {
    d.put("level", m.level);
    d.put("caveats", m.caveats);
    d.put("distribution_mark", m.distribution_mark);
    d.put("classified_by", m.classified_by);
    d.put("reason", m.reason);
    d.put("derived_from", m.derived_from);
    d.put("declassify_on", m.declassify_on);
  });
}

void put_meeting(Dump& d, const Meeting& m) {
  d.table("meeting", [&] {
    d.put("place", m.place);
    d.put("venue", m.venue);
    d.put("occasion", m.occasion);
    d.put("level", m.level);
    d.put("interpretation", m.interpretation);
    d.put("type", m.type);
    d.put("held", m.held);
    d.put("previous", m.previous);
    d.put("next", m.next);
    d.put("date", m.date);
    d.put("until", m.until);
    d.put("date_note", m.date_note);
    d.put("hijri", m.hijri);
    d.put("start", m.start);
    d.put("end", m.end);
    d.put("zone", m.zone);
  });
}

void put_side(Dump& d, const Side& s) {
  d.table("side", [&] {
    d.put("id", s.id);
    d.put("name", s.name);
    d.put("short", s.short_name);
    d.put("in_text", s.in_text);
    d.put("role", s.role);
    d.put("flag", s.flag);
    d.put("delegation_note", s.delegation_note);
    for (const std::size_t person : s.people) d.put("people", Target{Target::Kind::person, person});
  });
}

void put_person(Dump& d, const Person& p) {
  d.table("person", [&] {
    d.put("name", p.name);
    if (p.side) d.put("side", Target{Target::Kind::side, *p.side});
    d.put("id", p.id);
    d.put("honorific", p.honorific);
    d.put("office", p.office);
    d.put("short", p.short_name);
    d.put("head", p.head);
    d.put("rank", p.rank);
    d.put("role", p.role);
    d.put("present", p.present);
    d.put("photo", p.photo);
    d.src(p.src);
  });
}

void put_point(Dump& d, const Point& p) {
  d.table("point", [&] {
    d.put("text", p.text);
    d.put("by", p.by);
    d.src(p.src);
    d.put("note", p.note);
    for (const Point& inner : p.points) put_point(d, inner);
  });
}

void put_discussion(Dump& d, const Discussion& x) {
  d.table("discussion", [&] {
    d.put("heading", x.heading);
    d.put("id", x.id);
    d.put("by", x.by);
    d.put("text", x.text);
    for (const Point& point : x.points) put_point(d, point);
    d.put("decision", x.decision);
    d.put("lines_to_take", x.lines_to_take);
    d.put("table", x.table);
    d.put("picture", x.picture);
    d.src(x.src);
  });
}

void put_tour(Dump& d, const Tour& t) {
  d.table("tour", [&] {
    d.put("heading", t.heading);
    d.put("summary", t.summary);
    d.put("by", t.by);
    d.put("when", t.when);
    d.src(t.src);
    for (const TourStop& stop : t.stops) {
      d.table("stop", [&] {
        d.put("name", stop.name);
        d.put("time", stop.time);
        d.put("host", stop.host);
        d.put("note", stop.note);
        d.put("points", stop.points);
        d.put("photo", stop.photo);
      });
    }
  });
}

void put_outcome(Dump& d, const Outcome& o) {
  d.table("outcome", [&] {
    d.put("text", o.text);
    d.src(o.src);
  });
}

void put_step(Dump& d, const Step& s) {
  d.table("step", [&] {
    d.put("text", s.text);
    d.put("id", s.id);
    d.put("owner", s.owner);
    d.put("with", s.with);
    d.put("due", s.due);
    d.put("status", s.status);
    d.refs("from", Target::Kind::point, s.from);
    d.refs("depends", Target::Kind::step, s.depends);
    d.src(s.src);
  });
}

void put_agreement(Dump& d, const Agreement& a) {
  d.table("agreement", [&] {
    d.put("title", a.title);
    d.put("kind", a.kind);
    d.put("signed", a.signed_on);
    d.put("signatories", a.signatories);
    d.put("languages", a.languages);
    d.put("deposited", a.deposited);
  });
}

void put_entry(Dump& d, const ProgrammeEntry& e) {
  d.table("programme", [&] {
    d.put("what", e.what);
    d.put("time", e.time);
    d.put("day", e.day);
    d.put("where", e.where);
    d.put("dress", e.dress);
    d.put("note", e.note);
    d.put("who", e.who);
  });
}

void put_annex(Dump& d, const Annex& a) {
  constexpr std::string_view kinds[] = {"", "body", "table", "picture", "file"};
  d.table("annex", [&] {
    d.put("title", a.title);
    d.put("id", a.id);
    d.put("label", a.label);
    d.put(kinds[a.content.index()], a.content);
  });
}

void put_recipient(Dump& d, const Recipient& r) {
  d.table("distribution", [&] {
    d.put("to", r.to);
    d.put("for", r.purpose);
    d.put("note", r.note);
  });
}

void put_clearance(Dump& d, const Clearance& c) {
  d.table("clearance", [&] {
    d.put("drafted_by", c.drafted_by);
    d.put("phone", c.phone);
    for (const ClearanceLine& line : c.lines) {
      d.table("line", [&] {
        d.put("name", line.name);
        d.put("office", line.office);
        d.put("action", line.action);
        d.put("date", line.date);
        d.put("note", line.note);
      });
    }
  });
}

void put_revision(Dump& d, const Revision& r) {
  d.table("revision", [&] {
    d.put("version", r.version);
    d.put("date", r.date);
    d.put("by", r.by);
    d.put("change", r.change);
  });
}

void put_source(Dump& d, const SourceEntry& s) {
  d.table("source", [&] {
    d.put("id", s.id);
    d.put("title", s.title);
    d.put("kind", s.kind);
    d.put("date", s.date);
    d.put("url", s.url);
    d.put("sha256", s.sha256);
    d.put("note", s.note);
  });
}

void put_term(Dump& d, const Term& t) {
  d.table("term", [&] {
    d.put("term", t.term);
    d.put("means", t.means);
  });
}

void put_archive(Dump& d, const Archive& a) {
  if (!a.span.valid()) return;
  d.table("archive", [&] {
    d.put("profile", a.profile);
    d.put("embed_source", a.embed_source);
    d.put("rights", a.rights);
    d.put("series", a.series);
    d.put("retention", a.retention);
    d.put("disposal", a.disposal);
  });
}

void put_print(Dump& d, const Print& p) {
  if (!p.span.valid()) return;
  d.table("print", [&] {
    d.put("paper", p.paper);
    d.put("edition", p.edition);
  });
}

}  // namespace

std::string dump(const Brief& brief) {
  Dump d;
  put_document(d, brief.document);
  if (brief.marking) put_marking(d, *brief.marking);
  if (brief.meeting) put_meeting(d, *brief.meeting);
  for (const Side& side : brief.sides) put_side(d, side);
  for (const Person& person : brief.people) put_person(d, person);
  for (const Discussion& discussion : brief.discussions) put_discussion(d, discussion);
  if (brief.tour) put_tour(d, *brief.tour);
  if (brief.outcome) put_outcome(d, *brief.outcome);
  for (const Step& step : brief.steps) put_step(d, step);
  for (const Agreement& agreement : brief.agreements) put_agreement(d, agreement);
  for (const ProgrammeEntry& entry : brief.programme) put_entry(d, entry);
  for (const Annex& annex : brief.annexes) put_annex(d, annex);
  for (const Recipient& recipient : brief.distribution) put_recipient(d, recipient);
  if (brief.clearance) put_clearance(d, *brief.clearance);
  for (const Revision& revision : brief.revisions) put_revision(d, revision);
  for (const SourceEntry& source : brief.sources) put_source(d, source);
  for (const Term& term : brief.terms) put_term(d, term);
  put_archive(d, brief.archive);
  put_print(d, brief.print);
  for (const auto& item : brief.unprinted) d.put("unprinted", item);
  return d.out;
}

}  // namespace readout::model
