// Values that are none: words and codes without quotes, dates and hours as people write them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "model/civil.hpp"
#include "model/toml_place.hpp"

namespace readout::model {
namespace {

std::string in_small(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), ascii::small);
  return out;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// A text in the quotes that it needs: those that it does not hold itself, else with a backslash before them.
std::string quoted(std::string_view text) {
  const bool has_double = text.find_first_of("\"\\") != std::string_view::npos;
  if (!has_double) return fmt::format("\"{}\"", text);
  if (text.find('\'') == std::string_view::npos) return fmt::format("'{}'", text);
  std::string out;
  for (const char c : text) out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
  return fmt::format("\"{}\"", out);
}

/// What stands at the place is meant as a value, and has no quotes or brackets of its own.
bool is_bare(const Place& p, const Written& value) {
  const bool here = p.at >= value.where.begin && p.at <= value.where.end && !value.text.empty();
  return here && std::string_view("\"'[{=").find(value.text.front()) == std::string_view::npos;
}
/// Two entries on one line, or a sign after the value: the value itself is sound.
bool goes_on(const Written& value) {
  return value.text.find_first_of("=[") != std::string_view::npos || value.text.ends_with(',') ||
         value.text.ends_with(';');
}

/// Whether the vocabulary wants a day under this key; elsewhere three numbers are a reference or a telephone.
bool is_key_of_days(std::string_view key) {
  static constexpr std::array<std::string_view, 10> keys = {"date",   "until", "day", "due",      "issued",
                                                            "signed", "start", "end", "previous", "next"};
  return is_one_of(key, keys) || key == "declassify_on";
}
bool is_key_of_hours(std::string_view key) { return key == "start" || key == "end" || key == "time"; }

// ---- dates and hours ----------------------------------------------------------------------------

bool double_equals(const Place& p) {
  if (p.here() != '=' || !p.said("value")) return false;
  std::size_t begin = p.at;
  while (begin > p.line_begin && p.text[begin - 1] == '=') --begin;
  p.tell("toml.equals", {begin, p.at + 1}, "one “=” stands between a key and its value")
      .hint("take the second one out");
  return true;
}

int number_at(std::string_view digits, std::size_t begin, std::size_t count) {
  int number = 0;
  for (const char c : digits.substr(begin, count)) number = number * 10 + (c - '0');
  return number;
}
/// "2026-09-05", and such a day is.
bool is_date(std::string_view text) {
  return has_form(text, "9999-99-99") &&
         is_possible({number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2)});
}
bool is_time(std::string_view text) {
  return has_form(text, "99:99:99") && number_at(text, 0, 2) < 24 && number_at(text, 3, 2) < 60 &&
         number_at(text, 6, 2) < 60;
}
bool is_offset(std::string_view text) {
  return text.empty() || text == "Z" || text == "z" || has_form(text, "+99:99") || has_form(text, "-99:99");
}

bool has_separator(std::string_view moment) {
  return moment.size() > 10 && std::string_view("Tt ").find(moment[10]) != std::string_view::npos;
}
/// A date, be it with an hour.
bool is_date_or_moment(std::string_view text) {
  if (text.size() <= 10) return is_date(text);
  return is_date(text.substr(0, 10)) && has_separator(text) && is_time(text.substr(11, 8)) &&
         is_offset(text.substr(std::min<std::size_t>(text.size(), 19)));
}

/// 2026-05-18T21:00+03:00
bool without_seconds(const Place& p) {
  const Written value = p.written();
  const std::string_view said = value.text;
  const bool minutes = said.size() >= 16 && is_date(said.substr(0, 10)) && has_separator(said) &&
                       is_time(std::string(said.substr(11, 5)) + ":00") && is_offset(said.substr(16));
  if (!minutes || !is_bare(p, value)) return false;
  p.tell("toml.time", value.where, fmt::format("{} lacks its seconds", said))
      .hint(fmt::format("write {}:00{}", said.substr(0, 16), said.substr(16)));
  return true;
}

/// 2026-9-5, 9:30:00
bool without_zero(const Place& p) {
  const Stretch where = p.literal();
  const std::string_view said = p.bytes(where);
  const std::string padded = with_zeros(said);
  const std::string_view key = p.written().key;
  const bool date = is_key_of_days(key) && is_date_or_moment(padded);
  const bool time = is_key_of_hours(key) && is_time(padded);
  if ((!date && !time) || padded == said || !is_bare(p, p.written())) return false;
  p.tell(date ? "toml.date" : "toml.time", where, fmt::format("a zero is missing in {}", said))
      .hint(fmt::format("write {}", padded));
  return true;
}

bool bare_time(const Place& p) {
  if (!p.said("time")) return false;
  const Stretch where = p.literal();
  const std::string_view word = p.bytes(where);
  if (!has_form(word, "99:99") && !has_form(word, "9:99")) return false;
  const std::string padded = (word.size() == 4 ? "0" : "") + std::string(word);
  p.tell("toml.bare-time", where, fmt::format("{} is no TOML: a time has seconds or stands in quotes", word))
      .hint(fmt::format("write \"{0}\", or {0}:00", padded));
  return true;
}

/// Digits of Arabic, Persian and Urdu as those of ASCII; nullopt when there are none.
std::optional<std::string> with_plain_digits(std::string_view text) {
  std::string out;
  bool any = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, length] = utf8::decode(text, i);
    const bool arabic = c >= 0x660 && c <= 0x669, eastern = c >= 0x6F0 && c <= 0x6F9;
    any = any || arabic || eastern;
    if (arabic || eastern) out += static_cast<char>('0' + (c & 0xFU));
    else out += text.substr(i, length);
    i += length;
  }
  return any ? std::optional(out) : std::nullopt;
}

/// TOML writes its dates, times and numbers in 0 to 9.
bool digits_of_arabic(const Place& p) {
  const Written value = p.written();
  const auto plain = with_plain_digits(value.text);
  if (!plain || !is_bare(p, value)) return false;
  const bool date = has_form(*plain, "9999-99-99"), time = has_form(*plain, "99:99") || has_form(*plain, "99:99:99");
  const bool number = plain->find_first_not_of("0123456789") == std::string::npos;
  if (!date && !time && !number) return false;
  const char* kind = date ? "date" : time ? "time" : "number";
  p.tell(fmt::format("toml.{}", kind), value.where, fmt::format("{} is not how TOML writes a {}", value.text, kind))
      .hint(fmt::format("write {}, in the digits 0 to 9; the page has the digits of its language",
                        plain->size() == 5 && time ? quoted(*plain) : *plain));
  return true;
}

/// "17.03.2026", "2026/03/17", "17 March 2026", "March 17, 2026": two or three numbers, and a word at most.
bool reads_as_date(std::string_view value) {
  std::size_t numbers = 0, words = 0;
  bool year = false;
  for (std::size_t at = 0; at < value.size();) {
    std::size_t end = at;
    if (ascii::is_digit(value[at])) {
      while (end < value.size() && ascii::is_digit(value[end])) ++end;
      year = year || end - at == 4;
      ++numbers;
    } else if (ascii::is_letter(value[at])) {
      while (end < value.size() && ascii::is_letter(value[end])) ++end;
      ++words;
    } else if (std::string_view(" .,/-").find(value[at]) == std::string_view::npos) {
      return false;
    }
    at = std::max(end, at + 1);
  }
  return year && numbers + words == 3 && words <= 1;
}

/// The numbers of a date that may be none: no month 0 where it has not the form of one.
Date date_in(std::string_view said) {
  if (!has_form(said.substr(0, 10), "9999-99-99")) return {};
  const auto number = [&](std::size_t begin, std::size_t count) {
    int n = 0;
    for (const char c : said.substr(begin, count)) n = n * 10 + (c - '0');
    return n;
  };
  return {number(0, 4), number(5, 2), number(8, 2)};
}

bool date_or_time(const Place& p) {
  const Written value = p.written();
  if (!is_bare(p, value)) return false;
  const Stretch word = p.literal();
  const std::string_view said = p.bytes(word);
  const bool date = has_form(said.substr(0, 10), "9999-99-99") ||
                    (is_key_of_days(value.key) && said.find('-') != std::string_view::npos);
  const bool time = !date && (has_form(said, "99:99:99") || is_key_of_hours(value.key));
  if (word.empty() || !(p.said("parsing date") || p.said("parsing time")) || (!date && !time)) return false;
  const Date day = date_in(said);
  auto& told = p.tell(date ? "toml.date" : "toml.time", word,
                      fmt::format("{} is not a possible {}", said, date ? "date" : "time"));
  if (!date) told.hint("a time is written 09:30:00, or \"09:30\"");
  else if (is_possible(day))
    told.hint(fmt::format("{0}, or with a time of day {0}T09:30:00+03:00", said.substr(0, 10)));
  else told.hint(remedy_of(day));
  return true;
}

bool date_as_people_write_it(const Place& p) {
  const Written value = p.written();
  if (!is_bare(p, value) || !is_key_of_days(value.key) || !reads_as_date(value.text)) return false;
  p.tell("toml.date", value.where, fmt::format("{} is not how TOML writes a date", value.text))
      .hint(remedy_of_figures(value.text, "year-month-day, without quotes, e.g. 2026-03-17"));
  return true;
}

// ---- what stands without quotes -----------------------------------------------------------------

bool is_word_of_nothing(std::string_view small) {
  static constexpr std::array<std::string_view, 6> words = {"null", "nil", "none", "undefined", "n/a", "~"};
  return is_one_of(small, words);
}

bool bare_word(const Place& p) {
  const bool unlike = p.said("could not determine value type") || p.said("parsing boolean");
  const Written value = p.written();
  if (!unlike && !p.said("integer") && !p.said("floating-point") && !p.said("expected a comment")) return false;
  if (!is_bare(p, value) || p.said("redefine") || (!unlike && goes_on(value))) return false;
  const bool begins_number =
      ascii::is_digit(value.text.front()) || value.text.front() == '+' || value.text.front() == '-';
  if (begins_number && !unlike) return false;
  const std::string small = in_small(value.text);
  auto& told = p.tell("toml.bare-word", value.where, fmt::format("{} stands without quotes", value.text));
  if (is_word_of_nothing(small)) told.hint("TOML has no such word: leave the key out if there is nothing to say");
  else if (small == "true" || small == "yes") told.hint("write true, in small letters");
  else if (small == "false" || small == "no") told.hint("write false, in small letters");
  else if (value.text.ends_with('"') && std::count(value.text.begin(), value.text.end(), '"') == 1)
    told.hint(fmt::format("the quote before it is missing: \"{}", value.text));
  else told.hint(fmt::format("put it in quotes: {}", quoted(value.text)));
  return true;
}

/// A number that goes on as something else: 44/2026, 2026-44, +974 4444 1234.
bool number(const Place& p) {
  const bool follows = p.said("expected a comment or whitespace");
  const bool wanted = p.said("integer") || p.said("floating-point") || p.said("parsing date") || p.said("parsing time");
  if ((!wanted && !follows) || p.said("redefine")) return false;
  const Written value = p.written();
  if (!is_bare(p, value) || (follows && goes_on(value))) return false;
  p.tell("toml.number", value.where, fmt::format("{} is not a number of TOML", value.text))
      .hint(fmt::format("if it is a name or a code, put it in quotes: {}", quoted(value.text)));
  return true;
}

bool after_value(const Place& p) {
  if (!p.said("expected a comment or whitespace")) return false;
  const std::size_t end = std::max(p.word_end("#\n"), p.character_end());
  const bool header = without_blanks(p.line()).starts_with('[');
  auto& told =
      p.tell("toml.after-value", {p.at, end},
             header ? "nothing may follow the header on its line" : "nothing may follow the value on its line");
  const std::string_view rest = p.bytes({p.at, end});
  if (!header && (rest == "," || rest == ";")) {
    told.hint(fmt::format("take the “{}” out: in TOML the end of the line ends a value", rest));
  } else if (!header && rest.starts_with('[')) {
    told.hint("several values stand in one pair of brackets, with commas: [1, 2]");
  } else if (!header && p.at > 0 && (p.text[p.at - 1] == '"' || p.text[p.at - 1] == '\'')) {
    told.hint("a quote inside a text: write \\\" in double quotes, or use the other kind around the text");
  } else if (!header) {
    told.hint("a text stands in quotes; each key has a line of its own");
  }
  return true;
}

bool no_value(const Place& p) {
  if (!p.said("expected value") || !p.said("key-value pair")) return false;
  const std::size_t equals = p.text.rfind('=', p.at == 0 ? 0 : p.at - 1);
  const bool there = equals != std::string_view::npos && equals >= p.line_begin;
  const std::size_t begin = there ? equals : p.at;
  p.tell("toml.no-value", {begin, begin + 1}, "the value is missing")
      .hint("leave a key out if there is nothing to say");
  return true;
}

bool no_equals(const Place& p) {
  if (!p.said("expected '='")) return false;
  if (p.here() == ':') {
    p.tell("toml.equals", {p.at, p.at + 1}, "a “=” is wanted between a key and its value")
        .hint("write “=” in the place of “:”");
    return true;
  }
  const std::size_t end = std::max(p.word_end("#\n"), p.character_end());
  auto& told = p.tell("toml.equals", {p.at, end}, "a “=” is wanted between a key and its value");
  if (p.bytes({p.at, end}).find('=') != std::string_view::npos)
    told.hint("a key is one word of the letters a to z, digits, - and _");
  return true;
}

}  // namespace

std::span<const Slip> slips_of_values() {
  static constexpr std::array<Slip, 12> slips = {
      without_seconds, without_zero, bare_time, digits_of_arabic, date_or_time, date_as_people_write_it,
      double_equals,   bare_word,    number,    after_value,      no_value,     no_equals};
  return slips;
}

}  // namespace readout::model
