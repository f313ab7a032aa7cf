// Random text from all of Unicode: whatever comes, runs cover it, clusters go one way, and no .notdef is drawn.
#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "text/bidi.hpp"
#include "text/characters.hpp"
#include "text/isolates.hpp"
#include "text/shape.hpp"
#include "text/words.hpp"
#include "unit/text/support_fonts.hpp"

using namespace readout;
using namespace readout::text;

namespace {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t bound) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>(state_ >> 33U) % bound;
  }

 private:
  std::uint64_t state_;
};

char32_t random_character(Random& random) {
  const struct {
    char32_t first, last;
  } blocks[] = {{0x20, 0x7E},       {0x20, 0x7E},       {0x00, 0x2FF},      {0x300, 0x36F},     {0x370, 0x58F},
                {0x590, 0x6FF},     {0x600, 0x6FF},     {0x700, 0xFFF},     {0x1000, 0x1FFF},   {0x2000, 0x206F},
                {0x2000, 0x2FFF},   {0x3000, 0xD7FF},   {0xE000, 0xFFFF},   {0xFB00, 0xFEFF},   {0x10000, 0x1FFFF},
                {0x1F1E6, 0x1F1FF}, {0x20000, 0x3FFFF}, {0xE0000, 0xE01FF}, {0x40000, 0x10FFFF}};
  const auto& block = blocks[random.below(std::size(blocks))];
  return block.first + random.below(static_cast<std::uint32_t>(block.last - block.first) + 1);
}

std::string random_text(Random& random) {
  std::string text;
  const std::uint32_t length = random.below(40);
  for (std::uint32_t i = 0; i < length; ++i) {
    const char32_t character = random_character(random);
    const std::uint32_t times = random.below(20) == 0 ? random.below(30) : 1;
    for (std::uint32_t k = 0; k < times; ++k) utf8::append(text, character);
  }
  return text;
}

std::vector<Stretch> random_stretches(Random& random, const std::string& text, const Style& a, const Style& b) {
  std::vector<Stretch> stretches;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8::decode(text, at).length) {
    if (at > begin && random.below(8) == 0) {
      stretches.push_back({begin, at, random.below(2) == 0 ? &a : &b, "en",
                           random.below(3) == 0 ? static_cast<Isolation>(1 + random.below(3)) : Isolation::none,
                           random.below(2) == 0});
      begin = at;
    }
  }
  if (begin < text.size()) stretches.push_back({begin, text.size(), &a, "ar"});
  return stretches;
}

std::vector<std::uint8_t> levels_of(const Characters& text, const std::vector<Stretch>& stretches,
                                    Direction direction) {
  std::vector<Isolate> isolates;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    if (stretches[i].isolate == Isolation::none) continue;
    const bool goes_on = i > 0 && stretches[i].same_isolate && stretches[i - 1].isolate != Isolation::none;
    if (!goes_on) isolates.push_back({text.at(stretches[i].begin), 0, stretches[i].isolate});
    isolates.back().end = text.at(stretches[i].end);
  }
  return embedding_levels(text.values, direction, with_own_isolates(text.values, direction, isolates));
}

/// The first broken promise, or "".
std::string broken_promise(const ShapedText& shaped, const std::string& text, const std::vector<Stretch>& stretches,
                           Direction direction) {
  const Characters characters(text);
  const auto levels = levels_of(characters, stretches, direction);
  std::size_t at = 0;
  for (const Run& run : shaped.runs) {
    if (run.begin != at || run.end <= run.begin) return "runs do not cover the text";
    at = run.end;
    if (run.begin < stretches[run.stretch].begin || run.end > stretches[run.stretch].end)
      return "run leaves its stretch";
    for (std::size_t i = characters.at(run.begin); i < characters.at(run.end); ++i)
      if (levels[i] != run.level) return "level";
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
      const Glyph& glyph = run.glyphs[i];
      if (glyph.id == 0) return ".notdef";
      if (glyph.cluster < run.begin || glyph.cluster >= run.end) return "cluster outside of the run";
      if (i == 0) continue;
      const std::uint32_t before = run.glyphs[i - 1].cluster;
      if (run.level % 2 == 0 ? glyph.cluster < before : glyph.cluster > before) return "clusters go both ways";
    }
  }
  return at == text.size() ? "" : "text left over";
}

}  // namespace

TEST_CASE("random text keeps every promise") {
  Style a = test_style("LinLibertine_R.otf", "Amiri-Regular.ttf"),
        b = test_style("LinBiolinum_RB.otf", "Amiri-Bold.ttf");
  for (const FaceId fallback : test_fonts().fallbacks(false, false)) {
    a.latin.faces.push_back(fallback);
    a.arabic.faces.push_back(fallback);
  }
  b.latin.tracking = Pt::from_points(50);
  b.latin.features.small_caps = true;
  Random random(20260312);
  Words words;
  std::size_t glyphs = 0, missing = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string text = random_text(random);
    const auto stretches = random_stretches(random, text, a, b);
    const auto direction = random.below(2) == 0 ? Direction::ltr : Direction::rtl;
    Diagnostics diags;
    const auto shaped = shape(text, stretches, direction, test_fonts(), diags);
    const std::string broken = broken_promise(shaped, text, stretches, direction);
    REQUIRE_MESSAGE(broken.empty(), broken << " in text " << i << ": " << dump(shaped, text, test_fonts()));
    REQUIRE(break_opportunities(text).size() == text.size());
    REQUIRE(shape(text, stretches, direction, test_fonts(), diags, &words).runs == shaped.runs);
    for (const Run& run : shaped.runs) glyphs += run.glyphs.size();
    missing += shaped.missing.size();
    CHECK(diags.all().empty());
  }
  CHECK(glyphs > 10'000);  // the texts are not all missing
  CHECK(missing > 1'000);
}

TEST_CASE("time stays linear on long and hostile text") {
  const Style style = test_style("LinLibertine_R.otf", "Amiri-Regular.ttf");
  std::vector<std::string> units = {"a",      "word ",  "(",      ")",
                                    "\u0642", "\u2067", "\u202E", "e\u0301\u0302\u0303",
                                    "\u0301", "\u00AD", "\t",     "a\u0642 "};
  for (const std::string& unit : units) {
    std::string text;
    while (text.size() < 100'000) text += unit;
    Diagnostics diags;
    const auto shaped = shape(text, {{0, text.size(), &style, "en"}}, Direction::ltr, test_fonts(), diags);
    CHECK(!shaped.runs.empty());
    CHECK(shaped.runs.back().end == text.size());
  }
}
