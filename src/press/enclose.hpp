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
#include "press/inside.hpp"
#include "press/job.hpp"
#include "press/manifest.hpp"

namespace readout::press {

/// The sources that `verify` needs to build the brief again: TOML, template chain, pictures. Names are unique.
[[nodiscard]] std::vector<pdf::Attachment> enclose_sources(const model::Brief& brief, const model::Template& design,
                                                           const InsideNames& inside, const Workshop& workshop,
                                                           Diagnostics& diags);
/// Adds the files of annexes; one that is there already, as a picture or as the brief itself, stays as it is.
void add_annexes(std::vector<pdf::Attachment>& files, std::vector<pdf::Attachment> annexes);

/// The manifest of a build whose attachments are all known.
[[nodiscard]] Manifest manifest_of(const Job& job, const model::Brief& brief, const InsideNames& inside,
                                   const layout::Document& document, const std::vector<pdf::Attachment>& attachments,
                                   const Workshop& workshop);
[[nodiscard]] pdf::Attachment enclosed(const Manifest& manifest);

}  // namespace readout::press
