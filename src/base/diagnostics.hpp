// Faults as data: collected by every stage, told in one place.
//
//   diags.error("brief.time-order", end.span, "the meeting ends before it starts")
//       .note(start.span, "it starts here")
//       .hint("times are 24-hour local time, e.g. end = 15:30:00");
//
// Messages are lower case, have no full stop, name the thing and the remedy.
#pragma once
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>
#include "base/source.hpp"

namespace readout {

enum class Severity { warning, error };
/// Who must act; decides the exit code (0 done, 1 input, 2 usage, 3 system, 4 output, 5 difference).
enum class Blame { input = 1, usage = 2, system = 3, output = 4, difference = 5 };

struct Label {
  Span span;
  std::string text;
  friend bool operator==(const Label&, const Label&) = default;
};

struct Diagnostic {
  Severity severity = Severity::error;
  Blame blame = Blame::input;
  std::string code;
  Span span;
  std::string message;
  std::vector<Label> notes;
  std::vector<std::string> hints;

  Diagnostic& note(Span where, std::string text);
  Diagnostic& hint(std::string text);
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Of one kind (a code) so many faults are told; the last of them says how many more there are.
inline constexpr std::size_t most_of_a_kind = 100;

class Diagnostics {
 public:
  Sources sources;

  /// The reference is good until the Diagnostics ends; of a fault that is not told, until the next one.
  Diagnostic& error(std::string code, Span span, std::string message);
  Diagnostic& warning(std::string code, Span span, std::string message);
  /// A fault without a line in any TOML file.
  Diagnostic& failure(Blame blame, std::string code, std::string message);

  /// True when no more of a kind are told: whoever finds a fault need not look for a hint then.
  [[nodiscard]] bool has_enough_of(std::string_view code) const;
  [[nodiscard]] bool has_errors() const { return errors_ != 0; }
  [[nodiscard]] std::size_t error_count() const { return errors_; }  ///< those that are not told, too
  [[nodiscard]] const std::deque<Diagnostic>& all() const { return all_; }
  /// In order of file, then place, then as they were found.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;
  /// The largest code of all errors; with `strict`, a warning counts as 1.
  [[nodiscard]] int exit_code(bool strict = false) const;

 private:
  struct Kind {
    std::size_t count = 0;
    std::size_t last = 0, note = 0;  ///< of those that are told: its index, and that of its note of how many more
  };
  Diagnostic& add(Diagnostic diagnostic);

  std::deque<Diagnostic> all_;
  std::map<std::string, Kind, std::less<>> kinds_;
  Diagnostic untold_;
  std::size_t errors_ = 0;
};

/// For people: file:line:column, message, source line, caret, notes, hints. `colour` adds ANSI codes. After three
/// warnings of one code with the same hints, the others have their first line alone: a brief without its translation
/// has dozens. Control characters of the input never reach the terminal raw.
[[nodiscard]] std::string render_text(const Diagnostics& diags, bool colour = false);
/// The same as JSON: an array of objects, one a diagnostic, keys in a fixed order.
[[nodiscard]] std::string render_json(const Diagnostics& diags);

/// The candidate nearest to `word` by edit distance (with swaps), if it is near enough to be meant; "" if none.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace readout
