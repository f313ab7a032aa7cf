#include "image/png.hpp"

#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <vector>

namespace readout::image {
namespace {

constexpr std::size_t signature_size = 8, header_size = 8 + 25;  // signature; IHDR with its frame

constexpr png_alloc_size_t largest_unpacked = 8'000'000;  // of a text or colour profile, neither of which is looked at

/// What libpng works on. It leaves by longjmp, so nothing with a destructor may live between setjmp and its calls:
/// all that is kept lies here, made before.
struct Reading {
  std::string_view bytes;
  std::size_t at = 0;
  png_structp png = nullptr;
  png_infop info = nullptr;
  char why[160] = {};
  std::uint32_t width = 0, height = 0;
  int channels = 0;
  double pixels_per_inch = 0;
  std::string samples;
  std::vector<png_bytep> rows;

  Reading(std::string_view b) : bytes(b) {}
  ~Reading() { png_destroy_read_struct(&png, &info, nullptr); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
};

[[noreturn]] void on_error(png_structp png, png_const_charp message) {
  auto* reading = static_cast<Reading*>(png_get_error_ptr(png));
  std::strncpy(reading->why, message, sizeof reading->why - 1);
  png_longjmp(png, 1);
}
void on_warning(png_structp, png_const_charp) {}

void on_read(png_structp png, png_bytep out, std::size_t size) {
  auto* reading = static_cast<Reading*>(png_get_io_ptr(png));
  if (size > reading->bytes.size() - reading->at) png_error(png, "the file ends too early");
  std::memcpy(out, reading->bytes.data() + reading->at, size);
  reading->at += size;
}

std::uint32_t u32(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// False when a chunk says to be longer than what is left of the file: libpng takes that much memory before it reads.
bool chunks_fit(std::string_view bytes) {
  constexpr std::size_t head = 8, frame = 12;  // length and type; and a sum
  for (std::size_t at = signature_size; bytes.size() - at >= head;) {
    const std::size_t length = u32(bytes, at);
    if (length + frame > bytes.size() - at) return false;
    if (bytes.substr(at + 4, 4) == "IEND") return true;
    at += length + frame;
  }
  return true;  // without an end: libpng tells that
}

/// Grey stays grey, everything else becomes RGB; 8 bits; alpha from an alpha channel or tRNS.
void ask_for_plain_samples(png_structp png, png_infop info) {
  const int type = png_get_color_type(png, info), depth = png_get_bit_depth(png, info);
  if (depth == 16) png_set_scale_16(png);
  if (type == PNG_COLOR_TYPE_PALETTE) png_set_palette_to_rgb(png);
  if (type == PNG_COLOR_TYPE_GRAY && depth < 8) png_set_expand_gray_1_2_4_to_8(png);
  if (png_get_valid(png, info, PNG_INFO_tRNS)) png_set_tRNS_to_alpha(png);
  png_set_interlace_handling(png);
}

/// Steps of libpng; each is one call with its own setjmp, so that no C++ object is skipped by a jump.
bool read_header(Reading& r) {
  if (setjmp(png_jmpbuf(r.png))) return false;
  png_set_read_fn(r.png, &r, on_read);
  png_set_crc_action(r.png, PNG_CRC_ERROR_QUIT, PNG_CRC_WARN_DISCARD);
  png_set_chunk_malloc_max(r.png, largest_unpacked);
  png_read_info(r.png, r.info);
  ask_for_plain_samples(r.png, r.info);
  png_read_update_info(r.png, r.info);
  r.width = png_get_image_width(r.png, r.info);
  r.height = png_get_image_height(r.png, r.info);
  r.channels = png_get_channels(r.png, r.info);
  png_uint_32 x = 0, y = 0;
  int unit = PNG_RESOLUTION_UNKNOWN;
  if (png_get_pHYs(r.png, r.info, &x, &y, &unit) != 0 && unit == PNG_RESOLUTION_METER && x == y) {
    r.pixels_per_inch = static_cast<double>(x) * 0.0254;
  }
  return true;
}

bool read_samples(Reading& r) {
  if (setjmp(png_jmpbuf(r.png))) return false;
  png_read_image(r.png, r.rows.data());
  png_read_end(r.png, nullptr);
  return true;
}

/// Colour samples and, with 2 or 4 channels, alpha. A mask that hides nothing is dropped.
Image picture_of(const Reading& r) {
  Image image;
  image.width = r.width;
  image.height = r.height;
  image.components = r.channels >= 3 ? 3 : 1;
  image.pixels_per_inch = r.pixels_per_inch;
  if (r.channels == image.components) {
    image.data = r.samples;
    return image;
  }
  const auto channels = static_cast<std::size_t>(r.channels);
  image.data.reserve(r.samples.size() / channels * (channels - 1));
  image.alpha.reserve(r.samples.size() / channels);
  for (std::size_t i = 0; i < r.samples.size(); i += channels) {
    image.data.append(r.samples, i, channels - 1);
    image.alpha += r.samples[i + channels - 1];
  }
  if (std::all_of(image.alpha.begin(), image.alpha.end(), [](char a) { return a == '\xFF'; })) image.alpha.clear();
  return image;
}

}  // namespace

std::optional<Image> read_png(std::string_view bytes, const Report& report) {
  if (bytes.size() < header_size || bytes.substr(signature_size + 4, 4) != "IHDR") {
    report.broken("it has no header");
    return std::nullopt;
  }
  const std::uint32_t width = u32(bytes, 16), height = u32(bytes, 20);
  if (const std::string size = too_large(width, height, report.limits); !size.empty()) {
    report.too_large(size);
    return std::nullopt;
  }
  if (!chunks_fit(bytes)) {
    report.broken("the file ends too early");
    return std::nullopt;
  }
  Reading reading(bytes);
  reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, on_error, on_warning);
  if (reading.png) reading.info = png_create_info_struct(reading.png);
  if (!reading.info || !read_header(reading)) {
    report.broken(reading.why[0] ? reading.why : "its header cannot be read");
    return std::nullopt;
  }
  const std::size_t row = std::size_t{reading.width} * static_cast<std::size_t>(reading.channels);
  reading.samples.assign(row * reading.height, '\0');
  for (std::size_t y = 0; y < reading.height; ++y) {
    reading.rows.push_back(reinterpret_cast<png_bytep>(reading.samples.data() + y * row));
  }
  if (!read_samples(reading)) {
    report.broken(reading.why);
    return std::nullopt;
  }
  return picture_of(reading);
}

}  // namespace readout::image
