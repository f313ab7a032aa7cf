#include "compose/quotes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "compose/script.hpp"

namespace readout::compose {
namespace {

constexpr char32_t object = 0xFFFC;  // a reference, in the place of its words

enum class Sign { none, open, close, inner_open, inner_close, apostrophe };

std::string_view word_of(Sign sign) {
  switch (sign) {
    case Sign::none: break;
    case Sign::open: return "quote.open";
    case Sign::close: return "quote.close";
    case Sign::inner_open: return "quote.inner_open";
    case Sign::inner_close: return "quote.inner_close";
    case Sign::apostrophe: return "quote.apostrophe";
  }
  return "";
}

bool is_mark(char32_t c) { return (c >= 0x300 && c <= 0x36F) || (c >= 0x64B && c <= 0x65F) || c == 0x670; }
bool is_letter(char32_t c) { return script_of(c) != Script::neutral || is_mark(c) || c == object; }
bool is_alnum(char32_t c) { return is_letter(c) || is_digit(c); }
bool is_arabic(char32_t c) { return script_of(c) == Script::arabic || (c >= 0x64B && c <= 0x65F); }
bool is_blank(char32_t c) {
  return c == 0 || c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x202F || (c >= 0x2000 && c <= 0x200B);
}
/// Marks of direction are not seen.
bool is_unseen(char32_t c) {
  return c == 0x200E || c == 0x200F || c == 0x61C || (c >= 0x2066 && c <= 0x2069) || c == 0x2060;
}
bool opens(char32_t c) {
  return std::u32string_view(U"([{\u201C\u201E\u201A\u2018\u00AB\u2039\u00BF\u00A1").find(c) !=
         std::u32string_view::npos;
}
bool closes(char32_t c) {
  constexpr std::u32string_view signs = U")]}.,;:!?\u2026\u201D\u2019\u00BB\u203A\u060C\u061B\u061F\u06D4";
  return signs.find(c) != std::u32string_view::npos;
}

/// A paragraph's characters, and which of them are straight quotes to be curled.
struct Characters {
  std::u32string text;
  std::vector<bool> straight;  ///< written with a backslash
};

/// The first character of a language's quote that is no blank: « of "«\u202F".
char32_t mark_of(const model::Words& words, std::string_view name) {
  for (const char32_t c : utf8::to_utf32(words.at(name)))
    if (!is_blank(c)) return c;
  return 0;
}

/// The reading of all straight quotes of a paragraph, from its start to its end.
class Reading {
 public:
  Reading(const Characters& characters, const model::Words& words)
      : text_(characters.text),
        signs_(text_.size(), Sign::none),
        typed_open_(mark_of(words, "quote.open")),
        typed_close_(mark_of(words, "quote.close")) {
    for (std::size_t i = 0; i < text_.size(); ++i)
      if ((text_[i] == U'"' || text_[i] == U'\'') && !characters.straight[i]) quotes_.push_back(i);
    is_quote_.resize(text_.size());
    for (const std::size_t at : quotes_) is_quote_[at] = true;
    find_neighbours();
  }

  std::vector<Sign> run() {
    for (next_ = 0; next_ < quotes_.size(); ++next_) {
      const std::size_t at = quotes_[next_];
      count_typed(at);
      signs_[at] = text_[at] == U'"' ? outer(at) : inner(at);
    }
    return std::move(signs_);
  }

 private:
  enum class Side { edge, bracket, words };
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Neighbours {
    std::uint32_t before = none, after = none, plain_before = none, plain_after = none;
  };

  // ---- the sides of a sign

  /// Each place's neighbours: those that are seen, and those that are no quote either.
  void find_neighbours() {
    const auto size = static_cast<std::uint32_t>(text_.size());
    neighbours_.resize(size);
    std::uint32_t seen = none, plain = none;
    for (std::uint32_t i = 0; i < size; ++i) {
      neighbours_[i].before = seen;
      neighbours_[i].plain_before = plain;
      if (is_unseen(text_[i])) continue;
      seen = i;
      if (!is_quote_[i]) plain = i;
    }
    seen = plain = none;
    for (std::uint32_t i = size; i-- > 0;) {
      neighbours_[i].after = seen;
      neighbours_[i].plain_after = plain;
      if (is_unseen(text_[i])) continue;
      seen = i;
      if (!is_quote_[i]) plain = i;
    }
  }
  [[nodiscard]] char32_t character(std::uint32_t at) const { return at == none ? 0 : text_[at]; }
  [[nodiscard]] char32_t before(std::size_t at) const { return character(neighbours_[at].before); }
  [[nodiscard]] char32_t after(std::size_t at) const { return character(neighbours_[at].after); }

  /// Before a sign whose neighbour to the left has been read.
  [[nodiscard]] Side left(std::size_t at) const {
    const std::uint32_t beside = neighbours_[at].before;
    const char32_t c = character(beside);
    if (is_blank(c)) return Side::edge;
    const bool open = is_quote_[beside] && (signs_[beside] == Sign::open || signs_[beside] == Sign::inner_open);
    return open || opens(c) ? Side::bracket : Side::words;
  }
  [[nodiscard]] Side right(std::size_t at) const {
    const char32_t c = character(neighbours_[at].plain_after);
    return is_blank(c) ? Side::edge : closes(c) ? Side::bracket : Side::words;
  }
  /// Before a sign that comes later: a quote there has not been read, and counts by what stands before it.
  [[nodiscard]] Side left_unread(std::size_t at) const {
    const char32_t c = character(neighbours_[at].plain_before);
    return is_blank(c) ? Side::edge : opens(c) ? Side::bracket : Side::words;
  }

  // ---- the sign "

  Sign outer(std::size_t at) {
    const Side l = left(at), r = right(at);
    bool open = false;
    // Between a blank and a mark, "word ", it closes what is open: the blank was typed as French has it.
    if (l != Side::words) open = (r != Side::edge && (l != Side::edge || r != Side::bracket)) || outer_open_ == 0;
    else if (r == Side::words) open = follows_elision(at) || may_open_outer(at);
    if (outer_open_ == 0) within_typed_ = typed_depth_ > 0;
    if (!open && outer_open_ > 0) --outer_open_;
    const bool within = within_typed_ || outer_open_ > 0;  // the same sign typed inside itself is the inner one
    if (open) ++outer_open_;
    if (within) return open ? Sign::inner_open : Sign::inner_close;
    return open ? Sign::open : Sign::close;
  }
  /// l'"Europe": whatever else is open.
  [[nodiscard]] bool follows_elision(std::size_t at) const {
    const std::uint32_t beside = neighbours_[at].before;
    return beside != none && text_[beside] == U'\'' && signs_[beside] == Sign::apostrophe;
  }
  /// Follows the outer quotes that are typed as they are printed, up to a straight one: that one is inside them.
  void count_typed(std::size_t end) {
    for (; typed_until_ < end && typed_open_ != typed_close_; ++typed_until_) {
      if (text_[typed_until_] == typed_open_) ++typed_depth_;
      if (text_[typed_until_] == typed_close_ && typed_depth_ > 0) --typed_depth_;
    }
  }
  /// Between words: opens what another closes, when nothing is open.
  [[nodiscard]] bool may_open_outer(std::size_t at) const {
    return outer_open_ == 0 && !is_digit(before(at)) && another_follows(U'"');
  }
  [[nodiscard]] bool another_follows(char32_t sign) const {
    return std::any_of(quotes_.begin() + static_cast<std::ptrdiff_t>(next_) + 1, quotes_.end(),
                       [&](std::size_t q) { return text_[q] == sign; });
  }

  // ---- the sign '

  Sign inner(std::size_t at) {
    const Side l = left(at), r = right(at);
    if (l == Side::words && r == Side::words) return inside(at);
    if (l == Side::words) return end(at);
    if (r == Side::edge) return inner_open_ ? close() : open();
    if (is_year(at) || is_clitic(at)) return Sign::apostrophe;
    return closes_next() ? open() : Sign::apostrophe;
  }
  Sign inside(std::size_t at) {
    const char32_t l = before(at), r = after(at);
    const bool arabic = is_arabic(l) || is_arabic(r);
    if (is_alnum(l) && is_alnum(r) && !arabic) return Sign::apostrophe;
    if (is_elision(at, l)) return Sign::apostrophe;
    if (is_alnum(l) && !arabic) return end(at);
    if (inner_open_) return close();
    if (!is_alnum(l) && is_clitic(at)) return Sign::apostrophe;
    return closes_next() ? open() : end(at);
  }
  /// l'"Europe": the " after it opens.
  [[nodiscard]] bool is_elision(std::size_t at, char32_t l) const {
    const std::uint32_t beside = neighbours_[at].after;
    return is_letter(l) && !is_arabic(l) && beside != none && is_quote_[beside] && text_[beside] == U'"' &&
           (outer_open_ == 0 || is_alnum(after(beside)));
  }
  Sign end(std::size_t at) {
    if (inner_open_) return close();
    return is_alnum(before(at)) && !is_arabic(before(at)) ? Sign::apostrophe : Sign::inner_close;
  }
  Sign open() {
    inner_open_ = true;
    return Sign::inner_open;
  }
  Sign close() {
    inner_open_ = false;
    return Sign::inner_close;
  }

  /// Of the signs ' that follow, the first that may open or close: whether it closes.
  [[nodiscard]] bool closes_next() const {
    for (std::size_t i = next_ + 1; i < quotes_.size(); ++i) {
      const std::size_t at = quotes_[i];
      if (text_[at] != U'\'') continue;
      const Side l = left_unread(at), r = right(at);
      const bool letters = is_alnum(before(at)) && is_alnum(after(at));
      const bool arabic = is_arabic(before(at)) || is_arabic(after(at));
      if (l == Side::words && (r != Side::words || (letters && arabic))) return true;
      if (l == Side::words && letters) continue;
      if (l != Side::words && (is_year(at) || is_clitic(at))) continue;
      return l == Side::words;
    }
    return false;
  }

  /// '90s, '26
  [[nodiscard]] bool is_year(std::size_t at) const {
    const std::u32string_view rest = text_.substr(at + 1, 3);
    const auto digit = [&](std::size_t i) { return i < rest.size() && is_digit(rest[i]); };
    return digit(0) && digit(1) && !digit(2) && (rest.size() < 3 || rest[2] != U'\'');
  }
  /// A short form that always stands with its apostrophe, as a whole word.
  [[nodiscard]] bool is_clitic(std::size_t at) const {
    static constexpr std::array<std::string_view, 9> clitics = {"t", "s", "n", "k", "m", "ns", "tis", "twas", "til"};
    std::string word;
    std::size_t i = at + 1;
    for (; i < text_.size() && is_alnum(text_[i]); ++i) {
      if (text_[i] >= 0x80 || word.size() > 5) return false;
      word += ascii::small(static_cast<char>(text_[i]));
    }
    const bool whole = i >= text_.size() || !is_quote_[i] || text_[i] != U'\'' || word == "n";
    return whole && std::find(clitics.begin(), clitics.end(), word) != clitics.end();
  }

  std::u32string_view text_;
  std::vector<Sign> signs_;
  std::vector<std::size_t> quotes_;  // their places
  std::vector<bool> is_quote_;
  std::vector<Neighbours> neighbours_;
  std::size_t next_ = 0, outer_open_ = 0;
  char32_t typed_open_, typed_close_;
  std::size_t typed_until_ = 0, typed_depth_ = 0;
  bool within_typed_ = false;  // the straight quote that is open, or was last
  bool inner_open_ = false;
};

/// The end of the number that begins at `at`: figures, thousands marks and one decimal point.
std::size_t end_of_number(std::u32string_view text, std::size_t at) {
  bool point = false;
  for (; at < text.size(); ++at) {
    const bool parts = text[at] == U'.' || text[at] == U',' || text[at] == 0x66B || text[at] == 0x66C;
    if (!parts && !is_digit(text[at])) return at;
    if (!parts) continue;
    const bool goes_on = at + 1 < text.size() && is_digit(text[at + 1]);
    if (!goes_on || (text[at] == U'.' && point)) return at;
    point = point || text[at] == U'.';
  }
  return at;
}

bool begins_with_word(std::u32string_view text, std::u32string_view word) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text.starts_with(word) && (text.size() == word.size() || !is_alnum(text[word.size()]));
}

/// True where a text ends in a figure, or in a share, an hour, a day or a measure, of which a hyphen may make a range:
/// "5 -7", "5 % -7 %", "14 h -17 h", "14 May -17 June"; a measure is told by its unit, which comes again in `after`,
/// the text behind the second number: "10 km -12 km", but "from 5 to -7".
bool may_begin_range(std::u32string_view text, std::u32string_view after, const model::Words& words) {
  std::size_t at = text.size();
  while (at > 0 && !is_blank(text[at - 1]) && !is_digit(text[at - 1])) --at;
  const std::u32string_view word = text.substr(at);
  while (at > 0 && is_blank(text[at - 1])) --at;
  if (at == 0 || !is_digit(text[at - 1])) return false;
  if (word.empty() || begins_with_word(after, word)) return true;
  constexpr std::array<std::string_view, 5> others = {"%", "‰", "٪", "h", "Uhr"};
  const std::string name = utf8::from_utf32(word);
  const auto is_in = [&](const auto& list) { return std::find(list.begin(), list.end(), name) != list.end(); };
  return is_in(others) || is_in(words.months) || is_in(words.hijri_months);
}

/// True where a number goes on after a blank, but not by threes as large ones do: "33 1 42 99", of a telephone.
bool goes_on_in_groups(std::u32string_view text, std::size_t at) {
  while (at + 1 < text.size() && is_blank(text[at]) && is_digit(text[at + 1])) {
    const std::size_t begin = ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at - begin != 3) return true;
  }
  return false;
}

/// True where the sign at `before` may begin a number, which ends at `end`: after a blank that parts no range, after an
/// opener, and after the dash of a range ("-5–-2").
bool may_begin_number(std::u32string_view text, const std::vector<Sign>& signs, std::size_t before, std::size_t end,
                      const model::Words& words) {
  while (before > 0 && is_unseen(text[before - 1])) --before;
  if (before == 0) return true;
  const char32_t c = text[before - 1];
  if (!is_blank(c)) {
    const Sign quote = signs[before - 1];
    return opens(c) || quote == Sign::open || quote == Sign::inner_open || c == U'\u2013';
  }
  while (before > 0 && is_blank(text[before - 1])) --before;
  return !may_begin_range(text.substr(0, before), text.substr(end), words);
}

/// True of a hyphen that stands for a minus: at the start of a word that is one number. Not in codes, dates, hours and
/// telephone numbers, nor where what stands before it may begin a range.
bool is_minus(std::u32string_view text, const std::vector<Sign>& signs, std::size_t at, const model::Words& words) {
  if (text[at] != U'-' || at + 1 >= text.size() || !is_digit(text[at + 1])) return false;
  const std::size_t end = end_of_number(text, at + 1);
  if (!may_begin_number(text, signs, at, end, words)) return false;
  if (end == text.size()) return true;
  constexpr std::u32string_view in_codes = U"-/:_@#+*=\\";
  const bool next_number = text[end] == U'.' && end + 1 < text.size() && is_digit(text[end + 1]);
  return !is_letter(text[end]) && in_codes.find(text[end]) == in_codes.npos && !next_number &&
         !goes_on_in_groups(text, end);
}

/// Prepares a French text for its next character: a no-break space before ; : ! ? » and after «, in the place of a
/// blank that stands there. Gives true when it took the character, a blank, over. Times and addresses (14:30, https://)
/// stay.
bool set_french_space(std::string& out, char32_t before, char32_t c, char32_t after) {
  constexpr char32_t thin = 0x202F, full = 0xA0;
  constexpr std::u32string_view high = U";:!?\u00BB", stays = U"([\u00A0\u202F";
  if (before == 0xAB && c != thin && c != full) utf8::append(out, thin);
  if (before == 0xAB) return c == U' ';
  const bool ends = script_of(after) == Script::neutral && !is_digit(after) && after != U'/';
  if (before == 0 || !ends || high.find(c) == high.npos || high.substr(0, 4).find(before) != high.npos ||
      stays.find(before) != stays.npos)
    return false;
  if (before == U' ' && out.ends_with(' ')) out.pop_back();
  utf8::append(out, c == U':' ? full : thin);
  return false;
}

/// Takes a blank off that was typed before a quote which brings its own: « autres » of "autres ".
void take_blanks(std::string& out) {
  for (const std::string_view blank : {" ", "\u00A0", "\u202F"})
    if (out.ends_with(blank)) out.resize(out.size() - blank.size());
}

/// The characters of all pieces, each piece's end among them.
Characters characters_of(const std::vector<QuotedPiece>& paragraph, std::vector<std::size_t>& ends) {
  Characters out;
  for (const QuotedPiece& piece : paragraph) {
    if (piece.text.empty()) {
      out.text += object;
      out.straight.push_back(false);
    }
    std::size_t next = 0;  // of those that stay straight
    for (std::size_t i = 0; i < piece.text.size();) {
      const auto [c, length] = utf8::decode(piece.text, i);
      const bool stays = piece.straight && next < piece.straight->size() && (*piece.straight)[next] == i;
      if (stays) ++next;
      out.text += c;
      out.straight.push_back(stays);
      i += length;
    }
    ends.push_back(out.text.size());
  }
  return out;
}

bool needs_nothing(const std::vector<QuotedPiece>& paragraph, const model::Words& words) {
  return !words.french_spacing && std::none_of(paragraph.begin(), paragraph.end(), [](const QuotedPiece& piece) {
    for (std::size_t i = 0; i < piece.text.size(); ++i) {
      const char c = piece.text[i];
      if (c == '"' || c == '\'') return true;
      if (c == '-' && (i + 1 == piece.text.size() || !ascii::is_letter(piece.text[i + 1]))) return true;
    }
    return false;
  });
}

}  // namespace

std::vector<std::string> curl(const std::vector<QuotedPiece>& paragraph, const model::Words& words) {
  std::vector<std::string> out;
  out.reserve(paragraph.size());
  if (needs_nothing(paragraph, words)) {
    for (const QuotedPiece& piece : paragraph) out.emplace_back(piece.text);
    return out;
  }
  std::vector<std::size_t> ends;
  const Characters characters = characters_of(paragraph, ends);
  const std::vector<Sign> signs = Reading(characters, words).run();
  const std::u32string& text = characters.text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    std::string& piece = out.emplace_back();
    if (paragraph[i].text.empty()) ++at;
    for (; at < ends[i]; ++at) {
      const char32_t before = at > 0 ? text[at - 1] : 0, after = at + 1 < text.size() ? text[at + 1] : 0;
      const bool taken = words.french_spacing && set_french_space(piece, before, text[at], after);
      const bool within = words.french_spacing && at > 0 && signs[at - 1] == Sign::open;  // the quote brought its own
      if (words.french_spacing && signs[at] == Sign::close) take_blanks(piece);
      if (signs[at] != Sign::none) piece += words.at(word_of(signs[at]));
      else if (is_minus(text, signs, at, words)) piece += "\u2212";
      else if (!taken && !(within && is_blank(text[at]))) utf8::append(piece, text[at]);
    }
  }
  return out;
}

std::string curl(std::string_view text, const std::vector<std::size_t>& straight, const model::Words& words) {
  if (text.empty()) return "";
  return curl({QuotedPiece{text, &straight}}, words).front();
}

}  // namespace readout::compose
