// Galley -> pages: chooses the page breaks of the whole document at once, by least total cost.
//
// The cost of a page is what it leaves blank (2400 times the blank share and 8000 times the square of what is over 8 %,
// but for the last page and pages before a forced break, which cost only when they hold less than a quarter), 300 for
// being a page at all, and the cost of the break that ends it (Strip::cost). White costs 2.5 times as much where a
// seventh is blank and what stands before the next place for a break (one that leaves no row of a table alone) would
// have found room, and less so where less is: such a page is short by choice. What must not happen, a stranded heading
// or a widow, costs more than any number of half-empty pages, but is not forbidden: so there is always an answer, and
// the least bad one. Notes count to the page of their marks; the last of a page may go on at the foot of the next,
// which costs split_note and as much again as a blank of 25 % for each page's height of it.
//
// A stretch of strips in newspaper columns counts with the height it has when its columns are balanced.
#pragma once
#include <cstdint>
#include <string>
#include <vector>
#include "layout/column_filler.hpp"
#include "layout/strip.hpp"

namespace readout::layout {

/// Room for text and notes.
struct PageRoom {
  Pt first, later;  ///< heights of the text block
  Pt notes_above;   ///< white and rule over the first note
  Pt notes_between;
};
/// One page: strips [first, last).
struct PagePlan {
  std::size_t first = 0, last = 0;
  friend bool operator==(const PagePlan&, const PagePlan&) = default;
};
struct PageChoice {
  std::vector<PagePlan> pages;
  std::int64_t cost = 0;
  std::size_t work = 0;  ///< pages that were weighed
};

/// Heights of any stretch of a galley as a page.
class PageMeasure {
 public:
  PageMeasure(const Galley& galley, const PageRoom& room);
  /// Strips [first, last) below each other, sections in balanced columns, a repeated head on top.
  [[nodiscard]] Pt text(std::size_t first, std::size_t last) const;
  /// The notes whose first marks stand in strips [first, last), with what separates them.
  [[nodiscard]] Pt notes(std::size_t first, std::size_t last) const;
  /// What of them may go on at the foot of the next page: the last of them less its first lines.
  [[nodiscard]] Pt later_notes(std::size_t first, std::size_t last) const;
  /// True when a page of strips [first, last) with so much white could go on to the next place where it may end.
  [[nodiscard]] bool has_room_for_more(std::size_t first, std::size_t last, Pt blank) const {
    if (more_[last] == no_more) return false;
    return more_[last] + (note_count_.back() == 0 ? Pt{} : more_notes(first, last)) <= blank;
  }
  /// Strips [first, last) of one section, or of none; `on_top` of a page or column a head is repeated.
  [[nodiscard]] Pt stretch(std::size_t first, std::size_t last, bool on_top) const;
  /// Never more than stretch(), and found at once.
  [[nodiscard]] Pt least(std::size_t first, std::size_t last) const;
  [[nodiscard]] const ColumnFiller& filler() const { return filler_; }
  [[nodiscard]] int columns_of(std::size_t strip) const;

 private:
  const Galley& galley_;
  PageRoom room_;
  ColumnFiller filler_;
  [[nodiscard]] Pt more_notes(std::size_t first, std::size_t last) const;
  static constexpr Pt no_more = Pt::from_units(std::int64_t{1} << 60);

  std::vector<Pt> notes_;  ///< height of the notes first marked before strip i
  std::vector<std::int64_t> note_count_;
  std::vector<Pt> later_;                 ///< of the last note first marked before strip i
  std::vector<std::size_t> next_breaks_;  ///< the first place after strip i where a page may well end
  std::vector<Pt> more_;                  ///< from strip i to there; no_more: nothing that could stand here as well
};

/// Pages from strip `begin` on; the first of them has `first_room`.
/// Pre:   no strip that can be cut is higher than the room (cut_tall_strips).
/// Gives: pages that cover the strips in order, none empty. A strip that is too high has a page of its own.
/// Cost:  O(strips x strips of a page).
[[nodiscard]] PageChoice choose_pages(const Galley& galley, const PageMeasure& measure, const PageRoom& room,
                                      std::size_t begin, Pt first_room);

/// Why a page ends where it does, for the dump: "blank=4.1% cost=412 between items".
[[nodiscard]] std::string reason_of(const Galley& galley, const PageMeasure& measure, const PageRoom& room,
                                    const PagePlan& page);

/// Cost of a page that ends before strip `last` and leaves `blank` of `room`; `by_choice`: where more would fit.
[[nodiscard]] std::int64_t page_cost(const Galley& galley, std::size_t last, Pt blank, Pt room, bool by_choice = false);

}  // namespace readout::layout
