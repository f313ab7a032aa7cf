// The types of the vocabulary (L, T, Id, W, D, H, P, S, G), each read by asking a table for a key.
//
//   out.place = values.line(t, "place");
//
// An absent key gives an empty optional; a faulty one is told and gives an empty optional, too. need_...() tells an
// absent key. Everything is told under the prefix "brief.".
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include "model/brief.hpp"
#include "model/ids.hpp"
#include "model/languages.hpp"
#include "model/table_reader.hpp"

namespace readout::model {

class BriefValues {
 public:
  BriefValues(FileId file, const TomlValue& root, Diagnostics& diags);

  Languages languages;  ///< set before any line or text is read
  Ids ids;
  std::vector<At<std::string>> unprinted;  ///< x_* keys met so far
  std::vector<bool> used_sources;          ///< by index into Brief::sources
  [[nodiscard]] FileId file() const { return file_; }
  [[nodiscard]] Diagnostics& diags() { return diags_; }

  /// A reader for a table of the vocabulary: knows the free and the reserved keys. Ends with finish().
  [[nodiscard]] TableReader open(const TomlValue& table, std::string path);
  /// The same for a value that should be a table (told when it is none, or empty).
  std::optional<TableReader> open(TableReader& parent, const TomlValue& value, std::string_view key);
  std::optional<TableReader> open(TableReader& parent, std::string_view key);

  // ---- L and T
  std::optional<Line> line(TableReader& t, std::string_view key);
  Line need_line(TableReader& t, std::string_view key);
  std::vector<Line> lines(TableReader& t, std::string_view key);
  std::optional<Line> line_of(TableReader& t, const TomlValue& value, std::string_view key);
  std::optional<Text> text(TableReader& t, std::string_view key);
  Text need_text(TableReader& t, std::string_view key);
  std::vector<Text> texts(TableReader& t, std::string_view key);
  std::optional<Text> text_of(TableReader& t, const TomlValue& value, std::string_view key);

  // ---- plain strings
  std::optional<At<std::string>> word(TableReader& t, std::string_view key);
  At<std::string> need_word(TableReader& t, std::string_view key);
  std::vector<At<std::string>> words(TableReader& t, std::string_view key);
  std::optional<At<std::string>> choice(TableReader& t, std::string_view key, const std::vector<std::string>& allowed);
  std::vector<At<std::string>> tags(TableReader& t, std::string_view key);
  std::optional<At<std::string>> web_address(TableReader& t, std::string_view key);
  std::optional<At<std::string>> path(TableReader& t, std::string_view key);

  // ---- ids and what they name
  std::optional<At<std::string>> id(TableReader& t);
  At<std::string> need_id(TableReader& t);
  std::optional<Who> who(TableReader& t, std::string_view key);
  /// Ids of one kind, as indices.
  std::vector<At<std::size_t>> refs(TableReader& t, std::string_view key, Target::Kind kind);
  SourceRefs sources(TableReader& t);  ///< the key `src`

  // ---- dates and hours
  std::optional<Day> day(TableReader& t, std::string_view key);
  std::optional<DayOrLine> day_or_line(TableReader& t, std::string_view key);
  std::optional<std::variant<Day, At<std::string>>> day_or_word(TableReader& t, std::string_view key);
  std::optional<std::variant<Day, At<DateTime>>> day_or_moment(TableReader& t, std::string_view key);
  std::optional<std::variant<Hour, At<DateTime>>> hour_or_moment(TableReader& t, std::string_view key);
  std::optional<HourOrLine> hour_or_line(TableReader& t, std::string_view key);

  // ---- pictures and grids
  std::optional<Picture> picture(TableReader& t, std::string_view key);
  std::optional<Grid> grid(TableReader& t, std::string_view key);

 private:
  template <class T, class Read>
  std::optional<Localised<T>> localised(TableReader& t, const TomlValue& value, std::string_view key, Read read);
  void check_letters(TableReader& t, const TomlValue& value, std::string_view key, std::size_t lang);
  /// The language a key of a language table means, told when there is none or it came before.
  std::optional<std::size_t> language_of(TableReader& t, const TomlEntry& entry, std::string_view key);
  std::optional<At<std::string>> word_of(TableReader& t, const TomlValue& value, std::string_view key);
  void note_free_keys(const TomlValue& table);

  std::optional<WhoItem> who_item(TableReader& t, const TomlValue& value, std::string_view key);
  const NamedThing* resolve(TableReader& t, const At<std::string>& id, const std::vector<Target::Kind>& kinds,
                            std::string_view wanted, std::string_view hint);
  void warn_joint(Span span);

  std::optional<Day> day_of(TableReader& t, const TomlValue& value, std::string_view key);
  /// `alone`: what may stand without an offset in its place.
  std::optional<At<DateTime>> moment_of(TableReader& t, const TomlValue& value, std::string_view key,
                                        std::string_view alone);
  std::optional<Hour> hour_of(TableReader& t, const TomlValue& value, std::string_view key);

  void grid_columns(TableReader& t, Grid& grid);
  std::optional<GridRow> grid_row(TableReader& t, const TomlValue& value, std::size_t columns);
  std::optional<GridCell> grid_cell(TableReader& t, const TomlValue& value);

  FileId file_;
  Diagnostics& diags_;
};

/// True for "2026-03-17", whether possible or not; for "09:30".
[[nodiscard]] bool has_date_form(std::string_view word);
[[nodiscard]] bool has_hour_form(std::string_view word);

}  // namespace readout::model
