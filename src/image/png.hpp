// PNG -> 8-bit grey or RGB samples and an alpha plane. Source: ISO/IEC 15948.
#pragma once
#include <optional>
#include <string_view>
#include "image/report.hpp"

namespace readout::image {

/// Pre: bytes begin with PNG's signature. Every depth, palette, interlacing and tRNS; colour management chunks
/// are not looked at (samples are taken as sRGB); of an animation, the default image.
/// Errors: image.too-large, image.broken.
[[nodiscard]] std::optional<Image> read_png(std::string_view bytes, const Report& report);

}  // namespace readout::image
