#include "text/words.hpp"

#include <algorithm>
#include <functional>
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
  for (const bool bit : {f.small_caps, f.all_small_caps, f.old_style, f.tabular, f.ligatures, f.kerning, kind.tracked,
                         kind.rtl, kind.whole})
    bits = bits << 1U | (bit ? 1U : 0U);
  return bits;
}

}  // namespace

/// Where the word is, or the free slot where it would be. Pre: there are slots.
std::size_t Words::Shelf::slot_of(std::u32string_view word, std::size_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Word& found = words_[slots_[slot] - 1];
    if (found.hash == hash && found.characters == word) break;
  }
  return slot;
}

const std::vector<Glyph>* Words::Shelf::find(std::u32string_view word) const {
  if (slots_.empty()) return nullptr;
  const std::uint32_t found = slots_[slot_of(word, std::hash<std::u32string_view>()(word))];
  return found == 0 ? nullptr : &words_[found - 1].glyphs;
}

void Words::Shelf::grow() {
  slots_.assign(std::max<std::size_t>(64, 2 * slots_.size()), 0);
  for (std::size_t i = 0; i < words_.size(); ++i)
    slots_[slot_of(words_[i].characters, words_[i].hash)] = static_cast<std::uint32_t>(i + 1);
}

const std::vector<Glyph>& Words::Shelf::put(std::u32string_view word, std::vector<Glyph> glyphs) {
  if (words_.size() >= most_words) {
    words_.clear();
    slots_.clear();
  }
  if (2 * (words_.size() + 1) > slots_.size()) grow();
  const std::size_t hash = std::hash<std::u32string_view>()(word);
  words_.push_back({std::u32string(word), hash, std::move(glyphs)});
  slots_[slot_of(word, hash)] = static_cast<std::uint32_t>(words_.size());
  return words_.back().glyphs;
}

const Face* Words::face(FaceId id, const FontBook& fonts, Diagnostics& diags) {
  if (book_ != &fonts || faces_.size() != fonts.size()) {
    shelves_.clear();
    breaks_.clear();
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

std::size_t Words::drawn(FaceId id, std::u32string_view text) {
  const std::vector<Known>& covered = faces_[id].covered;
  const auto is_known = [&](char32_t c) { return c < covered.size() && covered[c] == Known::yes; };
  std::size_t count = 0;
  while (count < text.size() && (is_known(text[count]) || covers(id, text[count]))) ++count;
  return count;
}

Words::Shelf* Words::shelf(const Kind& kind) {
  if (!remembers_) return nullptr;
  FaceFacts& facts = faces_[kind.face];
  if (!kind.whole && facts.alone == Known::nothing)
    facts.alone = words_stand_alone(*facts.face) ? Known::yes : Known::no;
  if (!kind.whole && facts.alone == Known::no) return nullptr;
  return &shelves_[Key(kind.face, kind.script, kind.size.units(), bits_of(kind), kind.lang)];
}

std::vector<std::uint32_t> Words::points(const Hyphenator& hyphenator, std::string_view word, int before, int after) {
  if (!remembers_) return hyphenator.points(word, before, after);
  Breaks& breaks = breaks_[{&hyphenator, before, after}];
  if (const auto found = breaks.find(word); found != breaks.end()) return found->second;
  if (breaks.size() >= most_words) breaks.clear();
  return breaks.emplace(word, hyphenator.points(word, before, after)).first->second;
}

}  // namespace readout::text
