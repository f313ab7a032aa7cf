// Where a word may be broken: the pattern file of one language, as libhyphen reads and applies it.
//
// The files are libhyphen's, and so are the answers, which a test compares word by word; the reading is ours, since
// libhyphen builds a tree of some ten thousand small allocations before the first word. Patterns know small letters, so
// words are asked in small letters, whatever the page shows. Breaks that would change the spelling (none in the
// languages that we list) are left out.
//
// Source: libhyphen 2.8.8, README.hyphen, README.compound and hyphen.c.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>
#include "text/pattern_file.hpp"

namespace readout::text {

class Hyphenator {
 public:
  /// The patterns of a file: those that it became when the program was built (compiled_patterns.hpp), else it is read.
  /// nullptr when it is no pattern file; `why` says what is wrong with it: "is no pattern file: ...".
  [[nodiscard]] static std::unique_ptr<const Hyphenator> open(std::string_view bytes, std::string& why);
  /// Pre: what `compiled` looks at is there for good.
  explicit Hyphenator(const PatternFile& compiled);
  explicit Hyphenator(ParsedPatterns parsed);
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;

  /// Bytes of `word` before which a hyphen may stand, ascending.
  /// Pre:  `word` is letters only; `before` and `after` are the least letters on either side.
  /// Gives: none for a word with a letter that the patterns' character set lacks. Safe from several threads.
  [[nodiscard]] std::vector<std::uint32_t> points(std::string_view word, int before, int after) const;
  /// What it asks.
  [[nodiscard]] const PatternFile& file() const { return file_; }

 private:
  ParsedPatterns parsed_{};  ///< nothing where they were compiled
  PatternFile file_;
};

/// The small letter of a capital of Latin, Greek, Cyrillic or Armenian; any other character as it is.
[[nodiscard]] char32_t small_letter(char32_t character);

}  // namespace readout::text
