#include "model/civil.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace readout::model {

std::string remedy_of(const Date& date) {
  static constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};
  if (date.year < 1 || date.month < 1 || date.month > 12) return "a date is written year-month-day, e.g. 2026-03-17";
  return fmt::format("{} {} has {} days", months[static_cast<std::size_t>(date.month - 1)], date.year,
                     days_in_month(date.year, date.month));
}

}  // namespace readout::model
