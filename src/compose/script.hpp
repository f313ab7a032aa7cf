// Plain text as it is set: digits by the language, stretches of another script found.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include "model/template.hpp"

namespace readout::compose {

enum class Script { neutral, latin, arabic, other };
[[nodiscard]] Script script_of(char32_t character);
/// 0 to 9, and the same of Arabic.
[[nodiscard]] bool is_digit(char32_t character);

/// A stretch of one script. Blanks and signs between two stretches belong to the one whose script is the text's own,
/// but for the mate of a quote or a bracket in the other: the newspaper “الصباح”.
struct ScriptStretch {
  std::size_t begin = 0, end = 0;  ///< bytes
  Script script = Script::neutral;
};
/// Cuts a text into stretches, in order, that cover it. `own` is the script of the text's language.
[[nodiscard]] std::vector<ScriptStretch> stretches_of(std::string_view text, Script own);

[[nodiscard]] bool has_script(std::string_view text, Script script);
/// False of figures, blanks and signs alone.
[[nodiscard]] bool has_letters(std::string_view text);

/// True where a sentence has come to its end; quotes and brackets after its stop count to it.
[[nodiscard]] bool ends_sentence(std::string_view text);

/// A number in the language's digits.
[[nodiscard]] std::string digits(std::int64_t number, const model::Words& words);
/// Western digits of a text in the language's digits.
[[nodiscard]] std::string digits(std::string_view text, const model::Words& words);
/// 1 -> a, 27 -> aa, by the language's letters.
[[nodiscard]] std::string letter(std::size_t number, const model::Words& words, bool capital = false);
/// Points inside inner points: i, ii, iii, or the language's digits.
[[nodiscard]] std::string inner_number(std::size_t number, const model::Words& words);

/// With its first letter small, or capital: of Latin letters and their accents in Western Europe. "pH" keeps its own.
[[nodiscard]] std::string with_small_start(std::string_view text);
[[nodiscard]] std::string with_capital_start(std::string_view text);

/// Puts values in the place of a word's placeholders: fill("{day} {month}", {{"day", "17"}, ...}).
[[nodiscard]] std::string fill(std::string_view pattern,
                               const std::vector<std::pair<std::string_view, std::string>>& values);

}  // namespace readout::compose
