// Makes the table of one level of a pattern file from its lines: letters, and between them digits that say how good or
// bad a break is there.
//
//   .ab3ol      "abol" at the start of a word: 3 after "ab", 0 elsewhere
//
// An odd digit allows a break. Of two patterns with the same letters the later one counts.
//
// Source: Liang, "Word Hy-phen-a-tion by Com-put-er" (1983); libhyphen 2.8.8, README.hyphen, README.nonstandard,
// hyphen.c.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>
#include "text/pattern_table.hpp"

namespace readout::text {

/// What a table looks at.
struct PatternRows {
  std::vector<std::uint32_t> edges;
  std::vector<std::uint8_t> digits;
  std::uint32_t root = 0;

  [[nodiscard]] PatternTable table() const { return {edges, digits, root}; }
};

class Patterns {
 public:
  /// Room for lines of so many bytes all in all.
  void expect(std::size_t bytes);
  /// A line that is no comment and no command. What stands behind a blank is not looked at; a pattern that changes the
  /// spelling ("f1f/ff=f,1,2") allows no break.
  /// Pre: at most 100 bytes, and 4 MiB of all lines, each with its end.
  void add(std::string_view line);
  /// The rows of all lines. Call once, after the last. `compact`: what is alike is there once, which halves them and
  /// takes ten times as long.
  [[nodiscard]] PatternRows rows(bool compact);

 private:
  struct Entry {
    std::uint64_t head = 0;  ///< the first eight bytes, so that most comparisons are of one number
    std::uint32_t at = 0;    ///< of its letters and digits
    std::uint16_t size = 0;  ///< bytes
  };
  struct Writing;
  [[nodiscard]] std::uint8_t byte(const Entry& entry, std::size_t i) const;
  void sort();
  void sort_by_byte(unsigned shift);
  [[nodiscard]] bool less(const Entry& a, const Entry& b) const;
  std::uint32_t write_node(const Entry* begin, const Entry* end, std::size_t depth, Writing& out) const;
  std::uint32_t write_rest(const Entry& entry, std::size_t depth, Writing& out) const;
  std::uint32_t write_end(const Entry& entry, Writing& out) const;

  std::vector<Entry> entries_;
  std::string letters_;               ///< of all entries; Entry::size each, and a zero
  std::vector<std::uint8_t> digits_;  ///< in the same places, as a table has them
  std::size_t used_ = 0;              ///< of the two
};

}  // namespace readout::text
