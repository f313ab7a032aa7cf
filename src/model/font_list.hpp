// fonts/fonts.toml -> the list of faces, as strict as a brief. fonts/README.md tells the format.
#pragma once
#include <optional>
#include "base/diagnostics.hpp"
#include "base/font_entry.hpp"

namespace readout::model {

/// Reads a file already added to diags.sources.
/// Errors: fonts.* for what is unknown, missing or of the wrong type; for names, files and styles that come twice;
/// for a file that is a path, a sum that is none, a package without version, source or sums.
[[nodiscard]] std::optional<FontList> read_font_list(FileId file, Diagnostics& diags);

}  // namespace readout::model
