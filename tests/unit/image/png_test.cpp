// PNG files made here byte by byte: every kind that is read, and every way to be broken.
#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <string>

#include "image/image.hpp"

using namespace readout;
using image::Image;

namespace {

void put32(std::string& out, std::uint32_t value) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out += static_cast<char>(value >> shift & 0xFF);
}

std::uint32_t crc(std::string_view bytes) {
  std::uint32_t value = 0xFFFFFFFFU;
  for (const char c : bytes) {
    value ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? value >> 1U ^ 0xEDB88320U : value >> 1U;
  }
  return ~value;
}

std::string chunk(std::string_view name, std::string_view body) {
  std::string out, checked(name);
  put32(out, static_cast<std::uint32_t>(body.size()));
  checked += body;
  out += checked;
  put32(out, crc(checked));
  return out;
}

/// One stored block.
std::string zlib(std::string_view bytes) {
  std::string out = "\x78\x01\x01";
  const auto size = static_cast<std::uint32_t>(bytes.size());
  for (const std::uint32_t value : {size & 0xFF, size >> 8, ~size & 0xFF, ~size >> 8 & 0xFF})
    out += static_cast<char>(value);
  out += bytes;
  std::uint32_t a = 1, b = 0;
  for (const char c : bytes) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  put32(out, b << 16 | a);
  return out;
}

struct Png {
  std::uint32_t width = 1, height = 1;
  char depth = 8, colour = 2, interlaced = 0;
  std::string before_data, rows;

  [[nodiscard]] std::string bytes() const {
    std::string header;
    put32(header, width);
    put32(header, height);
    header += {depth, colour, 0, 0, interlaced};
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", header) + before_data + chunk("IDAT", zlib(rows)) + chunk("IEND", "");
  }
};

std::string bytes(std::initializer_list<int> values) {
  std::string out;
  for (const int value : values) out += static_cast<char>(value);
  return out;
}

std::optional<Image> read(const std::string& file, std::string* code = nullptr, const image::Limits& limits = {}) {
  Diagnostics diags;
  auto picture = image::read_image(file, "picture.png", {}, diags, limits);
  CHECK(picture.has_value() == !diags.has_errors());
  if (code) *code = diags.has_errors() ? diags.all().front().code : "";
  return picture;
}

}  // namespace

TEST_CASE("RGB, RGB with alpha, grey and grey with alpha") {
  const auto rgb = read(Png{2, 1, 8, 2, 0, "", bytes({0, 1, 2, 3, 4, 5, 6})}.bytes());
  REQUIRE(rgb);
  CHECK(rgb->components == 3);
  CHECK(rgb->data == bytes({1, 2, 3, 4, 5, 6}));
  CHECK(rgb->alpha.empty());
  const auto rgba = read(Png{1, 2, 8, 6, 0, "", bytes({0, 1, 2, 3, 9, 0, 4, 5, 6, 255})}.bytes());
  REQUIRE(rgba);
  CHECK(rgba->data == bytes({1, 2, 3, 4, 5, 6}));
  CHECK(rgba->alpha == bytes({9, 255}));
  const auto grey = read(Png{2, 1, 8, 0, 0, "", bytes({0, 7, 8})}.bytes());
  REQUIRE(grey);
  CHECK(grey->components == 1);
  CHECK(grey->data == bytes({7, 8}));
  const auto grey_alpha = read(Png{1, 1, 8, 4, 0, "", bytes({0, 7, 128})}.bytes());
  REQUIRE(grey_alpha);
  CHECK(grey_alpha->components == 1);
  CHECK(grey_alpha->alpha == bytes({128}));
}

TEST_CASE("an alpha channel that hides nothing is dropped") {
  const auto picture = read(Png{1, 1, 8, 6, 0, "", bytes({0, 1, 2, 3, 255})}.bytes());
  REQUIRE(picture);
  CHECK(picture->alpha.empty());
}

TEST_CASE("sixteen bits become eight, one bit becomes eight") {
  const auto deep = read(Png{1, 1, 16, 0, 0, "", bytes({0, 0x80, 0x80})}.bytes());
  REQUIRE(deep);
  CHECK(deep->data == bytes({0x80}));
  const auto flat = read(Png{3, 1, 1, 0, 0, "", bytes({0, 0xA0})}.bytes());
  REQUIRE(flat);
  CHECK(flat->data == bytes({255, 0, 255}));
}

TEST_CASE("a palette with transparency") {
  const std::string extra = chunk("PLTE", bytes({10, 20, 30, 40, 50, 60})) + chunk("tRNS", bytes({255, 0}));
  const auto picture = read(Png{2, 1, 8, 3, 0, extra, bytes({0, 0, 1})}.bytes());
  REQUIRE(picture);
  CHECK(picture->data == bytes({10, 20, 30, 40, 50, 60}));
  CHECK(picture->alpha == bytes({255, 0}));
}

TEST_CASE("interlaced rows are put in order") {
  const std::string passes = bytes({0, 1}) + bytes({0, 2}) + bytes({0, 3, 4});  // passes 1, 6 and 7 of Adam7
  const auto picture = read(Png{2, 2, 8, 0, 1, "", passes}.bytes());
  REQUIRE(picture);
  CHECK(picture->data == bytes({1, 2, 3, 4}));
}

TEST_CASE("gamma is not applied, the resolution is read") {
  const std::string extra =
      chunk("gAMA", bytes({0, 0, 0xFF, 0xFF})) + chunk("pHYs", bytes({0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1}));
  const auto picture = read(Png{1, 1, 8, 0, 0, extra, bytes({0, 100})}.bytes());
  REQUIRE(picture);
  CHECK(picture->data == bytes({100}));
  CHECK(picture->pixels_per_inch == doctest::Approx(300).epsilon(0.001));
}

TEST_CASE("of an animation the default image is shown") {
  const std::string extra = chunk("acTL", bytes({0, 0, 0, 2, 0, 0, 0, 0}));
  CHECK(read(Png{1, 1, 8, 0, 0, extra, bytes({0, 100})}.bytes()));
}

TEST_CASE("every truncation of a file is told as broken") {
  const std::string whole =
      Png{2, 2, 8, 6, 0, "", bytes({0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8})}.bytes();
  REQUIRE(read(whole));
  for (std::size_t size = 8; size < whole.size(); ++size) {
    std::string code;
    CHECK_FALSE(read(whole.substr(0, size), &code));
    CHECK(code == "image.broken");
  }
}

TEST_CASE("no changed byte makes it crash; one in the samples is found by its sum") {
  const std::string whole = Png{2, 2, 8, 2, 0, "", bytes({0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6})}.bytes();
  for (std::size_t i = 8; i < whole.size(); ++i) {
    for (const int flip : {0x01, 0x80, 0xFF}) {
      std::string other = whole;
      other[i] = static_cast<char>(other[i] ^ flip);
      std::string code;
      const auto picture = read(other, &code);
      if (!picture) CHECK_MESSAGE((code == "image.broken" || code == "image.too-large"), i << ": " << code);
      if (i > 33 + 8 && i < whole.size() - 16) CHECK_FALSE(picture);
    }
  }
}

TEST_CASE("the size is judged before memory is taken") {
  std::string code;
  CHECK_FALSE(read(Png{200'000'000, 200'000'000, 8, 6, 0, "", ""}.bytes(), &code));
  CHECK(code == "image.too-large");
  CHECK_FALSE(read(Png{20'000, 20'000, 8, 6, 0, "", ""}.bytes(), &code));
  CHECK(code == "image.too-large");
  image::Limits small;
  small.max_bytes = 20;
  CHECK_FALSE(read(Png{1, 1, 8, 0, 0, "", bytes({0, 1})}.bytes(), &code, small));
  CHECK(code == "image.too-large");
}

namespace {

/// The most address space that the process has had, in kB.
long most_of_address_space() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (long most = 0; word == "VmPeak:" && status >> most) return most;
  return 0;
}

}  // namespace

TEST_CASE("for a chunk that says to be longer than the file no memory is taken, however little of it is there") {
  const long before = most_of_address_space();
  REQUIRE(before > 0);
  std::string whole = Png{1, 1, 8, 0, 0, "", bytes({0, 1})}.bytes();
  whole.resize(8 + 25);  // up to the end of its header
  put32(whole, 0x73766707);
  whole += "tEXt";
  for (int more = 0; more < 8; ++more, whole += 'x') {
    Diagnostics diags;
    CHECK_FALSE(image::read_image(whole, "x.png", {}, diags));
    REQUIRE(diags.error_count() == 1);
    CHECK(diags.all().front().message.find("the file ends too early") != std::string::npos);
  }
  CHECK(most_of_address_space() - before < 500'000);  // libpng would take 1.9 GB
}

TEST_CASE("other kinds of file are named") {
  const std::pair<std::string, std::string> rows[] = {{"GIF89a...", "a GIF"},
                                                      {"%PDF-1.7", "a PDF"},
                                                      {"<svg xmlns=", "an SVG"},
                                                      {"", "an empty file"},
                                                      {"hello", "neither"}};
  for (const auto& [file, words] : rows) {
    Diagnostics diags;
    CHECK_FALSE(image::read_image(file, "x.png", {}, diags));
    REQUIRE(diags.error_count() == 1);
    CHECK(diags.all().front().code == "image.unknown-format");
    CHECK(diags.all().front().message.find(words) != std::string::npos);
  }
}
