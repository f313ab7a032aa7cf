#include "text/itemise.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include "base/assert.hpp"
#include "text/bidi.hpp"
#include "text/coverage.hpp"
#include "text/isolates.hpp"
#include "text/scripts.hpp"
#include "text/words.hpp"

namespace readout::text {
namespace {

/// Stretches as ranges of code points.
std::vector<Isolate> stretch_ranges(const Characters& text, const std::vector<Stretch>& stretches) {
  std::vector<Isolate> ranges;
  ranges.reserve(stretches.size());
  for (const Stretch& stretch : stretches) ranges.push_back({text.at(stretch.begin), text.at(stretch.end)});
  return ranges;
}

std::vector<Isolate> isolates_of(const std::vector<Stretch>& stretches, const std::vector<Isolate>& ranges) {
  std::vector<Isolate> isolates;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    if (stretches[i].isolate == Isolation::none || ranges[i].begin == ranges[i].end) continue;
    if (stretches[i].same_isolate && !isolates.empty() && isolates.back().end == ranges[i].begin)
      isolates.back().end = ranges[i].end;
    else isolates.push_back({ranges[i].begin, ranges[i].end, stretches[i].isolate});
  }
  return isolates;
}

/// Text without any letter (a date, a number) is set as its language writes.
hb_script_t script_of_language(std::string_view lang) {
  const std::string_view primary = lang.substr(0, lang.find('-'));
  constexpr std::string_view arabic[] = {"ar", "fa", "ur", "ps", "ckb", "sd", "ug"};
  const bool found = std::find(std::begin(arabic), std::end(arabic), primary) != std::end(arabic);
  return found ? HB_SCRIPT_ARABIC : HB_SCRIPT_LATIN;
}

/// HarfBuzz's work grows with the square of the marks on one base; a longer stack goes on in an item of its own.
constexpr std::size_t longest_unit = 64;

/// Text of plain characters from left to right has one level and one script. An isolate may raise the level of what is
/// not among the first characters of Unicode (embedding_levels).
bool all_plain(const Characters& text, const std::vector<Stretch>& stretches) {
  const bool isolates = std::any_of(stretches.begin(), stretches.end(),
                                    [](const Stretch& stretch) { return stretch.isolate != Isolation::none; });
  return std::all_of(text.values.begin(), text.values.end(),
                     [&](char32_t c) { return is_plain(c) && (!isolates || c < 0x0590); });
}

/// The script of plain text: common where there is no letter.
hb_script_t script_of_plain(const Characters& text) {
  const bool latin =
      std::any_of(text.values.begin(), text.values.end(), [](char32_t c) { return own_script(c) == HB_SCRIPT_LATIN; });
  return latin ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
}

bool extends(char32_t character) { return is_mark(character) || is_default_ignorable(character); }

/// Gives items their faces, unit by unit.
class FaceChooser {
 public:
  FaceChooser(const FontBook& fonts, Words& words, Diagnostics& diags) : fonts_(fonts), words_(words), diags_(diags) {}

  struct Choice {
    FaceId face = 0;
    bool covers = false;  ///< the whole unit
  };
  /// The first face that covers the whole unit, else the one that covers most of it.
  Choice choose(const std::vector<FaceId>& faces, std::u32string_view unit) {
    READOUT_ASSERT(!faces.empty());
    FaceId best = faces.front();
    std::ptrdiff_t most = -1;
    for (const FaceId id : faces) {
      const Face* face = words_.face(id, fonts_, diags_);
      if (face == nullptr) continue;
      if (unit.size() == 1 ? words_.covers(id, unit.front()) : covers(*face, unit)) return {id, true};
      const auto count = std::count_if(unit.begin(), unit.end(), [&](char32_t c) { return words_.covers(id, c); });
      if (count > most) {
        most = count;
        best = id;
      }
    }
    return {best, false};
  }
  /// How many of the text's first characters the face draws.
  [[nodiscard]] std::size_t drawn(FaceId id, std::u32string_view text) const {
    return words_.face(id, fonts_, diags_) != nullptr ? words_.drawn(id, text) : 0;
  }
  /// A face that could not be opened has been told; its characters are not missed one by one as well.
  [[nodiscard]] bool lacks(FaceId id, char32_t character) const {
    const Face* face = words_.face(id, fonts_, diags_);
    return face != nullptr && !covers(*face, character);
  }

 private:
  const FontBook& fonts_;
  Words& words_;
  Diagnostics& diags_;
};

class Itemiser {
 public:
  Itemised result;

  Itemiser(const Characters& text, const std::vector<Stretch>& stretches, Direction direction, const FontBook& fonts,
           Words& words, Diagnostics& diags)
      : text_(text),
        stretches_(stretches),
        direction_(direction),
        ranges_(stretch_ranges(text, stretches)),
        chooser_(fonts, words, diags) {}

  /// Pre: the text is plain. Every character is a unit; those that the wanted face draws are taken together.
  void add_plain() {
    const hb_script_t script = script_of_plain(text_);
    for (std::size_t stretch = 0; stretch < stretches_.size(); ++stretch) {
      const std::size_t begin = ranges_[stretch].begin, end = ranges_[stretch].end;
      Item item{begin, begin, stretch, 0, decided(script, stretch), 0, no_edge};
      const FaceId wanted = setting_of(stretches_[stretch], item.arabic()).faces.front();
      while (item.begin < end) {
        const std::size_t drawn =
            chooser_.drawn(wanted, std::u32string_view(text_.values).substr(item.begin, end - item.begin));
        item.end = item.begin + std::max<std::size_t>(drawn, 1);
        item.face = wanted;
        if (drawn > 0) append(item);
        else add_unit(item);
        item.begin = item.end;
      }
    }
  }

  void add_any() {
    const auto isolates = with_own_isolates(text_.values, direction_, isolates_of(stretches_, ranges_));
    levels_ = embedding_levels(text_.values, direction_, isolates, &edges_);
    scripts_ = resolve_scripts(text_.values, levels_);
    for (std::size_t stretch = 0; stretch < stretches_.size(); ++stretch) {
      for (std::size_t begin = ranges_[stretch].begin; begin < ranges_[stretch].end;) {
        const std::size_t end = unit_end(begin, ranges_[stretch].end);
        add_unit({begin, end, stretch, levels_[begin], decided(scripts_[begin], stretch), 0,
                  edges_.empty() ? no_edge : edges_[begin]});
        begin = end;
      }
    }
  }

 private:
  [[nodiscard]] std::size_t unit_end(std::size_t begin, std::size_t limit) const {
    limit = std::min(limit, begin + longest_unit);
    std::size_t end = begin + 1;
    while (end < limit && levels_[end] == levels_[begin] && extends(text_.values[end])) ++end;
    return end;
  }

  [[nodiscard]] hb_script_t decided(hb_script_t script, std::size_t stretch) const {
    const bool undecided = script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED;
    return undecided ? script_of_language(stretches_[stretch].lang) : script;
  }

  void add_unit(Item unit) {
    const auto characters = std::u32string_view(text_.values).substr(unit.begin, unit.end - unit.begin);
    const auto choice = chooser_.choose(setting_of(stretches_[unit.stretch], unit.arabic()).faces, characters);
    unit.face = choice.face;
    if (!choice.covers) tell_missing(unit);
    append(unit);
  }

  void append(const Item& unit) {
    if (belongs_to_last(unit)) result.items.back().end = unit.end;
    else result.items.push_back(unit);
  }

  void tell_missing(const Item& unit) {
    for (std::size_t i = unit.begin; i < unit.end; ++i)
      if (chooser_.lacks(unit.face, text_.values[i]))
        result.missing.push_back({text_.values[i], text_.offset(i), unit.stretch});
  }

  [[nodiscard]] bool belongs_to_last(const Item& unit) const {
    if (result.items.empty()) return false;
    const Item& last = result.items.back();
    const bool goes_on = last.end - last.begin >= longest_unit && extends(text_.values[unit.begin]);
    return !goes_on && unit.edge == no_edge && last.stretch == unit.stretch && last.level == unit.level &&
           last.script == unit.script && last.face == unit.face;
  }

  const Characters& text_;
  const std::vector<Stretch>& stretches_;
  Direction direction_;
  std::vector<Isolate> ranges_;
  std::vector<std::uint8_t> levels_;  ///< one a code point
  std::vector<std::uint8_t> edges_;   ///< of isolates, before each; empty: there are none
  std::vector<hb_script_t> scripts_;
  FaceChooser chooser_;
};

}  // namespace

Itemised itemise(const Characters& text, const std::vector<Stretch>& stretches, Direction direction,
                 const FontBook& fonts, Words& words, Diagnostics& diags) {
  if (direction == Direction::rtl || !all_plain(text, stretches))
    return itemise_by_rules(text, stretches, direction, fonts, words, diags);
  Itemiser itemiser(text, stretches, direction, fonts, words, diags);
  itemiser.add_plain();
  return std::move(itemiser.result);
}

Itemised itemise_by_rules(const Characters& text, const std::vector<Stretch>& stretches, Direction direction,
                          const FontBook& fonts, Words& words, Diagnostics& diags) {
  Itemiser itemiser(text, stretches, direction, fonts, words, diags);
  itemiser.add_any();
  return std::move(itemiser.result);
}

}  // namespace readout::text
