#include "layout/galley.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include "base/assert.hpp"
#include "layout/column_filler.hpp"
#include "layout/inline_text.hpp"

namespace readout::layout {
namespace {

constexpr std::size_t few_lines = 4;             ///< of a table of contents
constexpr std::size_t two_at_least = 2;          ///< of the items of a group that goes on under its head
constexpr Pt short_list = Pt::from_points(180);  ///< a quarter of a page

/// Of a page that ends between a block and the text above it.
constexpr std::int64_t cost_of(Bond bond) {
  switch (bond) {
    case Bond::none: return 0;
    case Bond::table: return cost::parted_table;
    case Bond::points: return cost::parted_points;
    case Bond::decision: return cost::parted_end;
    case Bond::sum: return cost::parted_sum;
    case Bond::tail: return cost::lonely_line;
  }
  return 0;
}

}  // namespace

void GalleyBuilder::push(Strip strip) {
  strip.space_before = max(strip.space_before, space_);
  strip.cost = std::max(strip.cost, cost_);
  strip.forced = strip.forced || forced_;
  if (strip.section < 0) strip.section = section_;
  clear_margin(strip);
  height_ += strip.space_before + strip.height;
  for (auto& mark : landmarks_) strip.landmarks.push_back(mark);
  landmarks_.clear();
  space_ = Pt{};
  cost_ = 0;
  forced_ = false;
  if (strips_.size() == strips_.capacity())
    strips_.reserve(strips_.size() + std::max<std::size_t>(4, strips_.size() / 4));
  strips_.push_back(std::move(strip));
}

void GalleyBuilder::clear_margin(Strip& strip) {
  if (std::exchange(needs_margin_, false)) strip.space_before += max(margin_free_ - height_ - strip.space_before, Pt{});
  if (!hanging_) return;
  const Pt base = strip.baseline.value_or(hanging_->baseline);
  const Pt top = height_ + strip.space_before + base - hanging_->baseline;
  const Pt missing = max(margin_free_ - top, Pt{});
  strip.space_before += missing;
  margin_free_ = top + missing + hanging_->height;
  hanging_.reset();
}

std::vector<Strip> GalleyBuilder::take() {
  if (!landmarks_.empty()) {  // what has an anchor but nothing to show leads to the end of what came before
    if (strips_.empty()) strips_.emplace_back();
    auto& last = strips_.back();
    for (auto mark : landmarks_) {
      mark.y = last.height;
      last.landmarks.push_back(mark);
    }
    landmarks_.clear();
  }
  return std::move(strips_);
}

void GalleyBuilder::keep_from(std::size_t first_strip) {
  for (std::size_t i = first_strip + 1; i < strips_.size(); ++i)
    strips_[i].cost = std::max(strips_[i].cost, cost::kept);
}

void GalleyBuilder::keep_ends_from(std::size_t first_strip, std::size_t few) {
  std::vector<bool> begun;
  for (std::size_t i = first_strip; i < strips_.size(); ++i)
    begun.push_back(i == first_strip || strips_[i].cost < cost::inside_item || strips_[i].cost == cost::lonely_row);
  const auto begins = [&](std::size_t i) { return begun[i - first_strip]; };
  std::size_t before = 0, after = 0;
  for (std::size_t i = first_strip; i < strips_.size(); ++i)
    if (begins(i)) ++after;
  for (std::size_t i = first_strip; i < strips_.size(); ++i) {
    const bool whole = begins(i);
    if (i > first_strip && (before < few || after < few)) strips_[i].cost = std::max(strips_[i].cost, cost::lonely_row);
    if (!whole) continue;
    ++before;
    --after;
  }
}

void GalleyBuilder::price_last_item_from(std::size_t first_strip) {
  std::size_t last = first_strip, items = 1;
  for (std::size_t i = first_strip + 1; i < strips_.size(); ++i)
    if (strips_[i].cost == cost::between_items) last = i, ++items;
  Pt height;
  for (std::size_t i = first_strip; i < strips_.size(); ++i) height += strips_[i].height;
  if (items < 2) return;
  if (last + 1 == strips_.size()) strips_[last].cost = cost::lonely_item;
  if (items == 2 && height < short_list) strips_[last].cost = cost::halved_list;
}

void GalleyBuilder::set_blocks(const std::vector<Block>& blocks, const Bed& bed, Pt label_width) {
  const Pt widest = label_width > Pt{} ? label_width : widest_label(blocks, bed.lang, shop_);
  for (const auto& block : blocks) set_block(block, bed, widest);
}

template <class Set>
void GalleyBuilder::set_block_by(const Block& block, const Set& set) {
  if (block.keep_with_previous) add_cost(cost::trailing);
  add_cost(cost_of(block.bond));
  const std::size_t first = strips_.size();
  const Span around = shop_.setting.place;
  if (block.span.valid()) shop_.setting.place = block.span;
  set();
  shop_.setting.place = around;
  if (block.span.valid() && first < strips_.size()) strips_[first].begins = block.span;
  if (block.keep_with_next) add_cost(cost::stranded);
}

void GalleyBuilder::set_block(const Block& block, const Bed& bed, Pt widest) {
  set_block_by(block, [&] {
    std::visit([&](const auto& content) { set_content(block, content, bed, widest); }, block.content);
  });
}

void GalleyBuilder::set_and_free(std::vector<Block>& blocks, const Bed& bed) {
  const Pt widest = widest_label(blocks, bed.lang, shop_);
  for (Block& block : blocks) {
    auto* group = std::get_if<Group>(&block.content);
    if (group != nullptr && group->columns < 2 && group->again.empty())
      set_block_by(block, [&] {
        set_group_by(block, *group, bed, [&](const Bed& inner) { set_and_free(group->blocks, inner); });
      });
    else if (auto* table = std::get_if<Table>(&block.content); table != nullptr)
      set_block_by(block, [&] { set_table(block, *table, table, bed); });
    else set_block(block, bed, widest);
    block.content = PageBreak{};
  }
}

Bed GalleyBuilder::open(const Block& block, const Bed& bed) {
  Bed inner = bed;
  if (!block.lang.empty()) inner.lang = block.lang;
  if (shop_.untagged) return inner;
  if (block.role != Role::none) {
    inner.parent = shop_.structure.add(bed.parent, block.role, inner.lang, block.span);
    auto& element = shop_.structure[inner.parent];
    element.right_to_left = bed.right_to_left;
    if (const auto* group = std::get_if<Group>(&block.content)) element.list_numbering = group->numbering;
  }
  if (block.anchor != 0) landmarks_.push_back({LinkTarget::Kind::anchor, block.anchor, bed.x, Pt{}, inner.parent});
  return inner;
}

template <class Set>
void GalleyBuilder::set_group_by(const Block& block, const Group& group, const Bed& bed, const Set& set) {
  Bed inner = open(block, bed);
  inner.x += group.inset_start;
  inner.measure -= group.inset_start + group.inset_end;
  if (group.inset_end > Pt{}) inner.beyond = group.inset_end;
  const std::size_t first = strips_.size();
  set(inner);
  if (group.keep_together) keep_from(first);
  if (block.role == Role::toc) keep_ends_from(first, few_lines);
  if (block.role == Role::l && !in_item_) price_last_item_from(first);
  if (!group.again.empty() && block.role != Role::l) keep_ends_from(first, two_at_least);  // a day has few entries
  if (group.again.empty() || !main_) return;
  const std::int32_t again = add_head(artifacts_of(group.again, inner), true);
  for (std::size_t i = first + 1; i < strips_.size(); ++i)
    if (strips_[i].head < 0) strips_[i].head = again;
}

void GalleyBuilder::set_content(const Block& block, const Group& group, const Bed& bed, Pt) {
  set_group_by(block, group, bed, [&](const Bed& inner) {
    if (group.columns < 2) set_blocks(group.blocks, inner);
    else set_columns_of(group, inner);
  });
}

std::vector<Strip> GalleyBuilder::artifacts_of(const std::vector<Block>& blocks, const Bed& bed) {
  const bool untagged = std::exchange(shop_.untagged, true);
  GalleyBuilder builder(shop_);
  builder.set_blocks(blocks, bed);
  auto strips = builder.take();
  if (!strips.empty() && builder.space_ > Pt{}) strips.back().height += builder.space_;
  shop_.untagged = untagged;
  for (auto& strip : strips) make_artifact(strip);
  return strips;
}

std::int32_t GalleyBuilder::add_head(std::vector<Strip> strips, bool over_columns) {
  if (strips.empty()) return -1;
  const Pt height = height_of(strips);
  shop_.galley.heads.push_back({std::move(strips), height, over_columns});
  return static_cast<std::int32_t>(shop_.galley.heads.size()) - 1;
}

void GalleyBuilder::set_columns_of(const Group& group, Bed bed) {
  bed.measure = (bed.measure - group.column_gap * (group.columns - 1)) / group.columns;
  if (main_ && section_ < 0) {  // pages may begin and end in it
    section_ = static_cast<std::int32_t>(shop_.galley.sections.size());
    shop_.galley.sections.push_back({group.columns, bed.measure, group.column_gap});
    const std::size_t first = strips_.size();
    set_blocks(group.blocks, bed);
    keep_ends_from(first, static_cast<std::size_t>(group.columns));
    section_ = -1;
    return;
  }
  GalleyBuilder builder(shop_);
  builder.set_blocks(group.blocks, bed);
  auto strips = builder.take();
  if (strips.empty()) return;
  const auto starts = ColumnFiller(strips, shop_.galley.heads).balance(0, strips.size(), group.columns).starts;
  std::vector<Strip::Part> parts;
  for (std::size_t c = 0; c < starts.size(); ++c) {
    Strip::Part part;
    part.x = (bed.measure + group.column_gap) * static_cast<std::int64_t>(c);
    const auto end = c + 1 < starts.size() ? starts[c + 1] : strips.size();
    for (std::size_t i = starts[c]; i < end; ++i) part.strips.push_back(std::move(strips[i]));
    parts.push_back(std::move(part));
  }
  add_space(parts.front().strips.front().space_before);
  push(row_of(std::move(parts), false));
  add_space(builder.space_);
}

namespace {

bool is_in_languages(const Paragraph& paragraph) {
  return std::any_of(paragraph.content.begin(), paragraph.content.end(),
                     [](const Inline& piece) { return piece.parts_lines; });
}

}  // namespace

void GalleyBuilder::set_content(const Block& block, const Paragraph& paragraph, const Bed& bed, Pt widest) {
  Bed inner = bed;
  if (!block.lang.empty()) inner.lang = block.lang;
  if (is_in_languages(paragraph) && lines_of(paragraph, inner.lang, inner.measure, shop_.setting) > 1)
    return set_languages_apart(block, paragraph, bed, widest);
  const StructId element = paragraph_element(block.role, paragraph, inner, block.span);
  if (block.anchor != 0) landmarks_.push_back({LinkTarget::Kind::anchor, block.anchor, bed.x, Pt{}, element});
  if (paragraph.signs) set_signature(paragraph, inner, element);
  else set_paragraph_in(paragraph, inner, element);
}

void GalleyBuilder::set_signature(const Paragraph& paragraph, Bed bed, StructId element) {
  const auto& style = shop_.story.paragraph_styles[paragraph.style];
  bed.align = Align::end;
  auto lines = line_strips(paragraph, bed, element);
  const auto finds_room = [](const Strip& above, const Strip& line) {
    return above.baseline && above.parts.empty() && end_of_text(above) + above.height * 3 / 4 <= start_of_text(line);
  };
  if (lines.size() == 1 && !strips_.empty() && finds_room(strips_.back(), lines.front())) {
    const Pt down = *strips_.back().baseline - *lines.front().baseline;
    overlay(strips_.back(), std::move(lines.front()), down);
    cost_ = 0;
  } else {
    space_ = style.space_before;  // as close to its text whatever that is
    for (auto& line : lines) push(std::move(line));
    add_space(style.space_after);
  }
}

void GalleyBuilder::set_languages_apart(const Block& block, const Paragraph& paragraph, const Bed& bed, Pt widest) {
  Block one = block;
  for (InlineText& own : languages_of(paragraph.content)) {
    Paragraph in_language = paragraph;
    in_language.content = std::move(own);
    in_language.smaller.clear();
    set_content(one, in_language, bed, widest);
    one.anchor = 0;
  }
}

void GalleyBuilder::set_content(const Block& block, const Rule& rule, const Bed& bed, Pt) {
  const Bed inner = open(block, bed);
  Strip strip;
  strip.height = rule.thickness;
  strip.level = rule.level;
  const Pt width = rule.width == Pt{} ? inner.measure : min(rule.width, inner.measure);
  if (rule.thickness > Pt{})
    strip.pieces.push_back(
        {PlacedRect{Artifact{Artifact::Kind::layout}, {inner.x, Pt{}, width, rule.thickness}, rule.colour}});
  add_space(rule.space_before);
  push(std::move(strip));
  add_space(rule.space_after);
}

void GalleyBuilder::set_content(const Block& block, const PageBreak&, const Bed& bed, Pt) {
  static_cast<void>(open(block, bed));
  if (main_) forced_ = !strips_.empty();
}

Workshop make_galley(const Story& story, std::vector<Block>* own, const Pictures& pictures, SettingContext& setting,
                     bool keep_lines) {
  const auto& page = story.page;
  Workshop shop{story, pictures, setting, Structure(story.info.lang, page.right_to_left)};
  shop.keep_lines = keep_lines;
  shop.aside_size = size_of_asides(story, setting);
  shop.measure = page.size.width - page.margin.left - page.margin.right;
  shop.story_label_width = label_width_of_story(story.blocks, story.info.lang, shop.measure, shop);
  shop.page_height = page.size.height - page.margin.top - page.margin.bottom;
  READOUT_ASSERT(shop.measure > Pt{} && shop.page_height > Pt{});
  shop.galley.notes.resize(story.notes.size());
  GalleyBuilder builder(shop, true);
  const Bed bed{Pt{}, shop.measure, Structure::root(), story.info.lang, std::nullopt, page.right_to_left};
  if (own != nullptr) builder.set_and_free(*own, bed);
  else builder.set_blocks(story.blocks, bed);
  shop.galley.strips = builder.take();
  price_lonely_lines(shop.galley.strips);
  return shop;
}

}  // namespace readout::layout
