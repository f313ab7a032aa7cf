// Keys that people write where the vocabulary has them not, or not by that name: what to write instead.
#pragma once
#include <span>
#include <string>
#include <string_view>

namespace readout::model {

/// `key` in a table of that path ("": the file itself; "*": any) is `name` in `table` ("document", "side.people").
/// Without a `name`, what is meant is the table.
struct KeyHome {
  std::string_view path, key, table, name;
};
[[nodiscard]] std::span<const KeyHome> key_homes();

/// Whether the vocabulary (of briefs, templates or fonts.toml) has an array of tables of that path: "step",
/// "tour.stop".
[[nodiscard]] bool is_list_of_tables(std::string_view table);
/// "[meeting]", "[[step]]", "[[tour.stop]]": how the table is opened in a file.
[[nodiscard]] std::string header_of(std::string_view table);

/// "“place” belongs in [meeting]", "[[step]] calls it “owner”"; empty: nothing is known of the key.
/// Cost: linear in the few that are known; asked for faults alone.
[[nodiscard]] std::string home_of_key(std::string_view path, std::string_view key);

}  // namespace readout::model
