#include "image/image.hpp"

#include <fmt/format.h>

#include "image/jpeg.hpp"
#include "image/png.hpp"
#include "image/report.hpp"

namespace readout::image {
namespace {

constexpr std::string_view png_signature = "\x89PNG\r\n\x1A\n";
constexpr std::string_view jpeg_signature = "\xFF\xD8\xFF";

/// What a file of another kind is, by its first bytes; "" when that is not known.
std::string_view kind_of(std::string_view bytes) {
  struct Signature {
    std::string_view start, name;
  };
  using namespace std::string_view_literals;
  static constexpr Signature known[] = {
      {"GIF8"sv, "a GIF"},  {"%PDF"sv, "a PDF"}, {"II*\0"sv, "a TIFF"}, {"MM\0*"sv, "a TIFF"},
      {"RIFF"sv, "a WebP"}, {"BM"sv, "a BMP"},   {"<svg"sv, "an SVG"},  {"<?xml"sv, "an SVG or other XML file"}};
  for (const Signature& signature : known) {
    if (bytes.starts_with(signature.start)) return signature.name;
  }
  return bytes.empty() ? "an empty file" : "";
}

}  // namespace

std::string too_large(std::uint64_t width, std::uint64_t height, const Limits& limits) {
  if (width <= limits.max_side && height <= limits.max_side && width * height <= limits.max_pixels) return {};
  return fmt::format("{} x {} pixels", width, height);
}

std::optional<Image> read_image(std::string_view bytes, std::string_view name, Span where, Diagnostics& diags,
                                const Limits& limits) {
  const Report report{name, where, diags, limits};
  if (bytes.size() > limits.max_bytes) {
    report.too_large(fmt::format("{} MB", bytes.size() >> 20U));
    return std::nullopt;
  }
  if (bytes.starts_with(png_signature)) return read_png(bytes, report);
  if (bytes.starts_with(jpeg_signature)) return read_jpeg(bytes, report);
  const std::string_view kind = kind_of(bytes);
  diags
      .error("image.unknown-format", where,
             kind.empty() ? fmt::format("{} is neither a PNG nor a JPEG file", name)
                          : fmt::format("{} is {}, not a PNG or JPEG file", name, kind))
      .hint("convert it, e.g. to PNG; the ending of a file's name does not count, its content does");
  return std::nullopt;
}

void Report::too_large(const std::string& size) const {
  diags.error("image.too-large", where, fmt::format("{} is too large: {}", name, size))
      .hint(fmt::format("at most {} pixels a side, {} million pixels and {} MB; 300 pixels an inch are plenty in print",
                        limits.max_side, limits.max_pixels / 1'000'000, limits.max_bytes >> 20U));
}

void Report::broken(const std::string& why) const {
  diags.error("image.broken", where, fmt::format("{} is damaged: {}", name, why))
      .hint("save the picture again, or copy it once more from where it came");
}

}  // namespace readout::image
