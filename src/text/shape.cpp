#include "text/shape.hpp"

#include <hb.h>

#include <algorithm>
#include <memory>
#include <utility>
#include "base/ascii.hpp"
#include "base/assert.hpp"
#include "text/characters.hpp"
#include "text/itemise.hpp"
#include "text/scripts.hpp"
#include "text/words.hpp"

namespace readout::text {
namespace {

using Buffer = std::unique_ptr<hb_buffer_t, void (*)(hb_buffer_t*)>;

/// Units of the font to points: the one place where a glyph's place is rounded.
Pt scaled(std::int64_t units, Pt size, int units_per_em) {
  const std::int64_t product = units * size.units();
  const std::int64_t half = units_per_em / 2;
  return Pt::from_units((product < 0 ? product - half : product + half) / units_per_em);
}

bool is_figure(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_french(std::string_view lang) {
  return lang.size() >= 2 && ascii::small(lang[0]) == 'f' && ascii::small(lang[1]) == 'r' &&
         (lang.size() == 2 || lang[2] == '-');
}

/// A sum in hexadecimal, be it with a full stop or in brackets: an old-style 0 is read as an o there.
bool is_of_hex_digits(std::u32string_view word) {
  constexpr std::size_t shortest_sum = 32;  // MD5
  if (word.size() < shortest_sum) return false;
  const auto is_hex = [](char32_t c) { return c < 0x80 && ascii::hex_digit(static_cast<char>(c)) >= 0; };
  constexpr std::u32string_view marks = U"([.,;:)]\u00AD\u200B\u2060";  // the invisible ones say where it may be broken
  const auto is_other = [&](char32_t c) { return !is_hex(c) && marks.find(c) == marks.npos; };
  return std::none_of(word.begin(), word.end(), is_other) &&
         static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_hex)) >= shortest_sum;
}

/// "WS-4/2026", "G20": figures among capitals and no small letters; and sums.
bool is_of_capitals(std::u32string_view word) {
  bool capitals = false, figures = false;
  for (const char32_t c : word) {
    figures = figures || is_figure(c);
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
    if (category == HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER) return is_of_hex_digits(word);
    capitals = capitals || category == HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER;
  }
  return capitals && figures;
}

/// "+02:00": it stands behind the capitals of "UTC", which may be an inline of their own.
bool is_offset(std::u32string_view word) {
  return word.size() > 1 && (word[0] == U'+' || word[0] == U'-' || word[0] == 0x2212) && is_figure(word[1]) &&
         word.find(U':') != word.npos;
}

/// Letterspaced text keeps its letters apart: no ligatures.
std::vector<hb_feature_t> features_of(const Setting& setting, bool tracked) {
  const Features& f = setting.features;
  const auto feature = [](hb_tag_t tag, bool on) {
    return hb_feature_t{tag, on ? 1U : 0U, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  };
  const bool ligatures = f.ligatures && !tracked;
  return {feature(HB_TAG('s', 'm', 'c', 'p'), f.small_caps || f.all_small_caps),
          feature(HB_TAG('c', '2', 's', 'c'), f.all_small_caps),
          feature(f.old_style ? HB_TAG('o', 'n', 'u', 'm') : HB_TAG('l', 'n', 'u', 'm'), true),
          feature(f.tabular ? HB_TAG('t', 'n', 'u', 'm') : HB_TAG('p', 'n', 'u', 'm'), true),
          feature(HB_TAG('l', 'i', 'g', 'a'), ligatures),
          feature(HB_TAG('c', 'l', 'i', 'g'), ligatures),
          feature(HB_TAG('k', 'e', 'r', 'n'), f.kerning)};
}

/// Among capitals figures are as high as those. `first` is the cluster that `text` begins with.
void line_up_with_capitals(std::u32string_view text, std::size_t first, std::vector<hb_feature_t>& features) {
  if (std::none_of(text.begin(), text.end(), is_figure)) return;
  constexpr std::u32string_view blanks = U" \u00A0";
  for (std::size_t end, begin = text.find_first_not_of(blanks); begin < text.size();
       begin = text.find_first_not_of(blanks, end)) {
    end = std::min(text.find_first_of(blanks, begin), text.size());
    const std::u32string_view word = text.substr(begin, end - begin);
    if (!is_of_capitals(word) && !is_offset(word)) continue;
    const auto from = static_cast<unsigned>(first + begin), to = static_cast<unsigned>(first + end);
    features.push_back({HB_TAG('o', 'n', 'u', 'm'), 0, from, to});
    features.push_back({HB_TAG('l', 'n', 'u', 'm'), 1, from, to});
  }
}

bool is_roman_figure(char32_t c) { return c == U'I' || c == U'V' || c == U'X'; }

/// "er" of "1er", "e" of "21e" and "XXe", and how many figures stand before it; nothing of what touches more than
/// punctuation.
struct FrenchOrdinal {
  std::size_t figures = 0, letters = 0;
};
FrenchOrdinal french_ordinal(std::u32string_view text, std::size_t at) {
  constexpr std::size_t most_figures = 3, most_roman = 8;
  const auto in_word = [&](std::size_t i) { return is_figure(text[i]) || own_script(text[i]) != HB_SCRIPT_COMMON; };
  const bool roman = is_roman_figure(text[at]);
  FrenchOrdinal found;
  std::size_t end = at;
  while (end < text.size() && (roman ? is_roman_figure(text[end]) : is_figure(text[end]))) ++end;
  found.figures = end - at;
  while (end < text.size() && in_word(end)) ++end;
  const std::u32string_view ending = text.substr(at + found.figures, end - at - found.figures);
  const bool one = found.figures == 1 && (text[at] == U'1' || text[at] == U'I');
  const bool first = one && (ending == U"er" || ending == U"re" || ending == U"ers" || ending == U"res");
  const bool other = found.figures <= (roman ? most_roman : most_figures) && (ending == U"e" || ending == U"es") &&
                     !(roman && one);  // "Ie" is none
  if ((first || other) && (at == 0 || !in_word(at - 1))) found.letters = ending.size();
  return found;
}

/// "1er avril, 21e session, XXe siècle": French raises the letters, where the typeface has superior ones. `first`: as
/// above.
void raise_ordinals(std::u32string_view text, std::size_t first, std::vector<hb_feature_t>& features) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_figure(text[at]) && !is_roman_figure(text[at])) continue;
    const FrenchOrdinal found = french_ordinal(text, at);
    at += found.figures;
    if (found.letters == 0) continue;
    const auto from = static_cast<unsigned>(first + at);
    features.push_back({HB_TAG('s', 'u', 'p', 's'), 1, from, from + static_cast<unsigned>(found.letters)});
  }
}

/// Shapes the items of one paragraph.
class Shaper {
 public:
  Shaper(const Characters& text, const std::vector<Stretch>& stretches, const FontBook& fonts, Words& words,
         Diagnostics& diags)
      : text_(text), stretches_(stretches), fonts_(fonts), words_(words), diags_(diags) {}

  [[nodiscard]] Run shape_item(const Item& item) {
    const Stretch& stretch = stretches_[item.stretch];
    const Setting& setting = setting_of(stretch, item.arabic());
    Run run;
    run.begin = text_.offset(item.begin);
    run.end = text_.offset(item.end);
    run.face = item.face;
    run.size = setting.size;
    run.level = item.level;
    run.edge = item.edge;
    run.arabic = item.arabic();
    run.stretch = item.stretch;
    const Face* face = words_.face(item.face, fonts_, diags_);
    if (face == nullptr) return run;
    const bool tracked = !item.arabic() && setting.tracking != Pt();
    const Job job{item, stretch, setting, *face, tracked};
    if (Words::Shelf* shelf = shelf_for(job)) shape_words(job, *shelf, run.glyphs);
    else shape_whole(job, run.glyphs);
    if (tracked) track(run.glyphs, setting.tracking);
    return run;
  }

  /// Tracking between the last cluster of a run and the next run, if that is letterspaced, too.
  void track_between(Run& run, const Item& item, const Item& next) const {
    const Pt tracking = setting_of(stretches_[item.stretch], item.arabic()).tracking;
    const bool both = !item.arabic() && !next.arabic() && item.level == next.level &&
                      setting_of(stretches_[next.stretch], false).tracking != Pt();
    if (!both || run.glyphs.empty() || is_mark(text_.values[next.begin])) return;
    run.glyphs.back().advance += tracking;
  }

 private:
  /// An item with all that decides its glyphs.
  struct Job {
    const Item& item;
    const Stretch& stretch;
    const Setting& setting;
    const Face& face;
    bool tracked;
  };

  /// Words of left-to-right alphabets whose letters do not join, so that no letter's form depends on a neighbour's
  /// word.
  [[nodiscard]] Words::Shelf* shelf_for(const Job& job) {
    const hb_script_t script = job.item.script;
    const bool alphabetic = script == HB_SCRIPT_LATIN || script == HB_SCRIPT_GREEK || script == HB_SCRIPT_CYRILLIC;
    // HarfBuzz gives what it drops at the start to the glyph that follows, be it a space.
    const bool starts_drawn = !is_default_ignorable(text_.values[job.item.begin]);
    if (!alphabetic || !starts_drawn || job.item.level % 2 == 1) return nullptr;
    return words_.shelf(kind_of(job, false));
  }
  [[nodiscard]] static Words::Kind kind_of(const Job& job, bool whole) {
    return {job.item.face,
            static_cast<std::uint32_t>(job.item.script),
            job.setting.size,
            job.setting.features,
            job.tracked,
            job.item.level % 2 == 1,
            whole,
            job.stretch.lang};
  }

  /// Each word with the space before it; it is shaped beside the space after it, too, for the kerning of that pair.
  void shape_words(const Job& job, Words::Shelf& shelf, std::vector<Glyph>& out) {
    const std::u32string& shown = with_stand_ins(job.item, job.face);
    const std::u32string_view text = std::u32string_view(shown).substr(0, job.item.end);  // no word goes further
    out.reserve(job.item.end - job.item.begin);
    for (std::size_t begin = job.item.begin; begin < job.item.end;) {
      const std::size_t end = std::min(text.find(U' ', begin + 1), job.item.end);
      const std::u32string_view word = text.substr(begin, std::min(end + 1, job.item.end) - begin);
      const std::vector<Glyph>* known = shelf.find(word);
      if (known == nullptr) known = &shelf.put(word, shape_word(job, word, end - begin));
      append(out, *known, begin);
      begin = end;
    }
  }

  /// Glyphs whose clusters count characters from `begin`.
  void append(std::vector<Glyph>& out, const std::vector<Glyph>& glyphs, std::size_t begin) const {
    const std::size_t first = out.size();
    out.insert(out.end(), glyphs.begin(), glyphs.end());
    for (std::size_t i = first; i < out.size(); ++i) out[i].cluster = text_.offset(begin + out[i].cluster);
  }

  /// Glyphs of the first `size` characters of a word; clusters count characters.
  [[nodiscard]] std::vector<Glyph> shape_word(const Job& job, std::u32string_view word, std::size_t size) {
    set_buffer(job);
    hb_buffer_add_codepoints(buffer_.get(), reinterpret_cast<const hb_codepoint_t*>(word.data()),
                             static_cast<int>(word.size()), 0, static_cast<int>(word.size()));
    auto glyphs = shaped_glyphs(job, word.substr(0, size), 0);
    std::erase_if(glyphs, [size](const Glyph& glyph) { return glyph.cluster >= size; });
    return glyphs;
  }

  /// A stretch that no space divides into parts.
  void shape_whole(const Job& job, std::vector<Glyph>& out) {
    constexpr std::size_t longest_known = 64, beside = 5;  // HarfBuzz looks at five characters on either side
    const Item& item = job.item;
    const std::u32string& shown = with_stand_ins(item, job.face);
    const bool is_short = item.end - item.begin <= longest_known;
    Words::Shelf* const shelf = is_short ? words_.shelf(kind_of(job, true)) : nullptr;
    if (shelf == nullptr) return append(out, shape_stretch(job, shown), item.begin);
    const std::size_t from = item.begin - std::min(item.begin, beside), to = std::min(item.end + beside, shown.size());
    std::u32string key(1, static_cast<char32_t>(item.begin - from));
    key.append(shown, from, to - from).push_back(static_cast<char32_t>(to - item.end));
    const std::vector<Glyph>* known = shelf->find(key);
    append(out, known != nullptr ? *known : shelf->put(key, shape_stretch(job, shown)), item.begin);
  }

  /// Clusters count characters from the item's start.
  [[nodiscard]] std::vector<Glyph> shape_stretch(const Job& job, const std::u32string& shown) {
    const Item& item = job.item;
    set_buffer(job);
    hb_buffer_add_codepoints(buffer_.get(), reinterpret_cast<const hb_codepoint_t*>(shown.data()),
                             static_cast<int>(shown.size()), static_cast<unsigned>(item.begin),
                             static_cast<int>(item.end - item.begin));
    auto glyphs = shaped_glyphs(job, std::u32string_view(shown).substr(item.begin, item.end - item.begin), item.begin);
    for (Glyph& glyph : glyphs) glyph.cluster -= static_cast<std::uint32_t>(item.begin);
    return glyphs;
  }

  void set_buffer(const Job& job) {
    if (buffer_ == nullptr) buffer_.reset(hb_buffer_create());
    hb_buffer_t* buffer = buffer_.get();
    hb_buffer_reset(buffer);
    const bool rtl = job.item.level % 2 == 1;
    // Right-to-left clusters hold a base with all its marks, as pdf/ draws them; left-to-right ones stay as fine
    // as the text, so that a mark that is a glyph of its own is copied by itself.
    hb_buffer_set_cluster_level(
        buffer, rtl ? HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES : HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES |
                                                               HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE));
    hb_buffer_set_direction(buffer, rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, drawn_as(job.item));
    const std::string_view lang = job.stretch.lang;
    hb_buffer_set_language(buffer, hb_language_from_string(lang.data(), static_cast<int>(lang.size())));
  }

  /// Western figures among Arabic letters have the points of Western ones: Amiri's Arabic full stop is as large as its
  /// zero, so that "42.5" would be read as 4205.
  [[nodiscard]] hb_script_t drawn_as(const Item& item) const {
    if (item.script != HB_SCRIPT_ARABIC || item.level % 2 == 1) return item.script;
    const auto characters = std::u32string_view(text_.values).substr(item.begin, item.end - item.begin);
    const auto is_arabic = [](char32_t c) { return own_script(c) == HB_SCRIPT_ARABIC; };
    return std::any_of(characters.begin(), characters.end(), is_arabic) ? item.script : HB_SCRIPT_LATIN;
  }

  /// The paragraph as this face shows the item; a copy only when it differs from the text.
  const std::u32string& with_stand_ins(const Item& item, const Face& face) {
    const auto differs = [&](std::size_t i) {
      return may_have_stand_in(text_.values[i]) && stand_in(face, text_.values[i]) != text_.values[i];
    };
    std::size_t first = item.begin;
    while (first < item.end && !differs(first)) ++first;
    if (first == item.end) return text_.values;
    if (shown_.empty()) shown_ = text_.values;
    for (std::size_t i = first; i < item.end; ++i) shown_[i] = stand_in(face, text_.values[i]);
    return shown_;
  }

  /// What HarfBuzz makes of the buffer, of whose clusters `text` is the one from `first` on; clusters as it gives them.
  /// Without .notdef: what no face has is told, not drawn. Letterspaced letters are not kerned further apart: readers
  /// take a gap of 0.1 em for a blank, and "VENUE" with 0.09 em between its letters came back as "VEN UE".
  [[nodiscard]] std::vector<Glyph> shaped_glyphs(const Job& job, std::u32string_view text, std::size_t first) const {
    hb_font_t* const font = job.face.native_font();
    auto features = features_of(job.setting, job.tracked);
    if (job.setting.features.old_style) line_up_with_capitals(text, first, features);
    if (is_french(job.stretch.lang)) raise_ordinals(text, first, features);
    hb_shape(font, buffer_.get(), features.data(), static_cast<unsigned>(features.size()));
    job.face.check_heap();
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer_.get(), nullptr);
    const int upem = job.face.metrics().units_per_em;
    const Pt size = job.setting.size;
    std::vector<Glyph> glyphs;
    glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
      if (infos[i].codepoint == 0) continue;
      Glyph glyph;
      glyph.id = infos[i].codepoint;
      glyph.cluster = infos[i].cluster;
      hb_position_t advance = positions[i].x_advance;
      if (job.tracked) advance = std::min(advance, hb_font_get_glyph_h_advance(font, glyph.id));
      glyph.advance = scaled(advance, size, upem);
      glyph.dx = scaled(positions[i].x_offset, size, upem);
      glyph.dy = scaled(-static_cast<std::int64_t>(positions[i].y_offset), size, upem);
      glyphs.push_back(glyph);
    }
    return glyphs;
  }

  /// After every cluster but the one seen last; a mark's cluster belongs to its base.
  void track(std::vector<Glyph>& glyphs, Pt tracking) const {
    for (std::size_t i = 0; i + 1 < glyphs.size(); ++i) {
      const std::uint32_t here = glyphs[i].cluster, next = glyphs[i + 1].cluster;
      if (here == next || is_mark_at(std::max(here, next))) continue;
      glyphs[i].advance += tracking;
    }
  }
  [[nodiscard]] bool is_mark_at(std::uint32_t byte) const { return is_mark(text_.values[text_.at(byte)]); }

  const Characters& text_;
  const std::vector<Stretch>& stretches_;
  const FontBook& fonts_;
  Words& words_;
  Diagnostics& diags_;
  Buffer buffer_{nullptr, hb_buffer_destroy};  ///< made for the first word that is not known
  std::u32string shown_;
};

}  // namespace

ShapedText shape(std::string_view text, const std::vector<Stretch>& stretches, Direction direction,
                 const FontBook& fonts, Diagnostics& diags, Words* known) {
  Words unshared(false);
  Words& words = known != nullptr ? *known : unshared;
  const Characters characters(text);
  Itemised itemised = itemise(characters, stretches, direction, fonts, words, diags);
  ShapedText shaped;
  shaped.missing = std::move(itemised.missing);
  shaped.runs.reserve(itemised.items.size());
  Shaper shaper(characters, stretches, fonts, words, diags);
  for (const Item& item : itemised.items) shaped.runs.push_back(shaper.shape_item(item));
  for (std::size_t i = 0; i + 1 < shaped.runs.size(); ++i)
    shaper.track_between(shaped.runs[i], itemised.items[i], itemised.items[i + 1]);
  return shaped;
}

}  // namespace readout::text
