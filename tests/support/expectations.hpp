// Files that carry the faults they should give, as comments:
//
//   # expect error brief.time-order 7:10-17 "ends before it starts"
//
// severity, code, line:first-last column of the caret (code points, the last one included), and a part of the
// message. A fault in another file than the one at hand has its name before the line: `house.toml:7:10-17`; one
// without any line in a file has a `-` there. Quotes and backslashes in the part are written \" and \\.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"

namespace readout::test {

struct Expectation {
  Severity severity = Severity::error;
  std::string code;
  std::string file;                           ///< empty: the file at hand
  std::size_t line = 0, first = 0, last = 0;  ///< 0: no place
  std::string part;
};

/// The expectations that stand in a file's comments. A comment that begins with "expect" and is none comes back
/// with the code "malformed" and the line as its part.
[[nodiscard]] std::vector<Expectation> read_expectations(std::string_view text);
/// What a diagnostic would be expected as, with its whole message. `main` is the file at hand.
[[nodiscard]] Expectation as_expectation(const Diagnostic& diagnostic, const Sources& sources, FileId main);
/// The line that expects it, without "# ".
[[nodiscard]] std::string to_line(const Expectation& expectation);
/// "" when the faults are exactly those expected, in any order; else what is missing and what is too much.
[[nodiscard]] std::string difference(const std::vector<Expectation>& expected, const Diagnostics& diags, FileId main);

struct ExpectingFile {
  std::string name;  ///< without its folder
  std::string path, text;
};
/// The *.toml files of a folder, sorted by name; folders inside it are left alone.
[[nodiscard]] std::vector<ExpectingFile> expecting_files(const std::string& folder);

}  // namespace readout::test
