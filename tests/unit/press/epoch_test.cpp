#include "press/epoch.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace readout;

TEST_CASE("SOURCE_DATE_EPOCH is a moment in UTC or wrong usage") {
  const auto read = [](const std::string& seconds) -> std::string {
    Diagnostics diags;
    const auto stamp = press::read_epoch(seconds, diags);
    if (!stamp) return fmt::format("exit {}", diags.exit_code());
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", stamp->year, stamp->month, stamp->day, stamp->hour,
                       stamp->minute, stamp->second);
  };
  CHECK(read("0") == "1970-01-01 00:00:00");
  CHECK(read("951782400") == "2000-02-29 00:00:00");  // `date -u -d @951782400`
  CHECK(read("1776333599") == "2026-04-16 09:59:59");
  CHECK(read("253402300799") == "9999-12-31 23:59:59");
  for (const char* bad : {"", "yesterday", "-1", "1.5", "12x", "253402300800", "99999999999999999999"})
    CHECK_MESSAGE(read(bad) == "exit 2", bad);
}
