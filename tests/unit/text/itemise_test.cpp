// Plain text is itemised without the rules of levels and scripts: what comes out is what they would give.
#include "text/itemise.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "text/bidi.hpp"
#include "text/scripts.hpp"
#include "text/words.hpp"
#include "unit/text/support_fonts.hpp"

using namespace readout;
using namespace readout::text;

namespace {

std::uint32_t draw(std::uint64_t& state, std::uint32_t bound) {
  state = state * 6364136223846793005U + 1442695040888963407U;
  return static_cast<std::uint32_t>(state >> 33U) % bound;
}

/// Mostly plain, some of it right to left, marks, joiners and characters that no face has.
std::string random_text(std::uint64_t& state) {
  const std::u32string rare = U"\u00AD\u0301\u05D0\u0628\u0661\u200D\u200F\u2028\u2067\u2126\u4E00\U0001F600\t";
  const bool only_plain = draw(state, 4) > 0;
  std::string text;
  for (std::uint32_t left = draw(state, 50); left > 0; --left) {
    char32_t c = 0x20 + draw(state, 0x5F);
    if (draw(state, 6) == 0) c = 0x20 + draw(state, 0x230);
    if (draw(state, 12) == 0) c = 0x2010 + draw(state, 0x18);
    if (draw(state, 20) == 0) c = 0x20A0 + draw(state, 0x30);
    if (c == 0x00AD) c = U' ';
    if (!only_plain && draw(state, 10) == 0) c = rare[draw(state, static_cast<std::uint32_t>(rare.size()))];
    utf8::append(text, c);
  }
  return text;
}

std::vector<Stretch> random_stretches(std::uint64_t& state, const std::string& text, const Style (&styles)[3]) {
  std::vector<Stretch> stretches;
  const bool isolates = draw(state, 3) == 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    at += utf8::decode(text, at).length;
    if (at < text.size() && draw(state, 10) > 0) continue;
    const std::string_view lang = draw(state, 4) == 0 ? "ar" : "en";
    stretches.push_back({begin, at, &styles[draw(state, 3)], lang,
                         isolates && draw(state, 2) == 0 ? Isolation::first_strong : Isolation::none});
    begin = at;
  }
  return stretches;
}

bool same(const MissingCharacter& a, const MissingCharacter& b) {
  return a.character == b.character && a.offset == b.offset && a.stretch == b.stretch;
}

}  // namespace

TEST_CASE("plain text is itemised as the rules would do it") {
  Style styles[3] = {test_style("LinLibertine_R.otf", "Amiri-Regular.ttf"),
                     test_style("Amiri-Regular.ttf", "Amiri-Regular.ttf"),
                     test_style("LinBiolinum_RB.otf", "Amiri-Bold.ttf")};
  for (const FaceId fallback : test_fonts().fallbacks(false, false)) styles[0].latin.faces.push_back(fallback);
  std::uint64_t state = 20261128;
  Words words;
  std::size_t plain = 0, several = 0, missing = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = random_text(state);
    const auto stretches = random_stretches(state, text, styles);
    const auto direction = draw(state, 5) == 0 ? Direction::rtl : Direction::ltr;
    const Characters characters(text);
    Diagnostics diags;
    const auto quick = itemise(characters, stretches, direction, test_fonts(), words, diags);
    const auto whole = itemise_by_rules(characters, stretches, direction, test_fonts(), words, diags);
    REQUIRE_MESSAGE(quick.items == whole.items, text);
    REQUIRE(std::equal(quick.missing.begin(), quick.missing.end(), whole.missing.begin(), whole.missing.end(), same));
    const bool is_all_plain =
        std::all_of(characters.values.begin(), characters.values.end(), [](char32_t c) { return is_plain(c); });
    if (!is_all_plain || direction == Direction::rtl) continue;
    ++plain;
    if (whole.items.size() > stretches.size()) ++several;
    missing += whole.missing.size();
  }
  CHECK(plain > 10'000);
  CHECK(several > 1'000);  // more faces than one
  CHECK(missing > 1'000);
}

TEST_CASE("plain characters have nothing of their own but Latin letters") {
  std::size_t count = 0;
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (!is_plain(c)) continue;
    ++count;
    const hb_script_t script = own_script(c);
    const bool latin_or_none = script == HB_SCRIPT_LATIN || script == HB_SCRIPT_COMMON || script == HB_SCRIPT_UNKNOWN;
    CHECK_MESSAGE(latin_or_none, static_cast<std::uint32_t>(c));
    CHECK_MESSAGE(!is_mark(c), static_cast<std::uint32_t>(c));
    CHECK_MESSAGE(!is_default_ignorable(c), static_cast<std::uint32_t>(c));
    CHECK_MESSAGE(embedding_levels(std::u32string{U'a', c, U'1', c}, Direction::ltr) == std::vector<std::uint8_t>(4),
                  c);
  }
  CHECK(count > 600);
}

TEST_CASE("characters know their bytes, in ASCII and beyond") {
  for (const std::string text : {"", "abc", "aé€b", "\u0628x"}) {
    const Characters characters(text);
    std::size_t byte = 0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
      CHECK(characters.offset(i) == byte);
      CHECK(characters.at(byte) == i);
      byte += utf8::decode(text, byte).length;
    }
    CHECK(characters.offset(characters.size()) == text.size());
    CHECK(utf8::from_utf32(characters.values) == text);
  }
}
