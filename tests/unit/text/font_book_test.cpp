// Faces: found by style, opened once, refused with a reason.
#include "text/font_book.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "unit/text/support_fonts.hpp"

using namespace readout;
using namespace readout::text;

namespace {

FontFamily family_of(const std::string& name, std::vector<FontFace> faces, bool fallback = false) {
  FontFamily family;
  family.name = name;
  family.fallback = fallback;
  family.faces = std::move(faces);
  return family;
}
FontFace face_of(const std::string& file, bool bold = false, bool italic = false) {
  FontFace face;
  face.file = file;
  face.bold = bold;
  face.italic = italic;
  return face;
}
std::string bytes_of(const std::string& path) {
  DiskFiles files;
  const auto read = files.read(path);
  REQUIRE_MESSAGE(read.bytes, path << ": " << read.why);
  return *read.bytes;
}
void put16(std::string& bytes, std::size_t at, unsigned value) {
  bytes[at] = static_cast<char>(value >> 8U);
  bytes[at + 1] = static_cast<char>(value & 0xFFU);
}
/// Where a table of a font file begins.
std::size_t table_at(const std::string& bytes, const std::string& tag) {
  const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])); };
  for (std::size_t entry = 12; entry < 12 + 16 * (byte(4) << 8U | byte(5)); entry += 16)
    if (bytes.compare(entry, 4, tag) == 0)
      return byte(entry + 8) << 24U | byte(entry + 9) << 16U | byte(entry + 10) << 8U | byte(entry + 11);
  FAIL("no table " << tag);
  return 0;
}

const std::string libertine = READOUT_ROOT "/fonts/LinLibertine_R.otf";

/// What opening a file of these bytes tells.
std::string told(const std::string& bytes) {
  MemoryFiles files;
  files.files["f/a.otf"] = bytes;
  FontList list;
  list.families.push_back(family_of("A", {face_of("a.otf")}));
  const FontBook book(list, "f", files);
  Diagnostics diags;
  if (book.face(0, diags) != nullptr) return "";
  REQUIRE(diags.all().size() == 1);
  CHECK(diags.all()[0].blame == Blame::system);
  CHECK(!diags.all()[0].hints.empty());
  return diags.all()[0].code + ": " + diags.all()[0].message;
}

}  // namespace

TEST_CASE("a style that the list lacks is not faked") {
  FontList list;
  list.families.push_back(family_of("Text", {face_of("r.otf"), face_of("b.otf", true), face_of("i.otf", false, true)}));
  list.families.push_back(family_of("Signs", {face_of("sb.ttf", true), face_of("s.ttf")}, true));
  list.families.push_back(family_of("More", {face_of("m.ttf")}, true));
  MemoryFiles files;
  const FontBook book(list, "fonts", files);
  CHECK(book.size() == 6);
  CHECK(book.find("Text", false, false) == FaceId{0});
  CHECK(book.find("Text", true, false) == FaceId{1});
  CHECK(book.find("Text", false, true) == FaceId{2});
  CHECK(!book.find("Text", true, true));
  CHECK(!book.find("text", false, false));
  CHECK(book.has_family("Text"));
  CHECK(!book.has_family("Texts"));
  CHECK(book.families() == std::vector<std::string>{"Text", "Signs", "More"});
  CHECK(book.fallbacks(false, false) == std::vector<FaceId>{4, 3, 5});
  CHECK(book.fallbacks(true, true) == std::vector<FaceId>{3, 4, 5});
}

TEST_CASE("a missing file is told once a run, with the way out") {
  FontList list;
  list.families.push_back(family_of("Own", {face_of("own.otf")}));
  list.families.push_back(family_of("Packed", {face_of("packed.otf")}));
  list.families[1].faces[0].source = "/usr/share/fonts/packed.otf";
  MemoryFiles files;
  const FontBook book(list, "fonts", files);
  for (int run = 0; run < 2; ++run) {
    Diagnostics diags;
    CHECK(book.face(0, diags) == nullptr);
    CHECK(book.face(0, diags) == nullptr);
    CHECK(book.face(1, diags) == nullptr);
    REQUIRE(diags.all().size() == 2);
    CHECK(diags.all()[0].code == "font.missing-file");
    CHECK(diags.all()[0].message.find("fonts/own.otf") != std::string::npos);
    CHECK(diags.all()[1].hints[0].find("./scripts/fonts") != std::string::npos);
    CHECK(diags.exit_code() == 3);
  }
}

TEST_CASE("files that cannot serve are refused with the reason") {
  const std::string good = bytes_of(libertine);
  CHECK(told(good) == "");
  CHECK(told("").find("is no OpenType or TrueType font") != std::string::npos);
  CHECK(told("hello").find("font.unusable: the font file f/a.otf of A is no OpenType") == 0);
  CHECK(told("ttcf" + good.substr(4)).find("collection") != std::string::npos);
  CHECK(told("wOF2" + good.substr(4)).find("web font") != std::string::npos);
  CHECK(told(good.substr(0, 2000)).find("no usable font") != std::string::npos);
  std::string forbidden = good;
  put16(forbidden, table_at(good, "OS/2") + 8, 0x0002);
  CHECK(told(forbidden).find("does not allow embedding") != std::string::npos);
  put16(forbidden, table_at(good, "OS/2") + 8, 0x0100);
  CHECK(told(forbidden).find("does not allow embedding") != std::string::npos);
  put16(forbidden, table_at(good, "OS/2") + 8, 0x0008);
  CHECK(told(forbidden) == "");
  std::string wide = good;
  put16(wide, table_at(good, "hmtx") + 4, 32000);
  CHECK(told(wide) == "");
  put16(wide, table_at(good, "hmtx") + 4, 32001);
  CHECK(told(wide).find("has a letter wider than 32 em") != std::string::npos);
  std::string cid = good;  // the Top DICT's first operand and operator become the operator ROS
  const std::size_t cff = table_at(good, "CFF ");
  const std::size_t name_end = cff + 4 + 2 + 1 + 2 + std::string("LinLibertineO").size();
  REQUIRE(good.compare(name_end - 13, 13, "LinLibertineO") == 0);
  cid[name_end + 7] = 12;  // behind the INDEX of one entry with offsets of two bytes
  cid[name_end + 8] = 30;
  CHECK(told(cid).find("CID-keyed") != std::string::npos);
}

TEST_CASE("cut or damaged font files never crash") {
  const std::string good = bytes_of(libertine);
  std::uint32_t seed = 1;
  for (int i = 0; i < 200; ++i) {
    std::string bytes = good;
    for (int k = 0; k < 8; ++k) {
      seed = seed * 1664525U + 1013904223U;
      bytes[(seed >> 8U) % (i % 2 == 0 ? bytes.size() : 1000)] = static_cast<char>(seed >> 4U);
    }
    if (i % 5 == 0) bytes.resize((seed >> 8U) % bytes.size());
    if (face_fault(bytes).empty()) CHECK(Face("A", false, false, "a.otf", bytes).metrics().units_per_em > 0);
  }
}

TEST_CASE("metrics of the faces that templates name") {
  const Face& text = test_fonts().opened(test_face("LinLibertine_R.otf"));
  CHECK(text.metrics().units_per_em == 1000);
  CHECK(text.postscript_name() == "LinLibertineO");
  CHECK(text.is_cff());
  CHECK(text.may_embed());
  CHECK(text.metrics().descender < 0);
  CHECK(text.metrics().ascender > text.metrics().cap_height);
  CHECK(text.metrics().cap_height > text.metrics().x_height);
  CHECK(text.metrics().x_height > 400);
  CHECK(text.metrics().italic_angle == 0);
  CHECK(text.has(U'a'));
  CHECK(!text.has(0x0642));
  CHECK(text.advance(text.glyph(U' ')) == 250);
  const Face& italic = test_fonts().opened(test_face("LinLibertine_RI.otf"));
  CHECK(italic.metrics().italic_angle < 0);
  const Face& arabic = test_fonts().opened(test_face("Amiri-Regular.ttf"));
  CHECK(!arabic.is_cff());
  CHECK(arabic.has(0x0642));
}

TEST_CASE("one book serves several threads") {
  std::vector<std::string> names = {"LinLibertine_R.otf", "Amiri-Regular.ttf", "LinBiolinum_RB.otf", "DejaVuSans.ttf"};
  FontList list;
  for (const std::string& name : names) list.families.push_back(family_of(name, {face_of(name)}));
  DiskFiles files;
  const FontBook book(list, READOUT_ROOT "/fonts", files);
  std::vector<const Face*> seen(16);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      Diagnostics diags;
      for (std::size_t i = 0; i < 4; ++i) seen[4 * t + i] = book.face(static_cast<FaceId>((i + t) % 4), diags);
    });
  for (std::thread& thread : threads) thread.join();
  for (std::size_t t = 0; t < 4; ++t)
    for (std::size_t i = 0; i < 4; ++i) CHECK(seen[4 * t + i] == &book.opened(static_cast<FaceId>((i + t) % 4)));
}

TEST_CASE("a typeface that a user drops in: EB Garamond") {
  FontList list;
  list.families.push_back(family_of("EB Garamond", {face_of("EBGaramond12-Regular.otf")}));
  DiskFiles files;
  const FontBook book(list, "/usr/share/fonts/opentype/ebgaramond", files);
  Diagnostics diags;
  REQUIRE_MESSAGE(book.face(0, diags) != nullptr, "install the Debian package fonts-ebgaramond");
  Style style;
  style.latin.faces = style.arabic.faces = {0};
  style.latin.size = style.arabic.size = Pt::from_points(11);
  const auto shaped = shape("office", {{0, 6, &style, "en"}}, Direction::ltr, book, diags);
  REQUIRE(shaped.runs.size() == 1);
  REQUIRE(shaped.runs[0].glyphs.size() == 6);
  CHECK(shaped.runs[0].glyphs[0].id == book.opened(0).glyph(U'o'));
  CHECK(shaped.runs[0].glyphs[1].id != book.opened(0).glyph(U'f'));  // the f that stands before another f
  CHECK(shaped.missing.empty());
}
