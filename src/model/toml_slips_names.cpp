// Something given twice: a key, a table, a key that a table holds already.
//
// The parser does not tell where the first one stands; it is looked for upwards from the second.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/ascii.hpp"
#include "model/key_homes.hpp"
#include "model/toml_place.hpp"

namespace readout::model {
namespace {

bool is_key_character(char c) { return ascii::is_digit(c) || ascii::is_letter(c) || c == '_' || c == '-'; }

/// The last name in the parser's words: cannot redefine existing table 'a.b'.
std::string_view quoted_name(std::string_view said) {
  // "… 'side.people' as array-of-tables" has its name before other words.
  const std::size_t end = said.rfind('\'');
  const std::size_t begin = end == std::string_view::npos ? end : said.rfind('\'', end - 1);
  return begin == std::string_view::npos ? "" : said.substr(begin + 1, end - begin - 1);
}

std::string_view last_part(std::string_view name) { return name.substr(name.rfind('.') + 1); }
std::string_view all_but_last(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? "" : name.substr(0, dot);
}

/// What a line begins with: the name of a header or of a key, with its brackets.
struct Opening {
  Stretch where;
  std::string_view name;
  bool header = false;
};

Opening opening_of(const Place& p, Stretch line) {
  const std::string_view words = without_blanks(p.bytes(line));
  Opening out;
  out.where.begin = out.where.end = static_cast<std::size_t>(words.data() - p.text.data());
  out.header = words.starts_with('[');
  if (out.header) {
    const std::size_t close = std::min(words.find_first_of("]#"), words.size());
    const std::size_t begin = std::min(words.find_first_not_of('['), close);
    out.name = without_blanks(words.substr(begin, close - begin));
    out.where.end += std::min(words.find_first_not_of(']', close), words.size());
    return out;
  }
  const auto stop = std::find_if_not(words.begin(), words.end(), is_key_character);
  out.name = words.substr(0, static_cast<std::size_t>(stop - words.begin()));
  out.where.end += out.name.size();
  return out;
}

/// The lines above the place, from the nearest upwards, until `take` gives true.
template <class Take>
void lines_above(const Place& p, Take take) {
  for (std::size_t end = p.line_begin; end > 0;) {
    const std::size_t before = end >= 2 ? p.text.rfind('\n', end - 2) : std::string_view::npos;
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    if (take(opening_of(p, {begin, end - 1}))) return;
    end = begin;
  }
}

/// The name of the table that the place's line stands in; "" above the first header.
std::string_view table_of(const Place& p) {
  std::string_view name;
  lines_above(p, [&](const Opening& o) { return o.header && (name = o.name, true); });
  return name;
}

/// The first place of a name as a header, or as a key of the last table that may hold it.
std::optional<Opening> earlier(const Place& p, std::string_view name) {
  const std::string_view table = all_but_last(name), key = last_part(name);
  std::optional<Opening> found, candidate;
  lines_above(p, [&](const Opening& o) {
    if (!o.header && o.name == key) candidate = o;
    if (!o.header) return false;
    if (o.name == name) found = o;
    else if (o.name == table && candidate) found = candidate;
    candidate.reset();
    return found.has_value();
  });
  return found ? found : table.empty() ? candidate : found;
}

Diagnostic& with_first(const Place& p, Diagnostic& told, const std::optional<Opening>& first) {
  if (first) told.note(p.span(first->where), "first here");
  return told;
}

/// A header for what is there: as a table or list, or as a value of a key.
bool duplicate_header(const Place& p) {
  if (!p.said("table header")) return false;
  const std::string_view name = quoted_name(p.error.said);
  const Opening own = opening_of(p, {p.line_begin, p.line_end});
  auto& told = p.tell("toml.duplicate", {own.where.begin, std::max(own.where.end, own.where.begin + 1)},
                      fmt::format("“{}” is there already", name));
  const auto first = earlier(p, name);
  with_first(p, told, first);
  const std::string_view key = last_part(name);
  if ((!first || first->header) && is_list_of_tables(name))
    told.hint(fmt::format("each entry of this list begins with double brackets, the first, too: {}", header_of(name)));
  else if (!first || first->header)
    told.hint("put all its keys under one header; only the entries of a list ([[side]], [[step]]) have one each");
  else if (p.said("array-of-tables"))
    told.hint(fmt::format("give the list in one way: {} = [ … ], or [[{}]] for each of its entries", key, name));
  else told.hint(fmt::format("give it in one way: {} = …, or the table [{}]", key, name));
  return true;
}

/// The key's first place in the inline table that holds both; nullopt when they stand in none.
std::optional<Opening> earlier_in_line(const Place& p, std::string_view key, std::size_t second) {
  std::size_t depth = 0;
  for (std::size_t i = second; i > p.line_begin; --i) {
    const char c = p.text[i - 1];
    if (c == '}') ++depth;
    if (c != '{' && c != ',') continue;
    if (c == '{' && depth > 0) {
      --depth;
      continue;
    }
    const std::size_t begin = std::min(p.text.find_first_not_of(" \t", i), second);
    const std::size_t after = begin + key.size();
    const bool same =
        depth == 0 && begin < second && p.text.substr(begin, key.size()) == key && !is_key_character(p.text[after]);
    if (same) return Opening{{begin, after}, key, false};
    if (c == '{') return std::nullopt;
  }
  return std::nullopt;
}

bool duplicate_key(const Place& p) {
  const std::string_view key = last_part(quoted_name(p.error.said));
  if (key.empty()) return false;
  const std::size_t found = p.bytes({p.line_begin, p.at}).rfind(key);
  const std::size_t begin = found == std::string_view::npos ? p.line_begin : p.line_begin + found;
  auto& told =
      p.tell("toml.duplicate", {begin, begin + key.size()}, fmt::format("“{}” is given twice in one table", key));
  auto first = earlier_in_line(p, key, begin);
  const std::string_view table = table_of(p);
  if (!first) first = earlier(p, table.empty() ? std::string(key) : fmt::format("{}.{}", table, key));
  with_first(p, told, first).hint("keep one of them");
  return true;
}

/// summary = "S", and then summary.en = "…": what a language adds stands in the table of the first.
bool dotted_key(const Place& p) {
  if (!p.said("as dotted key-value pair") && !p.said("existing inline table")) return false;
  Stretch name{p.at, p.at};
  while (name.end < p.line_end && is_key_character(p.text[name.end])) ++name.end;
  if (name.empty()) return false;
  const std::string_view key = p.bytes(name), table = table_of(p);
  auto& told =
      p.tell("toml.duplicate", name, fmt::format("“{}” has a value already, so nothing can be added to it", key));
  with_first(p, told, earlier(p, table.empty() ? std::string(key) : fmt::format("{}.{}", table, key)));
  told.hint(fmt::format("say all of it at once: {} = {{ en = \"…\", ar = \"…\" }}", key));
  return true;
}

bool duplicate(const Place& p) {
  if (!p.said("cannot redefine") && !p.said("cannot insert")) return false;
  return duplicate_header(p) || dotted_key(p) || duplicate_key(p);
}

}  // namespace

std::span<const Slip> slips_of_names() {
  static constexpr std::array<Slip, 1> slips = {duplicate};
  return slips;
}

}  // namespace readout::model
