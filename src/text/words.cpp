#include "text/words.hpp"

#include <utility>
#include "text/coverage.hpp"
#include "text/space_rules.hpp"

namespace readout::text {
namespace {

constexpr char32_t first_unknown = 0x2200;   // coverage of characters from here on is asked of the face each time
constexpr std::size_t most_words = 1 << 15;  // of one kind; then they are forgotten, so that a long run stays small

unsigned bits_of(const Words::Kind& kind) {
  const Features& f = kind.features;
  unsigned bits = 0;
  for (const bool bit : {f.small_caps, f.all_small_caps, f.old_style, f.tabular, f.ligatures, f.kerning, kind.tracked})
    bits = bits << 1U | (bit ? 1U : 0U);
  return bits;
}

}  // namespace

const std::vector<Glyph>* Words::Shelf::find(std::u32string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? nullptr : &found->second;
}

const std::vector<Glyph>& Words::Shelf::put(std::u32string_view word, std::vector<Glyph> glyphs) {
  if (words_.size() >= most_words) words_.clear();
  return words_.insert_or_assign(std::u32string(word), std::move(glyphs)).first->second;
}

const Face* Words::face(FaceId id, const FontBook& fonts, Diagnostics& diags) {
  if (book_ != &fonts || faces_.size() != fonts.size()) {
    shelves_.clear();
    faces_.assign(fonts.size(), {});
    book_ = &fonts;
  }
  FaceFacts& facts = faces_.at(id);
  if (facts.face == nullptr) facts.face = fonts.face(id, diags);  // one that cannot be opened is told each time
  return facts.face;
}

bool Words::covers(FaceId id, char32_t character) {
  FaceFacts& facts = faces_[id];
  if (character >= first_unknown) return text::covers(*facts.face, character);
  if (facts.covered.empty()) facts.covered.assign(first_unknown, Known::nothing);
  Known& known = facts.covered[character];
  if (known == Known::nothing) known = text::covers(*facts.face, character) ? Known::yes : Known::no;
  return known == Known::yes;
}

Words::Shelf* Words::shelf(const Kind& kind) {
  if (!remembers_) return nullptr;
  FaceFacts& facts = faces_[kind.face];
  if (facts.alone == Known::nothing) facts.alone = words_stand_alone(*facts.face) ? Known::yes : Known::no;
  if (facts.alone == Known::no) return nullptr;
  return &shelves_[Key(kind.face, kind.script, kind.size.units(), bits_of(kind), kind.lang)];
}

}  // namespace readout::text
