// The glyphs of a placed run, packed: about six bytes a glyph instead of thirty-two. A document of a thousand pages
// has some three million of them, and they live from the line until the page is written.
//
// They are written once, all together, and read from left to right; who wants them in another order, or wants to change
// them, takes them out (all) and puts them in again.
#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <vector>
#include "base/length.hpp"
#include "text/face.hpp"

namespace readout::layout {

struct PlacedGlyph {
  text::GlyphId id = 0;
  std::uint32_t cluster = 0;  ///< byte in PlacedRun::text
  Pt x, y;                    ///< of the glyph's origin from the run's origin; y grows downward
  Pt advance;                 ///< as set: justification, tracking and kerning included
  friend bool operator==(const PlacedGlyph&, const PlacedGlyph&) = default;
};

class PlacedGlyphs {
 public:
  /// Unpacks one after the other.
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = PlacedGlyph;
    using difference_type = std::ptrdiff_t;
    using pointer = const PlacedGlyph*;
    using reference = const PlacedGlyph&;

    Iterator() = default;
    Iterator(const std::uint8_t* at, std::uint32_t left) : at_(at), left_(left) { read(); }
    const PlacedGlyph& operator*() const { return glyph_; }
    const PlacedGlyph* operator->() const { return &glyph_; }
    Iterator& operator++() {
      --left_;
      read();
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.left_ == b.left_; }

   private:
    void read();
    void read_long(std::uint8_t first);
    const std::uint8_t* at_ = nullptr;
    std::uint32_t left_ = 0;  ///< glyphs from this one on
    Pt pen_;                  ///< where this one stands by the advances of those before it
    PlacedGlyph glyph_;
  };

  PlacedGlyphs() = default;
  PlacedGlyphs(const std::vector<PlacedGlyph>& glyphs);
  PlacedGlyphs(const PlacedGlyphs& other) { *this = other; }
  PlacedGlyphs(PlacedGlyphs&& other) noexcept { *this = std::move(other); }  ///< leaves the other empty
  PlacedGlyphs& operator=(const PlacedGlyphs& other);
  PlacedGlyphs& operator=(PlacedGlyphs&& other) noexcept;
  ~PlacedGlyphs() = default;

  [[nodiscard]] std::vector<PlacedGlyph> all() const;
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] bool empty() const { return count_ == 0; }
  /// True when one of them is .notdef, which stands for a character that its face lacks.
  [[nodiscard]] bool lacks_glyphs() const { return lacks_glyphs_; }
  /// True when each begins where the one before it ends: no white stands between them but what their advances have.
  [[nodiscard]] bool in_line() const { return in_line_; }
  /// Pre: not empty.
  [[nodiscard]] PlacedGlyph front() const { return *begin(); }
  [[nodiscard]] Iterator begin() const { return {bytes_.get(), count_}; }
  [[nodiscard]] Iterator end() const { return {}; }
  friend bool operator==(const PlacedGlyphs& a, const PlacedGlyphs& b);

 private:
  std::unique_ptr<std::uint8_t[]> bytes_;
  std::uint32_t size_ = 0, count_ = 0;  ///< of the bytes; of the glyphs
  bool lacks_glyphs_ = false, in_line_ = true;
};

/// How a glyph lies in the bytes. First a byte: how many bytes on in the text than the glyph before, and whether
/// that is all there is to tell; then the id in two bytes and the advance in three. Whatever is less plain has
/// `is_long` there, and numbers of any length: see placed_glyphs.cpp.
namespace packing {
inline constexpr std::uint8_t is_long = 0x80;
inline constexpr std::size_t plain_size = 6;
}  // namespace packing

inline void PlacedGlyphs::Iterator::read() {
  if (left_ == 0) return;
  const std::uint8_t first = *at_++;
  if ((first & packing::is_long) != 0) return read_long(first);
  glyph_.cluster += first;
  glyph_.id = at_[0] | std::uint32_t{at_[1]} << 8U;
  glyph_.advance = Pt::from_units(at_[2] | std::int64_t{at_[3]} << 8U | std::int64_t{at_[4]} << 16U);
  glyph_.x = pen_;
  glyph_.y = Pt{};
  pen_ += glyph_.advance;
  at_ += packing::plain_size - 1;
}

}  // namespace readout::layout
