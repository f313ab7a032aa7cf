// Blanks at which a line may end by UAX #14, but should not: inside "Page 3", "H. E. Sheikh", "Dr Mensah", "1 July",
// "45 km", "EUR 640", "1 250 000", "08 h 30" and "1447 AH", whatever quotes, brackets and stops stand around them.
//
// A tie costs much and forbids nothing, so a narrow column may break one without a word lost or a warning told. Only
// between the groups of a number does no line end (grouped_numbers.hpp).
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace readout::text {

enum class Tie : std::uint8_t {
  none,
  leads,   ///< after a word that says nothing without the next, where another break costs little: "لا", "وزير"
  rather,  ///< between a month and its year: rather there than within the day, and rather elsewhere; so is a short
           ///< figure that ends what is said ("in line 9.") or is counted on ("٥ و٧"), and what brackets hold alone
           ///< ("(local time)")
  tied  ///< between what belongs together: a word that wants a number ("Page", "No.", "Art.") or has one for its name
        ///< ("Gauge", "المقياس") and the number; a name and its roman numeral ("Charles III"); initials, a title or a
        ///< particle ("Al", "bin", "عبد") and the name that follows; what says how near a number is ("≈", "ca.") and
        ///< it; a number and its unit, price ("€/t"), currency or era, or "million", also before "m" in "EUR m";
        ///< groups of three figures; those of a telephone number ("+357 24 643005", "555 0204"); the parts of a time
        ///< ("08 h 30") or of a range; a day and its month, also with "de" between, and the words of a Hijri month
        ///< after its day
};
/// What the blank at byte `blank` stands between. Cost: linear in the two words beside it, between figures in the
/// number that they are of.
[[nodiscard]] Tie tie_at(std::string_view text, std::size_t blank);

/// True after a slash beside which no word is longer than three letters: "km/|h", "b/|d", "and/|or".
/// Cost: as many letters are looked at.
[[nodiscard]] bool is_after_short_slash(std::string_view text, std::size_t at);

/// True of a blank in a name after "de", "von", "La" and the like. Cost: linear in the word before it.
[[nodiscard]] bool is_after_particle(std::string_view text, std::size_t blank);

/// True after the hyphen of an Arabic article in Latin letters: "Shatt al-|Arab". Cost: linear in the article.
[[nodiscard]] bool is_after_article(std::string_view text, std::size_t at);

}  // namespace readout::text
