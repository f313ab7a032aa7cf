// Which archive profile a PDF is made for: the brief's own word, or the command line's.
#pragma once
#include "model/brief.hpp"
#include "pdf/profile.hpp"
#include "press/job.hpp"

namespace readout::press {

/// --pdf wins over [archive] profile: 2.0 is a-4f+ua-2; 1.7 is the brief's own, or a-3a+ua-1 when that is of PDF 2.0.
[[nodiscard]] const pdf::Profile& profile_of(const Job& job, const model::Brief& brief);
/// True when the brief or the command line wants no source in or beside the PDF: it leaves the office.
[[nodiscard]] bool leaves_source_out(const Job& job, const model::Brief& brief);
/// True when the PDF is to carry its own TOML.
[[nodiscard]] bool embeds_source(const Job& job, const model::Brief& brief);
/// True when the TOML goes beside the PDF, since the profile takes nothing inside.
[[nodiscard]] bool puts_source_beside(const Job& job, const model::Brief& brief);
/// True when it should go there, but the PDF goes to standard output, which has no place beside it.
[[nodiscard]] bool loses_source(const Job& job, const model::Brief& brief);

}  // namespace readout::press
