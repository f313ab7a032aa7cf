#include "model/check_chronology.hpp"

#include <string>

#include "model/civil.hpp"

namespace readout::model {
namespace {

struct Days {
  Day first, last;
};

/// The days of the meeting, where it says them.
std::optional<Days> days_of(const Meeting& meeting) {
  if (meeting.date) return Days{*meeting.date, meeting.until ? *meeting.until : *meeting.date};
  const auto* start = meeting.start ? std::get_if<At<DateTime>>(&*meeting.start) : nullptr;
  if (!start) return std::nullopt;
  const auto* end = meeting.end ? std::get_if<At<DateTime>>(&*meeting.end) : nullptr;
  const Day first{start->value.date, start->span};
  return Days{first, end ? Day{end->value.date, end->span} : first};
}

const Day* day_in(const std::optional<std::variant<Day, At<std::string>>>& meeting) {
  return meeting ? std::get_if<Day>(&*meeting) : nullptr;
}

void warn(const Day& day, const std::string& what, const Day& other, Diagnostics& diags) {
  diags.warning("brief.chronology", day.span, what)
      .note(other.span, "the meeting is on this day")
      .hint("check the month and the year");
}

constexpr std::int64_t a_season = 60;        // days: a programme is of one visit
constexpr std::int64_t endless = 1'000'000;  // a treaty may wait for years

/// On a day of the meeting but for its month or its year, which are mistaken most; or further from it than so many
/// days.
bool is_astray(const std::optional<Day>& day, const Days& days, std::int64_t most_days) {
  if (!day) return false;
  const Date first = days.first.value, last = days.last.value, at = day->value;
  const auto is_there = [&](Date date) { return first <= date && date <= last; };
  const bool other_month = is_there({at.year, first.month, at.day}) || is_there({at.year, last.month, at.day});
  const bool other_year = is_there({first.year, at.month, at.day}) || is_there({last.year, at.month, at.day});
  const bool far = day_number(at) < day_number(first) - most_days || day_number(at) > day_number(last) + most_days;
  return !is_there(at) && (other_month || other_year || far);
}

void tell_astray(const Day& day, const Days& days, const std::string& what, Diagnostics& diags) {
  if (day.value < days.first.value) warn(day, what + " long before the meeting", days.first, diags);
  else warn(day, what + " long after the meeting", days.last, diags);
}

/// A programme that is far from the meeting on all its days, as that of a visit which the meeting prepares, is told of
/// once.
void check_programme(const Brief& brief, const Days& days, Diagnostics& diags) {
  std::vector<const Day*> astray;
  for (const ProgrammeEntry& one : brief.programme)
    if (is_astray(one.day, days, a_season)) astray.push_back(&*one.day);
  const bool all = astray.size() == brief.programme.size();
  for (const Day* day : astray) {
    tell_astray(*day, days, "this is", diags);
    if (all) return;
  }
}

/// A Hijri day that is written out tells one of several days.
void check_hijri_days(const Meeting& meeting, const Days& days, Diagnostics& diags) {
  if (!meeting.hijri || days.first.value == days.last.value) return;
  const std::string& word = meeting.hijri->value;
  if (word == "none" || word == "umm-al-qura" || word.find('/') != std::string::npos) return;
  diags.warning("brief.chronology", meeting.hijri->span, "the talks are on several days, and this is one")
      .note(days.last.span, "they end on this day")
      .hint("write the first and the last: \"1447-05-03/1447-05-05\", or \"umm-al-qura\"");
}

}  // namespace

void check_chronology(const Brief& brief, Diagnostics& diags) {
  const auto days = brief.meeting ? days_of(*brief.meeting) : std::nullopt;
  if (!days) return;
  check_hijri_days(*brief.meeting, *days, diags);
  const Day* previous = day_in(brief.meeting->previous);
  if (previous && previous->value >= days->first.value)
    warn(*previous, "the previous meeting is not before this one", days->first, diags);
  const Day* next = day_in(brief.meeting->next);
  if (next && next->value <= days->last.value) warn(*next, "the next meeting is not after this one", days->last, diags);
  for (const Agreement& one : brief.agreements)
    if (is_astray(one.signed_on, *days, endless)) tell_astray(*one.signed_on, *days, "this was signed", diags);
  check_programme(brief, *days, diags);
  for (const Step& step : brief.steps) {
    const Day* due = step.due ? std::get_if<Day>(&*step.due) : nullptr;
    const bool past = step.status && (step.status->value == "done" || step.status->value == "overdue");
    if (due && !past && due->value < days->first.value)
      warn(*due, "this step is due before the meeting", days->first, diags);
  }
}

}  // namespace readout::model
