#include "compose/info.hpp"

#include <algorithm>

#include "compose/tell.hpp"
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

/// Which keys of the TOML the metadata may tell: all, or those that the pages tell, too.
class Tellable {
 public:
  explicit Tellable(const Desk& desk) {
    if (!desk.settings.only_printed) return;
    left_out_ = {"series", "retention", "disposal"};
    for (const auto& key : unprinted(desk.brief, desk.design)) left_out_.push_back(key.value);
  }
  [[nodiscard]] bool operator()(std::string_view key) const {
    return std::find(left_out_.begin(), left_out_.end(), key) == left_out_.end();
  }

 private:
  std::vector<std::string> left_out_;
};

class Properties {
 public:
  Properties(const Desk& desk, const Tellable& tellable) : desk_(desk), tellable_(tellable) {}

  void add(std::string_view key, const char* name, const std::optional<model::At<std::string>>& value) {
    if (value && tellable_(key)) all.emplace_back(name, value->value);
  }
  void add(std::string_view key, const char* name, const std::optional<model::Line>& value) {
    if (value && tellable_(key)) all.emplace_back(name, string_of(desk_, *value));
  }

  std::vector<std::pair<std::string, std::string>> all;

 private:
  const Desk& desk_;
  const Tellable& tellable_;
};

/// Its level, caveats and mark of distribution are printed together.
std::string marking_of(const Desk& desk) {
  const model::Marking& marking = *desk.brief.marking;
  std::string out = string_of(desk, marking.level);
  for (const model::Line& caveat : marking.caveats) out += desk.word("join.dot") + string_of(desk, caveat);
  if (marking.distribution_mark) out += desk.word("join.dot") + string_of(desk, *marking.distribution_mark);
  return out;
}

/// What the template made, whatever the brief was written for. By its sections: an office's own may have any name.
const char* kind_of(const Desk& desk) {
  if (desk.prints(model::From::prose)) return "readout";
  return desk.prints(model::From::decisions) ? "minutes" : "brief";
}

/// An edition in one language tells which text prevails, but not that both do.
bool tells_which_prevails(const Desk& desk) {
  const auto& authentic = desk.brief.document.authentic;
  return desk.paired || !authentic || authentic->value != "both";
}

std::vector<std::pair<std::string, std::string>> properties_of(const Desk& desk, const Tellable& tellable) {
  Properties out(desk, tellable);
  const model::DocumentInfo& d = desk.brief.document;
  out.all.emplace_back("kind", kind_of(desk));
  if (d.status && !(desk.settings.only_printed && d.status->value == "final"))  // which no page says
    out.add("document.status", "status", d.status);
  out.add("document.version", "version", d.version);
  if (desk.brief.marking && tellable("marking.level")) out.all.emplace_back("marking", marking_of(desk));
  if (!desk.settings.only_printed || tells_which_prevails(desk))
    out.add("document.authentic", "authentic", d.authentic);
  out.add("document.office", "office", d.office);
  out.add("document.in_reply_to", "in-reply-to", d.in_reply_to);
  if (tellable("document.references"))
    for (const auto& reference : d.references) out.all.emplace_back("reference", reference.value);
  if (desk.brief.meeting) {
    out.add("meeting.place", "place", desk.brief.meeting->place);
    out.add("meeting.venue", "venue", desk.brief.meeting->venue);
    out.add("meeting.occasion", "occasion", desk.brief.meeting->occasion);
  }
  if (tellable("side") && (!desk.settings.only_printed || desk.prints(model::From::participants)))
    for (const model::Side& side : desk.brief.sides) out.all.emplace_back("side", string_of(desk, side.name));
  out.add("series", "series", desk.brief.archive.series);
  out.add("retention", "retention", desk.brief.archive.retention);
  out.add("disposal", "disposal", desk.brief.archive.disposal);
  return out.all;
}

/// Of the summary: in an edition in one language only that one is printed.
std::vector<std::size_t> languages_told(const Desk& desk) {
  if (desk.settings.only_printed && !desk.paired) return {desk.lang};
  return {desk.lang, 1 - desk.lang};
}

/// Who made it: the originator, else the office.
std::optional<model::Line> creator_of(const Desk& desk, const Tellable& tellable) {
  const model::DocumentInfo& d = desk.brief.document;
  if (d.originator && tellable("document.originator")) return d.originator;
  return d.office && tellable("document.office") ? d.office : std::nullopt;
}

}  // namespace

layout::Info info_of(const Desk& desk) {
  layout::Info info;
  const model::DocumentInfo& d = desk.brief.document;
  const Tellable tellable(desk);
  const auto title = [&](std::size_t lang) {
    if (const auto* text = d.title.get(lang)) info.titles.emplace_back(d.lang[lang].value, text->value);
  };
  title(desk.lang);
  if (!desk.other.empty()) title(1 - desk.lang);
  info.lang = desk.tag;
  info.languages.push_back(desk.tag);
  if (!desk.other.empty()) info.languages.push_back(desk.other);
  if (const auto creator = creator_of(desk, tellable)) info.creators.push_back(string_of(desk, *creator));
  if (d.subject && tellable("document.subject")) info.subject = string_of(desk, *d.subject);
  if (d.summary && tellable("document.summary"))
    for (const std::size_t lang : languages_told(desk))
      if (const auto* text = d.summary->get(lang))
        info.descriptions.emplace_back(d.lang[lang].value, plain_text(desk, *text, lang));
  for (const auto& keyword : d.keywords) info.keywords.push_back(keyword.value);
  if (desk.brief.archive.rights) info.rights = string_of(desk, *desk.brief.archive.rights);
  if (d.ref && tellable("document.ref")) info.identifiers.push_back(d.ref->value);
  if (d.file_ref && tellable("document.file_ref")) info.identifiers.push_back(d.file_ref->value);
  info.properties = properties_of(desk, tellable);
  if (d.issued) info.issued = stamp_of(*d.issued);
  info.program = desk.settings.version.empty() ? "Readout" : "Readout " + desk.settings.version;
  info.right_to_left = desk.rtl;
  return info;
}

}  // namespace readout::compose
