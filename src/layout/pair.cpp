// Pairs: the same in two languages, each in its column, in step.
#include <algorithm>
#include <map>
#include <utility>
#include "layout/pair_rows.hpp"
#include "layout/table_columns.hpp"

namespace readout::layout {
namespace {

/// Where a side is pictures that stand on one foot, that is their baseline.
void stand_on_foot(const Pair::Side& side, std::vector<Strip>& strips) {
  const auto* pictures = side.blocks.size() == 1 ? std::get_if<Columns>(&side.blocks.front().content) : nullptr;
  if (pictures != nullptr && pictures->align_bottoms && strips.size() == 1)
    strips.front().baseline = strips.front().height;
}

/// The cells that are all of a side, where they stand on their first baselines.
const Columns* only_cells(const std::vector<Block>& blocks) {
  if (blocks.size() != 1) return nullptr;
  if (const auto* group = std::get_if<Group>(&blocks.front().content)) return only_cells(group->blocks);
  const auto* columns = std::get_if<Columns>(&blocks.front().content);
  const bool plain = columns != nullptr && columns->align_baselines && !columns->align_bottoms && !columns->by_rows;
  return plain ? columns : nullptr;
}

/// The table that is all of a side, and how far from the side's edges it stands.
struct TableAtHand {
  const Table* table = nullptr;
  Pt insets = {};
};
TableAtHand only_table(const std::vector<Block>& blocks) {
  if (blocks.size() != 1) return {};
  const auto* group = std::get_if<Group>(&blocks.front().content);
  if (group == nullptr) return {std::get_if<Table>(&blocks.front().content)};
  TableAtHand inside = only_table(group->blocks);
  inside.insets += group->inset_start + group->inset_end;
  return inside;
}

bool has_room(const Pair::Side& side, Pt measure, Workshop& shop) {
  const TableAtHand at_hand = only_table(side.blocks);
  return at_hand.table != nullptr && is_at_ease(*at_hand.table, side.lang, measure - at_hand.insets, shop);
}

}  // namespace

Pt pair_column(Pt measure, const PairDesign& design) { return (measure + design.gap) / 2; }

/// A side alone: at full measure, mirrored where it runs against the page, with all that it repeats on later pages.
void GalleyBuilder::set_alone(const Pair::Side& side, const Bed& inner, Pt widest, Pt beyond) {
  Bed bed = inner;
  bed.measure -= beyond;
  bed.beyond = max(bed.beyond, beyond);
  bed.lang = side.lang;
  bed.right_to_left = side.right_to_left;
  const bool against = side.right_to_left != inner.right_to_left;
  const Pt sum = inner.x * 2 + inner.measure;
  const std::size_t heads = shop_.galley.heads.size();
  GalleyBuilder builder(shop_, main_);
  builder.tied_ = tied_above();
  builder.set_blocks(side.blocks, bed, widest);
  for (auto& strip : builder.take()) {
    if (against) mirror(strip, sum);
    push(std::move(strip));
  }
  if (against) mirror_heads(heads, sum);
  add_space(builder.space_);
}

void GalleyBuilder::mirror_heads(std::size_t from, Pt sum) {
  for (std::size_t h = from; h < shop_.galley.heads.size(); ++h)
    for (auto& strip : shop_.galley.heads[h].strips) mirror(strip, sum);
}

/// Where the sides' tables have no room beside each other.
void GalleyBuilder::set_stacked(const Pair& pair, Bed inner, Pt widest) {
  const std::size_t first = strips_.size();
  const bool has_margin = max(inner.beyond, pair.stack->inset_end) > Pt{};
  for (const Pair::Side* side : {&pair.first, &pair.second}) {
    if (!has_margin || inner.wide) break;
    const TableAtHand at_hand = only_table(side->blocks);
    const Pt measure = inner.measure - pair.stack->inset_end - at_hand.insets;
    inner.wide = at_hand.table != nullptr && wants_margin(*at_hand.table, side->lang, measure, shop_);
  }
  for (const Pair::Side* side : {&pair.first, &pair.second}) set_alone(*side, inner, widest, pair.stack->inset_end);
  if (pair.stack->together) keep_from(first);
  stacked_ = true;
}

/// On later pages the heads of both tables stand over their rows, beside each other as over the first. `from`: the
/// first of the heads that only the sides have.
void GalleyBuilder::join_heads(std::vector<Strip>& rows, std::size_t from) {
  auto& all = shop_.galley.heads;
  std::vector<RepeatedHead> own(std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(from)),
                                std::make_move_iterator(all.end()));
  all.resize(from);
  const auto strips_of = [&](std::int32_t head) { return own[static_cast<std::size_t>(head) - from].strips; };
  std::map<std::pair<std::int32_t, std::int32_t>, std::int32_t> joined;
  for (Strip& row : rows) {
    std::pair<std::int32_t, std::int32_t> heads{-1, -1};
    if (!row.parts[0].strips.empty()) heads.first = std::exchange(row.parts[0].strips.front().head, -1);
    if (!row.parts[1].strips.empty()) heads.second = std::exchange(row.parts[1].strips.front().head, -1);
    if (heads.first < 0 || heads.second < 0) continue;
    const auto [head, is_new] = joined.try_emplace(heads, -1);
    if (is_new) head->second = add_head(table_rows_in_step(strips_of(heads.first), strips_of(heads.second), 0));
    row.head = head->second;
  }
}

/// The body of the item that an element ends with; itself where it ends with none: a list holds items alone.
StructId GalleyBuilder::last_body(StructId parent) const {
  const auto& children = shop_.structure[parent].children;
  if (children.empty() || shop_.structure[children.back()].role != Role::li) return parent;
  for (const StructId part : shop_.structure[children.back()].children)
    if (shop_.structure[part].role == Role::lbody) return part;
  return parent;
}

namespace {

/// A side's one paragraph, if it has smaller sizes: a title.
const Paragraph* title_of(const Pair::Side& side) {
  const auto* title = side.blocks.size() == 1 ? std::get_if<Paragraph>(&side.blocks.front().content) : nullptr;
  return title != nullptr && !title->smaller.empty() ? title : nullptr;
}

/// A title in two languages has one size, in which both fit: neither stands over the other.
void match_sizes(Pair& pair, Pt measure, SettingContext& context) {
  std::size_t size = 0;
  for (const Pair::Side* side : {&pair.first, &pair.second})
    size = std::max(size, size_that_fits(*title_of(*side), side->lang, measure, context));
  for (Pair::Side* side : {&pair.first, &pair.second}) {
    Paragraph chosen = size_of(*title_of(*side), size);
    chosen.smaller.clear();
    side->blocks.front().content = std::move(chosen);
  }
}

}  // namespace

void GalleyBuilder::set_content(const Block& block, const Pair& pair, const Bed& bed, Pt widest) {
  if (title_of(pair.first) != nullptr && title_of(pair.second) != nullptr) {
    Pair matched = pair;
    match_sizes(matched, pair_column(bed.measure, shop_.story.pair_design) - shop_.story.pair_design.gap,
                shop_.setting);
    return set_content(block, matched, bed, widest);
  }
  const Bed inner = open(block, bed);
  const bool below_stack = std::exchange(stacked_, false);
  if (pair.first.blocks.empty() || pair.second.blocks.empty())
    return set_alone(pair.first.blocks.empty() ? pair.second : pair.first, inner, widest);
  const PairDesign& design = shop_.story.pair_design;
  const Pt column = pair_column(inner.measure, design) - design.gap;
  if (pair.stack && !(has_room(pair.first, column, shop_) && has_room(pair.second, column, shop_)))
    return set_stacked(pair, inner, widest);
  const std::size_t first = strips_.size(), head = shop_.galley.heads.size();
  PairRows set = pair_rows(pair, inner, widest);
  if (pair.ruled) {
    draw_between(std::span(set.rows).first(set.rows.size() - (pair.below.empty() ? 0 : 1)), inner,
                 pair.follows && !below_stack);
    for (std::size_t h = head; h < shop_.galley.heads.size(); ++h)
      draw_between(shop_.galley.heads[h].strips, inner, false);
  }
  for (Strip& row : set.rows) push(std::move(row));
  if (pair.stack && pair.stack->together) keep_from(first);
  add_space(set.after);
}

GalleyBuilder::PairRows GalleyBuilder::pair_rows(const Pair& pair, const Bed& inner, Pt widest) {
  const PairDesign& design = shop_.story.pair_design;
  const std::size_t heads = shop_.galley.heads.size();
  Bed column = inner;
  column.beyond = Pt{};
  column.measure = pair_column(inner.measure, design) - design.gap;
  PairRows out;
  std::array<Pt, 2> after;
  auto first = side_strips(pair.first, column, inner.right_to_left, widest, after[0]);
  Bed full = inner;
  full.parent = last_body(inner.parent);
  GalleyBuilder below(shop_);
  below.set_blocks(pair.below, full, widest);
  column.x += column.measure + design.gap;
  auto second = side_strips(pair.second, column, inner.right_to_left, widest, after[1]);
  if (pair.stack) {
    out.rows =
        table_rows_in_step(std::move(first), std::move(second), only_table(pair.first.blocks).table->body.size());
    join_heads(out.rows, heads);
    out.after = max(after[0], after[1]);
    return out;
  }
  const Columns *cells = only_cells(pair.first.blocks), *others = only_cells(pair.second.blocks);
  if (cells != nullptr && others != nullptr && cells->cells.size() == others->cells.size() && first.size() == 1 &&
      second.size() == 1)
    step_rows(first.front(), second.front());
  out.rows = rows_in_step(std::move(first), std::move(second), below.take());
  out.after = pair.below.empty() ? white_below(out.rows, after) : below.space_;
  return out;
}

std::vector<Strip> GalleyBuilder::side_strips(const Pair::Side& side, Bed column, bool page_right_to_left, Pt widest,
                                              Pt& after) {
  column.lang = side.lang;
  column.right_to_left = side.right_to_left;
  const std::size_t own_heads = shop_.galley.heads.size();
  GalleyBuilder builder(shop_);
  builder.set_blocks(side.blocks, column, widest);
  auto strips = builder.take();
  stand_on_foot(side, strips);
  after = builder.space_;
  if (side.right_to_left == page_right_to_left) return strips;
  const Pt sum = column.x * 2 + column.measure;
  for (auto& strip : strips) mirror(strip, sum);
  mirror_heads(own_heads, sum);
  return strips;
}

void GalleyBuilder::draw_between(std::span<Strip> rows, const Bed& inner, bool follows) const {
  const PairDesign& design = shop_.story.pair_design;
  if (design.rule <= Pt{}) return;
  const Pt x = inner.x + pair_column(inner.measure, design) - design.gap / 2 - design.rule / 2;
  for (Strip& row : rows)
    row.stems.push_back({x, design.rule, Pt{}, row.height, &row != rows.data() || follows, design.rule_colour, true});
}

}  // namespace readout::layout
