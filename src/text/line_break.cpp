// The rules of UAX #14 (Unicode 15.0), each as one line with its number, with the numbers of section 8.2, example 7
// (as LineBreakTest.txt has them), so that "12,5%", "(5)" and "$(12.35)" stay whole.
#include <algorithm>
#include <array>
#include <optional>
#include "base/ascii.hpp"
#include "base/assert.hpp"
#include "base/utf8.hpp"
#include "text/shape.hpp"

namespace readout::text {
namespace {

// clang-format off
enum Class : std::uint8_t {
  BK, CR, LF, NL, SP, ZW, WJ, GL, CM, ZWJ, AL, HL, NU, B2, BA, BB, CB, CL, CP, CPwide, EB, EM, EX, H2, H3,
  HY, ID, IDpict, IN, IS, JL, JT, JV, NS, OP, OPwide, PO, PR, QU, RI, SY,
};
// clang-format on

struct ClassRange {
  char32_t first;
  Class cls;
};
constexpr ClassRange class_ranges[] = {
#include "text/line_break_classes.inc"
};

/// Most of what is read.
constexpr auto ascii_classes = [] {
  std::array<Class, 0x80> classes{};
  for (std::size_t i = 0, range = 0; i < classes.size(); ++i) {
    while (class_ranges[range + 1].first <= i) ++range;
    classes[i] = class_ranges[range].cls;
  }
  return classes;
}();

Class class_of(char32_t character) {
  if (character < ascii_classes.size()) return ascii_classes[character];
  const auto after = std::upper_bound(std::begin(class_ranges), std::end(class_ranges), character,
                                      [](char32_t value, const ClassRange& range) { return value < range.first; });
  return std::prev(after)->cls;
}

template <typename... Classes>
constexpr bool in(Class cls, Classes... classes) {
  return ((cls == classes) || ...);
}
constexpr bool is_op(Class c) { return in(c, OP, OPwide); }
constexpr bool is_cp(Class c) { return in(c, CP, CPwide); }
constexpr bool is_id(Class c) { return in(c, ID, IDpict); }
constexpr bool is_letter(Class c) { return in(c, AL, HL); }
constexpr bool is_hard(Class c) { return in(c, BK, CR, LF, NL); }

/// A character with what LB9 joins to it, and what the rules remember of the text up to here.
struct Unit {
  Class cls = AL;
  std::size_t begin = 0;        ///< byte
  bool ends_in_joiner = false;  ///< LB8a
  std::size_t visible = 0;      ///< the last unit up to here that is no space; itself if it is none
  enum class Number : std::uint8_t { none, digits, closed } number = Number::none;  ///< NU (NU|SY|IS)*, and (CL|CP)
  bool odd_regional = false;  ///< LB30a: an odd count of regional indicators ends here
};

Unit::Number number_state(const Unit* before, Class cls) {
  const bool in_digits = before != nullptr && before->number == Unit::Number::digits;
  if (cls == NU || (in_digits && in(cls, SY, IS))) return Unit::Number::digits;
  if (in_digits && (cls == CL || is_cp(cls))) return Unit::Number::closed;
  return Unit::Number::none;
}

/// The last of the letters that begin at `at`. What is between a word's first and its last letter changes nothing.
std::size_t end_of_letters(std::string_view text, std::size_t at) {
  while (at + 1 < text.size() && ascii::is_letter(text[at]) && ascii::is_letter(text[at + 1])) ++at;
  return at;
}

/// LB1 (in the table), LB9 and LB10.
std::vector<Unit> units_of(std::string_view text) {
  std::vector<Unit> units;
  units.reserve(text.size() / 2);  // of a word its first and its last letter
  for (std::size_t at = 0; at < text.size();) {
    if (!units.empty() && units.back().cls == AL && !units.back().ends_in_joiner) at = end_of_letters(text, at);
    const auto decoded = utf8::decode(text, at);
    Class cls = class_of(decoded.value);
    const bool joins = in(cls, CM, ZWJ);
    if (joins && !units.empty() && !is_hard(units.back().cls) && !in(units.back().cls, SP, ZW)) {
      units.back().ends_in_joiner = cls == ZWJ;
    } else {
      const Unit* before = units.empty() ? nullptr : &units.back();
      Unit unit;
      unit.ends_in_joiner = cls == ZWJ;
      if (joins) cls = AL;  // LB10
      unit.cls = cls;
      unit.begin = at;
      unit.visible = cls == SP && before != nullptr ? before->visible : units.size();
      unit.number = number_state(before, cls);
      unit.odd_regional = cls == RI && !(before != nullptr && before->odd_regional);
      units.push_back(unit);
    }
    at += decoded.length;
  }
  return units;
}

/// The text around a place where a line might end.
struct Place {
  Class before, after;
  Class visible;     ///< before the place, spaces left out
  Class second;      ///< before `before`; AL at the start
  Class next;        ///< behind `after`; AL at the end
  const Unit* unit;  ///< of `before`
};

using Verdict = std::optional<bool>;  // true: a break is allowed
constexpr bool allow = true, forbid = false;

/// LB7 to LB18: spaces and what reaches over them. LB4 to LB6 are mandatory and told before.
Verdict around_spaces(const Place& p) {
  if (in(p.after, SP, ZW)) return forbid;                                     // LB7
  if (p.visible == ZW) return allow;                                          // LB8
  if (p.unit->ends_in_joiner) return forbid;                                  // LB8a
  if (p.after == WJ || p.before == WJ) return forbid;                         // LB11
  if (p.before == GL) return forbid;                                          // LB12
  if (p.after == GL && !in(p.before, SP, BA, HY)) return forbid;              // LB12a
  if (in(p.after, CL, EX, IS, SY) || is_cp(p.after)) return forbid;           // LB13
  if (is_op(p.visible)) return forbid;                                        // LB14
  if (p.visible == QU && is_op(p.after)) return forbid;                       // LB15
  if ((p.visible == CL || is_cp(p.visible)) && p.after == NS) return forbid;  // LB16
  if (p.visible == B2 && p.after == B2) return forbid;                        // LB17
  if (p.before == SP) return allow;                                           // LB18
  return std::nullopt;
}

/// LB19 to LB24: quotes, hyphens, and letters beside numbers.
Verdict around_words(const Place& p) {
  if (p.after == QU || p.before == QU) return forbid;                             // LB19
  if (p.after == CB || p.before == CB) return allow;                              // LB20
  if (in(p.after, BA, HY, NS) || p.before == BB) return forbid;                   // LB21
  if (p.second == HL && in(p.before, HY, BA)) return forbid;                      // LB21a
  if (p.before == SY && p.after == HL) return forbid;                             // LB21b
  if (p.after == IN) return forbid;                                               // LB22
  if (is_letter(p.before) && p.after == NU) return forbid;                        // LB23
  if (p.before == NU && is_letter(p.after)) return forbid;                        // LB23
  if (p.before == PR && (is_id(p.after) || in(p.after, EB, EM))) return forbid;   // LB23a
  if ((is_id(p.before) || in(p.before, EB, EM)) && p.after == PO) return forbid;  // LB23a
  if (in(p.before, PR, PO) && is_letter(p.after)) return forbid;                  // LB24
  if (is_letter(p.before) && in(p.after, PR, PO)) return forbid;                  // LB24
  return std::nullopt;
}

/// LB25 as in example 7: (PR|PO)? (OP|HY)? NU (NU|SY|IS)* (CL|CP)? (PR|PO)? is never broken.
Verdict around_numbers(const Place& p) {
  const bool opens = is_op(p.after) || p.after == HY;
  if (in(p.before, PR, PO) && (p.after == NU || (opens && p.next == NU))) return forbid;
  if ((is_op(p.before) || p.before == HY) && p.after == NU) return forbid;
  if (p.unit->number == Unit::Number::digits && in(p.after, NU, PO, PR)) return forbid;
  if (p.unit->number == Unit::Number::closed && in(p.after, PO, PR)) return forbid;
  return std::nullopt;
}

/// LB26 to LB31: Korean, letters, brackets beside words, flags and emoji.
bool around_letters(const Place& p) {
  if (p.before == JL && in(p.after, JL, JV, H2, H3)) return forbid;             // LB26
  if (in(p.before, JV, H2) && in(p.after, JV, JT)) return forbid;               // LB26
  if (in(p.before, JT, H3) && p.after == JT) return forbid;                     // LB26
  if (in(p.before, JL, JV, JT, H2, H3) && p.after == PO) return forbid;         // LB27
  if (p.before == PR && in(p.after, JL, JV, JT, H2, H3)) return forbid;         // LB27
  if (is_letter(p.before) && is_letter(p.after)) return forbid;                 // LB28
  if (p.before == IS && is_letter(p.after)) return forbid;                      // LB29
  if ((is_letter(p.before) || p.before == NU) && p.after == OP) return forbid;  // LB30
  if (p.before == CP && (is_letter(p.after) || p.after == NU)) return forbid;   // LB30
  if (p.after == RI && p.unit->odd_regional) return forbid;                     // LB30a
  if (in(p.before, EB, IDpict) && p.after == EM) return forbid;                 // LB30b
  return allow;                                                                 // LB31
}

BreakKind break_before(const std::vector<Unit>& units, std::size_t i) {
  const Class before = units[i - 1].cls, after = units[i].cls;
  if (before == AL && after == AL) return BreakKind::none;  // LB28 as a rule, before which only LB8a could come in
  if (before == CR && after == LF) return BreakKind::none;  // LB5
  if (is_hard(before)) return BreakKind::mandatory;         // LB4, LB5
  if (is_hard(after)) return BreakKind::none;               // LB6
  if (after == SP) return BreakKind::none;                  // LB7
  if (before == AL && after == AL) return BreakKind::none;  // LB28: no rule before it allows a break between letters
  const Unit& visible = units[units[i - 1].visible];
  if (before == SP && after == AL && visible.cls == AL) return BreakKind::allowed;  // LB18: between two words
  const Place place{
      before,       after, visible.cls, i >= 2 ? units[i - 2].cls : AL, i + 1 < units.size() ? units[i + 1].cls : AL,
      &units[i - 1]};
  Verdict verdict = around_spaces(place);
  if (!verdict) verdict = around_words(place);
  if (!verdict) verdict = around_numbers(place);
  return verdict.value_or(around_letters(place)) ? BreakKind::allowed : BreakKind::none;
}

}  // namespace

std::vector<BreakKind> break_opportunities(std::string_view text) {
  std::vector<BreakKind> breaks(text.size(), BreakKind::none);
  const auto units = units_of(text);
  for (std::size_t i = 1; i < units.size(); ++i) breaks[units[i].begin] = break_before(units, i);
  return breaks;
}

}  // namespace readout::text
