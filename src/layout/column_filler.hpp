// Newspaper columns: the least height at which a stretch of strips stands in so many columns.
#pragma once
#include <cstdint>
#include <span>
#include <vector>
#include "layout/strip.hpp"

namespace readout::layout {

/// Where each column begins, and the height of the highest.
struct FilledColumns {
  std::vector<std::size_t> starts;
  Pt height;
  friend bool operator==(const FilledColumns&, const FilledColumns&) = default;
};

/// Sums over strips, made once and then asked for any stretch of them.
class ColumnFiller {
 public:
  ColumnFiller(std::span<const Strip> strips, const std::vector<RepeatedHead>& heads);

  /// Height of strips [first, last) below each other.
  [[nodiscard]] Pt height(std::size_t first, std::size_t last) const {
    return first >= last ? Pt{} : tops_[last] - tops_[first] - spaces_[first];
  }
  /// Height of strips [first, last) without any white: `columns` columns are never lower than its share.
  [[nodiscard]] Pt ink(std::size_t first, std::size_t last) const { return ink_[last] - ink_[first]; }
  /// Height of the head that stands over strip `first` when a page or column begins with it, and what else it takes.
  [[nodiscard]] Pt head(std::size_t first) const { return heads_[first]; }
  /// Height of the head over all columns, when a page begins with strip `first`.
  [[nodiscard]] Pt head_over_columns(std::size_t first) const { return over_columns_[first]; }

  /// Columns of equal height as near as can be. They break where a break is bad (after a heading, inside what is kept
  /// together) or not good (through a short table) only when columns that do not would be much higher.
  /// Cost: O(columns x log(strips) x log(height)).
  [[nodiscard]] FilledColumns balance(std::size_t first, std::size_t last, int columns) const;

 private:
  /// The last place at or before each strip where a break is good enough.
  using Breaks = std::vector<std::size_t>;
  FilledColumns balance(std::size_t first, std::size_t last, int columns, const Breaks& breaks, bool strictly) const;
  bool fill(std::size_t first, std::size_t last, int columns, Pt room, const Breaks& breaks, bool strictly,
            std::vector<std::size_t>& starts) const;

  std::vector<Pt> tops_;  ///< sum of white and height of the strips before i
  std::vector<Pt> ink_;
  std::vector<Pt> spaces_, heads_, over_columns_;
  Breaks not_bad_, good_;  ///< good: no short table torn, no row left alone either
};

}  // namespace readout::layout
