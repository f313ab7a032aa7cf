#include "text/ties.hpp"

#include <algorithm>
#include <iterator>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace readout::text {
namespace {

constexpr std::size_t farthest = 64;  // bytes that are looked at on either side of a blank

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

constexpr std::string_view titles[] = {"Amb.", "Dr",  "Dr.", "Eng.", "Frau", "Gen.", "Herr",  "Hon.", "Mme",
                                       "Mr",   "Mr.", "Mrs", "Mrs.", "Ms",   "Ms.",  "Prof.", "Sr.",  "Sra."};
// Of names, as labels have them, too.
constexpr std::string_view particles[] = {"Abu",  "ABU", "Al", "AL",  "Bin", "bin", "BIN",
                                          "bint", "El",  "EL", "Ibn", "ibn", "van", "von"};
// Before moon letters, as it is said in dialects, and before sun letters.
constexpr std::string_view articles[] = {"al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az"};
// As the templates' words have them, each once.
constexpr std::string_view months[] = {
    "January",  "February", "March",     "April",   "May",        "June",      "July",      "August",    "September",
    "October",  "November", "December",  "janvier", "février",    "mars",      "avril",     "mai",       "juin",
    "juillet",  "août",     "septembre", "octobre", "novembre",   "décembre",  "Januar",    "Februar",   "März",
    "Mai",      "Juni",     "Juli",      "Oktober", "Dezember",   "enero",     "febrero",   "marzo",     "abril",
    "mayo",     "junio",    "julio",     "agosto",  "septiembre", "octubre",   "noviembre", "diciembre", "gennaio",
    "febbraio", "aprile",   "maggio",    "giugno",  "luglio",     "settembre", "ottobre",   "novembre",  "dicembre",
    "يناير",    "فبراير",   "مارس",      "أبريل",   "مايو",       "يونيو",     "يوليو",     "أغسطس",     "سبتمبر",
    "أكتوبر",   "نوفمبر",   "ديسمبر",    "شباط",    "آذار",       "نيسان",     "أيار",      "حزيران",    "تموز",
    "آب",       "أيلول"};

constexpr bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

std::string_view word_before(std::string_view text, std::size_t blank) {
  std::size_t begin = blank;
  while (begin > 0 && blank - begin < farthest && !is_blank(text[begin - 1])) --begin;
  while (begin < blank && (text[begin] == '(' || text[begin] == '[')) ++begin;
  return text.substr(begin, blank - begin);
}
std::string_view word_after(std::string_view text, std::size_t blank) {
  std::size_t end = blank + 1;
  while (end < text.size() && end - blank < farthest && !is_blank(text[end])) ++end;
  while (end > blank + 1 &&
         (text[end - 1] == ',' || text[end - 1] == '.' || text[end - 1] == ';' || text[end - 1] == ')'))
    --end;
  std::string_view word = text.substr(blank + 1, end - blank - 1);
  for (const std::string_view mark : {"،", "؛"})  // of Arabic
    if (word.ends_with(mark)) word.remove_suffix(mark.size());
  return word;
}

template <std::size_t N>
bool is_one_of(const std::string_view (&known)[N], std::string_view word) {
  const auto is_word = [&](std::string_view one) {
    return one.size() == word.size() && one.front() == word.front() && one == word;
  };
  return !word.empty() && std::any_of(std::begin(known), std::end(known), is_word);
}

/// False of words that end otherwise than those of digits do: most, without a look at their characters.
bool may_be_digits(std::string_view word) {
  const char last = word.empty() ? ' ' : word.back();
  return ascii::is_digit(last) || last == '.' || static_cast<unsigned char>(last) >= 0x80;
}

/// How many digits, Western or Arabic-Indic, the word is made of; 0 when there is anything else in it. "1." counts.
std::size_t digits_of(std::string_view word) {
  if (!may_be_digits(word)) return 0;
  if (word.size() > 1 && word.back() == '.') word.remove_suffix(1);
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size(); ++count) {
    const auto [c, length] = utf8::decode(word, at);
    if (!(c >= U'0' && c <= U'9') && !(c >= 0x0660 && c <= 0x0669)) return 0;
    at += length;
  }
  return count;
}
/// "1", "14–15"
bool is_day(std::string_view word) {
  if (!may_be_digits(word)) return false;
  constexpr std::string_view dash = "–";
  const std::size_t to = word.find(dash);
  const std::size_t count = digits_of(to == std::string_view::npos ? word : word.substr(to + dash.size()));
  return count == 1 || count == 2;
}

/// A thing with its number for a name: "Gauge", "Hall", and in Arabic with its article.
bool may_be_numbered(std::string_view word) {
  constexpr std::string_view article = "ال";
  const bool capital = word.size() > 3 && word[0] >= 'A' && word[0] <= 'Z' &&
                       std::all_of(word.begin() + 1, word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return capital || (word.size() > 6 && word.substr(0, article.size()) == article);
}

bool wants_number(std::string_view word) {
  if (word.empty()) return false;
  const char first = ascii::small(word[0]);
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

namespace {

bool belong_together(std::string_view before, std::string_view after) {
  if (ascii::is_digit(after.front()) && wants_number(before)) return true;
  const bool before_name = is_initials(before) || is_one_of(titles, before) || is_one_of(particles, before);
  if (before_name && begins_with_capital(after)) return true;
  if (is_day(before) && is_one_of(months, after)) return true;
  const bool day = is_day(after);
  const std::size_t figures = digits_of(after);
  const bool number = figures >= 1 && figures <= 3;
  if ((day || number) && is_one_of(months, before)) return day;
  if (number && may_be_numbered(before)) return true;
  return ascii::is_digit(before.back()) && is_one_of(units, after);
}

}  // namespace

Tie tie_at(std::string_view text, std::size_t blank) {
  const std::string_view before = word_before(text, blank), after = word_after(text, blank);
  if (before.empty() || after.empty()) return Tie::none;
  if (belong_together(before, after)) return Tie::tied;
  return digits_of(after) == 4 && is_one_of(months, before) ? Tie::year : Tie::none;
}

bool is_after_article(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size() || text[at - 1] != '-') return false;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin <= 4 && ascii::is_letter(text[begin - 1])) --begin;
  if (begin > 0 && !is_blank(text[begin - 1]) && text[begin - 1] != '(' && text[begin - 1] != '-') return false;
  std::string article(text.substr(begin, at - 1 - begin));
  std::transform(article.begin(), article.end(), article.begin(), ascii::small);
  return is_one_of(articles, article);
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
