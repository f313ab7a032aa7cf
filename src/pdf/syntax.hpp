// How PDF spells its values (ISO 32000-1, 7.3): numbers, names and strings as bytes.
//
// Numbers go through std::to_chars alone, so that no locale and no libharu version changes them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include "base/length.hpp"

namespace readout::pdf {

/// Fixed notation without trailing zeros: "12.5", "-0.003", "0".
void append_number(std::string& out, double value, int decimals = 3);
/// The same of a value in units of the last decimal: 125 tenths are "12.5".
void append_decimal(std::string& out, std::int64_t value, int decimals);
void append_integer(std::string& out, std::int64_t value);
/// `(bytes)` with \ ( ) and carriage returns escaped (7.3.4.2).
void append_literal(std::string& out, std::string_view bytes);
/// `<bytes>` in capitals; always an even number of digits (ISO 19005-3, 6.1.6).
void append_hex(std::string& out, std::string_view bytes);
void append_hex16(std::string& out, std::uint32_t value);  ///< four digits
/// UTF-16, big endian, without a mark.
[[nodiscard]] std::string utf16(std::u32string_view text);
/// The bytes of a text string (7.9.2.2): PDFDocEncoding where it has all characters, else UTF-16 with its mark. Cut,
/// with an ellipsis, to what ISO 19005-3, 6.1.13 allows in a string (below 32,768 bytes).
[[nodiscard]] std::string text_bytes(std::string_view utf8);
/// False when text_bytes() would cut it.
[[nodiscard]] bool fits_text_string(std::string_view utf8);
/// The same as syntax: `(PDFDocEncoding)` or `<FEFF...>`.
void append_text(std::string& out, std::string_view utf8);
/// `/Name`, with what is not regular as #xx.
void append_name(std::string& out, std::string_view name);

}  // namespace readout::pdf
