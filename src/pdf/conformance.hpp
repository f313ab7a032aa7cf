// The document judged before it is written: what a validator would refuse, and what no validator sees.
//
// Works on the Document alone, so that a fault still knows its line of TOML. Every message ends in the clause.
// PDF_A3.md, PDF_UA1.md and PDF_UA2.md tell for each clause whether it is checked here, never produced, or the
// author's duty.
// Source: ISO 19005-3, ISO 14289-1, ISO 32000-1 14.8.
#pragma once
#include "base/diagnostics.hpp"
#include "layout/document.hpp"

namespace readout::pdf {

/// Gives: true when nothing was told. Errors: conform.*, with the span of the element where it has one
///        (Blame::input), else as a fault of the output.
/// Cost:  linear in the structure and the glyphs.
[[nodiscard]] bool conforms(const layout::Document& document, const text::FontBook& fonts, Diagnostics& diags);

/// True for a well-formed language tag (RFC 5646, 2.1): subtags of 1 to 8 letters and digits, the first of letters.
[[nodiscard]] bool is_language_tag(std::string_view tag);

}  // namespace readout::pdf
