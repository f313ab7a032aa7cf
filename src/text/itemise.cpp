#include "text/itemise.hpp"

#include <algorithm>
#include <string_view>
#include "base/assert.hpp"
#include "text/bidi.hpp"
#include "text/coverage.hpp"
#include "text/scripts.hpp"

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

bool extends(char32_t character) { return is_mark(character) || is_default_ignorable(character); }

/// Gives items their faces, unit by unit.
class FaceChooser {
 public:
  FaceChooser(const FontBook& fonts, Diagnostics& diags) : fonts_(fonts), diags_(diags) {}

  /// The first face that covers the whole unit, else the one that covers most of it.
  FaceId choose(const std::vector<FaceId>& faces, std::u32string_view unit) {
    READOUT_ASSERT(!faces.empty());
    FaceId best = faces.front();
    std::ptrdiff_t most = -1;
    for (const FaceId id : faces) {
      const Face* face = fonts_.face(id, diags_);
      if (face == nullptr) continue;
      if (covers(*face, unit)) return id;
      const auto count = std::count_if(unit.begin(), unit.end(), [&](char32_t c) { return covers(*face, c); });
      if (count > most) {
        most = count;
        best = id;
      }
    }
    return best;
  }
  /// A face that could not be opened has been told; its characters are not missed one by one as well.
  [[nodiscard]] bool lacks(FaceId id, char32_t character) const {
    const Face* face = fonts_.face(id, diags_);
    return face != nullptr && !covers(*face, character);
  }
  [[nodiscard]] bool covers_unit(FaceId id, std::u32string_view unit) const {
    const Face* face = fonts_.face(id, diags_);
    return face == nullptr || covers(*face, unit);
  }

 private:
  const FontBook& fonts_;
  Diagnostics& diags_;
};

void append(std::vector<Item>& items, const Item& unit) {
  if (!items.empty()) {
    Item& last = items.back();
    if (last.end == unit.begin && last.stretch == unit.stretch && last.level == unit.level &&
        last.script == unit.script && last.face == unit.face) {
      last.end = unit.end;
      return;
    }
  }
  items.push_back(unit);
}

}  // namespace

Itemised itemise(const Characters& text, const std::vector<Stretch>& stretches, Direction direction,
                 const FontBook& fonts, Diagnostics& diags) {
  const auto ranges = stretch_ranges(text, stretches);
  Itemised result;
  result.levels = embedding_levels(text.values, direction, isolates_of(stretches, ranges));
  const auto scripts = resolve_scripts(text.values, result.levels);
  FaceChooser chooser(fonts, diags);
  const std::u32string_view values = text.values;
  for (std::size_t stretch = 0; stretch < ranges.size(); ++stretch) {
    for (std::size_t begin = ranges[stretch].begin; begin < ranges[stretch].end;) {
      std::size_t end = begin + 1;
      while (end < ranges[stretch].end && result.levels[end] == result.levels[begin] && extends(values[end])) ++end;
      const std::u32string_view unit = values.substr(begin, end - begin);
      Item item{begin, end, stretch, result.levels[begin], scripts[begin], 0};
      if (item.script == HB_SCRIPT_COMMON || item.script == HB_SCRIPT_INHERITED)
        item.script = script_of_language(stretches[stretch].lang);
      item.face = chooser.choose(setting_of(stretches[stretch], item.arabic()).faces, unit);
      if (!chooser.covers_unit(item.face, unit))
        for (std::size_t i = begin; i < end; ++i)
          if (chooser.lacks(item.face, values[i])) result.missing.push_back({values[i], text.offsets[i], stretch});
      append(result.items, item);
      begin = end;
    }
  }
  return result;
}

}  // namespace readout::text
