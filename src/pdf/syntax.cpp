#include "pdf/syntax.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/char_set.hpp"
#include "base/utf8.hpp"

namespace readout::pdf {
namespace {

constexpr std::size_t max_units = 16'380;  // UTF-16 units beside the mark, below 32,768 bytes
constexpr std::string_view hex_digits = "0123456789ABCDEF";

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

/// From 0x80 to 0x9E, and 0xA0.
constexpr std::u32string_view special_bytes = U"•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", euro_byte = U"€";

/// PDFDocEncoding (annex D.3), but for its spacing accents; 0: the character is not in it.
char doc_byte(char32_t c) {
  if ((c >= 0x20 && c < 0x7F) || (c > 0xA0 && c <= 0xFF && c != 0xAD)) return static_cast<char>(c);
  if (c == euro_byte[0]) return '\xA0';
  const std::size_t special = special_bytes.find(c);
  return special == std::u32string_view::npos ? '\0' : static_cast<char>(0x80 + special);
}
/// Half as long as UTF-16. Empty: a character is not in it, or a reader would take it for another encoding.
std::string doc_bytes(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : text) {
    const char byte = doc_byte(c);
    if (byte == '\0') return {};
    out += byte;
  }
  const bool misleads = out.starts_with("\xFE\xFF") || out.starts_with("\xFF\xFE") || out.starts_with("\xEF\xBB\xBF");
  return misleads ? std::string() : out;
}

void append_unit(std::string& out, std::uint32_t unit) {
  out += static_cast<char>(unit >> 8 & 0xFF);
  out += static_cast<char>(unit & 0xFF);
}

/// The value in units of the last decimal, where rounding it is beyond doubt: it is no tie and not large.
std::optional<std::int64_t> in_last_decimals(double value, int decimals) {
  constexpr std::array<double, 7> powers{1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
  constexpr double largest = 1e9, doubt = 1e-6;
  if (decimals < 0 || static_cast<std::size_t>(decimals) >= powers.size()) return std::nullopt;
  const double scaled = value * powers[static_cast<std::size_t>(decimals)];
  if (!(scaled > -largest && scaled < largest)) return std::nullopt;
  const auto whole = static_cast<std::int64_t>(scaled);
  const double rest = scaled - static_cast<double>(whole);  // exact, and of the value's sign
  const double size = rest < 0 ? -rest : rest;
  if (size > 0.5 - doubt && size < 0.5 + doubt) return std::nullopt;
  return size < 0.5 ? whole : whole + (rest < 0 ? -1 : 1);
}

}  // namespace

void append_decimal(std::string& out, std::int64_t value, int decimals) {
  char buffer[32];
  char *const end = buffer + sizeof buffer, *place = end;
  auto rest = static_cast<std::uint64_t>(value);
  if (value < 0) rest = 0 - rest;
  const auto put_digit = [&] {
    *--place = static_cast<char>('0' + rest % 10);
    rest /= 10;
  };
  for (; decimals > 0 && rest % 10 == 0; --decimals) rest /= 10;  // zeros at the end are not said
  if (decimals > 0) {
    for (; decimals > 0; --decimals) put_digit();
    *--place = '.';
  }
  do put_digit();
  while (rest != 0);
  if (value < 0) *--place = '-';
  out.append(place, static_cast<std::size_t>(end - place));
}

void append_number(std::string& out, double value, int decimals) {
  if (const auto whole = in_last_decimals(value, decimals)) return append_decimal(out, *whole, decimals);
  char buffer[64];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, decimals);
  char* end = result.ptr;
  if (decimals > 0) {
    while (end[-1] == '0') --end;
    if (end[-1] == '.') --end;
  }
  const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  out += text == "-0" ? std::string_view("0") : text;
}

void append_integer(std::string& out, std::int64_t value) { append_decimal(out, value, 0); }

void append_literal(std::string& out, std::string_view bytes) {
  constexpr CharSet special("()\\\r");
  out += '(';
  while (true) {
    const std::size_t plain = special.find_in(bytes);
    out.append(bytes, 0, plain);
    if (plain == bytes.size()) break;
    out += '\\';
    out += bytes[plain] == '\r' ? 'r' : bytes[plain];  // a bare carriage return would be read as a line feed
    bytes.remove_prefix(plain + 1);
  }
  out += ')';
}

void append_hex(std::string& out, std::string_view bytes) {
  out += '<';
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += hex_digits[byte >> 4U];
    out += hex_digits[byte & 15U];
  }
  out += '>';
}

void append_hex16(std::string& out, std::uint32_t value) {
  for (const unsigned shift : {12U, 8U, 4U, 0U}) out += hex_digits[value >> shift & 15U];
}

std::string utf16(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 2);
  for (const char32_t c : text) {
    if (c >= 0x10000) {
      append_unit(out, 0xD800 + ((c - 0x10000) >> 10));
      append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
      append_unit(out, c);
    }
  }
  return out;
}

std::string text_bytes(std::string_view text) {
  if (is_plain_ascii(text)) {
    if (text.size() <= 2 * max_units) return std::string(text);
    return std::string(text.substr(0, 2 * max_units - 3)) + "...";
  }
  const std::u32string characters = utf8::to_utf32(text);
  if (std::string bytes = doc_bytes(characters); !bytes.empty() && bytes.size() <= 2 * max_units) return bytes;
  std::string units = utf16(characters);
  if (units.size() > 2 * max_units) {
    std::size_t keep = 2 * (max_units - 1);
    const auto last = static_cast<unsigned char>(units[keep - 2]);
    if (last >= 0xD8 && last < 0xDC) keep -= 2;  // half of a surrogate pair
    units.resize(keep);
    append_unit(units, 0x2026);
  }
  return "\xFE\xFF" + units;
}

bool fits_text_string(std::string_view text) {
  if (is_plain_ascii(text)) return text.size() <= 2 * max_units;
  const std::u32string characters = utf8::to_utf32(text);
  const std::size_t bytes = doc_bytes(characters).size();
  return (bytes > 0 && bytes <= 2 * max_units) || utf16(characters).size() <= 2 * max_units;
}

void append_text(std::string& out, std::string_view text) {
  const std::string bytes = text_bytes(text);
  if (bytes.size() >= 2 && bytes[0] == '\xFE') {
    append_hex(out, bytes);
  } else {
    append_literal(out, bytes);
  }
}

void append_name(std::string& out, std::string_view name) {
  constexpr CharSet delimiters("()<>[]{}/%#");
  out += '/';
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || delimiters.holds(c)) {
      out += '#';
      out += hex_digits[byte >> 4U];
      out += hex_digits[byte & 15U];
    } else {
      out += c;
    }
  }
}

}  // namespace readout::pdf
