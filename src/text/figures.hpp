// Digits at the ends of words, Western and Arabic-Indic ones.
#pragma once
#include <cstddef>
#include <string_view>

#include "base/ascii.hpp"

namespace readout::text {

/// The bytes of the digit that `word` begins with; 0: it does not. U+0660 to U+0669 are D9 A0 to D9 A9.
[[nodiscard]] constexpr std::size_t size_of_digit(std::string_view word) {
  if (word.empty()) return 0;
  if (ascii::is_digit(word[0])) return 1;
  return word.size() > 1 && word[0] == '\xD9' && word[1] >= '\xA0' && word[1] <= '\xA9' ? 2 : 0;
}
[[nodiscard]] constexpr bool begins_with_digit(std::string_view word) { return size_of_digit(word) > 0; }
[[nodiscard]] constexpr bool ends_in_digit(std::string_view word) {
  if (word.empty()) return false;
  return ascii::is_digit(word.back()) || (word.size() > 1 && size_of_digit(word.substr(word.size() - 2)) == 2);
}

}  // namespace readout::text
