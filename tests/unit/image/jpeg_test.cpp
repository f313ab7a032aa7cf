// JPEG files: real ones cut short anywhere, and made ones with each kind of marker.
#include <doctest/doctest.h>

#include "base/files.hpp"
#include "image/image.hpp"

using namespace readout;
using image::Image;

namespace {

std::string bytes(std::initializer_list<int> values) {
  std::string out;
  for (const int value : values) out += static_cast<char>(value);
  return out;
}

std::string segment(int marker, const std::string& body) {
  const auto size = static_cast<int>(body.size() + 2);
  return bytes({0xFF, marker, size >> 8, size & 0xFF}) + body;
}

struct Jpeg {
  int frame = 0xC0, components = 3, width = 4, height = 3, precision = 8;
  std::string before_frame = {};
  bool rgb_ids = false;

  [[nodiscard]] std::string bytes() const {
    std::string head = ::bytes({precision, height >> 8, height & 0xFF, width >> 8, width & 0xFF, components});
    std::string scan = ::bytes({components});
    for (int i = 0; i < components; ++i) {
      head += ::bytes({rgb_ids ? "RGB"[i] : i + 1, 0x11, 0});
      scan += ::bytes({rgb_ids ? "RGB"[i] : i + 1, 0});
    }
    scan += ::bytes({0, 63, 0});
    return ::bytes({0xFF, 0xD8}) + before_frame + segment(frame, head) + segment(0xDA, scan) +
           ::bytes({1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9});
  }
};

std::optional<Image> read(const std::string& file, std::string* code = nullptr) {
  Diagnostics diags;
  auto picture = image::read_image(file, "picture.jpg", {}, diags);
  CHECK(picture.has_value() == !diags.has_errors());
  if (code) *code = diags.has_errors() ? diags.all().front().code : "";
  return picture;
}

std::string code_of(const std::string& file) {
  std::string code;
  CHECK_FALSE(read(file, &code));
  return code;
}

const std::string adobe_rgb = segment(0xEE, std::string("Adobe\0\x64\0\0\0\0\0", 12));
const std::string adobe_ycc = segment(0xEE, std::string("Adobe\0\x64\0\0\0\0\1", 12));
const std::string jfif_300 = segment(0xE0, std::string("JFIF\0\1\1\1\1\x2C\1\x2C\0\0", 14));

std::string exif(int orientation) {
  return segment(0xE1, std::string("Exif\0\0II*\0\10\0\0\0\1\0\x12\1\3\0\1\0\0\0", 24) +
                           bytes({orientation, 0, 0, 0, 0, 0, 0, 0}));
}

}  // namespace

TEST_CASE("baseline and progressive, grey and colour") {
  const auto colour = read(Jpeg{}.bytes());
  REQUIRE(colour);
  CHECK(colour->kind == Image::Kind::jpeg);
  CHECK(colour->width == 4);
  CHECK(colour->height == 3);
  CHECK(colour->components == 3);
  CHECK_FALSE(colour->plain_rgb);
  CHECK(colour->data == Jpeg{}.bytes());
  const auto grey = read(Jpeg{0xC2, 1}.bytes());
  REQUIRE(grey);
  CHECK(grey->components == 1);
}

TEST_CASE("the resolution comes from JFIF") {
  Jpeg file;
  file.before_frame = jfif_300;
  CHECK(read(file.bytes())->pixels_per_inch == 300);
}

TEST_CASE("what follows the image is cut off") {
  CHECK(read(Jpeg{}.bytes() + "trailing bytes")->data == Jpeg{}.bytes());
}

TEST_CASE("RGB without transform is known by Adobe's marker or the component ids") {
  Jpeg file;
  file.before_frame = adobe_rgb;
  CHECK(read(file.bytes())->plain_rgb);
  file.before_frame = adobe_ycc;
  CHECK_FALSE(read(file.bytes())->plain_rgb);
  file.before_frame.clear();
  file.rgb_ids = true;
  CHECK(read(file.bytes())->plain_rgb);
  file.before_frame = jfif_300;
  CHECK_FALSE(read(file.bytes())->plain_rgb);
}

TEST_CASE("what a PDF cannot show is refused by name") {
  CHECK(code_of(Jpeg{0xC0, 4}.bytes()) == "image.cmyk");
  CHECK(code_of(Jpeg{0xC9, 3}.bytes()) == "image.unsupported");
  CHECK(code_of(Jpeg{0xC1, 3, 4, 3, 12}.bytes()) == "image.unsupported");
  CHECK(code_of(Jpeg{0xC0, 3, 60000, 60000}.bytes()) == "image.too-large");
  CHECK(code_of(Jpeg{0xC0, 3, 0, 3}.bytes()) == "image.broken");
  Jpeg turned;
  turned.before_frame = exif(6);
  CHECK(code_of(turned.bytes()) == "image.rotated");
  turned.before_frame = exif(1);
  CHECK(read(turned.bytes()));
}

TEST_CASE("every truncation is told as broken") {
  DiskFiles files;
  for (const std::string& whole :
       {Jpeg{}.bytes(), files.read(READOUT_ROOT "/input/images/portrait.jpg").bytes.value_or("")}) {
    REQUIRE(read(whole));
    for (std::size_t size = 3; size < whole.size(); size += 1 + whole.size() / 500) {
      CHECK(code_of(whole.substr(0, size)) == "image.broken");
    }
  }
}
