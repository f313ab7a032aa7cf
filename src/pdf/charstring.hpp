// An outline as a Type 2 charstring, short: operators that leave out zeros, and as many steps as one can take.
// Source: Adobe Technical Note 5177, The Type 2 Charstring Format, 4.1 and 4.2.
#pragma once
#include <string>
#include "pdf/outline.hpp"

namespace readout::pdf {

/// What draws the outline: a charstring without the width that it begins with. Never empty.
[[nodiscard]] std::string charstring_path(const Outline& outline);

/// `nominal` is the nominalWidthX of the font dictionary that the glyph will belong to.
void append_charstring(std::string& out, const Outline& outline, int nominal);
[[nodiscard]] std::string charstring(const Outline& outline, int nominal);

/// A whole number as charstrings and dictionaries of a CFF spell it. Pre: it fits 16 bits.
void append_cff_number(std::string& out, int value);

}  // namespace readout::pdf
