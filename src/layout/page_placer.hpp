// Pages from plans: strips get their place on the paper, notes go to the foot, a right-to-left page is
// mirrored. From here on places are told from the paper's top left corner.
#pragma once
#include <cstdint>
#include <map>
#include <utility>
#include <vector>
#include "layout/document.hpp"
#include "layout/page_builder.hpp"
#include "layout/story.hpp"
#include "layout/structure.hpp"

namespace readout::layout {

class PagePlacer {
 public:
  PagePlacer(const Story& story, Galley& galley, const PageMeasure& measure, const PageRoom& room, Structure& structure)
      : story_(story), galley_(galley), measure_(measure), room_(room), structure_(structure) {}

  /// Places strips [plan.first, plan.last) on a new page, and as much of the notes as fits.
  void place(const PagePlan& plan);
  /// Height that the next page must leave for notes that found no room.
  [[nodiscard]] Pt carried() const;
  /// A new page with nothing but notes carried there.
  void place_notes_alone() { place({}); }

  /// Gives the pages; links know where they lead.
  [[nodiscard]] std::vector<Page> finish();
  /// Where an anchor stands. Pre: some block of the story has it.
  [[nodiscard]] Destination destination_of(LinkTarget::Kind kind, std::uint32_t id) const;
  /// Pages, from 1, by anchor.
  [[nodiscard]] std::map<AnchorId, std::size_t> page_numbers() const;

 private:
  struct Sheet {  ///< what one page gathers
    Page page;
    std::vector<Placed> decorations;
    std::vector<Piece> text, notes;
  };
  struct OpenLink {
    std::size_t page, link;
    LinkTarget target;
  };

  void place_strips(const PagePlan& plan, Pt top);
  static void move_on_top(Strip& strip, bool on_top, std::vector<Pt>& down);
  Pt place_stretch(std::size_t first, std::size_t last, Pt x, Pt y, Pt gap, bool on_top);
  void place_strip(Strip strip, Pt x, Pt y, Pt gap, std::vector<Piece>& text);
  void place_head(std::size_t strip, Pt x, Pt y);
  void place_notes(const PagePlan& plan, Pt room_height);
  void gather_notes(const PagePlan& plan);
  void add_link(const LinkPiece& link, Pt x, Pt y);
  void add_area(const Area& area, Pt x, Pt y);
  void add_stem(const Stem& stem, Pt x, Pt y, Pt gap);
  void close_sheet();
  /// From the text block's start edge to the paper's left edge.
  [[nodiscard]] Pt left_of(Pt x, Pt width) const;
  [[nodiscard]] Rect on_paper(Rect rect, Pt x, Pt y) const;
  void move(Placed& item, Pt x, Pt y) const;

  const Story& story_;
  Galley& galley_;
  const PageMeasure& measure_;
  const PageRoom& room_;
  Structure& structure_;
  Sheet sheet_;
  std::vector<Page> pages_;
  std::vector<Strip> waiting_;  ///< notes' strips that still have no page, in order
  std::vector<char> gathered_;  ///< by NoteId: its strips were put in line
  std::map<std::pair<LinkTarget::Kind, std::uint32_t>, Destination> landmarks_;
  std::map<std::uint32_t, std::size_t> boxed_on_;  ///< page on which an element's box was begun
  std::vector<OpenLink> open_links_;
};

}  // namespace readout::layout
