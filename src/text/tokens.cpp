#include "text/tokens.hpp"

#include <algorithm>
#include "base/ascii.hpp"
#include "text/figures.hpp"

namespace readout::text {
namespace {

/// A no-break or a narrow blank, or a dash longer than a hyphen.
bool is_divider(std::string_view bytes) {
  return bytes.starts_with("\u00A0") || bytes.starts_with("\u2013") || bytes.starts_with("\u2014") ||
         bytes.starts_with("\u2009") || bytes.starts_with("\u202F");
}
constexpr bool is_of_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool is_plain_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool begins_at(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  if (is_of_ascii(text[at - 1])) return is_plain_blank(text[at - 1]);
  return (at >= 2 && is_divider(text.substr(at - 2, 2))) || (at >= 3 && is_divider(text.substr(at - 3, 3)));
}
bool ends_at(std::string_view text, std::size_t at) {
  if (at == text.size()) return true;
  return is_of_ascii(text[at]) ? is_plain_blank(text[at]) : is_divider(text.substr(at, 3));
}

bool is_address(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos ||
         (word.find('@') != std::string_view::npos && word.find('.') != std::string_view::npos);
}

/// What a token is made of. A slash or a dot between two figures belongs to the number: "78/137", "18.75".
struct Made {
  bool figures = false, later_figures = false;  ///< later: not before the first slash, dot or hyphen
  bool small = false, capitals = false, first_letters = false;
  bool slash = false, dot = false, hyphen = false;
  std::size_t longest = 0;  ///< bytes between two of those
};

/// The mark at byte `at` that parts the token; none in a number.
bool parts_token(std::string_view token, std::size_t at) {
  if (token[at] == '-') return true;
  if (token[at] != '/' && token[at] != '.') return false;
  return at == 0 || at + 1 >= token.size() || !ascii::is_digit(token[at - 1]) || !ascii::is_digit(token[at + 1]);
}

Made made_of(std::string_view token) {
  Made made;
  std::size_t length = 0;
  for (std::size_t at = 0; at < token.size(); ++at) {
    const char c = token[at];
    const bool parts = parts_token(token, at), first = !made.slash && !made.dot && !made.hyphen;
    length = parts ? 0 : length + 1;
    made.longest = std::max(made.longest, length);
    made.slash = made.slash || (parts && c == '/');
    made.dot = made.dot || (parts && c == '.');
    made.hyphen = made.hyphen || (parts && c == '-');
    const bool figure = begins_with_digit(token.substr(at));
    made.figures = made.figures || figure;
    made.later_figures = made.later_figures || (figure && !first);
    made.first_letters = made.first_letters || (first && ascii::is_letter(c));
    made.small = made.small || (c >= 'a' && c <= 'z');
    made.capitals = made.capitals || (c >= 'A' && c <= 'Z');
  }
  return made;
}

bool is_code(std::string_view token) {
  constexpr std::size_t longest_code = 128, short_word = 4;
  if (token.size() > longest_code) return false;
  const std::size_t begin = std::min(token.find_first_not_of("([\"'"), token.size());
  const Made made = made_of(token.substr(begin, std::max(token.find_last_not_of(".,;:!?)]\"'") + 1, begin) - begin));
  if (!made.figures) return made.slash && made.capitals && !made.small && made.longest <= short_word;
  if (made.slash || made.dot) return made.capitals || !made.small;
  const bool compound = !made.first_letters && !made.later_figures;  // "10-YEAR"
  return made.hyphen && made.capitals && !made.small && !compound;
}

bool is_alphanumeric(char c) {
  return ascii::is_digit(c) || ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::size_t shortest_sum = 32, farthest_digit = 129;  // past which there are too many for a sum

/// The hexadecimal digits in a row around a byte; none where it is none.
std::string_view sum_around(std::string_view text, std::size_t at) {
  const auto is_hex = [&](std::size_t byte) { return byte < text.size() && ascii::hex_digit(text[byte]) >= 0; };
  std::size_t begin = at, end = at;
  while (is_hex(end) && end - at < farthest_digit) ++end;
  while (end > at && begin > 0 && is_hex(begin - 1) && at - begin < farthest_digit) --begin;
  return text.substr(begin, end - begin);
}

}  // namespace

Token token_at(std::string_view text, std::size_t at) {
  Token token{at, at};
  while (!begins_at(text, token.begin)) --token.begin;
  while (!ends_at(text, token.end)) ++token.end;
  const std::string_view word = text.substr(token.begin, token.end - token.begin);
  token.after_scheme = token.begin;
  if (is_address(word)) {
    constexpr std::string_view scheme_end = "://";
    token.kind = Token::Kind::address;
    if (const std::size_t scheme = word.find(scheme_end); scheme != word.npos)
      token.after_scheme += scheme + scheme_end.size();
  } else if (is_code(word)) {
    token.kind = Token::Kind::code;
  }
  return token;
}

bool may_part(std::string_view text, const Token& token, std::size_t at) {
  constexpr std::size_t least = 4;  // bytes that stand alone: ".com"
  if (token.kind != Token::Kind::address || at < token.begin + least || token.end < at + least) return false;
  const bool number = ascii::is_digit(text[at - 1]) && ascii::is_digit(text[at + 1]);
  return is_alphanumeric(text[at - 1]) && is_alphanumeric(text[at + 1]) && !number &&
         !text.substr(0, at).ends_with("www");
}

bool may_hold_addresses(std::string_view text) {
  return text.find('@') != text.npos || text.find("://") != text.npos || text.find("www.") != text.npos;
}

bool may_part_letters(std::string_view text, const Token& token, std::size_t at) {
  constexpr std::size_t least = 4;  // bytes that stand alone, and are some of what stands there
  if (token.kind != Token::Kind::address || at < token.after_scheme + least || token.end < at + least) return false;
  const auto is_letter = [&](std::size_t i) { return is_of_ascii(text[i]) && is_alphanumeric(text[i]); };
  return is_letter(at) && (is_letter(at - 1) || text[at - 1] == '-');
}

bool may_hold_sums(std::string_view text) {
  for (std::size_t at = shortest_sum - 1; at < text.size(); at += shortest_sum)  // a sum holds one of these bytes
    if (sum_around(text, at).size() >= shortest_sum) return true;
  return false;
}

bool parts_sum(std::string_view text, std::size_t at) {
  constexpr std::size_t group = 8, longest = 128;
  const std::string_view sum = sum_around(text, at);
  const auto begin = static_cast<std::size_t>(sum.data() - text.data());
  if (sum.size() < shortest_sum || sum.size() > longest || at == begin) return false;
  return (at - begin) % group == 0 && begin + sum.size() >= at + group;
}

namespace {

/// "14", "1er", "2nd", "1º"
bool ends_in_day(std::string_view text) {
  constexpr std::string_view ordinals[] = {"er", "st", "nd", "rd", "th", "º", "ª", "°", "."};
  const auto* ordinal =
      std::find_if(std::begin(ordinals), std::end(ordinals), [&](std::string_view one) { return text.ends_with(one); });
  if (ordinal != std::end(ordinals)) text.remove_suffix(ordinal->size());
  return ends_in_digit(text);
}

}  // namespace

bool is_before_bound_figure(std::string_view text, std::size_t at) {
  constexpr std::string_view dash = "\u2013";
  const std::string_view before = text.substr(0, at);
  if (!begins_with_digit(text.substr(at))) return false;
  if (before.ends_with(dash)) return ends_in_day(before.substr(0, before.size() - dash.size()));
  return before.ends_with('.') && before.size() > 1 && is_alphanumeric(before[before.size() - 2]);
}

}  // namespace readout::text
