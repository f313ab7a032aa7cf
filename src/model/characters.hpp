// What may not stand in any text that is printed: control characters, and marks of direction that leak.
//
// Each text is isolated for direction by the program. Isolates inside it must be balanced within their paragraph;
// the old embeddings and overrides (U+202A to U+202E), which can make a text read other than it is, are refused.
// Source: Unicode Standard Annex #9, 2 and 3.3.2; Unicode Technical Report #36 on spoofing.
#pragma once
#include "model/toml_reader.hpp"

namespace readout::model {

enum class Lines {
  one,   ///< a line break is a fault
  many,  ///< line feeds part lines, blanks and tabs at their ends are indentation
};

/// Tells every fault of a text's characters. Gives true when there is none.
bool check_characters(const TomlString& text, FileId file, Lines lines, Diagnostics& diags);

}  // namespace readout::model
