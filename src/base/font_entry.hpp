// What fonts/fonts.toml lists, faces and hyphenation patterns, as plain data: what model/ reads and text/ opens.
#pragma once
#include <string>
#include <vector>
#include "base/source.hpp"

namespace readout {

struct FontFace {
  std::string file;  ///< file name inside the fonts folder
  bool bold = false, italic = false;
  std::string sha256;  ///< 64 hex digits; empty: not pinned (a user's own file)
  std::string source;  ///< path inside the Debian package, for set-up; empty: dropped in by hand
  Span span;
};
struct FontFamily {
  std::string name;       ///< the name that templates use
  std::string role;       ///< what it is for, in words
  std::string licence;    ///< SPDX identifier
  std::string package;    ///< Debian package; empty: dropped in by hand
  std::string version;    ///< package version that the sums belong to
  bool fallback = false;  ///< may be used by coverage for characters that the wanted family lacks
  std::vector<FontFace> faces;
  Span span;
};
/// Where words of some languages may be broken.
struct HyphenPatterns {
  std::vector<std::string> languages;  ///< BCP 47; "en" serves every English that has no entry of its own
  std::string file;                    ///< file name inside the fonts folder
  std::string licence;
  std::string package, version, source, sha256;  ///< as of a face
  int before = 2, after = 2;                     ///< least letters of a word before and after a hyphen
  bool capitals = false;  ///< words that begin with a capital are broken, too: where all nouns do
  Span span;
};
struct FontList {
  std::vector<FontFamily> families;  ///< file order; fallbacks are tried in it
  std::vector<HyphenPatterns> hyphenation{};
};

}  // namespace readout
