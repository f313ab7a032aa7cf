#include "model/civil.hpp"

#include <fmt/format.h>

#include <array>

#include "base/ascii.hpp"

namespace readout::model {

std::string remedy_of(const Date& date) {
  static constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};
  if (date.year < 1 || date.month < 1 || date.month > 12) return "a date is written year-month-day, e.g. 2026-03-17";
  return fmt::format("{} {} has {} days", months[static_cast<std::size_t>(date.month - 1)], date.year,
                     days_in_month(date.year, date.month));
}

bool is_possible(const Date& date) {
  return date.year >= 1 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

std::string written(const Date& date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

std::string with_zeros(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool follows = i > 0 && (ascii::is_digit(text[i - 1]) || text[i - 1] == '.');
    const bool goes_on = i + 1 < text.size() && ascii::is_digit(text[i + 1]);
    if (ascii::is_digit(text[i]) && !follows && !goes_on) out += '0';
    out += text[i];
  }
  return out;
}

Date shifted(const Date& date, int days) {
  Date out{date.year, date.month, date.day + days};
  const int length = days_in_month(date.year, date.month);
  if (out.day > length) {
    out.day -= length;
    out = date.month == 12 ? Date{date.year + 1, 1, out.day} : Date{date.year, date.month + 1, out.day};
  } else if (out.day < 1) {
    out = date.month == 1 ? Date{date.year - 1, 12, out.day} : Date{date.year, date.month - 1, out.day};
    out.day += days_in_month(out.year, out.month);
  }
  return out;
}

}  // namespace readout::model
