// What goes into the PDF beside its pages: the brief, its templates and pictures, and the manifest.
#pragma once
#include <optional>
#include <string>
#include <vector>
#include "base/diagnostics.hpp"
#include "layout/document.hpp"
#include "model/brief.hpp"
#include "model/template.hpp"
#include "pdf/write.hpp"
#include "press/job.hpp"
#include "press/manifest.hpp"

namespace readout::press {

/// Where embedded templates lie; the shipped ones and the office's own alike.
inline constexpr std::string_view embedded_templates = "templates";

/// The sources that `verify` needs to build the brief again: TOML, template chain, pictures. Names are unique.
[[nodiscard]] std::vector<pdf::Attachment> enclose_sources(const model::Brief& brief, const model::Template& design,
                                                           const Workshop& workshop, Diagnostics& diags);

/// The manifest of a build whose attachments are all known.
[[nodiscard]] Manifest manifest_of(const Job& job, const model::Brief& brief, const model::Template& design,
                                   const layout::Document& document, const std::vector<pdf::Attachment>& attachments,
                                   const Workshop& workshop, const Diagnostics& diags);
[[nodiscard]] pdf::Attachment enclosed(const Manifest& manifest);

}  // namespace readout::press
