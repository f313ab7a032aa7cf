// Where a word of Arabic may be made longer: by a kashida, a stroke in a join between two of its letters.
//
// The places and their order are the common practice: a kashida that the writer put in himself (U+0640) comes first,
// then
//
//   after seen and sad; before the final form of teh marbuta, heh and dal; of alef, tah, lam, kaf and gaf; before the
//   tooth that leads to a final reh or yeh; before the final form of waw, ain, qaf and feh; of any other letter.
//
// Of two places that are as good the last one is better. None lies between lam and alef, in the name of God, right
// after the article, between a tooth and a final reh or yeh (the two are one stroke), or in a word of fewer than four
// letters. A kashida follows the marks of the letter before it.
//
// Source: Microsoft, "Kashida" priorities of Uniscribe and Internet Explorer (SCRIPT_JUSTIFY_ARABIC_*), which Word and
// OpenOffice took over; M. Elyaakoubi and A. Lazrek, "Justify just or just justify" (2010).
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace readout::text {

enum class KashidaRule : std::uint8_t {
  tatweel = 1,         ///< behind one of the writer's own
  after_seen,          ///< and sad
  before_teh_marbuta,  ///< heh, dal; final
  before_alef,         ///< tah, lam, kaf, gaf; final
  before_tooth,        ///< beh, noon or yeh in the middle, that a final reh or yeh follows
  before_waw,          ///< ain, qaf, feh; final
  before_other         ///< any other final letter
};
struct KashidaJoin {
  std::uint32_t at = 0;  ///< byte of the letter after the join
  KashidaRule rule = KashidaRule::before_other;
  friend bool operator==(const KashidaJoin&, const KashidaJoin&) = default;
};
struct KashidaWord {
  std::uint32_t begin = 0, end = 0;  ///< bytes
  std::vector<KashidaJoin> joins;    ///< best first; never empty
};

/// The words of a text that may be made longer, in order.
/// Pre:  well-formed UTF-8.
/// Cost: linear in the text.
[[nodiscard]] std::vector<KashidaWord> kashida_words(std::string_view text);

}  // namespace readout::text
