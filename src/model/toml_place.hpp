// The place where the parser stopped, and what can be asked about it; the slips that are known are grouped by where
// they are made. Each group is a list of functions that tell their slip and give true, or leave it to the next.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "model/toml_slips.hpp"

namespace readout::model {

/// A stretch of the file, by its bytes.
struct Stretch {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
};

/// A value as its writer meant it: from its “=” (or bracket, or comma) to what surely ends it, blanks left out.
struct Written {
  Stretch where;
  std::string_view text;
  std::string_view key;  ///< on the same line before the “=”; empty in an array
  bool inside = false;   ///< an inline table or an array has it, so that commas and brackets end it
};

struct Place {
  Place(const SyntaxError& error, const TomlScan& scan, Diagnostics& diags);

  const SyntaxError& error;
  const TomlScan& scan;
  Diagnostics& diags;
  std::string_view text;
  std::size_t at = 0, line_begin = 0, line_end = 0;

  /// The parser used these words.
  [[nodiscard]] bool said(std::string_view words) const { return error.said.find(words) != std::string_view::npos; }
  [[nodiscard]] char here() const { return at < text.size() ? text[at] : '\n'; }
  [[nodiscard]] char32_t character() const;  ///< the whole character at the place; U+000A at the file's end
  [[nodiscard]] std::size_t character_end() const;
  [[nodiscard]] std::string_view line() const { return bytes({line_begin, line_end}); }
  [[nodiscard]] std::string_view bytes(Stretch stretch) const {
    return text.substr(stretch.begin, stretch.end - stretch.begin);
  }
  /// Up to the end of the line, a comment or what ends a value, without blanks at the end.
  [[nodiscard]] std::size_t word_end(std::string_view enders) const;
  /// The run of value characters around the place: a number, a date, a time.
  [[nodiscard]] Stretch literal() const;
  [[nodiscard]] Written written() const;

  Diagnostic& tell(std::string code, Stretch where, std::string message) const;
  [[nodiscard]] Span span(Stretch where) const;
};

/// The text without blanks and tabs at its ends.
[[nodiscard]] std::string_view without_blanks(std::string_view text);
/// "9" stands for any digit of `word`, all else for itself.
[[nodiscard]] bool has_form(std::string_view word, std::string_view form);

using Slip = bool (*)(const Place&);
/// Quotes, escapes, control characters and blanks that are none.
[[nodiscard]] std::span<const Slip> slips_of_texts();
/// Inline tables and arrays: their commas, brackets and keys.
[[nodiscard]] std::span<const Slip> slips_of_brackets();
/// Something given twice. To be asked before the values: the parser's words name kinds of values, too.
[[nodiscard]] std::span<const Slip> slips_of_names();
/// Values that are none: what stands without quotes, dates and hours as people write them.
[[nodiscard]] std::span<const Slip> slips_of_values();
/// Arrays, headers and keys that are wrong in no way that is known better.
[[nodiscard]] std::span<const Slip> slips_of_lines();

}  // namespace readout::model
