#include "support/expectations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/files.hpp"

namespace readout::test {
namespace {

// Takes words off the front of a line.
class Words {
 public:
  explicit Words(std::string_view line) : rest_(line) {}

  std::string_view next() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size()));
    const std::string_view word = rest_.substr(0, rest_.find(' '));
    rest_.remove_prefix(word.size());
    return word;
  }
  // A text in double quotes.
  std::optional<std::string> quoted() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size()));
    if (!rest_.starts_with('"')) return std::nullopt;
    std::string out;
    for (std::size_t i = 1; i < rest_.size(); ++i) {
      if (rest_[i] == '"') return out;
      if (rest_[i] == '\\' && i + 1 < rest_.size()) ++i;
      out += rest_[i];
    }
    return std::nullopt;
  }

 private:
  std::string_view rest_;
};

std::optional<std::size_t> number(std::string_view word) {
  std::size_t n = 0;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), n);
  return fault == std::errc{} && end == word.data() + word.size() ? std::optional(n) : std::nullopt;
}

bool read_place(std::string_view word, Expectation& out) {
  if (word == "-") return true;
  const std::size_t colon = word.rfind(':'), hyphen = word.rfind('-');
  if (colon == std::string_view::npos || hyphen == std::string_view::npos || hyphen < colon) return false;
  const std::size_t before = word.rfind(':', colon - 1);
  const std::size_t line_begin = before == std::string_view::npos ? 0 : before + 1;
  if (before != std::string_view::npos) out.file = word.substr(0, before);
  const auto line = number(word.substr(line_begin, colon - line_begin));
  const auto first = number(word.substr(colon + 1, hyphen - colon - 1));
  const auto last = number(word.substr(hyphen + 1));
  if (!line || !first || !last) return false;
  out.line = *line;
  out.first = *first;
  out.last = *last;
  return true;
}

Expectation read_line(std::string_view line) {
  const Expectation malformed{Severity::error, "malformed", "", 0, 0, 0, std::string(line)};
  Words words(line);
  words.next();  // "expect"
  Expectation out;
  const std::string_view severity = words.next();
  if (severity != "error" && severity != "warning") return malformed;
  out.severity = severity == "error" ? Severity::error : Severity::warning;
  out.code = words.next();
  if (!read_place(words.next(), out)) return malformed;
  const auto part = words.quoted();
  if (!part || part->empty()) return malformed;
  out.part = *part;
  return out;
}

bool agrees(const Expectation& expected, const Expectation& told) {
  return expected.severity == told.severity && expected.code == told.code && expected.file == told.file &&
         expected.line == told.line && expected.first == told.first && expected.last == told.last &&
         told.part.find(expected.part) != std::string::npos;
}

}  // namespace

std::vector<Expectation> read_expectations(std::string_view text) {
  constexpr std::string_view opening = "# expect ";
  std::vector<Expectation> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with(opening)) out.push_back(read_line(line.substr(2)));
    begin = end + 1;
  }
  return out;
}

Expectation as_expectation(const Diagnostic& diagnostic, const Sources& sources, FileId main) {
  Expectation out{diagnostic.severity, diagnostic.code, "", 0, 0, 0, diagnostic.message};
  if (!diagnostic.span.valid()) return out;
  const SourceFile& file = sources[diagnostic.span.file];
  if (diagnostic.span.file != main) out.file = file_name_of(file.name());
  const Position begin = file.position(diagnostic.span.begin);
  // The caret stays on the line where it begins, and is one wide at least.
  const std::size_t line_end = file.line_start(begin.line) + file.line(begin.line).size();
  const Position end = file.position(std::min<std::size_t>(diagnostic.span.end, line_end));
  out.line = begin.line;
  out.first = begin.column;
  out.last = end.line == begin.line && end.column > begin.column ? end.column - 1 : begin.column;
  return out;
}

std::string to_line(const Expectation& e) {
  std::string place = "-";
  if (e.line != 0) place = fmt::format("{}{}{}:{}-{}", e.file, e.file.empty() ? "" : ":", e.line, e.first, e.last);
  std::string part;
  for (const char c : e.part) {
    if (c == '"' || c == '\\') part += '\\';
    part += c;
  }
  return fmt::format("expect {} {} {} \"{}\"", e.severity == Severity::error ? "error" : "warning", e.code, place,
                     part);
}

std::string difference(const std::vector<Expectation>& expected, const Diagnostics& diags, FileId main) {
  std::string out;
  std::vector<Expectation> told;
  for (const Diagnostic& d : diags.sorted()) told.push_back(as_expectation(d, diags.sources, main));
  for (const Expectation& e : expected) {
    const auto found = std::find_if(told.begin(), told.end(), [&](const Expectation& t) { return agrees(e, t); });
    if (found == told.end()) {
      out += fmt::format("  missing:  {}\n", to_line(e));
    } else {
      told.erase(found);
    }
  }
  for (const Expectation& t : told) out += fmt::format("  too much: {}\n", to_line(t));
  return out;
}

std::vector<ExpectingFile> expecting_files(const std::string& folder) {
  DiskFiles disk;
  std::vector<ExpectingFile> out;
  for (const std::string& name : disk.list(folder)) {
    if (!name.ends_with(".toml")) continue;
    const std::string path = join_path(folder, name);
    if (auto read = disk.read(path); read.bytes) out.push_back({name, path, std::move(*read.bytes)});
  }
  return out;
}

}  // namespace readout::test
