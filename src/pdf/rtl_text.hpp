// Runs at odd levels, so that every reader gives the source text back.
//
// Readers disagree: poppler's structure text and mupdf take the order of the stream, pdftotext and pdf.js the
// order of places. Both are right only if a unit is one character: each cluster is one glyph and one string, in
// logical order, at its own place.
#pragma once
#include "layout/document.hpp"
#include "pdf/content.hpp"
#include "pdf/fonts.hpp"

namespace readout::pdf {

/// Pre: a text object is open; run.level is odd.
void show_rtl(const layout::PlacedRun& run, Content& content, Fonts& fonts);

}  // namespace readout::pdf
