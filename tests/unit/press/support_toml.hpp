// TOML trees taken apart and written again, so that a test can leave out one key of a brief.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "model/toml_reader.hpp"

namespace readout::test {

/// The tree of a text; fails the test when it is no TOML.
[[nodiscard]] model::TomlValue parse_toml(const std::string& text);
/// One `key = value` a line; tables and arrays inline.
[[nodiscard]] std::string write_toml(const model::TomlValue& root);

/// A key somewhere in a tree: the steps that lead to it, array places among them.
struct KeyPlace {
  std::string pattern;             ///< "discussion.points.by": without the places in arrays
  std::vector<std::string> steps;  ///< keys; "#3" is the place 3 of an array
};
/// Every key of the tree, in file order.
[[nodiscard]] std::vector<KeyPlace> keys_of(const model::TomlValue& root);
/// The entry of a key. Pre: the place is in the tree.
[[nodiscard]] model::TomlEntry& entry_at(model::TomlValue& root, const KeyPlace& place);
void remove_key(model::TomlValue& root, const KeyPlace& place);

}  // namespace readout::test
