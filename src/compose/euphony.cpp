#include "compose/euphony.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "compose/script.hpp"

namespace readout::compose {
namespace {

bool is_one_of(std::u32string_view letters, char32_t c) { return letters.find(c) != std::u32string_view::npos; }
bool is_vowel(char32_t c) { return is_one_of(U"aeiouáéíóúAEIOUÁÉÍÓÚ", c); }
/// With these an i before them is one syllable.
bool is_open_vowel(char32_t c) { return is_one_of(U"aeoáéóAEOÁÉÓ", c); }
bool is_spoken(char32_t c) { return is_digit(c) || script_of(c) != Script::neutral; }

}  // namespace

bool begins_with_i(std::string_view text) {
  const std::u32string all = utf8::to_utf32(text);
  const auto begin = std::find_if(all.begin(), all.end(), is_spoken);  // quotes and brackets are not heard
  const auto letter = [&](std::ptrdiff_t i) { return i < all.end() - begin ? begin[i] : U' '; };
  if (is_one_of(U"iíIÍ", letter(0))) return true;
  if (is_one_of(U"hH", letter(0)))
    return is_one_of(U"íÍ", letter(1)) || (is_one_of(U"iI", letter(1)) && !is_open_vowel(letter(2)));
  return is_one_of(U"yY", letter(0)) && is_spoken(letter(1)) && !is_vowel(letter(1));
}

}  // namespace readout::compose
