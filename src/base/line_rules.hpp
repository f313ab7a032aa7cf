// How a paragraph's lines are chosen: what a template may set of a style, as plain data that model/ reads and
// layout/ weighs.
//
// One table names every rule, its key and its range, so that a rule is added in one place. Counts and switches are
// numbers too (0 and 1 for a switch).
#pragma once
#include <span>
#include <string_view>
#include <variant>
#include "base/length.hpp"

namespace readout {

struct LineRules {
  bool hyphenate = false;         ///< words of languages with patterns may be broken
  bool hang = false;              ///< of justified lines: punctuation stands partly outside the measure
  double expand = 0;              ///< of justified lines: share by which Latin letters may become wider or narrower
  double space_width = 1;         ///< of justified lines: the space that is best, as a share of the typeface's
  double space_stretch = 0.5;     ///< the share of the typeface's by which it is wider at badness 100
  double space_shrink = 1.0 / 3;  ///< and by which it is narrower at most
  double pretolerance = 100, tolerance = 4000, loose_tolerance = 10000;
  double line_penalty = 10, hyphen_penalty = 50, explicit_hyphen_penalty = 50;
  double adjacent_demerits = 10000, double_hyphen_demerits = 10000, final_hyphen_demerits = 5000;
  double stub_demerits = 400000;  ///< as dear as one line of badness 620
  Em last_line{4};                ///< a last line shorter than this, or than a fifth of the measure, is a stub
  Em emergency_stretch{3};        ///< what the last pass adds to each line's stretch
  Em ragged_stretch{2};           ///< white that a ragged line may leave at badness 100
  Em ragged_below{0};             ///< in a narrower measure justified text is set ragged
  double max_hyphens = 0;         ///< lines in a row that may end in a hyphen; 0: any number
  double before_hyphen = 2, after_hyphen = 2;  ///< least letters of a word on either side; patterns may ask for more
  bool kashida = false;                        ///< words of justified Arabic may be made longer
  double kashida_share = 0.5;  ///< of what a word and the space after it give, the part that the word gives
  Em kashida_longest{0.6};     ///< by which a word may become longer
  double kashida_most = 2;     ///< words of a line that do
  friend bool operator==(const LineRules&, const LineRules&) = default;
};

using LineRuleField = std::variant<bool LineRules::*, double LineRules::*, Em LineRules::*>;
struct KnownLineRule {
  std::string_view key;
  LineRuleField field;
  double least = 0, most = 0;  ///< in em where the field is
  bool whole = false;          ///< a count
};
[[nodiscard]] std::span<const KnownLineRule> known_line_rules();
/// Pre: `value` is in the rule's range.
void set_rule(LineRules& rules, const KnownLineRule& rule, double value);
[[nodiscard]] double rule_of(const LineRules& rules, const KnownLineRule& rule);

}  // namespace readout
