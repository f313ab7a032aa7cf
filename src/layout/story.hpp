// What is said, in which order, under which role and style: compose/ tells it, lay_out() sets it.
//
// A Story is a tree of blocks. Its order is reading order; its roles become the structure tree. Layout
// knows no meetings: a discussion point is an Item in a Group of role L, the sides are Columns, facts
// are Items with a wide label. Horizontal places are told from the start edge (left, or right in a
// right-to-left story), so that a mirrored edition is the same story with another direction.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>
#include "base/diagnostics.hpp"
#include "base/length.hpp"
#include "base/line_rules.hpp"
#include "base/seldom.hpp"
#include "layout/info.hpp"
#include "layout/roles.hpp"
#include "text/shape.hpp"

namespace readout::layout {

using text::Direction;

// ---- styles -------------------------------------------------------------------------------------

/// How one script is set.
struct FaceStyle {
  std::string family;
  bool bold = false, italic = false;
  Pt size;
  text::Features features;
  Em tracking;              ///< letterspacing; not applied to Arabic
  bool upper_case = false;  ///< set in capitals
  Span span;                ///< where the template says so
  friend bool operator==(const FaceStyle&, const FaceStyle&) = default;
};
struct TextStyle {
  FaceStyle latin, arabic;
  Colour colour;
  Pt rise;  ///< above the baseline
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};
using TextStyleId = std::uint32_t;  ///< index into Story::text_styles

enum class Align : std::uint8_t { justify, start, end, centre };  ///< start and end by the paragraph's direction

struct ParagraphStyle {
  std::string name;        ///< for dumps and messages
  Pt leading;              ///< baseline to baseline
  Pt arabic_leading = {};  ///< between two lines of which one has Arabic, where it is the larger
  Align align = Align::start;
  Pt space_before, space_after;  ///< between two blocks the larger of the two counts
  Pt indent_start, indent_end;
  int orphans = 2, widows = 2;  ///< least lines left at the foot and carried to the head of a page
  bool keep_with_next = false, keep_together = false;
  bool balance = false;  ///< lines of about equal length (titles)
  LineRules lines;
  friend bool operator==(const ParagraphStyle&, const ParagraphStyle&) = default;
};
using ParagraphStyleId = std::uint32_t;  ///< index into Story::paragraph_styles

// ---- inline content -----------------------------------------------------------------------------

using AnchorId = std::uint32_t;  ///< 0 = none
using NoteId = std::uint32_t;    ///< index into Story::notes

/// Filled in by layout: page and pages in running matter, page_of (the page of `target`) in the text.
enum class Field : std::uint8_t { none, page, pages, page_of };

struct Inline {
  std::string text;  ///< no line breaks
  TextStyleId style = 0;
  std::string lang;            ///< empty: as the block
  Role role = Role::none;      ///< span, link, reference, lbl, quote
  std::string url;             ///< with role link
  AnchorId target = 0;         ///< with role link or reference
  AnchorId anchor = 0;         ///< links lead here, to the first that is placed of those with the same
  std::string contents;        ///< what the link's annotation says
  std::string expansion;       ///< E of an abbreviation
  std::optional<NoteId> note;  ///< this is the mark of that note
  Field field = Field::none;
  enum class Digits : std::uint8_t { of_story, latin, arabic } digits = Digits::of_story;  ///< of a field
  text::Isolation isolate = text::Isolation::none;
  bool same_isolate = false;  ///< in one isolate with the inline before
  bool together = false;      ///< a line ends inside only where it must: a name among others
  bool unbroken = false;      ///< no line ends inside: "point 3", a date in a table
  bool whole_words = false;   ///< no word of it is hyphenated: a heading that runs in
  bool stays_by = false;      ///< the blank it begins with is a bad line end: who said it is not alone on the last line
  bool parts_lines = false;   ///< between two languages of a running line or a masthead: they share one line or none
  SeldomList<std::uint32_t>
      separators;  ///< bytes where a " · " between two things begins: it vanishes where a line ends
  Span span;
  friend bool operator==(const Inline&, const Inline&) = default;
};
using InlineText = std::vector<Inline>;

// ---- blocks -------------------------------------------------------------------------------------

struct Block;

/// Blocks one below the other.
struct Group {
  std::vector<Block> blocks;
  bool keep_together = false;
  int columns = 1;  ///< newspaper columns, balanced where the group ends
  Pt column_gap;
  Pt inset_start, inset_end;  ///< narrows the measure for all that is inside
  std::string numbering;      ///< ListNumbering of an L: "Decimal", "LowerAlpha", "None", ...
  std::vector<Block> again;   ///< stands, as an artifact, on top of pages that begin inside the group
  int from_pages = 0;         ///< set only when the document has so many pages without it
};

struct Paragraph {
  InlineText content;
  ParagraphStyleId style = 0;
  Direction direction = Direction::ltr;
  /// The same text in smaller styles. The first of this paragraph and these is set that has no overfull line
  /// and stays within `max_lines` (0: any number); when none does, the last, in full.
  std::vector<Paragraph> smaller;
  int max_lines = 0;
  bool runs_on = false;    ///< a blank at the end is kept: for readers of the text, something follows in the line
  bool stands_in = false;  ///< for a text that lacks; one line of it begins where the page's lines do, also against it
  bool signs = false;      ///< stands at the end edge; in the last line of the text above it where there is room for it
};

/// A block with something beside its first line: a number, a letter, a label, a ring.
struct Item {
  Role label_role = Role::lbl;
  Paragraph label;  ///< may be empty
  Pt label_width;   ///< body begins label_width + gap after the start edge
  Pt gap;
  bool widest_label =
      false;  ///< all Items of the same Group share the width of the widest label (at least label_width)
  /// And so do all Items of the story that say this, so that their bodies begin below each other, up to two fifths of
  /// the narrowest measure one stands in: wider labels wrap.
  bool widest_of_story = false;
  Role body_role = Role::lbody;
  std::vector<Block> body;
  std::optional<Paragraph> aside;  ///< in the margin column, on the first baseline; read before the body
  Pt aside_width, aside_gap;       ///< the margin column: lies in the end inset, aside_gap after the text's end edge
  /// What parts the aside from its text where it stands at the end of that: where it would be higher than the text, and
  /// adds no line to it. Empty: it never does.
  InlineText aside_dash = {};
  /// A stop of a tour: a ring on the first line's height and a line on to the next stop.
  bool ring = false, line_before = false, line_after = false;
  Pt ring_size, ring_stroke;
  Colour ring_colour;
};

/// Cells side by side, each a column of blocks; broken over pages only when taller than one, or `by_rows`.
struct Columns {
  struct Cell {
    Pt width;  ///< 0: an equal share of what is left
    Role role = Role::none;
    std::vector<Block> blocks;
    std::vector<Block> again;  ///< stands, as an artifact, over the cell on pages that begin inside (`by_rows`)
    bool fits = false;         ///< as wide as its paragraphs ask for, at most an equal share
  };
  std::vector<Cell> cells;
  Pt gap;
  bool align_baselines = true;  ///< first baselines of the cells stand on one line
  bool align_bottoms = false;   ///< the cells end on one line instead
  bool by_rows = false;         ///< the blocks of the cells stand in rows, and pages may break between these
  bool across = false;          ///< read from row to row, not from cell to cell; cells have no roles then
  Pt beyond = {};               ///< the last cell stands so far beyond the measure's end
};

/// The same in two languages, side by side in columns of equal width: what begins a point or a paragraph stands on
/// one baseline with its counterpart, which is the block with the same span; in Columns, cell by cell. A pair may be
/// broken over pages where both sides have a line's end at about the same height; they begin the next page on one
/// baseline again.
struct Pair {
  struct Side {
    std::string lang;
    bool right_to_left = false;  ///< mirrored within its column
    std::vector<Block> blocks;
  };
  Side first, second;        ///< in reading order; the first at the start edge
  bool ruled = false;        ///< a hairline between them
  bool follows = false;      ///< the hairline comes down from the pair above
  std::vector<Block> below;  ///< of both, at full measure, between the lines that go down the sides (of a tour)
  /// Of a table on either side: where the two are too wide for their columns one stands below the other, at the measure
  /// of both columns less `inset_end`.
  struct Stack {
    Pt inset_end;
    bool together = false;  ///< on one page where they can
  };
  std::optional<Stack> stack = {};
};

struct TableColumn {
  Align align = Align::start;
  bool on_point = false;  ///< numbers aligned on the decimal point
  Pt min_width;           ///< 0: from the content
  Pt max_width;           ///< 0: none
  double stretch = 0;     ///< share of the spare width; all 0: in proportion to the content
};
struct TableCell {
  std::vector<Block> blocks;
  int span = 1;       ///< columns
  bool head = false;  ///< TH
  enum class Scope : std::uint8_t { none, column, row, both } scope = Scope::none;
};
struct TableRow {
  std::vector<TableCell> cells;  ///< empty cells are there, too: spans add up to the columns
  bool group_head = false;       ///< heads the rows after it; kept with the next row
  Span span;
  std::vector<TableCell> again = {};  ///< of a group head: the row on later pages, below the repeated head
};
struct TableStyle {
  Pt pad_top, pad_bottom, pad_side;  ///< pad_side between columns, twice where one that ends meets one that begins
  Pt head_rule, row_rule, end_rule;  ///< thickness; 0 = none
  Colour head_rule_colour, row_rule_colour;
  Pt span_rule;  ///< under a head cell that spans columns, as wide as what they print
  Colour span_rule_colour;
  std::optional<Colour> zebra;  ///< shade of every second row
  Pt space_before, space_after;
  friend bool operator==(const TableStyle&, const TableStyle&) = default;
};
struct Table {
  std::vector<TableColumn> columns;
  std::vector<TableRow> head, body;  ///< head is repeated on every page, as an artifact after the first
  TableStyle style;
  bool takes_margin =
      false;  ///< the margin column, too, not only for its words to stay whole but for lines to be fewer
  std::optional<Paragraph> continued;  ///< set over the repeated head
  std::optional<Paragraph> caption;    ///< above; role Caption
};

struct Figure {
  std::string picture;       ///< key into Pictures; empty: nothing to draw
  std::string alt;           ///< of the figure; empty with `decorative`
  bool decorative = false;   ///< an artifact
  Pt max_width, max_height;  ///< 0: the measure
  Align align = Align::start;
  Pt space_before, space_after;
  std::optional<Paragraph> caption;
  std::optional<Paragraph> caption_beside = {};  ///< in the other language, in the second column of a pair
  std::string lang_beside = {};
  bool floats = false;  ///< where it does not fit it goes to the top of the next page, and the text goes on before it
};

/// A line of a table of contents: a title that leads to a place, dots, and the place's page.
struct Entry {
  Paragraph title;  ///< its inlines are links
  Paragraph page;   ///< the number, with Field::page_of
  Paragraph dot;    ///< one dot of the leader; empty: no leader
  Pt page_width;    ///< room for the number
  Pt gap;           ///< least white between the title and the number's room
};

struct Rule {
  Pt thickness;
  Colour colour;
  Pt width;  ///< 0: the measure
  Pt space_before, space_after;
  bool level = false;  ///< ends a head: in columns `by_rows` it stands as high as its neighbour's, and so does the head
};

struct PageBreak {};

/// What ties a block to what stands above it: a page ends between them at a price.
enum class Bond : std::uint8_t {
  none,
  table,     ///< of a point
  points,    ///< in which an item goes on: it is not alone at the foot of its page
  decision,  ///< ends an item: two lines of that stand above it on its page
  sum,       ///< ends an item, after its points: rather on the page of the last of them
  tail       ///< a line that ends a section, and is not alone on its page
};

struct Block {
  Role role = Role::none;
  std::string lang;     ///< empty: as the parent
  AnchorId anchor = 0;  ///< links and the outline lead here
  Span span;
  bool keep_with_next = false;
  std::variant<Group, Paragraph, Item, Columns, Table, Figure, Pair, Entry, Rule, PageBreak> content;
  bool keep_with_previous = false;  ///< never begins a page: a sign-off without text before it
  Bond bond = Bond::none;
};

// ---- pages --------------------------------------------------------------------------------------

struct PageDesign {
  Size size;
  Insets margin;               ///< of the text block on later pages; left and right are start and end
  Pt first_top;                ///< top of the text block on page 1
  bool right_to_left = false;  ///< mirrors every page
};

/// A line of running matter, on every page, the first or the rest: an artifact.
struct RunningLine {
  enum class Pages : std::uint8_t { all, first, rest } pages = Pages::all;
  bool foot = false;  ///< footer artifact; otherwise header
  Pt baseline;        ///< from the page's top edge (head) or its bottom edge (foot)
  InlineText start, centre, end;
  ParagraphStyleId style = 0;
  Direction direction = Direction::ltr;
  std::optional<Direction> end_direction = {};  ///< of the end part, where it is in another language
  Pt rule;                                      ///< a hairline over the foot line or under the head line; 0 = none
  Pt rule_offset;                               ///< from the baseline, upwards (foot) or downwards (head)
  Colour rule_colour;
  Span span = {};   ///< where the template says so
  Pt leading = {};  ///< of more lines than one; 0: that of the style
};

struct Note {
  std::string label;          ///< the number as printed
  std::vector<Block> blocks;  ///< role Note is added by layout
  Span span;
  std::optional<TextStyleId> label_style = {};  ///< none: that of the text's beginning
  std::string lang = {};                        ///< empty: the story's
  bool right_to_left = false;                   ///< of a note in a column of its own
  std::optional<NoteId> same_as = {};  ///< that note in the other language: the two share a row, each its column
};
struct NoteDesign {
  Pt rule_width, rule;  ///< the short line above the notes
  Colour rule_colour;
  Pt space_above, space_between;  ///< above the rule; between two notes
};

/// Columns of a story in two languages.
struct PairDesign {
  Pt gap;   ///< between the two texts
  Pt rule;  ///< thickness of the hairline in its middle
  Colour rule_colour;
};

struct OutlineEntry {
  int level = 1;      ///< 1 = top
  std::string title;  ///< logical order
  AnchorId anchor = 0;
};

/// Words that are broken otherwise than by the patterns.
struct HyphenExceptions {
  std::string lang;                ///< and every language that this is a first part of
  std::vector<std::string> words;  ///< "de-fense"; without a hyphen never broken; in small letters
  friend bool operator==(const HyphenExceptions&, const HyphenExceptions&) = default;
};

/// Styles of tables' cells, and the same in small, for tables too narrow for their words.
struct SmallStyles {
  std::map<TextStyleId, TextStyleId> text;
  std::map<ParagraphStyleId, ParagraphStyleId> paragraph;
};

struct Story {
  Info info;
  PageDesign page;
  std::vector<TextStyle> text_styles;
  std::vector<ParagraphStyle> paragraph_styles;
  SmallStyles small;
  std::vector<std::string> fallback_families;  ///< tried, in order, before the book's own fallbacks
  std::vector<RunningLine> running;
  std::vector<Block> blocks;  ///< children of the Document element
  std::vector<Note> notes;
  NoteDesign note_design;
  PairDesign pair_design;
  std::vector<OutlineEntry> outline;
  std::vector<HyphenExceptions> hyphen_exceptions;  ///< of two languages that fit, the longer tag counts
  std::vector<std::string> whole_words;             ///< sorted; names, in any language: never broken
  std::string page_label_prefix;
  bool arabic_digits = false;  ///< page numbers in Arabic-Indic digits
};

[[nodiscard]] std::string dump(const Story& story);

}  // namespace readout::layout
