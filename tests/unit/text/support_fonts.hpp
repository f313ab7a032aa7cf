// The font files of fonts/ for tests: a book with one family a file, named after it.
#pragma once
#include <string>
#include <string_view>

#include "text/font_book.hpp"
#include "text/shape.hpp"

/// Fails the test, loudly, when fonts/ is empty: scripts/fonts fills it.
const readout::text::FontBook& test_fonts();
readout::text::FaceId test_face(std::string_view file);
/// Both scripts in these faces, at as many points as the first has units, so that points are font units.
readout::text::Style test_style(std::string_view latin, std::string_view arabic);
/// "a\u{AD}b" with that character in place.
std::string unescaped(std::string_view text);
/// Rows of a file in tests/shaping, cut at " | " and " => ".
struct ShapingRow {
  std::string line;
  std::string first, second, text, expected;
};
std::vector<ShapingRow> shaping_rows(const std::string& name);
