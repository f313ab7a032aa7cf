// A light walk over TOML text before it is parsed: strings and comments are told apart, nothing is checked.
//
// It does what the parser cannot: it bounds nesting, dotted keys and the number of values before recursion can run deep
// (toml++ 3.3.0 overflows the stack on a 200 kB key) or memory go, and it remembers comments, which the parser drops.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace readout::model {

/// Bytes [begin, end) of the text that was scanned.
struct TomlStretch {
  std::uint32_t begin = 0, end = 0;
};

struct TomlScan {
  std::vector<TomlStretch> comments;        ///< from '#' to the end of its line
  std::optional<TomlStretch> too_deep;      ///< the bracket that opens one level too many
  std::optional<TomlStretch> too_dotted;    ///< the dot that starts one key part too many
  std::optional<TomlStretch> too_many;      ///< the comma or equals sign that brings one value too many
  std::optional<TomlStretch> unclosed;      ///< the opening quotes of the first string that is not closed
  std::optional<TomlStretch> stray_return;  ///< a carriage return without a line feed
  std::vector<TomlStretch> strays;  ///< characters outside ASCII that stand in no string and no comment: never right
};

inline constexpr std::size_t max_toml_nesting = 32;
inline constexpr std::size_t max_toml_key_parts = 16;
/// A brief of 20,000 pages has about 1,400,000; each takes about 400 bytes once it is read.
inline constexpr std::size_t max_toml_values = 2'000'000;
inline constexpr std::size_t max_toml_bytes = std::size_t{64} << 20U;

/// Cost: linear.
[[nodiscard]] TomlScan scan_toml(std::string_view text);

}  // namespace readout::model
