// The libraries of this room, by the versions that are linked now: they decide the bytes of the file.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace readout::pdf {
/// (name, version), in a fixed order.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> library_versions();
}  // namespace readout::pdf
