#include "compose/dates.hpp"

#include <fmt/format.h>

#include <charconv>

#include "compose/script.hpp"
#include "compose/umm_al_qura.hpp"
#include "model/civil.hpp"

namespace readout::compose {
namespace {

using model::Date;
using model::Words;

std::string month(int number, const std::vector<std::string>& names) {
  return names.at(static_cast<std::size_t>(number - 1));
}

/// "17"; "1er" where the language counts a month's first day so.
std::string day_number(int day, const Words& words) {
  const std::string* first = day == 1 ? words.find("date.first") : nullptr;
  return first ? *first : digits(day, words);
}

struct Days {
  Date from, to;
  Span span;
};

std::optional<Days> days_of(const model::Meeting& meeting) {
  if (meeting.date)
    return Days{meeting.date->value, meeting.until ? meeting.until->value : meeting.date->value, meeting.date->span};
  const auto* start = meeting.start ? std::get_if<model::At<model::DateTime>>(&*meeting.start) : nullptr;
  if (!start) return std::nullopt;
  const auto* end = meeting.end ? std::get_if<model::At<model::DateTime>>(&*meeting.end) : nullptr;
  return Days{start->value.date, end ? end->value.date : start->value.date, start->span};
}

using HourOrMoment = std::optional<std::variant<model::Hour, model::At<model::DateTime>>>;

std::optional<model::DateTime> moment_of(const HourOrMoment& value) {
  const auto* moment = value ? std::get_if<model::At<model::DateTime>>(&*value) : nullptr;
  return moment ? std::optional(moment->value) : std::nullopt;
}

struct Clock {
  model::Time time;
  std::optional<int> offset;
};
std::optional<Clock> clock_of(const HourOrMoment& value) {
  if (!value) return std::nullopt;
  if (const auto* hour = std::get_if<model::Hour>(&*value)) return Clock{hour->value, std::nullopt};
  const model::DateTime& moment = std::get<model::At<model::DateTime>>(*value).value;
  return Clock{moment.time, moment.offset_minutes};
}

/// "1447-05-03", checked by the reader of briefs.
std::optional<Date> literal_day(const std::string& text) {
  Date date;
  const char* at = text.data();
  const char* const last = at + text.size();
  for (int* part : {&date.year, &date.month, &date.day}) {
    const auto [rest, fault] = std::from_chars(at, last, *part);
    if (fault != std::errc{}) return std::nullopt;
    at = rest < last ? rest + 1 : rest;
  }
  if (date.month < 1 || date.month > 12) return std::nullopt;
  return date;
}

}  // namespace

std::string day_in_words(Date date, const Words& words) {
  return fill(words.at("date.day"), {{"day", day_number(date.day, words)},
                                     {"month", month(date.month, words.months)},
                                     {"year", digits(date.year, words)}});
}

std::string days_in_words(Date from, Date to, const Words& words) {
  if (from == to) return day_in_words(from, words);
  if (from.year != to.year)
    return fill(words.at("date.years"), {{"from", day_in_words(from, words)}, {"to", day_in_words(to, words)}});
  const std::string_view pattern = from.month == to.month ? "date.days" : "date.months";
  return fill(words.at(pattern), {{"day", day_number(from.day, words)},
                                  {"day2", day_number(to.day, words)},
                                  {"month", month(from.month, words.months)},
                                  {"month2", month(to.month, words.months)},
                                  {"year", digits(from.year, words)}});
}

std::string time_in_words(model::Time time, const Words& words) {
  const auto two = [&](int n) { return digits(fmt::format("{:02}", n), words); };
  const std::string hour = words.leading_zero ? two(time.hour) : digits(time.hour, words);
  return fill(words.at("time.clock"), {{"hour", hour}, {"minute", two(time.minute)}});
}

std::string offset_in_words(int minutes, const Words& words) {
  const int size = minutes < 0 ? -minutes : minutes;
  // Western digits in every language: they keep their sign before them in a line from right to left.
  const std::string text = fmt::format("{}{:02}:{:02}", minutes < 0 ? "\u2212" : "+", size / 60, size % 60);
  return fill(words.at("time.utc"), {{"offset", text}});
}

std::string moment_in_words(const model::DateTime& moment, const Words& words) {
  const std::string time = fill(words.at("time.zone"), {{"time", time_in_words(moment.time, words)},
                                                        {"zone", offset_in_words(moment.offset_minutes, words)}});
  return fill(words.at("time.day"), {{"date", day_in_words(moment.date, words)}, {"time", time}});
}

namespace {

std::string hijri_with(const std::string& day, Date hijri, const Words& words) {
  return fill(words.at("date.hijri"),
              {{"day", day}, {"month", month(hijri.month, words.hijri_months)}, {"year", digits(hijri.year, words)}});
}

/// What the language sets between two days of one month: "–"; ".–" where it is "{day}.–{day2}. {month} {year}".
std::string between_days(const Words& words) {
  constexpr std::string_view first = "{day}", second = "{day2}";
  const std::string_view pattern = words.at("date.days");
  const std::size_t begin = pattern.find(first) + first.size(), end = pattern.find(second, begin);
  const std::string_view between = pattern.substr(begin, end == pattern.npos ? 0 : end - begin);
  return between.empty() || between.find('{') != between.npos ? "–" : std::string(between);
}

/// "19–20 Shawwal 1447 AH"; days of two months are written out.
std::string hijri_days_in_words(Date from, Date to, const Words& words) {
  if (from == to) return hijri_in_words(from, words);
  if (from.year == to.year && from.month == to.month)
    return hijri_with(day_number(from.day, words) + between_days(words) + day_number(to.day, words), from, words);
  return fill(words.at("date.years"), {{"from", hijri_in_words(from, words)}, {"to", hijri_in_words(to, words)}});
}

}  // namespace

std::string hijri_in_words(Date hijri, const Words& words) {
  return hijri_with(day_number(hijri.day, words), hijri, words);
}

std::optional<std::string> meeting_days(const model::Meeting& meeting, const Words& words) {
  const auto days = days_of(meeting);
  if (!days) return std::nullopt;
  return days_in_words(days->from, days->to, words);
}

namespace {

/// The hour, with its offset where the other has another one.
std::string clock_in_words(const Clock& clock, bool with_offset, const Words& words) {
  const std::string time = time_in_words(clock.time, words);
  if (!with_offset || !clock.offset) return time;
  return fill(words.at("time.zone"), {{"time", time}, {"zone", offset_in_words(*clock.offset, words)}});
}

/// Hours with the zone as the brief has it and the offset that holds for all of them.
std::string in_zone(const std::string& hours, const std::optional<std::string>& zone, std::optional<int> offset,
                    const Words& words) {
  std::string place = zone.value_or("");
  const bool says_it = place.find("UTC") != std::string::npos || place.find("GMT") != std::string::npos;
  if (offset && !says_it) place += (place.empty() ? "" : words.at("join.comma")) + offset_in_words(*offset, words);
  return place.empty() ? hours : fill(words.at("time.zone"), {{"time", hours}, {"zone", place}});
}

}  // namespace

std::optional<std::string> meeting_hours(const model::Meeting& meeting, const Words& words,
                                         const std::optional<std::string>& zone) {
  const auto start = clock_of(meeting.start), end = clock_of(meeting.end);
  if (!start && !end) return zone;
  const bool differ = start && end && start->offset != end->offset;
  const auto text = [&](const Clock& clock) { return clock_in_words(clock, differ, words); };
  std::string hours;
  if (start && end) hours = fill(words.at("time.range"), {{"from", text(*start)}, {"to", text(*end)}});
  else if (start) hours = fill(words.at("time.from"), {{"from", text(*start)}});
  else hours = fill(words.at("time.to"), {{"to", text(*end)}});
  return in_zone(hours, zone, differ ? std::nullopt : start ? start->offset : end->offset, words);
}

std::optional<std::string> meeting_moments(const model::Meeting& meeting, const Words& words,
                                           const std::optional<std::string>& zone) {
  const auto days = days_of(meeting);
  const auto start = moment_of(meeting.start), end = moment_of(meeting.end);
  if (!days || !start || !end || days->from == days->to) return std::nullopt;
  if (start->date != days->from || end->date != days->to) return std::nullopt;
  const bool differ = start->offset_minutes != end->offset_minutes;
  const auto text = [&](const model::DateTime& moment) {
    const std::string time = clock_in_words({moment.time, moment.offset_minutes}, differ, words);
    return fill(words.at("time.day"), {{"date", day_in_words(moment.date, words)}, {"time", time}});
  };
  const std::string moments = fill(words.at("date.years"), {{"from", text(*start)}, {"to", text(*end)}});
  return in_zone(moments, zone, differ ? std::nullopt : std::optional(start->offset_minutes), words);
}

std::optional<std::string> meeting_hijri(const model::Meeting& meeting, const Words& words, Diagnostics& diags) {
  if (!meeting.hijri || meeting.hijri->value == "none") return std::nullopt;
  if (meeting.hijri->value != "umm-al-qura") {
    const std::string& written = meeting.hijri->value;
    const std::size_t slash = written.find('/');
    const auto from = literal_day(written.substr(0, slash));
    const auto to = slash == std::string::npos ? from : literal_day(written.substr(slash + 1));
    return from && to ? std::optional(hijri_days_in_words(*from, *to, words)) : std::nullopt;
  }
  const auto days = days_of(meeting);
  if (!days) {
    diags.error("compose.hijri-date", meeting.hijri->span, "there is no date to turn into a Hijri date")
        .hint("give [meeting] a date, or write the Hijri date itself: hijri = \"1447-05-03\"");
    return std::nullopt;
  }
  const auto from = umm_al_qura(days->from), to = umm_al_qura(days->to);
  if (!from || !to) {
    diags
        .error("compose.hijri-range", days->span,
               "the Umm al-Qura calendar is known from 14 March 1937 to 16 November 2077")
        .note(meeting.hijri->span, "asked for here")
        .hint("write the Hijri date itself: hijri = \"1447-05-03\"");
    return std::nullopt;
  }
  return hijri_days_in_words(*from, *to, words);
}

namespace {

/// Within three days of the calendar's: as far as the new moon was seen elsewhere, or not.
void check_hijri_day(const std::string& written, Date gregorian, Span span, Span day, Diagnostics& diags) {
  constexpr int most_days = 3;
  const auto hijri = literal_day(written), there = umm_al_qura(gregorian);
  const auto from = umm_al_qura(model::shifted(gregorian, -most_days)),
             to = umm_al_qura(model::shifted(gregorian, most_days));
  if (!hijri || !there || !from || !to || (*from <= *hijri && *hijri <= *to)) return;
  diags
      .warning("compose.hijri-far", span,
               fmt::format("“{}” is far from the day of the meeting, which is {} by the Umm al-Qura calendar", written,
                           model::written(*there)))
      .note(day, "the meeting is on this day")
      .hint("check the month and the year, or write \"umm-al-qura\"");
}

}  // namespace

void check_hijri(const model::Meeting& meeting, Diagnostics& diags) {
  const auto days = days_of(meeting);
  if (!meeting.hijri || meeting.hijri->value == "none" || meeting.hijri->value == "umm-al-qura" || !days) return;
  const std::string& written = meeting.hijri->value;
  const std::size_t slash = written.find('/');
  check_hijri_day(written.substr(0, slash), days->from, meeting.hijri->span, days->span, diags);
  if (slash != std::string::npos)
    check_hijri_day(written.substr(slash + 1), days->to, meeting.hijri->span, days->span, diags);
}

std::optional<std::string> with_hijri(const model::Meeting& meeting, std::optional<std::string> days,
                                      const Words& words, Diagnostics& diags) {
  auto hijri = meeting_hijri(meeting, words, diags);
  if (days && hijri) return fill(words.at("date.both"), {{"date", *days}, {"hijri", *hijri}});
  return hijri ? hijri : days;
}

}  // namespace readout::compose
