// Rows of pairs: two columns in step, cut where both have a line's end.
#include "layout/pair_rows.hpp"
#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include "base/assert.hpp"

namespace readout::layout {
namespace {

/// What a cut through lines that must not be parted counts, as a distance: about two lines.
const Pt far_away = Pt::from_points(30);

/// Strips of one side from one common beginning to the next, and where each stands under the stretch's top.
struct Stretch {
  std::vector<Strip> strips;
  std::vector<Pt> tops;
  [[nodiscard]] std::size_t size() const { return strips.size(); }
  [[nodiscard]] Pt bottom(std::size_t count) const {
    return count == 0 ? Pt{} : tops[count - 1] + strips[count - 1].height;
  }
  void stand(Pt y) {
    for (std::size_t i = 0; i < strips.size(); ++i) {
      if (i > 0) y += strips[i].space_before;
      tops.push_back(y);
      y += strips[i].height;
    }
  }
};
struct Stretches {
  Stretch sides[2];
};

/// Where the blocks of a side begin: (span, strip), sorted.
class Begins {
 public:
  explicit Begins(const std::vector<Strip>& strips) {
    for (std::size_t i = 0; i < strips.size(); ++i)
      if (strips[i].begins.valid()) all_.push_back(key(strips[i].begins, i));
    std::sort(all_.begin(), all_.end());
  }
  /// The first strip from `from` on that begins the block; nullopt: none.
  [[nodiscard]] std::optional<std::size_t> find(Span begins, std::size_t from) const {
    const Key wanted = key(begins, from);
    const auto found = std::lower_bound(all_.begin(), all_.end(), wanted);
    if (found == all_.end() || !std::equal(wanted.begin(), wanted.end() - 1, found->begin())) return std::nullopt;
    return found->back();
  }

 private:
  using Key = std::array<std::size_t, 4>;
  static Key key(Span span, std::size_t strip) { return {span.file, span.begin, span.end, strip}; }
  std::vector<Key> all_;
};

void move_into(Stretch& stretch, std::vector<Strip>& strips, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) stretch.strips.push_back(std::move(strips[i]));
}

/// Parts both sides where both begin a block of the same span.
std::vector<Stretches> stretches_of(std::vector<Strip> first, std::vector<Strip> second) {
  std::vector<Stretches> all;
  const Begins begins(second);
  std::size_t a = 0, b = 0;
  for (std::size_t i = 1; i < first.size(); ++i) {
    if (!first[i].begins.valid()) continue;
    const auto same = begins.find(first[i].begins, b + 1);
    if (!same) continue;
    move_into(all.emplace_back().sides[0], first, a, i);
    move_into(all.back().sides[1], second, b, *same);
    a = i;
    b = *same;
  }
  move_into(all.emplace_back().sides[0], first, a, first.size());
  move_into(all.back().sides[1], second, b, second.size());
  return all;
}

/// Both sides are on one baseline at the top. Gives it.
Pt stand_on_baseline(Stretches& both) {
  Pt deepest;
  for (const auto& side : both.sides)
    if (side.size() > 0) deepest = max(deepest, side.strips.front().baseline.value_or(Pt{}));
  for (auto& side : both.sides)
    side.stand(side.size() > 0 && side.strips.front().baseline ? deepest - *side.strips.front().baseline : Pt{});
  return deepest;
}

std::optional<Pt> first_baseline(const Strip::Part& cell) {
  return cell.strips.empty() ? std::nullopt : cell.strips.front().baseline;
}

/// Two cells in step, so that their first lines have the baseline told. Gives their height.
Pt step_cells(Strip::Part& first, Strip::Part& second, Pt baseline) {
  Strip::Part* const cells[2] = {&first, &second};
  const bool on_baseline = first_baseline(first) || first_baseline(second);
  auto stretches = stretches_of(std::exchange(first.strips, {}), std::exchange(second.strips, {}));
  Pt y, ends[2];
  for (Stretches& both : stretches) {
    const bool starts = &both == stretches.data();
    Pt white;
    for (const Stretch& side : both.sides)
      if (side.size() > 0 && !starts) white = max(white, side.strips.front().space_before);
    y += white;
    const Pt own = stand_on_baseline(both);
    if (starts && on_baseline) y += baseline - own;
    for (std::size_t s = 0; s < 2; ++s) {
      Stretch& side = both.sides[s];
      if (side.size() == 0) continue;
      if (cells[s]->strips.empty()) cells[s]->top = y + side.tops.front();
      else side.strips.front().space_before = y + side.tops.front() - ends[s];
      ends[s] = y + side.bottom(side.size());
      std::move(side.strips.begin(), side.strips.end(), std::back_inserter(cells[s]->strips));
    }
    y = max(ends[0], ends[1]);
  }
  return y;
}

/// Where a break goes through both sides: so many strips of each stand above it.
struct Cut {
  std::size_t above[2] = {0, 0};
};

/// The end of a line of `side` that is nearest to a height, not before `least`.
std::size_t nearest_end(const Stretch& side, std::size_t least, Pt height) {
  const auto distance = [&](std::size_t count) {
    const Pt end = side.bottom(count);
    const Pt off = end < height ? height - end : end - height;
    return count < side.size() && side.strips[count].cost >= cost::bad ? off + far_away : off;
  };
  std::size_t best = least;
  for (std::size_t count = least + 1; count <= side.size(); ++count) {
    if (distance(count) < distance(best)) best = count;
    if (side.bottom(count) > height + far_away) break;
  }
  return best;
}

/// A cut at the end of each line of the side that has more of them.
std::vector<Cut> cuts_through(const Stretches& both) {
  const std::size_t most = both.sides[0].size() >= both.sides[1].size() ? 0 : 1;
  const Stretch &longer = both.sides[most], &shorter = both.sides[1 - most];
  std::vector<Cut> cuts;
  std::size_t least = std::min<std::size_t>(1, shorter.size());
  for (std::size_t i = 1; i < longer.size(); ++i) {
    Cut& cut = cuts.emplace_back();
    cut.above[most] = i;
    cut.above[1 - most] = least = nearest_end(shorter, least, longer.bottom(i));
  }
  Cut& end = cuts.emplace_back();
  for (std::size_t s = 0; s < 2; ++s) end.above[s] = both.sides[s].size();
  return cuts;
}

std::int64_t cost_of(const Stretches& both, const Cut& cut) {
  std::int64_t price = 0;
  bool ended = false;
  for (std::size_t s = 0; s < 2; ++s) {
    const auto& strips = both.sides[s].strips;
    if (cut.above[s] < strips.size()) price = std::max(price, strips[cut.above[s]].cost);
    else ended = true;
  }
  return price + cost::inside_pair + (ended ? cost::beside_nothing : 0);
}

/// On top of a page both sides begin on one baseline again, whatever it was before; a side that goes on only in a later
/// row, too. Pre: the strips from the cut on are there still.
void fit_for_top(Strip& row, const Stretches& both, const Cut& from, Pt top) {
  std::optional<Pt> baselines[2];
  Pt deepest;
  for (std::size_t s = 0; s < 2; ++s) {
    const Stretch& side = both.sides[s];
    const std::size_t next = from.above[s];
    if (next == side.size() || !side.strips[next].baseline) continue;
    baselines[s] = side.tops[next] - top + *side.strips[next].baseline;
    deepest = max(deepest, *side.strips[next].baseline);
  }
  for (std::size_t s = 0; s < 2; ++s) {
    if (!baselines[s]) continue;
    row.parts[s].down_on_top = deepest - *baselines[s];
    row.more_on_top = max(row.more_on_top, row.parts[s].down_on_top);
  }
}

/// The strips between two cuts; `y` is where the row above ends.
Strip row_between(Stretches& both, const Cut& from, const Cut& to, Pt y) {
  Strip row;
  row.parts.resize(2);
  const bool starts = from.above[0] + from.above[1] == 0;
  std::optional<Pt> white;
  for (std::size_t s = 0; s < 2 && !starts; ++s) {
    if (from.above[s] == to.above[s]) continue;
    const Pt above = both.sides[s].tops[from.above[s]] - y;
    white = white ? min(*white, above) : above;
  }
  row.space_before = max(white.value_or(Pt{}), Pt{});
  y += row.space_before;
  if (!starts) fit_for_top(row, both, from, y);
  Pt end = y;
  for (std::size_t s = 0; s < 2; ++s) {
    Stretch& side = both.sides[s];
    auto& part = row.parts[s];
    if (from.above[s] < to.above[s]) part.top = side.tops[from.above[s]] - y;
    end = max(end, side.bottom(to.above[s]));
    for (std::size_t i = from.above[s]; i < to.above[s]; ++i) {
      row.notes.insert(row.notes.end(), side.strips[i].notes.begin(), side.strips[i].notes.end());
      part.strips.push_back(std::move(side.strips[i]));
    }
  }
  row.height = end - y;
  return row;
}

}  // namespace

Pt white_below(const std::vector<Strip>& rows, const std::array<Pt, 2>& sides) {
  Pt most;
  for (std::size_t s = 0; s < 2; ++s) {
    Pt missing = sides[s];
    for (auto row = rows.rbegin(); row != rows.rend() && missing > Pt{}; ++row) {
      const Strip::Part& part = row->parts[s];
      missing -= row->height;
      if (!part.strips.empty()) missing += part.top + height_of(part.strips);
      else missing -= row->space_before;
      if (!part.strips.empty()) break;
    }
    most = max(most, missing);
  }
  return most;
}

namespace {

void add_rows(std::vector<Strip>& rows, Stretches both) {
  std::array<Pt, 2> white;
  std::int64_t price = 0;
  Span begins;
  for (std::size_t s = 0; s < 2; ++s) {
    const Stretch& side = both.sides[s];
    if (side.size() == 0) continue;
    white[s] = side.strips.front().space_before;
    price = std::max(price, side.strips.front().cost);
    if (!begins.valid()) begins = side.strips.front().begins;
  }
  const Pt above = white_below(rows, white);
  const Pt baseline = stand_on_baseline(both);
  Cut from;
  Pt y;
  for (const Cut& cut : cuts_through(both)) {
    const bool starts = from.above[0] + from.above[1] == 0;
    const std::int64_t break_cost = starts ? price : cost_of(both, from);
    Strip row = row_between(both, from, cut, y);
    y += row.space_before + row.height;
    row.cost = break_cost;
    if (starts) {
      row.space_before = above;
      row.baseline = baseline;
      row.begins = begins;
    } else {
      row.continues = true;
    }
    rows.push_back(std::move(row));
    from = cut;
  }
}

/// Strips at full measure, as one row in which neither side has anything.
Strip row_below(std::vector<Strip> strips) {
  Strip row;
  row.space_before = std::exchange(strips.front().space_before, {});
  row.cost = std::max(strips.front().cost, cost::parted_end);  // a picture parted from what it shows
  row.height = height_of(strips);
  for (const Strip& strip : strips) row.notes.insert(row.notes.end(), strip.notes.begin(), strip.notes.end());
  row.parts.resize(3);
  row.parts.back().strips = std::move(strips);
  return row;
}

/// The lines that go on below all that a side has.
std::vector<Stem> leaving(const std::vector<Strip>& rows, std::size_t side) {
  std::vector<Stem> stems;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    const auto& strips = row->parts[side].strips;
    if (strips.empty()) continue;
    for (const Stem& stem : strips.back().stems)
      if (stem.to >= strips.back().height) stems.push_back(stem);
    break;
  }
  return stems;
}

/// Lines down a side (of a tour) go on through the rows in which it has nothing, or ends early.
void draw_through(std::vector<Strip>& rows) {
  for (std::size_t s = 0; s < 2; ++s) {
    std::vector<Stem> below = leaving(rows, s);  // those that go on to what stands next on this side
    for (std::size_t r = rows.size(); r-- > 0;) {
      Strip& row = rows[r];
      const auto& part = row.parts[s];
      const bool empty = part.strips.empty();
      const Pt from = empty ? Pt{} : part.top + height_of(part.strips);
      for (Stem stem : below) {
        if (from >= row.height) break;
        stem.from = from;
        stem.to = row.height;
        stem.reaches_up = empty;
        row.stems.push_back(stem);
      }
      if (empty) continue;
      below.clear();
      for (const Stem& stem : part.strips.front().stems)
        if (stem.reaches_up) below.push_back(stem);
    }
  }
}

}  // namespace

std::vector<Strip> rows_in_step(std::vector<Strip> first, std::vector<Strip> second, std::vector<Strip> below) {
  std::vector<Strip> rows;
  if (first.empty() && second.empty()) return below;
  for (auto& both : stretches_of(std::move(first), std::move(second))) add_rows(rows, std::move(both));
  if (!below.empty()) rows.push_back(row_below(std::move(below)));
  draw_through(rows);
  return rows;
}

void step_rows(Strip& first, Strip& second) {
  Strip* const rows[2] = {&first, &second};
  std::optional<Pt> baseline;
  for (const Strip* row : rows)
    for (const auto& cell : row->parts)
      if (const auto own = first_baseline(cell)) baseline = max(baseline.value_or(Pt{}), *own);
  Pt height;
  for (std::size_t c = 0; c < first.parts.size(); ++c)
    height = max(height, step_cells(first.parts[c], second.parts[c], baseline.value_or(Pt{})));
  for (Strip* row : rows) {
    row->baseline = baseline;
    row->height = height;
  }
}

namespace {

std::size_t rows_at_end(const std::vector<Strip>& strips) {
  const auto last_line =
      std::find_if(strips.rbegin(), strips.rend(), [](const Strip& strip) { return strip.parts.empty(); });
  return static_cast<std::size_t>(last_line - strips.rbegin());
}

/// The lowest of its cells' first baselines, or of their last.
Pt baseline_of_row(const Strip& row, bool last) {
  Pt deepest;
  for (const auto& cell : row.parts) {
    if (cell.strips.empty()) continue;
    const Strip& line = last ? cell.strips.back() : cell.strips.front();
    const Pt above = last ? height_of(cell.strips) - line.height : Pt{};
    deepest = max(deepest, cell.top + above + line.baseline.value_or(line.height));
  }
  return deepest;
}

/// Both become as high as the higher; heads stand on the rule, so that their last lines are on one baseline.
void level_rows(Strip& first, Strip& second, bool head) {
  Strip* const rows[2] = {&first, &second};
  Pt above, below;
  for (const Strip* row : rows) {
    const Pt baseline = baseline_of_row(*row, head);
    above = max(above, baseline);
    below = max(below, row->height - baseline);
  }
  for (Strip* row : rows) grow_row(*row, above - baseline_of_row(*row, head), above + below);
  second.baseline = first.baseline;
}

}  // namespace

std::vector<Strip> table_rows_in_step(std::vector<Strip> first, std::vector<Strip> second, std::size_t bodies) {
  const std::size_t count = std::min(rows_at_end(first), rows_at_end(second));
  READOUT_ASSERT(bodies <= count);
  const std::size_t above[2] = {first.size() - count, second.size() - count};
  std::vector<Stretches> all(count + 1);
  move_into(all[0].sides[0], first, 0, above[0]);
  move_into(all[0].sides[1], second, 0, above[1]);
  for (std::size_t r = 0; r < count; ++r) {
    level_rows(first[above[0] + r], second[above[1] + r], r + bodies < count);
    move_into(all[r + 1].sides[0], first, above[0] + r, above[0] + r + 1);
    move_into(all[r + 1].sides[1], second, above[1] + r, above[1] + r + 1);
  }
  std::vector<Strip> rows;
  for (Stretches& both : all)
    if (both.sides[0].size() + both.sides[1].size() > 0) add_rows(rows, std::move(both));
  return rows;
}

}  // namespace readout::layout
