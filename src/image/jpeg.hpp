// JPEG, kept as it is: its markers are walked to the end, its samples are never decoded. Source: ISO/IEC 10918-1.
#pragma once
#include <optional>
#include <string_view>
#include "image/report.hpp"

namespace readout::image {

/// Pre: bytes begin with SOI. Baseline, extended and progressive Huffman coding, grey or YCbCr, upright.
/// What stands after the end of the image is cut off.
/// Errors: image.too-large, image.broken, image.cmyk, image.rotated, image.unsupported.
[[nodiscard]] std::optional<Image> read_jpeg(std::string_view bytes, const Report& report);

}  // namespace readout::image
