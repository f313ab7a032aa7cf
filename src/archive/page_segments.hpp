// A page's content stream cut at its marks: what each structure element or artifact draws, and says.
// Source: ISO 32000-1, 14.6 (marked content), 9.10 (extraction of text).
#pragma once
#include <map>
#include <string>
#include <vector>
#include "archive/budget.hpp"
#include "archive/qpdf.hpp"

namespace readout::archive {

struct Segment {
  int mcid = -1;          ///< -1: artifact, or outside any mark
  std::string operators;  ///< canonical text of the operators, one a line
  std::string text;       ///< through ToUnicode; U+FFFD where there is no mapping
  friend bool operator==(const Segment&, const Segment&) = default;
};

/// What the codes of a font say.
struct FontCodes {
  bool two_bytes = false;
  std::map<unsigned, std::string> map;
};
/// Fonts of a file that were read already.
using KnownFonts = std::map<QPDFObjGen, FontCodes>;

/// Throws what libqpdf throws, and when `budget` is used up.
/// Cost: linear in the streams of the page and in what its fonts say; all of it is taken from `budget` first.
[[nodiscard]] std::vector<Segment> read_segments(QPDFObjectHandle page, KnownFonts& fonts, Budget& budget);

/// "/Document/Sect[2]/L/LI[1]/LBody/P" of a structure element; [n] where siblings share the type.
[[nodiscard]] std::string element_path(QPDFObjectHandle element);
/// The element that owns a page's marked content; a null handle when the tree does not say.
[[nodiscard]] QPDFObjectHandle element_of(class QPDF& pdf, QPDFObjectHandle page, int mcid);

}  // namespace readout::archive
