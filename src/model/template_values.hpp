// Single values of a template: lengths, sizes, colours, patterns; told in one way wherever they stand.
//
// A length is a string with its unit ("11pt", "24mm", "1.5cm", "1in"); letterspacing and rise are in units of
// the size ("0.09em"); a size may be a multiple of the size beside it ("1.12x"). Nothing is negative.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include "model/languages.hpp"
#include "model/table_reader.hpp"
#include "model/template.hpp"

namespace readout::model {

enum class Unit { point, em, times };
/// "24mm" -> 24 mm in points; nullopt when the text is no number with a unit of that kind.
[[nodiscard]] std::optional<double> parse_quantity(std::string_view text, Unit unit);

/// The readers below give nullopt when the key is absent or (then told) faulty.
std::optional<Pt> read_length(TableReader& table, std::string_view key);
std::optional<Em> read_em(TableReader& table, std::string_view key, double most = 2);
std::optional<SizeRule> read_size(TableReader& table, std::string_view key);
/// A whole number in [least, most].
std::optional<int> read_count(TableReader& table, std::string_view key, int least, int most);
/// As read_length, but an absent key is told; gives 0 then.
Pt require_length(TableReader& table, std::string_view key);
int require_count(TableReader& table, std::string_view key, int least, int most);

/// "#7a1531"
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view text);
/// The name of a colour, resolved in the palette; an unknown one is told with the nearest.
std::optional<Colour> read_colour(TableReader& table, std::string_view key,
                                  const std::map<std::string, At<Colour>>& palette);
/// Contrast of a colour on white, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance").
[[nodiscard]] double contrast_on_white(Colour colour);

/// "Page {page} of {pages}" -> pieces. Every placeholder must be one that `may_be` accepts; faults are told at
/// the placeholder. `allowed` are the names to suggest.
std::optional<Pattern> read_pattern(const TomlValue& value, const std::vector<std::string>& allowed, TableReader& table,
                                    std::string_view key);
/// Pieces without any check; an unpaired brace is text.
[[nodiscard]] std::vector<PatternPiece> split_pattern(std::string_view text);

}  // namespace readout::model
