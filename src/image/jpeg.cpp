#include "image/jpeg.hpp"

#include <fmt/format.h>

namespace readout::image {
namespace {

// Markers (ISO/IEC 10918-1, table B.1).
constexpr unsigned tem = 0x01, rst0 = 0xD0, rst7 = 0xD7, soi = 0xD8, eoi = 0xD9, sos = 0xDA, dht = 0xC4, jpg = 0xC8,
                   dac = 0xCC, app0 = 0xE0, app1 = 0xE1, app14 = 0xEE;

/// Big-endian, or as a TIFF header says; 0 beyond the end.
struct Reader {
  std::string_view bytes;
  bool little = false;
  [[nodiscard]] unsigned u8(std::size_t at) const {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
  }
  [[nodiscard]] unsigned u16(std::size_t at) const {
    return little ? u8(at + 1) << 8U | u8(at) : u8(at) << 8U | u8(at + 1);
  }
  [[nodiscard]] unsigned u32(std::size_t at) const {
    return little ? u16(at + 2) << 16U | u16(at) : u16(at) << 16U | u16(at + 2);
  }
};

/// What the segments said.
struct Found {
  unsigned frame = 0;  ///< the SOF marker; 0 = none yet
  std::uint32_t width = 0, height = 0;
  int components = 0, precision = 0;
  bool rgb_ids = false;  ///< component ids "RGB"
  int adobe_transform = -1;
  bool jfif = false;
  double pixels_per_inch = 0;
  unsigned orientation = 1;
  int scans = 0;
  bool scan_bytes = false;
  std::size_t end = 0;  ///< offset after EOI
};

bool is_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != dht && marker != jpg && marker != dac;
}

void read_frame(Found& found, unsigned marker, const Reader& body) {
  found.frame = marker;
  found.precision = static_cast<int>(body.u8(0));
  found.height = body.u16(1);
  found.width = body.u16(3);
  found.components = static_cast<int>(body.u8(5));
  found.rgb_ids = body.u8(6) == 'R' && body.u8(9) == 'G' && body.u8(12) == 'B';
}

void read_jfif(Found& found, const Reader& body) {
  if (body.bytes.substr(0, 5) != std::string_view("JFIF\0", 5)) return;
  found.jfif = true;
  const unsigned unit = body.u8(7), x = body.u16(8), y = body.u16(10);
  if (x != y) return;
  if (unit == 1) found.pixels_per_inch = x;
  if (unit == 2) found.pixels_per_inch = x * 2.54;
}

/// The Exif tag Orientation of the first directory.
void read_exif(Found& found, std::string_view body) {
  if (body.substr(0, 6) != std::string_view("Exif\0\0", 6)) return;
  Reader tiff{body.substr(6)};
  tiff.little = tiff.bytes.substr(0, 2) == "II";
  const std::size_t directory = tiff.u32(4);
  const unsigned entries = tiff.u16(directory);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    if (entry + 12 > tiff.bytes.size()) return;
    if (tiff.u16(entry) == 0x0112) found.orientation = tiff.u16(entry + 8);
  }
}

void read_segment(Found& found, unsigned marker, std::string_view body) {
  if (is_frame(marker)) {
    if (found.frame == 0) read_frame(found, marker, {body});
  } else if (marker == app0) {
    read_jfif(found, {body});
  } else if (marker == app1) {
    read_exif(found, body);
  } else if (marker == app14 && body.starts_with("Adobe")) {
    found.adobe_transform = static_cast<int>(Reader{body}.u8(11));
  }
}

/// The next marker after coded bytes; restart markers and stuffed zeros belong to them.
std::size_t skip_scan(std::string_view bytes, std::size_t at) {
  for (; at + 1 < bytes.size(); ++at) {
    if (bytes[at] != '\xFF') continue;
    const auto next = static_cast<unsigned char>(bytes[at + 1]);
    if (next != 0 && next != 0xFF && (next < rst0 || next > rst7)) return at;
  }
  return bytes.size();
}

/// Walks all segments. Gives: why the file is damaged; "" when it is whole.
std::string walk(std::string_view bytes, Found& found) {
  const Reader reader{bytes};
  std::size_t at = 2;
  while (true) {
    if (at + 2 > bytes.size()) return "the file ends too early";
    if (bytes[at] != '\xFF') return "a marker is missing";
    const unsigned marker = reader.u8(at + 1);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    at += 2;
    if (marker == eoi) break;
    if (marker == soi) return "an image begins inside the image";
    if (marker == tem || (marker >= rst0 && marker <= rst7)) continue;
    const std::size_t length = reader.u16(at);
    if (length < 2 || at + length > bytes.size()) return "the file ends too early";
    read_segment(found, marker, bytes.substr(at + 2, length - 2));
    at += length;
    if (marker == sos) {
      if (found.frame == 0) return "it has no frame header";
      ++found.scans;
      const std::size_t next = skip_scan(bytes, at);
      found.scan_bytes = found.scan_bytes || next > at;
      at = next;
    }
  }
  found.end = at;
  if (found.frame == 0) return "it has no frame header";
  if (!found.scan_bytes) return "it holds no picture";
  if (found.width == 0 || found.height == 0) return "it has no size";
  return {};
}

/// False, and told, for what a PDF cannot show as it is.
bool is_supported(const Found& found, const Report& report) {
  const auto refuse = [&](const char* code, std::string_view what, const char* hint) {
    report.diags.error(code, report.where, fmt::format("{} {}", report.name, what)).hint(hint);
    return false;
  };
  if (found.components == 4) {
    return refuse("image.cmyk", "is in CMYK colours",
                  "convert it to RGB: a screen document has no press to mix inks for");
  }
  if (found.frame > 0xC2) {
    return refuse("image.unsupported", "is a lossless or arithmetic-coded JPEG", "save it as a plain JPEG or a PNG");
  }
  if (found.precision != 8 || (found.components != 1 && found.components != 3)) {
    return refuse("image.unsupported", "is a JPEG of an unusual kind", "save it as 8-bit grey or RGB");
  }
  if (found.orientation > 1 && found.orientation <= 8) {
    return refuse("image.rotated", "lies on its side: its camera noted a rotation that a PDF does not apply",
                  "open it in a picture program, turn it upright and save it");
  }
  return true;
}

/// Three components are YCbCr unless the file says that they are RGB; the filter's own default is the same, but for a
/// file without either mark.
bool is_plain_rgb(const Found& found) {
  if (found.components != 3) return false;
  if (found.adobe_transform >= 0) return found.adobe_transform == 0;
  return !found.jfif && found.rgb_ids;
}

}  // namespace

std::optional<Image> read_jpeg(std::string_view bytes, const Report& report) {
  Found found;
  const std::string fault = walk(bytes, found);
  if (found.frame != 0) {
    if (const std::string size = too_large(found.width, found.height, report.limits); !size.empty()) {
      report.too_large(size);
      return std::nullopt;
    }
  }
  if (!fault.empty()) {
    report.broken(fault);
    return std::nullopt;
  }
  if (!is_supported(found, report)) return std::nullopt;
  Image image;
  image.kind = Image::Kind::jpeg;
  image.width = found.width;
  image.height = found.height;
  image.components = found.components;
  image.plain_rgb = is_plain_rgb(found);
  image.pixels_per_inch = found.pixels_per_inch;
  image.data = bytes.substr(0, found.end);
  return image;
}

}  // namespace readout::image
