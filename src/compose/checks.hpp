// What can only be checked with both files at hand: what the template needs, and what it does not print.
#pragma once
#include "compose/tell.hpp"

namespace readout::compose {

/// Errors: compose.no-words, compose.needs-date, compose.needs-people,
///         compose.no-sections. Warning: compose.lines-to-take.
void check(const model::Brief& brief, const model::Template& design, const Settings& settings, Diagnostics& diags);
/// Warning: compose.not-printed for each part of the brief that the template has no section for, and for each table
/// some of whose keys it prints nowhere.
void check_printed(const model::Brief& brief, const model::Template& design, Diagnostics& diags);
/// True when a section of participants becomes a table, which has no room for flags and photos.
[[nodiscard]] bool people_stand_in_table(const model::Brief& brief, const model::Template& design,
                                         const model::SectionSpec& spec);

}  // namespace readout::compose
