#include "pdf/subset.hpp"

#include <utility>

#include "pdf/cff.hpp"

namespace readout::pdf {
namespace {

constexpr GlyphId first_added = 0x10000;  // a face has at most so many

}  // namespace

int Subset::advance(GlyphId glyph) const {
  return glyph < first_added ? face_->advance(glyph) : added_[glyph - first_added].advance;
}

GlyphId Subset::compose(std::vector<Part> parts, int advance) {
  const auto [place, is_new] = composed_.try_emplace({std::move(parts), advance});
  if (is_new) {
    place->second = first_added + static_cast<GlyphId>(added_.size());
    added_.push_back({advance, &outlines_->of(place->first)});
  }
  return place->second;
}

GlyphId Subset::carrier() {
  if (!carrier_) {
    carrier_ = first_added + static_cast<GlyphId>(added_.size());
    added_.push_back({face_->metrics().units_per_em / 100, &outlines_->carrier()});
  }
  return *carrier_;
}

std::string Subset::program(const FontCodes& codes) const {
  std::vector<CffGlyph> glyphs;
  glyphs.reserve(codes.size());
  for (const FontCode& code : codes) {
    const bool is_added = code.glyph >= first_added;
    glyphs.push_back({code.cid, is_added ? added_[code.glyph - first_added].outline : &outlines_->of(code.glyph)});
  }
  return cff_program(face_->postscript_name().substr(0, 100), glyphs);
}

}  // namespace readout::pdf
