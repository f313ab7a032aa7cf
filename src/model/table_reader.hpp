// A TOML table read by asking for its keys: what was not asked for is unknown, what was asked for is checked.
//
// Briefs, templates and fonts.toml are all read through this, so their messages are alike: wrong types, blank
// texts, empty arrays, unknown keys with the nearest name, reserved keys.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>
#include "model/toml_reader.hpp"

namespace readout::model {

class TableReader {
 public:
  /// `path` is for messages: "document", "side", "tour.stop". Codes begin with `prefix` ("brief", "template", "fonts").
  TableReader(const TomlValue& table, FileId file, std::string path, std::string prefix, Diagnostics& diags);

  /// The value of a key, or nullptr; the key counts as known from now on.
  const TomlValue* find(std::string_view key);
  /// As find(); tells an error at the table when the key is missing.
  const TomlValue* require(std::string_view key, std::string_view hint = "");

  /// Typed reading: a wrong type is told and gives nullopt. Blank strings are errors.
  std::optional<std::string> string(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key);
  std::optional<double> number(std::string_view key);  ///< integer or float
  std::optional<bool> boolean(std::string_view key);
  std::optional<std::string> choice(std::string_view key, const std::vector<std::string>& allowed);
  /// A table inside this one (told when it is none, or has no key).
  const TomlValue* table(std::string_view key);
  /// The entries of an array, or a single value as an array of one. An empty array is an error.
  std::vector<const TomlValue*> list(std::string_view key);

  /// The same for a value at hand, an array's entry for instance; `key` names it in messages.
  std::optional<std::string> string_of(const TomlValue& value, std::string_view key);
  std::vector<const TomlValue*> list_of(const TomlValue& value, std::string_view key);
  /// False after telling that the value is no table, or one without keys.
  bool is_table(const TomlValue& value, std::string_view key);
  /// "document.title wants a text, but this is a number", with a hint that fits.
  Diagnostic& wrong_type(const TomlValue& value, std::string_view key, std::string_view wanted);
  /// An error at a place, with the reader's prefix before the code: fault("type", ...) is "brief.type".
  Diagnostic& fault(std::string_view code, Span span, std::string message);
  /// "document.title": the key with the table's path before it.
  [[nodiscard]] std::string name_of(std::string_view key) const;

  /// Keys that this version refuses by name; must outlive this.
  void reserve(std::span<const std::string_view> keys) { reserved_ = keys; }
  /// Keys starting with this are free and never looked at ("x_"); must outlive this.
  void allow_prefix(std::string_view prefix) { free_ = prefix; }
  /// Tells every key that nobody asked for, with the nearest known name or all of them. Call once, at the end.
  void finish();

  [[nodiscard]] Span span() const;
  [[nodiscard]] Span span_of(std::string_view key) const;  ///< of the value; of the table when absent
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] FileId file() const { return file_; }
  [[nodiscard]] Diagnostics& diags() { return *diags_; }

 private:
  /// The known key that is near to an unknown one; where none is, all of them, or where they are shown.
  void tell_known_keys(Diagnostic& told, std::string_view unknown) const;

  const TomlValue* table_;
  FileId file_;
  std::string path_, prefix_;
  Diagnostics* diags_;
  std::string known_;  ///< keys that were asked for, some more than once, each with a zero behind it
  std::span<const std::string_view> reserved_;
  std::string_view free_;    ///< empty: no key is
  std::vector<bool> asked_;  ///< by entry of the table
  std::size_t next_ = 0;     ///< entry after the last that was found
};

}  // namespace readout::model
