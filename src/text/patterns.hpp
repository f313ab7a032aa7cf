// One level of a pattern file: letters, and between them digits that say how good or bad a break is there.
//
//   .ab3ol      "abol" at the start of a word: 3 after "ab", 0 elsewhere
//
// Of the patterns that end at a letter only the longest counts, and none where a longer one begins so far and goes on:
// the files are made for that (libhyphen's substrings.pl). Of two digits at one gap the larger one counts; an odd one
// allows a break. Kept as one sorted table, since a short run looks up few words: there is no tree to build.
//
// Source: Liang, "Word Hy-phen-a-tion by Com-put-er" (1983); libhyphen 2.8.8, README.hyphen, README.nonstandard,
// hyphen.c.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readout::text {

class Patterns {
 public:
  /// Room for lines of so many bytes all in all.
  void expect(std::size_t bytes);
  /// A line that is no comment and no command. What stands behind a blank is not looked at; a pattern that changes the
  /// spelling ("f1f/ff=f,1,2") allows no break.
  void add(std::string_view line);
  /// Call once, after the last line.
  void sort();

  /// The digit of the gap behind each byte of `word`, 0 to 9. Digits of the word count as its end.
  /// Cost: word x longest pattern x log(patterns).
  [[nodiscard]] std::vector<std::uint8_t> weigh(std::string_view word) const;

 private:
  struct Entry {
    std::uint64_t head = 0;  ///< the first eight bytes, so that most comparisons are of one number
    std::uint32_t at = 0;    ///< of its letters and digits
    std::uint16_t size = 0;  ///< bytes
    bool respells = false;
  };
  [[nodiscard]] std::uint8_t byte(const Entry& entry, std::size_t i) const;
  void sort_by_byte(unsigned shift);
  [[nodiscard]] bool less(const Entry& a, const Entry& b) const;
  void apply(const Entry& entry, std::size_t end, std::vector<std::uint8_t>& marks) const;

  std::vector<Entry> entries_;
  std::string letters_;                     ///< of all entries; Entry::size each, and a zero
  std::string digits_;                      ///< in the same places: before each letter, and behind the last
  std::size_t used_ = 0;                    ///< of the two
  std::array<std::uint32_t, 257> first_{};  ///< entry by first byte
};

}  // namespace readout::text
