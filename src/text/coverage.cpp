#include "text/coverage.hpp"

#include <hb.h>

#include "text/characters.hpp"
#include "text/itemise.hpp"

namespace readout::text {
namespace {

bool covers_decomposed(const Face& face, char32_t character) {
  hb_codepoint_t first = 0, second = 0;
  if (!hb_unicode_decompose(hb_unicode_funcs_get_default(), character, &first, &second)) return false;
  return (face.has(first) || covers_decomposed(face, first)) && (second == 0 || face.has(second));
}

}  // namespace

char32_t stand_in(const Face& face, char32_t character) {
  if (!may_have_stand_in(character)) return character;
  if (character == U'\t') return U' ';
  if (face.has(character)) return character;
  if (face.has(0x2010)) return 0x2010;
  return face.has(U'-') ? U'-' : character;
}

bool covers(const Face& face, char32_t character) {
  if (face.has(character)) return true;
  if (is_default_ignorable(character) || is_control(character)) return true;
  if (is_space(character)) return face.has(U' ');
  return face.has(stand_in(face, character)) || covers_decomposed(face, character);
}

bool covers(const Face& face, std::u32string_view unit) {
  hb_codepoint_t composed = 0;
  for (const char32_t character : unit) {
    hb_codepoint_t joined = 0;
    if (composed != 0 && hb_unicode_compose(hb_unicode_funcs_get_default(), composed, character, &joined) &&
        covers(face, joined)) {
      composed = joined;
      continue;
    }
    if (!covers(face, character)) return false;
    if (!is_default_ignorable(character)) composed = character;
  }
  return true;
}

}  // namespace readout::text
