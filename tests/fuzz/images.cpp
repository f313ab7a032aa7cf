// Any bytes as a picture: read, or told why not, within the limits; what was read goes into a PDF, which must hold
// every sample of it.
//
// Half of the inputs that the fuzzer makes from a PNG get the sums of their chunks set right: libpng would refuse them
// at once otherwise, and never come to what is inside.
#include <algorithm>
#include <bit>
#include <optional>
#include <set>
#include <tuple>

#include "archive/pdf_file.hpp"
#include "archive/qpdf.hpp"
#include "fuzz/shop.hpp"
#include "image/image.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using namespace readout;

constexpr image::Limits limits{2000, 400'000, std::size_t{1} << 20U};

std::uint32_t u32(const std::uint8_t* at) {
  return std::uint32_t{at[0]} << 24U | std::uint32_t{at[1]} << 16U | std::uint32_t{at[2]} << 8U | at[3];
}

// CRC-32 of ISO/IEC 15948, 5.5.
std::uint32_t crc(const std::uint8_t* bytes, std::size_t size) {
  std::uint32_t sum = 0xFFFFFFFFU;
  for (std::size_t i = 0; i < size; ++i) {
    sum ^= bytes[i];
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ (sum & 1U ? 0xEDB88320U : 0U);
  }
  return ~sum;
}

void set_sums_right(std::uint8_t* data, std::size_t size) {
  for (std::size_t at = 8; at + 12 <= size;) {
    const std::size_t length = u32(data + at);
    if (length > size - at - 12) return;
    const std::uint32_t sum = crc(data + at + 4, length + 4);
    for (std::size_t i = 0; i < 4; ++i)
      data[at + 8 + length + i] = static_cast<std::uint8_t>(sum >> (24U - 8U * static_cast<unsigned>(i)));
    at += length + 12;
  }
}

void check(const image::Image& picture) {
  const std::uint64_t pixels = std::uint64_t{picture.width} * picture.height;
  fuzz::demand(picture.width > 0 && picture.height > 0, "a picture without a size");
  fuzz::demand(pixels <= limits.max_pixels, "a picture beyond the limits");
  fuzz::demand(picture.components == 1 || picture.components == 3, "a picture of odd colours");
  if (picture.kind == image::Image::Kind::jpeg) return;
  fuzz::demand(picture.data.size() == pixels * static_cast<std::uint64_t>(picture.components), "samples are missing");
  fuzz::demand(picture.alpha.empty() || picture.alpha.size() == pixels, "alpha is missing");
}

/// Its samples, its transparency, or the JPEG as it was, stand in the PDF.
void look_for(const image::Image& picture, const std::string& bytes) {
  Diagnostics diags;
  const auto pdf = archive::PdfFile::open(bytes, "picture.pdf", diags);
  fuzz::demand(pdf.has_value(), "the PDF with the picture cannot be read");
  bool found = false;
  for (QPDFObjectHandle object : pdf->qpdf().getAllObjects()) {
    if (!object.isStream() || !object.getDict().getKey("/SMask").isNull() != !picture.alpha.empty()) continue;
    if (!object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) continue;
    const bool kept = picture.kind == image::Image::Kind::jpeg;
    const auto held = kept ? object.getRawStreamData() : object.getStreamData();
    found = std::string_view(reinterpret_cast<const char*>(held->getBuffer()), held->getSize()) == picture.data;
    if (found && !picture.alpha.empty()) {
      const auto mask = object.getDict().getKey("/SMask").getStreamData();
      fuzz::demand(std::string_view(reinterpret_cast<const char*>(mask->getBuffer()), mask->getSize()) == picture.alpha,
                   "the transparency is not that of the picture");
    }
    if (found) break;
  }
  fuzz::demand(found, "the picture is not in the PDF");
}

void set_in_brief(const image::Image& picture, std::string_view bytes) {
  MemoryFiles files = fuzz::files_with(fuzz::brief_path,
                                       "readout = 1\n[document]\ntitle = \"T\"\nsummary = \"S\"\n"
                                       "seal = { file = \"picture\", alt = \"A\" }\n");
  files.files["/fuzz/picture"] = std::string(bytes);
  press::Job job;
  job.brief = fuzz::brief_path;
  job.out = fuzz::pdf_path;
  // Begun anew now and then, so that what it remembers does not grow for hours.
  static std::optional<press::Memory> memory;
  static unsigned builds = 0;
  if (builds++ % 64 == 0) memory.emplace();
  fuzz::build_brief(files, job, &*memory);
  if (files.files.contains(fuzz::pdf_path)) look_for(picture, files.files[fuzz::pdf_path]);
}

/// A whole build takes a hundred times longer than reading: pictures of a kind and size that this run has not had, and
/// of the others one in 128, always the same ones.
bool is_to_be_set(const image::Image& picture, std::string_view bytes) {
  static std::set<std::tuple<int, int, bool, bool, int, int, int>> had;
  const auto size = [](std::uint32_t pixels) {
    return pixels < 5 ? static_cast<int>(pixels) : static_cast<int>(std::bit_width(pixels)) + 5;
  };
  const double inch = std::clamp(picture.pixels_per_inch, 0.0, 1e9);
  const bool is_new = had.insert({static_cast<int>(picture.kind), picture.components, picture.alpha.empty(),
                                  picture.plain_rgb, size(picture.width), size(picture.height),
                                  static_cast<int>(std::bit_width(static_cast<std::uint32_t>(inch)))})
                          .second;
  return is_new || crc(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()) % 128 == 0;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Diagnostics diags;
  const std::string_view bytes = fuzz::view(data, size);
  const auto picture = image::read_image(bytes, "picture", {diags.sources.add("t.toml", "x"), 0, 1}, diags, limits);
  fuzz::demand(picture.has_value() != diags.has_errors(), "a picture and an error, or neither");
  fuzz::show(diags);
  if (!picture) return 0;
  check(*picture);
  if (is_to_be_set(*picture, bytes)) set_in_brief(*picture, bytes);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  const std::size_t changed = LLVMFuzzerMutate(data, size, most);
  if (seed % 2 == 0) set_sums_right(data, changed);
  return changed;
}
