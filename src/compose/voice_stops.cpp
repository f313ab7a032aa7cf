// The full stop that ends a text: given where it lacks, taken where it goes elsewhere.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "compose/script.hpp"
#include "compose/voice.hpp"

namespace readout::compose {

Fragments closed(const Desk& desk, Fragments text) {
  if (!text.empty() && !ends_sentence(bare(text))) append(text, plain(desk, "."));
  return text;
}

namespace {

/// Of the languages that the program speaks, as they are written; "no." and "art." end many a sentence.
bool is_known_abbreviation(std::string_view word) {
  static constexpr std::array<std::string_view, 25> known = {
      "Abs", "al",  "approx", "Bros", "bzw", "ca", "Co", "Corp", "Dr", "ecc", "etc", "ff", "Inc",
      "Jr",  "Ltd", "Mio",    "Mr",   "Mrd", "Nr", "Sr", "Sra",  "St", "Ud",  "Uds", "usw"};
  return std::find(known.begin(), known.end(), word) != known.end();
}

/// "U.S", "z.B", "EE.UU": one or two letters between stops. Figures are none: "B31.12".
bool is_of_short_parts(std::u32string_view word) {
  constexpr std::size_t longest_part = 2;
  std::size_t letters = 0;
  for (const char32_t c : word) {
    if (c != U'.' && script_of(c) == Script::neutral) return false;
    letters = c == U'.' ? 0 : letters + 1;
    if (letters > longest_part) return false;
  }
  return word.find(U'.') != std::u32string_view::npos && letters > 0;
}

/// Before the stop: "and so on, etc".
bool ends_in_abbreviation(std::string_view text) {
  constexpr std::u32string_view before = U" \n\u00A0\u202F(\"“‘«„‚";
  const std::u32string all = utf8::to_utf32(text);
  const std::u32string word = all.substr(all.find_last_of(before) + 1);  // npos + 1 is the text's start
  return is_of_short_parts(word) || is_known_abbreviation(utf8::from_utf32(word));
}

/// The bytes of the quotes that a text ends in, with the blank before them in French.
std::size_t size_of_closing_quotes(std::string_view text) {
  static constexpr std::string_view closing[] = {"”", "’", "»", "›", "“", "‘", "\"", "'", "\u202F", "\u00A0"};
  const std::size_t size = text.size();
  const auto size_of_last = [&] {
    const auto* mark =
        std::find_if(std::begin(closing), std::end(closing), [&](auto one) { return text.ends_with(one); });
    return mark == std::end(closing) ? 0 : mark->size();
  };
  while (const std::size_t last = size_of_last()) text.remove_suffix(last);
  return size - text.size();
}

}  // namespace

bool take_stop(Fragments& text) {
  if (text.empty()) return false;
  std::string& last = text.back().run.text;
  const std::string_view words = std::string_view(last).substr(0, last.size() - size_of_closing_quotes(last));
  if (!words.ends_with('.') || words.ends_with("..") || ends_in_abbreviation(words.substr(0, words.size() - 1)))
    return false;
  last.erase(words.size() - 1, 1);
  if (last.empty()) text.pop_back();
  return true;
}

}  // namespace readout::compose
