// The Gregorian calendar, as far as checking dates needs it.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>
#include "model/brief.hpp"

namespace readout::model {

[[nodiscard]] constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

[[nodiscard]] constexpr int days_in_month(int year, int month) {
  constexpr std::array days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// What to do about a date that no calendar has: "February 2026 has 28 days". Pre: it is not possible.
[[nodiscard]] std::string remedy_of(const Date& date);

/// The days that three numbers of a date as people write it may mean: "14.05.2026" is 2026-05-14, "05/03/2026" is
/// 2026-03-05 or 2026-05-03. Empty where it is no such date.
[[nodiscard]] std::vector<Date> readings_of(std::string_view figures);
/// "write 2026-05-14" for "14.05.2026": what such a date is written as, else `otherwise`.
[[nodiscard]] std::string remedy_of_figures(std::string_view figures, std::string_view otherwise);

/// Whether a calendar has it.
[[nodiscard]] bool is_possible(const Date& date);

/// "2026-03-17", as TOML writes it.
[[nodiscard]] std::string written(const Date& date);
/// "2026-09-05" for "2026-9-5", "09:30:00" for "9:30:00": a zero before each digit that stands alone.
[[nodiscard]] std::string with_zeros(std::string_view text);

/// The day before or after by so many days, at most 28.
[[nodiscard]] Date shifted(const Date& date, int days);

/// Days since 0000-03-01, for comparing.
[[nodiscard]] constexpr std::int64_t day_number(const Date& d) {
  const std::int64_t year = d.month <= 2 ? d.year - 1 : d.year;
  const std::int64_t month = (d.month + 9) % 12;
  return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + d.day - 1;
}

/// Minutes on one time scale (UTC), for comparing.
[[nodiscard]] constexpr std::int64_t minute_number(const DateTime& m) {
  return day_number(m.date) * 1440 + m.time.hour * 60 + m.time.minute - m.offset_minutes;
}

}  // namespace readout::model
