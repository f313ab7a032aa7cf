// Days of a brief that cannot be right beside each other.
#pragma once
#include "base/diagnostics.hpp"
#include "model/brief.hpp"

namespace readout::model {

/// Warns (brief.chronology) of a previous meeting that is not before this one, of a next one that is not after it, and
/// of a step that was to be done before the meeting, unless it is; of what was signed, or is on the programme, on a day
/// of the meeting but for the month or the year. Other days may well lie before the meeting: a brief is issued, and
/// cleared, for one that is to come.
void check_chronology(const Brief& brief, Diagnostics& diags);

}  // namespace readout::model
