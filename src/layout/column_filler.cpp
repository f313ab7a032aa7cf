#include "layout/column_filler.hpp"

#include <algorithm>

namespace readout::layout {
namespace {

/// A column may be so much higher before a break is made where none should be.
const Pt worth_a_bad_break = Pt::from_points(72);
/// What is no higher than a few lines is not split: a heading and two lines stay in one column.
const Pt too_low_to_split = Pt::from_points(60);

}  // namespace

ColumnFiller::ColumnFiller(std::span<const Strip> strips, const std::vector<RepeatedHead>& heads) {
  const std::size_t n = strips.size();
  tops_.resize(n + 1);
  ink_.resize(n + 1);
  not_bad_.resize(n + 1);
  good_.resize(n + 1);
  for (std::size_t i = 0; i < n; ++i) {
    const auto& strip = strips[i];
    tops_[i + 1] = tops_[i] + strip.space_before + strip.height;
    ink_[i + 1] = ink_[i] + strip.height;
    spaces_.push_back(strip.space_before);
    const RepeatedHead none;
    const auto& head = strip.head < 0 ? none : heads[static_cast<std::size_t>(strip.head)];
    const bool over = head.over_columns && strip.section >= 0;
    heads_.push_back((over ? Pt{} : head.height) + strip.more_on_top);
    over_columns_.push_back(over ? head.height : Pt{});
    not_bad_[i] = i == 0 || strip.cost < cost::bad ? i : not_bad_[i - 1];
    good_[i] = i == 0 || strip.cost < cost::lonely_row ? i : good_[i - 1];
  }
  not_bad_[n] = good_[n] = n;
}

bool ColumnFiller::fill(std::size_t first, std::size_t last, int columns, Pt room, const Breaks& breaks, bool strictly,
                        std::vector<std::size_t>& starts) const {
  starts.clear();
  for (std::size_t at = first; at < last;) {
    if (starts.size() == static_cast<std::size_t>(columns)) return false;
    starts.push_back(at);
    const Pt bottom = tops_[at] + spaces_[at] + room - heads_[at];
    const auto from = tops_.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    const auto to = tops_.begin() + static_cast<std::ptrdiff_t>(last) + 1;
    const auto end = static_cast<std::size_t>(std::upper_bound(from, to, bottom) - tops_.begin()) - 1;
    if (end == at) return false;  // not even one strip
    const std::size_t good = end == last ? end : breaks[end];
    if (strictly && good <= at) return false;
    at = good > at ? good : end;
  }
  return true;
}

FilledColumns ColumnFiller::balance(std::size_t first, std::size_t last, int columns) const {
  const Pt all = first < last ? height(first, last) + heads_[first] : Pt{};
  if (first < last && all <= too_low_to_split) return {{first}, all};
  const FilledColumns loose = balance(first, last, columns, not_bad_, false);
  for (const Breaks* breaks : {&good_, &not_bad_}) {
    FilledColumns strict = balance(first, last, columns, *breaks, true);
    if (strict.height <= loose.height + worth_a_bad_break) return strict;
  }
  return loose;
}

FilledColumns ColumnFiller::balance(std::size_t first, std::size_t last, int columns, const Breaks& breaks,
                                    bool strictly) const {
  FilledColumns filled;
  if (first >= last) return filled;
  Pt low, high = height(first, last) + heads_[first];
  while (high - low > Pt::from_units(4096)) {  // to 1/16 pt
    const Pt middle = low + (high - low) / 2;
    (fill(first, last, columns, middle, breaks, strictly, filled.starts) ? high : low) = middle;
  }
  fill(first, last, columns, high, breaks, strictly, filled.starts);
  for (std::size_t c = 0; c < filled.starts.size(); ++c) {
    const std::size_t end = c + 1 < filled.starts.size() ? filled.starts[c + 1] : last;
    filled.height = max(filled.height, height(filled.starts[c], end) + heads_[filled.starts[c]]);
  }
  return filled;
}

}  // namespace readout::layout
