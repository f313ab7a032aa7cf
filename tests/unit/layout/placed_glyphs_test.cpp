// Glyphs packed and taken out again.
#include "layout/placed_glyphs.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <vector>

using namespace readout;
using namespace readout::layout;

namespace {

/// Numbers by lot, the same every time; of all sizes.
class Lot {
 public:
  std::uint64_t next() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return state_ >> 11U;
  }
  std::int64_t signed_of(unsigned bits) {
    const std::uint64_t value = next() % (1ULL << (next() % bits));
    return next() % 2 == 0 ? static_cast<std::int64_t>(value) : -static_cast<std::int64_t>(value);
  }

 private:
  std::uint64_t state_ = 1;
};

std::vector<PlacedGlyph> taken_out(const PlacedGlyphs& glyphs) {
  std::vector<PlacedGlyph> out;
  for (const PlacedGlyph& glyph : glyphs) out.push_back(glyph);
  return out;
}

}  // namespace

TEST_CASE("packed glyphs come out as they went in, whatever they are") {
  Lot lot;
  for (int round = 0; round < 500; ++round) {
    std::vector<PlacedGlyph> glyphs(lot.next() % 40);
    Pt pen;
    for (PlacedGlyph& glyph : glyphs) {
      glyph.id = static_cast<text::GlyphId>(lot.next() % (round % 3 == 0 ? 0xFFFFFFFFULL : 4000));
      glyph.cluster = static_cast<std::uint32_t>(lot.next() % (round % 5 == 0 ? 0xFFFFFFFFULL : 60));
      glyph.advance = Pt::from_units(lot.signed_of(40));
      glyph.x = lot.next() % 2 == 0 ? pen : Pt::from_units(lot.signed_of(45));
      if (lot.next() % 4 == 0) glyph.y = Pt::from_units(lot.signed_of(30));
      pen += glyph.advance;
    }
    const PlacedGlyphs packed = glyphs;
    CHECK(packed.size() == glyphs.size());
    CHECK(packed.all() == glyphs);
    CHECK(taken_out(packed) == glyphs);
    CHECK(packed == PlacedGlyphs(glyphs));
    if (glyphs.empty()) continue;
    CHECK(packed.front() == glyphs.front());
    glyphs.back().y += Pt::from_units(1);
    CHECK_FALSE(packed == PlacedGlyphs(glyphs));
  }
}

TEST_CASE("packed glyphs hold the largest numbers there are") {
  constexpr auto most = std::numeric_limits<std::int64_t>::max() / 4;
  const std::vector<PlacedGlyph> glyphs{
      {0xFFFFFFFF, 0xFFFFFFFF, Pt::from_units(-most), Pt::from_units(most), Pt::from_units(most)},
      {0, 0, Pt::from_units(most), Pt::from_units(-most), Pt::from_units(-most)}};
  CHECK(PlacedGlyphs(glyphs).all() == glyphs);
}

TEST_CASE("packed glyphs are copied whole and moved away from") {
  const std::vector<PlacedGlyph> glyphs{{5, 0, {}, {}, Pt::from_points(3)}, {6, 1, Pt::from_points(3), {}, {}}};
  PlacedGlyphs first = glyphs;
  PlacedGlyphs second = first;
  CHECK(first == second);
  const PlacedGlyphs third = std::move(first);
  CHECK(third == second);
  CHECK(first.empty());  // as its header says of what was moved from
  CHECK(first.begin() == first.end());
  second = PlacedGlyphs();
  CHECK(second.empty());
  CHECK(third.size() == 2);
}
