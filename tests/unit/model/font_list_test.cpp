// fonts.toml: what is read, and what is refused.
#include "model/font_list.hpp"

#include <doctest/doctest.h>

#include "base/files.hpp"

using namespace readout;

namespace {

std::string codes(const std::string& toml) {
  Diagnostics diags;
  const auto list = model::read_font_list(diags.sources.add("fonts.toml", toml), diags);
  std::string out;
  for (const Diagnostic& d : diags.all()) out += (out.empty() ? "" : " ") + d.code;
  CHECK(list.has_value() == out.empty());
  return out;
}

const std::string sum(64, 'a');
const std::string own =
    "format = 1\n[[family]]\nname = \"A\"\nrole = \"text\"\nlicence = \"OFL-1.1\"\n"
    "[[family.face]]\nfile = \"a.otf\"\nstyle = \"regular\"\n";
const std::string packaged =
    "format = 1\n[[family]]\nname = \"A\"\nrole = \"text\"\nlicence = \"OFL-1.1\"\n"
    "package = \"fonts-a\"\nversion = \"1-1\"\n"
    "[[family.face]]\nfile = \"a.otf\"\nstyle = \"regular\"\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
  REQUIRE(text.find(from) != std::string::npos);
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("the list of this tree is read whole") {
  DiskFiles files;
  const auto read = files.read(READOUT_ROOT "/fonts/fonts.toml");
  REQUIRE(read.bytes);
  Diagnostics diags;
  const auto list = model::read_font_list(diags.sources.add("fonts.toml", *read.bytes), diags);
  REQUIRE(list);
  CHECK(diags.all().empty());
  REQUIRE(list->families.size() >= 5);
  CHECK(list->families[0].name == "Linux Libertine O");
  REQUIRE(list->families[0].faces.size() == 4);
  CHECK(list->families[0].faces[3].bold);
  CHECK(list->families[0].faces[3].italic);
  CHECK(list->families[0].faces[3].file == "LinLibertine_RBI.otf");
  CHECK(list->families[0].version == "5.3.0-6");
  CHECK(!list->families[0].fallback);
  CHECK(list->families.back().fallback);
  for (const FontFamily& family : list->families)
    for (const FontFace& face : family.faces) CHECK(face.sha256.size() == 64);
}

TEST_CASE("a typeface of one's own needs few lines") { CHECK(codes(own) == ""); }

TEST_CASE("a packaged face needs its source and sum") {
  const std::string rest = "source = \"/usr/share/fonts/a.otf\"\nsha256 = \"" + sum + "\"\n";
  CHECK(codes(packaged + rest) == "");
  CHECK(codes(packaged) == "fonts.missing fonts.missing");
}

TEST_CASE("what is refused") {
  CHECK(codes("") == "fonts.missing fonts.missing");
  CHECK(codes("format = 1\n") == "fonts.missing");
  CHECK(codes(with(own, "format = 1\n", "")) == "fonts.missing");
  CHECK(codes(with(own, "format = 1", "format = 2")) == "fonts.format");
  CHECK(codes(with(own, "format = 1", "format = \"1\"")) == "fonts.type");
  CHECK(codes(with(own, "name = \"A\"\n", "")) == "fonts.missing");
  CHECK(codes(with(own, "role = \"text\"", "role = \" \"")) == "fonts.blank");
  CHECK(codes(with(own, "licence", "license")) == "fonts.missing fonts.unknown-key");
  CHECK(codes(with(own, "\"regular\"", "\"oblique\"")) == "fonts.choice");
  CHECK(codes(with(own, "a.otf", "../a.otf")) == "fonts.file");
  CHECK(codes(with(own, "a.otf", ".hidden")) == "fonts.file");
  CHECK(codes(own + "sha256 = \"12\"\n") == "fonts.sha256");
  CHECK(codes(own + "source = \"/a.otf\"\n") == "fonts.package");
  CHECK(codes(with(packaged, "version = \"1-1\"\n", "")).starts_with("fonts.package"));
  CHECK(codes(own + own.substr(own.find("[[family]]"))) == "fonts.duplicate fonts.duplicate");
  CHECK(codes(own + "[[family.face]]\nfile = \"b.otf\"\nstyle = \"regular\"\n") == "fonts.duplicate");
  CHECK(codes("format = 1\nfamily = []\n") == "fonts.empty");
  CHECK(codes("format = 1\nfamily = 3\n") == "fonts.type");
  CHECK(codes("format = 1\n[[family]\n").starts_with("toml."));
}
