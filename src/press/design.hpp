// From what a job or a brief calls its template to the template itself.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>
#include "base/diagnostics.hpp"
#include "model/template.hpp"
#include "press/job.hpp"

namespace readout::press {

/// "minutes" is a shipped template; "./ours.toml" and "designs/ours.toml" are paths.
[[nodiscard]] bool is_path(std::string_view design);
/// The names of the shipped templates, sorted; bases that others extend are among them.
[[nodiscard]] std::vector<std::string> shipped_designs(const std::string& templates, Files& files);

/// Finds and reads the template of a job. --template wins over document.kind over "brief".
/// Errors: template.unknown with the nearest name (at document.kind, or as failure(usage)); those of the template.
/// Gives: the template, which briefs of one run may share; null after telling an error.
[[nodiscard]] std::shared_ptr<const model::Template> read_design(const Job& job, const model::Brief& brief,
                                                                 const Workshop& workshop, Diagnostics& diags);

}  // namespace readout::press
