#include "text/kashida.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include "base/utf8.hpp"
#include "text/arabic_letters.hpp"
#include "text/characters.hpp"

namespace readout::text {
namespace {

constexpr std::size_t least_letters = 4;
constexpr char32_t non_joiner = 0x200C;

struct Letter {
  LetterShape shape = LetterShape::none;
  std::uint32_t at = 0;
  bool parted = false;  ///< from the letter before, by a non-joiner
};
using Letters = std::span<const Letter>;

bool is_one_of(LetterShape shape, std::initializer_list<LetterShape> shapes) {
  return std::find(shapes.begin(), shapes.end(), shape) != shapes.end();
}

/// True when letter `i` is joined to the one before it.
bool is_joined(Letters word, std::size_t i) {
  return i > 0 && i < word.size() && !word[i].parted && joins_next(word[i - 1].shape) && joins_previous(word[i].shape);
}
bool is_final(Letters word, std::size_t i) { return is_joined(word, i) && !is_joined(word, i + 1); }
bool is_tooth(Letters word, std::size_t i) {
  using enum LetterShape;
  return is_one_of(word[i].shape, {beh, noon, yeh}) && is_joined(word, i + 1);
}
bool is_reh_or_yeh(LetterShape shape) { return shape == LetterShape::reh || shape == LetterShape::yeh; }

/// The rule by which the join before letter `i` may be drawn out.
std::optional<KashidaRule> rule_before(Letters word, std::size_t i) {
  using enum LetterShape;
  const LetterShape before = word[i - 1].shape, shape = word[i].shape;
  if (before == tatweel) return KashidaRule::tatweel;
  if (shape == tatweel) return std::nullopt;  // the writer's own will do
  if (is_one_of(before, {seen, sad})) return KashidaRule::after_seen;
  if (is_tooth(word, i) && is_final(word, i + 1) && is_reh_or_yeh(word[i + 1].shape)) return KashidaRule::before_tooth;
  if (!is_final(word, i) || (is_tooth(word, i - 1) && is_reh_or_yeh(shape))) return std::nullopt;
  if (is_one_of(shape, {teh_marbuta, heh, dal})) return KashidaRule::before_teh_marbuta;
  if (is_one_of(shape, {alef, tah, lam, kaf, gaf})) return KashidaRule::before_alef;
  if (is_one_of(shape, {waw, ain, qaf, feh})) return KashidaRule::before_waw;
  return KashidaRule::before_other;
}

/// Letters up to the article's end: "ال" behind one or two of و ف ب ك, or "لل"; 0 without it.
std::size_t article_of(Letters word) {
  using enum LetterShape;
  for (std::size_t i = 0; i < 3 && i + 1 < word.size(); ++i) {
    if (word[i + 1].shape == lam && is_one_of(word[i].shape, {alef, lam})) return i + 2;
    if (!is_one_of(word[i].shape, {waw, feh, beh, kaf})) return 0;
  }
  return 0;
}

/// Lam, lam, heh from `i` on: so the name of God is written, and faces draw it as one sign.
bool is_name_of_god(Letters word, std::size_t i) {
  using enum LetterShape;
  return i + 2 < word.size() && word[i].shape == lam && word[i + 1].shape == lam && word[i + 2].shape == heh;
}
/// True of الله, لله and what prefixes make of them, and of اللهم.
bool says_god(Letters word) {
  for (std::size_t i = 0; i + 2 < word.size(); ++i) {
    const bool last = i + 3 == word.size() || (i + 4 == word.size() && word[i + 3].shape == LetterShape::meem);
    if (last && is_name_of_god(word, i)) return true;
  }
  return false;
}

std::vector<KashidaJoin> joins_of(Letters word) {
  std::vector<KashidaJoin> joins;
  const auto letters = std::count_if(word.begin(), word.end(),
                                     [](const Letter& letter) { return letter.shape != LetterShape::tatweel; });
  if (static_cast<std::size_t>(letters) < least_letters || says_god(word)) return joins;
  const std::size_t article = article_of(word);
  for (std::size_t i = word.size() - 1; i > 0; --i) {
    const bool lam_alef = word[i - 1].shape == LetterShape::lam && word[i].shape == LetterShape::alef;
    const bool god = is_name_of_god(word, i - 1) || (i > 1 && is_name_of_god(word, i - 2));
    if (i == article || lam_alef || god || !is_joined(word, i)) continue;
    if (const auto rule = rule_before(word, i)) joins.push_back({word[i].at, *rule});
  }
  std::stable_sort(joins.begin(), joins.end(),
                   [](const KashidaJoin& a, const KashidaJoin& b) { return a.rule < b.rule; });
  return joins;
}

class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  std::vector<KashidaWord> read() {
    for (std::size_t at = 0; at < text_.size();) {
      const auto decoded = utf8::decode(text_, at);
      add(decoded.value, static_cast<std::uint32_t>(at));
      at += decoded.length;
    }
    end_word(static_cast<std::uint32_t>(text_.size()));
    return std::move(out_);
  }

 private:
  void add(char32_t character, std::uint32_t at) {
    const LetterShape shape = letter_shape(character);
    if (shape != LetterShape::none) {
      word_.push_back({shape, at, parted_});
      parted_ = false;
    } else if (character == non_joiner) {
      parted_ = true;
    } else if (!is_mark(character)) {
      end_word(at);
    }
  }
  void end_word(std::uint32_t at) {
    if (!word_.empty())
      if (auto joins = joins_of(word_); !joins.empty()) out_.push_back({word_.front().at, at, std::move(joins)});
    word_.clear();
    parted_ = false;
  }

  std::string_view text_;
  std::vector<Letter> word_;
  bool parted_ = false;
  std::vector<KashidaWord> out_;
};

}  // namespace

std::vector<KashidaWord> kashida_words(std::string_view text) { return WordReader(text).read(); }

}  // namespace readout::text
