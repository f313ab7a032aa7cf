// Lines with right-to-left text, so that every reader gives the source text back.
//
// Readers of PDFs disagree: poppler's structure text and mupdf take the order of the stream; pdftotext, pdf.js and
// PDFium sort by place and then turn what they take for a unit. All are right only when a unit is one character.
// So, in runs at odd levels:
//
//  - every cluster is one glyph (composed where it has marks), one string, at its own place, in logical order, and says
//    exactly one character: its first;
//  - its other characters (marks, the further letters of a ligature) ride on carriers, glyphs with an ink box
//    but no ink, just left of the cluster; their size differs by a thousandth of a point, which makes pdf.js part them;
//  - a space says RLM and blank, because pdf.js drops what begins with a blank and is followed by a move to the left:
//  of
//    the 46 strings of tests/readers/briefs it gives 9 back where a space says blank alone, and words stick together.
//    Poppler and MuPDF would do without; who searches what they give must delete the marks (and so says pdf.js' own
//    search). Blank and RLM, or another invisible character before the blank, is no better with any of them;
//  - steering marks, carriers that say RLM, end the stretches that poppler would turn as one.
//
// A reader must delete the bidi controls of what it gets, as it must anyway: poppler adds its own to all Arabic text.
// Nothing may be nested inside a marked-content sequence: poppler would lose the rest of it.
// In CFF faces, which cannot be composed here, each glyph is shown by itself at its place, in logical order.
#pragma once
#include <cstddef>
#include <vector>
#include "layout/document.hpp"
#include "pdf/content.hpp"
#include "pdf/fonts.hpp"

namespace readout::pdf {

/// The runs of one line in logical order, across the structure elements in it.
using TextLine = std::vector<const layout::PlacedRun*>;

/// Shows line[index], at whatever level, with the steering marks that its place in the line asks for.
/// Pre: a text object is open.
void show_run(const TextLine& line, std::size_t index, Content& content, Fonts& fonts);

}  // namespace readout::pdf
