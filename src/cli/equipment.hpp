// What most commands begin and end with: the data folder with its faces, and printing on standard output.
#pragma once
#include <optional>
#include <string_view>
#include "cli/commands.hpp"
#include "press/data.hpp"

namespace readout::cli {

/// The data folder and the faces in it.
struct Equipment {
  press::DataFolder data;
  text::FontBook fonts;
};
/// Told and empty when they cannot be had.
[[nodiscard]] std::optional<Equipment> equip(const Arguments& arguments, World& world, Diagnostics& diags);

/// False after telling that nobody reads on.
bool put(std::string_view text, World& world, Diagnostics& diags);
/// What a command prints on standard output; gives its exit code.
[[nodiscard]] int print(std::string_view text, World& world, Report& report, Diagnostics& diags);

}  // namespace readout::cli
