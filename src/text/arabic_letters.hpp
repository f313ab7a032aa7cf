// The letters of the Arabic script by the shape of their skeletons, as justification asks.
//
// Source: Unicode 15, ArabicShaping.txt: Joining_Type and Joining_Group, groups of one shape put together.
#pragma once
#include <cstdint>

namespace readout::text {

// clang-format off
enum class LetterShape : std::uint8_t {
  none,        ///< no letter
  hamza,       ///< a letter that joins with none
  tatweel,     ///< U+0640 and its like: joins on both sides, is no letter
  // They join with what is before them only.
  alef, dal, reh, waw, teh_marbuta, yeh_barree,
  // They join on both sides.
  ain, beh, feh, gaf, hah, heh, kaf, lam, meem, noon, qaf, sad, seen, tah, yeh
};
// clang-format on
[[nodiscard]] LetterShape letter_shape(char32_t character);

/// True when the letter after it may be joined to it.
[[nodiscard]] constexpr bool joins_next(LetterShape shape) {
  return shape >= LetterShape::ain || shape == LetterShape::tatweel;
}
/// True when it may be joined to the letter before it.
[[nodiscard]] constexpr bool joins_previous(LetterShape shape) { return shape >= LetterShape::tatweel; }

}  // namespace readout::text
