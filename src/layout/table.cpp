// Tables: every row is one strip whose parts are its cells, so that no row is broken by chance.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "layout/galley.hpp"
#include "layout/kept_shapes.hpp"
#include "layout/table_columns.hpp"

namespace readout::layout {
namespace {

/// "Column", "Row", "Both": what a head cell heads. In a table's head columns, in its body rows.
std::string scope_of(const TableCell& cell, bool in_head) {
  switch (cell.scope) {
    case TableCell::Scope::column: return "Column";
    case TableCell::Scope::row: return "Row";
    case TableCell::Scope::both: return "Both";
    case TableCell::Scope::none: break;
  }
  return in_head ? "Column" : "Row";
}

/// Cells do not head each other in the plain way: spans, several head rows or group heads.
bool is_irregular(const Table& table) {
  if (table.head.size() > 1) return true;
  const auto spans = [](const TableRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return cell.span > 1; });
  };
  const auto grouped = [&](const TableRow& row) { return row.group_head || spans(row); };
  return std::any_of(table.head.begin(), table.head.end(), spans) ||
         std::any_of(table.body.begin(), table.body.end(), grouped);
}

/// A column narrower than a letter holds nothing that can be read.
constexpr Pt narrowest_column = Pt::from_points(4);

/// So many rows are seen at once and not torn where a page can be had without.
constexpr std::size_t a_few_rows = 8;

/// One table on its way into the galley.
class TableSetter {
 public:
  TableSetter(const Table& table, Table* own, const Bed& bed, Workshop& shop)
      : table_(&table), own_(own), bed_(bed), shop_(shop), number_(++shop.tables), irregular_(is_irregular(table)) {
    shop_.setting.kept = &kept_;
    solve_widths();
    heads_.resize(table.columns.size());
  }
  TableSetter(const TableSetter&) = delete;
  TableSetter& operator=(const TableSetter&) = delete;
  ~TableSetter() {
    shop_.setting.tight = was_tight_;
    shop_.setting.kept = kept_outside_;
  }

  [[nodiscard]] const Table& table() const { return *table_; }
  [[nodiscard]] const ColumnPlaces& places() const { return places_; }
  [[nodiscard]] bool is_wide() const { return is_wide_; }  ///< it takes the margin column, too

  std::vector<Strip> head_rows() {
    std::vector<Strip> rows;
    if (table_->head.empty()) return rows;
    const StructId thead = shop_.structure.add(bed_.parent, Role::thead, bed_.lang);
    for (const auto& row : table_->head) rows.push_back(row_strip(row, thead, true));
    Strip& last = rows.back();
    add_rule(last, table_->style.head_rule, table_->style.head_rule_colour);
    return rows;
  }

  std::vector<Strip> body_rows() {
    std::vector<Strip> rows;
    StructId tbody;
    bool open = false, shaded = false;
    for (std::size_t r = 0; r < table_->body.size(); ++r) {
      const auto& row = table_->body[r];
      if (!open || (row.group_head && r > 0)) tbody = shop_.structure.add(bed_.parent, Role::tbody, bed_.lang);
      open = true;
      if (row.group_head) group_.clear();
      Strip strip = row_strip(row, tbody, false);
      free_cells(r + 1);
      const bool last = r + 1 == table_->body.size();
      add_rule(strip, last ? table_->style.end_rule : table_->style.row_rule, table_->style.row_rule_colour);
      if (row.group_head) shaded = false;
      if (shaded && table_->style.zebra) shade(strip);
      shaded = row.group_head ? false : !shaded;
      rows.push_back(std::move(strip));
    }
    align_points(rows);
    return rows;
  }

  /// Lets go what the rows hold; not while something is kept for a paragraph, which is known by where it is.
  void free_cells(std::size_t end) {
    if (own_ == nullptr || !kept_.empty()) return;
    for (; freed_ < end; ++freed_)
      for (TableCell& cell : own_->body[freed_].cells) cell.blocks = {};
  }

  /// A group's head once more, as artifacts; nothing when it is not to be repeated.
  std::vector<Strip> group_again(const TableRow& row) {
    std::vector<Strip> rows;
    if (row.again.empty()) return rows;
    TableRow again;
    again.cells = row.again;
    again.group_head = true;
    const bool untagged = std::exchange(shop_.untagged, true);
    rows.push_back(row_strip(again, bed_.parent, false));
    shop_.untagged = untagged;
    add_rule(rows.back(), table_->style.row_rule, table_->style.row_rule_colour);
    make_artifact(rows.back());
    return rows;
  }

 private:
  void solve_widths() {
    const std::size_t count = table_->columns.size();
    READOUT_ASSERT(count > 0);
    std::vector<ColumnWish> wishes = measure_columns(*table_, bed_.lang, shop_);
    Pt gaps;
    for (std::size_t c = 0; c + 1 < count; ++c) gaps += gap_after(*table_, c);
    Pt room = bed_.measure - gaps;
    if (room < narrowest_column * static_cast<std::int64_t>(count)) {
      tell_too_many_columns();
      room = Pt{};  // as wide as the columns like: nothing is printed, and nothing more is told of them
      for (const ColumnWish& wish : wishes) room += max(wish.natural, wish.least);
    }
    if (sum_of_least(wishes) > room) wishes = measure_columns(*table_, bed_.lang, shop_, false);
    if (bed_.beyond > Pt{} && (bed_.wide || lacks_room(*table_, wishes, room))) {
      bed_.measure += bed_.beyond;
      room += bed_.beyond;
      is_wide_ = true;
    }
    if (sum_of_least(wishes) > room && !shop_.story.small.text.empty()) {
      go_small();
      wishes = measure_columns(*table_, bed_.lang, shop_, false);
    }
    if (sum_of_least(wishes) > room) {
      shop_.setting.tight = true;
      const std::vector<ColumnWish> whole = std::exchange(wishes, measure_columns(*table_, bed_.lang, shop_));
      for (std::size_t c = 0; c < count; ++c) {
        wishes[c].cells = whole[c].cells;
        wishes[c].whole = whole[c].whole;
      }
    }
    places_.widths = solve_columns(wishes, room);
    places_.mirrored = bed_.right_to_left;
    Pt x = bed_.x;
    for (const Pt width : places_.widths) {
      x += places_.starts.empty() ? Pt{} : gap_after(*table_, places_.starts.size() - 1);
      places_.starts.push_back(x);
      x += width;
    }
  }

  void go_small() {
    if (own_ == nullptr) own_ = &small_.emplace(*table_);
    table_ = own_;
    kept_ = {};  // of texts in their full size
    make_small(*own_, shop_.story.small);
  }

  void tell_too_many_columns() const {
    const auto placed =
        std::find_if(table_->body.begin(), table_->body.end(), [](const auto& row) { return row.span.valid(); });
    const Span span = placed == table_->body.end() ? Span{} : placed->span;
    const std::string message =
        fmt::format("{} columns are too many for a width of {:.0f} pt", table_->columns.size(), bed_.measure.points());
    if (was_told(shop_.setting, "layout.columns", span, message)) return;
    shop_.setting.diags->error("layout.columns", span, message)
        .hint("leave columns out, make two tables of them, or turn rows into columns");
  }

  Strip row_strip(const TableRow& row, StructId group, bool in_head) {
    const StructId tr = shop_.untagged ? group : shop_.structure.add(group, Role::tr, bed_.lang, row.span);
    if (!shop_.untagged) shop_.structure[tr].right_to_left = bed_.right_to_left;
    row_heads_.clear();
    std::vector<Strip::Part> parts;
    std::size_t c = 0;
    for (const auto& cell : row.cells) {
      const std::size_t span = span_of(*table_, cell, c);
      if (span == 0) break;
      parts.push_back(cell_part(cell, row, tr, c, span, in_head));
      c += span;
    }
    const TableCell empty;
    while (c < table_->columns.size()) parts.push_back(cell_part(empty, row, tr, c++, 1, in_head));
    return finished_row(in_head ? GalleyBuilder::ending_together(std::move(parts))  // heads stand on the rule
                                : GalleyBuilder::row_of(std::move(parts), true));
  }

  Strip::Part cell_part(const TableCell& cell, const TableRow& row, StructId tr, std::size_t c, std::size_t span,
                        bool in_head) {
    const StructId element = cell_element(cell, row, tr, c, span, in_head);
    Bed bed = bed_;
    bed.beyond = Pt{};
    bed.x = places_.starts[c];
    bed.measure = places_.starts[c + span - 1] + places_.widths[c + span - 1] - places_.starts[c];
    bed.parent = element;
    if (span == 1 && table_->columns[c].align != Align::start) bed.align = table_->columns[c].align;
    GalleyBuilder builder(shop_);
    builder.set_blocks(cell.blocks, bed);
    Strip::Part part;
    part.strips = builder.take();
    return part;
  }

  StructId cell_element(const TableCell& cell, const TableRow& row, StructId tr, std::size_t c, std::size_t span,
                        bool in_head) {
    if (shop_.untagged) return tr;
    const bool heads = cell.head || in_head || (row.group_head && !cell.blocks.empty());
    const StructId id = shop_.structure.add(tr, heads ? Role::th : Role::td, bed_.lang, row.span);
    auto& element = shop_.structure[id];
    element.col_span = static_cast<int>(span);
    element.right_to_left = bed_.right_to_left;
    if (heads) element.scope = scope_of(cell, in_head);
    if (!irregular_) return id;
    if (!in_head) element.headers = headers_of(c, span);
    if (!heads) return id;
    const std::string name = fmt::format("t{}-h{}", number_, ++head_count_);
    element.id = name;
    if (in_head)
      for (std::size_t i = c; i < c + span; ++i) heads_[i].push_back(name);
    else (row.group_head ? group_ : row_heads_).push_back(name);
    return id;
  }

  /// Ids of all that heads a cell: its columns' heads, its group's, its row's.
  [[nodiscard]] std::vector<std::string> headers_of(std::size_t c, std::size_t span) const {
    std::vector<std::string> ids;
    const auto add = [&ids](const std::vector<std::string>& more) {
      for (const auto& id : more)
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    for (std::size_t i = c; i < c + span; ++i) add(heads_[i]);
    add(group_);
    add(row_heads_);
    return ids;
  }

  [[nodiscard]] Strip finished_row(Strip row) const {
    shift_down(row, table_->style.pad_top);
    row.pad_top = table_->style.pad_top;
    row.pad_bottom = table_->style.pad_bottom;
    row.height += row.pad_top + row.pad_bottom;
    row.areas.push_back({bed_.parent, {bed_.x, Pt{}, bed_.measure, row.height}});
    return row;
  }

  void add_rule(Strip& row, Pt thickness, Colour colour) const {
    if (thickness == Pt{}) return;
    const Rect rect{bed_.x, row.height, bed_.measure, thickness};
    row.pieces.push_back({PlacedRect{Artifact{Artifact::Kind::layout}, rect, colour}, 0});
    row.height += thickness;
    row.pad_bottom += thickness;
  }

  void shade(Strip& row) const {
    const Rect rect{bed_.x, Pt{}, bed_.measure, row.height};
    row.pieces.insert(row.pieces.begin(),
                      {PlacedRect{Artifact{Artifact::Kind::background}, rect, *table_->style.zebra}, 0});
  }

  /// Numbers of a column stand with their decimal points below each other (table_points.cpp).
  void align_points(std::vector<Strip>& rows) const {
    for (std::size_t c = 0; c < table_->columns.size(); ++c) {
      if (!table_->columns[c].on_point) continue;
      std::vector<Strip*> lines;
      for (std::size_t r = 0; r < rows.size(); ++r)
        if (Strip* line = table_->body[r].group_head ? nullptr : only_line_of(rows[r], table_->body[r], c))
          lines.push_back(line);
      align_on_point(lines, places_.starts[c], places_.widths[c], table_->columns[c].align, bed_.lang,
                     bed_.right_to_left);
    }
  }

  /// The line of a cell that holds one line in one column.
  static Strip* only_line_of(Strip& strip, const TableRow& row, std::size_t column) {
    std::size_t c = 0;
    for (std::size_t i = 0; i < row.cells.size() && i < strip.parts.size(); ++i) {
      if (c == column && row.cells[i].span == 1 && strip.parts[i].strips.size() == 1)
        return &strip.parts[i].strips.front();
      c += static_cast<std::size_t>(std::max(row.cells[i].span, 1));
    }
    return nullptr;
  }

  const Table* table_;
  Table* own_;                  ///< the same, where its rows may be changed and let go
  std::optional<Table> small_;  ///< it, where it was another's
  std::size_t freed_ = 0;       ///< rows
  Bed bed_;
  Workshop& shop_;
  const bool was_tight_ = shop_.setting.tight;
  KeptShapes kept_;
  KeptShapes* const kept_outside_ = shop_.setting.kept;
  std::uint32_t number_ = 0;
  std::uint32_t head_count_ = 0;
  bool irregular_ = false, is_wide_ = false;
  ColumnPlaces places_;
  std::vector<std::vector<std::string>> heads_;  ///< ids of head cells over each column
  std::vector<std::string> group_, row_heads_;
};

}  // namespace

void GalleyBuilder::set_content(const Block& block, const Table& table, const Bed& bed, Pt) {
  set_table(block, table, nullptr, bed);
}

void GalleyBuilder::set_table(const Block& block, const Table& table, Table* own, const Bed& bed) {
  if (table.columns.empty() || (table.head.empty() && table.body.empty())) return;
  Block as_table{Role::table, block.lang, block.anchor, block.span, block.keep_with_next, PageBreak{}};
  const Bed inner = open(as_table, bed);
  add_space(table.style.space_before);
  const std::size_t first = strips_.size();
  if (table.caption) {
    const StructId caption = shop_.structure.add(inner.parent, Role::caption, inner.lang, block.span);
    set_paragraph_in(*table.caption, inner, caption);
    add_cost(cost::stranded);
  }
  Bed room = inner;
  if (hanging_) room.beyond = Pt{};  // who spoke stands beside the table itself
  TableSetter setter(table, own, room, shop_);
  if (setter.is_wide()) clear_margin_for_next();
  auto head = setter.head_rows();
  auto rows = setter.body_rows();
  centre_spanning_heads(setter.table(), setter.places(), head, rows);
  const std::int32_t repeated = repeat_head(table, inner, head);
  for (auto& row : head) push(std::move(row));
  for (std::size_t i = first + 1; i < strips_.size(); ++i) strips_[i].cost = cost::stranded;
  if (!head.empty()) add_cost(cost::stranded);
  std::vector<std::int32_t> heads;  // that stand over a row on top of a page
  std::int32_t in_force = repeated;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const bool group_head = setter.table().body[r].group_head;
    heads.push_back(group_head ? repeated : in_force);
    if (group_head) in_force = with_group(repeated, setter.group_again(setter.table().body[r]));
  }
  push_rows(table, std::move(rows), heads);
  add_space(table.style.space_after);
}

std::int32_t GalleyBuilder::repeat_head(const Table& table, const Bed& bed, const std::vector<Strip>& head) {
  if (head.empty()) return -1;
  std::vector<Strip> repeated;
  if (table.continued) {
    const bool untagged = std::exchange(shop_.untagged, true);
    repeated = line_strips(*table.continued, bed, bed.parent);
    shop_.untagged = untagged;
  }
  repeated.insert(repeated.end(), head.begin(), head.end());
  for (auto& strip : repeated) make_artifact(strip);
  return add_head(std::move(repeated));
}

std::int32_t GalleyBuilder::with_group(std::int32_t head, std::vector<Strip> group) {
  if (group.empty()) return head;
  std::vector<Strip> all;
  if (head >= 0) all = shop_.galley.heads[static_cast<std::size_t>(head)].strips;
  std::move(group.begin(), group.end(), std::back_inserter(all));
  return add_head(std::move(all));
}

void GalleyBuilder::push_rows(const Table& table, std::vector<Strip> rows, const std::vector<std::int32_t>& heads) {
  const auto is_group_head = [](const TableRow& row) { return row.group_head; };
  const auto groups = static_cast<std::size_t>(std::count_if(table.body.begin(), table.body.end(), is_group_head));
  const bool is_short = rows.size() - groups <= a_few_rows;
  std::size_t since_head = 0;  // rows since the table or its group began
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const bool group_head = table.body[r].group_head;
    const std::int64_t between = groups > 0 && !group_head ? cost::inside_group : cost::between_rows;
    const std::int64_t short_one = group_head ? cost::before_group : groups > 0 ? cost::short_group : cost::short_table;
    if (r > 0) add_cost(is_short ? short_one : between);
    const bool ends_group = r + 1 == rows.size() || table.body[r + 1].group_head;
    if (r > 0 && !group_head && (since_head == 1 || ends_group)) add_cost(cost::single_row);
    since_head = group_head ? 0 : since_head + 1;
    rows[r].head = heads[r];
    push(std::move(rows[r]));
    if (group_head) add_cost(cost::stranded);
  }
}

}  // namespace readout::layout
