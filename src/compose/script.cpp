#include "compose/script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "model/template_values.hpp"

namespace readout::compose {
namespace {

constexpr bool between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string roman(std::size_t number) {
  struct Step {
    std::size_t value;
    const char* text;
  };
  constexpr Step steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                            {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  std::string out;
  for (const Step& step : steps)
    for (; number >= step.value; number -= step.value) out += step.text;
  return out;
}

struct Mates {
  std::string_view opening, closing;
};
constexpr Mates quotes_and_brackets[] = {
    {"(", ")"}, {"[", "]"}, {"\u00AB", "\u00BB"}, {"\u2039", "\u203A"}, {"\u201C", "\u201D"}};

/// More openings than closings of that kind.
std::ptrdiff_t open_in(std::string_view text, const Mates& mates) {
  std::ptrdiff_t open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    open += rest.starts_with(mates.opening) ? 1 : rest.starts_with(mates.closing) ? -1 : 0;
  }
  return open;
}

/// Quotes and brackets inside a stretch take their mates in that stand just outside, one after the other.
void take_mates(std::string_view text, std::vector<ScriptStretch>& stretches, std::size_t i) {
  ScriptStretch& stretch = stretches[i];
  const auto text_of = [&](const ScriptStretch& one) { return text.substr(one.begin, one.end - one.begin); };
  std::array<std::ptrdiff_t, std::size(quotes_and_brackets)> open{};
  for (std::size_t m = 0; m < open.size(); ++m) open[m] = open_in(text_of(stretch), quotes_and_brackets[m]);
  const auto take_one = [&](std::size_t m) {
    const Mates& mates = quotes_and_brackets[m];
    if (open[m] > 0 && i + 1 < stretches.size() && text_of(stretches[i + 1]).starts_with(mates.closing)) {
      stretch.end = stretches[i + 1].begin += mates.closing.size();
      --open[m];
      return true;
    }
    if (open[m] < 0 && i > 0 && text_of(stretches[i - 1]).ends_with(mates.opening)) {
      stretch.begin = stretches[i - 1].end -= mates.opening.size();
      ++open[m];
      return true;
    }
    return false;
  };
  for (bool taken = true; taken;) {
    taken = false;
    for (std::size_t m = 0; m < open.size() && !taken; ++m) taken = take_one(m);
  }
}

}  // namespace

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || between(c, 0x660, 0x669); }

Script script_of(char32_t c) {
  if (between(c, U'A', U'Z') || between(c, U'a', U'z')) return Script::latin;
  if (c < 0xAA) return Script::neutral;
  if (c == 0xAA || c == 0xBA) return Script::latin;
  if (between(c, 0xC0, 0x24F)) return c == 0xD7 || c == 0xF7 ? Script::neutral : Script::latin;
  if (between(c, 0x250, 0x2AF) || between(c, 0x1E00, 0x1EFF) || between(c, 0xFB00, 0xFB06)) return Script::latin;
  if (between(c, 0x300, 0x36F)) return Script::neutral;
  if (between(c, 0x660, 0x66D) || between(c, 0x6F0, 0x6F9) || c == 0x60C || c == 0x61B || c == 0x61F ||
      between(c, 0x64B, 0x65F))
    return Script::neutral;  // digits, signs and marks go with the letters around them
  if (between(c, 0x620, 0x6FF) || between(c, 0x750, 0x77F) || between(c, 0x870, 0x8FF)) return Script::arabic;
  if (between(c, 0xFB50, 0xFDFF) || between(c, 0xFE70, 0xFEFC)) return Script::arabic;
  if (between(c, 0x370, 0x5FF) || between(c, 0x900, 0x1DBF) || between(c, 0x3040, 0xABFF) || c > 0xFFFF)
    return Script::other;
  return Script::neutral;
}

std::vector<ScriptStretch> stretches_of(std::string_view text, Script own) {
  if (own == Script::latin && is_ascii(text)) return {{0, text.size(), own}};
  std::vector<ScriptStretch> out;
  std::size_t last_strong_end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, length] = utf8::decode(text, i);
    const Script script = script_of(c);
    const std::size_t begin = i;
    i += length;
    if (script == Script::neutral) continue;
    if (out.empty()) {
      // What comes before the first letter is the text's own.
      if (script != own && begin > 0) out.push_back({0, begin, own});
      out.push_back({script != own ? begin : 0, i, script});
    } else if (out.back().script == script) {
      out.back().end = i;
    } else {
      // Signs between two scripts go with the text's own script.
      const bool own_before = out.back().script == own;
      const std::size_t cut = own_before ? begin : last_strong_end;
      out.back().end = cut;
      out.push_back({cut, i, script});
      if (!own_before && script != own && cut < begin) {
        out.back() = {cut, begin, own};
        out.push_back({begin, i, script});
      }
    }
    last_strong_end = i;
  }
  if (out.empty()) out.push_back({0, text.size(), own});
  else if (out.back().script == own || out.back().end == text.size()) out.back().end = text.size();
  else out.push_back({out.back().end, text.size(), own});
  for (std::size_t i = 0; i < out.size(); ++i)
    if (out[i].script != own) take_mates(text, out, i);
  return out;
}

bool has_script(std::string_view text, Script script) {
  if (script != Script::latin && script != Script::neutral && is_ascii(text)) return false;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, length] = utf8::decode(text, i);
    if (script_of(c) == script) return true;
    i += length;
  }
  return false;
}

bool has_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, length] = utf8::decode(text, i);
    if (script_of(c) != Script::neutral) return true;
    i += length;
  }
  return false;
}

bool ends_sentence(std::string_view text) {
  static constexpr std::string_view closers[] = {"\u201D", "\u2019", "\u00BB", "\u203A", ")", "]", "\"", "'"};
  static constexpr std::string_view stops[] = {".", "!", "?", ":", "\u061F", "\u2026", "\u06D4"};
  const auto ending = [&](const auto& marks) {
    for (const std::string_view mark : marks)
      if (text.ends_with(mark)) return mark.size();
    return std::size_t{0};
  };
  while (const std::size_t size = ending(closers)) text.remove_suffix(size);
  return ending(stops) > 0;
}

std::string digits(std::string_view text, const model::Words& words) {
  if (!words.arabic_digits) return std::string(text);
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') utf8::append(out, static_cast<char32_t>(0x660 + (c - '0')));
    else out += c;
  }
  return out;
}

std::string digits(std::int64_t number, const model::Words& words) { return digits(fmt::format("{}", number), words); }

std::string letter(std::size_t number, const model::Words& words, bool capital) {
  const std::u32string letters = utf8::to_utf32(words.at("letters"));
  std::u32string out;
  for (std::size_t rest = number; rest > 0; rest = (rest - 1) / letters.size())
    out.insert(out.begin(), letters[(rest - 1) % letters.size()]);
  if (capital)
    for (char32_t& c : out)
      if (between(c, U'a', U'z')) c = c - U'a' + U'A';
  return utf8::from_utf32(out);
}

std::string inner_number(std::size_t number, const model::Words& words) {
  return words.at("inner") == "roman" ? roman(number) : digits(static_cast<std::int64_t>(number), words);
}

namespace {

bool is_capital(char32_t c) { return between(c, U'A', U'Z') || (between(c, 0xC0, 0xDE) && c != 0xD7); }
bool is_small(char32_t c) { return between(c, U'a', U'z') || (between(c, 0xE0, 0xFE) && c != 0xF7); }

std::string with_start(char32_t c, std::string_view rest) {
  std::string out;
  utf8::append(out, c);
  return out.append(rest);
}

constexpr char32_t between_cases = U'a' - U'A';

}  // namespace

std::string with_small_start(std::string_view text) {
  if (text.empty()) return {};
  const auto [c, length] = utf8::decode(text, 0);
  return is_capital(c) ? with_start(c + between_cases, text.substr(length)) : std::string(text);
}

std::string with_capital_start(std::string_view text) {
  if (text.empty()) return {};
  const auto [c, length] = utf8::decode(text, 0);
  const bool own = length < text.size() && is_capital(utf8::decode(text, length).value);
  return is_small(c) && !own ? with_start(c - between_cases, text.substr(length)) : std::string(text);
}

std::string fill(std::string_view pattern, const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  for (const model::PatternPiece& piece : model::split_pattern(pattern)) {
    out += piece.literal;
    for (const std::string& name : piece.names)
      for (const auto& [key, value] : values)
        if (key == name) out += value;
  }
  return out;
}

}  // namespace readout::compose
