// Inline tables and arrays: their commas, brackets and keys.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "model/toml_place.hpp"

namespace readout::model {
namespace {

constexpr const char* key_hint = "a key has letters a to z, digits, - and _, and stands before a “=”";

/// The comma of Arabic, of Chinese, and the semicolons.
bool is_comma_elsewhere(char32_t c) {
  constexpr std::u32string_view signs = U";\u060C\u061B\uFF0C\u3001\uFF1B";
  return signs.find(c) != std::u32string_view::npos;
}

bool other_comma(const Place& p) {
  const bool table = p.said("key or closing '}'") || p.said("comma or closing '}'");
  if ((!table && !p.said("comma or closing ']'")) || !is_comma_elsewhere(p.character())) return false;
  p.tell(table ? "toml.inline-table-comma" : "toml.array", {p.at, p.character_end()},
         fmt::format("“{}” does not part {}", utf8::encode(p.character()),
                     table ? "the keys of an inline table" : "the values of an array"))
      .hint("write a plain comma: ,");
  return true;
}

/// { … ] and [ … }.
bool other_bracket(const Place& p) {
  const bool table = p.said("closing '}'") && p.here() == ']';
  if (!table && !(p.said("closing ']'") && p.here() == '}')) return false;
  p.tell(
       "toml.bracket", {p.at, p.at + 1},
       table ? "“]” closes an array, and this is an inline table" : "“}” closes an inline table, and this is an array")
      .hint(table ? "write “}” in its place" : "write “]” in its place");
  return true;
}

bool dangling_comma(const Place& p) {
  if (!p.said("dangling comma")) return false;
  const std::size_t comma = p.text.rfind(',', p.at);
  if (comma == std::string_view::npos) return false;
  p.tell("toml.inline-table-comma", {comma, comma + 1}, "an inline table has no comma at its end")
      .hint("take the comma out");
  return true;
}

bool comma_without_key(const Place& p) {
  if (!p.said("closing '}', saw comma")) return false;
  p.tell("toml.inline-table-comma", {p.at, p.at + 1}, "a key and its value are missing before this comma")
      .hint("take the comma out");
  return true;
}

bool missing_comma(const Place& p) {
  if (p.at >= p.line_end || p.here() == '#' || !p.said("expected comma or closing '}'")) return false;
  p.tell("toml.inline-table-comma", {p.at, p.character_end()}, "a comma is wanted before this key of the inline table");
  return true;
}

/// A key in letters that no key has: { عربي = "…" }, and réf = "…", where the parser wants a “=” before the é.
bool key_in_other_letters(const Place& p) {
  const bool within = p.said("expected '='") && p.character() > 0x7F;
  if (p.at >= p.line_end || (!within && !p.said("expected key or closing '}'"))) return false;
  const std::size_t before = p.text.find_last_of(" \t\n{,", p.at);
  const std::size_t begin = !within ? p.at : before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = p.word_end("=,}#\n");
  if (end <= p.at || p.text.find_first_not_of(" \t", end) != p.text.find('=', end)) return false;
  auto& told = p.tell("toml.key", {begin, end}, fmt::format("“{}” is no key", p.bytes({begin, end})));
  told.hint(key_hint);
  const bool in_table = p.bytes({p.line_begin, begin}).find('{') != std::string_view::npos;
  if (in_table) told.hint("a language is named by its tag: { en = \"…\", ar = \"…\" }");
  return true;
}

bool broken_table(const Place& p) {
  if (!p.said("inline table") || (p.at < p.line_end && p.here() != '#')) return false;
  const std::size_t brace = p.line().rfind('{');
  const std::size_t begin = brace == std::string_view::npos ? p.line_begin : p.line_begin + brace;
  p.tell("toml.inline-table-break", {begin, std::max(p.line_end, begin + 1)}, "an inline table stays on one line")
      .hint("join the lines, or give it a [table] of its own below");
  return true;
}

bool array(const Place& p) {
  if (!p.said("parsing array")) return false;
  if (p.said("saw comma")) {
    p.tell("toml.array", {p.at, p.at}, "a value is missing between two commas").hint("take one comma out");
    return true;
  }
  p.tell("toml.array", {p.at, p.character_end()}, "the array is not closed: a comma or “]” is wanted before this");
  return true;
}

/// [réunion], [état]: with other letters first the parser asks for a key, else for the end of the header.
bool header_in_other_letters(const Place& p) {
  const std::string_view line = without_blanks(p.line());
  if (!line.starts_with('[') || p.character() <= 0x7F || !(p.said("table header") || p.said("parsing key")))
    return false;
  const std::size_t open = line.find_first_not_of('['), length = line.find_first_of("]#", open);
  const std::size_t begin = static_cast<std::size_t>(line.data() - p.text.data()) + open;
  const std::size_t end = begin + line.substr(open, length - open).size();
  p.tell("toml.header", {begin, end}, fmt::format("“{}” is no name of a table", p.bytes({begin, end})))
      .hint("a name has letters a to z, digits, - and _");
  return true;
}

bool header(const Place& p) {
  if (!p.said("table header")) return false;
  const std::string_view line = without_blanks(p.line());
  const std::size_t begin = static_cast<std::size_t>(line.data() - p.text.data());
  const bool unnamed = p.said("blank bare keys") || line.find_first_not_of("[] \t") == std::string_view::npos;
  p.tell("toml.header", {begin, std::max(p.line_end, begin + 1)},
         unnamed ? "the header names no table" : "the header of a table is not closed")
      .hint("a table starts with [name], an entry of a list with [[name]]");
  return true;
}

bool key(const Place& p) {
  if (!p.said("expected keys, tables") && !p.said("parsing key")) return false;
  const std::size_t end = std::max(p.word_end("=#\n"), p.character_end());
  p.tell("toml.key", {p.at, end}, fmt::format("“{}” is no key", p.bytes({p.at, end}))).hint(key_hint);
  return true;
}

}  // namespace

std::span<const Slip> slips_of_brackets() {
  static constexpr std::array<Slip, 7> slips = {other_comma,   other_bracket,        dangling_comma, comma_without_key,
                                                missing_comma, key_in_other_letters, broken_table};
  return slips;
}
std::span<const Slip> slips_of_lines() {
  static constexpr std::array<Slip, 4> slips = {array, header_in_other_letters, header, key};
  return slips;
}

}  // namespace readout::model
