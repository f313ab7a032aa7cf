// The figures of a table's cells in the digits of the edition's language.
//
// A cell is a figure when all its letters are those of one unit after it: "1,250", "-3", "12.5 %", "30 °C", "10:30",
// "2026-03-17". In Arabic digits the marks of a number become Arabic ones only where it can be read in one way:
//
//   1250, 12.5, 1,250, 1,250.75   ١٢٥٠  ١٢٫٥  ١٬٢٥٠  ١٬٢٥٠٫٧٥    English thousands in groups of three, one decimal
//   point 12,5  10:30  3/4              ١٢,٥  ١٠:٣٠  ٣/٤               these keep their own marks 1 250 ١ ٢٥٠ the blank
//   becomes U+00A0, without which a line from
//                                                                right to left would turn the groups round
//   1.2.3  1.250,75               1.2.3  1.250,75                no other point may stand between Arabic digits: their
//                                                                zero is a point, and ١.٢.٣ is read as 10203
//
// A column has one kind of digits: where those of one of its cells stay, among words ("Gauge 5") or about such a point,
// all stay as they are written.
#pragma once
#include <string>
#include <string_view>
#include "model/template.hpp"

namespace readout::compose {

/// What the digits 0 to 9 of a cell's text stand in.
enum class DigitsIn {
  nothing,
  figure,  ///< may be set in the language's digits
  other,   ///< stay as they are
};
[[nodiscard]] DigitsIn digits_in(std::string_view text);
/// What a cell's text is to a column whose units stand below each other; its own digits may be Arabic already.
enum class OnUnits {
  figure,  ///< "12", "2.5 %", "٢٫٥ ٪"
  word,    ///< of one word where there is no figure: "–", "free"
  other,
};
[[nodiscard]] OnUnits on_units(std::string_view text);

/// A figure in the language's digits, with its decimal point, thousands marks and percent sign.
[[nodiscard]] std::string figure(std::string_view text, const model::Words& words);

}  // namespace readout::compose
