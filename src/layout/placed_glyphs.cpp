#include "layout/placed_glyphs.hpp"

#include <algorithm>
#include <utility>

namespace readout::layout {
namespace {

// A glyph that is not plain: a byte with three flags, then the step from the cluster before (folded, so that small
// steps back are small numbers), its id, its advance (folded), and where the flags say so how far it stands right of
// the pen and below the line.
constexpr std::uint8_t moved_bit = 1, lowered_bit = 2;
constexpr std::size_t longest = 1 + 5 * 10;  // a number takes ten bytes at most

/// Signs go to the lowest bit.
constexpr std::uint64_t folded(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unfolded(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

/// Seven bits a byte, the lowest first.
std::uint8_t* put(std::uint8_t* out, std::uint64_t value) {
  for (; value > 0x7F; value >>= 7U) *out++ = static_cast<std::uint8_t>(value | 0x80U);
  *out++ = static_cast<std::uint8_t>(value);
  return out;
}
std::uint64_t get(const std::uint8_t*& at) {
  std::uint64_t value = *at & 0x7FU;
  for (unsigned shift = 7; (*at++ & 0x80U) != 0; shift += 7) value |= std::uint64_t{*at & 0x7FU} << shift;
  return value;
}

class Packer {
 public:
  std::uint8_t* pack(const PlacedGlyph& glyph, std::uint8_t* out) {
    const std::int64_t step = std::int64_t{glyph.cluster} - std::int64_t{cluster_};
    const std::int64_t advance = glyph.advance.units();
    const bool in_line = glyph.x == pen_ && glyph.y == Pt{};
    const bool plain =
        in_line && step >= 0 && step < packing::is_long && glyph.id <= 0xFFFF && advance >= 0 && advance <= 0xFFFFFF;
    if (!plain) {
      out = pack_long(glyph, step, out);
    } else {
      const std::uint64_t all =
          static_cast<std::uint64_t>(step) | std::uint64_t{glyph.id} << 8U | static_cast<std::uint64_t>(advance) << 24U;
      out[0] = static_cast<std::uint8_t>(all);
      out[1] = static_cast<std::uint8_t>(all >> 8U);
      out[2] = static_cast<std::uint8_t>(all >> 16U);
      out[3] = static_cast<std::uint8_t>(all >> 24U);
      out[4] = static_cast<std::uint8_t>(all >> 32U);
      out[5] = static_cast<std::uint8_t>(all >> 40U);
      out += packing::plain_size;
    }
    if (glyph.x != pen_) in_line_ = false;
    pen_ += glyph.advance;
    cluster_ = glyph.cluster;
    return out;
  }
  [[nodiscard]] bool in_line() const { return in_line_; }

 private:
  std::uint8_t* pack_long(const PlacedGlyph& glyph, std::int64_t step, std::uint8_t* out) const {
    const bool is_moved = glyph.x != pen_, is_lowered = glyph.y != Pt{};
    *out++ = static_cast<std::uint8_t>(packing::is_long | (is_moved ? moved_bit : 0) | (is_lowered ? lowered_bit : 0));
    out = put(out, folded(step));
    out = put(out, glyph.id);
    out = put(out, folded(glyph.advance.units()));
    if (is_moved) out = put(out, folded((glyph.x - pen_).units()));
    return is_lowered ? put(out, folded(glyph.y.units())) : out;
  }

  Pt pen_;
  std::uint32_t cluster_ = 0;
  bool in_line_ = true;
};

}  // namespace

void PlacedGlyphs::Iterator::read_long(std::uint8_t first) {
  glyph_.cluster = static_cast<std::uint32_t>(std::int64_t{glyph_.cluster} + unfolded(get(at_)));
  glyph_.id = static_cast<text::GlyphId>(get(at_));
  glyph_.advance = Pt::from_units(unfolded(get(at_)));
  glyph_.x = pen_;
  if ((first & moved_bit) != 0) glyph_.x += Pt::from_units(unfolded(get(at_)));
  glyph_.y = (first & lowered_bit) != 0 ? Pt::from_units(unfolded(get(at_))) : Pt{};
  pen_ += glyph_.advance;
}

PlacedGlyphs::PlacedGlyphs(const std::vector<PlacedGlyph>& glyphs) : count_(static_cast<std::uint32_t>(glyphs.size())) {
  if (glyphs.empty()) return;
  std::uint8_t a_line[150 * longest];
  std::unique_ptr<std::uint8_t[]> more;
  if (glyphs.size() * longest > sizeof a_line)
    more = std::make_unique_for_overwrite<std::uint8_t[]>(glyphs.size() * longest);
  std::uint8_t* const begin = more ? more.get() : a_line;
  std::uint8_t* end = begin;
  Packer packer;
  for (const PlacedGlyph& glyph : glyphs) {
    end = packer.pack(glyph, end);
    lacks_glyphs_ = lacks_glyphs_ || glyph.id == 0;
  }
  in_line_ = packer.in_line();
  size_ = static_cast<std::uint32_t>(end - begin);
  bytes_ = std::make_unique_for_overwrite<std::uint8_t[]>(size_);
  std::copy(begin, end, bytes_.get());
}

PlacedGlyphs& PlacedGlyphs::operator=(const PlacedGlyphs& other) {
  if (this == &other) return *this;
  auto bytes = std::make_unique_for_overwrite<std::uint8_t[]>(other.size_);
  std::copy(other.bytes_.get(), other.bytes_.get() + other.size_, bytes.get());
  bytes_ = std::move(bytes);
  size_ = other.size_;
  count_ = other.count_;
  lacks_glyphs_ = other.lacks_glyphs_;
  in_line_ = other.in_line_;
  return *this;
}

PlacedGlyphs& PlacedGlyphs::operator=(PlacedGlyphs&& other) noexcept {
  bytes_ = std::move(other.bytes_);
  size_ = std::exchange(other.size_, 0);
  count_ = std::exchange(other.count_, 0);
  lacks_glyphs_ = std::exchange(other.lacks_glyphs_, false);
  in_line_ = std::exchange(other.in_line_, true);
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
