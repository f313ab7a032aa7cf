// The objects of a Type0 font: program, descriptor, CIDFont, widths, ToUnicode.
// Source: ISO 32000-1, 9.7.4 (CIDFonts), 9.8 (descriptors), 9.10.3 (ToUnicode).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include "pdf/deflate.hpp"
#include "pdf/haru.hpp"
#include "pdf/subset.hpp"
#include "text/face.hpp"

namespace readout::pdf {

using CodeTexts = std::vector<std::pair<std::uint16_t, std::u32string_view>>;  ///< by ascending code

struct FontProgram {
  Dict descriptor;
  std::string name;  ///< with its subset tag: "ABCDEF+Amiri-Regular"
};

/// The embedded program and its descriptor. The subset tag is made from the program's bytes.
[[nodiscard]] FontProgram write_program(Haru& haru, Deflater& deflate, const text::Face& face, const Subset& subset,
                                        const FontCodes& codes);
/// The ToUnicode stream.
[[nodiscard]] Dict write_map(Haru& haru, Deflater& deflate, const CodeTexts& texts);
[[nodiscard]] Dict write_type0(Haru& haru, const text::Face& face, const FontProgram& program, const FontCodes& codes,
                               Dict map);

/// The value of W: "[1[500 333]7[250]]".
[[nodiscard]] std::string widths(const FontCodes& codes, int units_per_em);
[[nodiscard]] std::string to_unicode(const CodeTexts& texts);

}  // namespace readout::pdf
