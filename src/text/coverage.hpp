// Can a face draw a base with its marks? Composed and decomposed forms count, as HarfBuzz tries both.
#pragma once
#include <string_view>
#include "text/face.hpp"

namespace readout::text {

/// True when the face draws the character, by itself, decomposed, or by one that looks the same.
/// Characters for which nothing is drawn are covered by every face.
[[nodiscard]] bool covers(const Face& face, char32_t character);
/// True when the face draws all of the unit: character by character, or with marks composed.
[[nodiscard]] bool covers(const Face& face, std::u32string_view unit);

}  // namespace readout::text
