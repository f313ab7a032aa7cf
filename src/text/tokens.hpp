// What a word without blanks is to the line breaker: an address, a code ("A/RES/78/137", "WP.3-FOLLOWUP"), or neither.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace readout::text {

struct Token {
  enum class Kind : std::uint8_t {
    word,     ///< also "and/or", "10-year", "Al-Thani", "24/7-Service"
    address,  ///< of a page or a mailbox
    code  ///< a slash, a dot or a hyphen between what has a figure and capitals, or between short words of capitals:
          ///< "AGENDA/Rev.2", "CF-2026", "ISO/IEC"; of more than 128 bytes none is
  };
  std::size_t begin = 0, end = 0;  ///< bytes, between two blanks or dashes
  std::size_t after_scheme = 0;    ///< of an address behind its "://"; else `begin`
  Kind kind = Kind::word;
};
/// The token around a place in the text; `begin` is `at` where one begins there.
/// Cost: linear in the token.
[[nodiscard]] Token token_at(std::string_view text, std::size_t at);

/// True of the marks before which an address may be parted though UAX #14 forbids it ("The Chicago Manual of Style",
/// 14.18). Most characters are none: who asks this first seldom needs the token.
[[nodiscard]] constexpr bool parts_addresses(char mark) {
  return mark == '.' || mark == '@' || mark == '_' || mark == '=' || mark == '&' || mark == '#';
}
/// True between two letters, but not in a number, near the ends of the address or after "www".
/// Pre: a mark that parts addresses stands at byte `at`, which lies inside the token.
[[nodiscard]] bool may_part(std::string_view text, const Token& token, std::size_t at);

/// True of a text that may hold addresses. Cost: linear in the text.
[[nodiscard]] bool may_hold_addresses(std::string_view text);
/// True between two letters or figures of an address, or after a hyphen of it, where it may be parted if nothing else
/// helps: not near its ends or those of its scheme. Pre: byte `at` lies inside the token. Cost: constant.
[[nodiscard]] bool may_part_letters(std::string_view text, const Token& token, std::size_t at);

/// True of a text that may hold checksums. Cost: linear in the text, and a small part of it.
[[nodiscard]] bool may_hold_sums(std::string_view text);
/// True before every ninth figure of a checksum: of 32 to 128 hexadecimal digits in a row, which no hyphen may part.
/// Pre: `at` is between two characters.
[[nodiscard]] bool parts_sum(std::string_view text, std::size_t at);

/// True between the dash and the figure of "09:00–|17:30" and "1er–|2", and between the dot and the figure of "Rev.|2".
[[nodiscard]] bool is_before_bound_figure(std::string_view text, std::size_t at);

}  // namespace readout::text
