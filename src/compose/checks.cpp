#include "compose/checks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "compose/dates.hpp"

namespace readout::compose {
namespace {

using model::From;

const model::SectionSpec* find(const model::Template& design, From from) {
  const auto found = std::find_if(design.sections.begin(), design.sections.end(),
                                  [&](const model::SectionSpec& s) { return s.from == from; });
  return found == design.sections.end() ? nullptr : &*found;
}

void check_words(const model::Brief& brief, const model::Template& design, std::size_t lang, Diagnostics& diags) {
  const auto& tags = brief.document.lang;
  if (lang >= tags.size()) return;
  const model::At<std::string>& tag = tags[lang];
  if (model::words_for(design, tag.value)) return;
  std::string known;
  for (const model::Words& words : design.words) known += (known.empty() ? "" : ", ") + words.lang;
  for (const std::string& unread : design.unread) known += ", " + unread;
  diags
      .error("compose.no-words", tag.span,
             fmt::format("the template “{}” has no words in “{}”", design.name, tag.value))
      .hint(fmt::format("it has {}; a template of yours may add [words.{}]", known,
                        tag.value.substr(0, tag.value.find('-'))));
}

void check_needs(const model::Brief& brief, const model::Template& design, Diagnostics& diags) {
  const bool moment = brief.meeting && brief.meeting->start &&
                      std::holds_alternative<model::At<model::DateTime>>(*brief.meeting->start);
  const bool dated = brief.meeting && (brief.meeting->date || brief.meeting->date_note || moment);
  if (design.needs_date && !dated)
    diags
        .error("compose.needs-date", brief.meeting ? brief.meeting->span : brief.document.span,
               fmt::format("the template “{}” needs the date of the meeting", design.name))
        .hint("give [meeting] a date, or a date_note that says why there is none");
  if (design.needs_people && brief.people.empty() && brief.sides.empty())
    diags
        .error("compose.needs-people", brief.document.span,
               fmt::format("the template “{}” needs someone who was there", design.name))
        .hint("give it a [[side]] or a [[participant]]");
}

void check_lines_to_take(const model::Brief& brief, const model::Template& design, Diagnostics& diags) {
  const model::SectionSpec* section = find(design, From::discussion);
  if (section && section->lines_to_take) return;
  const auto first = std::find_if(brief.discussions.begin(), brief.discussions.end(),
                                  [](const model::Discussion& point) { return !point.lines_to_take.empty(); });
  if (first == brief.discussions.end()) return;
  diags
      .warning("compose.lines-to-take", first->lines_to_take.front().span,
               fmt::format("the template “{}” prints no lines to take", design.name))
      .hint("they are for the template brief");
}

}  // namespace

void check(const model::Brief& brief, const model::Template& design, const Settings& settings, Diagnostics& diags) {
  check_words(brief, design, settings.lang, diags);
  if (settings.bilingual) check_words(brief, design, 1 - settings.lang, diags);
  if (design.sections.empty())
    diags.error("compose.no-sections", design.span, fmt::format("the template “{}” lists no sections", design.name))
        .hint("it is there to be extended; take brief, or give it [[section]] tables");
  check_needs(brief, design, diags);
  check_lines_to_take(brief, design, diags);
  if (brief.meeting) check_hijri(*brief.meeting, diags);
}

}  // namespace readout::compose
