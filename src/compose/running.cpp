// Running matter: the frames of the template with the document's facts in the place of their placeholders.
#include "compose/running.hpp"

#include <algorithm>

#include "base/small_words.hpp"
#include "base/utf8.hpp"
#include "compose/dates.hpp"
#include "compose/script.hpp"

namespace readout::compose {
namespace {

/// Room for about this many characters beside what else stands on the line: in a bilingual edition the same in the
/// other language, and after both the status.
std::size_t running_room(const Desk& desk, std::string_view text) {
  const double share = desk.paired ? 0.47 : 0.62;
  const bool narrow = desk.rtl && has_script(text, Script::arabic);  // Arabic letters are, for their size
  const double average_width = narrow ? 0.38 : 0.5;
  const auto room = static_cast<std::size_t>(desk.measure().points() * share /
                                             (desk.style("running").latin.size.points() * average_width));
  const auto& status = desk.brief.document.status;
  if (!desk.paired || !status || status->value == "final") return room;
  const std::size_t taken = utf8::count(desk.word("join.comma")) + utf8::count(desk.word("status." + status->value));
  return room > 2 * taken ? room - taken : room / 2;
}

/// What a title that is broken off does not end in: blanks, dashes, commas, and quotes that open before a blank.
std::string_view without_marks(std::string_view words) {
  constexpr std::string_view marks[] = {" ",      ",",      ":",      ";",      "-",      "\u2013", "\u2014",
                                        "\u00A0", "\u202F", "\u00AB", "\u2039", "\u060C", "\u061B"};
  for (;;) {
    const auto* mark = std::find_if(std::begin(marks), std::end(marks), [&](auto one) { return words.ends_with(one); });
    if (mark == std::end(marks)) return words;
    words.remove_suffix(mark->size());
  }
}

/// "to the UN and in" -> "to the UN".
std::string_view without_small_end(std::string_view words, std::string_view lang) {
  constexpr int most = 3;  // small words in a row
  words = without_marks(words);
  for (int dropped = 0; dropped < most; ++dropped) {
    const std::size_t blank = words.rfind(' ');
    if (blank == std::string_view::npos || !leads_on(words.substr(blank + 1), lang)) break;
    words = without_marks(words.substr(0, blank));
  }
  return words;
}

/// The title for running heads: in full when there is room, else broken at a word; nothing where it lacks.
Fragments short_title(Desk& desk) {
  const model::DocumentInfo& document = desk.brief.document;
  Fragments whole = line(desk, document.short_title ? *document.short_title : document.title);
  if (is_missing(whole)) return {};
  const std::string text = bare(whole);
  const std::size_t room = running_room(desk, text);
  if (utf8::count(text) <= room || whole.empty()) return whole;
  std::size_t cut = 0, count = 0, end = 0;
  for (; end < text.size() && count < room; ++count) {
    const auto [c, length] = utf8::decode(text, end);
    if (c == U' ') cut = end;
    end += length;
  }
  Fragment kept = whole.front();
  const std::string_view full = std::string_view(text).substr(0, cut == 0 ? end : cut);
  kept.run.text = std::string(without_small_end(full, desk.words.lang)) + "…";
  return {kept};
}

/// Its lines end between what stands in it, where they can.
Fragments marking_text(Desk& desk) {
  if (!desk.brief.marking) return {};
  const model::Marking& marking = *desk.brief.marking;
  std::vector<Fragments> all;
  all.push_back(line(desk, marking.level));
  for (const model::Line& caveat : marking.caveats) all.push_back(line(desk, caveat));
  if (marking.distribution_mark) all.push_back(line(desk, *marking.distribution_mark));
  for (Fragments& one : all)
    for (Fragment& piece : one) piece.run.together = true;
  return joined_by(desk, all, desk.word("join.dot"));
}

Fragments of_document(Desk& desk, std::string_view name) {
  const model::DocumentInfo& d = desk.brief.document;
  if (name == "document.title") return line(desk, d.title);
  if (name == "document.short_title") return short_title(desk);
  if (name == "document.subtitle") return line_or_nothing(desk, d.subtitle);
  if (name == "document.kind") return plain(desk, desk.word("kind"));
  if (name == "document.ref" && d.ref) return code(desk, *d.ref);
  if (name == "document.version" && d.version) return version(desk, *d.version);
  if (name == "document.status" && d.status && d.status->value != "final")
    return plain(desk, desk.word("status." + d.status->value), d.status->span);
  if (name == "document.originator") return line_or_nothing(desk, d.originator);
  if (name == "document.originator_second") return d.originator ? second(desk, *d.originator) : Fragments{};
  if (name == "document.office") return line_or_nothing(desk, d.office);
  if (name == "document.subject") return line_or_nothing(desk, d.subject);
  if (name == "document.issued" && d.issued) {
    if (const auto* date = std::get_if<model::Day>(&*d.issued)) return day(desk, *date);
    return plain(desk, day_in_words(std::get<model::At<model::DateTime>>(*d.issued).value.date, desk.words));
  }
  return {};
}

Fragments of_meeting(Desk& desk, std::string_view name) {
  if (!desk.brief.meeting) return {};
  const model::Meeting& m = *desk.brief.meeting;
  if (name == "meeting.place") return line_or_nothing(desk, m.place);
  if (name == "meeting.venue") return line_or_nothing(desk, m.venue);
  if (name == "meeting.occasion") return line_or_nothing(desk, m.occasion);
  const bool both = name == "meeting.date_hijri";
  if (name != "meeting.date" && !both) return {};
  auto days = meeting_days(m, desk.words);
  if (both) days = with_hijri(m, std::move(days), desk.words, desk.diags);
  return days ? plain(desk, *days, m.date ? m.date->span : m.span) : Fragments{};
}

Fragments page_field(layout::Field field) {
  Fragment piece;
  piece.run.field = field;
  return {piece};
}

Fragments second_sides(Desk& desk) {
  std::vector<const model::Line*> names;
  for (const model::Side& side : desk.brief.sides) names.push_back(&short_name(side));
  return second_joined(desk, names, desk.word("join.dot"));
}

Fragments side_names(Desk& desk) {
  std::vector<Fragments> names;
  for (const model::Side& side : desk.brief.sides) names.push_back(line(desk, short_name(side)));
  return joined_by(desk, names, desk.word("join.dot"));
}

/// A pattern with every placeholder filled; empty when one has no value.
Fragments expand(Desk& desk, const std::vector<model::PatternPiece>& pieces) {
  Fragments out;
  for (const model::PatternPiece& piece : pieces) {
    append(out, plain(desk, piece.literal));
    if (piece.names.empty()) continue;
    Fragments value;
    for (const std::string& name : piece.names)
      if (value.empty()) value = placeholder(desk, name);
    if (value.empty()) return {};
    append(out, std::move(value));
  }
  return out;
}

layout::RunningLine::Pages pages_of(model::FrameSpec::Pages pages) {
  switch (pages) {
    case model::FrameSpec::Pages::first: return layout::RunningLine::Pages::first;
    case model::FrameSpec::Pages::rest: return layout::RunningLine::Pages::rest;
    case model::FrameSpec::Pages::all:
    case model::FrameSpec::Pages::none: return layout::RunningLine::Pages::all;
  }
  return layout::RunningLine::Pages::all;
}

void add_frame(Desk& desk, const model::FrameSpec& frame) {
  layout::RunningLine line;
  const auto content = [&](const std::vector<model::Pattern>& patterns) {
    return desk.set(parts(desk, patterns, frame.between), frame.style.value).content;
  };
  line.start = content(frame.start);
  line.centre = content(frame.centre);
  line.end = content(frame.end);
  if (line.start.empty() && line.centre.empty() && line.end.empty()) return;
  line.pages = pages_of(frame.pages);
  line.foot = frame.foot;
  line.span = frame.span;
  line.baseline = frame.baseline;
  line.style = desk.paragraph_style(frame.style.value);
  line.direction = desk.rtl ? layout::Direction::rtl : layout::Direction::ltr;
  if (frame.rule) {
    const model::RuleSpec& spec = desk.design.rules.at(frame.foot ? "foot" : "head");
    line.rule = spec.thickness;
    line.rule_colour = spec.colour;
    line.rule_offset = frame.rule_offset;
  }
  desk.story.running.push_back(std::move(line));
}

}  // namespace

Fragments placeholder(Desk& desk, std::string_view name) {
  if (name == "page") return page_field(layout::Field::page);
  if (name == "pages") return page_field(layout::Field::pages);
  if (name == "marking") return marking_text(desk);
  if (name == "sides") return side_names(desk);
  if (name == "sides_second") return second_sides(desk);
  if (name.starts_with("words.")) return expand(desk, model::split_pattern(desk.word(name.substr(6))));
  if (name.starts_with("meeting.")) return of_meeting(desk, name);
  return of_document(desk, name);
}

Fragments parts(Desk& desk, const std::vector<model::Pattern>& patterns, const std::string& between) {
  std::vector<Fragments> all;
  for (const model::Pattern& pattern : patterns) all.push_back(expand(desk, pattern.pieces));
  return joined_by(desk, all, between == ", " ? desk.word("join.comma") : between);  // "، " in Arabic
}

void add_running(Desk& desk) {
  for (const model::FrameSpec& frame : desk.design.frames)
    if (frame.pages != model::FrameSpec::Pages::none) add_frame(desk, frame);
}

void check_short_title(Desk& desk) {
  const model::DocumentInfo& document = desk.brief.document;
  const Fragments whole = line(desk, document.short_title ? *document.short_title : document.title);
  const bool used =
      std::any_of(desk.design.frames.begin(), desk.design.frames.end(), [](const model::FrameSpec& frame) {
        const auto names = [](const std::vector<model::Pattern>& patterns) {
          return std::any_of(patterns.begin(), patterns.end(), [](const model::Pattern& p) {
            return p.text.find("document.short_title") != std::string::npos;
          });
        };
        return frame.pages != model::FrameSpec::Pages::none &&
               (names(frame.start) || names(frame.centre) || names(frame.end));
      });
  if (!used || whole.empty() || utf8::count(bare(whole)) <= running_room(desk, bare(whole))) return;
  if (document.short_title)
    desk.diags
        .warning("compose.short-title", whole.front().run.span,
                 "the short title is too long for a running head; it is broken off there")
        .hint("a few words are enough");
  else
    desk.diags
        .warning("compose.short-title", whole.front().run.span,
                 "the title is too long for a running head; it is broken off there")
        .hint("give [document] a short_title");
}

}  // namespace readout::compose
