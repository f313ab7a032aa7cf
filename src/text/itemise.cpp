#include "text/itemise.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include "base/assert.hpp"
#include "text/bidi.hpp"
#include "text/coverage.hpp"
#include "text/scripts.hpp"
#include "text/words.hpp"

namespace readout::text {
namespace {

/// Stretches as ranges of code points.
std::vector<Isolate> stretch_ranges(const Characters& text, const std::vector<Stretch>& stretches) {
  std::vector<Isolate> ranges;
  const auto at = [&](std::size_t byte) {
    const auto found = std::lower_bound(text.offsets.begin(), text.offsets.end(), byte);
    return static_cast<std::size_t>(found - text.offsets.begin());
  };
  for (const Stretch& stretch : stretches) ranges.push_back({at(stretch.begin), at(stretch.end)});
  return ranges;
}

std::vector<Isolate> isolates_of(const std::vector<Stretch>& stretches, const std::vector<Isolate>& ranges) {
  std::vector<Isolate> isolates;
  for (std::size_t i = 0; i < stretches.size(); ++i)
    if (stretches[i].isolate && ranges[i].begin < ranges[i].end) isolates.push_back(ranges[i]);
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
      : text_(text), stretches_(stretches), ranges_(stretch_ranges(text, stretches)), chooser_(fonts, words, diags) {
    result.levels = embedding_levels(text.values, direction, isolates_of(stretches, ranges_));
    scripts_ = resolve_scripts(text.values, result.levels);
  }

  void add_stretch(std::size_t stretch) {
    for (std::size_t begin = ranges_[stretch].begin; begin < ranges_[stretch].end;) {
      const std::size_t end = unit_end(begin, ranges_[stretch].end);
      add_unit({begin, end, stretch, result.levels[begin], script_at(begin, stretch), 0});
      begin = end;
    }
  }

 private:
  [[nodiscard]] std::size_t unit_end(std::size_t begin, std::size_t limit) const {
    limit = std::min(limit, begin + longest_unit);
    std::size_t end = begin + 1;
    while (end < limit && result.levels[end] == result.levels[begin] && extends(text_.values[end])) ++end;
    return end;
  }

  [[nodiscard]] hb_script_t script_at(std::size_t i, std::size_t stretch) const {
    const bool undecided = scripts_[i] == HB_SCRIPT_COMMON || scripts_[i] == HB_SCRIPT_INHERITED;
    return undecided ? script_of_language(stretches_[stretch].lang) : scripts_[i];
  }

  void add_unit(Item unit) {
    const auto characters = std::u32string_view(text_.values).substr(unit.begin, unit.end - unit.begin);
    const auto choice = chooser_.choose(setting_of(stretches_[unit.stretch], unit.arabic()).faces, characters);
    unit.face = choice.face;
    if (!choice.covers) tell_missing(unit);
    if (belongs_to_last(unit)) result.items.back().end = unit.end;
    else result.items.push_back(unit);
  }

  void tell_missing(const Item& unit) {
    for (std::size_t i = unit.begin; i < unit.end; ++i)
      if (chooser_.lacks(unit.face, text_.values[i]))
        result.missing.push_back({text_.values[i], text_.offsets[i], unit.stretch});
  }

  [[nodiscard]] bool belongs_to_last(const Item& unit) const {
    if (result.items.empty()) return false;
    const Item& last = result.items.back();
    const bool goes_on = last.end - last.begin >= longest_unit && extends(text_.values[unit.begin]);
    return !goes_on && last.stretch == unit.stretch && last.level == unit.level && last.script == unit.script &&
           last.face == unit.face;
  }

  const Characters& text_;
  const std::vector<Stretch>& stretches_;
  std::vector<Isolate> ranges_;
  std::vector<hb_script_t> scripts_;
  FaceChooser chooser_;
};

}  // namespace

Itemised itemise(const Characters& text, const std::vector<Stretch>& stretches, Direction direction,
                 const FontBook& fonts, Words& words, Diagnostics& diags) {
  Itemiser itemiser(text, stretches, direction, fonts, words, diags);
  for (std::size_t stretch = 0; stretch < stretches.size(); ++stretch) itemiser.add_stretch(stretch);
  return std::move(itemiser.result);
}

}  // namespace readout::text
