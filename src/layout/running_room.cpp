// Room for running lines that take more lines than one: from the page's edge inwards each moves what is nearer to the
// text by as much as it lacks.
#include <algorithm>
#include <vector>

#include "layout/running.hpp"

namespace readout::layout {
namespace {

/// Shares of the leading that a line takes above its baseline and below it.
constexpr Pt above(Pt leading) { return leading * 3 / 4; }
constexpr Pt below(Pt leading) { return leading / 4; }

/// On some page both stand.
bool meet(RunningLine::Pages a, RunningLine::Pages b) {
  return a == b || a == RunningLine::Pages::all || b == RunningLine::Pages::all;
}

class RoomMaker {
 public:
  RoomMaker(Story& story, const std::vector<std::size_t>& lines)
      : story_(story), lines_(lines), moved_(lines.size(), false) {}

  /// What would take more than a sixth of the page is no marking any more: nothing moves.
  bool make() {
    const PageDesign page = story_.page;
    const std::vector<RunningLine> running = story_.running;
    for (const bool foot : {false, true}) clear_all(foot);
    const Pt most = page.size.height / 6;
    const PageDesign& now = story_.page;
    const bool too_much = now.first_top - page.first_top > most || now.margin.top - page.margin.top > most ||
                          now.margin.bottom - page.margin.bottom > most;
    const bool any_moved = std::find(moved_.begin(), moved_.end(), true) != moved_.end();
    if (!too_much)
      return any_moved || now.first_top != page.first_top || now.margin.top != page.margin.top ||
             now.margin.bottom != page.margin.bottom;
    story_.page = page;
    story_.running = running;
    return false;
  }

 private:
  void clear_all(bool foot) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < story_.running.size(); ++i)
      if (story_.running[i].foot == foot) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return story_.running[a].baseline < story_.running[b].baseline;
    });
    for (const std::size_t i : order)
      if (lines_[i] > 1) clear(i);
    for (const std::size_t i : order)
      if (lines_[i] > 1 || moved_[i]) clear_text(i);
  }

  /// How far a line reaches towards the text.
  Pt reach_of(std::size_t index) const {
    const RunningLine& line = story_.running[index];
    const Pt more = leading_of(line, story_) * (static_cast<std::int64_t>(lines_[index]) - 1);
    const Pt rule = line.rule > Pt{} ? line.rule_offset + line.rule : Pt{};
    return line.baseline + more +
           max(line.foot ? above(leading_of(line, story_)) : below(leading_of(line, story_)), rule);
  }
  Pt begin_of(const RunningLine& line) const {
    return line.baseline - (line.foot ? below(leading_of(line, story_)) : above(leading_of(line, story_)));
  }

  /// Moves what the line's further lines would meet, all by as much.
  void clear(std::size_t index) {
    const RunningLine line = story_.running[index];
    const auto is_beyond = [&](const RunningLine& other) {
      return other.foot == line.foot && other.baseline > line.baseline && meet(line.pages, other.pages);
    };
    const Pt reach = reach_of(index) + below(leading_of(line, story_));  // a little white between the two
    Pt lack;
    for (const RunningLine& other : story_.running)
      if (is_beyond(other)) lack = max(lack, reach - begin_of(other));
    if (lack <= Pt{}) return;
    for (std::size_t i = 0; i < story_.running.size(); ++i)
      if (is_beyond(story_.running[i])) {
        story_.running[i].baseline += lack;
        moved_[i] = true;
      }
    if (line.foot) story_.page.margin.bottom += lack;  // the text keeps its distance
    else if (line.pages != RunningLine::Pages::first) story_.page.margin.top += lack;
  }

  void clear_text(std::size_t index) {
    const RunningLine& line = story_.running[index];
    PageDesign& page = story_.page;
    const Pt edge = reach_of(index) + leading_of(line, story_) / 2;
    if (line.foot) page.margin.bottom = max(page.margin.bottom, edge);
    if (!line.foot && line.pages != RunningLine::Pages::first) page.margin.top = max(page.margin.top, edge);
    if (!line.foot && line.pages != RunningLine::Pages::rest) page.first_top = max(page.first_top, edge);
  }

  Story& story_;
  const std::vector<std::size_t>& lines_;
  std::vector<bool> moved_;
};

}  // namespace

bool make_room(Story& story, const std::vector<std::size_t>& lines) { return RoomMaker(story, lines).make(); }

}  // namespace readout::layout
