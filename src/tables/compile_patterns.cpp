// Turns pattern files into the tables of text/compiled_patterns.hpp, when the program is built.
//
//   compile_patterns OUT.cpp FILE.dic...
//
// A file that is no pattern file is passed over: a run that asks for it tells what is wrong.
// Exit code: 0 OUT.cpp is written, 1 a file cannot be read or written.
#include <fmt/format.h>

#include <cstdio>
#include <iterator>
#include <string>

#include "base/files.hpp"
#include "base/hash.hpp"
#include "text/pattern_file.hpp"

namespace readout {
namespace {

constexpr std::size_t numbers_a_line = 16;

template <class Number>
void put_numbers(std::string& out, std::string_view type, const std::string& name, const std::vector<Number>& numbers) {
  fmt::format_to(std::back_inserter(out), "constexpr {} {}[] = {{", type, name);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    fmt::format_to(std::back_inserter(out), "{}{},", i % numbers_a_line == 0 ? "\n" : "", numbers[i]);
  out += "};\n";
}

/// Writes the rows; gives the table that looks at them.
std::string put_rows(std::string& out, const std::string& name, const text::PatternRows& rows) {
  if (rows.edges.empty()) return "{}";
  put_numbers(out, "std::uint32_t", name + "_edges", rows.edges);
  put_numbers(out, "std::uint8_t", name + "_digits", rows.digits);
  return fmt::format("{{{0}_edges, {0}_digits, {1}}}", name, rows.root);
}

/// Writes the tables of a file; gives its line in the list of all.
std::string put_file(std::string& out, std::size_t number, std::string_view bytes, const text::ParsedPatterns& parsed) {
  const std::string compounds = put_rows(out, fmt::format("compounds_{}", number), parsed.compounds);
  const std::string patterns = put_rows(out, fmt::format("patterns_{}", number), parsed.patterns);
  const text::PatternFile& says = parsed.says;
  return fmt::format("    {{{}, \"{}\", {{{}, {}, {}, {}, {}, {}, {}, {}}}}},\n", bytes.size(), hex(sha256(bytes)),
                     says.utf8, says.has_compounds, says.least_before, says.least_after, says.least_in_front,
                     says.least_behind, compounds, patterns);
}

bool tell(const std::string& path, const std::string& why) {
  fmt::print(stderr, "compile_patterns: {}: {}\n", path, why);
  return false;
}

bool compile(const std::string& target, const char* const* begin, const char* const* end) {
  DiskFiles files;
  std::string out =
      "// Made by compile_patterns from the pattern files of fonts/.\n#include \"text/compiled_patterns.hpp\"\n"
      "namespace readout::text {\nnamespace {\n";
  std::string list;
  for (const char* const* path = begin; path != end; ++path) {
    const Read read = files.read(*path);
    if (!read.bytes) return tell(*path, read.why);
    std::string why;
    if (const auto parsed = text::parse_patterns(*read.bytes, true, why))
      list += put_file(out, static_cast<std::size_t>(path - begin), *read.bytes, *parsed);
  }
  if (!list.empty()) out += "constexpr CompiledPatterns all[] = {\n" + list + "};\n";
  out += "}  // namespace\n";
  out += fmt::format("std::span<const CompiledPatterns> compiled_patterns() {{ return {}; }}\n",
                     list.empty() ? "{}" : "all");
  out += "}  // namespace readout::text\n";
  const std::string why = files.write(target, out);
  return why.empty() || tell(target, why);
}

}  // namespace
}  // namespace readout

int main(int count, char** arguments) {
  if (count < 2) return 1;
  return readout::compile(arguments[1], arguments + 2, arguments + count) ? 0 : 1;
}
