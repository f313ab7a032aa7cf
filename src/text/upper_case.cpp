#include <algorithm>
#include <array>
#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "text/hyphenate.hpp"
#include "text/shape.hpp"
#include "text/symbols.hpp"

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

/// The length of the blank at byte `at`, a no-break one, too; 0: there is none.
std::size_t size_of_blank(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return text[at] == ' ' ? 1 : 0;
  if (text.compare(at, 2, "\u00A0") == 0) return 2;
  return text.compare(at, 3, "\u202F") == 0 ? 3 : 0;
}

/// A word with the marks around it: "(km)," is {"(", "km", "),"}, "dB(A)," is {"", "dB(A)", ","}.
struct Marked {
  std::string_view before, word, after;
};
Marked marked(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of("(["), text.size());
  std::size_t end = std::max(text.find_last_not_of(".,;:)]") + 1, begin);
  if (text.substr(begin, end - begin).find('(') != std::string_view::npos && text.substr(end).starts_with(')')) ++end;
  return {text.substr(0, begin), text.substr(begin, end - begin), text.substr(end)};
}

/// "5", "EUR", "in", "Cost,": what a unit may follow.
bool may_precede_unit(const Marked& before, bool ends) {
  if (before.word.empty()) return false;
  if (before.after == ",") return ends && before.word.size() > 1;  // not of "sections f, g"
  if (!before.after.empty()) return false;
  const char last = before.word.back();
  return (last >= '0' && last <= '9') || is_currency_code(before.word) || before.word == "in" || before.word == "en" ||
         before.word == "per";
}

/// "5km", "€1.4bn": a unit that touches its figure.
bool ends_in_unit(std::string_view word) {
  constexpr std::string_view figures = "0123456789";
  const std::size_t last = word.find_last_of(figures);
  if (last == std::string_view::npos || unit_symbol(word.substr(last + 1)) == UnitSymbol::none) return false;
  return std::none_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(last), ascii::is_letter);
}

/// "km", "m³/s": a unit is another one in capitals. `last`: no word follows.
bool is_unit(const Marked& before, const Marked& it, bool last) {
  if (it.word.find("²") != std::string_view::npos || it.word.find("³") != std::string_view::npos) return true;
  if (ends_in_unit(it.word)) return true;
  const UnitSymbol symbol = unit_symbol(it.word);
  if (symbol != UnitSymbol::doubted) return symbol == UnitSymbol::sure;
  const bool closed = it.after.find_first_of(")]") != std::string_view::npos;
  return (closed && !it.before.empty()) || may_precede_unit(before, closed || last);
}

/// "1er", "2e", "XIXe": French ordinals keep their small letters, which are set raised as a rule.
bool is_french_ordinal(std::string_view word) {
  const std::size_t figures = word.find_first_not_of("0123456789"), roman = word.find_first_not_of("IVX");
  const bool may_be_one = roman == 1 && (word[0] == 'V' || word[0] == 'X');  // "Ie" is none
  if (roman != std::string_view::npos && (roman > 1 || may_be_one)) return word.substr(roman) == "e";
  if (figures == std::string_view::npos || figures == 0) return false;
  constexpr std::string_view endings[] = {"er", "ers", "re", "res", "ère", "ères", "e", "es", "ème", "èmes"};
  return std::find(std::begin(endings), std::end(endings), word.substr(figures)) != std::end(endings);
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

/// "Baisa/kWh": what a unit is for has capitals, the unit stays.
std::string in_capitals_to_unit(std::string_view word) {
  const std::size_t slash = word.rfind('/');
  if (slash == std::string_view::npos || unit_symbol(marked(word.substr(slash + 1)).word) != UnitSymbol::sure)
    return in_capitals(word);
  return in_capitals(word.substr(0, slash + 1)).append(word.substr(slash + 1));
}

}  // namespace

std::string upper_case(std::string_view text) {
  std::string result;
  Marked before;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at, blank = 0;
    while (end < text.size() && (blank = size_of_blank(text, end)) == 0) ++end;
    const std::string_view word = text.substr(at, end - at);
    const Marked parts = marked(word);
    if (is_unit(before, parts, end + blank >= text.size()) || is_french_ordinal(parts.word)) result += word;
    else result += in_capitals_to_unit(word);
    if (end < text.size()) result += text.substr(end, blank);
    before = parts;
    at = end + blank;
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
