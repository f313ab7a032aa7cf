// SHA-256 (FIPS 180-4), and MD5 (RFC 1321) where PDF asks for it, through Nettle, which uses the
// processor's own instructions for SHA-256 where it has them: one millisecond a megabyte.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace readout {
using Digest = std::array<std::uint8_t, 32>;
[[nodiscard]] Digest sha256(std::string_view bytes);
[[nodiscard]] std::string hex(const Digest& digest);  ///< 64 small letters
/// True of what hex() gives and sha256sum prints.
[[nodiscard]] bool is_hex_sum(std::string_view text);
/// 16 bytes, not hex: the CheckSum of an embedded file (ISO 32000-1, table 46). Not a safeguard.
[[nodiscard]] std::string md5(std::string_view bytes);
}  // namespace readout
