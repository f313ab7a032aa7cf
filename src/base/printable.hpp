// Text that came from outside, made fit for a terminal: what could act there is shown by its name.
#pragma once
#include <string>
#include <string_view>

namespace readout {

/// Characters that act on a terminal or turn the direction of what follows: C0, C1, marks of direction, line ends that
/// are no line feed, the byte-order mark.
[[nodiscard]] bool is_control(char32_t character);
/// One line: "a<U+001B>b"; a tab becomes a blank, and a line feed is shown, too. What is no UTF-8 becomes U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);
/// The same of several lines, which stay lines.
[[nodiscard]] std::string printable_lines(std::string_view text);
/// As a string of JSON, in its quotes; what acts on a terminal is escaped.
void append_json(std::string& out, std::string_view text);
/// A path as it is typed for a POSIX shell to get it back: as it is, or in single quotes where it needs them. One that
/// begins with "-" gets a "./", so that it is no option.
[[nodiscard]] std::string shell_word(std::string_view path);

}  // namespace readout
