#include "compose/figures.hpp"

#include <algorithm>
#include <cstddef>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "compose/script.hpp"

namespace readout::compose {
namespace {

constexpr std::size_t longest_unit = 12;
constexpr std::string_view digits_and_marks = "0123456789.,", digits_only = "0123456789";
constexpr char32_t degree = 0xB0, no_break = 0xA0, narrow_no_break = 0x202F;

bool is_lettered(char32_t c) { return script_of(c) != Script::neutral; }
bool is_western_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_gap(char32_t c) { return c == U' ' || c == no_break || c == narrow_no_break; }

/// All after the last digit: a unit when it is one short word behind a blank or a degree sign.
bool ends_in_unit(std::u32string_view tail) {
  const auto first = std::find_if(tail.begin(), tail.end(), is_lettered);
  if (first == tail.begin()) return false;
  const std::u32string_view unit(&*first, static_cast<std::size_t>(tail.end() - first));
  const char32_t before = *(first - 1);
  return unit.size() <= longest_unit && (is_gap(before) || before == degree) &&
         std::none_of(unit.begin(), unit.end(), is_gap);
}

/// Digits in groups of three after the first, which has one to three and begins with none of zero.
bool are_thousands(std::string_view text) {
  const std::size_t first = text.find(',');
  if (first == 0 || first > 3 || text.front() == '0') return false;
  for (text.remove_prefix(first); !text.empty(); text.remove_prefix(4))
    if (text.front() != ',' || text.size() < 4 || text.find_first_not_of(digits_only, 1) < 4) return false;
  return true;
}

/// Pre: digits, points and commas; a digit first and last.
bool reads_one_way(std::string_view number) {
  const std::size_t point = number.find('.');
  const std::string_view whole = number.substr(0, point);
  if (point != std::string_view::npos && number.find_first_not_of(digits_only, point + 1) != std::string_view::npos)
    return false;
  return whole.find(',') == std::string_view::npos || are_thousands(whole);
}

/// The one number of a text, from its first digit to its last; empty when there are several.
std::string_view only_number(std::string_view text) {
  const std::size_t begin = text.find_first_of(digits_only), last = text.find_last_of(digits_only);
  if (begin == std::string_view::npos) return "";
  const std::string_view number = text.substr(begin, last + 1 - begin);
  return number.find_first_not_of(digits_and_marks) == std::string_view::npos ? number : "";
}

/// A point between digits that is no decimal point for certain.
bool keeps_point(std::string_view text) {
  const std::string_view number = only_number(text);
  if (!number.empty() && reads_one_way(number)) return false;
  for (std::size_t i = 1; i + 1 < text.size(); ++i)
    if (text[i] == '.' && ascii::is_digit(text[i - 1]) && ascii::is_digit(text[i + 1])) return true;
  return false;
}

std::string with_arabic_marks(std::string_view text) {
  const std::string_view number = only_number(text);
  const bool one_way = !number.empty() && reads_one_way(number);
  const std::size_t first = one_way ? static_cast<std::size_t>(number.data() - text.data()) : text.size();
  const auto digit_at = [&](std::size_t i) { return i < text.size() && ascii::is_digit(text[i]); };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool inside = i >= first && i < first + number.size();
    if (inside && text[i] == '.') out += "\u066B";
    else if (inside && text[i] == ',') out += "\u066C";
    else if (text[i] == '%') out += "\u066A";
    else if (text[i] == ' ' && i > 0 && digit_at(i - 1) && digit_at(i + 1)) out += "\u00A0";
    else out += text[i];
  }
  return out;
}

/// Arabic digits and their marks as Western ones.
std::u32string western(std::u32string text) {
  for (char32_t& c : text) {
    if (c >= 0x660 && c <= 0x669) c = c - 0x660 + U'0';
    else if (c == 0x66A) c = U'%';
    else if (c == 0x66B) c = U'.';
    else if (c == 0x66C) c = U',';
  }
  return text;
}

/// Digits that a blank parts otherwise than in threes: a telephone number, which has no units.
bool has_other_groups(std::u32string_view text) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (!is_gap(text[i]) || !is_western_digit(text[i - 1]) || !is_western_digit(text[i + 1])) continue;
    const auto group = text.substr(i + 1);
    if (std::find_if_not(group.begin(), group.end(), is_western_digit) - group.begin() != 3) return true;
  }
  return false;
}

}  // namespace

DigitsIn digits_in(std::string_view text) {
  const std::u32string all = utf8::to_utf32(text);
  const auto last = std::find_if(all.rbegin(), all.rend(), is_western_digit);
  if (last == all.rend()) return DigitsIn::nothing;
  const auto end = static_cast<std::size_t>(all.rend() - last);
  const std::u32string_view head = std::u32string_view(all).substr(0, end), tail = std::u32string_view(all).substr(end);
  if (std::any_of(head.begin(), head.end(), is_lettered)) return DigitsIn::other;
  const bool unit = std::any_of(tail.begin(), tail.end(), is_lettered);
  return (unit && !ends_in_unit(tail)) || keeps_point(text) ? DigitsIn::other : DigitsIn::figure;
}

OnUnits on_units(std::string_view text) {
  const std::u32string all = western(utf8::to_utf32(text));
  switch (digits_in(utf8::from_utf32(all))) {
    case DigitsIn::figure: return has_other_groups(all) ? OnUnits::other : OnUnits::figure;
    case DigitsIn::nothing: return std::any_of(all.begin(), all.end(), is_gap) ? OnUnits::other : OnUnits::word;
    case DigitsIn::other: break;
  }
  return OnUnits::other;
}

std::string figure(std::string_view text, const model::Words& words) {
  return words.arabic_digits ? digits(with_arabic_marks(text), words) : std::string(text);
}

}  // namespace readout::compose
