// What follows the meeting itself: [[annex]], [[distribution]], [clearance], [[revision]], [[source]], [[term]].
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.hpp"
#include "model/brief_reading.hpp"

namespace readout::model {
namespace {

// Exactly one of body, table, picture and file.
void read_content(BriefReading& b, TableReader& t, Annex& out) {
  BriefValues& v = b.values;
  std::vector<const char*> given;
  for (const char* key : {"body", "table", "picture", "file"})
    if (t.find(key)) given.push_back(key);
  if (given.empty()) {
    t.fault("annex-empty", t.span(), "this annex has no content").hint("give it one of body, table, picture and file");
  }
  if (given.size() > 1) {
    t.fault("annex-content", t.span_of(given[1]),
            fmt::format("an annex has one content, and this is the second: “{}”", given[1]))
        .note(t.span_of(given[0]), fmt::format("“{}” is the first", given[0]))
        .hint("give each an [[annex]] of its own");
  }
  if (auto body = v.text(t, "body")) out.content = std::move(*body);
  if (auto table = v.grid(t, "table")) out.content = std::move(*table);
  if (auto picture = v.picture(t, "picture")) out.content = std::move(*picture);
  if (auto file = v.path(t, "file")) out.content = std::move(*file);
}

// PDF/A-2 forbids attachments other than PDF/A themselves (ISO 19005-2, 6.8).
void check_attachment(BriefReading& b, TableReader& t) {
  const auto& profile = b.brief.archive.profile;
  if (!t.find("file") || !profile || profile->value != "a-2a+ua-1") return;
  t.fault("archive-attach", t.span_of("file"), "PDF/A-2 takes no attachment, and this annex is one")
      .note(profile->span, "the profile is chosen here")
      .hint("choose \"a-3a+ua-1\", or print the annex as body, table or picture");
}

Annex read_annex(BriefReading& b, TableReader& t) {
  Annex out;
  out.span = t.span();
  out.title = b.values.need_line(t, "title");
  out.id = b.values.id(t);
  out.label = b.values.line(t, "label");
  read_content(b, t, out);
  check_attachment(b, t);
  return out;
}

Recipient read_recipient(BriefValues& v, TableReader& t) {
  Recipient out;
  out.span = t.span();
  out.to = v.need_line(t, "to");
  out.purpose = v.choice(t, "for", {"action", "information"});
  out.for_action = out.purpose && out.purpose->value == "action";
  out.note = v.line(t, "note");
  return out;
}

ClearanceLine read_clearance_line(BriefValues& v, TableReader& t) {
  ClearanceLine out;
  out.span = t.span();
  out.name = v.need_line(t, "name");
  out.office = v.line(t, "office");
  out.action = v.choice(t, "action", {"drafted", "cleared", "approved", "info"});
  out.date = v.day(t, "date");
  out.note = v.line(t, "note");
  return out;
}

Revision read_revision(BriefValues& v, TableReader& t) {
  Revision out;
  out.span = t.span();
  out.version = v.need_word(t, "version");
  out.date = v.day(t, "date");
  out.by = v.line(t, "by");
  out.change = v.line(t, "change");
  return out;
}

void check_sum(TableReader& t, const std::optional<At<std::string>>& sum) {
  if (!sum) return;
  const auto hex = [](char c) { return ascii::hex_digit(c) >= 0; };
  if (sum->value.size() == 64 && std::all_of(sum->value.begin(), sum->value.end(), hex)) return;
  t.fault("sha256", sum->span, "a SHA-256 has 64 hexadecimal digits").hint("sha256sum FILE prints it");
}

SourceEntry read_source(BriefValues& v, TableReader& t) {
  SourceEntry out;
  out.span = t.span();
  out.id = v.need_id(t);
  out.title = v.need_line(t, "title");
  out.kind = v.line(t, "kind");
  out.note = v.line(t, "note");
  out.date = v.day(t, "date");
  out.url = v.web_address(t, "url");
  out.sha256 = v.word(t, "sha256");
  check_sum(t, out.sha256);
  return out;
}

Term read_term(BriefValues& v, TableReader& t) {
  Term out;
  out.span = t.span();
  out.term = v.need_line(t, "term");
  out.means = v.need_line(t, "means");
  return out;
}

}  // namespace

void read_annexes(BriefReading& b) {
  b.brief.annexes = read_list<Annex>(b, b.root, "annex", [&](TableReader& t) { return read_annex(b, t); });
}

void read_distribution(BriefReading& b) {
  b.brief.distribution =
      read_list<Recipient>(b, b.root, "distribution", [&](TableReader& t) { return read_recipient(b.values, t); });
}

void read_clearance(BriefReading& b) {
  auto opened = b.values.open(b.root, "clearance");
  if (!opened) return;
  TableReader& t = *opened;
  Clearance out;
  out.span = t.span();
  out.drafted_by = b.values.line(t, "drafted_by");
  out.phone = b.values.word(t, "phone");
  out.lines = read_list<ClearanceLine>(b, t, "line", [&](TableReader& l) { return read_clearance_line(b.values, l); });
  t.finish();
  b.brief.clearance = std::move(out);
}

void read_revisions(BriefReading& b) {
  b.brief.revisions =
      read_list<Revision>(b, b.root, "revision", [&](TableReader& t) { return read_revision(b.values, t); });
}

// Read last: by then every `src` has been seen.
void read_sources(BriefReading& b) {
  b.brief.sources =
      read_list<SourceEntry>(b, b.root, "source", [&](TableReader& t) { return read_source(b.values, t); });
  b.values.used_sources.resize(b.brief.sources.size());
  for (std::size_t i = 0; i < b.brief.sources.size(); ++i) {
    const SourceEntry& source = b.brief.sources[i];
    if (b.values.used_sources[i] || source.id.value.empty()) continue;
    b.diags()
        .warning("brief.source-unused", source.id.span,
                 fmt::format("nothing names the source “{}”: it is not printed", source.id.value))
        .hint(fmt::format("add src = \"{}\" where it is used, or take it out", source.id.value));
  }
}

void read_terms(BriefReading& b) {
  b.brief.terms = read_list<Term>(b, b.root, "term", [&](TableReader& t) { return read_term(b.values, t); });
}

}  // namespace readout::model
