// The words beside a blank, without the quotes, brackets and stops that stand around them. At most so many bytes are
// looked at on either side.
#pragma once
#include <cstddef>
#include <string_view>

namespace readout::text {

inline constexpr std::size_t farthest_word = 64;

[[nodiscard]] constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// Bytes of the quote or bracket that `word` begins with; 0: it begins with none.
[[nodiscard]] std::size_t size_of_opener(std::string_view word);
/// Bytes of the quote, bracket or stop that `word` ends with; 0: it ends with none.
[[nodiscard]] std::size_t size_of_closer(std::string_view word);

[[nodiscard]] std::string_view word_before(std::string_view text, std::size_t blank);
/// Also without the marks of sources and notes behind it.
[[nodiscard]] std::string_view word_after(std::string_view text, std::size_t blank);
/// With all that stands around it.
[[nodiscard]] std::string_view whole_word_after(std::string_view text, std::size_t blank);

/// "defence" before a blank, be it with a comma: letters of ASCII alone, the first of them perhaps a capital. Empty:
/// another word.
[[nodiscard]] std::string_view plain_word_before(std::string_view text, std::size_t blank);
/// "Ministers" after it, be it with a comma or full stop; more than one letter. Empty: another word.
[[nodiscard]] std::string_view plain_word_after(std::string_view text, std::size_t blank);

}  // namespace readout::text
