#include "text/ties.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "text/beside_blank.hpp"
#include "text/figures.hpp"
#include "text/grouped_numbers.hpp"
#include "text/symbols.hpp"
#include "text/word_outlines.hpp"

namespace readout::text {
namespace {

// With a small first letter; so they are found with a capital, too.
constexpr std::string_view before_numbers[] = {
    "abs.",    "anexo",    "anhang",  "anlage",   "annex",    "annexe",    "annexes",    "appendix", "art.",
    "article", "articles", "artikel", "articolo", "artículo", "channel",   "chapter",    "fig.",     "figure",
    "figures", "flight",   "floor",   "footnote", "gate",     "hall",      "item",       "jumada",   "kap.",
    "n.",      "n.º",      "n°",      "no.",      "nos.",     "note",      "nr.",        "p.",       "page",
    "pages",   "pagina",   "página",  "para",     "para.",    "paragraph", "paragraphs", "paras.",   "part",
    "phase",   "point",    "points",  "pp.",      "ext.",     "rabi‘",     "room",       "s.",       "sec.",
    "section", "release",  "seite",   "step",     "steps",    "table",     "version",    "vol.",     "zone",
    "§",       "§§"};
constexpr std::string_view arabic_before_numbers[] = {"ص", "ص.", "صفحة", "صفحات", "مادة", "فقرة", "بند", "رقم", "ملحق"};
// Beside those that unit_symbol() knows.
constexpr std::string_view other_units[] = {
    "%",      "‰",   "٪",     "pt",      "Uhr",     "h",       "am",   "pm",      "a.m",
    "p.m",    "m2",  "m3",    "m3/s",    "bpd",     "bcm",     "mcm",  "nm",      "NM",
    "GT",     "BTU", "MMBTU", "percent", "Prozent", "hours",   "hour", "minutes", "heures",
    "minuti", "ore", "horas", "minutos", "Stunden", "Minuten", "dB(A"};  // its bracket is taken off
constexpr std::string_view eras[] = {"AH", "AD", "CE", "BCE", "BC", "هـ", "م"};
constexpr std::string_view after_figures[] = {
    "million",   "millions",   "billion",  "billions",  "trillion", "Mio",      "Mrd",     "Million", "Millionen",
    "Milliarde", "Milliarden", "milliard", "milliards", "millón",   "millones", "milione", "milioni", "miliardo",
    "miliardi",  "mln",        "bn",       "dollars",   "euro",     "euros",    "Euro"};
// Without vowels, and without the alef of an accusative.
constexpr std::string_view arabic_multiples[] = {"ألف",    "ألفي",  "آلاف",   "مليون",   "مليوني",
                                                 "ملايين", "مليار", "ملياري", "مليارات", "تريليون"};
constexpr std::string_view arabic_units[] = {
    "دولار",   "دولارات", "ريال",    "ريالات",  "درهم",    "دراهم",    "دينار",      "دنانير",    "يورو",   "جنيه",
    "جنيهات",  "ليرة",    "ليرات",   "روبية",   "فلس",     "ثانية",    "ثوان",       "ثواني",     "دقيقة",  "دقائق",
    "ساعة",    "ساعات",   "يوم",     "أيام",    "أسبوع",   "أسابيع",   "شهر",        "أشهر",      "شهور",   "عام",
    "أعوام",   "سنة",     "سنوات",   "كم",      "سم",      "مم",       "كيلومتر",    "كيلومترات", "متر",    "أمتار",
    "ميل",     "أميال",   "قدم",     "هكتار",   "هكتارات", "لتر",      "لترات",      "برميل",     "براميل", "طن",
    "أطنان",   "كغ",      "كغم",     "كجم",     "كلغ",     "كيلوغرام", "كيلوغرامات", "غرام",      "غرامات", "واط",
    "كيلوواط", "ميغاواط", "جيغاواط", "غيغاواط", "درجة",    "درجات"};
constexpr std::string_view about[] = {"~",  "≈",     "<",       ">",      "≤",    "≥",    "±",   "ca.",  "ca",
                                      "c.", "circa", "approx.", "aprox.", "env.", "abt.", "Ca.", "Env.", "Approx."};
constexpr std::string_view before_minutes[] = {"h", "Uhr"};

constexpr std::string_view titles[] = {
    "Adm.",  "Amb.", "Baron",  "Baroness", "Capt.",   "Col.", "Count", "Countess", "Dame",   "Dr",       "Dr.",
    "Dña.",  "Eng.", "Excma.", "Excmo.",   "Frau",    "Gen.", "Gov.",  "HE",       "HM",     "HRH",      "Herr",
    "Hon.",  "Ing.", "King",   "Lady",     "Lord",    "Lt",   "Lt.",   "Maj.",     "MM.",    "Mlle",     "Mme",
    "Mmes",  "Mr",   "Mr.",    "Mrs",      "Mrs.",    "Ms",   "Ms.",   "Pres.",    "Prince", "Princess", "Prof.",
    "Queen", "Rev.", "Sen.",   "Sheikh",   "Sheikha", "Sir",  "Sr.",   "Sra."};
// Of names, as labels have them, too.
constexpr std::string_view particles[] = {"Abu",  "ABU",  "Al",   "AL",  "Bin", "bin", "BIN",
                                          "Bint", "bint", "BINT", "El",  "EL",  "Ibn", "ibn",
                                          "Ould", "ould", "OULD", "van", "von", "’t",  "t"};
// "عبد الرحمن", "أبو ظبي": half a name; and "عبد" with "and", "to" or "by" before it.
constexpr std::string_view arabic_particles[] = {"عبد", "أبو", "أبي",  "أبا",  "ابن", "بن",
                                                 "بنت", "آل",  "وعبد", "لعبد", "بعبد"};
constexpr std::string_view arabic_titles[] = {"الدكتور", "الدكتورة", "السيد", "السيدة", "المهندس", "المهندسة"};
// What says nothing without the next word: a negation, a title before its office.
constexpr std::string_view arabic_leading[] = {"لا",  "لم",  "لن",  "ما",  "ولا",  "ولم",   "ولن",   "وما",
                                               "فلا", "فلم", "فلن", "فما", "وزير", "وزيرة", "ووزير", "لوزير"};
// Inside names, where the next word may be the name alone.
constexpr std::string_view inner_particles[] = {"da",  "de",  "del", "della", "den", "der", "des", "di",
                                                "do",  "dos", "du",  "e",     "la",  "La",  "le",  "Le",
                                                "ten", "ter", "und", "y",     "zu",  "zur"};
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
// The first words of the Hijri ones, and those of them that have a second.
constexpr std::string_view hijri_months[] = {
    "Muharram", "Safar",    "Rajab",   "Sha‘ban", "Ramadan",   "Shawwal",  "muharram", "safar", "rajab",
    "sha‘ban",  "ramadan",  "ramadán", "shawwal", "mouharram", "chaabane", "chawwal",  "rayab", "Radschab",
    "Scha‘ban", "Schauwal", "محرم",    "صفر",     "رجب",       "شعبان",    "رمضان",    "شوال"};
constexpr std::string_view halves_of_months[] = {"Rabi‘",     "Jumada", "Dhu",   "rabi‘",   "jumada",
                                                 "dhu",       "rabia",  "dhou",  "joumada", "yumada",
                                                 "Dschumada", "ربيع",   "جمادى", "ذو",      "ذي"};

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

/// "41–47" -> "41"
std::string_view lower_bound_of(std::string_view word) {
  const std::size_t dash = word.find("–");
  return dash == 0 || dash == std::string_view::npos ? word : word.substr(0, dash);
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
/// "1", "14–15", "1er", "2nd", "1º"
bool is_day(std::string_view word) {
  constexpr std::string_view dash = "–";
  constexpr std::string_view ordinals[] = {"er", "st", "nd", "rd", "th", "º", "°"};
  if (!begins_with_digit(word)) return false;
  const std::size_t to = word.find(dash);
  if (to != std::string_view::npos) word.remove_prefix(to + dash.size());
  for (const std::string_view ordinal : ordinals)
    if (word.ends_with(ordinal)) word.remove_suffix(ordinal.size());
  const std::size_t count = digits_of(word);
  return count == 1 || count == 2;
}
bool is_year(std::string_view word) { return digits_of(word) == 4; }
bool is_month(std::string_view word) { return is_one_of(months, word) || is_one_of(hijri_months, word); }

/// "B", "B2", "IV": what else a part of a document has for its number.
bool is_letter_number(std::string_view word) {
  constexpr std::size_t longest = 5;
  if (word.empty() || word.size() > longest || word[0] < 'A' || word[0] > 'Z') return false;
  const auto is_figure = [](char c) { return ascii::is_digit(c); };
  if (std::all_of(word.begin() + 1, word.end(), is_figure)) return true;
  return word.find_first_not_of("IVXLC") == std::string_view::npos;
}

/// "18", "−0.82", "١٢"
bool begins_with_figure(std::string_view word) {
  if (word.empty() || ascii::is_letter(word[0])) return false;
  for (const std::string_view sign : {"−", "-", "+", "±"})
    if (word.starts_with(sign)) return begins_with_digit(word.substr(sign.size()));
  return begins_with_digit(word);
}

/// "18", "€5"
bool begins_with_sum(std::string_view word) {
  for (const std::string_view sign : {"€", "£", "$", "¥", "US$"})
    if (word.starts_with(sign)) word.remove_prefix(sign.size());
  return begins_with_figure(word);
}

/// "€" and "EUR"
bool is_currency(std::string_view word) { return is_currency_code(word) || is_currency_sign(word) || word == "QR"; }

/// A thing with its number for a name: "Gauge", "Hall", and in Arabic with its article, be it after "and" or "in".
bool may_be_numbered(std::string_view word) {
  constexpr std::string_view article = "ال";
  for (const std::string_view joined : {"و", "ب", "ف", "ك"})
    if (word.starts_with(joined) && word.substr(joined.size()).starts_with(article)) word.remove_prefix(joined.size());
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

/// "II" to "XXXIX".
bool is_roman(std::string_view word) {
  constexpr std::string_view ones[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
  const std::size_t tens = std::min(word.find_first_not_of('X'), word.size());
  return tens <= 3 && word != "I" && !word.empty() &&
         std::find(std::begin(ones), std::end(ones), word.substr(tens)) != std::end(ones);
}

/// "Rabi‘", "JUMADA", "yumada": a month of the Hijri year of which there are two.
bool is_first_of_two_months(std::string_view word) {
  constexpr std::string_view names[] = {"rabi‘", "jumada", "rabia", "joumada", "yumada", "dschumada"};
  std::string small(word);
  std::transform(small.begin(), small.end(), small.begin(), ascii::small);
  return is_one_of(names, small);
}

bool begins_with_capital(std::string_view word) {
  const char32_t letter = word.empty() ? 0 : utf8::decode(word, 0).value;
  return (letter >= U'A' && letter <= U'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7);
}

/// "ريالًا", "يومٍ" -> "ريالا", "يوم". U+064B to U+0652 are D9 8B to D9 92.
std::string without_vowels(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const bool vowel = word[at] == '\xD9' && at + 1 < word.size() && word[at + 1] >= '\x8B' && word[at + 1] <= '\x92';
    if (vowel) ++at;
    else out += word[at];
  }
  return out;
}
/// True of a word of the list whatever its case ending.
template <std::size_t N>
bool is_case_of(const std::string_view (&known)[N], std::string_view word) {
  constexpr std::string_view alef = "ا";
  if (word.empty() || ascii::is_letter(word[0])) return false;
  constexpr std::size_t letter = 2;  // bytes; most words begin with another than any of the list
  const auto may_be = [&](std::string_view one) { return one.substr(0, letter) == word.substr(0, letter); };
  if (std::none_of(std::begin(known), std::end(known), may_be)) return false;
  const std::string plain = without_vowels(word);
  const std::string_view stem = plain;
  return is_one_of(known, stem) ||
         (stem.ends_with(alef) && is_one_of(known, stem.substr(0, stem.size() - alef.size())));
}

/// "€/t", "US$/barrel": whatever a sum is for.
bool is_price(std::string_view word) {
  const std::size_t slash = word.find('/');
  return slash != std::string_view::npos && is_currency(word.substr(0, slash));
}
/// What is no word of a language, and so a unit where a figure precedes it.
bool may_be_unit(std::string_view word) {
  return unit_symbol(word) != UnitSymbol::none || is_currency_sign(word) || is_price(word) || is_prefixed_unit(word);
}

/// The two words beside a blank, and the text that they are in.
struct Pair {
  std::string_view text, before, after;

  [[nodiscard]] std::string_view first() const {  ///< the word before `before`
    const auto begin = static_cast<std::size_t>(before.data() - text.data());
    return begin > 0 && is_blank(text[begin - 1]) ? word_before(text, begin - 1) : std::string_view();
  }
  [[nodiscard]] std::string_view third() const {  ///< the word after `after`
    const std::size_t end = static_cast<std::size_t>(after.data() - text.data()) + after.size();
    return end < text.size() && is_blank(text[end]) ? word_after(text, end) : std::string_view();
  }
};

/// The blanks in "van der", "van ’t" and "von und zu", and the last one before the name.
bool is_in_particles(const Pair& pair) {
  constexpr std::string_view dutch[] = {"de", "den", "der", "’t", "t"};
  if (pair.before == "van") return is_one_of(dutch, pair.after);
  if (pair.before == "von") return pair.after == "und" && pair.third() == "zu";
  if (pair.before == "und") return pair.after == "zu" && pair.first() == "von";
  if (!begins_with_capital(pair.after)) return false;
  const std::string_view all_before =
      pair.text.substr(0, static_cast<std::size_t>(pair.before.data() - pair.text.data()));
  return (pair.before == "zu" && all_before.ends_with("von und ")) ||
         (is_one_of(dutch, pair.before) && pair.first() == "van");
}

bool is_name(const Pair& pair) {
  if (static_cast<unsigned char>(pair.before.front()) >= 0x80 &&
      (is_one_of(arabic_particles, pair.before) || is_one_of(arabic_titles, pair.before)))
    return true;
  if (is_in_particles(pair)) return true;
  return begins_with_capital(pair.after) &&
         (is_initials(pair.before) || is_one_of(titles, pair.before) || is_one_of(particles, pair.before));
}

/// "Charles III", "North Link II", and of months also "Rabi‘ I".
bool is_roman_of_name(const Pair& pair) {
  if (pair.after.front() != 'I' && pair.after.front() != 'V' && pair.after.front() != 'X') return false;
  if (pair.after == "I") return is_first_of_two_months(pair.before);
  if (!is_roman(pair.after)) return false;
  return (begins_with_capital(pair.before) && size_of_closer(pair.before) == 0) || is_first_of_two_months(pair.before);
}

/// "1 July", "May 12", and in "1 de julio de 2026" what is before the month, and the last blank.
bool is_date(const Pair& pair) {
  if (is_one_of(halves_of_months, pair.before)) return is_day(pair.first());
  if (is_day(pair.before))
    return is_month(pair.after) || is_one_of(halves_of_months, pair.after) ||
           (pair.after == "de" && is_one_of(months, pair.third()));
  if (pair.before == "de")
    return (is_day(pair.first()) && is_one_of(months, pair.after)) ||
           (is_year(pair.after) && is_one_of(months, pair.first()));
  return is_day(pair.after) && is_one_of(months, pair.before);
}

/// What may follow a figure: "45 km", "640 USD", "1447 AH"; but not "in 2026 USD 5".
bool follows_figure(const Pair& pair) {
  const std::string_view after = pair.after;
  if (is_one_of(other_units, after) || is_one_of(eras, after) || is_one_of(after_figures, after) ||
      may_be_unit(after) || is_case_of(arabic_multiples, after) || is_case_of(arabic_units, after))
    return true;
  if (begins_with_group(after)) return ends_in_group(pair.before);
  if (after == "per" || after == "pour" || after == "por") return pair.third().starts_with("c");  // "cent", "ciento"
  return is_currency_code(after) && !begins_with_figure(pair.third());
}

/// "مليون يورو", "Mio. €": a unit after what a figure is multiplied by.
bool follows_multiple(const Pair& pair) {
  if (is_case_of(arabic_multiples, pair.before)) return is_case_of(arabic_units, pair.after);
  const std::string_view before = pair.before.substr(0, pair.before.size() - std::size_t{pair.before.back() == '.'});
  return is_one_of(after_figures, before) &&
         (is_currency_sign(pair.after) || unit_symbol(pair.after) == UnitSymbol::sure);
}

/// A series by its letters: "ISO 9001", "DN 1200", "IM 67953"; of one or two figures it may be another thing ("the EU
/// 27").
bool is_of_series(std::string_view letters, std::size_t figures) {
  constexpr std::size_t least = 2, most = 5;
  return figures > 3 && letters.size() >= least && letters.size() <= most &&
         std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// What may precede a figure: "Page 3", "Gauge 3", "EUR 3", "08 h 30", "14 – 15".
bool precedes_figure(const Pair& pair) {
  const std::string_view before = pair.before;
  if (is_currency(before) || (ascii::is_digit(pair.after.front()) && wants_number(before))) return true;
  if (before == "–") return digits_of(pair.first()) > 0 && digits_of(pair.after) > 0;
  if (is_one_of(before_minutes, before)) return ends_in_digit(pair.first());
  if (is_one_of(arabic_before_numbers, before)) return true;
  const std::size_t figures = digits_of(lower_bound_of(pair.after));
  if (is_of_series(before, figures)) return true;
  return figures >= 1 && figures <= 3 && may_be_numbered(before) && !is_one_of(months, before);
}

/// "14:00| – 1 April", "14 April| –| 2 May": no line begins with the dash of a range, nor ends with that of days.
bool is_beside_dash(const Pair& pair) {
  const bool ends = pair.before == "–";
  const std::string_view from = ends ? pair.first() : pair.before, to = ends ? pair.after : pair.third();
  if (ends ? !is_month(from) && !is_month(to) : pair.after != "–") return false;
  return (ends_in_digit(from) || is_month(from)) && (begins_with_digit(to) || is_month(to));
}

bool belong_together(const Pair& pair) {
  if (is_one_of(about, pair.before) && begins_with_sum(pair.after)) return true;
  if (is_name(pair) || is_roman_of_name(pair) || is_date(pair) || is_beside_dash(pair)) return true;
  if (ends_in_digit(pair.before) ? follows_figure(pair) : follows_multiple(pair)) return true;
  if (begins_with_figure(pair.after)) return precedes_figure(pair);
  if (is_letter_number(pair.after))
    return wants_number(pair.before) || (ascii::is_digit(pair.after.back()) && may_be_numbered(pair.before));
  return is_currency(pair.before) && unit_symbol(pair.after) != UnitSymbol::none;
}

/// "+357 24| 643005", "555| 0204": within what stands in Arabic as one number, too.
bool is_in_number(const Pair& pair) {
  const bool may_be = (ends_in_digit(pair.before) || pair.before.back() == ')') &&
                      (begins_with_digit(pair.after) || pair.after.front() == '(') && ends_in_digit(pair.after);
  if (!may_be) return false;
  const auto blank = static_cast<std::size_t>(pair.before.data() - pair.text.data()) + pair.before.size();
  return is_one_number_around(pair.text, blank);
}

/// "May 2026", "julio de 2026"
bool is_year_of_month(const Pair& pair) {
  if (!is_year(pair.after) && !(pair.after == "de" && is_year(pair.third()))) return false;
  return is_month(pair.before);
}

/// "on channel 9.": a figure of one to three digits at the end of what is said; "٥ و٧": or joined to the one before.
bool is_last_figure(const Pair& pair) {
  constexpr std::string_view joined_and = "و";
  std::string_view figure = pair.after;
  const bool counted_on = figure.starts_with(joined_and) && ends_in_digit(pair.before);
  if (counted_on) figure.remove_prefix(joined_and.size());
  const std::size_t digits = digits_of(figure);
  if (digits == 0 || digits > 3) return false;
  if (counted_on) return true;
  const auto end = static_cast<std::size_t>(pair.after.data() - pair.text.data()) + pair.after.size();
  return !ends_in_digit(pair.before) && (end == pair.text.size() || !is_blank(pair.text[end]));
}

/// "(local time)", also after a blank at which no line ends.
bool is_all_in_brackets(const Pair& pair) {
  constexpr std::size_t few = 26;
  const auto end = static_cast<std::size_t>(pair.after.data() - pair.text.data()) + pair.after.size();
  if (end >= pair.text.size() || pair.text[end] != ')') return false;
  const auto blank = static_cast<std::size_t>(pair.before.data() - pair.text.data()) + pair.before.size();
  const std::size_t from = blank - std::min(blank, farthest_word);
  const std::size_t open = pair.text.substr(from, blank - from).rfind('(');
  if (open == std::string_view::npos) return false;
  const std::string_view inside = pair.text.substr(from + open, blank - from - open);
  return inside.find_first_of(" )") == std::string_view::npos &&
         utf8::count(pair.text.substr(from + open, end - from - open)) <= few;
}

// ---- most blanks: between two words that are no more than words -----------------------------------

constexpr std::string_view of_names[] = {"van", "von", "und", "zu", "de", "den", "der", "t"};  // is_in_particles()
/// What says something beside another word of letters.
constexpr WordOutlines telling = [] {
  WordOutlines all;
  all.add(titles);
  all.add(particles);
  all.add(of_names);
  all.add(halves_of_months);
  all.add(after_figures);
  return all;
}();

/// True only where no rule knows the words beside the blank: neither has a figure, a sign or a second capital, and only
/// what `telling` has says something before such a word.
bool are_plain_words(std::string_view text, std::size_t blank) {
  const std::string_view before = plain_word_before(text, blank);
  if (before.empty() || telling.may_have(before)) return false;
  const std::string_view after = plain_word_after(text, blank);
  return !after.empty() && after != "de";
}

}  // namespace

Tie tie_at(std::string_view text, std::size_t blank) {
  if (are_plain_words(text, blank)) return Tie::none;
  const Pair pair{text, word_before(text, blank), word_after(text, blank)};
  if (pair.before.empty() || pair.after.empty()) return Tie::none;
  if (belong_together(pair) || is_in_number(pair)) return Tie::tied;
  if (is_year_of_month(pair) || is_last_figure(pair) || is_all_in_brackets(pair)) return Tie::rather;
  const bool ascii = static_cast<unsigned char>(pair.before.front()) < 0x80;
  return !ascii && is_one_of(arabic_leading, pair.before) ? Tie::leads : Tie::none;
}

bool is_after_short_slash(std::string_view text, std::size_t at) {
  constexpr std::size_t few = 3, most_bytes = 4;  // of a character
  if (at == 0 || at >= text.size() || text[at - 1] != '/') return false;
  const auto is_end = [](char c) { return is_blank(c) || c == '/'; };
  std::size_t begin = at - 1, end = at;
  while (begin > 0 && at - begin <= few * most_bytes && !is_end(text[begin - 1])) --begin;
  while (end < text.size() && end - at <= few * most_bytes && !is_end(text[end])) ++end;
  std::string_view before = text.substr(begin, at - 1 - begin), after = text.substr(at, end - at);
  while (const std::size_t size = size_of_opener(before)) before.remove_prefix(size);
  while (const std::size_t size = size_of_closer(after)) after.remove_suffix(size);
  const auto letters = [](std::string_view word) {
    return std::count_if(word.begin(), word.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; });
  };
  if (before.empty() || after.empty()) return false;
  return std::min(letters(before), letters(after)) <= std::ptrdiff_t{few};
}

bool is_after_particle(std::string_view text, std::size_t blank) {
  const std::string_view before = word_before(text, blank);
  return is_one_of(inner_particles, before) || is_one_of(particles, before) || is_one_of(arabic_particles, before);
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

}  // namespace readout::text
