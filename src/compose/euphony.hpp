// Words that change before a sound: Spanish says "Francia y Hungría", but "España e Italia".
#pragma once
#include <string_view>

namespace readout::compose {

/// True when a Spanish text begins with the vowel i: "Italia", "«Hilario", "Íñigo", "Ypres"; not where i only begins a
/// diphthong ("hielo", "hiato"), nor where y is a consonant ("Yemen").
[[nodiscard]] bool begins_with_i(std::string_view text);

}  // namespace readout::compose
