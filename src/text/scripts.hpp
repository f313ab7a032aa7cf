// Which script every character is set in (UAX #24): common and inherited characters take a neighbour's.
//
// Brackets take one script as a pair. Between two scripts a common character goes with the neighbour on its own
// embedding level, so that the comma after an Arabic word in an English sentence is an English comma. Arabic
// punctuation, digits and vowel signs, which Unicode calls common or inherited, count as Arabic.
#pragma once
#include <hb.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace readout::text {

/// As Scripts.txt has it, but Arabic punctuation, digits and vowel signs are Arabic.
[[nodiscard]] hb_script_t own_script(char32_t character);

/// One script a code point; HB_SCRIPT_COMMON only where the whole text has no letter.
/// Pre:  one level a code point.
/// Cost: linear.
[[nodiscard]] std::vector<hb_script_t> resolve_scripts(std::u32string_view text,
                                                       const std::vector<std::uint8_t>& levels);

}  // namespace readout::text
