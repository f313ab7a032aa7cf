// Block tree -> galley: walks a story in reading order, sets every block to its measure, and grows the
// structure tree on the way, so that nothing is ever set without its tag.
//
// Between two blocks the larger of space_after and space_before counts. What a block wishes of page
// breaks (keep with next, keep together, widows and orphans) becomes the cost of a break before a strip.
// Each kind of block has its file: item.cpp, columns.cpp, pair.cpp, table.cpp, figure.cpp, notes.cpp.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>
#include "layout/paragraph.hpp"
#include "layout/strip.hpp"
#include "layout/structure.hpp"

namespace readout::layout {

/// What all galleys of one story share.
struct Workshop {
  const Story& story;
  const Pictures& pictures;
  SettingContext& setting;
  Structure structure;
  Galley galley{};  ///< heads, sections and notes gather here; strips come last
  std::vector<LineRecord> lines{};
  bool keep_lines = true;      ///< they are recorded
  std::uint32_t order = 0;     ///< of the last paragraph or picture; counts reading order
  std::uint32_t tables = 0;    ///< so far; makes ids of table heads unique
  std::size_t aside_size = 0;  ///< size_of_asides()
  Pt story_label_width{};      ///< label_width_of_story()
  Pt note_label_width{};       ///< of the widest number of a note; 0: not measured yet
  Pt measure{};                ///< of the text block
  Pt page_height{};            ///< of the text block on later pages
  bool untagged = false;       ///< what is set becomes an artifact: no elements, notes or records
};

/// Where blocks are set: a column from `x`, under a parent element, in a language.
struct Bed {
  Pt x, measure;
  StructId parent;
  std::string lang;
  std::optional<Align> align;  ///< stands over the paragraph styles' own (table columns)
  bool right_to_left = false;  ///< the page's direction; in a column of the other, which is mirrored then, that one
  Pt beyond = {};              ///< the margin column after the end: a table too wide for the measure takes it, too
  bool wide = false;           ///< it takes that also where it need not: its counterpart does
};

/// The first size of a paragraph that fits (0: its own, then Paragraph::smaller), else the last. Warnings of sizes that
/// do not fit are not told.
[[nodiscard]] std::size_t size_that_fits(const Paragraph& paragraph, const std::string& lang, Pt measure,
                                         SettingContext& context);

/// How many lines a paragraph takes. Nothing is told of it.
[[nodiscard]] std::size_t lines_of(const Paragraph& paragraph, const std::string& lang, Pt measure,
                                   SettingContext& context);
/// The paragraph itself (0), or one of its smaller sizes, at most the last.
[[nodiscard]] const Paragraph& size_of(const Paragraph& paragraph, std::size_t size);
/// The first size at which the fewest of a story's asides are too large: all are set in it, so that they look alike.
[[nodiscard]] std::size_t size_of_asides(const Story& story, SettingContext& context);

/// What the runs of an inline are tagged with.
struct InlineTag {
  StructId element;
  std::optional<LinkTarget> link;
  StructId link_element;
};
/// Makes the elements that a paragraph's inlines need below `element`: links, references, quotes, spans in
/// other languages. One entry an inline. Notes whose marks are met are set, too (notes.cpp).
[[nodiscard]] std::vector<InlineTag> tag_inlines(const InlineText& content, StructId element, const std::string& lang,
                                                 Workshop& shop);

class GalleyBuilder {
 public:
  /// `main`: strips go to pages, so columns may begin and end anywhere; otherwise they stay in one strip.
  explicit GalleyBuilder(Workshop& shop, bool main = false) : shop_(shop), main_(main) {}

  /// `label_width`: what the labels of Items that share a width take, these among them; 0: to be measured.
  void set_blocks(const std::vector<Block>& blocks, const Bed& bed, Pt label_width = {});
  void set_block(const Block& block, const Bed& bed, Pt widest_label = {});
  /// The same, and lets go what each block holds when it is set.
  void set_and_free(std::vector<Block>& blocks, const Bed& bed);
  [[nodiscard]] std::vector<Strip> take();
  /// One strip of cells side by side, their first baselines on one line when asked.
  [[nodiscard]] static Strip row_of(std::vector<Strip::Part> parts, bool align_baselines);
  /// One strip of cells side by side that end on one line.
  [[nodiscard]] static Strip ending_together(std::vector<Strip::Part> parts);

 private:
  template <class Set>
  void set_block_by(const Block& block, const Set& set);
  template <class Set>
  void set_group_by(const Block& block, const Group& group, const Bed& bed, const Set& set);
  void set_content(const Block& block, const Group& group, const Bed& bed, Pt widest);
  void set_content(const Block& block, const Paragraph& paragraph, const Bed& bed, Pt widest);
  /// Each language of a paragraph as a block of its own.
  void set_languages_apart(const Block& block, const Paragraph& paragraph, const Bed& bed, Pt widest);
  void set_content(const Block& block, const Item& item, const Bed& bed, Pt widest);
  void set_content(const Block& block, const Columns& columns, const Bed& bed, Pt widest);
  void set_content(const Block& block, const Pair& pair, const Bed& bed, Pt widest);
  void set_content(const Block& block, const Table& table, const Bed& bed, Pt widest);
  void set_content(const Block& block, const Figure& figure, const Bed& bed, Pt widest);
  void set_content(const Block& block, const Entry& entry, const Bed& bed, Pt widest);
  void set_content(const Block& block, const Rule& rule, const Bed& bed, Pt widest);
  void set_content(const Block& block, const PageBreak& page_break, const Bed& bed, Pt widest);

  /// `own`: the same table, where its cells may be let go as they are set; otherwise nullptr.
  void set_table(const Block& block, const Table& table, Table* own, const Bed& bed);
  void set_columns_of(const Group& group, Bed bed);
  void set_cells(const Columns& columns, std::vector<GalleyBuilder>& cells, std::vector<Bed>& beds, Span span,
                 Pt widest);
  [[nodiscard]] StructId last_body(StructId parent) const;
  /// `beyond`: as Bed has it, taken from the measure.
  void set_alone(const Pair::Side& side, const Bed& inner, Pt widest, Pt beyond = {});
  /// Both sides of a pair in step, what stands below them, and the white after all of it.
  struct PairRows {
    std::vector<Strip> rows;
    Pt after;
  };
  PairRows pair_rows(const Pair& pair, const Bed& inner, Pt widest);
  /// A side in its column, mirrored where it runs against the page; `after` becomes the white below it.
  std::vector<Strip> side_strips(const Pair::Side& side, Bed column, bool page_right_to_left, Pt widest, Pt& after);
  /// The hairline down the rows in which texts stand beside each other; `follows`: it comes from the pair above.
  void draw_between(std::span<Strip> rows, const Bed& inner, bool follows) const;
  void set_stacked(const Pair& pair, Bed inner, Pt widest);
  void mirror_heads(std::size_t from, Pt sum);
  void join_heads(std::vector<Strip>& rows, std::size_t from);

  /// The bed inside a block: its element becomes the parent, its language the language.
  Bed open(const Block& block, const Bed& bed);
  /// The element of a paragraph in `role`; a P is put around text where the parent may hold none.
  StructId paragraph_element(Role role, const Paragraph& paragraph, const Bed& bed, Span span);
  /// Lines of a paragraph as strips, indents and breaks' costs included.
  std::vector<Strip> line_strips(const Paragraph& paragraph, const Bed& bed, StructId element);
  void set_paragraph_in(const Paragraph& paragraph, const Bed& bed, StructId element);
  /// Who said the text above (Paragraph::signs), as in The TeXbook, chapter 14.
  void set_signature(const Paragraph& paragraph, Bed bed, StructId element);
  void push(Strip strip);
  /// What is as wide as the margin column, too, waits until that is free.
  void clear_margin_for_next() { needs_margin_ = true; }
  /// An inner point's aside waits until the margin column is free of the outer point's.
  void clear_margin(Strip& strip);
  void add_space(Pt space) { space_ = max(space_, space); }
  void add_cost(std::int64_t cost) { cost_ = cost_ < cost ? cost : cost_; }
  void keep_from(std::size_t first_strip);
  /// A table of contents and newspaper columns leave no few entries at the foot of a page, and carry no few over,
  /// however many lines an entry has.
  void keep_ends_from(std::size_t first_strip, std::size_t few);
  /// A list's last item of one line (or row) is not alone on its page where it can be helped, nor the second of two
  /// that are short.
  void price_last_item_from(std::size_t first_strip);

  /// What concludes an item that begins with strip `first` has two lines of it above, where there are so many.
  void keep_conclusion_from(std::size_t first);
  /// Lays lines beside the strips from `first` on, their first baseline on that strip's.
  void lay_beside(std::size_t first, std::vector<Strip> lines);
  void draw_tour_line(const Item& item, std::size_t first, Pt x);
  /// Who spoke, beside the body that is in `body`.
  std::vector<Strip> aside_strips(const Item& item, const Bed& body);
  std::vector<Strip> label_strips(const Item& item, const Bed& bed, Pt width);
  std::vector<Strip> caption_strips(const Block& block, const Figure& figure, Bed bed, Size size, bool told);
  /// Height of what stands above and never parts from the next strip: a heading.
  [[nodiscard]] Pt tied_above() const;
  Strip picture_strip(const Figure& figure, const Bed& bed, Size size, Pt caption_height);
  /// A line for an item whose body is empty.
  void push_empty_line(const std::vector<Strip>& label, const std::vector<Strip>& aside);

  /// Cells as rows that pages may break between.
  void push_by_rows(std::vector<Strip::Part> parts, bool align_baselines);

  /// Blocks as artifacts, to be set again on top of a page.
  std::vector<Strip> artifacts_of(const std::vector<Block>& blocks, const Bed& bed);
  std::int32_t add_head(std::vector<Strip> strips, bool over_columns = false);
  /// Dots between the end of a strip's text and a place, so that those of all entries stand below each other.
  void add_leader(Strip& strip, const Entry& entry, const Bed& bed, Pt end);
  /// Registers a table's head for pages and columns that begin inside the table; -1 when it has none.
  std::int32_t repeat_head(const Table& table, const Bed& bed, const std::vector<Strip>& head);
  /// The same head with a group's row below it.
  std::int32_t with_group(std::int32_t head, std::vector<Strip> group);
  /// `heads`: what stands over each row on top of a page.
  void push_rows(const Table& table, std::vector<Strip> rows, const std::vector<std::int32_t>& heads);

  Workshop& shop_;
  bool main_ = false;
  std::int32_t section_ = -1;
  std::vector<Strip> strips_;
  Pt space_;               ///< white that the next strip gets at least
  Pt tied_;                ///< height of what stands above the first strip and never parts from it
  std::int64_t cost_ = 0;  ///< cost that a break before the next strip has at least
  bool forced_ = false;
  bool in_item_ = false;             ///< what is set now stands inside an item of a list
  bool stacked_ = false;             ///< the pair above stands one below the other: no line comes down from it
  std::vector<Landmark> landmarks_;  ///< of blocks whose first strip is still to come
  /// An aside that will hang beside the next strip: its first baseline and height.
  struct Hanging {
    Pt baseline, height;
  };
  std::optional<Hanging> hanging_;
  Pt height_;  ///< of all strips so far, with their white
  bool needs_margin_ = false;
  Pt margin_free_;  ///< height from which the margin column is free
};

/// The width that all labels of a story take that share one (Item::widest_of_story); 0 when there are none. That of the
/// widest, but at most two fifths of the narrowest measure that one stands in (`measure` is that of the text block):
/// wider labels wrap. Item::label_width counts in full up to half of it. Bodies of items, tables and Pair::below are
/// not looked into: no such item stands there.
[[nodiscard]] Pt label_width_of_story(const std::vector<Block>& blocks, const std::string& lang, Pt measure,
                                      Workshop& shop);
/// The width that all labels of these blocks take (Item::widest_label); 0 when none asks.
[[nodiscard]] Pt widest_label(const std::vector<Block>& blocks, const std::string& lang, Workshop& shop);

/// Two columns in step, as rows that pages may break between: what begins the same block stands on one baseline.
/// Gives:  strips with two parts each, the first with the white and the cost that both sides begin with. What stands
///         `below` both is one row more, with a third part.
/// Cost:   O(n log n) in the strips.
[[nodiscard]] std::vector<Strip> rows_in_step(std::vector<Strip> first, std::vector<Strip> second,
                                              std::vector<Strip> below = {});
/// Where the second column of a pair begins, as a share of a measure: both are so wide less the gap.
[[nodiscard]] Pt pair_column(Pt measure, const PairDesign& design);

/// Least and natural width of blocks in one column, for table columns; `lines`: as measure_cell.
[[nodiscard]] Widths measure_blocks(const std::vector<Block>& blocks, const std::string& lang, Workshop& shop,
                                    LineWidths* lines = nullptr);

/// Width and height that a figure is drawn with in a measure.
[[nodiscard]] Size figure_size(const Figure& figure, Pt measure, const Workshop& shop);

/// Solves table column widths. Least widths are kept where they fit; where not all can have what they need, the widths
/// are sought at which the rows are lowest (low_rows.hpp), so that the column with the long texts gets the room. What
/// is left goes to the white between columns first, some points each, which counts to the column of figures after it,
/// else to the one before; then by stretch, else in proportion to the content, or to the columns that lack something.
struct ColumnWish {
  Pt least, natural;
  Pt most;  ///< 0: none; white beside the column comes to it
  double stretch = 0;
  std::vector<LineWidths> cells;  ///< of the rows that are looked at; empty where there is none of one column
  /// What each of them needs to keep its words, names and sums whole: in a tight table more than `least`.
  std::vector<Pt> whole;
  bool of_figures = false;  ///< beside others of figures it is as wide as they are, where there is room
  bool as_told = false;     ///< holds its text in the width that the table tells: the next begins just there
};
/// One row of so many is looked at: all of a table of some length, fewer of many columns.
[[nodiscard]] std::size_t rows_looked_at(std::size_t rows, std::size_t columns);
[[nodiscard]] std::vector<Pt> solve_columns(const std::vector<ColumnWish>& wishes, Pt room);

/// Where a table's columns stand, from the start edge.
struct ColumnPlaces {
  std::vector<Pt> starts, widths;
  bool mirrored = false;  ///< they begin on the right
};
/// Moves each head over several columns to the middle of what those print, from the first edge of their heads and cells
/// to the last, and rules it off over just as much (table_heads.cpp). Pre: the strips are those of the table's rows.
void centre_spanning_heads(const Table& table, const ColumnPlaces& places, std::vector<Strip>& head,
                           const std::vector<Strip>& body);

/// Takes the styles of the cells that have smaller ones down to those (small_table.cpp).
void make_small(Table& table, const SmallStyles& small);

/// Width of a number before its decimal point, and from the point on. Pre: one inline.
[[nodiscard]] std::pair<Pt, Pt> measure_at_point(const Paragraph& number, const std::string& lang, Workshop& shop);

/// Moves one-line cells so that their decimal points stand below each other, the block of numbers aligned in
/// its column [start, start + width) as told. Cells without a point end where the points stand.
void align_on_point(const std::vector<Strip*>& lines, Pt start, Pt width, Align align, std::string_view lang,
                    bool mirrored);

/// Sets a note for the first mark of it; `parent` gets the Note element.
void set_note(NoteId id, StructId parent, Workshop& shop);

/// The whole story.
/// `own`: its blocks once more, where they may be let go when they are set; otherwise nullptr.
[[nodiscard]] Workshop make_galley(const Story& story, std::vector<Block>* own, const Pictures& pictures,
                                   SettingContext& setting, bool keep_lines);

}  // namespace readout::layout
