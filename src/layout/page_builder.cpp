#include "layout/page_builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>

namespace readout::layout {
namespace {

constexpr std::int64_t a_page = 300;
constexpr double little_white = 0.08;             ///< of a page: as good on one page as on two
constexpr double much_white = 0.14;               ///< of a page: nobody takes it for its natural end
constexpr std::int64_t too_high = 1'000'000'000;  ///< a strip that is higher than its page

/// What a last page costs that is blank by this share: a quarter of text is enough.
std::int64_t nearly_empty(double blank) { return static_cast<std::int64_t>(5000 * std::max(blank - 0.75, 0.0)); }

/// Cost of a page that is full to its end, with so much of its last note on the next.
std::int64_t split_page_cost(const Galley& galley, std::size_t last, Pt later, Pt room) {
  const double share = later.points() / room.points();
  std::int64_t cost = page_cost(galley, last, {}, room) + cost::split_note + static_cast<std::int64_t>(600 * share);
  if (last == galley.strips.size()) cost += a_page + nearly_empty(1 - std::min(share, 1.0));  // of nothing but its end
  return cost;
}

/// Height of a note but for the lines that it begins with.
Pt later_lines(const SetNote& note) {
  Pt begun;
  for (std::size_t i = 0; i < note.strips.size(); ++i) {
    if (i > 0 && note.strips[i].cost < cost::bad) return note.height - begun;
    begun += (i > 0 ? note.strips[i].space_before : Pt{}) + note.strips[i].height;
  }
  return {};
}

/// Dynamic programming over the last page's first strip.
class Chooser {
 public:
  Chooser(const Galley& galley, const PageMeasure& measure, const PageRoom& room, std::size_t begin, Pt first_room)
      : galley_(galley), measure_(measure), room_(room), begin_(begin), first_room_(first_room) {
    looks_.reserve(galley.strips.size());
    for (const Strip& strip : galley.strips)
      looks_.push_back({strip.space_before, strip.section, strip.floated, strip.forced});
  }

  PageChoice choose() {
    const std::size_t n = galley_.strips.size();
    best_.resize(n + 1 - begin_);
    best_[0].cost = 0;
    for (std::size_t last = begin_ + 1; last <= n; ++last) weigh(last);
    PageChoice choice{{}, best_[n - begin_].cost, work_};
    for (std::size_t last = n; last > begin_; last = best_[last - begin_].first)
      choice.pages.push_back({best_[last - begin_].first, last});
    std::reverse(choice.pages.begin(), choice.pages.end());
    return choice;
  }

 private:
  /// What of a strip is looked at for each page that it might be on.
  struct Look {
    Pt space_before;
    std::int32_t section;
    bool floated, forced;
  };
  struct Best {
    std::int64_t cost = std::numeric_limits<std::int64_t>::max();
    std::size_t first = 0;
  };

  /// All pages that end before strip `last`, from the shortest to the fullest.
  void weigh(std::size_t last) {
    const Pt most = max(first_room_, room_.later);
    std::size_t stretch_end = last;  // the page's top stretch is [first, stretch_end)
    Pt below;                        // height of the stretches under it
    std::int64_t buried = 0;         // figures that floated and are not on top
    for (std::size_t first = last; first-- > begin_;) {
      if (first + 1 < stretch_end && looks_[first].section != looks_[first + 1].section) {
        below += measure_.stretch(first + 1, stretch_end, false) + looks_[first + 1].space_before;
        stretch_end = first + 1;
      }
      ++work_;
      if (first + 1 < last && looks_[first + 1].floated) buried += cost::not_on_top;
      const Pt under = below + measure_.notes(first, last);
      const Pt later = measure_.later_notes(first, last);
      const bool alone = first + 1 == last;
      if (!alone && under - later + measure_.least(first, stretch_end) > most) return;
      const Pt room = first == begin_ ? first_room_ : room_.later;
      const Pt height = under + measure_.stretch(first, stretch_end, true);
      const Pt blank = room - height;
      if (blank >= Pt{}) {
        const bool by_choice = measure_.has_room_for_more(first, last, blank);
        take(first, last, buried + page_cost(galley_, last, blank, room, by_choice));
      } else if (height - later <= room) {
        take(first, last, buried + split_page_cost(galley_, last, height - room, room));
      } else if (alone) {
        take(first, last, too_high);
      }
      if (looks_[first].forced) return;
    }
  }

  void take(std::size_t first, std::size_t last, std::int64_t cost) {
    const auto& before = best_[first - begin_];
    auto& best = best_[last - begin_];
    if (before.cost == std::numeric_limits<std::int64_t>::max() || before.cost + cost >= best.cost) return;
    best = {before.cost + cost, first};
  }

  const Galley& galley_;
  const PageMeasure& measure_;
  const PageRoom& room_;
  std::size_t begin_;
  Pt first_room_;
  std::vector<Look> looks_;
  std::vector<Best> best_;
  std::size_t work_ = 0;
};

}  // namespace

PageMeasure::PageMeasure(const Galley& galley, const PageRoom& room)
    : galley_(galley), room_(room), filler_(galley.strips, galley.heads) {
  notes_.resize(galley.strips.size() + 1);
  note_count_.resize(galley.strips.size() + 1);
  later_.resize(galley.strips.size() + 1);
  next_breaks_.resize(galley.strips.size());
  more_.resize(galley.strips.size() + 1, no_more);
  for (std::size_t i = galley.strips.size(), next = i; i-- > 0;) {
    const Strip& strip = galley.strips[i];
    next_breaks_[i] = next;
    if (strip.section < 0 && strip.floating == 0) more_[i] = strip.space_before + filler_.height(i, next);
    if (strip.cost < cost::lonely_row) next = i;
  }
  std::set<NoteId> marked;
  for (std::size_t i = 0; i < galley.strips.size(); ++i) {
    notes_[i + 1] = notes_[i];
    note_count_[i + 1] = note_count_[i];
    later_[i + 1] = later_[i];
    for (const NoteId mark : galley.strips[i].notes) {
      const NoteId id = galley.notes[mark].stands_with.value_or(mark);
      if (!marked.insert(id).second) continue;
      notes_[i + 1] += galley.notes[id].height;
      ++note_count_[i + 1];
      later_[i + 1] = later_lines(galley.notes[id]);
    }
  }
}

int PageMeasure::columns_of(std::size_t strip) const {
  const auto section = galley_.strips[strip].section;
  return section < 0 ? 1 : galley_.sections[static_cast<std::size_t>(section)].columns;
}

Pt PageMeasure::notes(std::size_t first, std::size_t last) const {
  const std::int64_t count = note_count_[last] - note_count_[first];
  if (count == 0) return {};
  return room_.notes_above + (notes_[last] - notes_[first]) + room_.notes_between * (count - 1);
}

Pt PageMeasure::later_notes(std::size_t first, std::size_t last) const {
  return note_count_[last] == note_count_[first] ? Pt{} : later_[last];
}

Pt PageMeasure::more_notes(std::size_t first, std::size_t last) const {
  const std::size_t next = next_breaks_[last];
  return notes(first, next) - later_notes(first, next) - notes(first, last);
}

Pt PageMeasure::stretch(std::size_t first, std::size_t last, bool on_top) const {
  const int columns = columns_of(first);
  if (columns > 1)
    return filler_.balance(first, last, columns).height + (on_top ? filler_.head_over_columns(first) : Pt{});
  return filler_.height(first, last) + (on_top ? filler_.head(first) : Pt{});
}

Pt PageMeasure::least(std::size_t first, std::size_t last) const {
  const int columns = columns_of(first);
  return columns > 1 ? filler_.ink(first, last) / columns : filler_.height(first, last);
}

Pt PageMeasure::text(std::size_t first, std::size_t last) const {
  Pt height;
  for (std::size_t at = first; at < last;) {
    std::size_t end = at + 1;
    while (end < last && galley_.strips[end].section == galley_.strips[at].section) ++end;
    height += (at == first ? Pt{} : galley_.strips[at].space_before) + stretch(at, end, at == first);
    at = end;
  }
  return height;
}

std::int64_t page_cost(const Galley& galley, std::size_t last, Pt blank, Pt room, bool by_choice) {
  const double share = std::clamp(blank.points() / room.points(), 0.0, 1.0);
  const bool ends = last == galley.strips.size() || galley.strips[last].forced;
  if (ends) return a_page + nearly_empty(share);
  // Linear for little white, which is left where the next block does not fit and is not spread by moving lines on; much
  // of it on one page is worse than some on two.
  const double much = std::max(share - little_white, 0.0);
  const double white = 2400.0 * share + 8000.0 * much * much;
  const double chosen = by_choice ? std::min(share / much_white, 1.0) : 0;
  return a_page + static_cast<std::int64_t>(white * (1 + 1.5 * chosen)) + galley.strips[last].cost;
}

namespace {

/// What kind of place a break before a strip is. Costs only grow by each other (std::max), so they tell it.
std::string_view place_of(const Strip& strip) {
  if (strip.forced) return "forced";
  if (strip.cost >= cost::stranded) return "after a heading";
  if (strip.cost >= cost::kept) return "inside what is kept together";
  if (strip.cost >= cost::trailing) return "before a sign-off or colophon";
  if (strip.cost >= cost::widow) return "widow or orphan";
  if (strip.cost >= cost::beside) return "through a label or margin note";
  if (strip.cost >= cost::parted_end) return "before a point's decision, or a stop's picture";
  if (strip.continues && strip.cost >= cost::inside_pair) return "inside a pair";
  if (strip.cost == cost::lonely_row) return "few rows alone";
  if (strip.cost >= cost::short_table) return "inside a short table";
  if (strip.cost >= cost::parted_table) return "before a point's table";
  if (strip.cost >= cost::lonely_line) return "before a last line that stands alone";
  if (strip.floating > 0) return "before a figure";
  if (strip.cost == cost::end_of_item) return "before the last line of a point";
  if (strip.cost == cost::before_group) return "before a group of a table";
  if (strip.cost == cost::parted_sum) return "between a point's points and its decision";
  if (strip.cost == cost::parted_points) return "before the first of a point's points";
  if (strip.cost == cost::halved_list) return "between the items of a list of two";
  if (strip.cost == cost::lonely_item) return "before a list's last item";
  if (strip.cost > cost::inside_paragraph) return "inside a paragraph, after a hyphen";
  if (strip.cost >= cost::inside_paragraph) return "inside a paragraph";
  if (strip.cost == cost::inside_item) return "inside a point";
  if (strip.cost >= cost::between_rows) return "between rows";
  return strip.cost >= cost::between_items ? "between items" : "between blocks";
}

}  // namespace

std::string reason_of(const Galley& galley, const PageMeasure& measure, const PageRoom& room, const PagePlan& page) {
  if (page.first == page.last) return "notes alone";
  const Pt all = page.first == 0 ? room.first : room.later;
  Pt blank = all - measure.text(page.first, page.last) - measure.notes(page.first, page.last);
  const bool note_goes_on = blank < Pt{} && blank + measure.later_notes(page.first, page.last) >= Pt{};
  if (note_goes_on) blank = {};
  const bool ends = page.last == galley.strips.size();
  std::string_view place = ends ? "end of the text" : place_of(galley.strips[page.last]);
  if (blank < Pt{}) place = "too high for a page";
  const bool by_choice = !ends && !note_goes_on && measure.has_room_for_more(page.first, page.last, blank);
  return fmt::format("blank={:.1f}% cost={} {}{}", 100 * std::max(blank.points() / all.points(), 0.0),
                     page_cost(galley, page.last, blank, all, by_choice), place,
                     note_goes_on ? ", a note goes on" : "");
}

PageChoice choose_pages(const Galley& galley, const PageMeasure& measure, const PageRoom& room, std::size_t begin,
                        Pt first_room) {
  return Chooser(galley, measure, room, begin, first_room).choose();
}

}  // namespace readout::layout
