#include "model/civil.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

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

namespace {

/// "14.05.2026", "14/5/2026", "2026/05/14": the three numbers, where two of the same signs part them.
std::optional<std::array<std::string_view, 3>> numbers_in(std::string_view figures) {
  const std::size_t first = figures.find_first_of("./-");
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = figures.find(figures[first], first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const std::array parts = {figures.substr(0, first), figures.substr(first + 1, second - first - 1),
                            figures.substr(second + 1)};
  const auto is_number = [](std::string_view part) {
    return !part.empty() && part.size() <= 4 && std::all_of(part.begin(), part.end(), ascii::is_digit);
  };
  return std::all_of(parts.begin(), parts.end(), is_number) ? std::optional(parts) : std::nullopt;
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::vector<Date> readings_of(std::string_view figures) {
  const auto numbers = numbers_in(figures);
  if (!numbers) return {};
  const auto& [a, b, c] = *numbers;
  std::vector<Date> out;
  if (a.size() == 4) out = {{value_of(a), value_of(b), value_of(c)}};
  else if (c.size() == 4) out = {{value_of(c), value_of(b), value_of(a)}, {value_of(c), value_of(a), value_of(b)}};
  std::erase_if(out, [](const Date& date) { return !is_possible(date); });
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string remedy_of_figures(std::string_view figures, std::string_view otherwise) {
  const std::vector<Date> readings = readings_of(figures);
  if (readings.empty()) return std::string(otherwise);
  const std::string first = written(readings.front());
  return readings.size() == 1 ? fmt::format("write {}", first)
                              : fmt::format("write {} or {}, as it is meant", first, written(readings.back()));
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
