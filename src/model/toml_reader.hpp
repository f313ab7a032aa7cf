// TOML text -> a tree of plain values with spans. The only file that knows toml++.
//
// Every value and every key keeps the bytes it came from. A decoded string keeps a map back to its
// source bytes, so that a caret can stand under one character inside "a \u00e9 *b" or a """ text.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>
#include "base/diagnostics.hpp"
#include "base/seldom.hpp"

namespace readout::model {

struct TomlDate {
  int year = 0, month = 0, day = 0;
  friend auto operator<=>(const TomlDate&, const TomlDate&) = default;
};
struct TomlTime {
  int hour = 0, minute = 0, second = 0, nanosecond = 0;
  friend auto operator<=>(const TomlTime&, const TomlTime&) = default;
};
struct TomlDateTime {
  TomlDate date;
  TomlTime time;
  std::optional<int> offset_minutes;
  friend bool operator==(const TomlDateTime&, const TomlDateTime&) = default;
};

/// A decoded string. Decoded byte i came from file bytes [begins[i], ends[i]); begins.back() is the place
/// just past the last one (the closing quote). Where the file says the same bytes, it is told by the first alone.
struct TomlString {
  struct Map {
    std::vector<std::uint32_t> begins;  ///< one more than bytes
    std::vector<std::uint32_t> ends;    ///< differs from begins[i + 1] where lines are joined
  };
  std::string text;
  std::uint32_t first = 0;
  Seldom<Map> map;
  /// The span of decoded bytes [begin, end); an empty stretch gives the place before `begin`.
  [[nodiscard]] Span span(FileId file, std::size_t begin, std::size_t end) const;
};

struct TomlValue;
struct TomlEntry {
  std::string key;
  Span key_span;
  std::unique_ptr<TomlValue> value;
};

struct TomlValue {
  enum class Kind { string, integer, floating, boolean, date, time, date_time, array, table };
  Kind kind = Kind::table;
  Span span;  ///< the literal; of a [table] its header
  TomlString string;
  std::int64_t integer = 0;
  double floating = 0;
  bool boolean = false;
  TomlDate date;
  TomlTime time;
  TomlDateTime date_time;
  std::vector<TomlValue> array;
  std::vector<TomlEntry> table;  ///< in file order

  [[nodiscard]] const TomlEntry* find(std::string_view key) const;
  /// The same; looks at entry `next` first, and sets it to the one after what was found: for keys in the file's order.
  [[nodiscard]] const TomlEntry* find(std::string_view key, std::size_t& next) const;
};

/// "a string", "an integer", "an array", ...
[[nodiscard]] std::string_view kind_name(TomlValue::Kind kind);

/// Parses a file already added to diags.sources. Gives nullopt after telling a syntax error
/// (bad UTF-8, too deep nesting and over-long dotted keys included).
/// Errors: toml.* with hints for the common slips: a bare 09:30, "\*", an inline table over two lines,
/// a comma at its end, a missing quote, = for ==.
[[nodiscard]] std::optional<TomlValue> read_toml(FileId file, Diagnostics& diags);
/// The part of it that takes any TOML and tells every fault but those of size and of UTF-8.
[[nodiscard]] std::optional<TomlValue> parse_toml(FileId file, Diagnostics& diags);

}  // namespace readout::model
