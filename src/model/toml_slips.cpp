#include "model/toml_slips.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace readout::model {
namespace {

constexpr std::string_view blanks = " \t";

std::string_view trimmed(std::string_view s) {
  const std::size_t begin = s.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return s.substr(0, 0);
  return s.substr(begin, s.find_last_not_of(blanks) - begin + 1);
}

// The place of the error and what can be asked about it.
struct Place {
  const SyntaxError& error;
  const TomlScan& scan;
  Diagnostics& diags;
  std::string_view text;
  std::size_t at, line_begin, line_end;

  [[nodiscard]] bool said(std::string_view words) const { return error.said.find(words) != std::string_view::npos; }
  [[nodiscard]] char here() const { return at < text.size() ? text[at] : '\n'; }
  [[nodiscard]] std::string_view line() const { return text.substr(line_begin, line_end - line_begin); }
  [[nodiscard]] std::string_view bytes(std::size_t begin, std::size_t end) const {
    return text.substr(begin, end - begin);
  }

  Diagnostic& tell(std::string code, std::size_t begin, std::size_t end, std::string message) const {
    const Span span{error.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    return diags.error(std::move(code), span, std::move(message));
  }
  [[nodiscard]] std::size_t character_end() const {
    return std::min(text.size(), at + std::max<std::size_t>(1, utf8::decode(text, at).length));
  }
  // Up to the end of the line, a comment or what ends a value, without blanks at the end.
  [[nodiscard]] std::size_t word_end(std::string_view enders) const {
    std::size_t end = std::min(line_end, text.find_first_of(enders, at));
    while (end > at && blanks.find(text[end - 1]) != std::string_view::npos) --end;
    return std::max(end, at);
  }
  // The run of value characters around the place: a number, a date, a time.
  [[nodiscard]] std::pair<std::size_t, std::size_t> literal() const {
    const auto part = [&](std::size_t i) {
      return ascii::is_digit(text[i]) || ascii::is_letter(text[i]) ||
             std::string_view(":.-+_").find(text[i]) != std::string_view::npos;
    };
    std::size_t begin = at, end = at;
    while (begin > line_begin && part(begin - 1)) --begin;
    while (end < line_end && part(end)) ++end;
    return {begin, end};
  }
};

bool form(std::string_view word, std::string_view pattern) {
  return word.size() == pattern.size() && std::equal(word.begin(), word.end(), pattern.begin(),
                                                     [](char c, char p) { return p == '9' ? ascii::is_digit(c) : c == p; });
}

bool escape(const Place& p) {
  if (!p.said("unknown escape sequence") && !p.said("is not supported in TOML")) return false;
  const std::size_t begin = p.at > 0 ? p.at - 1 : 0;
  const std::string escaped(p.bytes(begin, p.character_end()));
  auto& told = p.tell("toml.escape", begin, p.character_end(), fmt::format("TOML has no escape “{}”", escaped));
  const char c = p.here();
  if (std::string_view("*[]").find(c) != std::string_view::npos) {
    told.hint(fmt::format("for a plain {0} write \\\\{0} in double quotes, or \\{0} in a text in single quotes", c));
  } else {
    told.hint("a backslash is written \\\\ in double quotes; a text in single quotes takes it as it is");
  }
  return true;
}

bool unicode_escape(const Place& p) {
  if (!p.said("unicode scalar") && !p.said("unicode surrogates")) return false;
  const std::size_t begin = p.text.rfind('\\', p.at);
  if (begin == std::string_view::npos || begin < p.line_begin) return false;
  std::size_t end = begin + 2;
  while (end < p.line_end && end < begin + 10 && (ascii::is_digit(p.text[end]) || ascii::is_letter(p.text[end]))) ++end;
  p.tell("toml.escape", begin, end, fmt::format("“{}” names no character", p.bytes(begin, end)))
      .hint("type the character itself, or \\u and its four hexadecimal digits");
  return true;
}

bool unclosed_string(const Place& p) {
  if (!p.said("string") || !p.scan.unclosed) return false;
  const auto [begin, end] = *p.scan.unclosed;
  if (end - begin == 3) {
    p.tell("toml.quote", begin, end, "this text is never closed")
        .hint(fmt::format("it ends with the same three quotes: {}", p.bytes(begin, end)));
    return true;
  }
  if (p.at < begin || p.here() == '\\') return false;
  std::size_t last = std::min(p.text.find('\n', begin), p.text.size());
  if (last > begin && p.text[last - 1] == '\r') --last;
  p.tell("toml.quote", begin, last, "the closing quote is missing on this line")
      .hint("a text over several lines stands between three quotes on each side: \"\"\"…\"\"\"");
  return true;
}

bool control_character(const Place& p) {
  if (!p.said("control characters")) return false;
  p.tell("toml.control-character", p.at, p.character_end(),
         fmt::format("the control character {} may not stand here", utf8::name_of(utf8::decode(p.text, p.at).value)))
      .hint("take it out");
  return true;
}

bool inline_table(const Place& p) {
  if (!p.said("inline table")) return false;
  if (p.said("dangling comma")) {
    const std::size_t comma = p.text.rfind(',', p.at);
    if (comma == std::string_view::npos) return false;
    p.tell("toml.inline-table-comma", comma, comma + 1, "an inline table has no comma at its end")
        .hint("take the comma out");
    return true;
  }
  if (p.at < p.line_end && p.here() != '#' && p.said("expected comma")) {
    p.tell("toml.inline-table-comma", p.at, p.character_end(), "a comma is wanted before this key of the inline table");
    return true;
  }
  if (p.at < p.line_end && p.here() != '#') return false;
  const std::size_t brace = p.line().rfind('{');
  const std::size_t begin = brace == std::string_view::npos ? p.line_begin : p.line_begin + brace;
  p.tell("toml.inline-table-break", begin, std::max(p.line_end, begin + 1), "an inline table stays on one line")
      .hint("join the lines, or give it a [table] of its own below");
  return true;
}

bool bare_time(const Place& p) {
  if (!p.said("time")) return false;
  const auto [begin, end] = p.literal();
  const std::string_view word = p.bytes(begin, end);
  if (!form(word, "99:99") && !form(word, "9:99")) return false;
  const std::string padded = (word.size() == 4 ? "0" : "") + std::string(word);
  p.tell("toml.bare-time", begin, end, fmt::format("{} is no TOML: a time has seconds or stands in quotes", word))
      .hint(fmt::format("write \"{0}\", or {0}:00", padded));
  return true;
}

bool date_or_time(const Place& p) {
  if (!p.said("parsing date") && !p.said("parsing time")) return false;
  const auto [begin, end] = p.literal();
  if (begin == end) return false;
  const bool date = p.bytes(begin, end).find('-') != std::string_view::npos;
  p.tell(date ? "toml.date" : "toml.time", begin, end,
         fmt::format("{} is not a possible {}", p.bytes(begin, end), date ? "date" : "time"))
      .hint(date ? "a date is written year-month-day, e.g. 2026-03-17" : "a time is written 09:30:00, or \"09:30\"");
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

bool date_as_people_write_it(const Place& p) {
  const std::size_t equals = p.line().find('=');
  if (equals == std::string_view::npos || p.at < p.line_begin + equals) return false;
  const std::string_view rest = p.line().substr(equals + 1);
  const std::string_view value = trimmed(rest.substr(0, rest.find('#')));
  if (!reads_as_date(value)) return false;
  const auto begin = static_cast<std::size_t>(value.data() - p.text.data());
  p.tell("toml.date", begin, begin + value.size(), fmt::format("{} is not how TOML writes a date", value))
      .hint("year-month-day, without quotes, e.g. 2026-03-17");
  return true;
}

bool number(const Place& p) {
  if (!p.said("integer") && !p.said("floating-point")) return false;
  if (p.said("redefine")) return false;
  const auto [begin, end] = p.literal();
  if (begin == end) return false;
  p.tell("toml.number", begin, end, fmt::format("{} is not a number of TOML", p.bytes(begin, end)))
      .hint(fmt::format("if it is a name or a code, put it in quotes: \"{}\"", p.bytes(begin, end)));
  return true;
}

bool double_equals(const Place& p) {
  if (p.here() != '=' || !p.said("value")) return false;
  std::size_t begin = p.at;
  while (begin > p.line_begin && p.text[begin - 1] == '=') --begin;
  p.tell("toml.equals", begin, p.at + 1, "one “=” stands between a key and its value").hint("take the second one out");
  return true;
}

bool curly_quotes(const Place& p) {
  constexpr std::array<char32_t, 9> quotes = {U'“', U'”', U'„', U'‟', U'‘', U'’', U'«', U'»', U'`'};
  const char32_t c = utf8::decode(p.text, p.at).value;
  if (!p.said("value") || std::find(quotes.begin(), quotes.end(), c) == quotes.end()) return false;
  p.tell("toml.curly-quote", p.at, p.character_end(), fmt::format("{} does not open a text", utf8::encode(c)))
      .hint("TOML wants straight quotes around a text: \"…\"; inside it any quotes may stand");
  return true;
}

// A no-break or zero-width blank, pasted in unseen.
bool odd_blank(const Place& p) {
  const char32_t c = utf8::decode(p.text, p.at).value;
  const bool odd = c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x205F || c == 0x2060 ||
                   c == 0x3000 || c == 0xFEFF;
  if (!odd || p.said("string")) return false;
  p.tell("toml.blank", p.at, p.character_end(),
         fmt::format("{} stands here unseen, and is no plain blank", utf8::name_of(c)))
      .hint("type a plain blank in its place");
  return true;
}

bool bare_word(const Place& p) {
  if (!p.said("could not determine value type") && !p.said("parsing boolean")) return false;
  std::size_t begin = p.at;
  while (begin > p.line_begin && ascii::is_letter(p.text[begin - 1])) --begin;
  const std::size_t end = p.word_end(",]}#\n");
  if (end <= begin) return false;
  const std::string word(p.bytes(begin, end));
  std::string small = word;
  std::transform(small.begin(), small.end(), small.begin(),
                 ascii::small);
  auto& told = p.tell("toml.bare-word", begin, end, fmt::format("{} stands without quotes", word));
  if (small == "true" || small == "yes") return told.hint("write true, in small letters"), true;
  if (small == "false" || small == "no") return told.hint("write false, in small letters"), true;
  told.hint(fmt::format("put it in quotes: \"{}\"", word));
  return true;
}

bool after_value(const Place& p) {
  if (!p.said("expected a comment or whitespace")) return false;
  const std::size_t end = std::max(p.word_end("#\n"), p.character_end());
  const bool header = trimmed(p.line()).starts_with('[');
  auto& told =
      p.tell("toml.after-value", p.at, end,
             header ? "nothing may follow the header on its line" : "nothing may follow the value on its line");
  const std::string_view rest = p.bytes(p.at, end);
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
  const std::size_t equals = p.line().find('=');
  const std::size_t begin = equals == std::string_view::npos ? p.at : p.line_begin + equals;
  p.tell("toml.no-value", begin, begin + 1, "the value is missing").hint("leave a key out if there is nothing to say");
  return true;
}

bool no_equals(const Place& p) {
  if (!p.said("expected '='")) return false;
  const std::size_t end = std::max(p.word_end("#\n"), p.character_end());
  auto& told = p.tell("toml.equals", p.at, end, "a “=” is wanted between a key and its value");
  if (p.bytes(p.at, end).find('=') != std::string_view::npos)
    told.hint("a key is one word of the letters a to z, digits, - and _");
  return true;
}

bool array(const Place& p) {
  if (!p.said("parsing array")) return false;
  if (p.said("saw comma")) {
    p.tell("toml.array", p.at, p.at, "a value is missing between two commas").hint("take one comma out");
    return true;
  }
  p.tell("toml.array", p.at, p.character_end(), "the array is not closed: a comma or “]” is wanted before this");
  return true;
}

// The last name in the parser's words: cannot redefine existing table 'a.b'.
std::string_view quoted_name(std::string_view said) {
  const std::size_t end = said.rfind('\'');
  const std::size_t begin = end == std::string_view::npos ? end : said.rfind('\'', end - 1);
  return begin == std::string_view::npos ? "" : said.substr(begin + 1, end - begin - 1);
}

// An earlier line that starts with `opening`, within the same table when `same_table`.
std::optional<std::size_t> earlier_line(const Place& p, const std::string& opening, bool same_table) {
  std::size_t end = p.line_begin;
  while (end > 0) {
    const std::size_t before = end >= 2 ? p.text.rfind('\n', end - 2) : std::string_view::npos;
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = p.bytes(begin, end);
    const std::size_t lead = std::min(line.find_first_not_of(blanks), line.size());
    const std::string_view rest = line.substr(lead);
    if (rest.starts_with(opening) &&
        !(rest.size() > opening.size() &&
          (ascii::is_letter(rest[opening.size()]) || rest[opening.size()] == '_' || rest[opening.size()] == '-')))
      return begin + lead;
    if (same_table && rest.starts_with('[')) return std::nullopt;
    end = begin;
  }
  return std::nullopt;
}

bool duplicate_header(const Place& p, std::string_view name) {
  const std::size_t begin = p.line_begin + std::min(p.line().find_first_not_of(blanks), p.line().size());
  const std::size_t end = p.line_begin + std::min(p.line().rfind(']') + 1, p.line().size());
  auto& told = p.tell("toml.duplicate", begin, std::max(end, begin + 1), fmt::format("“{}” is there already", name));
  for (const std::string& opening : {fmt::format("[{}]", name), fmt::format("[[{}]]", name), std::string(name)}) {
    const auto first = earlier_line(p, opening, false);
    if (!first) continue;
    const auto from = static_cast<std::uint32_t>(*first);
    told.note({p.error.file, from, static_cast<std::uint32_t>(from + opening.size())}, "first here");
    break;
  }
  told.hint("put all its keys under one header; only the entries of a list ([[side]], [[step]]) have one each");
  return true;
}

bool duplicate(const Place& p) {
  if (!p.said("cannot redefine") && !p.said("cannot insert")) return false;
  const std::string_view name = quoted_name(p.error.said);
  if (p.said("table header")) return duplicate_header(p, name);
  const std::string_view last = name.substr(name.rfind('.') == std::string_view::npos ? 0 : name.rfind('.') + 1);
  const std::size_t found = p.bytes(p.line_begin, p.at).rfind(last);
  const std::size_t begin = found == std::string_view::npos ? p.line_begin : p.line_begin + found;
  auto& told = p.tell("toml.duplicate", begin, begin + std::max<std::size_t>(1, last.size()),
                      fmt::format("“{}” is given twice in one table", last));
  if (const auto first = earlier_line(p, std::string(last), true)) {
    const auto from = static_cast<std::uint32_t>(*first);
    told.note({p.error.file, from, static_cast<std::uint32_t>(from + last.size())}, "first here");
  }
  told.hint("keep one of them");
  return true;
}

bool header(const Place& p) {
  if (!p.said("table header")) return false;
  const std::size_t begin = p.line_begin + std::min(p.line().find_first_not_of(blanks), p.line().size());
  p.tell("toml.header", begin, std::max(p.line_end, begin + 1), "the header of a table is not closed")
      .hint("a table starts with [name], an entry of a list with [[name]]");
  return true;
}

bool key(const Place& p) {
  if (!p.said("expected keys, tables") && !p.said("parsing key")) return false;
  const std::size_t end = std::max(p.word_end("=#\n"), p.character_end());
  p.tell("toml.key", p.at, end, fmt::format("“{}” is no key", p.bytes(p.at, end)))
      .hint("a key has letters a to z, digits, - and _, and stands before a “=”");
  return true;
}

bool anything(const Place& p) {
  std::string_view said = p.error.said;
  said = said.substr(0, said.find(", saw '!'"));  // what the reader put in a stray character's place
  if (const std::size_t colon = said.find(": "); colon != std::string_view::npos) said.remove_prefix(colon + 2);
  std::string words(said);
  if (!words.empty()) words[0] = ascii::small(words[0]);
  p.tell("toml.syntax", p.at, std::min(p.character_end(), std::max(p.line_end, p.at)), words);
  return true;
}

}  // namespace

void tell_syntax_error(const SyntaxError& error, const TomlScan& scan, Diagnostics& diags) {
  const SourceFile& source = diags.sources[error.file];
  const std::size_t at = std::min(error.offset, source.text().size());
  const Position position = source.position(at);
  const std::size_t begin = source.line_start(position.line);
  const std::size_t end = begin + source.line(position.line).size();
  const Place place{error, scan, diags, source.text(), at, begin, end};
  // In this order: the narrow slips before the wide ones.
  constexpr std::array slips = {unicode_escape,
                                escape,
                                unclosed_string,
                                control_character,
                                odd_blank,
                                inline_table,
                                bare_time,
                                date_or_time,
                                date_as_people_write_it,
                                double_equals,
                                curly_quotes,
                                duplicate,
                                number,
                                bare_word,
                                after_value,
                                no_value,
                                no_equals,
                                array,
                                header,
                                key,
                                anything};
  for (const auto slip : slips)
    if (slip(place)) return;
}

}  // namespace readout::model
