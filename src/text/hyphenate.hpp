// Where a word may be broken: the patterns of one language, read by libhyphen.
//
// Only hyphenate.cpp sees the library. Its patterns know small letters, so words are asked in small letters, whatever
// the page shows. Breaks that would change the spelling (none in the languages that we list) are left out.
//
// Source: Liang, "Word Hy-phen-a-tion by Com-put-er" (1983); libhyphen 2.8, README.hyphen and README.nonstandard.
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
  /// Cost: milliseconds: a page of memory for every few patterns.
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
