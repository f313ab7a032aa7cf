// Any bytes as a picture: read, or told why not, within the limits; what was read goes into a PDF.
//
// Half of the inputs that the fuzzer makes from a PNG get the sums of their chunks set right: libpng would refuse them
// at once otherwise, and never come to what is inside.
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

void set_in_brief(std::string_view bytes) {
  MemoryFiles files = fuzz::files_with(fuzz::brief_path,
                                       "readout = 1\n[document]\ntitle = \"T\"\nsummary = \"S\"\n"
                                       "seal = { file = \"picture\", alt = \"A\" }\n");
  files.files["/fuzz/picture"] = std::string(bytes);
  press::Job job;
  job.brief = fuzz::brief_path;
  job.out = fuzz::pdf_path;
  static press::Memory memory;
  fuzz::build_brief(files, job, &memory);
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
  // A whole build takes a hundred times longer than reading: one picture in 256, always the same ones.
  if (crc(data, size) % 256 == 0) set_in_brief(bytes);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  const std::size_t changed = LLVMFuzzerMutate(data, size, most);
  if (seed % 2 == 0) set_sums_right(data, changed);
  return changed;
}
