#include "unit/text/support_fonts.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "base/files.hpp"
#include "base/utf8.hpp"

using namespace readout;
using namespace readout::text;

namespace {

FontList list_of_files() {
  FontList list;
  DiskFiles files;
  for (const std::string& name : files.list(READOUT_ROOT "/fonts")) {
    if (!name.ends_with(".otf") && !name.ends_with(".ttf")) continue;
    FontFamily family;
    family.name = name;
    FontFace face;
    face.file = name;
    face.bold = name.find("Bold") != std::string::npos || name.find("_RB") != std::string::npos;
    face.italic = name.find("RI") != std::string::npos || name.find("RBI") != std::string::npos ||
                  name.find("Slanted") != std::string::npos;
    family.fallback = name.starts_with("DejaVu");
    family.faces.push_back(face);
    list.families.push_back(family);
  }
  return list;
}

}  // namespace

const FontBook& test_fonts() {
  static DiskFiles files;
  static const FontBook book(list_of_files(), READOUT_ROOT "/fonts", files);
  REQUIRE_MESSAGE(book.size() > 0, "no font file in fonts/: run scripts/fonts");
  return book;
}

FaceId test_face(std::string_view file) {
  const FontBook& book = test_fonts();
  for (std::size_t i = 0; i < book.size(); ++i) {
    if (book.list().families[i].name != file) continue;
    Diagnostics diags;
    const auto id = static_cast<FaceId>(i);
    REQUIRE(book.face(id, diags) != nullptr);
    return id;
  }
  FAIL("fonts/ has no " << file << ": run scripts/fonts");
  return 0;
}

Style test_style(std::string_view latin, std::string_view arabic) {
  Style style;
  style.latin.faces = {test_face(latin)};
  style.arabic.faces = {test_face(arabic)};
  const auto units = [](FaceId id) { return Pt::from_points(test_fonts().opened(id).metrics().units_per_em); };
  style.latin.size = units(style.latin.faces.front());
  style.arabic.size = units(style.arabic.faces.front());
  return style;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find("\\u{", at);
    out += text.substr(at, begin == std::string_view::npos ? begin : begin - at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = text.find('}', begin);
    utf8::append(out,
                 static_cast<char32_t>(std::stoul(std::string(text.substr(begin + 3, end - begin - 3)), nullptr, 16)));
    at = end + 1;
  }
  return out;
}

std::vector<ShapingRow> shaping_rows(const std::string& name) {
  const std::string path = std::string(READOUT_ROOT "/tests/shaping/") + name;
  std::ifstream in(path);
  REQUIRE_MESSAGE(in.good(), path << " cannot be read");
  std::vector<ShapingRow> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t one = line.find(" | "), two = line.find(" | ", one + 3), arrow = line.rfind(" => ");
    REQUIRE_MESSAGE((one != std::string::npos && two != std::string::npos && arrow != std::string::npos), line);
    rows.push_back({line, line.substr(0, one), line.substr(one + 3, two - one - 3),
                    unescaped(line.substr(two + 3, arrow - two - 3)), line.substr(arrow + 4)});
  }
  return rows;
}
