#include "base/small_words.hpp"

#include <cstddef>
#include <string>
#include <utility>

#include "base/ascii.hpp"

namespace readout {

bool leads_on(std::string_view word, std::string_view lang) {
  constexpr std::size_t longest = 16;  // bytes
  if (word.empty() || word.size() > longest) return false;
  static constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"ar", " في من عن مع أو أن لا على إلى حول بين بشأن خلال منذ عند ضمن التي الذي ثم و ف "},
      {"de",
       " das dem den der des die ein eine einem einen einer eines und oder sowie für von vom zu zum zur im in an am "
       "auf aus bei mit nach über unter durch zwischen gegen ohne vor "},
      {"en",
       " a an the and or of to for in on at by from with as its their into under over between that which through "
       "during after before "},
      {"es", " el la los las un una y e o u de del en con por para al sobre entre desde hasta que sin su sus "},
      {"fr",
       " le la les un une et ou de du des en à au aux sur sous par pour dans entre avec vers qui que sans ses leurs "},
      {"it",
       " il lo la i gli le un una e ed o di del della dei delle da dal in nel con per a al alla su tra fra che "}};
  constexpr std::string_view and_in_arabic = "و";
  std::string small(word);
  for (char& c : small) c = ascii::small(c);
  if (lang.starts_with("ar") && small.size() > 2 * and_in_arabic.size() && small.starts_with(and_in_arabic))
    small.erase(0, and_in_arabic.size());
  for (const auto& [tag, all] : words)
    if (lang.starts_with(tag)) return all.find(" " + small + " ") != std::string_view::npos;
  return false;
}

}  // namespace readout
