// A picture, judged by its content, limits first, decoded to what a PDF can hold.
//
// PNG is decoded to 8-bit grey or RGB samples with a separate alpha plane (libpng); JPEG is kept as it
// is after its headers were read to the end (baseline and progressive, grey or YCbCr; CMYK is refused).
// Source: ISO/IEC 15948 (PNG), ISO/IEC 10918-1 (JPEG).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include "base/diagnostics.hpp"
#include "base/length.hpp"

namespace readout::image {

struct Image {
  enum class Kind { samples, jpeg };
  Kind kind = Kind::samples;
  std::uint32_t width = 0, height = 0;  ///< pixels
  int components = 3;                   ///< 1 grey, 3 RGB
  std::string data;                     ///< rows from the top, 8 bits a component; or the JPEG file
  std::string alpha;                    ///< 8 bits a pixel; empty when opaque
  bool plain_rgb = false;               ///< JPEG: three components are RGB as they stand, not YCbCr
  double pixels_per_inch = 0;           ///< 0 = not said
  friend bool operator==(const Image&, const Image&) = default;
};

struct Limits {
  std::uint32_t max_side = 20'000;        ///< pixels
  std::uint64_t max_pixels = 64'000'000;  ///< checked before memory is taken
  std::size_t max_bytes = 64u << 20;
};

/// Reads a PNG or JPEG. `where` is the TOML span that faults point at, `name` the path as written.
/// Errors: image.unknown-format, image.too-large, image.broken, image.cmyk, image.rotated, image.unsupported.
/// Cost:   linear in the pixels.
[[nodiscard]] std::optional<Image> read_image(std::string_view bytes, std::string_view name, Span where,
                                              Diagnostics& diags, const Limits& limits = {});

}  // namespace readout::image
