#include "layout/placed_glyphs.hpp"

#include <algorithm>
#include <utility>

namespace readout::layout {
namespace {

// A glyph is: a byte with two flags and the step from the cluster before (folded, so that small steps back are small
// numbers; all ones: the step follows), its id, its advance, and where the flags say so how far it stands
// right of the pen and below the line.
constexpr std::uint64_t moved = 1, lowered = 2, long_step = 63;

/// Signs go to the lowest bit.
constexpr std::uint64_t folded(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unfolded(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

/// Seven bits a byte, the lowest first.
void put(std::vector<std::uint8_t>& out, std::uint64_t value) {
  for (; value > 0x7F; value >>= 7U) out.push_back(static_cast<std::uint8_t>(value | 0x80U));
  out.push_back(static_cast<std::uint8_t>(value));
}
std::uint64_t get(const std::uint8_t*& at) {
  std::uint64_t value = *at & 0x7FU;
  for (unsigned shift = 7; (*at++ & 0x80U) != 0; shift += 7) value |= std::uint64_t{*at & 0x7FU} << shift;
  return value;
}

std::vector<std::uint8_t> packed(const std::vector<PlacedGlyph>& glyphs) {
  std::vector<std::uint8_t> out;
  out.reserve(glyphs.size() * 8);
  Pt pen;
  std::uint32_t cluster = 0;
  for (const PlacedGlyph& glyph : glyphs) {
    const std::uint64_t step = folded(std::int64_t{glyph.cluster} - std::int64_t{cluster});
    const std::uint64_t flags = (glyph.x != pen ? moved : 0) | (glyph.y != Pt{} ? lowered : 0);
    out.push_back(static_cast<std::uint8_t>(flags | std::min(step, long_step) << 2U));
    if (step >= long_step) put(out, step);
    put(out, glyph.id);
    put(out, folded(glyph.advance.units()));
    if (glyph.x != pen) put(out, folded((glyph.x - pen).units()));
    if (glyph.y != Pt{}) put(out, folded(glyph.y.units()));
    pen += glyph.advance;
    cluster = glyph.cluster;
  }
  return out;
}

}  // namespace

void PlacedGlyphs::Iterator::read() {
  if (left_ == 0) return;
  const std::uint8_t first = *at_++;
  const std::uint64_t step = first >> 2U;
  glyph_.cluster =
      static_cast<std::uint32_t>(std::int64_t{glyph_.cluster} + unfolded(step == long_step ? get(at_) : step));
  glyph_.id = static_cast<text::GlyphId>(get(at_));
  glyph_.advance = Pt::from_units(unfolded(get(at_)));
  glyph_.x = pen_;
  if ((first & moved) != 0) glyph_.x += Pt::from_units(unfolded(get(at_)));
  glyph_.y = (first & lowered) != 0 ? Pt::from_units(unfolded(get(at_))) : Pt{};
  pen_ += glyph_.advance;
}

PlacedGlyphs::PlacedGlyphs(const std::vector<PlacedGlyph>& glyphs) {
  const auto bytes = packed(glyphs);
  bytes_ = std::make_unique<std::uint8_t[]>(bytes.size());
  std::copy(bytes.begin(), bytes.end(), bytes_.get());
  size_ = static_cast<std::uint32_t>(bytes.size());
  count_ = static_cast<std::uint32_t>(glyphs.size());
}

PlacedGlyphs& PlacedGlyphs::operator=(const PlacedGlyphs& other) {
  if (this == &other) return *this;
  auto bytes = std::make_unique<std::uint8_t[]>(other.size_);
  std::copy(other.bytes_.get(), other.bytes_.get() + other.size_, bytes.get());
  bytes_ = std::move(bytes);
  size_ = other.size_;
  count_ = other.count_;
  return *this;
}

PlacedGlyphs& PlacedGlyphs::operator=(PlacedGlyphs&& other) noexcept {
  bytes_ = std::move(other.bytes_);
  size_ = std::exchange(other.size_, 0);
  count_ = std::exchange(other.count_, 0);
  return *this;
}

std::vector<PlacedGlyph> PlacedGlyphs::all() const {
  std::vector<PlacedGlyph> glyphs;
  glyphs.reserve(count_);
  for (const PlacedGlyph& glyph : *this) glyphs.push_back(glyph);
  return glyphs;
}

bool operator==(const PlacedGlyphs& a, const PlacedGlyphs& b) {
  return a.count_ == b.count_ && a.size_ == b.size_ &&
         std::equal(a.bytes_.get(), a.bytes_.get() + a.size_, b.bytes_.get());
}

}  // namespace readout::layout
