#include "text/grouped_numbers.hpp"

#include <algorithm>
#include <string>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "text/beside_blank.hpp"
#include "text/figures.hpp"
#include "text/measures.hpp"

namespace readout::text {

bool begins_with_group(std::string_view word) {
  std::size_t count = 0;
  while (const std::size_t size = size_of_digit(word)) {
    word.remove_prefix(size);
    ++count;
  }
  return count == 3 && (word.empty() || !ascii::is_letter(word[0]));
}
bool ends_in_group(std::string_view word) {
  std::size_t count = 0;
  for (; ends_in_digit(word); ++count) word.remove_suffix(ascii::is_digit(word.back()) ? 1 : 2);
  constexpr std::string_view of_more = ".,:/";  // "1.5", "14:30"
  return count >= 1 && count <= 3 &&
         (word.empty() || !(ascii::is_letter(word.back()) || of_more.find(word.back()) != std::string_view::npos));
}

namespace {

constexpr std::size_t most_groups = 5;  // "999 999 999 999 999"

/// How many groups of three follow a blank, as far as it matters.
std::size_t groups_after(std::string_view text, std::size_t blank) {
  std::size_t count = 0;
  for (; count < most_groups && blank < text.size() && is_blank(text[blank]); ++count) {
    const std::string_view word = whole_word_after(text, blank);
    if (!begins_with_group(word)) break;
    blank += 1 + word.size();
  }
  return count;
}
/// How many groups precede it.
std::size_t groups_before(std::string_view text, std::size_t blank) {
  std::size_t count = 0;
  for (bool more = true; more && count < most_groups; ++count) {
    const std::string_view word = word_before(text, blank);
    if (!ends_in_group(word)) break;
    const auto begin = static_cast<std::size_t>(word.data() - text.data());
    more = begin > 0 && is_blank(text[begin - 1]) && begins_with_group(word);
    blank = begin - std::size_t{begin > 0};
  }
  return count;
}

/// "101 102 103 104": four groups and more that ascend, each of three figures.
bool is_list(std::string_view text, std::size_t blank, std::size_t before, std::size_t after) {
  constexpr std::size_t least = 4, figures = 3;
  if (before + after < least) return false;
  std::size_t at = blank;
  for (std::size_t i = 1; i < before; ++i) at -= word_before(text, at).size() + 1;
  at -= std::min(at, word_before(text, at).size());
  std::string_view last;
  for (std::size_t i = 0; i < before + after; ++i, at += figures + 1) {
    const std::string_view group = text.substr(std::min(at, text.size()), figures);
    if (!begins_with_group(group) || group <= last) return false;
    last = group;
  }
  return true;
}

}  // namespace

bool is_in_grouped_number(std::string_view text, std::size_t blank) {
  if (!ends_in_digit(text.substr(0, blank)) || !begins_with_digit(text.substr(blank + 1))) return false;
  const std::size_t before = groups_before(text, blank), after = groups_after(text, blank);
  return before > 0 && after > 0 && before + after <= most_groups && !is_list(text, blank, before, after);
}

namespace {

constexpr std::string_view marks_of_numbers = "+-(). ,/:";

/// Bytes of the figure or mark of a number that `text` begins with; 0: another thing.
std::size_t size_of_first(std::string_view text) {
  return !text.empty() && marks_of_numbers.find(text[0]) != std::string_view::npos ? 1 : size_of_digit(text);
}
/// The same of its end.
std::size_t size_of_last(std::string_view text) {
  if (text.empty()) return 0;
  if (ascii::is_digit(text.back()) || marks_of_numbers.find(text.back()) != std::string_view::npos) return 1;
  return ends_in_digit(text) ? 2 : 0;
}

constexpr std::size_t longest_number = 24;  // characters

/// Where what looks like numbers begins before a blank, with the character before it, which may be of another word.
std::size_t begin_of_numbers(std::string_view text, std::size_t blank) {
  std::size_t begin = blank;
  for (std::size_t i = 0; i < longest_number; ++i) begin -= size_of_last(text.substr(0, begin));
  if (begin > 0) --begin;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) --begin;
  return begin;
}
std::size_t end_of_numbers(std::string_view text, std::size_t blank) {
  std::size_t end = blank;
  for (std::size_t i = 0; i <= longest_number; ++i) end += size_of_first(text.substr(end));
  return end;
}

}  // namespace

bool is_one_number_around(std::string_view text, std::size_t blank) {
  const std::size_t begin = begin_of_numbers(text, blank);
  const std::size_t before = utf8::count(text.substr(begin, blank - begin));
  const std::u32string all = utf8::to_utf32(text.substr(begin, end_of_numbers(text, blank) - begin));
  for (std::size_t at = 0; at < before;) {
    const Measure measure = measure_at(all, at);
    if (measure.is_unit && measure.end > before) return measure.end - at <= longest_number;
    at = measure.end;
  }
  return false;
}

}  // namespace readout::text
