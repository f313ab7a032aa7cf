// What can only be checked with both files at hand: what the template needs, and what it does not print.
#pragma once
#include "compose/tell.hpp"

namespace readout::compose {

/// The brief asks for two languages side by side, and the command line for no single one.
[[nodiscard]] bool is_bilingual(const model::Brief& brief, const Settings& settings);

/// Errors: compose.no-words, compose.needs-date, compose.needs-people,
///         compose.no-sections. Warning: compose.lines-to-take.
void check(const model::Brief& brief, const model::Template& design, const Settings& settings, Diagnostics& diags);
/// Warning: compose.not-printed for each part of the brief that the template has no section for.
void check_printed(const model::Brief& brief, const model::Template& design, Diagnostics& diags);

}  // namespace readout::compose
