// Figures that find no room where they are told go to the top of the next page, and the text goes on before them.
#pragma once
#include "layout/page_builder.hpp"
#include "layout/strip.hpp"

namespace readout::layout {

/// Moves strips: a figure that would begin a page behind white (Strip::floating) comes after as much of the text that
/// follows it as fills the page before. Never into a table, through a tour's line, or past another figure.
/// Gives:  the same strips in an order that choose_pages() breaks before each figure that moved.
/// Cost:   that of choose_pages(), once for each figure that is looked at.
void float_figures(Galley& galley, const PageRoom& room);

}  // namespace readout::layout
