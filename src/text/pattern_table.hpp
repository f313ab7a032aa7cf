// The patterns of one level as a tree of letters laid out flat, so that it can lie in the program itself
// (compiled_patterns.hpp), and the one way to ask them.
//
// A node is a row of edges, one a letter that goes on from there, ascending; alike nodes may be one. An edge is a
// number:
//
//   bits 31-24   a byte of a pattern; 0, which comes first: a pattern ends here
//   bit  23      the last edge of its node
//   bits 22-0    where it leads: the place of the first edge of a node; where a pattern ends, the place of its digits
//
//   "1ab2", "ac3":   a -> [b -> [end: digits of 1ab2]] [c -> [end: digits of ac3]]
//
// Digits: how many bytes before the pattern's end the first one stands, how many there are, they themselves; the number
// has its highest bit set for a pattern that changes the spelling. Zeros before the first and after the last are left
// out.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace readout::text {

struct PatternTable {
  static constexpr std::uint32_t most = 1U << 23U;  ///< edges, and bytes of digits, that there may be
  static constexpr std::uint32_t last_edge = most;
  static constexpr unsigned letter_shift = 24;
  static constexpr std::uint8_t respells = 0x80;

  std::span<const std::uint32_t> edges{};
  std::span<const std::uint8_t> digits{};
  std::uint32_t root = 0;  ///< the place of its first edge

  /// The digit of the gap behind each byte of `word`, 0 to 9. Digits of the word count as its end. Of the patterns that
  /// end at a letter only the longest counts, and none where a longer one begins so far and goes on; of two digits at
  /// one gap the larger one does. Cost: word x longest pattern. Safe from several threads.
  [[nodiscard]] std::vector<std::uint8_t> weigh(std::string_view word) const;
};

}  // namespace readout::text
