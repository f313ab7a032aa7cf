#include "support/extremes.hpp"

#include <algorithm>
#include <fstream>
#include <map>

#include "support/words.hpp"

namespace readout::test {
namespace {

constexpr std::string_view head = "readout = 1\n[document]\ntitle = \"T\"\n";

void append_utf8(std::string& out, char32_t c) {
  const auto byte = [&out](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) return byte(0xC0 | c >> 6U), byte(0x80 | (c & 0x3FU));
  if (c < 0x10000) return byte(0xE0 | c >> 12U), byte(0x80 | (c >> 6U & 0x3FU)), byte(0x80 | (c & 0x3FU));
  byte(0xF0 | c >> 18U), byte(0x80 | (c >> 12U & 0x3FU)), byte(0x80 | (c >> 6U & 0x3FU)), byte(0x80 | (c & 0x3FU));
}

/// As a TOML string; signs of markup and straight quotes are taken as they are.
std::string quoted(std::u32string_view text) {
  std::string out = "\"";
  for (const char32_t c : text) {
    if (std::u32string_view(U"*[]'\"\\").find(c) != std::u32string_view::npos) out += "\\\\";
    if (c == U'"' || c == U'\\') out += "\\";
    append_utf8(out, c);
  }
  return out + "\"";
}

std::u32string repeated(std::u32string_view unit, std::size_t times) {
  std::u32string out;
  for (std::size_t i = 0; i < times; ++i) out += unit;
  return out;
}

std::u32string number(std::size_t value) {
  const std::string digits = std::to_string(value);
  return {digits.begin(), digits.end()};
}

Extreme summary(const std::u32string& text) { return {std::string(head) + "summary = " + quoted(text) + "\n", text}; }

// ---- texts --------------------------------------------------------------------------------------

char32_t letter(Dice& dice) {
  constexpr std::u32string_view letters = U"aewmßéþžαωжщقلابتثש";
  return letters[dice.roll(letters.size())];
}

std::u32string one_word(std::size_t size, Dice& dice) {
  if (dice.chance(50)) return repeated(std::u32string(1, letter(dice)), size);
  std::u32string out;
  for (std::size_t i = 0; i < size; ++i) out += letter(dice);
  return out;
}

/// An address that UAX #14 parts nowhere for long.
std::u32string address(std::size_t size, Dice& dice) {
  constexpr std::u32string_view letters = U"abcdefwm0123456789-_";
  std::u32string out = dice.chance(50) ? U"www." : U"https://";
  for (std::size_t i = 0; i < size; ++i) out += letters[dice.roll(letters.size())];
  return out;
}

std::u32string words(std::size_t size) {
  std::u32string out;
  for (std::size_t i = 0; i < size; ++i) out += (i == 0 ? U"w" : U" w") + number(i % 1000);
  return out;
}

std::u32string without_width(std::size_t size, Dice& dice) {
  constexpr std::u32string_view nothing =
      U"\u200B\u200C\u200D\u2060\u00AD\u034F\uFE0F\uFE00\u200E\u200F\u061C\U000E0101\u180B";
  std::u32string out = U"a";
  for (std::size_t i = 0; i < size; ++i) out += dice.chance(20) ? letter(dice) : nothing[dice.roll(nothing.size())];
  return out + U"z";
}

std::u32string stacks(std::size_t size, Dice& dice) {
  constexpr std::u32string_view bases = U"aeoلب";
  std::u32string out;
  while (out.size() < size) {
    const char32_t base = bases[dice.roll(bases.size())];
    out += base;
    const std::size_t high = dice.between(1, std::min<std::size_t>(500, size));
    for (std::size_t i = 0; i < high; ++i)
      out += static_cast<char32_t>(base < 0x600 ? 0x300 + dice.roll(0x15) : 0x64B + dice.roll(8));
    if (dice.chance(30)) out += U' ';
  }
  return out;
}

std::u32string blanks(std::size_t size, Dice& dice) {
  constexpr std::u32string_view kinds = U" \u00A0\u2000\u2003\u2007\u2009\u200A\u202F\u205F\u3000";
  std::u32string out = U"a";
  for (std::size_t i = 0; i < size; ++i) out += dice.chance(2) ? U'b' : kinds[dice.roll(kinds.size())];
  return out + U"z";
}

/// Isolates and marks by lot: mostly not paired, so that mostly they are told.
std::u32string directions(std::size_t size, Dice& dice) {
  constexpr std::u32string_view marks = U"\u2066\u2067\u2068\u2069\u2069\u200E\u200F\u061C\u202A\u202E\u202C";
  std::u32string out = U"a";
  for (std::size_t i = 0; i < size; ++i) out += dice.chance(70) ? letter(dice) : marks[dice.roll(marks.size())];
  return out;
}

bool is_refused(char32_t c) {
  return c < 0x21 || (c >= 0x7F && c < 0xA1) || (c >= 0xD800 && c < 0xF900) || c >= 0xF0000 || c == 0x2028 ||
         c == 0x2029 || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c & 0xFFFEU) == 0xFFFE ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c > 0x10FFFF;
}

/// A few characters of every block that Unicode has, `size` of each, block by block.
std::u32string every_block(std::size_t size, Dice& dice) {
  std::ifstream file("/usr/share/unicode/Blocks.txt");
  std::u32string out;
  for (std::string line; std::getline(file, line);) {
    const std::size_t dots = line.find(".."), end = line.find(';');
    if (line.empty() || line[0] == '#' || dots == std::string::npos || end == std::string::npos) continue;
    const auto first = std::stoul(line.substr(0, dots), nullptr, 16),
               last = std::stoul(line.substr(dots + 2, end - dots - 2), nullptr, 16);
    for (std::size_t i = 0; i < size; ++i)
      if (const auto c = static_cast<char32_t>(dice.between(first, last)); !is_refused(c)) out += c;
    out += U' ';
  }
  return out + U'z';
}

// ---- structures ---------------------------------------------------------------------------------

const std::string discussion = "summary = \"S\"\n[[discussion]]\nheading = \"H\"\n";

Extreme cell(std::size_t size) {
  const std::u32string text = words(size);
  return {std::string(head) + discussion + "[discussion.table]\ncolumns = [\"A\", \"B\"]\nrows = [[\"x\", " +
              quoted(text) + "]]\n",
          text};
}

/// Columns that hold nothing but one letter in the last row.
Extreme columns(std::size_t size) {
  std::string names, row;
  for (std::size_t i = 0; i < size; ++i) {
    names += i == 0 ? "\"i\"" : ", \"i\"";
    row += i == 0 ? "\"q\"" : ", \"\"";
  }
  return {std::string(head) + discussion + "[discussion.table]\ncolumns = [" + names + "]\nrows = [[" + row + "]]\n",
          U"q" + repeated(U"i", size)};
}

/// Rows of a table that is a few columns wide.
Extreme rows(std::size_t size) {
  std::string all;
  std::u32string printed;
  for (std::size_t i = 0; i < size; ++i) {
    all += "[\"r\", " + std::to_string(i) + ", \"\"],\n";
    printed += U"r" + number(i);
  }
  return {
      std::string(head) + discussion + "[discussion.table]\ncolumns = [\"A\", \"B\", \"C\"]\nrows = [\n" + all + "]\n",
      printed};
}

/// A table of so many columns that every cell is too narrow, and all of it on one line of the file.
Extreme narrow(std::size_t size) {
  constexpr std::size_t columns = 20;
  std::string names, row, all;
  for (std::size_t i = 0; i < columns; ++i) {
    names += i == 0 ? "\"i\"" : ", \"i\"";
    row += i == 0 ? "\"wq w\"" : ", \"wq w\"";
  }
  for (std::size_t i = 0; i < size; ++i) all += "[" + row + "], ";
  return {std::string(head) + discussion + "[discussion.table]\ncolumns = [" + names + "]\nrows = [" + all + "]\n",
          repeated(U"wqw", size * columns)};
}

/// Points in points, as deep as they go, again and again.
Extreme lists(std::size_t size) {
  constexpr std::size_t deepest = 12;
  std::string all;
  std::u32string printed;
  for (std::size_t done = 0; done < size; done += deepest) {
    std::string inner = "\"x\"";
    for (std::size_t i = 0; i < deepest; ++i)
      inner = "{ text = \"p" + std::to_string(i) + "\", points = [" + inner + "] }";
    all += inner + ",\n";
    printed += repeated(U"p", deepest) + U"x";
  }
  return {std::string(head) + discussion + "points = [\n" + all + "]\n", printed};
}

Extreme notes(std::size_t size) {
  std::string all;
  for (std::size_t i = 0; i < size; ++i) all += "{ text = \"t\", note = \"n\" },\n";
  return {std::string(head) + discussion + "points = [\n" + all + "]\n", repeated(U"tn", size)};
}

Extreme people(std::size_t size) {
  std::string all;
  for (std::size_t i = 0; i < size; ++i) all += "\"Q" + std::to_string(i) + "\",\n";
  return {std::string(head) + "summary = \"S\"\n[[side]]\nid = \"a\"\nname = \"A\"\npeople = [\n" + all + "]\n",
          repeated(U"Q", size)};
}

Extreme steps(std::size_t size) {
  std::string all;
  for (std::size_t i = 0; i < size; ++i) all += "[[step]]\ntext = \"q\"\n";
  return {std::string(head) + "summary = \"S\"\n" + all, repeated(U"q", size)};
}

Extreme headings(std::size_t size) {
  std::string all;
  for (std::size_t i = 0; i < size; ++i) all += "[[discussion]]\nheading = \"Q\"\ntext = \"t\"\n";
  return {std::string(head) + "summary = \"S\"\n" + all, repeated(U"Qt", size)};
}

Extreme markup(std::size_t size) {
  std::string all;
  for (std::size_t i = 0; i < size; ++i) all += "*a **b** c* [d](https://example.org/" + std::to_string(i) + ") ";
  return {std::string(head) + "summary = \"" + all + "\"\n", repeated(U"abcd", size)};
}

Extreme paragraphs(std::size_t size) {
  std::string all;
  for (std::size_t i = 0; i < size; ++i) all += "q\n\n";
  return {std::string(head) + "summary = \"\"\"\n" + all + "\"\"\"\n", repeated(U"q", size)};
}

Extreme nothing(std::size_t) { return {std::string(head) + "summary = \"S\"\n", U"S"}; }

/// As long as a line of the brief may be, at most.
Extreme title(std::size_t size) {
  constexpr std::size_t longest_line = 4000;
  std::u32string text = words(size);
  if (text.size() > longest_line) text.resize(text.rfind(U' ', longest_line));
  return {"readout = 1\n[document]\ntitle = " + quoted(text) + "\nsummary = \"S\"\n", text};
}

using FromSize = Extreme (*)(std::size_t);
using FromDice = std::u32string (*)(std::size_t, Dice&);

const std::map<std::string_view, FromSize>& structures() {
  static const std::map<std::string_view, FromSize> all{
      {"cell", cell},     {"columns", columns}, {"headings", headings}, {"lists", lists},
      {"markup", markup}, {"notes", notes},     {"nothing", nothing},   {"paragraphs", paragraphs},
      {"narrow", narrow}, {"people", people},   {"rows", rows},         {"steps", steps},
      {"title", title}};
  return all;
}

const std::map<std::string_view, FromDice>& texts() {
  static const std::map<std::string_view, FromDice> all{
      {"address", address}, {"blanks", blanks}, {"blocks", every_block},      {"directions", directions},
      {"stacks", stacks},   {"word", one_word}, {"zero-width", without_width}};
  return all;
}

}  // namespace

const std::vector<std::string_view>& extreme_kinds() {
  static const std::vector<std::string_view> kinds = [] {
    std::vector<std::string_view> names;
    for (const auto& [name, make] : structures()) names.push_back(name);
    for (const auto& [name, make] : texts()) names.push_back(name);
    return names;
  }();
  return kinds;
}

std::size_t usual_size(std::string_view kind) {
  static const std::map<std::string_view, std::size_t> sizes{
      {"blanks", 4000},  {"blocks", 3},        {"cell", 10000}, {"columns", 500},     {"directions", 60},
      {"headings", 100}, {"lists", 600},       {"markup", 600}, {"notes", 300},       {"nothing", 1},
      {"people", 500},   {"paragraphs", 1000}, {"narrow", 40},  {"rows", 500},        {"stacks", 2000},
      {"steps", 400},    {"title", 200},       {"word", 10000}, {"zero-width", 4000}, {"address", 10000}};
  return sizes.at(kind);
}

Extreme extreme_brief(std::string_view kind, std::size_t size, std::uint64_t seed, std::u32string_view without) {
  if (const auto found = structures().find(kind); found != structures().end()) return found->second(size);
  Dice dice(seed);
  std::u32string text = texts().at(kind)(size, dice);
  std::erase_if(text, [&](char32_t c) { return without.find(c) != std::u32string_view::npos; });
  return summary(text);
}

}  // namespace readout::test
