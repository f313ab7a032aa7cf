// Fonts inside the file: widths, maps, subsets, glyphs that are added.
#include <doctest/doctest.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>

#include "pdf/font_objects.hpp"
#include "pdf/fonts.hpp"
#include "pdf/subset.hpp"
#include "unit/pdf/support_document.hpp"

using namespace readout;
using namespace readout::layout;
using pdf::Subset;

namespace {

const text::Face& face_named(const char* file) {
  Diagnostics diags;
  const text::Face* face = fonts().face(fonts().find(file, false, false).value(), diags);
  REQUIRE(face != nullptr);
  return *face;
}

text::GlyphId glyph_of(const text::Face& face, char32_t character) {
  hb_codepoint_t glyph = 0;
  REQUIRE(hb_font_get_nominal_glyph(face.native_font(), character, &glyph));
  return glyph;
}

/// A program opened again.
struct Opened {
  explicit Opened(const std::string& bytes)
      : blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr,
                            nullptr)),
        face(hb_face_create(blob, 0)),
        font(hb_font_create(face)) {}
  ~Opened() {
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;
  [[nodiscard]] int advance(unsigned glyph) const { return hb_font_get_glyph_h_advance(font, glyph); }
  [[nodiscard]] hb_glyph_extents_t extents(unsigned glyph) const {
    hb_glyph_extents_t extents{};
    hb_font_get_glyph_extents(font, glyph, &extents);
    return extents;
  }
  hb_blob_t* blob;
  hb_face_t* face;
  hb_font_t* font;
};

}  // namespace

TEST_CASE("a subset keeps advances under its new ids") {
  for (const char* file : {"LinLibertine_R.otf", "Amiri-Regular.ttf"}) {
    const text::Face& face = face_named(file);
    std::vector<text::GlyphId> glyphs = {glyph_of(face, 'A'), glyph_of(face, 'i'), glyph_of(face, ' ')};
    std::sort(glyphs.begin(), glyphs.end());
    const auto subset = Subset::make(face, glyphs);
    REQUIRE(subset);
    for (const auto glyph : glyphs) CHECK(subset->advance(subset->renamed(glyph)) == face.advance(glyph));
    pdf::FontCodes codes;
    for (const auto glyph : glyphs)
      codes.push_back({static_cast<std::uint16_t>(codes.size() + 1), subset->renamed(glyph), 0, U"x"});
    CHECK(subset->program(codes).size() < (face.is_cff() ? 1000 : 6000));
  }
}

TEST_CASE("a composed glyph has its parts where they were put, and its own advance") {
  const text::Face& face = face_named("Amiri-Regular.ttf");
  const auto letter = glyph_of(face, 0x0645), mark = glyph_of(face, 0x064F);
  std::vector<text::GlyphId> glyphs = {letter, mark};
  std::sort(glyphs.begin(), glyphs.end());
  auto subset = Subset::make(face, glyphs);
  REQUIRE(subset);
  const auto composed = subset->compose({{letter, 0, 0}, {mark, 120, 300}}, 777);
  CHECK(subset->compose({{letter, 0, 0}, {mark, 120, 300}}, 777) == composed);
  CHECK(subset->compose({{letter, 0, 0}}, 778) != composed);
  const auto carrier = subset->carrier();
  CHECK(subset->carrier() == carrier);

  const Opened program(subset->program({}));
  CHECK(program.advance(composed) == 777);
  CHECK(program.advance(carrier) == 10);
  CHECK(program.advance(subset->renamed(letter)) == face.advance(letter));
  const auto whole = program.extents(composed);
  const auto low = program.extents(subset->renamed(letter)), high = program.extents(subset->renamed(mark));
  CHECK(whole.y_bearing == std::max(low.y_bearing, high.y_bearing + 300));
  CHECK(whole.x_bearing == std::min(low.x_bearing, high.x_bearing + 120));
  CHECK(program.extents(carrier).width == 8);
  CHECK(program.extents(carrier).height == 0);
}

TEST_CASE("widths are grouped by consecutive codes; maps say every code") {
  const pdf::FontCodes codes = {{1, 4, 500, U"a"}, {2, 9, 333, U"fi"}, {7, 5, 2048, U"\U0001D49C"}};
  CHECK(pdf::widths(codes, 1000) == "[1[500 333]7[2048]]");
  CHECK(pdf::widths(codes, 2048) == "[1[244.141 162.598]7[1000]]");
  const std::string map = pdf::to_unicode({{1, U"a"}, {2, U"fi"}, {7, U"\U0001D49C"}});
  CHECK(map.find("3 beginbfchar\n<0001><0061>\n<0002><00660069>\n<0007><D835DC9C>\nendbfchar") != std::string::npos);
}

TEST_CASE("a map of more than a hundred codes is cut into blocks") {
  pdf::CodeTexts codes;
  for (std::uint16_t i = 1; i <= 250; ++i) codes[i] = U"a";
  const std::string map = pdf::to_unicode(codes);
  CHECK(map.find("100 beginbfchar") != map.rfind("100 beginbfchar"));
  CHECK(map.find("50 beginbfchar") != std::string::npos);
}

TEST_CASE("one glyph with two texts comes back as each, in both kinds of font") {
  for (const char* face : {"LinLibertine_R.otf", "DejaVuSans.ttf"}) {
    Draft draft;
    const StructId paragraph = draft.element(Role::p);
    draft.line(paragraph, "well-known", text::Direction::ltr, face);
    auto other = std::get<PlacedRun>(draft.document.pages.back().items.back());
    other.origin.y += Pt::from_points(18);
    other.text.replace(4, 1, "\u2010");
    auto glyphs = other.glyphs.all();
    for (auto& glyph : glyphs) glyph.cluster += glyph.cluster > 4 ? 2 : 0;
    other.glyphs = glyphs;
    draft.put(other);
    const std::string tree = judged(written(draft.document), "pdfinfo -struct-text @").output;
    CHECK_MESSAGE(tree.find("well-knownwell\u2010known") != std::string::npos, tree);
  }
}

TEST_CASE("all fonts are embedded subsets with a text for each code, and none has a CIDSet") {
  const std::string pdf = written(sample().document);
  const std::string list = judged(pdf, "pdffonts @").output;
  std::size_t lines = 0;
  for (std::size_t at = list.find("+"); at != std::string::npos; at = list.find("+", at + 1)) ++lines;
  CHECK(lines >= 2);
  CHECK(list.find("no ") == std::string::npos);
  CHECK(unpacked(pdf).find("CIDSet") == std::string::npos);
}

TEST_CASE("a run that shows .notdef is refused") {
  Draft draft;
  const StructId paragraph = draft.element(Role::p);
  draft.latin(paragraph, "abc");
  auto& run = std::get<PlacedRun>(draft.document.pages.back().items.back());
  auto glyphs = run.glyphs.all();
  glyphs[1].id = 0;
  run.glyphs = glyphs;
  Diagnostics diags;
  CHECK_FALSE(pdf::write(draft.document, fonts(), {}, diags));
  CHECK(diags.all().front().code == "pdf.missing-glyph");
  CHECK(diags.exit_code() == 4);
}
