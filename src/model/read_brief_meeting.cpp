// [meeting] and [[programme]]: when and where.
#include <fmt/format.h>

#include <cstdlib>
#include <map>

#include "model/brief_reading.hpp"
#include "model/civil.hpp"

namespace readout::model {
namespace {

using Moment = std::variant<Hour, At<DateTime>>;

Span span_of(const Moment& moment) {
  return std::visit([](const auto& value) { return value.span; }, moment);
}

void check_days(TableReader& t, const Meeting& m) {
  if (m.until && !t.find("date")) {
    t.fault("until-date", m.until->span, "“until” ends a range of days, and “date” does not begin it")
        .hint("add date = …, or rename it to date");
  }
  if (!m.until || !m.date) return;
  if (m.until->value < m.date->value) {
    t.fault("date-order", m.until->span, "the last day is before the first").note(m.date->span, "the first is here");
  } else if (m.until->value == m.date->value) {
    t.fault("date-order", m.until->span, "the last day is the first: leave “until” out")
        .note(m.date->span, "the first is here");
  }
}

// A day of Umm al-Qura has the form 1447-05-03; months have 29 or 30 days, which only the table knows.
bool is_hijri_day(const std::string& word) {
  if (!has_date_form(word)) return false;
  const int month = (word[5] - '0') * 10 + (word[6] - '0'), day = (word[8] - '0') * 10 + (word[9] - '0');
  return month >= 1 && month <= 12 && day >= 1 && day <= 30;
}

constexpr const char* hijri_hint =
    "write \"none\", \"umm-al-qura\", or the date itself: \"1447-05-03\"; of several days "
    "\"1447-05-03/1447-05-05\"";

std::optional<At<std::string>> read_hijri(BriefValues& v, TableReader& t) {
  const TomlValue* value = t.find("hijri");
  if (!value || value->kind == TomlValue::Kind::string) return v.word(t, "hijri");
  t.wrong_type(*value, "hijri", "a word, or a date in quotes").hint(hijri_hint);
  return std::nullopt;
}

void check_hijri(TableReader& t, const Meeting& m) {
  if (!m.hijri || m.hijri->value == "none" || m.hijri->value == "umm-al-qura" || is_hijri_day(m.hijri->value)) return;
  const std::string& word = m.hijri->value;
  const std::size_t slash = word.find('/');
  const std::string from = word.substr(0, slash), to = slash == std::string::npos ? "" : word.substr(slash + 1);
  if (is_hijri_day(from) && is_hijri_day(to) && from < to) return;
  t.fault("hijri", m.hijri->span, fmt::format("“{}” is no Hijri date", word)).hint(hijri_hint);
}

bool ends_before(const Moment& start, const Moment& end) {
  if (const auto* hour = std::get_if<Hour>(&start)) return std::get<Hour>(end).value <= hour->value;
  return minute_number(std::get<At<DateTime>>(end).value) <= minute_number(std::get<At<DateTime>>(start).value);
}

const At<DateTime>* moment_of(const std::optional<Moment>& moment) {
  return moment ? std::get_if<At<DateTime>>(&*moment) : nullptr;
}

/// Talks past midnight: they end on the next day, at an earlier hour, so that the hours alone still tell it.
bool past_midnight(const Meeting& m, const DateTime& end, const Date& last) {
  const auto* start = moment_of(m.start);
  return start && day_number(end.date) == day_number(last) + 1 && end.time < start->value.time;
}

void tell_other_day(TableReader& t, std::string_view key, const At<DateTime>& moment, const Day& day,
                    std::string_view other) {
  t.fault("two-dates", moment.span,
          fmt::format("“{}” is on {}, and “{}” says {}", key, written(moment.value.date), other, written(day.value)))
      .note(day.span, fmt::format("“{}” is told here", other))
      .hint("correct one of them, or leave “date” and “until” out: “start” and “end” tell the days, too");
}

/// Of two days only one would be printed. The days are those of `date` to `until`, as the place's clocks have them.
void check_days_of_hours(TableReader& t, const Meeting& m) {
  if (!m.date) return;
  const Day& last = m.until ? *m.until : *m.date;
  const auto *start = moment_of(m.start), *end = moment_of(m.end);
  if (start && start->value.date != m.date->value) return tell_other_day(t, "start", *start, *m.date, "date");
  if (!end || past_midnight(m, end->value, last.value)) return;
  if (end->value.date < m.date->value) return tell_other_day(t, "end", *end, *m.date, "date");
  if (end->value.date > last.value) tell_other_day(t, "end", *end, last, m.until ? "until" : "date");
}

/// "start = 2026-03-17T21:00:00+03:00"
std::string line_of(std::string_view key, const Date& date, const Time& time, int offset_minutes = 180) {
  const int minutes = std::abs(offset_minutes);
  return fmt::format("{} = {}T{:02}:{:02}:00{}{:02}:{:02}", key, written(date), time.hour, time.minute,
                     offset_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/// Of two hours of which the second comes first: both as they are written when it is of the next day.
std::string over_midnight(const Meeting& m, const Time& start, const Time& end) {
  const Date first = m.date ? m.date->value : Date{2026, 3, 17}, last = m.until ? m.until->value : shifted(first, 1);
  return fmt::format("talks past midnight are told with their days and the offset from UTC, e.g. {} and {}",
                     line_of("start", first, start), line_of("end", last, end));
}

/// The hour of the two as it is written beside the date-time of the other.
std::string as_date_time(const Meeting& m) {
  const auto *start = std::get_if<Hour>(&*m.start), *end = std::get_if<Hour>(&*m.end);
  const DateTime& other = std::get<At<DateTime>>(start ? *m.end : *m.start).value;
  const Time& time = start ? start->value : end->value;
  const bool other_day = start ? other.time < time : time < other.time;
  const Date date = other_day ? shifted(other.date, start ? -1 : 1) : other.date;
  return line_of(start ? "start" : "end", date, time, other.offset_minutes);
}

void tell_time_order(TableReader& t, const Meeting& m) {
  auto& told = t.fault("time-order", span_of(*m.end), "the meeting ends before it starts");
  told.note(span_of(*m.start), "it starts here");
  const auto *start = std::get_if<Hour>(&*m.start), *end = std::get_if<Hour>(&*m.end);
  if (!start) {
    told.hint("the days and the offsets count, too: what goes on past midnight ends on the next day");
    return;
  }
  told.hint("times are 24-hour local time, e.g. end = 15:30:00").hint(over_midnight(m, start->value, end->value));
}

void check_hours(TableReader& t, const Meeting& m) {
  if (m.end && !t.find("start")) {
    t.fault("end-start", span_of(*m.end), "“end” is told without “start”").hint("add start = …");
  }
  if (!m.start || !m.end) return;
  if (m.start->index() != m.end->index()) {
    t.fault("time-kinds", span_of(*m.end), "“start” and “end” are of two kinds")
        .note(span_of(*m.start), "it starts here")
        .hint(fmt::format("write both as times, or both as date-times with an offset: {}", as_date_time(m)));
    return;
  }
  if (ends_before(*m.start, *m.end)) tell_time_order(t, m);
}

}  // namespace

void read_meeting(BriefReading& b) {
  auto opened = b.values.open(b.root, "meeting");
  if (!opened) return;
  TableReader& t = *opened;
  BriefValues& v = b.values;
  Meeting out;
  out.span = t.span();
  out.place = v.line(t, "place");
  out.venue = v.line(t, "venue");
  out.occasion = v.line(t, "occasion");
  out.level = v.line(t, "level");
  out.interpretation = v.line(t, "interpretation");
  out.type = v.choice(t, "type", {"bilateral", "trilateral", "multilateral", "internal"});
  out.held = v.choice(t, "held", {"in-person", "telephone", "video"});
  out.previous = v.day_or_word(t, "previous");
  out.next = v.day_or_word(t, "next");
  out.date = v.day(t, "date");
  out.until = v.day(t, "until");
  out.date_note = v.line(t, "date_note");
  out.hijri = read_hijri(v, t);
  out.start = v.hour_or_moment(t, "start");
  out.end = v.hour_or_moment(t, "end");
  out.zone = v.line(t, "zone");
  check_days(t, out);
  check_hijri(t, out);
  check_hours(t, out);
  check_days_of_hours(t, out);
  t.finish();
  b.brief.meeting = std::move(out);
}

// ---- programme ----------------------------------------------------------------------------------

namespace {

ProgrammeEntry read_entry(BriefValues& v, TableReader& t) {
  ProgrammeEntry out;
  out.span = t.span();
  out.what = v.need_line(t, "what");
  if (t.require("time", "a time of day, or words: \"after lunch\""))
    out.time = v.hour_or_line(t, "time").value_or(HourOrLine{Line{}});
  out.day = v.day(t, "day");
  out.where = v.line(t, "where");
  out.dress = v.line(t, "dress");
  out.note = v.line(t, "note");
  out.who = v.who(t, "who");
  return out;
}

// An entry without a day is of the day before it.
void check_programme(BriefReading& b) {
  std::map<Date, Hour> last;
  Date day;
  for (const ProgrammeEntry& entry : b.brief.programme) {
    if (entry.day) day = entry.day->value;
    const Hour* hour = std::get_if<Hour>(&entry.time);
    if (!hour || !hour->span.valid()) continue;
    const auto before = last.find(day);
    if (before != last.end() && hour->value < before->second.value) {
      b.root.fault("programme-order", hour->span, "the programme runs back within a day")
          .note(before->second.span, "this comes before it")
          .hint("put the entries in order of time, or give the later ones their day");
    }
    last[day] = *hour;
  }
}

}  // namespace

void read_programme(BriefReading& b) {
  b.brief.programme =
      read_list<ProgrammeEntry>(b, b.root, "programme", [&](TableReader& t) { return read_entry(b.values, t); });
  check_programme(b);
}

}  // namespace readout::model
