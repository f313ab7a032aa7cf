// Figures that are one unit from left to right wherever they stand: telephone numbers, ISO dates, sums, measures.
#pragma once
#include <cstddef>
#include <string_view>

namespace readout::text {

[[nodiscard]] constexpr bool is_western_figure(char32_t c) { return c >= U'0' && c <= U'9'; }
/// A blank as it parts the groups of a number: also no-break, thin and narrow ones.
[[nodiscard]] constexpr bool is_single_blank(char32_t c) {
  return c == U' ' || c == 0x00A0 || c == 0x2009 || c == 0x202F;
}

/// What begins at a place: a unit [begin, end), or none, and then `end` is where to look on.
struct Measure {
  std::size_t end = 0;
  bool is_unit = false;
};
/// Looks for a unit that begins at `at`, in text that goes from right to left and where the last letter was none of a
/// left-to-right script (after such a letter W7 makes all of it left-to-right anyway).
/// Cost: linear in what is read, and no place is read more than a few times.
[[nodiscard]] Measure measure_at(std::u32string_view text, std::size_t at);

}  // namespace readout::text
