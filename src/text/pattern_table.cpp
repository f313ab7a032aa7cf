#include "text/pattern_table.hpp"

#include <string>

#include "base/ascii.hpp"

namespace readout::text {
namespace {

constexpr std::uint8_t no_break = PatternTable::respells;  // beside the digit of a gap

/// The edge of the letter, or the last one before where it would be.
std::uint32_t edge_of(const std::uint32_t* edge, unsigned char letter) {
  while (*edge >> PatternTable::letter_shift < letter && (*edge & PatternTable::last_edge) == 0) ++edge;
  return *edge;
}

/// The pattern with these digits ends at byte `end` of the word between two dots.
void apply(const std::uint8_t* digits, std::size_t end, std::vector<std::uint8_t>& marks) {
  const std::size_t back = *digits++;
  const auto mark = static_cast<std::uint8_t>(*digits & no_break);
  const std::size_t count = *digits++ % PatternTable::respells;
  for (std::size_t i = 0; i < count; ++i) {
    if (end + i < back) continue;  // before the first dot
    const std::size_t gap = end + i - back;
    if (gap < marks.size() && (marks[gap] & ~no_break) < digits[i])
      marks[gap] = static_cast<std::uint8_t>(digits[i] | mark);
  }
}

}  // namespace

std::vector<std::uint8_t> PatternTable::weigh(std::string_view word) const {
  std::vector<std::uint8_t> gaps(word.size(), 0);
  if (edges.empty()) return gaps;
  std::string dotted = ".";
  for (const char c : word) dotted += ascii::is_digit(c) ? '.' : c;
  dotted += '.';
  std::vector<std::uint8_t> marks(dotted.size(), 0);
  std::vector<bool> taken(dotted.size(), false);  // by the longest pattern that ends there
  for (std::size_t start = 0; start < dotted.size(); ++start) {
    const std::uint32_t* node = &edges[root];
    for (std::size_t end = start; end < dotted.size(); ++end) {
      const auto letter = static_cast<unsigned char>(dotted[end]);
      const std::uint32_t edge = edge_of(node, letter);
      if (letter == 0 || edge >> letter_shift != letter) break;
      node = &edges[edge % most];
      if (taken[end]) continue;
      taken[end] = true;
      if (*node >> letter_shift == 0) apply(&digits[*node % most], end, marks);
    }
  }
  for (std::size_t i = 0; i + 1 < word.size(); ++i) gaps[i] = (marks[i + 1] & no_break) != 0 ? 0 : marks[i + 1];
  return gaps;
}

}  // namespace readout::text
