// Which words may be among many, by their size, first and last letter: true of each of them, and of few others.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace readout::text {

class WordOutlines {
 public:
  /// Pre: none of them is empty.
  template <std::size_t N>
  constexpr void add(const std::string_view (&words)[N]) {
    for (const std::string_view word : words) bits_[place_of(word) / 64] |= std::uint64_t{1} << place_of(word) % 64;
  }
  /// Pre: not empty. Cost: constant.
  [[nodiscard]] constexpr bool may_have(std::string_view word) const {
    return (bits_[place_of(word) / 64] >> place_of(word) % 64 & 1U) != 0;
  }

 private:
  static constexpr std::size_t places = 4096;
  static constexpr std::size_t place_of(std::string_view word) {
    const auto letter = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(word[at])}; };
    return (letter(0) * 37 + letter(word.size() - 1) * 331 + word.size() * 1021) % places;
  }
  std::array<std::uint64_t, places / 64> bits_{};
};

}  // namespace readout::text
