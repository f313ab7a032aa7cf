// What is read out: words kept apart, each in a language that has its letters, and running matter not at all.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "base/utf8.hpp"
#include "pdf/conformance_bench.hpp"

namespace readout::pdf {
namespace {

using layout::PlacedGlyph;
using layout::PlacedRun;
using layout::Role;
using layout::StructElement;
using layout::StructId;

bool is_arabic(char32_t c) {
  const bool letter = (c >= 0x0620 && c <= 0x064A) || (c >= 0x066E && c <= 0x06D3) || (c >= 0x0750 && c <= 0x077F);
  return letter || (c >= 0xFB50 && c <= 0xFDF9) || (c >= 0xFE70 && c <= 0xFEFC);
}
bool is_latin(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}
bool is_word(char32_t c) { return is_latin(c) || is_arabic(c) || (c >= '0' && c <= '9'); }

/// By its script subtag, else by what the language is mostly written in.
bool in_arabic_script(std::string_view tag) {
  if (tag.find("-Arab") != std::string_view::npos) return true;
  if (tag.find("-Latn") != std::string_view::npos) return false;
  constexpr std::array<std::string_view, 9> written{"ar", "fa", "ur", "ps", "ckb", "ug", "sd", "ks", "prs"};
  return std::find(written.begin(), written.end(), tag.substr(0, tag.find('-'))) != written.end();
}

bool is_inline(const StructElement& e) {
  return e.role == Role::none || e.role == Role::span || e.role == Role::link || e.role == Role::reference ||
         e.role == Role::quote || e.role == Role::lbl;
}

char32_t first_of(std::string_view text) { return text.empty() ? U' ' : utf8::decode(text, 0).value; }
char32_t last_of(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) continue;
  return first_of(text.substr(at));
}
bool has_two_arabic(std::string_view text) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  const auto further = std::find_if_not(text.begin(), text.end(), is_ascii);
  int found = 0;
  for (auto i = static_cast<std::size_t>(further - text.begin()); i < text.size() && found < 2;) {
    const auto decoded = utf8::decode(text, i);
    found += is_arabic(decoded.value) ? 1 : 0;
    i += decoded.length;
  }
  return found == 2;
}

class WordJudge {
 public:
  explicit WordJudge(Bench& bench) : bench_(bench) {}

  void run() {
    find_pages();
    for (std::size_t page = 0; page < bench_.document.pages.size(); ++page) about_page(page);
    for (const Repeat& repeat : repeats_) about_repeat(repeat);
    for (const auto& [head, pages] : heads_) about_head(head, pages);
  }

 private:
  /// A phrase of one element at one place of two pages.
  struct Repeat {
    const PlacedRun* run;
    std::size_t before, page;
  };

  /// Which elements stand on several pages: what is gathered of places concerns no other.
  void find_pages() {
    constexpr std::uint32_t nowhere = 0xFFFFFFFF;
    std::vector<std::uint32_t> pages(bench_.document.structure.size(), nowhere);
    on_several_.resize(pages.size());
    const auto note = [&](StructId id, std::uint32_t page) {
      const std::uint32_t before = std::exchange(pages[id.index], page);
      if (before != nowhere && before != page) on_several_[id.index] = true;
    };
    for (std::uint32_t page = 0; page < bench_.document.pages.size(); ++page) {
      for (const layout::Placed& placed : bench_.document.pages[page].items) {
        const auto* run = std::get_if<PlacedRun>(&placed);
        if (run == nullptr || bench_.owner(run->tag) == nullptr) continue;
        note(id_of(*run), page);
        if (const auto head = head_of(*run)) note(*head, page);
      }
    }
  }

  void about_page(std::size_t page) {
    const PlacedRun* before = nullptr;
    for (const layout::Placed& placed : bench_.document.pages[page].items) {
      const auto* run = std::get_if<PlacedRun>(&placed);
      if (run == nullptr || bench_.owner(run->tag) == nullptr) continue;
      about_letters(*run);
      about_gaps(*run);
      if (before != nullptr) about_joint(*before, *run);
      about_place(*run, page);
      before = run;
    }
  }

  [[nodiscard]] static StructId id_of(const PlacedRun& run) { return std::get<StructId>(run.tag); }
  [[nodiscard]] std::optional<StructId> head_of(const PlacedRun& run) const {
    return bench_.nearest(id_of(run), [](const StructElement& e) { return e.role == Role::th; });
  }
  [[nodiscard]] StructId block_of(const PlacedRun& run) const {
    return bench_.nearest(id_of(run), [](const StructElement& e) { return !is_inline(e); }).value_or(StructId{});
  }
  [[nodiscard]] std::string_view language_of(StructId id) const {
    const auto said = bench_.nearest(id, [](const StructElement& e) { return !e.lang.empty(); });
    return said ? bench_.element(*said).lang.view() : std::string_view(bench_.document.info.lang);
  }

  /// Text in Arabic letters must say that it is Arabic, or it would be read out by the wrong voice. The other way round
  /// nothing can be said: file references and names in Latin letters are part of Arabic text.
  void about_letters(const PlacedRun& run) {
    if (!has_two_arabic(run.text)) return;
    const std::string_view lang = language_of(id_of(run));
    if (!in_arabic_script(lang))
      bench_.warn(bench_.span_of(run.tag), "wrong-language",
                  fmt::format("\"{}\" is said to be in the language {}", run.text, lang), "ISO 14289-1, 7.2");
  }

  void joined(const PlacedRun& run, std::string_view words) {
    bench_.warn(bench_.span_of(run.tag), "joined-words",
                fmt::format("white stands in \"{}\", but no space: a reader hears one word", words),
                "ISO 14289-1, 7.2");
  }

  /// White inside a run that is no space's.
  void about_gaps(const PlacedRun& run) {
    if (run.level % 2 != 0 || run.glyphs.in_line()) return;
    const Pt widest = run.size / 8;
    Pt end = run.glyphs.empty() ? Pt{} : run.glyphs.front().x;
    std::uint32_t cluster = 0;  // of the glyph before
    for (const PlacedGlyph& glyph : run.glyphs) {
      const bool apart = glyph.x - end > widest && glyph.cluster != cluster && glyph.cluster < run.text.size();
      if (apart && is_word(utf8::decode(run.text, cluster).value) &&
          is_word(utf8::decode(run.text, glyph.cluster).value))
        return joined(run, run.text);
      end = glyph.x + glyph.advance;
      cluster = glyph.cluster;
    }
  }

  /// Between two runs of one paragraph: white on a line, or the turn of a line.
  void about_joint(const PlacedRun& before, const PlacedRun& run) {
    if (before.level % 2 != 0 || run.level % 2 != 0 || block_of(before) != block_of(run)) return;
    if (!is_word(last_of(before.text)) || !is_word(first_of(run.text))) return;
    const bool same_line = before.origin.y == run.origin.y;
    const Pt gap = run.origin.x - (before.origin.x + before.width);
    const bool apart = same_line ? gap > run.size / 8 : before.ends_line && would_fit(before, run);
    if (apart) joined(run, before.text + run.text);
  }

  /// A word is only cut without a hyphen when no line has room for it.
  [[nodiscard]] bool would_fit(const PlacedRun& before, const PlacedRun& run) const {
    Pt word;
    for (const PlacedGlyph& glyph : before.glyphs)
      word = before.text[glyph.cluster] == ' ' ? Pt{} : word + glyph.advance;
    for (const auto& glyph : run.glyphs) {
      if (run.text[glyph.cluster] == ' ') break;
      word = word + glyph.advance;
    }
    return word <= before.width;
  }

  /// Gathers what can only be told when all pages are known.
  void about_place(const PlacedRun& run, std::size_t page) {
    const auto head = head_of(run);
    if (head && on_several_[head->index]) heads_[*head][page] += run.text;
    if (!on_several_[id_of(run).index]) return;
    const auto [place, is_new] = seen_.try_emplace({id_of(run), run.text, run.origin.x, run.origin.y}, page);
    if (!is_new && place->second != page && is_phrase(run.text)) repeats_.push_back({&run, place->second, page});
    said_[{id_of(run), page}] += run.text.size();
  }

  /// One element that says a phrase at the same place of two pages, and little else there, is running matter. A text
  /// that fills both pages may happen to repeat itself. A head cell's text twice is a repeated head.
  void about_repeat(const Repeat& repeat) {
    constexpr std::size_t little = 300;  // bytes; all that matters is that a page holds more
    const StructId id = id_of(*repeat.run);
    if (said_.at({id, repeat.page}) > little || said_.at({id, repeat.before}) > little) return;
    bench_.tell(bench_.span_of(repeat.run->tag), "running-matter",
                fmt::format("\"{}\" stands on every page, but is tagged as text", repeat.run->text),
                "ISO 14289-1, 7.1");
  }

  /// Two words at least, and a dozen letters.
  static bool is_phrase(const std::string& text) {
    const std::u32string all = utf8::to_utf32(text);
    const auto letters = std::count_if(all.begin(), all.end(), [](char32_t c) { return is_word(c); });
    const std::size_t blank = all.find(U' ', 1);
    return letters >= 12 && blank != std::u32string::npos && blank + 1 < all.size();
  }

  void about_head(StructId head, const std::map<std::size_t, std::string>& pages) {
    if (pages.size() > 1 && pages.begin()->second == pages.rbegin()->second)
      bench_.tell(
          bench_.element(head).span, "head-twice",
          fmt::format("the head \"{}\" is repeated on a later page, and is tagged there, too", pages.begin()->second),
          "ISO 14289-1, 7.1");
  }

  Bench& bench_;
  std::vector<bool> on_several_;
  std::map<std::tuple<StructId, std::string, Pt, Pt>, std::size_t> seen_;
  std::map<std::pair<StructId, std::size_t>, std::size_t> said_;  // bytes of an element's text on a page
  std::vector<Repeat> repeats_;
  std::map<StructId, std::map<std::size_t, std::string>> heads_;
};

}  // namespace

void judge_words(Bench& bench) { WordJudge(bench).run(); }

}  // namespace readout::pdf
