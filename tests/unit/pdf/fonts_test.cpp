// Fonts inside the file: widths, maps, subsets, glyphs that are added.
#include <doctest/doctest.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <cmath>

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

}  // namespace

TEST_CASE("a subset keeps glyphs and advances, and draws no more than what is asked for") {
  for (const char* file : {"LinLibertine_R.otf", "Amiri-Regular.ttf"}) {
    const text::Face& face = face_named(file);
    pdf::FaceOutlines outlines(face);
    const Subset subset(face, outlines);
    pdf::FontCodes codes;
    for (const char32_t character : {U'A', U'i', U' '}) {
      const auto glyph = glyph_of(face, character);
      CHECK(subset.advance(glyph) == face.advance(glyph));
      codes.push_back({static_cast<std::uint16_t>(codes.size() + 1), glyph, 0, U"x"});
    }
    CHECK(subset.program(codes).size() < 1000);
  }
}

TEST_CASE("a composed glyph has its parts where they were put, and its own advance") {
  for (const char* file : {"Amiri-Regular.ttf", "DejaVuSans.ttf"}) {
    CAPTURE(file);
    const text::Face& face = face_named(file);
    const auto letter = glyph_of(face, 0x0645), mark = glyph_of(face, 0x064F);
    pdf::FaceOutlines outlines(face);
    Subset subset(face, outlines);
    const auto composed = subset.compose({{letter, 0, 0}, {mark, 120, 300}}, 777);
    CHECK(subset.compose({{letter, 0, 0}, {mark, 120, 300}}, 777) == composed);
    CHECK(subset.compose({{letter, 0, 0}}, 778) != composed);
    CHECK(subset.carrier() == subset.carrier());
    CHECK(subset.carrier() != composed);
    CHECK(subset.advance(composed) == 777);
    CHECK(subset.advance(subset.carrier()) == face.metrics().units_per_em / 100);

    const double scale = 1000.0 / face.metrics().units_per_em;
    const auto thousandths = [&](int units) { return static_cast<int>(std::lround(units * scale)); };
    const auto whole = pdf::outline_of(face, pdf::Composite{{{letter, 0, 0}, {mark, 120, 300}}, 777});
    const auto low = pdf::outline_of(face, letter), high = pdf::outline_of(face, mark);
    CHECK(whole.advance == thousandths(777));
    CHECK(whole.top == std::max(low.top, high.top + thousandths(300)));
    CHECK(whole.bottom == std::min(low.bottom, high.bottom + thousandths(300)));
    CHECK(whole.left == std::min(low.left, high.left + thousandths(120)));
    REQUIRE(whole.strokes.size() == low.strokes.size() + high.strokes.size());
    // Both pens have come to the same place, so that every stroke of the mark stands where it was put.
    int x = 0, y = 0, high_x = thousandths(120), high_y = thousandths(300);
    const auto follow = [](const pdf::Stroke& stroke, int& at_x, int& at_y) {
      for (std::size_t i = 0; i < stroke.d.size(); i += 2) at_x += stroke.d[i], at_y += stroke.d[i + 1];
    };
    for (const auto& stroke : whole.strokes) follow(stroke, x, y);
    for (const auto& stroke : high.strokes) follow(stroke, high_x, high_y);
    CHECK(x == high_x);
    CHECK(y == high_y);
  }
}

TEST_CASE("composites that have become many are forgotten between two documents, and drawn alike again") {
  const text::Face& face = face_named("Amiri-Regular.ttf");
  const auto letter = glyph_of(face, 0x0645);
  pdf::FaceOutlines outlines(face);
  const std::string before = outlines.of(pdf::Composite{{{letter, 0, 0}}, 0}).path;
  for (int advance = 1; advance < 20'000; ++advance) CHECK(outlines.of({{{letter, 0, 0}}, advance}).path == before);
  outlines.forget_most();
  CHECK(outlines.of(pdf::Composite{{{letter, 0, 0}}, 0}).path == before);
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
  for (std::uint16_t i = 1; i <= 250; ++i) codes.emplace_back(i, U"a");
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

TEST_CASE("a run that shows .notdef is refused, in either direction") {
  for (const bool rtl : {false, true}) {
    Draft draft;
    const StructId paragraph = draft.element(Role::p);
    if (rtl) draft.arabic(paragraph, "\u062F\u0648\u0644\u0629");
    else draft.latin(paragraph, "abc");
    auto& run = std::get<PlacedRun>(draft.document.pages.back().items.back());
    auto glyphs = run.glyphs.all();
    glyphs[1].id = 0;
    run.glyphs = glyphs;
    Diagnostics diags;
    CHECK_FALSE(pdf::write(draft.document, fonts(), {}, diags));
    REQUIRE(!diags.all().empty());
    CHECK(diags.all().front().code == "pdf.missing-glyph");
    CHECK(diags.exit_code() == 4);
  }
}

TEST_CASE("more texts than a font has codes for are a fault") {
  Draft draft;
  draft.latin(draft.element(Role::p), "a");
  auto& items = draft.document.pages.back().items;
  const auto run = std::get<PlacedRun>(items.back());
  // A glyph that stands for each of many words of four letters, which have no numbers of their own.
  for (int i = 0; i < 0x10000 - 0xE000; ++i) {
    PlacedRun more = run;
    more.text.clear();
    for (int rest = i, letter = 0; letter < 4; ++letter, rest /= 26) more.text += static_cast<char>('a' + rest % 26);
    items.emplace_back(more);
  }
  Diagnostics diags;
  CHECK_FALSE(pdf::write(draft.document, fonts(), {}, diags));
  REQUIRE(!diags.all().empty());
  CHECK(diags.all().front().code == "pdf.too-many-codes");
  CHECK(diags.exit_code() == 4);
  items.resize(items.size() / 2);
  CHECK(pdf::write(draft.document, fonts(), {}, diags));
}
