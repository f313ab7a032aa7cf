// A syntax error of TOML, told for people: what was probably meant, where exactly, and how to write it.
//
// The parser says what it expected and where it stopped. The slips that writers of briefs make (a bare 09:30,
// "\*", an inline table over two lines, a missing quote, ...) are recognised here by the line around that place.
#pragma once
#include <string_view>
#include "base/diagnostics.hpp"
#include "model/toml_scan.hpp"

namespace readout::model {

struct SyntaxError {
  FileId file = 0;
  std::size_t offset = 0;  ///< byte where the parser stopped
  std::string_view said;   ///< the parser's own words
};

/// Adds one toml.* error.
void tell_syntax_error(const SyntaxError& error, const TomlScan& scan, Diagnostics& diags);

}  // namespace readout::model
