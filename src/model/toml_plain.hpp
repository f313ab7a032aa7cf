// Plain TOML, read in one go: what nearly every brief and template is written in, in a fifth of the time that the
// parser takes to build its tree and to have it copied.
//
// Only what is surely right is read here. At anything else, wrong or just rare (a key or a table for the second time,
// an escape \U, 1_000, hexadecimal numbers, a date with a time), there is no answer, and the parser has the file: it
// knows all of TOML, and what to tell of a fault. Where there is an answer, it is the parser's:
// tests/unit/model/toml_plain_test.cpp.
#pragma once
#include <optional>
#include <string_view>
#include "model/toml_reader.hpp"

namespace readout::model {

/// nullopt: the parser must read this. Pre: `text` is well-formed UTF-8 of at most max_toml_bytes.
/// Cost: linear, in the entries of a table up to a bound.
[[nodiscard]] std::optional<TomlValue> read_plain_toml(FileId file, std::string_view text);

}  // namespace readout::model
