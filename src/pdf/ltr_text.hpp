// Runs at even levels: one place, one TJ, glyphs in reading order with their natural widths corrected to the
// places that layout gave them.
#pragma once
#include "layout/document.hpp"
#include "pdf/content.hpp"
#include "pdf/fonts.hpp"

namespace readout::pdf {

/// Pre: a text object is open; run.level is even.
void show_ltr(const layout::PlacedRun& run, Content& content, Fonts& fonts);

}  // namespace readout::pdf
