#include "compose/checks.hpp"

#include <fmt/format.h>

#include <algorithm>

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
  for (const model::Discussion& point : brief.discussions)
    if (!point.lines_to_take.empty())
      diags
          .warning("compose.lines-to-take", point.lines_to_take.front().span,
                   fmt::format("the template “{}” prints no lines to take", design.name))
          .hint("they are for the template brief");
}

bool prose_shows(const model::Template& design, std::string_view part) {
  const model::SectionSpec* prose = find(design, From::prose);
  return prose && std::any_of(prose->show.begin(), prose->show.end(), [&](const auto& s) { return s.value == part; });
}

}  // namespace

bool is_bilingual(const model::Brief& brief, const Settings& settings) {
  return !settings.lang_asked && brief.print.edition && brief.print.edition->value == "bilingual" &&
         brief.document.lang.size() == 2;
}

void check(const model::Brief& brief, const model::Template& design, const Settings& settings, Diagnostics& diags) {
  check_words(brief, design, settings.lang, diags);
  if (is_bilingual(brief, settings)) check_words(brief, design, 1 - settings.lang, diags);
  if (design.sections.empty())
    diags.error("compose.no-sections", design.span, fmt::format("the template “{}” lists no sections", design.name))
        .hint("it is there to be extended; take brief, or give it [[section]] tables");
  check_needs(brief, design, diags);
  check_lines_to_take(brief, design, diags);
}

void check_printed(const model::Brief& brief, const model::Template& design, Diagnostics& diags) {
  const auto tell = [&](bool there, From from, std::string_view what, Span span, bool covered = false) {
    if (!there || covered || find(design, from)) return;
    diags.warning("compose.not-printed", span, fmt::format("the template “{}” does not print {}", design.name, what))
        .hint("take another template, or one of your own with that section");
  };
  const bool people = !brief.sides.empty() || !brief.people.empty();
  const Span people_span = !brief.sides.empty() ? brief.sides.front().span
                           : people             ? brief.people.front().span
                                                : Span{};
  tell(brief.document.summary.has_value(), From::summary, "the summary", brief.document.span,
       prose_shows(design, "summary"));
  tell(people, From::participants, "who was there", people_span, prose_shows(design, "summary"));
  if (!brief.discussions.empty())
    tell(true, From::discussion, "the discussion", brief.discussions.front().span, prose_shows(design, "discussion"));
  if (brief.tour) tell(true, From::tour, "the tour", brief.tour->span, prose_shows(design, "tour"));
  if (brief.outcome) tell(true, From::outcome, "the outcome", brief.outcome->span, prose_shows(design, "outcome"));
  if (!brief.steps.empty())
    tell(true, From::steps, "the steps", brief.steps.front().span, prose_shows(design, "outcome"));
  if (!brief.agreements.empty()) tell(true, From::agreements, "the instruments", brief.agreements.front().span);
  if (!brief.programme.empty()) tell(true, From::programme, "the programme", brief.programme.front().span);
  if (!brief.annexes.empty()) tell(true, From::annexes, "the annexes", brief.annexes.front().span);
  if (!brief.distribution.empty()) tell(true, From::distribution, "the distribution", brief.distribution.front().span);
  if (brief.clearance) tell(true, From::clearance, "the clearance", brief.clearance->span);
  if (!brief.revisions.empty()) tell(true, From::revisions, "the document's history", brief.revisions.front().span);
  if (!brief.sources.empty()) tell(true, From::sources, "the sources", brief.sources.front().span);
  if (find(design, From::discussion)) return;
  for (const model::Discussion& point : brief.discussions) {
    if (point.table)
      diags
          .warning("compose.not-printed", point.table->span,
                   fmt::format("the template “{}” does not print tables", design.name))
          .hint("prose has no tables");
    if (point.picture)
      diags
          .warning("compose.not-printed", point.picture->span,
                   fmt::format("the template “{}” does not print pictures", design.name))
          .hint("prose has no pictures");
  }
}

}  // namespace readout::compose
