// A paragraph -> items: stretches of one style, level, script and face, ready for HarfBuzz.
//
// The unit that is given a face is a base with its marks, joiners and selectors, so that a mark never parts from
// its base. A unit is cut only where a stretch or a level ends: items lie within stretches.
#pragma once
#include <hb.h>

#include <cstdint>
#include <vector>
#include "text/characters.hpp"
#include "text/shape.hpp"

namespace readout::text {

struct Item {
  std::size_t begin = 0, end = 0;  ///< code points
  std::size_t stretch = 0;
  std::uint8_t level = 0;
  hb_script_t script = HB_SCRIPT_LATIN;
  FaceId face = 0;
  std::uint8_t edge = no_edge;  ///< level of the isolate's end before it
  [[nodiscard]] bool arabic() const { return script == HB_SCRIPT_ARABIC; }
  friend bool operator==(const Item&, const Item&) = default;
};

struct Itemised {
  std::vector<Item> items;  ///< logical order; cover the text
  std::vector<MissingCharacter> missing;
};

[[nodiscard]] inline const Setting& setting_of(const Stretch& stretch, bool arabic) {
  return arabic ? stretch.style->arabic : stretch.style->latin;
}

/// Pre:    stretches cover the text; every setting names a face.
/// Errors: faces that cannot be opened are told and passed over; characters that no face has are in `missing`.
[[nodiscard]] Itemised itemise(const Characters& text, const std::vector<Stretch>& stretches, Direction direction,
                               const FontBook& fonts, Words& words, Diagnostics& diags);

/// The same for any text, by all rules, also where plain text (is_plain) needs none of them; for tests.
[[nodiscard]] Itemised itemise_by_rules(const Characters& text, const std::vector<Stretch>& stretches,
                                        Direction direction, const FontBook& fonts, Words& words, Diagnostics& diags);

/// The character that is drawn where `face` lacks `character` but has one that looks the same (U+2011 as a
/// hyphen, a tab as a space); `character` itself when there is none. HarfBuzz does the spaces, with their widths.
[[nodiscard]] char32_t stand_in(const Face& face, char32_t character);
/// False of characters that are drawn as themselves in every face.
[[nodiscard]] constexpr bool may_have_stand_in(char32_t character) {
  return character == U'\t' || character == 0x2010 || character == 0x2011;
}

}  // namespace readout::text
