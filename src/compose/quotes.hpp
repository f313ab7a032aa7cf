// Straight quotes of a paragraph -> the quotes and apostrophes of its language; a hyphen before a number -> the minus.
//
// What a sign becomes is told by what stands on either side of it, by whether a quote is open, and by whether one
// comes that closes it; a paragraph is looked at as a whole, whatever emphasis or links part it into.
//
// The sides. Before a sign stands an edge (nothing, a blank), an opener (a bracket, a quote that opens) or words (all
// else); after it an edge, a closer (a bracket, a stop, a comma) or words. Straight quotes after it are looked through.
//
//   before          after            the sign "                      the sign '
//   edge, opener    words, closer    opens                           opens if the next ' that may open or close
//                                                                    closes; else an apostrophe ('t Hoen)
//   words           edge, closer     closes                          closes if one is open; else, after a letter or
//                                                                    digit, an apostrophe (the sides' rivers)
//   words           words            closes if one is open; opens    between letters an apostrophe (l'accord), but in
//                                    if another follows (l'"Europe", Arabic script, which has none; else as " does
//                                    non-"aligned", و"مقتبس")
//   edge, opener    edge             closes if one is open; else opens
//
// Before these: ' after a letter and before a " that opens is an apostrophe (l'"Europe"); so is ' before two digits of
// a year ('90s, '26) and before the clitics of Dutch, German and English that stand with one alone ('t, 's, 'n, 'tis).
// A " after a digit never opens (5"x7"). Inside outer quotes of the language that are typed as they are printed
// (« dit "oui" »), " becomes the inner quotes. Signs written with a backslash stay straight and count as words.
//
// Text between blanks that is quoted in ' and holds a plural's apostrophe ('the sides' rivers') has no certain reading:
// there the first of the two is taken to close.
//
// A hyphen is a minus at the start of a word that is one number: "-27.3", "(-5 %)", and in ranges that are printed with
// a dash: "-5–-2". It stays one in "5-7", "5 -7", "14 h -17 h", "5 % -7 %", "14 May -17 May", "-5-7", "-4/2026",
// "-03:00", "-3a", "-33 1 42 99".
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>
#include "model/template.hpp"

namespace readout::compose {

/// A stretch of a paragraph. One without text stands for a word that is made up later: a reference.
struct QuotedPiece {
  std::string_view text;
  const std::vector<std::size_t>* straight = nullptr;  ///< bytes of `text` that are quotes to leave as they are
};

/// The pieces of one paragraph, in order, with their quotes curled, their minus signs and, in French, their spaces set.
/// Gives: as many texts as pieces.
/// Cost: linear in the paragraph.
[[nodiscard]] std::vector<std::string> curl(const std::vector<QuotedPiece>& paragraph, const model::Words& words);
/// The same for a paragraph of one piece.
[[nodiscard]] std::string curl(std::string_view text, const std::vector<std::size_t>& straight,
                               const model::Words& words);

}  // namespace readout::compose
