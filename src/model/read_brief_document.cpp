// [document], [marking], [archive] and [print]: what the paper is.
#include <fmt/format.h>

#include "model/brief_reading.hpp"

namespace readout::model {
namespace {

using Kind = TomlValue::Kind;

void read_languages(BriefReading& b, TableReader& t, DocumentInfo& out) {
  out.lang = b.values.tags(t, "lang");
  if (out.lang.size() > 2) {
    t.fault("language-count", out.lang[2].span, "a file has one language or two").hint("the first is the main one");
  }
  if (out.lang.size() == 2 && same_tag(out.lang[0].value, out.lang[1].value)) {
    t.fault("language-twice", out.lang[1].span, fmt::format("“{}” is listed twice", out.lang[1].value))
        .note(out.lang[0].span, "first here");
  }
  if (out.lang.empty()) out.lang.push_back({b.values.languages.tags[0], t.span()});
}

// "both" or a tag of lang, in the spelling that lang has.
void read_authentic(BriefReading& b, TableReader& t, DocumentInfo& out) {
  out.authentic = b.values.word(t, "authentic");
  if (!out.authentic) return;
  if (out.lang.size() < 2) {
    t.fault("authentic", out.authentic->span, "“authentic” tells which of two languages prevails, and the file has one")
        .note(out.lang[0].span, "document.lang lists one language")
        .hint("leave it out");
    return;
  }
  if (out.authentic->value == "both") return;
  const auto [match, index] = b.values.languages.find(out.authentic->value);
  if (match == Languages::Match::found) {
    out.authentic->value = out.lang[index].value;
    return;
  }
  t.fault("authentic", out.authentic->span, fmt::format("“{}” is no language of this file", out.authentic->value))
      .hint(fmt::format("write \"both\", \"{}\" or \"{}\"", out.lang[0].value, out.lang[1].value));
}

void read_kind(BriefReading& b, TableReader& t, DocumentInfo& out) {
  out.kind = b.values.word(t, "kind");
  if (!out.kind || has_id_form(out.kind->value)) return;
  t.fault("id-form", out.kind->span, fmt::format("“{}” does not have the form of a template's name", out.kind->value))
      .hint("small letters, digits and hyphens: \"brief\", \"minutes\", \"readout\"; a path goes with --template");
}

void read_scheme(BriefReading& b, TableReader& t) {
  const auto scheme = b.values.word(t, "scheme");
  if (!scheme || scheme->value == "none") return;
  t.fault("reserved", scheme->span, fmt::format("the marking scheme “{}” is not in version 1", scheme->value))
      .hint("write the level and the caveats as they are to be printed, and scheme = \"none\" or nothing");
}

}  // namespace

// Faults of document.lang are told by read_document(); here only sound tags are taken.
Languages languages_of(const TomlValue& root) {
  Languages out;
  const TomlEntry* document = root.find("document");
  const TomlEntry* lang = document && document->value->kind == Kind::table ? document->value->find("lang") : nullptr;
  if (!lang) return out;
  out.listed = true;
  std::vector<std::string> tags;
  const auto take = [&](const TomlValue& v) {
    if (v.kind == Kind::string && is_language_tag(v.string.text) && tags.size() < 2) tags.push_back(v.string.text);
  };
  take(*lang->value);
  for (const TomlValue& value : lang->value->array) take(value);
  if (!tags.empty()) out.tags = std::move(tags);
  return out;
}

void read_document(BriefReading& b) {
  if (!b.root.require("document", "add [document] with a title")) return;
  auto opened = b.values.open(b.root, "document");
  if (!opened) return;
  TableReader& t = *opened;
  BriefValues& v = b.values;
  DocumentInfo& out = b.brief.document;
  out.span = t.span();
  out.title = v.need_line(t, "title");
  out.short_title = v.line(t, "short_title");
  out.subtitle = v.line(t, "subtitle");
  out.subject = v.line(t, "subject");
  out.summary = v.text(t, "summary");
  read_kind(b, t, out);
  out.ref = v.word(t, "ref");
  out.file_ref = v.word(t, "file_ref");
  out.in_reply_to = v.word(t, "in_reply_to");
  out.references = v.words(t, "references");
  out.version = v.word(t, "version");
  out.originator = v.line(t, "originator");
  out.office = v.line(t, "office");
  out.letterhead = v.picture(t, "letterhead");
  out.seal = v.picture(t, "seal");
  read_languages(b, t, out);
  read_authentic(b, t, out);
  out.status = v.choice(t, "status", {"draft", "for-clearance", "final", "superseded"});
  out.issued = v.day_or_moment(t, "issued");
  out.place_of_issue = v.line(t, "place_of_issue");
  out.keywords = v.words(t, "keywords");
  out.by_rank = t.choice("precedence", {"listed", "rank"}) == "rank";
  t.finish();
}

void read_marking(BriefReading& b) {
  auto opened = b.values.open(b.root, "marking");
  if (!opened) return;
  TableReader& t = *opened;
  BriefValues& v = b.values;
  Marking out;
  out.span = t.span();
  out.level = v.need_line(t, "level");
  read_scheme(b, t);
  out.caveats = v.lines(t, "caveats");
  out.distribution_mark = v.line(t, "distribution_mark");
  out.classified_by = v.line(t, "classified_by");
  out.reason = v.line(t, "reason");
  out.derived_from = v.line(t, "derived_from");
  out.declassify_on = v.day_or_line(t, "declassify_on");
  t.finish();
  b.brief.marking = std::move(out);
}

void read_archive(BriefReading& b) {
  auto opened = b.values.open(b.root, "archive");
  if (!opened) return;
  TableReader& t = *opened;
  BriefValues& v = b.values;
  Archive& out = b.brief.archive;
  out.span = t.span();
  out.profile = v.choice(t, "profile", {"a-3a+ua-1", "a-2a+ua-1", "a-4f+ua-2"});
  if (const auto embed = t.boolean("embed_source")) out.embed_source = At<bool>{*embed, t.span_of("embed_source")};
  out.rights = v.line(t, "rights");
  out.series = v.word(t, "series");
  out.retention = v.word(t, "retention");
  out.disposal = v.word(t, "disposal");
  if (out.profile && out.profile->value == "a-2a+ua-1" && out.embed_source && out.embed_source->value) {
    t.fault("archive-embed", out.embed_source->span, "PDF/A-2 takes no attachment: the source cannot be inside")
        .note(out.profile->span, "the profile is chosen here")
        .hint("leave embed_source out (the source goes beside the PDF), or choose \"a-3a+ua-1\"");
  }
  t.finish();
}

void read_print(BriefReading& b) {
  auto opened = b.values.open(b.root, "print");
  if (!opened) return;
  TableReader& t = *opened;
  Print& out = b.brief.print;
  out.span = t.span();
  out.paper = b.values.choice(t, "paper", {"a4", "letter"});
  std::vector<std::string> editions = {"single", "bilingual"};
  for (const auto& tag : b.brief.document.lang) editions.push_back(tag.value);
  out.edition = b.values.choice(t, "edition", editions);
  if (out.edition && out.edition->value == "bilingual" && b.brief.document.lang.size() < 2) {
    auto& told = t.fault("bilingual", out.edition->span, "a bilingual edition needs two languages");
    if (!b.brief.document.lang.empty()) told.note(b.brief.document.lang[0].span, "document.lang lists one");
    told.hint("document.lang = [\"en\", \"ar\"] lists two");
  }
  t.finish();
}

}  // namespace readout::model
