// A galley: everything set, one strip below the other, before it is cut into pages.
//
// A strip is the least thing that stands on one page: a line of text with whatever hangs beside it, a
// row of a table, a picture, a rule. It knows what a page break before it costs. Lines know their
// leading: a line's strip is `leading` high and its baseline stands at three quarters of it, so that
// strips below each other keep the leading exactly, baseline to baseline.
//
// Places in a strip are told from the text block's start edge and the strip's top. A right-to-left
// page is mirrored once, when the strips are placed; until then nobody asks which edge is the start.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>
#include "layout/document.hpp"
#include "layout/story.hpp"

namespace readout::layout {

/// What a page break before a strip costs; what a page left blank costs is told in page_builder.hpp.
namespace cost {
inline constexpr std::int64_t between_items = 10;  ///< between two points of a list
inline constexpr std::int64_t between_rows = 20;
inline constexpr std::int64_t inside_item = 30;   ///< between the paragraphs of a point
inline constexpr std::int64_t inside_group = 90;  ///< of a table's rows
inline constexpr std::int64_t inside_paragraph = 120;
inline constexpr std::int64_t parted_sum = 150;      ///< between an item's points and its decision
inline constexpr std::int64_t end_of_item = 200;     ///< before a point's last paragraph of one line: its decision
inline constexpr std::int64_t parted_points = 250;   ///< before the first of an item's points
inline constexpr std::int64_t lonely_item = 350;     ///< a list's last item of one line alone on its page
inline constexpr std::int64_t halved_list = 390;     ///< between the items of a short list of two
inline constexpr std::int64_t before_group = 400;    ///< between two groups of a table of a few rows
inline constexpr std::int64_t inside_pair = 450;     ///< more, when a pair is broken
inline constexpr std::int64_t beside_nothing = 300;  ///< more, when one side of it has come to its end already
inline constexpr std::int64_t after_hyphen = 100;    ///< more, when the page would end in a hyphen
inline constexpr std::int64_t split_note = 400;      ///< a note that goes on at the foot of the next page
inline constexpr std::int64_t lonely_line = 600;     ///< before a last paragraph of one line
inline constexpr std::int64_t parted_table = 700;    ///< a table parted from the text that it belongs to
inline constexpr std::int64_t short_table = 800;     ///< inside a table of a few rows
inline constexpr std::int64_t lonely_row = 840;      ///< few people or lines of contents alone on their page
inline constexpr std::int64_t short_group = 850;     ///< inside a group of a table of a few rows
inline constexpr std::int64_t single_row = 1'600;    ///< one row of a table alone on its page
inline constexpr std::int64_t parted_end = 2'000;    ///< a decision parted from its point, a picture from its stop
inline constexpr std::int64_t not_on_top = 40'000;   ///< a figure that floated, but not to the top of its page
inline constexpr std::int64_t bad = 50'000;          ///< from here on: only where nothing else can be had
inline constexpr std::int64_t beside = 60'000;       ///< through a margin note or a label of several lines
inline constexpr std::int64_t widow = 100'000;       ///< widows and orphans
inline constexpr std::int64_t trailing = 200'000;    ///< before a sign-off or a colophon, which do not stand alone
inline constexpr std::int64_t kept = 300'000;        ///< inside what is kept together
inline constexpr std::int64_t stranded = 1'000'000;  ///< after a heading
}  // namespace cost

/// A placed thing and its place in the reading order (0: decoration, stands before all text).
struct Piece {
  Placed item;
  std::uint32_t order = 0;
};
/// Where a link leads.
struct LinkTarget {
  enum class Kind : std::uint8_t { url, anchor, note, note_mark } kind = Kind::url;
  std::uint32_t id = 0;  ///< AnchorId or NoteId
  std::string url;
  std::string contents;
};
struct LinkPiece {
  StructId element;
  Rect rect;
  LinkTarget target;
};
/// A place that links and the outline lead to.
struct Landmark {
  LinkTarget::Kind kind = LinkTarget::Kind::anchor;
  std::uint32_t id = 0;
  Pt x, y;
  StructId element;
};
/// A vertical line through a strip; `reaches_up` takes it through the white above the strip, too. One between columns
/// of text may be interrupted there, a tour's may not.
struct Stem {
  Pt x, width, from, to;
  bool reaches_up = false;
  Colour colour;
  bool between_columns = false;
};
/// Ground that counts to an element's bounding box.
struct Area {
  StructId element;
  Rect rect;
};

struct Strip {
  /// Strips within a strip: the cells of a row.
  struct Part {
    Pt x, top;  ///< x is added to what is inside (0: told from the text block's edge already)
    /// Of a strip that `continues`: on top of a page it stands so much lower, and so do the same parts below it.
    Pt down_on_top;
    std::vector<Strip> strips;
  };

  Pt height;
  Pt space_before;             ///< vanishes at the top of a page
  std::int64_t cost = 0;       ///< of a page break before this strip
  bool forced = false;         ///< a page begins here
  std::optional<Pt> baseline;  ///< first baseline, from the top
  std::vector<Piece> pieces;
  std::vector<LinkPiece> links;
  std::vector<Stem> stems;
  std::vector<Landmark> landmarks;
  std::vector<Area> areas;
  std::vector<NoteId> notes;  ///< whose marks stand in it, also in its parts
  std::vector<Part> parts;
  Span begins;                ///< of the block that begins here
  bool continues = false;     ///< goes on with the pair of the strip above
  Pt more_on_top;             ///< height that it takes more on top of a page, where it begins on one baseline again,
                              ///< or as far below the head as a row that was not cut
  std::int32_t head = -1;     ///< index into Galley::heads: stands on top when a page or column begins here
  std::int32_t section = -1;  ///< index into Galley::sections: set in newspaper columns
  std::size_t floating = 0;   ///< so many strips from here on are a figure that may go to the top of the next page
  bool floated = false;       ///< a figure that went there
  bool level = false;         ///< the rule below a head in columns (Rule::level)
  Pt pad_top, pad_bottom;     ///< of a row; the rest of its height belongs to the parts
};

/// A table's head once more, as artifacts.
struct RepeatedHead {
  std::vector<Strip> strips;
  Pt height;
  bool over_columns = false;  ///< of newspaper columns: once, over all of them, on top of a page
};
/// A stretch of strips that is set in newspaper columns.
struct ColumnSection {
  int columns = 2;
  Pt measure, gap;
};
/// A note, set to the text block's measure.
struct SetNote {
  std::vector<Strip> strips;
  Pt height;
  std::optional<NoteId> stands_with = {};  ///< in the strips of that note
  bool met = false;                        ///< a mark of it was
  std::vector<Strip> sides[2] = {};        ///< of one that stands beside its other language, before they are in step
};

struct Galley {
  std::vector<Strip> strips;
  std::vector<RepeatedHead> heads;
  std::vector<ColumnSection> sections;
  std::vector<SetNote> notes;  ///< by NoteId; without strips when the story has no mark of it
};

/// Height of strips below each other, the first without its white.
[[nodiscard]] Pt height_of(const std::vector<Strip>& strips);

/// A text's last paragraph that is one line long would look lost on top of a page: a break before it costs lonely_line.
void price_lonely_lines(std::vector<Strip>& strips);

/// Where the text of a line begins and ends, from the start edge; a strip without text: 0.
[[nodiscard]] Pt start_of_text(const Strip& strip);
[[nodiscard]] Pt end_of_text(const Strip& strip);

/// Lays what `from` holds over `onto`, `down` below its top. Heights and costs stay as they are.
void overlay(Strip& onto, Strip from, Pt down);

/// Moves all that is in the strip down.
void shift_down(Strip& strip, Pt down);

/// Makes a table's row higher: its cells move down by so much, what stands at its bottom goes down with that, and
/// shades grow. Pre: `height` is no less than the row's, and the cells have room.
void grow_row(Strip& row, Pt down, Pt height);

/// Moves all that is in the strip towards the end edge.
void shift_along(Strip& strip, Pt along);

/// Mirrors what is in the strip about the middle of a column whose edges' places add up to `sum`.
void mirror(Strip& strip, Pt sum);

/// Everything in it becomes an artifact: what is drawn a second time. Links, marks and notes go.
void make_artifact(Strip& strip);

/// Cuts strips higher than `room`, less the head repeated over them, or the headings that they must stand below (of
/// which no more than half a page counts), at the lines of their parts, again and again until they fit or cannot be
/// cut. Line k of every cell then stands in slice k.
void cut_tall_strips(Galley& galley, Pt room);

}  // namespace readout::layout
