#include "text/pattern_file.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace readout::text {
namespace {

constexpr std::size_t longest_line = 98;                              // bytes; libhyphen passes over longer ones
constexpr std::size_t largest_pattern_file = PatternTable::most / 2;  // "a\n" takes four bytes beside its letters

/// True for a line that is a command; mins count before NEXTLEVEL, and where there is none.
bool obey(std::string_view line, PatternFile& file) {
  const std::pair<std::string_view, int*> numbers[] = {{"LEFTHYPHENMIN", &file.least_before},
                                                       {"RIGHTHYPHENMIN", &file.least_after},
                                                       {"COMPOUNDLEFTHYPHENMIN", &file.least_in_front},
                                                       {"COMPOUNDRIGHTHYPHENMIN", &file.least_behind}};
  for (const auto& [name, value] : numbers) {
    if (!line.starts_with(name)) continue;
    if (file.has_compounds) return true;
    line.remove_prefix(std::min(line.find_first_not_of(' ', name.size()), line.size()));
    *value = 0;
    std::from_chars(line.data(), line.data() + line.size(), *value);
    return true;
  }
  return line.starts_with("NOHYPHEN");  // signs that no word of ours has
}

/// All lines but the first. The first level comes first where there are two.
void read_lines(std::string_view bytes, PatternFile& file, Patterns& compounds, Patterns& patterns) {
  patterns.expect(bytes.size());
  std::size_t at = std::min(bytes.find('\n'), bytes.size());
  while (at < bytes.size()) {
    const std::size_t begin = at + 1;
    at = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(std::min(begin, bytes.size()), at - begin);
    if (line.empty() || line.front() == '%' || line.size() > longest_line) continue;
    if (line.starts_with("NEXTLEVEL")) {
      if (std::exchange(file.has_compounds, true)) break;
      std::swap(compounds, patterns);
    } else if (line.front() < 'A' || line.front() > 'Z' || !obey(line, file)) {
      patterns.add(line);
    }
  }
}

}  // namespace

PatternFile ParsedPatterns::file() const {
  PatternFile file = says;
  file.compounds = compounds.table();
  file.patterns = patterns.table();
  return file;
}

std::optional<ParsedPatterns> parse_patterns(std::string_view bytes, bool compact, std::string& why) {
  const std::string_view set = bytes.substr(0, bytes.find_first_of("\r\n"));
  if (set != "UTF-8" && set != "ISO8859-1") {
    why = "is no pattern file: its first line is neither UTF-8 nor ISO8859-1";
    return std::nullopt;
  }
  if (bytes.size() > largest_pattern_file) {
    why = "is no pattern file: it has more than 4 MiB";
    return std::nullopt;
  }
  ParsedPatterns parsed;
  parsed.says.utf8 = set == "UTF-8";
  Patterns compounds, patterns;
  read_lines(bytes, parsed.says, compounds, patterns);
  parsed.compounds = compounds.rows(compact);
  parsed.patterns = patterns.rows(compact);
  return parsed;
}

}  // namespace readout::text
