// The one name space of a brief: what each id names, known before any text is read.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>
#include "model/brief.hpp"
#include "model/toml_reader.hpp"

namespace readout::model {

inline constexpr std::size_t max_id_length = 64;
inline constexpr std::string_view joint_id = "joint";

/// Those of ASCII.
[[nodiscard]] std::string in_small_letters(std::string_view word);
/// True for [a-z][a-z0-9-]*, of any length.
[[nodiscard]] bool has_id_form(std::string_view word);
/// "a side", "a discussion point", ...
[[nodiscard]] std::string_view kind_name(Target::Kind kind);

/// The table whose entries are of that kind: "discussion", "step".
[[nodiscard]] std::string_view table_name(Target::Kind kind);

struct NamedThing {
  Target target;
  Span span;  ///< of the id itself, where it was given first
};

/// Where the people of a brief stand: in `side.people` or as `[[participant]]`, in file order.
struct PersonPlace {
  const TomlValue* value = nullptr;
  std::optional<std::size_t> side;  ///< of a person inside a side
};

struct Ids {
  std::map<std::string, NamedThing, std::less<>> names;
  std::size_t sides = 0;            ///< how many
  std::vector<PersonPlace> people;  ///< a person's index in Brief::people is the one in here

  [[nodiscard]] const NamedThing* find(std::string_view id) const;
  [[nodiscard]] std::vector<std::string> of_kind(const std::vector<Target::Kind>& kinds) const;
  /// What to write where a word is no id of these kinds, or no word ("1": a number): the one that is near, those that
  /// there are, or how one is given.
  [[nodiscard]] std::string remedy(std::string_view word, const std::vector<Target::Kind>& kinds) const;
  /// `["egypt", "greece"]` for "egypt, greece" and "egypt and greece", where all of them are ids; else "".
  [[nodiscard]] std::string as_array(std::string_view text) const;
};

/// Collects every id of a brief; tells nothing (each is checked where its table is read).
[[nodiscard]] Ids collect_ids(const TomlValue& root);

/// True when an entry of side.people is a person's table, and not a name in several languages.
[[nodiscard]] bool is_person_table(const TomlValue& value);

}  // namespace readout::model
