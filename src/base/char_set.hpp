// A few characters to be found in texts. std::string_view::find_first_of() calls memchr for every byte of the text;
// here a byte is looked up in a table.
#pragma once
#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>

namespace readout {

class CharSet {
 public:
  constexpr explicit CharSet(std::string_view characters) {
    for (const char c : characters) holds_[static_cast<unsigned char>(c)] = true;
  }
  /// All for which `is_in(char)` is true.
  template <std::predicate<char> IsIn>
  constexpr explicit CharSet(const IsIn& is_in) {
    for (std::size_t byte = 0; byte < holds_.size(); ++byte) holds_[byte] = is_in(static_cast<char>(byte));
  }
  [[nodiscard]] constexpr bool holds(char c) const { return holds_[static_cast<unsigned char>(c)]; }
  /// The first place of one of them at `at` or after; the size of `text`: there is none.
  [[nodiscard]] constexpr std::size_t find_in(std::string_view text, std::size_t at = 0) const {
    while (at < text.size() && !holds(text[at])) ++at;
    return at;
  }

 private:
  std::array<bool, 256> holds_{};
};

}  // namespace readout
