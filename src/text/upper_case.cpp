#include <algorithm>
#include <array>
#include "base/utf8.hpp"
#include "text/hyphenate.hpp"
#include "text/shape.hpp"

namespace readout::text {
namespace {

/// A character of Latin, Greek, Cyrillic or Armenian and its capital: one to three characters.
/// Source: UnicodeData.txt; SpecialCasing.txt where the mapping needs no context and no language.
struct Capital {
  char32_t small;
  std::array<char32_t, 3> capital;
};
constexpr Capital capitals[] = {
#include "text/upper_case.inc"
};

/// "m²", "m³/s": a unit is another one in capitals.
bool is_unit(std::string_view word) {
  return word.find("²") != std::string_view::npos || word.find("³") != std::string_view::npos;
}

std::string in_capitals(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = utf8::decode(text, at);
    const auto found = std::lower_bound(std::begin(capitals), std::end(capitals), decoded.value,
                                        [](const Capital& entry, char32_t value) { return entry.small < value; });
    if (found == std::end(capitals) || found->small != decoded.value) {
      result.append(text.substr(at, decoded.length));
    } else {
      for (const char32_t capital : found->capital)
        if (capital != 0) utf8::append(result, capital);
    }
    at += decoded.length;
  }
  return result;
}

}  // namespace

std::string upper_case(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = text.find(' ', at);
    const std::size_t end = blank == std::string_view::npos ? text.size() : blank + 1;
    const std::string_view word = text.substr(at, end - at);
    result += is_unit(word) ? std::string(word) : in_capitals(word);
    at = end;
  }
  return result;
}

char32_t small_letter(char32_t character) {
  if (character < 0x80) return character >= U'A' && character <= U'Z' ? character + 0x20 : character;
  const auto found = std::find_if(std::begin(capitals), std::end(capitals), [&](const Capital& entry) {
    return entry.capital[0] == character && entry.capital[1] == 0;
  });
  return found == std::end(capitals) ? character : found->small;
}

}  // namespace readout::text
