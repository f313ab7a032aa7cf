// What shaping promises beyond HarfBuzz: tracking, stretches, missing characters, invisible ones, rounding.
#include "text/shape.hpp"

#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "unit/text/support_fonts.hpp"

using namespace readout;
using namespace readout::text;

namespace {

Style plain() { return test_style("LinLibertine_R.otf", "Amiri-Regular.ttf"); }

ShapedText shaped(std::string_view text, const Style& style, Direction direction = Direction::ltr,
                  std::string_view lang = "en") {
  Diagnostics diags;
  return shape(text, {{0, text.size(), &style, lang}}, direction, test_fonts(), diags);
}

std::string names(const Run& run) {
  std::string out;
  for (const Glyph& glyph : run.glyphs) {
    out += out.empty() ? "" : " ";
    out += std::to_string(glyph.cluster) + "+" + std::to_string(glyph.advance.units() / 65536);
  }
  return out;
}

Pt width(const ShapedText& text) {
  Pt sum;
  for (const Run& run : text.runs)
    for (const Glyph& glyph : run.glyphs) sum += glyph.advance;
  return sum;
}

std::vector<Glyph> glyphs(const ShapedText& text) {
  std::vector<Glyph> all;
  for (const Run& run : text.runs) all.insert(all.end(), run.glyphs.begin(), run.glyphs.end());
  return all;
}

}  // namespace

TEST_CASE("nothing gives nothing") {
  const Style style = plain();
  CHECK(shaped("", style).runs.empty());
}

TEST_CASE("tracking goes between clusters, not after the last, and parts ligatures") {
  Style style = plain();
  CHECK(names(shaped("fix", style).runs[0]) == "0+560 2+490");
  style.latin.tracking = Pt::from_points(100);
  CHECK(names(shaped("fix", style).runs[0]) == "0+410 1+371 2+490");
  CHECK(names(shaped("q\u0303a", style).runs[0]).starts_with("0+"));
  const auto marked = shaped("q\u0303a", style).runs[0];  // no space between a base and its mark
  CHECK(marked.glyphs[0].advance == shaped("q\u0303a", plain()).runs[0].glyphs[0].advance);
}

TEST_CASE("old-style figures are lining in a word of capitals and in a sum, and nowhere else") {
  Style old = plain();
  old.latin.features.old_style = true;
  const auto ids = [](std::string_view text, const Style& style) {
    std::vector<GlyphId> out;
    for (const Glyph& glyph : glyphs(shaped(text, style))) out.push_back(glyph.id);
    return out;
  };
  for (const char* lining : {"G20", "WS-4/2026", "(A/RES/78/1)", "\u0394-7", "+02:00)", "\u221203:30",
                             "d41d8cd98f00b204e9800998ecf8427e", "(9f86d081884c7d65\u200B9a2feaa0c55ad015)."}) {
    CAPTURE(lining);
    CHECK(ids(lining, old) == ids(lining, plain()));
  }
  for (const char* stays : {"2026", "+357", "12:30", "Gauge3", "WS 2026", "No.\u00A03",
                            "d41d8cd98f00b204e9800998ecf8427", "d41d8cd98f00b204e9800998ecf8427x"}) {
    CAPTURE(stays);
    CHECK(ids(stays, old) != ids(stays, plain()));
  }
  auto expected = ids("of 12 ", old);
  const auto code = ids("WS-4", plain()), end = ids(" of 6", old);
  expected.insert(expected.end(), code.begin(), code.end());
  expected.insert(expected.end(), end.begin(), end.end());
  CHECK(ids("of 12 WS-4 of 6", old) == expected);
}

TEST_CASE("French raises the letters of its ordinals, in a face that has superior ones, and gives the same text back") {
  const auto ids = [](std::string_view text, const char* lang) {
    std::vector<GlyphId> out;
    for (const Glyph& glyph : glyphs(shaped(text, plain(), Direction::ltr, lang))) out.push_back(glyph.id);
    return out;
  };
  for (const char* raised : {"1er", "1er avril", "le 1er.", "(1er–3 mai", "1er–2", "1re", "21e session", "2e",
                             "XXe siècle", "Ier", "VIe", "1ers", "2es"}) {
    CAPTURE(raised);
    CHECK(ids(raised, "fr") != ids(raised, "en"));
    CHECK(ids(raised, "fr-CH") == ids(raised, "fr"));
    CHECK(ids(raised, "FR") == ids(raised, "fr"));
    CHECK(ids(raised, "fr").size() == ids(raised, "en").size());
  }
  for (const char* stays :
       {"21er", "Ie", "AVIe", "Ve1", "1erre", "A1er", "1ère", "2ème", "1234567e", "9e8", "er", "1"}) {
    CAPTURE(stays);
    CHECK(ids(stays, "fr") == ids(stays, "en"));
  }
  const auto all = glyphs(shaped("1er", plain(), Direction::ltr, "fr"));
  REQUIRE(all.size() == 3);  // a cluster each: what is read back is "1er"
  for (std::uint32_t i = 0; i < 3; ++i) CHECK(all[i].cluster == i);
  CHECK(all[0].id == glyphs(shaped("1er", plain()))[0].id);
}

TEST_CASE("letterspaced letters are not kerned further apart, only closer") {
  const Style plain_style = plain();
  Style style = plain();
  style.latin.tracking = Pt::from_points(90);
  Style unkerned = style;
  unkerned.latin.features.kerning = false;
  for (const char* pair : {"NU", "TU", "IV", "AV", "VA", "To", "EN", "RI"}) {
    const Pt kerned = shaped(pair, style).runs[0].glyphs[0].advance;
    const Pt even = shaped(pair, unkerned).runs[0].glyphs[0].advance;
    CAPTURE(pair);
    CHECK(kerned <= even);
    CHECK(kerned == min(even, shaped(pair, plain_style).runs[0].glyphs[0].advance + Pt::from_points(90)));
  }
}

TEST_CASE("tracking runs on over a change of style, and never enters Arabic") {
  Style tracked = plain();
  tracked.latin.tracking = tracked.arabic.tracking = Pt::from_points(100);
  const Style loose = plain();
  Diagnostics diags;
  const auto widths = [&](const Style* first, const Style* second, std::string_view text, std::size_t cut) {
    const auto result =
        shape(text, {{0, cut, first, "en"}, {cut, text.size(), second, "en"}}, Direction::ltr, test_fonts(), diags);
    return width(result).points();
  };
  const double bare = widths(&loose, &loose, "HOHO", 2);
  CHECK(widths(&tracked, &tracked, "HOHO", 2) == bare + 300);
  CHECK(widths(&tracked, &loose, "HOHO", 2) == bare + 100);
  CHECK(widths(&loose, &tracked, "HOHO", 2) == bare + 100);
  CHECK(width(shaped("\u0642\u0637\u0631", tracked)) == width(shaped("\u0642\u0637\u0631", loose)));
}

TEST_CASE("a character that no face has is told and drawn by nothing") {
  Style style = plain();
  const auto text = shaped("a\u4E2D\u6587b", style);
  REQUIRE(text.missing.size() == 2);
  CHECK(text.missing[0].character == 0x4E2D);
  CHECK(text.missing[0].offset == 1);
  CHECK(text.missing[1].offset == 4);
  for (const Glyph& glyph : glyphs(text)) CHECK(glyph.id != 0);
  CHECK(glyphs(text).size() == 2);
}

TEST_CASE("invisible characters leave no glyph, miss no face, and change no width") {
  const Style style = plain();
  const char* invisible[] = {"\u00AD", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2060",     "\uFEFF",
                             "\uFE0F", "\u034F", "\u2066", "\u2069", "\u061C", "\u3164", "\U000E0041", "\U000E0100"};
  for (const char* character : invisible) {
    const std::string name = utf8::name_of(utf8::decode(character, 0).value);
    const auto text = shaped(std::string("HO") + character + "HO", style);
    CHECK_MESSAGE(text.missing.empty(), name);
    CHECK_MESSAGE(glyphs(text).size() == 4, name);
    CHECK_MESSAGE(width(text) == width(shaped("HOHO", style)), name);
    CHECK_MESSAGE(shaped(character, style).missing.empty(), name);
    CHECK_MESSAGE(glyphs(shaped(character, style)).empty(), name);
  }
  const auto tab = shaped("a\tb", style);  // a tab is seen as a blank
  CHECK(glyphs(tab).size() == 3);
  CHECK(width(tab) == width(shaped("a b", style)));
}

TEST_CASE("no-break hyphen and spaces look like their plain sisters, whatever the face has") {
  for (const char* file : {"LinLibertine_R.otf", "LinBiolinum_R.otf", "LinLibertine_DR.otf", "Amiri-Regular.ttf"}) {
    const Style style = test_style(file, file);
    const auto hyphen = glyphs(shaped("a\u2010b", style)), no_break = glyphs(shaped("a\u2011b", style));
    REQUIRE(no_break.size() == 3);
    CHECK(no_break[1].advance == hyphen[1].advance);
    CHECK(width(shaped("a\u00A0b", style)) == width(shaped("a b", style)));
    const Pt thin = glyphs(shaped("a\u2009b", style))[1].advance, narrow = glyphs(shaped("a\u202Fb", style))[1].advance;
    const Pt em = style.latin.size;
    CHECK(thin > em / 10);
    CHECK(thin < em / 4);
    CHECK(narrow > em / 20);
    CHECK(narrow < em / 4);
    CHECK(shaped("a\u00A0\u2002\u2003\u2007\u2008\u2009\u200A\u202F\u205F\u3000b", style).missing.empty());
  }
}

TEST_CASE("runs lie within stretches and name them") {
  const Style roman = plain(), italic = test_style("LinLibertine_RI.otf", "Amiri-Slanted.ttf");
  const std::string text = "of fice and";
  Diagnostics diags;
  const auto result = shape(text, {{0, 4, &roman, "en"}, {4, 7, &italic, "en"}, {7, 11, &roman, "en"}}, Direction::ltr,
                            test_fonts(), diags);
  REQUIRE(result.runs.size() == 3);
  CHECK(result.runs[1].begin == 4);
  CHECK(result.runs[1].end == 7);
  CHECK(result.runs[1].stretch == 1);
  CHECK(test_fonts().opened(result.runs[1].face).file() == "LinLibertine_RI.otf");
}

TEST_CASE("Arabic joins over a change of style") {
  const Style regular = plain(), bold = test_style("LinLibertine_RB.otf", "Amiri-Bold.ttf");
  const std::string text = "\u0628\u0628";
  Diagnostics diags;
  const auto joined = shape(text, {{0, 2, &regular, "ar"}, {2, 4, &bold, "ar"}}, Direction::rtl, test_fonts(), diags);
  const auto alone = shape("\u0628", {{0, 2, &regular, "ar"}}, Direction::rtl, test_fonts(), diags);
  REQUIRE(joined.runs.size() == 2);
  CHECK(joined.runs[0].glyphs.front().id != alone.runs[0].glyphs.front().id);
}

TEST_CASE("the point of a Western figure among Arabic letters is a Western one") {
  Style style = plain();
  style.latin.faces = style.arabic.faces;  // as in Amiri alone
  const auto point_of = [&](std::string_view text, Direction direction) {
    const ShapedText result = shaped(text, style, direction, "ar");
    for (const Run& run : result.runs)
      for (const Glyph& glyph : run.glyphs)
        if (text[glyph.cluster] == '.') return glyph.id;
    return GlyphId{0};
  };
  const GlyphId western = point_of("a 42.5", Direction::ltr);
  CHECK(western != 0);
  CHECK(point_of("\u0642\u0637\u0631 42.5 \u0642\u0637\u0631", Direction::rtl) == western);
  CHECK(point_of("\u0642\u0637\u0631.", Direction::rtl) != western);
}

TEST_CASE("positions are rounded once, from font units") {
  Style style = plain();
  style.latin.size = Pt::from_points(10.6);
  const auto run = shaped("office", style).runs[0];
  const std::int64_t units = style.latin.size.units();
  const std::int64_t advances[] = {504, 829, 428, 447};
  for (std::size_t i = 0; i < 4; ++i) CHECK(run.glyphs[i].advance.units() == (advances[i] * units + 500) / 1000);
}

TEST_CASE("a face that cannot be opened is told, and its text is not called missing") {
  FontList list;
  FontFamily family;
  family.name = "A";
  family.faces.emplace_back();
  family.faces.back().file = "a.otf";
  list.families.push_back(family);
  MemoryFiles files;
  const FontBook book(list, "fonts", files);
  Style style;
  style.latin.faces = style.arabic.faces = {0};
  style.latin.size = style.arabic.size = Pt::from_points(10);
  Diagnostics diags;
  const auto result = shape("abc", {{0, 3, &style, "en"}}, Direction::ltr, book, diags);
  CHECK(diags.all().size() == 1);
  CHECK(result.missing.empty());
  REQUIRE(result.runs.size() == 1);
  CHECK(result.runs[0].glyphs.empty());
  CHECK(dump(result, "abc", book).find("(no face)") != std::string::npos);
}

TEST_CASE("Arabic letters are seen") {
  CHECK(has_arabic("the \u0642"));
  CHECK(has_arabic("\uFEFB"));
  CHECK(!has_arabic("Doha, \u0661\u060C \u064B"));  // a digit, a comma and a mark are no letters
  CHECK(!has_arabic("\u05D0"));
  CHECK(!has_arabic(""));
}

TEST_CASE("capitals") {
  const struct {
    const char *small, *capital;
  } rows[] = {
      {"", ""},
      {"Agreed next steps", "AGREED NEXT STEPS"},
      {"straße", "STRASSE"},
      {"café déjà", "CAFÉ DÉJÀ"},
      {"cafe\u0301", "CAFE\u0301"},
      {"ﬁn", "FIN"},
      {"őrült", "ŐRÜLT"},
      {"ṭarīqa", "ṬARĪQA"},
      {"ŉ", "\u02BCN"},
      {"ελληνική σοφός", "ΕΛΛΗΝΙΚΉ ΣΟΦΌΣ"},
      {"россия", "РОССИЯ"},
      {"україна ї", "УКРАЇНА Ї"},
      {"ÿ", "Ÿ"},
      {"ǆ ǉ", "Ǆ Ǉ"},
      {"قطر 12", "قطر 12"},
      {"ALREADY 5%", "ALREADY 5%"},
      {"Least, m³/s of it", "LEAST, m³/s OF IT"},
      {"River km", "RIVER km"},
      {"Cost, EUR m", "COST, EUR m"},
      {"Budget (USD bn), output in GWh", "BUDGET (USD bn), OUTPUT IN GWh"},
      {"Length (m), time [min]; ha", "LENGTH (m), TIME [min]; HA"},
      {"Depth, m", "DEPTH, m"},
      {"Depth, m of it", "DEPTH, M OF IT"},
      {"Loads in t; within 12\u00A0h, at 30 km/h", "LOADS IN t; WITHIN 12\u00A0h, AT 30 km/h"},
      {"Price, EUR/MWh, 5 µg/l", "PRICE, EUR/MWh, 5 µg/l"},
      {"Price, €/MWh", "PRICE, €/MWh"},
      {"Price, Baisa/kWh, and/or", "PRICE, BAISA/kWh, AND/OR"},
      {"Tariff (¢/kWh), price in $/kg, US$/bbl", "TARIFF (¢/kWh), PRICE IN $/kg, US$/bbl"},
      {"Dose, mSv; noise, dB(A), link (kbit/s)", "DOSE, mSv; NOISE, dB(A), LINK (kbit/s)"},
      {"pH of MWh/a, b/d, and/or €/year", "pH OF MWh/a, b/d, AND/OR €/YEAR"},
      {"Aid: €1.4bn, 5km, route a5km, 3th", "AID: €1.4bn, 5km, ROUTE A5KM, 3TH"},
      {"Press bar, Mt Ararat, in Mt, 3 bar", "PRESS BAR, MT ARARAT, IN Mt, 3 bar"},
      {"1er juin, 1re et 2e session, 1ère, XIXe siècle", "1er JUIN, 1re ET 2e SESSION, 1ère, XIXe SIÈCLE"},
      {"Ve République, Xe, Le De Me Ce Ie", "Ve RÉPUBLIQUE, Xe, LE DE ME CE IE"},
      {"(1er juin), 1.º de junio, 1st June, Le 3ereg", "(1er JUIN), 1.º DE JUNIO, 1ST JUNE, LE 3EREG"},
      {"Annex h, the min wage, sections f, g", "ANNEX H, THE MIN WAGE, SECTIONS F, G"},
      {"It has a ha ha, a Km, and (see h below)", "IT HAS A HA HA, A KM, AND (SEE H BELOW)"},
      {"ა", "ა"},
      {"ﬃ", "FFI"},
      {"µ", "Μ"},
  };
  for (const auto& row : rows) CHECK(upper_case(row.small) == row.capital);
}

TEST_CASE("a dump names faces, glyphs, clusters and what is missing") {
  Style style = plain();
  style.latin.size = Pt::from_points(10);
  const std::string text = "fi\u4E2D";
  CHECK(dump(shaped(text, style), text, test_fonts()) ==
        "run 0-2 level 0 LinLibertine_R.otf 10.00 w=5.60 \"fi\"\n"
        "  0:f_i w=5.60\n"
        "run 2-5 level 0 LinLibertine_R.otf 10.00 w=0.00 \"\u4E2D\"\n"
        "missing U+4E2D at 2\n");
}
