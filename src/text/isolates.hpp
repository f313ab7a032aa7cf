// Isolates that a text needs and does not spell: what a careful writer would put between LRI or RLI and PDI (UAX #9,
// 4.3: HL3 allows a higher protocol to act as if they stood there).
//
//  - Figures in right-to-left text that UAX #9 turns round, for W2 makes them Arabic numbers and N1 gives the signs
//    between them to the Arabic around: "+966 13 889 0700", "2027-06-30", "-3.5%", "$2.5 million", "1,200 MW", "4×100",
//    "12 €/MWh", "€1.4bn", "14:30 GMT+3". Each is one unit from left to right. Ranges ("5-7", "2024-2025") are none but
//    those of sums ("$5-10"): they are read from the right, as the text is. Nor are Arabic-Indic figures with a sign or
//    a percent sign, which stands as it is read: "٣٫٥٪" (CLDR, ar, numbers of "arab").
//  - Words of the other direction that hold a quote or a bracket whose mate stands just outside: N0 pairs brackets
//    only, and gives them to the text around where that comes first: the newspaper “الصباح”, (وزارة) الصحة.
//  - Latin words in right-to-left text with a sign that belongs to them and touches them: "@Ministry", "X-Road®".
#pragma once
#include <string_view>
#include <vector>

#include "text/bidi.hpp"

namespace readout::text {

/// `given`, and within and between them those that the text needs: in order, an outer one before those inside it.
/// Pre:  given are in order and do not overlap.
/// Cost: linear.
[[nodiscard]] std::vector<Isolate> with_own_isolates(std::u32string_view text, Direction direction,
                                                     const std::vector<Isolate>& given);

}  // namespace readout::text
