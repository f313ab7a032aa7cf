// Where the program's own files are: templates/ and fonts/ below one data folder.
#pragma once
#include <optional>
#include <string>
#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "text/font_book.hpp"

namespace readout::press {

struct DataFolder {
  std::string path;
  [[nodiscard]] std::string templates() const { return join_path(path, "templates"); }
  [[nodiscard]] std::string fonts() const { return join_path(path, "fonts"); }
};

/// `asked` (--data) if given, else ../share/readout beside the program, else the source tree of this build.
/// Errors: data.none as failure(system), or as failure(usage) when `asked` holds no templates.
[[nodiscard]] std::optional<DataFolder> find_data(const std::optional<std::string>& asked,
                                                  const std::string& program_folder, Files& files, Diagnostics& diags);

/// Reads fonts/fonts.toml. Faces are opened later, when a style asks for them.
/// Pre:    `files` outlives the book.
/// Errors: fonts.unreadable as failure(system); those of the list itself at their spans.
[[nodiscard]] std::optional<text::FontBook> open_fonts(const DataFolder& data, Files& files, Diagnostics& diags);

}  // namespace readout::press
