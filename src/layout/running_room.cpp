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

class RoomMaker {
 public:
  RoomMaker(Story& story, const std::vector<std::size_t>& lines) : story_(story), lines_(lines) {}

  /// What would take more than a sixth of the page is no marking any more: nothing moves.
  bool make() {
    const PageDesign page = story_.page;
    const std::vector<RunningLine> running = story_.running;
    for (const bool foot : {false, true}) clear_all(foot);
    const Pt most = page.size.height / 6;
    const bool too_much = story_.page.first_top - page.first_top > most ||
                          story_.page.margin.top - page.margin.top > most ||
                          story_.page.margin.bottom - page.margin.bottom > most;
    if (!too_much) return moved_;
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
    for (const std::size_t i : order) clear(i);
  }

  Pt leading_of(const RunningLine& line) const { return story_.paragraph_styles[line.style].leading; }

  /// How far a line reaches towards the text.
  Pt reach_of(std::size_t index) const {
    const RunningLine& line = story_.running[index];
    const Pt more = leading_of(line) * (static_cast<std::int64_t>(lines_[index]) - 1);
    const Pt rule = line.rule > Pt{} ? line.rule_offset + line.rule : Pt{};
    return line.baseline + more + max(line.foot ? above(leading_of(line)) : below(leading_of(line)), rule);
  }
  Pt begin_of(const RunningLine& line) const {
    return line.baseline - (line.foot ? below(leading_of(line)) : above(leading_of(line)));
  }

  /// Moves what the line's further lines would meet.
  void clear(std::size_t index) {
    const RunningLine line = story_.running[index];
    if (lines_[index] < 2) return;
    const Pt reach = reach_of(index);
    Pt lack;
    for (const RunningLine& other : story_.running)
      if (other.foot == line.foot && other.baseline > line.baseline) lack = max(lack, reach - begin_of(other));
    if (lack > Pt{})
      for (RunningLine& other : story_.running)
        if (other.foot == line.foot && other.baseline > line.baseline) other.baseline += lack;
    moved_ = moved_ || lack > Pt{};
    PageDesign& page = story_.page;
    const Pt gap = leading_of(line) / 2;  // before the text block
    if (line.foot) {
      move(page.margin.bottom, lack, reach + gap);
      return;
    }
    if (line.pages != RunningLine::Pages::first) move(page.margin.top, lack, reach + gap);
    if (line.pages != RunningLine::Pages::rest) move(page.first_top, Pt{}, reach + gap);
  }

  /// An edge of the text block keeps its distance from the running lines that moved, and is clear of the line.
  void move(Pt& edge, Pt lack, Pt least) {
    const Pt to = max(edge + lack, least);
    moved_ = moved_ || to > edge;
    edge = to;
  }

  Story& story_;
  const std::vector<std::size_t>& lines_;
  bool moved_ = false;
};

}  // namespace

bool make_room(Story& story, const std::vector<std::size_t>& lines) { return RoomMaker(story, lines).make(); }

}  // namespace readout::layout
