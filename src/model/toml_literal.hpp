// One TOML string literal -> its text, with the source bytes of every decoded byte.
// Source: TOML 1.0.0, "String".
#pragma once
#include <string_view>
#include "model/toml_reader.hpp"

namespace readout::model {

/// Decodes the literal that stands at bytes [begin, end) of `file_text`.
/// Pre: the literal is well formed, its quotes included (the parser has accepted it).
[[nodiscard]] TomlString decode_literal(std::string_view file_text, std::size_t begin, std::size_t end);

}  // namespace readout::model
