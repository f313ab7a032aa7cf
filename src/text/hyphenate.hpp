// Where a word may be broken: the pattern file of one language, as libhyphen reads and applies it.
//
// The files are libhyphen's, and so are the answers, which a test compares word by word; the reading is ours, since
// libhyphen builds a tree of some ten thousand small allocations before the first word. Patterns know small letters, so
// words are asked in small letters, whatever the page shows. Breaks that would change the spelling (none in the
// languages that we list) are left out.
//
// A file with NEXTLEVEL has two levels: the first one parts compounds (German), and what that leaves whole is broken by
// the second.
//
// Source: libhyphen 2.8.8, README.hyphen, README.compound and hyphen.c.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace readout::text {

class Hyphenator {
 public:
  /// Reads a pattern file. nullptr when it is none; `why` says what is wrong with it: "is no pattern file: ...".
  /// Cost: linear in the file, and sorting.
  [[nodiscard]] static std::unique_ptr<const Hyphenator> open(std::string_view bytes, std::string& why);
  ~Hyphenator();
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;

  /// Bytes of `word` before which a hyphen may stand, ascending.
  /// Pre:  `word` is letters only; `before` and `after` are the least letters on either side.
  /// Gives: none for a word with a letter that the patterns' character set lacks. Safe from several threads.
  [[nodiscard]] std::vector<std::uint32_t> points(std::string_view word, int before, int after) const;

 private:
  struct Dictionary;
  explicit Hyphenator(std::unique_ptr<Dictionary> dictionary);
  std::unique_ptr<Dictionary> dictionary_;
};

/// The small letter of a capital of Latin, Greek, Cyrillic or Armenian; any other character as it is.
[[nodiscard]] char32_t small_letter(char32_t character);

}  // namespace readout::text
