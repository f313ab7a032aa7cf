#include "text/characters.hpp"

#include <hb.h>

#include <algorithm>
#include <array>
#include "base/utf8.hpp"

namespace readout::text {
namespace {

hb_unicode_general_category_t category(char32_t character) {
  return hb_unicode_general_category(hb_unicode_funcs_get_default(), character);
}

struct Range {
  char32_t first, last;
};
// Default_Ignorable_Code_Point=Yes (DerivedCoreProperties.txt).
constexpr std::array ignorable{
    Range{0x00AD, 0x00AD},   Range{0x034F, 0x034F}, Range{0x061C, 0x061C},   Range{0x115F, 0x1160},
    Range{0x17B4, 0x17B5},   Range{0x180B, 0x180F}, Range{0x200B, 0x200F},   Range{0x202A, 0x202E},
    Range{0x2060, 0x206F},   Range{0x3164, 0x3164}, Range{0xFE00, 0xFE0F},   Range{0xFEFF, 0xFEFF},
    Range{0xFFA0, 0xFFA0},   Range{0xFFF0, 0xFFF8}, Range{0x1BCA0, 0x1BCA3}, Range{0x1D173, 0x1D17A},
    Range{0xE0000, 0xE0FFF},
};

}  // namespace

Characters::Characters(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    values.assign(text.begin(), text.end());
    return;
  }
  values.reserve(text.size());
  offsets_.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = utf8::decode(text, at);
    values.push_back(decoded.value);
    offsets_.push_back(static_cast<std::uint32_t>(at));
    at += decoded.length;
  }
  offsets_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::size_t Characters::at(std::size_t byte) const {
  if (offsets_.empty()) return byte;
  const auto found = std::lower_bound(offsets_.begin(), offsets_.end(), byte);
  return static_cast<std::size_t>(found - offsets_.begin());
}

bool is_default_ignorable(char32_t character) {
  if (character < 0x00AD) return false;
  const auto found = std::lower_bound(ignorable.begin(), ignorable.end(), character,
                                      [](const Range& range, char32_t value) { return range.last < value; });
  return found != ignorable.end() && found->first <= character;
}

bool is_control(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029;
}

bool is_mark(char32_t character) {
  if (character < 0x0300) return false;
  const auto found = category(character);
  return found == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK || found == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
         found == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

bool is_space(char32_t character) {
  if (character < 0x80) return character == U' ';
  return category(character) == HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR;
}

}  // namespace readout::text
