#include "compose/info.hpp"

#include <algorithm>

#include "compose/voice.hpp"

namespace readout::compose {
namespace {

layout::Stamp stamp_of(const std::variant<model::Day, model::At<model::DateTime>>& value) {
  layout::Stamp stamp;
  if (const auto* day = std::get_if<model::Day>(&value)) {
    stamp.year = day->value.year;
    stamp.month = day->value.month;
    stamp.day = day->value.day;
    return stamp;
  }
  const model::DateTime& moment = std::get<model::At<model::DateTime>>(value).value;
  stamp = {moment.date.year, moment.date.month,  moment.date.day, true,
           moment.time.hour, moment.time.minute, moment.second,   moment.offset_minutes};
  return stamp;
}

/// What a reference without words of its own says: a number in this edition, the words of what it names in another.
std::string reference_in(const Desk& desk, const model::Target& target, Span span, std::size_t lang) {
  using Kind = model::Target::Kind;
  const bool numbered = target.kind == Kind::point || target.kind == Kind::step || target.kind == Kind::annex;
  if (numbered && lang == desk.lang) return bare(name_of(desk, target, span));
  const auto words = [&](const model::Line& line) { return line.best(lang) ? line.best(lang)->value : std::string(); };
  switch (target.kind) {
    case Kind::point: return words(desk.brief.discussions[target.index].heading);
    case Kind::annex: return words(desk.brief.annexes[target.index].title);
    case Kind::source: return words(desk.brief.sources[target.index].title);
    case Kind::side: return words(desk.brief.sides[target.index].name);
    case Kind::person: return words(desk.brief.people[target.index].name);
    case Kind::step: return std::to_string(target.index + 1);
  }
  return {};
}

/// A text as one plain line.
std::string plain_text(const Desk& desk, const model::TextValue& text, std::size_t lang) {
  std::string out;
  for (const model::TextParagraph& paragraph : text.paragraphs) {
    if (!out.empty()) out += ' ';
    for (const model::Piece& piece : paragraph) {
      out += piece.text;
      if (piece.text.empty() && piece.ref) out += reference_in(desk, *piece.ref, piece.span, lang);
    }
  }
  return out;
}

using Properties = std::vector<std::pair<std::string, std::string>>;

void add(Properties& out, const char* name, const std::optional<model::At<std::string>>& value) {
  if (value) out.emplace_back(name, value->value);
}
void add(const Desk& desk, Properties& out, const char* name, const std::optional<model::Line>& value) {
  if (value) out.emplace_back(name, string_of(desk, *value));
}

std::string marking_of(const Desk& desk) {
  const model::Marking& marking = *desk.brief.marking;
  std::string out = string_of(desk, marking.level);
  for (const model::Line& caveat : marking.caveats) out += desk.word("join.dot") + string_of(desk, caveat);
  if (marking.distribution_mark) out += desk.word("join.dot") + string_of(desk, *marking.distribution_mark);
  return out;
}

Properties properties_of(const Desk& desk) {
  Properties out;
  const model::DocumentInfo& d = desk.brief.document;
  add(out, "kind", d.kind);
  add(out, "status", d.status);
  add(out, "version", d.version);
  if (desk.brief.marking) out.emplace_back("marking", marking_of(desk));
  add(out, "authentic", d.authentic);
  add(desk, out, "office", d.office);
  add(out, "in-reply-to", d.in_reply_to);
  for (const auto& reference : d.references) out.emplace_back("reference", reference.value);
  if (desk.brief.meeting) {
    add(desk, out, "place", desk.brief.meeting->place);
    add(desk, out, "venue", desk.brief.meeting->venue);
    add(desk, out, "occasion", desk.brief.meeting->occasion);
  }
  for (const model::Side& side : desk.brief.sides) out.emplace_back("side", string_of(desk, side.name));
  add(out, "series", desk.brief.archive.series);
  add(out, "retention", desk.brief.archive.retention);
  add(out, "disposal", desk.brief.archive.disposal);
  return out;
}

}  // namespace

layout::Info info_of(const Desk& desk) {
  layout::Info info;
  const model::DocumentInfo& d = desk.brief.document;
  const auto title = [&](std::size_t lang) {
    if (const auto* text = d.title.get(lang)) info.titles.emplace_back(d.lang[lang].value, text->value);
  };
  title(desk.lang);
  if (!desk.other.empty()) title(1 - desk.lang);
  info.lang = desk.tag;
  info.languages.push_back(desk.tag);
  if (!desk.other.empty()) info.languages.push_back(desk.other);
  if (d.originator) info.creators.push_back(string_of(desk, *d.originator));
  else if (d.office) info.creators.push_back(string_of(desk, *d.office));
  if (d.subject) info.subject = string_of(desk, *d.subject);
  if (d.summary)
    for (const std::size_t lang : {desk.lang, 1 - desk.lang})
      if (const auto* text = d.summary->get(lang))
        info.descriptions.emplace_back(d.lang[lang].value, plain_text(desk, *text, lang));
  for (const auto& keyword : d.keywords) info.keywords.push_back(keyword.value);
  if (desk.brief.archive.rights) info.rights = string_of(desk, *desk.brief.archive.rights);
  if (d.ref) info.identifiers.push_back(d.ref->value);
  if (d.file_ref) info.identifiers.push_back(d.file_ref->value);
  info.properties = properties_of(desk);
  if (d.issued) info.issued = stamp_of(*d.issued);
  info.program = desk.settings.version.empty() ? "Readout" : "Readout " + desk.settings.version;
  info.right_to_left = desk.rtl;
  return info;
}

}  // namespace readout::compose
