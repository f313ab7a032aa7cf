// D and H: dates and hours of the day, as TOML values or as strings of exactly their form.
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.hpp"
#include "model/brief_values.hpp"
#include "model/civil.hpp"

namespace readout::model {
namespace {

using Kind = TomlValue::Kind;

bool has_form(std::string_view word, std::string_view form) {
  return std::equal(word.begin(), word.end(), form.begin(), form.end(),
                    [](char c, char f) { return f == '9' ? ascii::is_digit(c) : c == f; });
}

// Pre: the digits are there.
int digits(std::string_view word, std::size_t begin, std::size_t count) {
  int n = 0;
  for (const char c : word.substr(begin, count)) n = n * 10 + (c - '0');
  return n;
}

Date date_of(const TomlDate& d) { return {d.year, d.month, d.day}; }

constexpr const char* date_hint = "a date is written 2026-03-17";
constexpr const char* hour_hint = "a time is written 09:30:00, or \"09:30\"";

bool is_hour(std::string_view word) {
  return has_hour_form(word) && digits(word, 0, 2) < 24 && digits(word, 3, 2) < 60;
}

/// A text that would be sound with its zeros: "2026-9-5", "9:30"; else how it is written.
std::string form_hint(std::string_view word, bool sound_with_zeros, std::string_view form) {
  return sound_with_zeros ? fmt::format("a zero is missing: \"{}\"", with_zeros(word)) : std::string(form);
}

std::optional<Date> possible(TableReader& t, const Date& date, Span span) {
  if (is_possible(date)) return date;
  t.fault("date", span, fmt::format("{} is not a possible date", written(date))).hint(remedy_of(date));
  return std::nullopt;
}

// Times are printed in hours and minutes; a second that would be lost is not taken.
bool whole_minutes(TableReader& t, const TomlTime& time, Span span) {
  if (time.second == 0 && time.nanosecond == 0) return true;
  t.fault("seconds", span, "times are told in hours and minutes, without seconds").hint(hour_hint);
  return false;
}

}  // namespace

namespace {

/// "2026/03/01", "1.3.2026": three numbers, one of four digits, which are printed as they stand.
bool is_date_in_figures(std::string_view word) {
  std::size_t numbers = 0, digits_in_row = 0, longest = 0;
  for (const char c : word) {
    if (!ascii::is_digit(c) && c != '/' && c != '.' && c != '-') return false;
    digits_in_row = ascii::is_digit(c) ? digits_in_row + 1 : 0;
    numbers += digits_in_row == 1 ? 1 : 0;
    longest = std::max(longest, digits_in_row);
  }
  return numbers == 3 && longest == 4;
}

}  // namespace

bool has_date_form(std::string_view word) { return has_form(word, "9999-99-99"); }
bool has_hour_form(std::string_view word) { return has_form(word, "99:99"); }

std::optional<Day> BriefValues::day_of(TableReader& t, const TomlValue& value, std::string_view key) {
  if (value.kind == Kind::string) {
    const auto word = t.string_of(value, key);
    if (!word) return std::nullopt;
    if (!has_date_form(*word)) {
      t.fault("date", value.span, fmt::format("“{}” wants a date, and “{}” is none", t.name_of(key), *word))
          .hint(form_hint(*word, has_date_form(with_zeros(*word)), remedy_of_figures(*word, date_hint)));
      return std::nullopt;
    }
    const auto date = possible(t, {digits(*word, 0, 4), digits(*word, 5, 2), digits(*word, 8, 2)}, value.span);
    return date ? std::optional(Day{*date, value.span}) : std::nullopt;
  }
  if (value.kind != Kind::date) {
    auto& told = t.wrong_type(value, key, "a date");
    if (value.kind == Kind::date_time) told.hint(fmt::format("write {}", written(date_of(value.date_time.date))));
    else told.hint(date_hint);
    return std::nullopt;
  }
  const auto date = possible(t, date_of(value.date), value.span);
  return date ? std::optional(Day{*date, value.span}) : std::nullopt;
}

std::optional<Hour> BriefValues::hour_of(TableReader& t, const TomlValue& value, std::string_view key) {
  if (value.kind == Kind::string) {
    const auto word = t.string_of(value, key);
    if (!word) return std::nullopt;
    if (is_hour(*word)) return Hour{Time{digits(*word, 0, 2), digits(*word, 3, 2)}, value.span};
    t.fault("time", value.span, fmt::format("“{}” wants a time of day, and “{}” is none", t.name_of(key), *word))
        .hint(form_hint(*word, !has_hour_form(*word) && is_hour(with_zeros(*word)), hour_hint));
    return std::nullopt;
  }
  if (value.kind != Kind::time) {
    auto& told = t.wrong_type(value, key, "a time of day");
    told.hint(hour_hint);
    if (value.kind == Kind::date)
      told.hint(fmt::format("with its day it is written {}T09:30:00+03:00", written(date_of(value.date))));
    return std::nullopt;
  }
  if (!whole_minutes(t, value.time, value.span)) return std::nullopt;
  return Hour{{value.time.hour, value.time.minute}, value.span};
}

std::optional<At<DateTime>> BriefValues::moment_of(TableReader& t, const TomlValue& value, std::string_view key,
                                                   std::string_view alone) {
  const TomlDateTime& moment = value.date_time;
  if (!moment.offset_minutes) {
    t.fault("offset", value.span, fmt::format("“{}” has a date and a time, but no offset from UTC", t.name_of(key)))
        .hint(fmt::format("add it, e.g. {}+03:00, or write the {} alone", diags_.sources.text(value.span), alone));
    return std::nullopt;
  }
  const auto date = possible(t, date_of(moment.date), value.span);
  if (!date) return std::nullopt;
  return At<DateTime>{{*date, {moment.time.hour, moment.time.minute}, moment.time.second, *moment.offset_minutes},
                      value.span};
}

std::optional<Day> BriefValues::day(TableReader& t, std::string_view key) {
  const TomlValue* value = t.find(key);
  return value ? day_of(t, *value, key) : std::nullopt;
}

std::optional<DayOrLine> BriefValues::day_or_line(TableReader& t, std::string_view key) {
  const TomlValue* value = t.find(key);
  if (!value) return std::nullopt;
  const bool line = value->kind == Kind::table || (value->kind == Kind::string && !has_date_form(value->string.text));
  if (value->kind == Kind::string && is_date_in_figures(value->string.text) && !has_date_form(value->string.text))
    diags_
        .warning("brief.date-in-figures", value->span,
                 fmt::format("“{}” is printed as it stands, for it is no date to TOML", value->string.text))
        .hint(remedy_of_figures(value->string.text, "year-month-day, e.g. 2026-03-17") +
              ", without quotes: it is printed as the language writes dates");
  if (line) return line_of(t, *value, key);
  if (value->kind != Kind::date && value->kind != Kind::string)
    return t.wrong_type(*value, key, "a date or a line of text"), std::nullopt;
  return day_of(t, *value, key);
}

std::optional<std::variant<Day, At<std::string>>> BriefValues::day_or_word(TableReader& t, std::string_view key) {
  const TomlValue* value = t.find(key);
  if (!value) return std::nullopt;
  if (value->kind == Kind::string && !has_date_form(value->string.text)) return word_of(t, *value, key);
  if (value->kind != Kind::date && value->kind != Kind::string)
    return t.wrong_type(*value, key, "a date or a text"), std::nullopt;
  return day_of(t, *value, key);
}

std::optional<std::variant<Day, At<DateTime>>> BriefValues::day_or_moment(TableReader& t, std::string_view key) {
  const TomlValue* value = t.find(key);
  if (!value) return std::nullopt;
  if (value->kind == Kind::date_time) return moment_of(t, *value, key, "date");
  return day_of(t, *value, key);
}

std::optional<std::variant<Hour, At<DateTime>>> BriefValues::hour_or_moment(TableReader& t, std::string_view key) {
  const TomlValue* value = t.find(key);
  if (!value) return std::nullopt;
  if (value->kind != Kind::date_time) return hour_of(t, *value, key);
  if (!whole_minutes(t, value->date_time.time, value->span)) return std::nullopt;
  return moment_of(t, *value, key, "time of day");
}

std::optional<HourOrLine> BriefValues::hour_or_line(TableReader& t, std::string_view key) {
  const TomlValue* value = t.find(key);
  if (!value) return std::nullopt;
  const bool line = value->kind == Kind::table || (value->kind == Kind::string && !has_hour_form(value->string.text));
  if (line) return line_of(t, *value, key);
  if (value->kind != Kind::time && value->kind != Kind::string)
    return t.wrong_type(*value, key, "a time of day or a line of text"), std::nullopt;
  return hour_of(t, *value, key);
}

}  // namespace readout::model
