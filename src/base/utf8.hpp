// UTF-8: decoding, checking, and how wide a character stands in a terminal.
// Source: RFC 3629; Unicode 15, EastAsianWidth and general categories Mn, Me, Cf for the width.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace readout::utf8 {

struct Decoded {
  char32_t value = 0;
  std::size_t length = 0;  ///< bytes; 0 at the end of the text
};

/// decode() of what is not ASCII.
[[nodiscard]] Decoded decode_further(std::string_view text, std::size_t offset);
/// Decodes the code point at `offset`. Malformed bytes give U+FFFD and length 1.
[[nodiscard]] inline Decoded decode(std::string_view text, std::size_t offset) {
  if (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80)
    return {static_cast<char32_t>(text[offset]), 1};
  return decode_further(text, offset);
}
/// The first offset that is not well-formed UTF-8 (overlong forms and surrogates are not).
[[nodiscard]] std::optional<std::size_t> first_fault(std::string_view text);
void append(std::string& out, char32_t code_point);
[[nodiscard]] std::string encode(char32_t code_point);
[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string from_utf32(std::u32string_view text);
[[nodiscard]] std::size_t count(std::string_view text);  ///< code points
/// Terminal cells of one character: 0, 1 or 2.
[[nodiscard]] int cells(char32_t code_point);
/// "U+0041"
[[nodiscard]] std::string name_of(char32_t code_point);

}  // namespace readout::utf8
