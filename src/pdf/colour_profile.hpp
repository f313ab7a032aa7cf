// The sRGB colour profile of the output intent, made from published numbers: no profile file is shipped.
// Source: IEC 61966-2-1 (primaries, white, transfer curve), ICC.1:2010 (profile format 4.2), Bradford adaptation to
// D50.
#pragma once
#include <string>
#include "pdf/deflate.hpp"
#include "pdf/haru.hpp"

namespace readout::pdf {

/// An ICC profile of 500-odd bytes, the same every time.
[[nodiscard]] std::string srgb_profile();
/// OutputIntents in the catalog (ISO 19005-3, 6.2.3).
void write_output_intent(Haru& haru, Deflater& deflate);

}  // namespace readout::pdf
