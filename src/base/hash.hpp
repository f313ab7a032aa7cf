// SHA-256 (FIPS 180-4) through libmd.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace readout {
using Digest = std::array<std::uint8_t, 32>;
[[nodiscard]] Digest sha256(std::string_view bytes);
[[nodiscard]] std::string hex(const Digest& digest);  ///< 64 small letters
}  // namespace readout
