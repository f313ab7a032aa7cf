#include "text/ties.hpp"

#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"

namespace readout::text {
namespace {

constexpr std::size_t longest_word = 64;  // bytes that are looked at on either side of a blank

// With a small first letter; so they are found with a capital, too.
constexpr std::string_view before_numbers[] = {
    "annex",  "annexes", "art.",   "article", "articles", "artikel", "artículo", "articolo", "chapter", "fig.",
    "figure", "figures", "item",   "n.",      "n.º",      "n°",      "no.",      "nos.",     "nr.",     "p.",
    "page",   "pages",   "pagina", "página",  "part",     "point",   "points",   "pp.",      "s.",      "section",
    "seite",  "step",    "steps",  "table",   "vol.",     "§",       "§§"};
constexpr std::string_view units[] = {"%",   "cm",  "dB", "GB",  "GW", "GWh", "g",  "h",  "ha",   "Hz",
                                      "kB",  "kg",  "km", "km²", "kW", "kWh", "l",  "m",  "MB",   "mg",
                                      "MHz", "min", "ml", "mm",  "MW", "MWh", "m²", "m³", "m³/s", "pt",
                                      "s",   "t",   "TB", "V",   "W",  "°C",  "€",  "£"};

constexpr bool is_figure(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

std::string_view word_before(std::string_view text, std::size_t blank) {
  std::size_t begin = blank;
  while (begin > 0 && blank - begin < longest_word && !is_blank(text[begin - 1])) --begin;
  while (begin < blank && (text[begin] == '(' || text[begin] == '[')) ++begin;
  return text.substr(begin, blank - begin);
}
std::string_view word_after(std::string_view text, std::size_t blank) {
  std::size_t end = blank + 1;
  while (end < text.size() && end - blank < longest_word && !is_blank(text[end])) ++end;
  while (end > blank + 1 &&
         (text[end - 1] == ',' || text[end - 1] == '.' || text[end - 1] == ';' || text[end - 1] == ')'))
    --end;
  return text.substr(blank + 1, end - blank - 1);
}

bool wants_number(std::string_view word) {
  if (word.empty()) return false;
  const bool capital = word[0] >= 'A' && word[0] <= 'Z';
  const char first = capital ? static_cast<char>(word[0] - 'A' + 'a') : word[0];
  return std::any_of(std::begin(before_numbers), std::end(before_numbers), [&](std::string_view known) {
    return known.size() == word.size() && known[0] == first && known.substr(1) == word.substr(1);
  });
}

/// "H.", also after others: "H.E.", "St." is none.
bool is_initials(std::string_view word) {
  if (word.size() < 2 || word.back() != '.') return false;
  for (std::size_t at = 0; at < word.size();) {
    const auto [letter, length] = utf8::decode(word, at);
    const bool capital = (letter >= U'A' && letter <= U'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7);
    if (!capital || at + length >= word.size() || word[at + length] != '.') return false;
    at += length + 1;
  }
  return true;
}

bool begins_with_capital(std::string_view word) {
  const char32_t letter = word.empty() ? 0 : utf8::decode(word, 0).value;
  return (letter >= U'A' && letter <= U'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7);
}

}  // namespace

bool is_tied(std::string_view text, std::size_t blank) {
  const std::string_view before = word_before(text, blank), after = word_after(text, blank);
  if (before.empty() || after.empty()) return false;
  if (is_figure(after.front()) && wants_number(before)) return true;
  if (is_initials(before) && begins_with_capital(after)) return true;
  return is_figure(before.back()) && std::find(std::begin(units), std::end(units), after) != std::end(units);
}

bool is_in_address(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  std::size_t begin = at, end = at;
  while (begin > 0 && !is_blank(text[begin - 1])) --begin;
  while (end < text.size() && !is_blank(text[end])) ++end;
  const auto word = text.substr(begin, end - begin);
  return word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos ||
         (word.find('@') != std::string_view::npos && word.find('.') != std::string_view::npos);
}

}  // namespace readout::text
