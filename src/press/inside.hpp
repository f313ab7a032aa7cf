// What each file is called inside the PDF. No two of different content have one name, and each name is a path that
// `verify` and `extract` can use, however strange the names on the disk are.
//
//   the brief        its own file name; "brief.toml" when it has none, or one that cannot stand inside
//   its templates    as they lie below the folder of the one asked for, or below the shipped ones, in templates/:
//                    `extends` finds them there by the same rule as on the disk
//   what it names    as it names them
//   the manifest     "manifest.toml"
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include "base/diagnostics.hpp"
#include "model/brief.hpp"
#include "model/template.hpp"

namespace readout::press {

/// Where embedded templates lie; the shipped ones and the office's own alike.
inline constexpr std::string_view embedded_templates = "templates";
/// The manifest's own name inside the PDF.
inline constexpr std::string_view manifest_name = "manifest.toml";

struct InsideNames {
  std::string brief;
  std::vector<std::string> chain, parts;  ///< as those of the template
};

/// `with_source`: the brief and its templates are inside, too, not only the files of annexes.
/// Errors: attachment.name-taken where the brief names a file that would take the place of another one;
///         template.same-names when two templates would.
[[nodiscard]] std::optional<InsideNames> name_inside(const model::Brief& brief, const model::Template& design,
                                                     const std::string& shipped, bool with_source, Diagnostics& diags);

}  // namespace readout::press
