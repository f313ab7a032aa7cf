#include "text/measures.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "text/symbols.hpp"

namespace readout::text {
namespace {

constexpr bool is_arabic_indic(char32_t c) { return c >= 0x0660 && c <= 0x0669; }
constexpr bool is_any_figure(char32_t c) { return is_western_figure(c) || is_arabic_indic(c); }
constexpr bool is_number_hyphen(char32_t c) { return c == U'-' || c == 0x2010 || c == 0x2011; }
constexpr bool is_sign(char32_t c) { return c == U'+' || c == U'-' || c == 0x00B1 || c == 0x2212; }
constexpr bool is_currency(char32_t c) {
  return c == U'$' || (c >= 0x00A2 && c <= 0x00A5) || (c >= 0x20A0 && c <= 0x20CF);
}
constexpr bool is_unit_letter(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == 0x00B5 ||
         (c >= 0x00C0 && c <= 0x024F && c != 0x00D7 && c != 0x00F7);
}
constexpr bool is_small_unit_letter(char32_t c) { return (c >= U'a' && c <= U'z') || c == 0x00B5; }
/// Inside one number, where UAX #9 keeps it together (class CS).
constexpr bool joins_figures(char32_t c) {
  return c == U'.' || c == U',' || c == U'/' || c == U':' || c == 0x066B || c == 0x066C;
}

/// The figures between two blanks or hyphens.
struct Group {
  std::size_t begin = 0, end = 0;
  std::size_t figures = 0;
  bool plain = true;        ///< figures alone
  char32_t before = 0;      ///< what joins it to the group before
  std::uint64_t value = 0;  ///< of plain ones, as far as it matters

  [[nodiscard]] bool is_year() const {
    return plain && figures == 4 && ((value >= 1400 && value < 1500) || (value >= 1900 && value < 2100));
  }
};

class Reader {
 public:
  Reader(std::u32string_view text, std::size_t at) : text_(text), at_(at) {}

  /// "(974) 44-1234"
  Measure read_bracketed() {
    constexpr std::size_t longest_code = 5;
    const std::size_t begin = at_;
    for (++at_; is_western_figure(peek()) || (peek() == U'+' && at_ == begin + 1);) ++at_;
    const std::size_t code = at_ - begin - 1;
    if (code == 0 || code > longest_code || peek() != U')') return {begin + 1, false};
    at_ += 1 + std::size_t{is_single_blank(peek(1))};
    if (!is_western_figure(peek())) return {begin + 1, false};
    read_groups();
    const bool plain = std::all_of(groups_.begin(), groups_.end(), [](const Group& group) { return group.plain; });
    if (!plain || code + figures() < 7 || code + figures() > 15) return {begin + 1, false};
    at_ = groups_.back().end;
    read_extension();
    return {at_, true};
  }

  Measure read() {
    const std::size_t begin = at_;
    read_signs();
    if (!is_any_figure(peek()) || !may_begin(begin)) return {begin + 1, false};
    read_groups();
    // A right-to-left mark that is typed before the number asks for what UAX #9 makes of it.
    if (before(begin) == 0x200F || before(begin) == 0x061C) return {at_, false};
    if (const bool one = signed_ || money_ ? is_signed_unit() : are_one_number(); one) {
      at_ = groups_.back().end;
      read_measure();
      if (money_) read_upper_bound();
      return {at_, true};
    }
    return read_simple();
  }

 private:
  [[nodiscard]] char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
  }
  [[nodiscard]] char32_t before(std::size_t place) const { return place > 0 ? text_[place - 1] : U' '; }

  /// A sign after a letter or a figure parts two things ("5-7", COVID-19 in Arabic letters); a right-to-left mark that
  /// is typed before the number asks for what UAX #9 makes of it.
  [[nodiscard]] bool may_begin(std::size_t begin) const {
    if (begin == 0) return true;
    const char32_t c = before(begin);
    constexpr std::u32string_view openings = U"([{:=\"'\u00AB\u2018\u201C\u060C\u200F\u061C\uFFFC";
    if (signed_ || money_)
      return is_single_blank(c) || openings.find(c) != std::u32string_view::npos || is_joined_word(begin - 1);
    return !is_any_figure(c) && !is_unit_letter(c) &&
           !(joins_figures(c) && begin > 1 && is_any_figure(text_[begin - 2]));
  }

  /// "و", "بـ" and the like, which are written on what follows.
  [[nodiscard]] bool is_joined_word(std::size_t place) const {
    constexpr std::u32string_view joined = U"\u0648\u0641\u0628\u0644\u0643";
    const std::size_t letter = text_[place] == 0x0640 && place > 0 ? place - 1 : place;
    return joined.find(text_[letter]) != std::u32string_view::npos && is_single_blank(before(letter));
  }

  void read_signs() {
    for (int i = 0; i < 2; ++i) {
      if (!signed_ && is_sign(peek())) signed_ = true, plus_ = peek() == U'+';
      else if (!money_ && is_currency(peek())) money_ = true;
      else return;
      ++at_;
    }
  }

  void read_group(char32_t joint) {
    Group group;
    group.begin = at_;
    group.before = joint;
    for (; is_any_figure(peek()) || (joins_figures(peek()) && is_any_figure(peek(1))); ++at_) {
      if (!is_any_figure(peek())) {
        group.plain = false;
        continue;
      }
      ++group.figures;
      if (group.figures < 18) group.value = group.value * 10 + (peek() & 0xF);
    }
    group.end = at_;
    groups_.push_back(group);
  }

  /// More than a telephone number has are a list.
  void read_groups() {
    constexpr std::size_t most = 8;
    read_group(0);
    read_trunk_zero();
    while (groups_.size() <= most && (is_single_blank(peek()) || is_number_hyphen(peek())) && is_any_figure(peek(1)) &&
           is_western_figure(peek(1)) == is_western_figure(text_[groups_[0].begin])) {
      const char32_t joint = peek();
      ++at_;
      read_group(joint);
    }
    if (groups_.size() > most) groups_.resize(1);
  }

  /// "+962 (0)6 573 5150"
  void read_trunk_zero() {
    if (!plus_) return;
    const std::size_t gap = gap_here();
    if (text_.substr(std::min(at_ + gap, text_.size())).starts_with(U"(0)")) {
      const std::size_t end = gap + 3 + std::size_t{is_single_blank(peek(gap + 3))};
      if (!is_western_figure(peek(end))) return;
      at_ += end;
      read_group(U' ');
    }
  }

  [[nodiscard]] std::size_t figures() const {
    std::size_t count = 0;
    for (const Group& group : groups_) count += group.figures;
    return count;
  }
  [[nodiscard]] bool joined_by_blanks() const {
    return std::all_of(groups_.begin() + 1, groups_.end(),
                       [](const Group& group) { return is_single_blank(group.before); });
  }
  /// "1 200 000"
  [[nodiscard]] bool are_thousands() const {
    return groups_.size() > 1 && groups_[0].plain && groups_[0].figures <= 3 && joined_by_blanks() &&
           std::all_of(groups_.begin() + 1, groups_.end(), [](const Group& group) { return group.figures == 3; });
  }
  /// "011-4055000", "13 889 0700", "2027-06-30"; not "2024-2025" or "في 2026 1500 وفد".
  [[nodiscard]] bool are_one_number() const {
    if (groups_.size() < 2 || are_years()) return false;
    if (are_thousands()) return true;
    const bool plain = std::all_of(groups_.begin(), groups_.end(), [](const Group& group) { return group.plain; });
    if (!plain || figures() < 7 || figures() > 15) return false;
    if (groups_.size() > 2) return figures() > 2 * groups_.size() || is_zero(groups_[0].begin) || !ascend();
    if (joined_by_blanks()) return !groups_[0].is_year() && !groups_[1].is_year();
    const bool ascends = groups_[0].value < groups_[1].value;
    return !ascends || is_zero(groups_[0].begin);
  }
  [[nodiscard]] bool are_years() const {
    return std::all_of(groups_.begin(), groups_.end(), [](const Group& group) { return group.is_year(); });
  }
  /// "10 11 12 13"
  [[nodiscard]] bool ascend() const {
    return std::adjacent_find(groups_.begin(), groups_.end(),
                              [](const Group& a, const Group& b) { return a.value >= b.value; }) == groups_.end();
  }
  [[nodiscard]] bool is_zero(std::size_t place) const { return text_[place] == U'0' || text_[place] == 0x0660; }

  /// Of Arabic-Indic figures the sign of a quantity stands before it as it is read, at the right; that of a telephone
  /// number at its left.
  bool is_signed_unit() {
    const bool phone = plus_ && figures() >= 7;
    const bool western = is_western_figure(text_[groups_[0].begin]);
    if (!phone && !western && !money_) return false;
    if (!phone && !are_thousands()) groups_.resize(1);
    return true;
  }

  /// A number by itself, or a range of which words of the other script are the unit: "5-7 MW".
  Measure read_simple() {
    const std::size_t first = groups_[0].end;
    const bool range = groups_.size() == 2 && is_number_hyphen(groups_[1].before);
    if (range) {
      at_ = groups_[1].end;
      if (read_words()) return {at_, true};
    }
    at_ = first;
    if (range_goes_on() && read_words()) return {at_, true};
    at_ = first;
    const bool is_unit = read_measure();
    return {at_, is_unit};
  }
  /// "5–7 MW" with a dash.
  bool range_goes_on() {
    if (peek() != 0x2013 || !is_western_figure(peek(1))) return false;
    ++at_;
    read_group(0x2013);
    return true;
  }

  bool read_measure() {
    const bool product = read_factors();
    if (money_) read_scale();
    if (read_extension() || read_degrees() || read_percent() || read_price()) return true;
    if (!read_words()) return product;
    read_offset();
    read_price();  // "12 million $/year"
    return true;
  }

  /// "€1.4bn", "$2.5M": letters that touch the figures of a sum.
  void read_scale() {
    while (is_unit_letter(peek())) ++at_;
  }
  /// The rest of "$5m–$10m" or "€1.4-1.6bn": what parts two sums, or a sum and a number, has no side of its own.
  bool read_upper_bound() {
    if (peek() != 0x2013 && !is_number_hyphen(peek())) return false;
    const std::size_t sign = std::size_t{is_currency(peek(1))};
    if (!is_western_figure(peek(1 + sign))) return false;
    at_ += 1 + sign;
    read_group(0x2013);
    read_measure();
    return true;
  }
  /// "+3", "-04:30" behind "14:30 GMT"
  void read_offset() {
    const std::u32string_view seen = text_.substr(0, at_);
    if (!seen.ends_with(U" GMT") && !seen.ends_with(U" UTC")) return;
    if (!is_sign(peek()) || !is_western_figure(peek(1))) return;
    ++at_;
    read_group(0);
  }

  /// 1 before a blank
  [[nodiscard]] std::size_t gap_here() const { return is_single_blank(peek()) ? 1 : 0; }

  /// "4×100", "210 × 297 × 30"
  bool read_factors() {
    constexpr char32_t times = 0x00D7;
    const std::size_t begin = at_;
    for (std::size_t gap = gap_here(); is_western_figure(before(at_)) && peek(gap) == times; gap = gap_here()) {
      const std::size_t factor = gap + 1 + std::size_t{is_single_blank(peek(gap + 1))};
      if (!is_western_figure(peek(factor))) break;
      at_ += factor;
      read_group(times);
    }
    return at_ > begin;
  }
  /// "ext. 12" after a telephone number; without the dot they are words as others are.
  bool read_extension() {
    constexpr std::u32string_view word = U"ext.";
    const std::size_t gap = gap_here();
    if (gap == 0 || !text_.substr(at_ + gap).starts_with(word)) return false;
    const std::size_t number = gap + word.size() + std::size_t{is_single_blank(peek(gap + word.size()))};
    if (!is_western_figure(peek(number))) return false;
    for (at_ += number; is_western_figure(peek());) ++at_;
    return true;
  }
  /// What a sum is for: "12 €/MWh", "1,200 US$/t", and "/kWh" where the sign stands before the figures.
  bool read_price() {
    constexpr std::size_t longest_country = 2;  // "US$"
    if (!is_western_figure(before(at_)) && !is_unit_letter(before(at_))) return false;
    std::size_t slash = 0;
    if (!money_) {
      slash = gap_here();
      while (slash <= longest_country && peek(slash) >= U'A' && peek(slash) <= U'Z') ++slash;
      if (!is_currency(peek(slash++))) return false;
    }
    if (peek(slash) != U'/' || !is_unit_letter(peek(slash + 1))) return false;
    at_ = end_of_word(at_ + slash + 1);
    return true;
  }

  /// "%" beside the number or after a blank; only of Western figures (CLDR: of Arabic-Indic ones it stands at the
  /// left).
  bool read_percent() {
    if (!is_western_figure(before(at_))) return false;
    const std::size_t gap = gap_here();
    if (peek(gap) != U'%' && peek(gap) != 0x2030) return false;
    at_ += gap + 1;
    return true;
  }
  /// "65 °C" of any figures, "15°" of Western ones.
  bool read_degrees() {
    const std::size_t gap = gap_here();
    if (peek(gap) != 0x00B0 && peek(gap) != 0x2103) return false;
    const bool scale = peek(gap) == 0x2103 || is_unit_letter(peek(gap + 1));
    if (!scale && !is_western_figure(before(at_))) return false;
    at_ += gap + 1;
    while (is_unit_letter(peek())) ++at_;
    return true;
  }
  /// "MW", "million US dollars": a unit or a small letter begins them, for a name may be of something else ("in 2026
  /// Qatar").
  bool read_words() {
    if (!is_western_figure(before(at_)) || !is_single_blank(peek())) return false;
    const std::size_t end = end_of_word(at_ + 1);
    if (!begins_words(text_.substr(at_ + 1, end - at_ - 1))) return false;
    at_ = end;
    while ((is_single_blank(peek()) || is_number_hyphen(peek())) &&
           (is_unit_letter(peek(1)) || is_western_figure(peek(1))))
      at_ = end_of_word(at_ + 1);
    return true;
  }
  [[nodiscard]] std::size_t end_of_word(std::size_t from) const {
    const auto belongs = [&](std::size_t place) {
      const char32_t c = text_[place];
      const bool inner = (c == U'/' || c == U'.' || c == U',' || c == U'\'' || c == 0x2019) &&
                         place + 1 < text_.size() &&
                         (is_unit_letter(text_[place + 1]) || is_western_figure(text_[place + 1]));
      return is_unit_letter(c) || is_western_figure(c) || c == 0x00B2 || c == 0x00B3 || inner;
    };
    while (from < text_.size() && belongs(from)) ++from;
    return from;
  }
  [[nodiscard]] bool begins_words(std::u32string_view word) const {
    if (word.empty() || !is_unit_letter(word.front())) return false;
    if (is_small_unit_letter(word.front())) return true;
    const std::string bytes = utf8::from_utf32(word);
    return unit_symbol(bytes) != UnitSymbol::none || is_currency_code(bytes) || bytes == "GMT" || bytes == "UTC" ||
           (is_prefixed_unit(bytes) && !groups_.back().is_year());
  }

  std::u32string_view text_;
  std::size_t at_;
  std::vector<Group> groups_;
  bool signed_ = false, plus_ = false, money_ = false;
};

}  // namespace

Measure measure_at(std::u32string_view text, std::size_t at) {
  const char32_t c = text[at];
  if (c == U'(') return Reader(text, at).read_bracketed();
  if (!is_any_figure(c) && !is_sign(c) && !is_currency(c)) return {at + 1, false};
  return Reader(text, at).read();
}

}  // namespace readout::text
