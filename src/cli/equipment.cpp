#include "cli/equipment.hpp"

#include <string>
#include <utility>

#include "press/job.hpp"

namespace readout::cli {

std::optional<Equipment> equip(const Arguments& arguments, World& world, Diagnostics& diags) {
  const auto data = press::find_data(arguments.data, world.program_folder, world.files, diags);
  if (!data) return std::nullopt;
  auto fonts = press::open_fonts(*data, world.files, diags);
  if (!fonts) return std::nullopt;
  return Equipment{*data, std::move(*fonts)};
}

bool put(std::string_view text, World& world, Diagnostics& diags) {
  const std::string why = world.files.write(std::string(press::standard_stream), text);
  if (!why.empty()) diags.failure(Blame::system, "file.unwritable", "cannot write standard output: " + why);
  return why.empty();
}

int print(std::string_view text, World& world, Report& report, Diagnostics& diags) {
  put(text, world, diags);
  report.tell(diags);
  return report.finish();
}

}  // namespace readout::cli
