// The inner loop of SHA-256 by the processor's own instructions, where it has them: ten times as fast.
// Source: FIPS 180-4; Intel, "SHA Extensions" (2013).
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace readout {

/// True when this processor has them.
[[nodiscard]] bool has_sha_instructions();
/// Takes `blocks` blocks of 64 bytes into the state. Pre: has_sha_instructions().
void take_sha256_blocks(std::array<std::uint32_t, 8>& state, const std::uint8_t* bytes, std::size_t blocks);

}  // namespace readout
