#include "text/hyphenate.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include "base/utf8.hpp"
#include "text/patterns.hpp"

namespace readout::text {
namespace {

constexpr std::size_t longest_word = 90;  // letters; longer ones are no words
constexpr std::size_t longest_line = 98;  // bytes; libhyphen passes over longer ones
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

}  // namespace

struct Hyphenator::Dictionary {
  bool utf8 = false;
  bool has_compounds = false;  ///< the file has two levels
  Patterns compounds, patterns;
  int least_before = 0, least_after = 0;     ///< letters on either side of a break; 0: not said
  int least_in_front = 0, least_behind = 0;  ///< the same in the parts of a compound

  void read(std::string_view bytes);
  [[nodiscard]] Gaps gaps_of(std::string_view word) const;

 private:
  /// True for a line that is a command; mins count before NEXTLEVEL, and where there is none.
  bool obey(std::string_view line);
  void break_part(std::string_view word, Gaps& gaps, bool at_start, bool at_end) const;
  void break_compound(std::string_view word, Gaps& gaps, bool at_start, bool at_end) const;
};

bool Hyphenator::Dictionary::obey(std::string_view line) {
  const std::pair<std::string_view, int*> numbers[] = {{"LEFTHYPHENMIN", &least_before},
                                                       {"RIGHTHYPHENMIN", &least_after},
                                                       {"COMPOUNDLEFTHYPHENMIN", &least_in_front},
                                                       {"COMPOUNDRIGHTHYPHENMIN", &least_behind}};
  for (const auto& [name, value] : numbers) {
    if (!line.starts_with(name)) continue;
    if (has_compounds) return true;
    line.remove_prefix(std::min(line.find_first_not_of(' ', name.size()), line.size()));
    *value = 0;
    std::from_chars(line.data(), line.data() + line.size(), *value);
    return true;
  }
  return line.starts_with("NOHYPHEN");  // signs that no word of ours has
}

/// The first level comes first where there are two.
void Hyphenator::Dictionary::read(std::string_view bytes) {
  patterns.expect(bytes.size());
  std::size_t at = std::min(bytes.find('\n'), bytes.size());
  while (at < bytes.size()) {
    const std::size_t begin = at + 1;
    at = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(std::min(begin, bytes.size()), at - begin);
    if (line.empty() || line.front() == '%' || line.size() > longest_line) continue;
    if (line.starts_with("NEXTLEVEL")) {
      if (std::exchange(has_compounds, true)) break;
      std::swap(compounds, patterns);
    } else if (line.front() < 'A' || line.front() > 'Z' || !obey(line)) {
      patterns.add(line);
    }
  }
  compounds.sort();
  patterns.sort();
}

/// A word, or a part of a compound, that is no compound itself.
void Hyphenator::Dictionary::break_part(std::string_view word, Gaps& gaps, bool at_start, bool at_end) const {
  gaps = patterns.weigh(word);
  if (!at_start) keep_beginning(word, gaps, least_in_front, utf8);
  if (!at_end) keep_end(word, gaps, least_behind, utf8);
}

/// Each part is looked at again as if it stood alone, so that parts of parts are found.
void Hyphenator::Dictionary::break_compound(std::string_view word, Gaps& gaps, bool at_start, bool at_end) const {
  gaps = compounds.weigh(word);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool joint = (gaps[i] & 1U) != 0;
    if (!joint && (begin == 0 || i + 1 < word.size())) continue;
    if (i > begin + 1) {
      Gaps inner;
      break_compound(word.substr(begin, i - begin + 1), inner, begin == 0 && at_start, !joint && at_end);
      std::copy(inner.begin(), inner.begin() + static_cast<std::ptrdiff_t>(i - begin - 1),
                gaps.begin() + static_cast<std::ptrdiff_t>(begin));
    }
    begin = i + 1;
  }
  if (begin == 0) break_part(word, gaps, at_start, at_end);
}

Gaps Hyphenator::Dictionary::gaps_of(std::string_view word) const {
  Gaps gaps;
  if (has_compounds) break_compound(word, gaps, true, true);
  else break_part(word, gaps, true, true);
  keep_beginning(word, gaps, least_before > 0 ? least_before : usual_least, utf8);
  keep_end(word, gaps, least_after > 0 ? least_after : usual_least, utf8);
  return gaps;
}

Hyphenator::Hyphenator(std::unique_ptr<Dictionary> dictionary) : dictionary_(std::move(dictionary)) {}
Hyphenator::~Hyphenator() = default;

std::unique_ptr<const Hyphenator> Hyphenator::open(std::string_view bytes, std::string& why) {
  const std::string_view set = bytes.substr(0, bytes.find_first_of("\r\n"));
  if (set != "UTF-8" && set != "ISO8859-1") {
    why = "is no pattern file: its first line is neither UTF-8 nor ISO8859-1";
    return nullptr;
  }
  auto dictionary = std::make_unique<Dictionary>();
  dictionary->utf8 = set == "UTF-8";
  dictionary->read(bytes);
  return std::unique_ptr<const Hyphenator>(new Hyphenator(std::move(dictionary)));
}

std::vector<std::uint32_t> Hyphenator::points(std::string_view word, int before, int after) const {
  std::vector<std::uint32_t> points;
  const std::u32string letters = utf8::to_utf32(word);
  const auto least = static_cast<std::size_t>(std::max(before, 1)), rest = static_cast<std::size_t>(std::max(after, 1));
  if (letters.size() < least + rest || letters.size() > longest_word) return points;
  const auto asked = in_set(letters, dictionary_->utf8);
  if (!asked) return points;
  const Gaps gaps = dictionary_->gaps_of(*asked);
  std::uint32_t byte = 0;
  std::size_t end = 0;  // of the letter in what was asked, whose small letters may have other lengths
  for (std::size_t i = 0; i + rest < letters.size(); ++i) {
    byte += static_cast<std::uint32_t>(utf8::decode(word, byte).length);
    do ++end;
    while (!starts_letter(*asked, end, dictionary_->utf8));
    if ((gaps[end - 1] & 1U) != 0 && i + 1 >= least) points.push_back(byte);
  }
  return points;
}

}  // namespace readout::text
