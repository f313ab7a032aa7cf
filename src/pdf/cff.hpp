// A CFF font program made of outlines, with codes (CIDs) of our own choice and nothing else in it: no hints, no
// subroutines, no notices.
//
// Source: Adobe Technical Note 5176, The Compact Font Format Specification; ISO 32000-1, 9.7.4.2 (CIDFontType0C).
#pragma once
#include <cstdint>
#include <string>
#include <vector>
#include "pdf/outline.hpp"

namespace readout::pdf {

struct CffGlyph {
  std::uint16_t cid = 0;
  const Outline* outline = nullptr;
};

/// Pre: `glyphs` by ascending cid, none 0, none twice. .notdef is added: an empty glyph, never shown.
[[nodiscard]] std::string cff_program(const std::string& name, const std::vector<CffGlyph>& glyphs);

}  // namespace readout::pdf
