#include "text/beside_blank.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "text/figures.hpp"

namespace readout::text {

std::size_t size_of_opener(std::string_view word) {
  if (word.empty() || ascii::is_letter(word[0]) || ascii::is_digit(word[0])) return 0;
  for (const std::string_view mark : {"(", "[", "\"", "'", "“", "‘", "„", "‚", "«", "‹", "¿", "¡"})
    if (word.starts_with(mark)) return mark.size();
  return 0;
}

std::size_t size_of_closer(std::string_view word) {
  if (word.empty() || ascii::is_letter(word.back()) || ascii::is_digit(word.back())) return 0;
  constexpr std::string_view closers[] = {",", ".", ";", ":", ")", "!", "?", "\"", "'",
                                          "”", "’", "»", "›", "“", "،", "؛", "؟",  "…"};
  for (const std::string_view mark : closers)
    if (word.ends_with(mark)) return mark.size();
  return 0;
}

namespace {

bool is_stop(char c) { return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?'; }

/// Bytes of the marks of sources and notes that `word` ends with: "[2]", and the figure of ".2".
std::size_t size_of_mark(std::string_view word) {
  if (word.ends_with("]")) {
    const std::size_t open = word.rfind('[');
    return open == std::string_view::npos ? 1 : word.size() - open;
  }
  std::size_t size = 0;
  for (std::string_view rest = word; ends_in_digit(rest); rest.remove_suffix(ascii::is_digit(rest.back()) ? 1 : 2))
    size += ascii::is_digit(rest.back()) ? std::size_t{1} : std::size_t{2};
  if (size == 0 || size + 1 >= word.size() || !is_stop(word[word.size() - size - 1])) return 0;
  return ends_in_digit(word.substr(0, word.size() - size - 1)) ? 0 : size;
}

}  // namespace

std::string_view word_before(std::string_view text, std::size_t blank) {
  std::size_t begin = blank;
  while (begin > 0 && blank - begin < farthest_word && !is_blank(text[begin - 1])) --begin;
  std::string_view word = text.substr(begin, blank - begin);
  while (const std::size_t size = size_of_opener(word)) word.remove_prefix(size);
  return word;
}

std::string_view whole_word_after(std::string_view text, std::size_t blank) {
  std::size_t end = blank + 1;
  while (end < text.size() && end - blank < farthest_word && !is_blank(text[end])) ++end;
  return text.substr(blank + 1, end - blank - 1);
}
std::string_view word_after(std::string_view text, std::size_t blank) {
  std::string_view word = whole_word_after(text, blank);
  while (const std::size_t size = std::max(size_of_mark(word), size_of_closer(word))) word.remove_suffix(size);
  const std::size_t no_break_blank = word.find("\u00A0");
  return no_break_blank == std::string_view::npos ? word : word.substr(0, no_break_blank);
}

std::string_view plain_word_before(std::string_view text, std::size_t blank) {
  const std::size_t end = blank - std::size_t{blank > 0 && text[blank - 1] == ','};
  std::size_t begin = end;
  while (begin > 0 && ascii::is_small(text[begin - 1])) --begin;
  if (begin > 0 && ascii::is_capital(text[begin - 1])) --begin;
  const bool whole = blank - begin < farthest_word && (begin == 0 || is_blank(text[begin - 1]));
  return whole ? text.substr(begin, end - begin) : std::string_view();
}

std::string_view plain_word_after(std::string_view text, std::size_t blank) {
  const std::size_t begin = blank + 1;
  std::size_t end = begin + std::size_t{begin < text.size() && ascii::is_capital(text[begin])};
  const std::size_t first_small = end;
  while (end < text.size() && ascii::is_small(text[end])) ++end;
  if (end == first_small) return {};  // "annex B"
  const std::string_view word = text.substr(begin, end - begin);
  if (end < text.size() && (text[end] == ',' || text[end] == '.')) ++end;
  const bool whole = end - blank < farthest_word && (end >= text.size() || is_blank(text[end]));
  return whole ? word : std::string_view();
}

}  // namespace readout::text
