// Words by lot: the dice and the sentences that invented briefs are made of.
//
// Everything follows from the seed by whole-number arithmetic alone, so a seed gives the same words on every machine
// and with every library. Nothing here knows briefs; generator.hpp does.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace readout::test {

/// A linear congruential generator; its high bits are used, since its low ones repeat soon.
/// Source: Knuth, "The Art of Computer Programming" 2, 3.3.4 (the multiplier is MMIX's).
class Dice {
 public:
  explicit Dice(std::uint64_t seed);

  /// A number from 0 to `sides` - 1. Pre: `sides` > 0.
  [[nodiscard]] std::size_t roll(std::size_t sides);
  /// A number from `low` to `high`, both included.
  [[nodiscard]] std::size_t between(std::size_t low, std::size_t high);
  [[nodiscard]] bool chance(std::size_t percent);
  template <std::size_t N>
  [[nodiscard]] std::string_view pick(const std::array<std::string_view, N>& from) {
    return from[roll(N)];
  }
  [[nodiscard]] std::string_view pick(std::span<const std::string_view> from) { return from[roll(from.size())]; }

 private:
  std::uint64_t state_;
};

enum class Script { latin, arabic, greek, cyrillic };

/// A few words without an end mark; a word of another script, a number or a pair of brackets now and then.
[[nodiscard]] std::string phrase(Dice& dice, Script script, std::size_t words);
/// A sentence of about so many words, with its end mark, and no markup.
[[nodiscard]] std::string sentence(Dice& dice, Script script, std::size_t words);
/// The name of a person, as written in that script.
[[nodiscard]] std::string person(Dice& dice, Script script);

}  // namespace readout::test
