// Story -> Document: the one verb of this room.
#pragma once
#include "layout/document.hpp"
#include "layout/known_paragraphs.hpp"
#include "layout/story.hpp"

namespace readout::layout {

/// Sets a story. `memory`: what earlier documents left; nullptr: it starts with none.
/// Gives:  every text of the story exactly once in the pages, each under its tag; at least one page.
/// Errors: font.no-family, font.no-style (at the template's span), font.no-character (at the text's),
///         faces that cannot be opened. Warnings: layout.overfull (at the text's span).
/// Cost:   linear in the story, for a bounded page.
[[nodiscard]] std::optional<Document> lay_out(const Story& story, const text::FontBook& fonts, const Pictures& pictures,
                                              Diagnostics& diags, Memory* memory = nullptr);
/// The same for who wants the pages alone: blocks are let go when they are set, and no lines are recorded.
[[nodiscard]] std::optional<Document> lay_out(Story&& story, const text::FontBook& fonts, const Pictures& pictures,
                                              Diagnostics& diags, Memory* memory = nullptr);

}  // namespace readout::layout
