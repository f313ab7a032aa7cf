#include "text/isolates.hpp"

#include <fribidi.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "text/characters.hpp"
#include "text/measures.hpp"

namespace readout::text {
namespace {

constexpr char32_t hole = 0xFFFC;  // an isolate that is there already: neutral to what is around it

/// The direction of letters. Arabic commas, semicolons and question marks end Latin words as letters do: what stands
/// behind one is another thing of a list.
std::optional<Direction> strong(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= U'a' && (c | 0x20) <= U'z' ? std::optional(Direction::ltr) : std::nullopt;
  if (c == 0x060C || c == 0x061B || c == 0x061F) return Direction::rtl;
  const FriBidiCharType type = fribidi_get_bidi_type(c);
  if (!FRIBIDI_IS_STRONG(type) || !FRIBIDI_IS_LETTER(type)) return std::nullopt;
  return FRIBIDI_IS_RTL(type) ? Direction::rtl : Direction::ltr;
}

/// Quotes and brackets of a text as they are met: what is open, and what closes that was not opened.
class Pairs {
 public:
  void meet(char32_t c) {
    if (!open_.empty() && closes(open_.back(), c)) open_.pop_back();
    else if (openings.find(c) != std::u32string_view::npos) open_.push_back(c);
    else if (closings.find(c) != std::u32string_view::npos) closed_.push_back(c);
  }
  [[nodiscard]] bool even() const { return open_.empty() && taken_ == closed_.size(); }
  bool take_after(char32_t c) {
    if (open_.empty() || !closes(open_.back(), c)) return false;
    open_.pop_back();
    return true;
  }
  bool take_before(char32_t c) {
    if (taken_ == closed_.size() || !closes(c, closed_[taken_])) return false;
    ++taken_;
    return true;
  }

 private:
  static constexpr std::u32string_view openings = U"([{\u00AB\u2039\u201C\u2018";
  static constexpr std::u32string_view closings = U")]}\u00BB\u203A\u201D";  // not ’, which is an apostrophe as well

  static bool closes(char32_t opening, char32_t c) {
    if (opening == 0x2018) return c == 0x2019;
    const std::size_t at = openings.find(opening);
    return at < closings.size() && closings[at] == c;
  }

  std::u32string open_, closed_;
  std::size_t taken_ = 0;  ///< of closed_, from its start: by what was met before it
};

/// Letters of one direction, from the first to the last of them before one of the other.
struct Phrase {
  std::size_t begin = 0, end = 0;
};

std::vector<Phrase> phrases_in(std::u32string_view text, Direction direction) {
  std::vector<Phrase> out;
  bool open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto letter = strong(text[i]);
    if (!letter) continue;
    if (*letter != direction) {
      open = false;
    } else if (open) {
      out.back().end = i + 1;
    } else if (text[i] != 0x060C && text[i] != 0x061B && text[i] != 0x061F) {
      out.push_back({i, i + 1});
      open = true;
    }
  }
  return out;
}

constexpr bool stands_before_words(char32_t c) { return c == U'@' || c == U'#'; }
constexpr bool stands_behind_words(char32_t c) {
  return c == 0x00A9 || c == 0x00AE || c == 0x2117 || c == 0x2120 || c == 0x2122;
}
constexpr bool is_between_figures(char32_t c) { return c == U'/' || c == U'.' || c == U',' || c == U'-' || c == U'_'; }

/// Behind the marks of the last letter and the figures that go on, also after a blank, for numbers behind Latin words
/// belong to them (W7): “Vision” 2030, COVID-19.
std::size_t with_numbers(std::u32string_view text, std::size_t end) {
  const auto is_figure = [&](std::size_t i) { return i < text.size() && is_western_figure(text[i]); };
  const auto goes_on = [&](char32_t c) { return is_single_blank(c) || is_between_figures(c); };
  while (end < text.size() && (is_figure(end) || is_mark(text[end]) || (goes_on(text[end]) && is_figure(end + 1))))
    ++end;
  return end;
}

/// Latin words with the signs that touch them, which the Arabic around would take: "@Ministry", "3M™"; nullopt: none
/// does.
std::optional<Phrase> with_signs(std::u32string_view text, Phrase phrase) {
  while (phrase.begin > 0 && is_western_figure(text[phrase.begin - 1])) --phrase.begin;
  phrase.end = with_numbers(text, phrase.end);
  const bool before = phrase.begin > 0 && stands_before_words(text[phrase.begin - 1]);
  const bool behind = phrase.end < text.size() && stands_behind_words(text[phrase.end]);
  if (!before && !behind) return std::nullopt;
  return Phrase{phrase.begin - std::size_t{before}, phrase.end + std::size_t{behind}};
}

/// The words with the mates of their quotes and brackets; nullopt: they have all of theirs, or these stand elsewhere.
std::optional<Phrase> with_mates(std::u32string_view text, Phrase phrase) {
  Pairs pairs;
  for (std::size_t i = phrase.begin; i < phrase.end; ++i) pairs.meet(text[i]);
  if (pairs.even()) return std::nullopt;
  const auto blank = [&](std::size_t i) {
    return i < text.size() && is_single_blank(text[i]) && text[i] != U' ' ? 1U : 0U;
  };
  for (std::size_t next = phrase.end + blank(phrase.end); next < text.size() && pairs.take_after(text[next]);
       next = phrase.end + blank(phrase.end))
    phrase.end = next + 1;
  while (phrase.begin > 0) {
    const std::size_t gap = blank(phrase.begin - 1);
    if (phrase.begin <= gap || !pairs.take_before(text[phrase.begin - 1 - gap])) break;
    phrase.begin -= 1 + gap;
  }
  return pairs.even() ? std::optional(phrase) : std::nullopt;
}

/// The text of one direction: of the paragraph without what is isolated in it, or of an isolate.
class Context {
 public:
  Context(std::u32string text, std::vector<std::size_t> places, Direction direction, std::vector<Isolate>& out)
      : text_(std::move(text)), places_(std::move(places)), direction_(direction), out_(out) {}

  void find() {
    if (direction_ == Direction::ltr) return find_in_left_to_right();
    find_units(0, text_.size());
    bool isolated = false;
    for (const Phrase& phrase : phrases_in(text_, Direction::ltr)) {
      const auto marked = with_signs(text_, phrase);
      const auto mated = with_mates(text_, marked.value_or(phrase));
      const auto& whole = mated ? mated : marked;
      if (!whole) continue;
      take(whole->begin, with_numbers(text_, whole->end), {0, 0, Isolation::ltr});
      isolated = true;
    }
    if (isolated)
      find_units(0, text_.size());  // letters that are isolated do not reach the numbers behind them any more
  }

 private:
  void find_in_left_to_right() {
    for (Phrase phrase : phrases_in(text_, Direction::rtl)) {
      if (const auto whole = with_mates(text_, phrase)) add(whole->begin, whole->end, {0, 0, Isolation::rtl});
      find_units(phrase.begin, phrase.end);
    }
  }

  /// What is isolated is no word of a phrase any more.
  void take(std::size_t begin, std::size_t end, const Isolate& isolate) {
    add(begin, end, isolate);
    std::fill(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(end),
              hole);
  }

  void find_units(std::size_t begin, std::size_t end) {
    const std::u32string_view text = std::u32string_view(text_).substr(0, end);
    bool after_latin = false;
    for (std::size_t i = begin; i < end;) {
      if (const auto letter = strong(text[i])) after_latin = *letter == Direction::ltr;
      if (after_latin) {
        ++i;
        continue;
      }
      const Measure measure = measure_at(text, i);
      if (measure.is_unit) take(i, measure.end, {0, 0, Isolation::ltr, true});
      i = measure.end;
    }
  }

  void add(std::size_t begin, std::size_t end, Isolate isolate) {
    isolate.begin = places_[begin];
    isolate.end = places_[end - 1] + 1;
    out_.push_back(isolate);
  }

  std::u32string text_;
  std::vector<std::size_t> places_;  ///< of each character, in the paragraph
  Direction direction_;
  std::vector<Isolate>& out_;
};

/// P2 and P3, within an isolate.
Direction direction_of(std::u32string_view text, const Isolate& isolate) {
  if (isolate.how != Isolation::first_strong) return isolate.how == Isolation::rtl ? Direction::rtl : Direction::ltr;
  for (const char32_t c : text.substr(isolate.begin, isolate.end - isolate.begin))
    if (const auto letter = strong(c)) return *letter;
  return Direction::ltr;
}

void find_in(std::u32string_view text, std::size_t begin, std::size_t end, Direction direction,
             const std::vector<Isolate>& inside, std::vector<Isolate>& out) {
  std::u32string seen;
  std::vector<std::size_t> places;
  auto isolate = inside.begin();
  for (std::size_t i = begin; i < end; ++i) {
    const bool here = isolate != inside.end() && isolate->begin == i;
    seen += here ? hole : text[i];
    places.push_back(i);
    if (here) i = (isolate++)->end - 1;
  }
  Context(std::move(seen), std::move(places), direction, out).find();
}

bool has_rtl(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= 0x0590 && strong(c) == Direction::rtl; });
}

}  // namespace

std::vector<Isolate> with_own_isolates(std::u32string_view text, Direction direction,
                                       const std::vector<Isolate>& given) {
  std::vector<Isolate> out = given;
  if (direction == Direction::ltr && !has_rtl(text)) return out;
  find_in(text, 0, text.size(), direction, given, out);
  for (const Isolate& isolate : given) find_in(text, isolate.begin, isolate.end, direction_of(text, isolate), {}, out);
  std::stable_sort(out.begin(), out.end(), [](const Isolate& a, const Isolate& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  return out;
}

}  // namespace readout::text
