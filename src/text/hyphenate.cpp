#include "text/hyphenate.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include "base/utf8.hpp"
#include "text/compiled_patterns.hpp"

namespace readout::text {
namespace {

constexpr std::size_t longest_word = 90;  // letters; longer ones are no words
constexpr int usual_least = 2;

using Gaps = std::vector<std::uint8_t>;  // one a byte of a word: the digit of the gap behind it

/// The word in small letters in the patterns' character set; nullopt when that lacks a letter.
std::optional<std::string> in_set(const std::u32string& letters, bool utf8) {
  std::string out;
  for (const char32_t letter : letters) {
    const char32_t small = small_letter(letter);
    if (utf8) utf8::append(out, small);
    else if (small <= 0xFF) out += static_cast<char>(small);
    else return std::nullopt;
  }
  return out;
}

/// What libhyphen counts a character as: two for the ligatures of three letters, U+FB03 and U+FB04.
int letters_at(std::string_view word, std::size_t at, bool utf8) {
  const std::string_view sign = word.substr(at, 3);
  return utf8 && (sign == "\xEF\xAC\x83" || sign == "\xEF\xAC\x84") ? 2 : 1;
}
bool starts_letter(std::string_view word, std::size_t at, bool utf8) {
  return !utf8 || (static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80;
}

/// No break that leaves fewer than `least` letters at the beginning.
void keep_beginning(std::string_view word, Gaps& gaps, int least, bool utf8) {
  std::size_t at = 0;
  for (int left = word.empty() ? 0 : letters_at(word, 0, utf8); left < least && at < word.size(); ++left) {
    do gaps[at++] = 0;
    while (at < word.size() && !starts_letter(word, at, utf8));
    if (at < word.size()) left += letters_at(word, at, utf8) - 1;
  }
}
/// The same for the end.
void keep_end(std::string_view word, Gaps& gaps, int least, bool utf8) {
  int left = 0;
  for (std::size_t at = word.size(); at > 1 && left < least; --at) {
    gaps[at - 1] = 0;
    if (starts_letter(word, at - 1, utf8)) ++left;
  }
}

/// A word, or a part of a compound, that is no compound itself.
void break_part(const PatternFile& file, std::string_view word, Gaps& gaps, bool at_start, bool at_end) {
  gaps = file.patterns.weigh(word);
  if (!at_start) keep_beginning(word, gaps, file.least_in_front, file.utf8);
  if (!at_end) keep_end(word, gaps, file.least_behind, file.utf8);
}

/// Each part is looked at again as if it stood alone, so that parts of parts are found.
void break_compound(const PatternFile& file, std::string_view word, Gaps& gaps, bool at_start, bool at_end) {
  gaps = file.compounds.weigh(word);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool joint = (gaps[i] & 1U) != 0;
    if (!joint && (begin == 0 || i + 1 < word.size())) continue;
    if (i > begin + 1) {
      Gaps inner;
      break_compound(file, word.substr(begin, i - begin + 1), inner, begin == 0 && at_start, !joint && at_end);
      std::copy(inner.begin(), inner.begin() + static_cast<std::ptrdiff_t>(i - begin - 1),
                gaps.begin() + static_cast<std::ptrdiff_t>(begin));
    }
    begin = i + 1;
  }
  if (begin == 0) break_part(file, word, gaps, at_start, at_end);
}

Gaps gaps_of(const PatternFile& file, std::string_view word) {
  Gaps gaps;
  if (file.has_compounds) break_compound(file, word, gaps, true, true);
  else break_part(file, word, gaps, true, true);
  keep_beginning(word, gaps, file.least_before > 0 ? file.least_before : usual_least, file.utf8);
  keep_end(word, gaps, file.least_after > 0 ? file.least_after : usual_least, file.utf8);
  return gaps;
}

}  // namespace

Hyphenator::Hyphenator(const PatternFile& compiled) : file_(compiled) {}
Hyphenator::Hyphenator(ParsedPatterns parsed) : parsed_(std::move(parsed)), file_(parsed_.file()) {}

std::unique_ptr<const Hyphenator> Hyphenator::open(std::string_view bytes, std::string& why) {
  if (const PatternFile* compiled = find_compiled(bytes)) return std::make_unique<const Hyphenator>(*compiled);
  auto parsed = parse_patterns(bytes, false, why);
  return parsed ? std::make_unique<const Hyphenator>(std::move(*parsed)) : nullptr;
}

std::vector<std::uint32_t> Hyphenator::points(std::string_view word, int before, int after) const {
  std::vector<std::uint32_t> points;
  const std::u32string letters = utf8::to_utf32(word);
  const auto least = static_cast<std::size_t>(std::max(before, 1)), rest = static_cast<std::size_t>(std::max(after, 1));
  if (letters.size() < least + rest || letters.size() > longest_word) return points;
  const auto asked = in_set(letters, file_.utf8);
  if (!asked) return points;
  const Gaps gaps = gaps_of(file_, *asked);
  std::uint32_t byte = 0;
  std::size_t end = 0;  // of the letter in what was asked, whose small letters may have other lengths
  for (std::size_t i = 0; i + rest < letters.size(); ++i) {
    byte += static_cast<std::uint32_t>(utf8::decode(word, byte).length);
    do ++end;
    while (!starts_letter(*asked, end, file_.utf8));
    if ((gaps[end - 1] & 1U) != 0 && i + 1 >= least) points.push_back(byte);
  }
  return points;
}

}  // namespace readout::text
