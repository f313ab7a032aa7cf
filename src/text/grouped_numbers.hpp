// Numbers with blanks inside: in groups of three, "1 250 000", and others, "+357 24 643005".
#pragma once
#include <cstddef>
#include <string_view>

namespace readout::text {

/// True of the blanks in "1 250 000", "(12 500.75", "€3 400": of a number parted in two, each part is read as one by
/// itself. More groups than a number has are a list, and so
/// are four that ascend ("101 102 103 104"). Cost: linear in the words of one number.
[[nodiscard]] bool is_in_grouped_number(std::string_view text, std::size_t blank);

/// "250", "250.75": just three digits to begin with.
[[nodiscard]] bool begins_with_group(std::string_view word);
/// "1", "(€12": one to three digits to end with, and no more.
[[nodiscard]] bool ends_in_group(std::string_view word);

/// True of the blank in "+357 24| 643005" and "555| 0204": inside what stands in Arabic as one number, of 24 characters
/// at most. Cost: of so many characters on either side.
[[nodiscard]] bool is_one_number_around(std::string_view text, std::size_t blank);

}  // namespace readout::text
