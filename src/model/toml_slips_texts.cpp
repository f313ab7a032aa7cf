// Quotes, escapes, control characters and blanks that are none.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "model/toml_place.hpp"

namespace readout::model {
namespace {

/// "C:\Users\me\logo.png", and what stands under the key `file`: the value as it was typed, without its quotes.
std::string_view path_at(const Place& p) {
  const Written value = p.written();
  std::string_view path = value.text;
  if (path.size() < 4 || path.front() != '"') return {};
  path = path.substr(1, path.find('"', 1) - 1);
  const bool drive = path.size() > 2 && ascii::is_letter(path[0]) && path.substr(1, 2) == ":\\";
  return drive || value.key == "file" ? path : std::string_view{};
}

/// A path as Windows writes it, whose backslashes TOML takes for escapes.
bool path_with_backslashes(const Place& p) {
  const std::string_view path = path_at(p);
  const bool escape = p.said("escape sequence") || p.said("is not supported in TOML") || p.said("unicode");
  const std::size_t last = path.rfind('\\');
  if (!escape || last == std::string_view::npos) return false;
  const auto begin = static_cast<std::size_t>(path.data() - p.text.data());
  const std::string_view name = path.substr(last + 1);
  p.tell("toml.escape", {begin, begin + path.size()}, "in double quotes a backslash begins an escape")
      .hint("a path is written with “/”, and begins at the folder of the brief" +
            (name.empty() ? "" : fmt::format(": \"{0}\" beside it, \"images/{0}\" below it", name)));
  return true;
}

bool escape(const Place& p) {
  if (!p.said("unknown escape sequence") && !p.said("is not supported in TOML")) return false;
  const Stretch where{p.at > 0 ? p.at - 1 : 0, p.character_end()};
  auto& told = p.tell("toml.escape", where, fmt::format("TOML has no escape “{}”", p.bytes(where)));
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
  p.tell("toml.escape", {begin, end}, fmt::format("“{}” names no character", p.bytes({begin, end})))
      .hint("type the character itself, or \\u and its four hexadecimal digits");
  return true;
}

bool is_curly(char32_t c) {
  constexpr std::u32string_view quotes = U"“”„‟‘’«»`";
  return quotes.find(c) != std::u32string_view::npos;
}

/// The last character of [begin, end), where it is a quote that word processors put in: its place; else `end`.
std::size_t curly_end(const Place& p, Stretch line) {
  std::size_t last = line.end;
  while (last > line.begin && std::string_view(" \t,]}").find(p.text[last - 1]) != std::string_view::npos) --last;
  std::size_t begin = last;
  while (begin > line.begin && (static_cast<unsigned char>(p.text[--begin]) & 0xC0U) == 0x80) continue;
  const bool curly = begin < last && is_curly(utf8::decode(p.text, begin).value);
  return curly ? begin : line.end;
}

bool unclosed_string(const Place& p) {
  if (!p.said("string") || !p.scan.unclosed) return false;
  const Stretch open{p.scan.unclosed->begin, p.scan.unclosed->end};
  if (open.end - open.begin == 3) {
    p.tell("toml.quote", open, "this text is never closed")
        .hint(fmt::format("it ends with the same three quotes: {}", p.bytes(open)));
    return true;
  }
  if (p.at < open.begin || p.here() == '\\') return false;
  Stretch line{open.begin, std::min(p.text.find('\n', open.begin), p.text.size())};
  if (!line.empty() && p.text[line.end - 1] == '\r') --line.end;
  auto& told = p.tell("toml.quote", line, "the closing quote is missing on this line");
  if (const std::size_t curly = curly_end(p, {open.end, line.end}); curly < line.end) {
    told.hint(fmt::format("{} does not close a text that {} opens: write {} in its place",
                          utf8::encode(utf8::decode(p.text, curly).value), p.bytes(open), p.bytes(open)));
  } else {
    told.hint("a text over several lines stands between three quotes on each side: \"\"\"…\"\"\"");
  }
  return true;
}

bool control_character(const Place& p) {
  if (!p.said("control characters")) return false;
  p.tell("toml.control-character", {p.at, p.character_end()},
         fmt::format("the control character {} may not stand here", utf8::name_of(p.character())))
      .hint("take it out");
  return true;
}

bool curly_quotes(const Place& p) {
  if (!p.said("value") || !is_curly(p.character())) return false;
  p.tell("toml.curly-quote", {p.at, p.character_end()},
         fmt::format("{} does not open a text", utf8::encode(p.character())))
      .hint("TOML wants straight quotes around a text: \"…\"; inside it any quotes may stand");
  return true;
}

/// Keys want no quotes at all.
bool curly_key(const Place& p) {
  const bool wanted = p.said("expected key") || p.said("parsing key");
  if (!wanted || p.said("expected key-value") || !is_curly(p.character())) return false;
  p.tell("toml.curly-quote", {p.at, p.character_end()},
         fmt::format("{} does not open a key", utf8::encode(p.character())))
      .hint("a key stands without quotes: en = \"…\"");
  return true;
}

// A no-break or zero-width blank, pasted in unseen.
bool odd_blank(const Place& p) {
  const char32_t c = p.character();
  const bool odd = c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x205F || c == 0x2060 ||
                   c == 0x3000 || c == 0xFEFF;
  if (!odd || p.said("string")) return false;
  p.tell("toml.blank", {p.at, p.character_end()},
         fmt::format("{} stands here unseen, and is no plain blank", utf8::name_of(c)))
      .hint("type a plain blank in its place");
  return true;
}

}  // namespace

std::span<const Slip> slips_of_texts() {
  static constexpr std::array<Slip, 8> slips = {path_with_backslashes, unicode_escape, escape,       unclosed_string,
                                                control_character,     odd_blank,      curly_quotes, curly_key};
  return slips;
}

}  // namespace readout::model
