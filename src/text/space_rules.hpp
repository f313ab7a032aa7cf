// Does a face treat words on both sides of a space as if each stood alone?
//
// Where it does, a word between two spaces is shaped once and its glyphs serve wherever it comes again. Pairs may be
// kerned with the space, since a word is shaped together with the spaces around it; but no ligature, context or mark
// may reach over it. All lookups of the face count, whatever their feature.
//
// Source: OpenType 1.9, chapters GSUB, GPOS, GDEF and common table formats.
#pragma once
#include "text/face.hpp"

namespace readout::text {

/// Cost: linear in the rules of contexts and ligatures, of which text faces have few.
[[nodiscard]] bool words_stand_alone(const Face& face);

}  // namespace readout::text
