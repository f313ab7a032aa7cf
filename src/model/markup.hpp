// The little markup of texts: *emphasis*, **strong**, [text](https://...), [text](#id), and a backslash before
// * [ ] \ " ' that takes the sign as it is. A blank line parts paragraphs, a single line break is a space.
//
// Every fault is told at its own characters, through the map from decoded text to the file.
#pragma once
#include "model/ids.hpp"

namespace readout::model {

/// What reading a text needs to know.
struct MarkupReading {
  FileId file = 0;
  const Ids* ids = nullptr;  ///< for [text](#id)
  Diagnostics* diags = nullptr;
};

/// Reads a text (T). Stray and unclosed marks are told; what was read stands in the result anyway.
/// Pre: check_characters() has been asked about the string.
/// Cost: linear (n log n in the number of brackets).
[[nodiscard]] TextValue read_text(const TomlString& string, const MarkupReading& reading);

/// Reads a line (L): the same signs, but any markup is an error. Blanks at its ends are dropped.
[[nodiscard]] LineText read_line(const TomlString& string, Span literal, const MarkupReading& reading);

}  // namespace readout::model
