// CFF programs of our own making, read back by HarfBuzz.
#include <doctest/doctest.h>
#include <hb-ot.h>
#include <hb.h>

#include "pdf/cff.hpp"
#include "pdf/charstring.hpp"
#include "unit/pdf/support_document.hpp"

using namespace readout;
using pdf::Outline;
using pdf::Stroke;

namespace {

const text::Face& face_named(const char* file) {
  Diagnostics diags;
  const text::Face* face = fonts().face(fonts().find(file, false, false).value(), diags);
  REQUIRE(face != nullptr);
  return *face;
}

void add_table(hb_face_t* builder, hb_tag_t tag, const std::string& bytes) {
  hb_blob_t* blob =
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr);
  hb_face_builder_add_table(builder, tag, blob);
  hb_blob_destroy(blob);
}

std::string two_bytes(std::size_t value) {
  return {static_cast<char>(value >> 8 & 0xFF), static_cast<char>(value & 0xFF)};
}

/// A bare CFF table in the least that makes a font of it, as a face whose outlines can be drawn.
text::Face opened(const std::string& cff, std::size_t glyphs, std::size_t units_per_em = 1000) {
  hb_face_t* builder = hb_face_builder_create();
  std::string head(54, '\0');
  head.replace(18, 2, two_bytes(units_per_em));
  head.replace(0, 4, std::string("\0\1\0\0", 4));
  head.replace(12, 4, "\x5F\x0F\x3C\xF5");
  std::string hhea(36, '\0');
  hhea.replace(0, 4, std::string("\0\1\0\0", 4));
  hhea.replace(34, 2, two_bytes(1));
  add_table(builder, HB_TAG('C', 'F', 'F', ' '), cff);
  add_table(builder, HB_TAG('h', 'e', 'a', 'd'), head);
  add_table(builder, HB_TAG('h', 'h', 'e', 'a'), hhea);
  add_table(builder, HB_TAG('h', 'm', 't', 'x'), two_bytes(500) + std::string(2 * glyphs, '\0'));
  add_table(builder, HB_TAG('m', 'a', 'x', 'p'), std::string("\0\0\x50\0", 4) + two_bytes(glyphs));
  hb_blob_t* blob = hb_face_reference_blob(builder);
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  const std::string file(data, size);
  hb_blob_destroy(blob);
  hb_face_destroy(builder);
  return text::Face("Made", false, false, "made.otf", file);
}

/// How many outlines of the face do not come back as they went in.
int changed(const text::Face& face, std::size_t first, std::size_t last) {
  std::vector<Outline> outlines;
  std::vector<pdf::CffGlyph> glyphs;
  for (std::size_t i = first; i < last; ++i) outlines.push_back(pdf::outline_of(face, static_cast<text::GlyphId>(i)));
  for (std::size_t i = 0; i < outlines.size(); ++i)
    glyphs.push_back({static_cast<std::uint16_t>(3 * i + 1), &outlines[i]});
  const text::Face again = opened(pdf::cff_program("Made", glyphs), glyphs.size() + 1);
  int count = 0;
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    if (pdf::outline_of(again, static_cast<text::GlyphId>(i + 1)).strokes != outlines[i].strokes) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("every glyph of a face comes back from the program that is made of it") {
  for (const char* file :
       {"LinLibertine_R.otf", "LinLibertine_RI.otf", "LinBiolinum_RB.otf", "Amiri-Regular.ttf", "DejaVuSans.ttf"}) {
    CAPTURE(file);
    const text::Face& face = face_named(file);
    const std::size_t count = hb_face_get_glyph_count(face.native_face());
    CHECK(count > 1000);
    CHECK(changed(face, 0, count) == 0);
  }
}

TEST_CASE("outlines that lie far from their letter are no more than a charstring can say") {
  using Kind = Stroke::Kind;
  Outline outline;
  outline.strokes = {{Kind::move, {-900, 0}}, {Kind::line, {1800, 900}}, {Kind::line, {0, -1800}}};
  const text::Face face = opened(pdf::cff_program("Made", {{3, &outline}}), 2, 16);
  const Outline far = pdf::outline_of(face, 1);
  CHECK(far.left == -16383);
  CHECK(far.right == 16383);
  CHECK(!pdf::charstring(far, 0).empty());
}

TEST_CASE("charstrings take the shortest operator") {
  using Kind = Stroke::Kind;
  const struct {
    std::vector<Stroke> strokes;
    std::string bytes;  ///< after the width, which is 0; a number n from -107 to 107 is the byte n + 139
  } rows[] = {
      {{}, "\x0E"},
      {{{Kind::move, {5, 0}}}, "\x90\x16\x0E"},
      {{{Kind::move, {0, 5}}}, "\x90\x04\x0E"},
      {{{Kind::move, {1, 2}}, {Kind::line, {5, 0}}, {Kind::line, {0, 6}}, {Kind::line, {-1, 0}}},
       "\x8C\x8D\x15\x90\x91\x8A\x06\x0E"},
      {{{Kind::line, {1, 1}}, {Kind::line, {1, 0}}, {Kind::line, {1, 1}}}, "\x8C\x8C\x8C\x8B\x8C\x8C\x05\x0E"},
      {{{Kind::curve, {1, 0, 2, 3, 0, 4}}}, "\x8C\x8D\x8E\x8F\x1F\x0E"},
      {{{Kind::curve, {1, 0, 2, 3, 4, 0}}}, "\x8C\x8D\x8E\x8F\x1B\x0E"},
      {{{Kind::curve, {1, 1, 2, 3, 0, 4}}}, "\x8C\x8C\x8D\x8E\x8F\x1A\x0E"},
      {{{Kind::curve, {1, 1, 2, 3, 4, 4}}}, "\x8C\x8C\x8D\x8E\x8F\x8F\x08\x0E"},
  };
  for (const auto& row : rows) {
    Outline outline;
    outline.strokes = row.strokes;
    CHECK(pdf::charstring(outline, 0) == "\x8B" + row.bytes);
  }
}

TEST_CASE("numbers of a CFF") {
  const struct {
    int value;
    std::string bytes;
  } rows[] = {{0, "\x8B"},         {107, "\xF6"},          {108, std::string("\xF7\0", 2)},
              {1131, "\xFA\xFF"},  {1132, "\x1C\x04\x6C"}, {-108, std::string("\xFB\0", 2)},
              {-1131, "\xFE\xFF"}, {-1132, "\x1C\xFB\x94"}};
  for (const auto& row : rows) {
    std::string out;
    pdf::append_cff_number(out, row.value);
    CHECK(out == row.bytes);
  }
}
