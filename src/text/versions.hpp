// The libraries of this room, by the versions that are linked now: they decide where glyphs stand.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace readout::text {
/// (name, version), in a fixed order.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> library_versions();
}  // namespace readout::text
