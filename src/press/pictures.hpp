// The files that a brief names: pictures for its pages, files to attach.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "layout/document.hpp"
#include "model/brief.hpp"
#include "model/template.hpp"
#include "pdf/write.hpp"
#include "press/job.hpp"

namespace readout::press {

/// Every picture of the brief, in file order.
[[nodiscard]] std::vector<const model::Picture*> pictures_of(const model::Brief& brief);

/// Reads every picture, by its path as written.
/// Errors: image.missing and those of image/, each at the path's span; nullopt then.
[[nodiscard]] std::optional<layout::Pictures> load_pictures(const model::Brief& brief, Files& files,
                                                            Diagnostics& diags);

/// The files of annexes, which go into the PDF instead of onto a page. Without the source, those of which no page tells
/// are left out. `design`: nullptr when the template could not be read; what it would print is not told then.
/// Errors: attachment.missing at the path's span; nullopt then.
/// Warnings: archive.unprinted tells that the embedded source says what no page prints, and names of it what no other
///           warning does; attachment.left-out.
[[nodiscard]] std::optional<std::vector<pdf::Attachment>> load_attachments(const Job& job, const model::Brief& brief,
                                                                           const model::Template* design, Files& files,
                                                                           Diagnostics& diags);

}  // namespace readout::press
