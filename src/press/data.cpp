#include "press/data.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/version.hpp"
#include "model/font_list.hpp"

namespace readout::press {
namespace {

bool holds_templates(const DataFolder& data, Files& files) { return files.is_folder(data.templates()); }

}  // namespace

std::optional<DataFolder> find_data(const std::optional<std::string>& asked, const std::string& program_folder,
                                    Files& files, Diagnostics& diags) {
  if (asked) {
    if (DataFolder data{*asked}; holds_templates(data, files)) return data;
    diags.failure(Blame::usage, "data.none", fmt::format("{} is no data folder: it has no templates/ in it", *asked));
    return std::nullopt;
  }
  const std::array<std::string, 2> places{join_path(program_folder, "../share/readout"), std::string(source_tree)};
  for (const std::string& place : places)
    if (DataFolder data{place}; holds_templates(data, files)) return data;
  diags.failure(Blame::system, "data.none", "cannot find the program's templates and fonts")
      .hint(fmt::format("looked in {}; give their folder with --data", fmt::join(places, " and ")));
  return std::nullopt;
}

std::optional<text::FontBook> open_fonts(const DataFolder& data, Files& files, Diagnostics& diags) {
  const std::string path = join_path(data.fonts(), "fonts.toml");
  Read read = files.read(path);
  if (!read.bytes) {
    diags.failure(Blame::system, "fonts.unreadable", fmt::format("cannot read {}: {}", path, read.why));
    return std::nullopt;
  }
  const FileId file = diags.sources.add(path, std::move(*read.bytes));
  auto list = model::read_font_list(file, diags);
  if (!list) return std::nullopt;
  return text::FontBook(std::move(*list), data.fonts(), files);
}

}  // namespace readout::press
