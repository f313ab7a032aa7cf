// What a file of hyphenation patterns says: libhyphen's format.
//
// Patterns know small letters, in the character set that the first line names. A file with NEXTLEVEL has two levels:
// the first one parts compounds (German), and what that leaves whole is broken by the second.
//
// Source: libhyphen 2.8.8, README.hyphen, README.compound and hyphen.c.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include "text/pattern_table.hpp"
#include "text/patterns.hpp"

namespace readout::text {

/// Plain data; what its tables look at must be there as long.
struct PatternFile {
  bool utf8 = false;                         ///< else ISO 8859-1
  bool has_compounds = false;                ///< the file has two levels
  int least_before = 0, least_after = 0;     ///< letters on either side of a break; 0: not said
  int least_in_front = 0, least_behind = 0;  ///< the same in the parts of a compound
  PatternTable compounds{}, patterns{};
};

/// A file that was read, with all that its tables look at.
struct ParsedPatterns {
  PatternFile says;  ///< but for its tables
  PatternRows compounds, patterns;

  [[nodiscard]] PatternFile file() const;
};

/// Reads a pattern file. nullopt when it is none; `why` says what is wrong with it: "is no pattern file: ...".
/// `compact`: as of Patterns::rows().
/// Cost: linear in the file, and sorting.
[[nodiscard]] std::optional<ParsedPatterns> parse_patterns(std::string_view bytes, bool compact, std::string& why);

}  // namespace readout::text
