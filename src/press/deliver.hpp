// The last stage: the PDF goes where it was asked for, and beside it what its profile keeps out of it.
//
// PDF/A-2 takes no files inside. The source of talks.pdf goes to talks.pdf.toml, with its sum in talks.pdf.toml.sha256
// as sha256sum writes and checks it. That pair is how a later build knows them again: a source beside a PDF that still
// has its sum is replaced, one that somebody has changed since, or some other file of that name, is not.
#pragma once
#include <string>
#include <string_view>
#include <vector>
#include "base/diagnostics.hpp"
#include "model/brief.hpp"
#include "model/template.hpp"
#include "press/job.hpp"

namespace readout::press {

/// Asked before anything is set. False when delivering would cost somebody a file.
/// Errors: usage.overwrites-input; file.exists for what lies in the place of a source beside the PDF.
/// Warning: archive.source-lost when standard output leaves no place for it.
[[nodiscard]] bool may_deliver(const Job& job, const model::Brief& brief, const model::Template& design,
                               const Workshop& workshop, Diagnostics& diags);

/// Writes all of it; gives false after telling file.unwritable. `written` gets the paths, the PDF's first.
[[nodiscard]] bool deliver(const Job& job, const model::Brief& brief, std::string_view pdf, Files& files,
                           std::vector<std::string>& written, Diagnostics& diags);

}  // namespace readout::press
