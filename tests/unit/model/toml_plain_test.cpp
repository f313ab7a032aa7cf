// Plain TOML is read as the parser reads it, and what is wrong or rare is left to the parser.
#include "model/toml_plain.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/utf8.hpp"

using namespace readout;
using namespace readout::model;

namespace {

bool same(const TomlString& a, const TomlString& b) {
  if (a.text != b.text || a.first != b.first || a.map.has_value() != b.map.has_value()) return false;
  return !a.map || ((*a.map).begins == (*b.map).begins && (*a.map).ends == (*b.map).ends);
}

bool same(const TomlValue& a, const TomlValue& b) {
  if (a.kind != b.kind || a.span != b.span || !same(a.string, b.string) || a.integer != b.integer ||
      a.floating != b.floating || a.boolean != b.boolean || a.date != b.date || a.time != b.time ||
      a.array.size() != b.array.size() || a.table.size() != b.table.size())
    return false;
  for (std::size_t i = 0; i < a.array.size(); ++i)
    if (!same(a.array[i], b.array[i])) return false;
  for (std::size_t i = 0; i < a.table.size(); ++i) {
    const TomlEntry &x = a.table[i], &y = b.table[i];
    if (x.key != y.key || x.key_span != y.key_span || !same(*x.value, *y.value)) return false;
  }
  return true;
}

enum class Outcome { left, same, other };

Outcome outcome_of(const std::string& text) {
  if (utf8::first_fault(text)) return Outcome::left;
  Diagnostics diags;
  const FileId file = diags.sources.add("t.toml", text);
  const auto plain = read_plain_toml(file, text);
  if (!plain) return Outcome::left;
  const auto parsed = parse_toml(file, diags);
  return parsed && same(*plain, *parsed) ? Outcome::same : Outcome::other;
}

std::vector<std::string> all_files() {
  std::vector<std::string> paths{READOUT_ROOT "/fonts/fonts.toml"};
  for (const char* folder : {"/input", "/templates", "/tests/diagnostics", "/tests/fuzz/kept"})
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(READOUT_ROOT) + folder))
      if (entry.is_regular_file() && entry.file_size() < 40000) paths.push_back(entry.path().string());
  return paths;
}

/// The same numbers on every machine.
struct Dice {
  std::uint32_t state = 1;
  std::size_t roll(std::size_t sides) {
    state = state * 1664525U + 1013904223U;
    return (state >> 8U) % sides;
  }
};

/// One or two slips of the hand: a few bytes taken out, put in, or copied from elsewhere.
std::string spoiled(std::string text, Dice& dice) {
  constexpr std::array bits{
      "\"",        "'",       "\"\"\"",  "'''",  "\\",         "\\u00e9",  "\\ud800", "\\n\\\n",
      "\n",        "\r\n",    "\r",      " ",    "\t",         "=",        ".",       ",",
      "[",         "]",       "[[",      "]]",   "{",          "}",        "{}",      "#",
      "a",         "_",       "-",       "+",    "0",          "1",        "00",      "9.5",
      "1e3",       "true",    "false",   "\x7f", "\x01",       "\v",       "é",       "\u00a0",
      "\u2028",    "\u0085",  "\ufeff",  "inf",  "2024-02-30", "24:00:00", "07:32",   "1979-05-27 07:32:00",
      "x.y = 1\n", "[x.y]\n", "[[x]]\n", "[x]\n"};
  for (std::size_t slips = 1 + dice.roll(2); slips > 0; --slips) {
    const std::size_t at = dice.roll(text.size() + 1), size = dice.roll(12);
    const std::size_t kind = dice.roll(4);
    if (kind == 0) text.erase(at, 1 + size);
    else if (kind == 1) text.insert(at, text.substr(dice.roll(text.size() + 1), 3 * size));
    else if (kind == 2) text.insert(at, bits[dice.roll(bits.size())]);
    else text.replace(at, std::min<std::size_t>(1, text.size() - at), bits[dice.roll(bits.size())]);
  }
  return text;
}

std::string bytes_of(const std::string& path) {
  DiskFiles disk;
  return disk.read(path).bytes.value_or("");
}

}  // namespace

TEST_CASE("what is shipped is plain, but for one date with a time") {
  for (const std::string& path : all_files())
    if ((path.find("/templates/") != std::string::npos || path.find("/input/") != std::string::npos) &&
        path.ends_with(".toml") && path.find("/tests/") == std::string::npos && !path.ends_with("specimen.toml"))
      CHECK_MESSAGE(outcome_of(bytes_of(path)) == Outcome::same, path);
}

TEST_CASE("every TOML text of the tree, as it is and spoiled, is read as the parser reads it, or left to it") {
  Dice dice;
  std::size_t read = 0, left = 0;
  for (const std::string& path : all_files()) {
    const std::string text = bytes_of(path);
    REQUIRE_MESSAGE(outcome_of(text) != Outcome::other, path);
    for (std::size_t i = 0; i < 60; ++i) {
      const std::string other = spoiled(text, dice);
      const Outcome outcome = outcome_of(other);
      REQUIRE_MESSAGE(outcome != Outcome::other, path << " spoiled:\n" << other);
      ++(outcome == Outcome::left ? left : read);
    }
  }
  CHECK(read > 3000);
  CHECK(left > 3000);
}

TEST_CASE("what the parser refuses or knows better is left to it") {
  constexpr std::array texts{
      "a = 1\na = 2",
      "[a]\n[a]",
      "[a.b]\n[a]",
      "a.b = 1\n[a]",
      "a = {}\na.b = 1",
      "[a]\nb.c = 1\n[a.b.d]",
      "a = [{}]\n[[a]]",
      "a = 1_000",
      "a = 0x10",
      "a = 01",
      "a = 1e3",
      "a = +1",
      "a = 2026-02-29",
      "a = 2026-01-01 10:00:00",
      "a = 24:00:00",
      "a = 10:00",
      "a = \"\\x\"",
      "a = \"\\uD800\"",
      "a = \"b",
      "a = { b = 1, }",
      "a = {\nb = 1 }",
      "a = [1 2]",
      "a = 1 b = 2",
      "a = \"\"\"b\"\"\"\"",
      "\"\"\"a\"\"\" = 1",
      "a = 1\r",
      "a\u00a0= 1",
      "a = 'b\x01'",
      "# \x01",
      "[a",
      "[ a ]",
      "= 1",
      "a =",
      "a = tru",
      "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q = 1",
  };
  for (const char* text : texts) CHECK_MESSAGE(outcome_of(text) == Outcome::left, text);
}
