// Embedding levels of a paragraph (UAX #9), through FriBidi.
//
// An isolated stretch (a name, a reference) is wrapped in FSI, LRI or RLI and PDI only here, in a copy that is thrown
// away: the text, its clusters and what a reader copies out of the PDF never hold such characters.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>
#include "text/shape.hpp"

namespace readout::text {

/// Code points [begin, end) that are an isolate of their own.
struct Isolate {
  std::size_t begin = 0, end = 0;
  Isolation how = Isolation::first_strong;  ///< not none
  bool overrides = false;  ///< every character in it counts as a letter from left to right, as after LRO (X6)
};

/// One level a code point: rules P1 to I2, and L1 at the end of the paragraph. Explicit controls, which rule X9
/// removes, get the level of what they follow. `edges`: the lowest level of the isolates' ends before each code point,
/// or no_edge; left empty where there are no isolates.
/// Pre:  isolates are in order; one may lie inside another, which then comes first.
/// Cost: linear.
[[nodiscard]] std::vector<std::uint8_t> embedding_levels(std::u32string_view text, Direction direction,
                                                         const std::vector<Isolate>& isolates = {},
                                                         std::vector<std::uint8_t>* edges = nullptr);

}  // namespace readout::text
