#include "model/letters.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "model/template.hpp"

namespace readout::model {
namespace {

constexpr std::size_t least_words = 3;

bool is_arabic(char32_t c) {
  return (c >= 0x620 && c <= 0x64A) || (c >= 0x66E && c <= 0x6D3) || (c >= 0x750 && c <= 0x77F) ||
         (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}
bool is_capital(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7); }
/// Of any script but the Arabic one: a text in Greek letters is none that is in Arabic.
bool is_other(char32_t c) {
  const bool ascii = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return ascii || (c >= 0xC0 && c < 0x600 && c != 0xD7 && c != 0xF7);
}
bool is_sign_inside(char32_t c) {
  constexpr std::u32string_view signs = U"0123456789@/\\:#_=";
  return signs.find(c) != std::u32string_view::npos;
}

struct Counted {
  std::size_t arabic = 0, other = 0;
  bool any_other = false;
};

void count(Counted& words, std::u32string_view word) {
  const bool arabic = std::any_of(word.begin(), word.end(), is_arabic);
  const bool other = std::any_of(word.begin(), word.end(), is_other);
  const std::size_t last = word.find_last_not_of(U".,;:!?)*\"'");
  const std::u32string_view inside = word.substr(0, last == std::u32string_view::npos ? 0 : last + 1);
  if (std::any_of(inside.begin(), inside.end(), is_sign_inside)) return;
  words.any_other = words.any_other || other;
  if (arabic && !other) ++words.arabic;
  if (other && !arabic && std::none_of(word.begin(), word.end(), is_capital)) ++words.other;
}

/// By the first bytes of Arabic letters, which other characters have, too.
bool may_be_arabic(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0xD8 && byte <= 0xDD) || byte == 0xEF;
  });
}

bool has_arabic(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = utf8::decode(text, at);
    if (is_arabic(c)) return true;
    at += length;
  }
  return false;
}

}  // namespace

bool is_in_other_script(std::string_view text, std::string_view lang) {
  constexpr std::u32string_view blanks = U" \t\r\n\u00A0";
  if (is_arabic_script(lang) ? has_arabic(text) : !may_be_arabic(text)) return false;
  const std::u32string all = utf8::to_utf32(text);
  Counted words;
  for (std::size_t at = all.find_first_not_of(blanks); at != std::u32string::npos;) {
    const std::size_t end = std::min(all.find_first_of(blanks, at), all.size());
    count(words, std::u32string_view(all).substr(at, end - at));
    at = all.find_first_not_of(blanks, end);
  }
  return is_arabic_script(lang) ? words.other >= least_words : !words.any_other && words.arabic >= least_words;
}

}  // namespace readout::model
