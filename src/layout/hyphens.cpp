// The hyphens that a language's patterns allow, added to a shaped paragraph.
#include <algorithm>
#include <map>
#include <utility>
#include "base/ascii.hpp"
#include "base/timing.hpp"
#include "base/utf8.hpp"
#include "layout/clusters.hpp"
#include "text/characters.hpp"

namespace readout::layout {
namespace {

struct Word {
  std::size_t begin = 0, end = 0;  ///< bytes
};

// Of names, where words with capitals may be broken: German "Hohenleitners".
constexpr std::string_view case_endings[] = {"s", "es", "n", "en", "ns", "ens"};

constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter(char32_t c) {
  const bool ascii = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return ascii || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7 && !text::is_mark(c));
}
bool is_capital(char32_t c) { return text::small_letter(c) != c; }
/// What stands between two words of one token: "Qatar–Iraq", "l’accord", "(see".
bool is_divider(char32_t c) { return !is_letter(c) && !text::is_mark(c); }

/// Addresses, numbers, words with a hyphen of their own and words whose author said where they break stay as they are.
bool keeps_whole(std::string_view token) {
  for (std::size_t at = 0; at < token.size();) {
    const auto [c, length] = utf8::decode(token, at);
    at += length;
    const bool inside = at < token.size() && is_letter(utf8::decode(token, at).value);
    if (is_digit(c) || c == U'@' || c == U'/' || c == U'\\' || c == U'_') return true;
    if (c == U'-' || c == 0x2010 || c == 0x2011 || text::is_default_ignorable(c)) return true;
    if ((c == U'.' || c == U':') && inside) return true;
  }
  return false;
}

class WordFinder {
 public:
  explicit WordFinder(std::string_view text) : text_(text) {}

  std::vector<Word> words() {
    for (std::size_t at = 0; at < text_.size();) {
      if (const std::size_t plain = end_of_plain_word(at); plain > at) {
        words_.push_back({at, plain});
        at = plain + 1;
        continue;
      }
      const std::size_t end = end_of_token(at);
      if (end > at && !keeps_whole(text_.substr(at, end - at))) cut(at, end);
      at = end < text_.size() ? end + utf8::decode(text_, end).length : end;
    }
    return std::move(words_);
  }

 private:
  std::size_t end_of_token(std::size_t at) const {
    while (at < text_.size()) {
      const auto [c, length] = utf8::decode(text_, at);
      if (text::is_space(c)) break;
      at += length;
    }
    return at;
  }

  /// Of a token that is one word of ASCII's letters; `at`: it is another.
  std::size_t end_of_plain_word(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && ascii::is_letter(text_[end])) ++end;
    const bool stops = end < text_.size() && (text_[end] == ',' || text_[end] == '.');
    const std::size_t next = end + std::size_t{stops};
    return next >= text_.size() || text_[next] == ' ' ? end : at;
  }

  void cut(std::size_t at, std::size_t end) {
    Word word{at, at};
    bool marked = false;  // the patterns know no combining marks
    const auto finish = [&](std::size_t next) {
      if (word.end > word.begin && !marked) words_.push_back(word);
      word = {next, next};
      marked = false;
    };
    while (at < end) {
      const auto [c, length] = utf8::decode(text_, at);
      at += length;
      if (is_divider(c)) {
        finish(at);
      } else {
        word.end = at;
        marked = marked || text::is_mark(c);
      }
    }
    finish(end);
  }

  std::string_view text_;
  std::vector<Word> words_;
};

std::string in_small_letters(std::string_view word) {
  std::string out;
  for (const char32_t c : utf8::to_utf32(word)) utf8::append(out, text::small_letter(c));
  return out;
}

/// "de-fense" for "defense" -> {2}; nullopt when the exception is of another word.
std::optional<std::vector<std::uint32_t>> as_excepted(std::string_view exception, std::string_view small) {
  std::vector<std::uint32_t> points;
  std::size_t at = 0;
  for (const char c : exception) {
    if (c == '-') points.push_back(static_cast<std::uint32_t>(at));
    else if (at < small.size() && small[at] == c) ++at;
    else return std::nullopt;
  }
  return at == small.size() ? std::optional(points) : std::nullopt;
}

bool serves(std::string_view tag, std::string_view lang) {
  return lang.starts_with(tag) && (lang.size() == tag.size() || lang[tag.size()] == '-');
}

class Hyphener {
 public:
  Hyphener(Clusters& clusters, const Paragraph& paragraph, SettingContext& context, Hyphens which)
      : clusters_(clusters),
        text_(clusters.joined.text),
        paragraph_(paragraph),
        rules_(context.story->paragraph_styles[paragraph.style].lines),
        context_(context),
        which_(which) {}

  bool run() {
    for (const Word& word : WordFinder(text_).words())
      if (const auto stretch = stretch_of(word)) ask(word, *stretch);
    if (points_.empty()) return false;
    insert();
    return true;
  }

 private:
  /// The one stretch that holds the word, if words in it may be broken.
  std::optional<std::size_t> stretch_of(const Word& word) {
    const auto& all = clusters_.joined.stretches;
    while (stretch_ < all.size() && all[stretch_].end <= word.begin) ++stretch_;
    if (stretch_ >= all.size() || word.begin < all[stretch_].begin || word.end > all[stretch_].end) return std::nullopt;
    const Inline& piece = paragraph_.content[clusters_.joined.inlines[stretch_]];
    if (piece.unbroken || piece.whole_words || !piece.expansion.empty()) return std::nullopt;
    return stretch_;
  }

  void ask(const Word& word, std::size_t stretch) {
    const std::string_view letters = text_.substr(word.begin, word.end - word.begin);
    const std::string_view lang = clusters_.joined.stretches[stretch].lang;
    const HyphenPatterns* const entry = entry_of(lang);
    if (entry == nullptr || is_too_short(letters, *entry) || is_name(letters, entry->capitals)) return;
    for (const std::uint32_t point : points_of(letters, lang, *entry))
      points_.push_back(static_cast<std::uint32_t>(word.begin) + point);
  }

  /// Words of one language follow each other.
  const HyphenPatterns* entry_of(std::string_view lang) {
    if (lang.data() != lang_.data() || lang.size() != lang_.size()) listed_ = context_.fonts->hyphens().find(lang);
    lang_ = lang;
    return listed_;
  }

  bool is_name(std::string_view word, bool nouns_have_capitals) const {
    if (context_.tight) return is_known_name(in_small_letters(word), true);
    const std::size_t first = utf8::decode(word, 0).length;
    const bool with_capitals = nouns_have_capitals || which_ == Hyphens::with_capitals;
    if (is_capital(utf8::decode(word, 0).value) && !with_capitals) return true;
    for (std::size_t at = first; at < word.size();) {
      const auto [c, length] = utf8::decode(word, at);
      if (is_capital(c)) return true;
      at += length;
    }
    if (is_known_name(word, false)) return true;
    if (!with_capitals) return false;
    return std::any_of(std::begin(case_endings), std::end(case_endings), [&](std::string_view ending) {
      return word.ends_with(ending) && is_known_name(word.substr(0, word.size() - ending.size()), false);
    });
  }
  /// Of a person or a side. In a tight table what begins a cell, or stands in capitals as all heads do, is no name for
  /// that: names are compared in small letters.
  bool is_known_name(std::string_view word, bool small) const {
    const auto& names = context_.story->whole_words;
    if (!small) return std::binary_search(names.begin(), names.end(), word);
    return std::any_of(names.begin(), names.end(), [&](const auto& name) { return in_small_letters(name) == word; });
  }

  /// Letters that a line must have before a hyphen and after it.
  int least_before(const HyphenPatterns& entry) const {
    return std::max(entry.before, static_cast<int>(rules_.before_hyphen));
  }
  int least_after(const HyphenPatterns& entry) const {
    return std::max(entry.after, static_cast<int>(rules_.after_hyphen));
  }
  /// Half of all words; only an exception may part them all the same.
  bool is_too_short(std::string_view word, const HyphenPatterns& entry) const {
    const int least = least_before(entry) + least_after(entry);
    return static_cast<int>(word.size()) < least && context_.story->hyphen_exceptions.empty();
  }

  std::vector<std::uint32_t> points_of(std::string_view word, std::string_view lang, const HyphenPatterns& entry) {
    if (const auto excepted = exception_of(word, lang)) return *excepted;
    const text::Hyphenator* patterns = opened(entry);
    if (patterns == nullptr) return {};
    const int before = least_before(entry), after = least_after(entry);
    if (context_.tight || which_ == Hyphens::with_capitals)
      if (const std::string small = in_small_letters(word); small.size() == word.size())
        return patterns->points(small, before, after);
    return context_.words != nullptr ? context_.words->points(*patterns, word, before, after)
                                     : patterns->points(word, before, after);
  }

  const text::Hyphenator* opened(const HyphenPatterns& entry) {
    if (entry_ == &entry && patterns_ != nullptr) return patterns_;
    entry_ = &entry;
    patterns_ = context_.fonts->hyphens().open(entry, *context_.diags);
    context_.patterns.insert(entry.file);
    context_.failed = context_.failed || patterns_ == nullptr;
    return patterns_;
  }

  std::optional<std::vector<std::uint32_t>> exception_of(std::string_view word, std::string_view lang) const {
    const HyphenExceptions* best = nullptr;
    for (const HyphenExceptions& list : context_.story->hyphen_exceptions)
      if (serves(list.lang, lang) && (best == nullptr || list.lang.size() > best->lang.size())) best = &list;
    if (best == nullptr) return std::nullopt;
    const std::string small = in_small_letters(word);
    if (small.size() != word.size()) return std::nullopt;
    for (const std::string& exception : best->words)
      if (auto points = as_excepted(exception, small)) return points;
    return std::nullopt;
  }

  /// Both are in the text's order: one walk over clusters and points.
  void insert() {
    std::vector<Cluster> out;
    out.reserve(clusters_.list.size() + points_.size());
    auto point = points_.begin();
    for (Cluster cluster : clusters_.list) {
      while (point != points_.end() && *point < cluster.begin) ++point;
      if (point != points_.end() && *point == cluster.begin && is_even(cluster)) {
        const bool is_there = cluster.kind == Cluster::Kind::soft_hyphen;
        if (!out.empty() && out.back().end == *point && !is_there) out.push_back(hyphen_before(cluster));
        ++point;
      }
      if (point != points_.end() && *point < cluster.end && cluster.kind == Cluster::Kind::ink && is_even(cluster))
        split(cluster, *point);
      out.push_back(cluster);
    }
    clusters_.list = std::move(out);
  }

  bool is_even(const Cluster& cluster) const { return clusters_.shaped.runs[cluster.run].level % 2 == 0; }

  const std::vector<text::Glyph>& hyphen_of(std::uint32_t run) {
    const auto found = hyphens_.find(run);
    if (found != hyphens_.end()) return found->second;
    return hyphens_.emplace(run, hyphen_glyphs(clusters_, clusters_.shaped.runs[run], context_)).first->second;
  }

  Cluster hyphen_before(const Cluster& next) {
    Cluster hyphen;
    hyphen.begin = hyphen.end = next.begin;
    hyphen.run = next.run;
    make_split(hyphen, next.begin, {}, {});
    return hyphen;
  }

  /// A ligature's halves are shaped by themselves.
  void split(Cluster& cluster, std::uint32_t at) {
    make_split(cluster, at, piece(cluster, cluster.begin, at), piece(cluster, at, cluster.end));
  }
  std::vector<text::Glyph> piece(const Cluster& cluster, std::uint32_t begin, std::uint32_t end) {
    auto glyphs =
        shape_alone(clusters_, clusters_.shaped.runs[cluster.run], text_.substr(begin, end - begin), context_);
    for (auto& glyph : glyphs) glyph.cluster += begin;
    return glyphs;
  }

  void make_split(Cluster& cluster, std::uint32_t at, std::vector<text::Glyph> before, std::vector<text::Glyph> after) {
    for (text::Glyph glyph : hyphen_of(cluster.run)) {
      glyph.cluster = at;
      before.push_back(glyph);
    }
    Split split{at, std::move(before), std::move(after), {}, {}, true, which_ == Hyphens::with_capitals};
    for (const auto& glyph : split.before) split.before_width += glyph.advance;
    for (const auto& glyph : split.after) split.after_width += glyph.advance;
    cluster.kind = Cluster::Kind::soft_hyphen;
    cluster.split = static_cast<std::uint32_t>(clusters_.splits.size());
    clusters_.splits.push_back(std::move(split));
  }

  Clusters& clusters_;
  std::string_view text_;
  const Paragraph& paragraph_;
  const LineRules& rules_;
  SettingContext& context_;
  Hyphens which_;
  std::string_view lang_;
  const HyphenPatterns* listed_ = nullptr;  ///< of lang_
  const HyphenPatterns* entry_ = nullptr;
  const text::Hyphenator* patterns_ = nullptr;  ///< of entry_
  std::size_t stretch_ = 0;
  std::vector<std::uint32_t> points_;                          ///< ascending
  std::map<std::uint32_t, std::vector<text::Glyph>> hyphens_;  ///< by run
};

}  // namespace

bool add_hyphens(Clusters& clusters, const Paragraph& paragraph, SettingContext& context, Hyphens which) {
  TIMED("layout.hyphenate");
  ++context.particulars;
  return Hyphener(clusters, paragraph, context, which).run();
}

}  // namespace readout::layout
