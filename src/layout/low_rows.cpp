#include "layout/low_rows.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>

namespace readout::layout {
namespace {

constexpr std::int64_t most_steps = 48;  ///< of a column's widths
constexpr std::int64_t steps_of_long = 24;
constexpr std::size_t steps_up = 4;     ///< that a column is tried wider at once
constexpr int rounds = 8;               ///< in which each column is tried wider
constexpr double other_line = 1.0 / 3;  ///< what a line counts that makes its row no higher
constexpr double torn_cost = 1;         ///< lines that a cell may be higher rather than part a word or a sum
constexpr double most_lines = 250;

std::uint8_t lines_at(const LineWidths& cell, Pt width) {
  for (std::size_t k = 0; k < cell.size(); ++k)
    if (cell[k] <= width) return static_cast<std::uint8_t>(k + 1);
  if (cell.empty() || cell.back() <= Pt{}) return 0;
  // Beyond what is known it is as with water: half as wide, twice as high.
  const double lines = static_cast<double>(cell.size()) * cell.back().points() / std::max(width.points(), 1.0);
  return static_cast<std::uint8_t>(std::min(lines + 1, most_lines));
}

/// A column at the widths that are worth a look, narrow ones first, and the lines of its cells at each.
struct Steps {
  std::vector<Pt> widths;
  std::vector<std::vector<std::uint8_t>> lines;  ///< by step, by row
  std::vector<double> own;                       ///< by step: what the column costs beside the height of the rows
  std::size_t at = 0;
  [[nodiscard]] Pt width() const { return widths[at]; }
};

std::vector<Pt> widths_worth_a_look(const ColumnWish& wish, Pt most) {
  std::vector<Pt> all{wish.least};
  const auto add = [&](Pt width) {
    if (width > wish.least && width < most) all.push_back(width);
  };
  bool is_long = false;  // more lines than are known, so that any width may be good
  for (const LineWidths& cell : wish.cells) {
    for (const Pt width : cell) add(width);
    is_long = is_long || (!cell.empty() && cell.back() > wish.least);
  }
  for (const Pt width : wish.whole) add(width);
  for (std::int64_t i = 1; i < steps_of_long && is_long; ++i) add(wish.least + (most - wish.least) * i / steps_of_long);
  std::sort(all.begin(), all.end());
  // Of those close to each other the widest: in it stands what stands in the others.
  const Pt close = (most - wish.least) / most_steps;
  std::vector<Pt> apart{most};
  for (auto width = all.rbegin(); width != all.rend(); ++width)
    if (*width < apart.back() - close) apart.push_back(*width);
  if (apart.back() > wish.least) apart.push_back(wish.least);
  return {apart.rbegin(), apart.rend()};
}

Steps steps_of(const ColumnWish& wish, Pt most) {
  Steps steps;
  steps.widths = widths_worth_a_look(wish, most);
  for (const Pt width : steps.widths) {
    auto& lines = steps.lines.emplace_back();
    for (const LineWidths& cell : wish.cells) lines.push_back(lines_at(cell, width));
    double own = other_line * std::accumulate(lines.begin(), lines.end(), 0.0);
    for (const Pt whole : wish.whole) own += width < whole ? torn_cost : 0;
    steps.own.push_back(own);
  }
  steps.at = steps.widths.size() - 1;
  return steps;
}

class LowRows {
 public:
  LowRows(const std::vector<ColumnWish>& wishes, Pt room) : room_(room), rows_(wishes.front().cells.size()) {
    Pt spare = room;  // beyond what all need
    for (const ColumnWish& wish : wishes) spare -= wish.least;
    for (const ColumnWish& wish : wishes) columns_.push_back(steps_of(wish, min(wish.natural, wish.least + spare)));
    give_way(columns_.size());
  }

  void seek() {
    double best = cost();
    for (int round = 0; round < rounds; ++round) {
      bool better = false;
      for (std::size_t c = 0; c < columns_.size(); ++c) better = widen(c, best) || better;
      if (!better) return;
    }
  }

  [[nodiscard]] std::vector<Pt> widths() const {
    std::vector<Pt> widths;
    for (const Steps& column : columns_) widths.push_back(column.width());
    return widths;
  }

 private:
  [[nodiscard]] Pt width() const {
    return std::accumulate(columns_.begin(), columns_.end(), Pt{},
                           [](Pt sum, const Steps& column) { return sum + column.width(); });
  }

  /// Of each row the lines of its highest cell, and of the next highest.
  struct Heights {
    std::vector<std::uint8_t> first, second;
  };
  [[nodiscard]] Heights heights() const {
    Heights heights{std::vector<std::uint8_t>(rows_, 1), std::vector<std::uint8_t>(rows_, 1)};
    for (const Steps& column : columns_)
      for (std::size_t r = 0; r < rows_; ++r) {
        const std::uint8_t lines = column.lines[column.at][r];
        heights.second[r] = std::max(heights.second[r], std::min(lines, heights.first[r]));
        heights.first[r] = std::max(heights.first[r], lines);
      }
    return heights;
  }

  /// What the table costs by one column's being at a step.
  [[nodiscard]] double cost_at(const Heights& heights, const Steps& column, std::size_t step) const {
    const auto &now = column.lines[column.at], &lines = column.lines[step];
    int sum = 0;
    for (std::size_t r = 0; r < rows_; ++r)
      sum += std::max(lines[r], now[r] == heights.first[r] ? heights.second[r] : heights.first[r]);
    return sum + column.own[step];
  }

  [[nodiscard]] double cost() const {
    const Heights all = heights();
    double sum = std::accumulate(all.first.begin(), all.first.end(), 0.0);
    for (const Steps& column : columns_) sum += column.own[column.at];
    return sum;
  }

  struct Offer {
    std::size_t column = 0, step = 0;
    double price = 0;  ///< for a point of width
  };

  /// How a column gives most cheaply of what is too much.
  [[nodiscard]] std::optional<Offer> offer_of(std::size_t c, Pt too_much, const Heights& heights) const {
    const Steps& column = columns_[c];
    const double now = cost_at(heights, column, column.at);
    std::optional<Offer> best;
    for (std::size_t step = column.at; step-- > 0;) {
      const Pt given = column.width() - column.widths[step];
      const double price = (cost_at(heights, column, step) - now) / min(given, too_much).points();
      if (!best || price < best->price) best = Offer{c, step, price};
      if (given >= too_much) break;
    }
    return best;
  }

  /// Until all fit, the cheapest gives way; never `kept`. False when it cannot be done.
  bool give_way(std::size_t kept) {
    for (Pt too_much = width() - room_; too_much > Pt{}; too_much = width() - room_) {
      std::optional<Offer> best;
      const Heights all = heights();
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const auto offer = c == kept ? std::nullopt : offer_of(c, too_much, all);
        if (offer && (!best || offer->price < best->price)) best = offer;
      }
      if (!best) return false;
      columns_[best->column].at = best->step;
    }
    return true;
  }

  bool widen(std::size_t c, double& best) {
    std::vector<std::size_t> before;
    for (const Steps& column : columns_) before.push_back(column.at);
    const std::size_t most = std::min(before[c] + steps_up, columns_[c].widths.size() - 1);
    for (std::size_t step = before[c] + 1; step <= most; ++step) {
      columns_[c].at = step;
      if (give_way(c))
        if (const double now = cost(); now < best) {
          best = now;
          return true;
        }
      for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].at = before[i];
    }
    return false;
  }

  Pt room_;
  std::size_t rows_;
  std::vector<Steps> columns_;
};

}  // namespace

std::vector<Pt> widths_of_low_rows(const std::vector<ColumnWish>& wishes, Pt room) {
  LowRows rows(wishes, room);
  rows.seek();
  return rows.widths();
}

}  // namespace readout::layout
