// SOURCE_DATE_EPOCH: the one thing that a build takes from the environment.
// Source: reproducible-builds.org/specs/source-date-epoch
#pragma once
#include <optional>
#include <string>
#include "base/diagnostics.hpp"
#include "press/job.hpp"

namespace readout::press {

/// The moment in UTC.
/// Errors: usage.date-epoch as failure(usage) when it is no number of seconds since 1970 or beyond the year 9999.
[[nodiscard]] std::optional<Stamp> read_epoch(const std::string& seconds, Diagnostics& diags);

}  // namespace readout::press
