#include "press/epoch.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdint>

namespace readout::press {

std::optional<Stamp> read_epoch(const std::string& seconds, Diagnostics& diags) {
  constexpr std::int64_t last = 253'402'300'799;  // 9999-12-31 23:59:59
  std::int64_t value = -1;
  const char* const end = seconds.data() + seconds.size();
  const auto [stop, error] = std::from_chars(seconds.data(), end, value);
  if (error != std::errc() || stop != end || value < 0 || value > last) {
    diags
        .failure(Blame::usage, "usage.date-epoch",
                 fmt::format("SOURCE_DATE_EPOCH is \"{}\", which is no number of seconds since 1970", seconds))
        .hint("unset it, or set it to what date +%s prints");
    return std::nullopt;
  }
  constexpr std::int64_t day = 86'400;
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{value / day}}};
  const int rest = static_cast<int>(value % day);
  return Stamp{.year = static_cast<int>(date.year()),
               .month = static_cast<int>(static_cast<unsigned>(date.month())),
               .day = static_cast<int>(static_cast<unsigned>(date.day())),
               .has_time = true,
               .hour = rest / 3600,
               .minute = rest / 60 % 60,
               .second = rest % 60,
               .offset_minutes = 0};
}

}  // namespace readout::press
