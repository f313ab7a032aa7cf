#include <algorithm>
#include <utility>
#include "layout/galley.hpp"

namespace readout::layout {
namespace {

/// How far above its text's baseline the middle of a tour's ring stands: about the middle of the small letters and the
/// capitals, and the same in two languages side by side.
constexpr Pt ring_height(Pt ring_size) { return ring_size * 3 / 8; }

Pt natural_label(const Item& item, const std::string& lang, Workshop& shop) {
  if (item.label.content.empty()) return {};
  const auto& style = shop.story.paragraph_styles[item.label.style];
  const Pt ring = item.ring ? item.ring_size * 3 / 2 : Pt{};
  return measure_paragraph(item.label, lang, shop.setting).natural + style.indent_start + style.indent_end + ring;
}

/// Looks through a story for the labels that share one width.
class SharedLabels {
 public:
  SharedLabels(Pt measure, Workshop& shop) : shop_(&shop), narrowest_(measure) {}

  void look_into(const std::vector<Block>& blocks, const std::string& lang, Pt measure) {
    for (const Block& block : blocks)
      std::visit([&](const auto& content) { look_at(content, block.lang.empty() ? lang : block.lang, measure); },
                 block.content);
  }
  [[nodiscard]] Pt width() const { return min(max(asked_, min(widest_, narrowest_ * 2 / 5)), narrowest_ / 2); }

 private:
  void look_at(const Group& group, const std::string& lang, Pt measure) {
    measure -= group.inset_start + group.inset_end + group.column_gap * (group.columns - 1);
    look_into(group.blocks, lang, measure / group.columns);
  }
  void look_at(const Columns& columns, const std::string& lang, Pt measure) {
    const auto count = std::max<std::int64_t>(static_cast<std::int64_t>(columns.cells.size()), 1);
    const Pt share = (measure - columns.gap * (count - 1)) / count;
    for (const auto& cell : columns.cells) look_into(cell.blocks, lang, cell.width == Pt{} ? share : cell.width);
  }
  void look_at(const Pair& pair, const std::string&, Pt measure) {
    const PairDesign& design = shop_->story.pair_design;
    for (const auto* side : {&pair.first, &pair.second})
      look_into(side->blocks, side->lang, pair_column(measure, design) - design.gap);
  }
  void look_at(const Item& item, const std::string& lang, Pt measure) {
    if (!item.widest_of_story) return;
    asked_ = max(asked_, item.label_width);
    widest_ = max(widest_, natural_label(item, lang, *shop_));
    narrowest_ = min(narrowest_, measure);
  }
  template <class Other>
  void look_at(const Other&, const std::string&, Pt) {}

  Workshop* shop_;
  Pt asked_, widest_, narrowest_;
};

}  // namespace

Pt label_width_of_story(const std::vector<Block>& blocks, const std::string& lang, Pt measure, Workshop& shop) {
  SharedLabels labels(measure, shop);
  labels.look_into(blocks, lang, measure);
  return labels.width();
}

Pt widest_label(const std::vector<Block>& blocks, const std::string& lang, Workshop& shop) {
  Pt widest;
  for (const auto& block : blocks) {
    if (const auto* pair = std::get_if<Pair>(&block.content))
      for (const auto* side : {&pair->first, &pair->second})
        widest = max(widest, widest_label(side->blocks, side->lang, shop));
    if (const auto* columns = std::get_if<Columns>(&block.content))
      for (const auto& cell : columns->cells) widest = max(widest, widest_label(cell.blocks, lang, shop));
    const auto* item = std::get_if<Item>(&block.content);
    if (item == nullptr || !item->widest_label) continue;
    widest =
        max(widest, item->widest_of_story
                        ? shop.story_label_width
                        : max(item->label_width, natural_label(*item, block.lang.empty() ? lang : block.lang, shop)));
  }
  return widest;
}

namespace {

/// The paragraph with a blank at its end, for readers of the text: the eye has the gap.
Paragraph parted(Paragraph paragraph) {
  paragraph.content.back().text += ' ';
  paragraph.runs_on = true;
  for (auto& smaller : paragraph.smaller) smaller = parted(smaller);
  return paragraph;
}

}  // namespace

std::vector<Strip> GalleyBuilder::label_strips(const Item& item, const Bed& bed, Pt width) {
  if (item.label.content.empty()) return {};
  Bed label = bed;
  label.measure = width;
  if (item.ring) {  // a numbered stop: the number stands beside its ring
    label.x += item.ring_size * 3 / 2;
    label.measure -= item.ring_size * 3 / 2;
  }
  const StructId element = paragraph_element(item.label_role, item.label, label, {});
  const Align align = shop_.story.paragraph_styles[item.label.style].align;
  if (align == Align::end || align == Align::centre) return line_strips(item.label, label, element);
  // "1 Participants": where label and body are text of one element, a blank stands between them, in the gap. Of
  // right-to-left text it does so in any case: readers take label and body for one line, whatever the tags are.
  const bool in_contents = !shop_.untagged && shop_.structure[bed.parent].role == Role::toci;  // no list's item: a line
  if (element != bed.parent && !in_contents && item.label.direction == Direction::ltr)
    return line_strips(item.label, label, element);
  label.measure += item.gap;
  return line_strips(parted(item.label), label, element);
}

namespace {

/// All that an item says, where that is one paragraph in its own language.
const Paragraph* only_text(const Item& item) {
  return item.body.size() == 1 && item.body.front().lang.empty() ? std::get_if<Paragraph>(&item.body.front().content)
                                                                 : nullptr;
}

/// A text of this many bytes is higher than any name beside it, and need not be set to know that.
constexpr std::size_t long_text = 400;

std::size_t bytes_of(const Paragraph& paragraph) {
  std::size_t bytes = 0;
  for (const Inline& piece : paragraph.content) bytes += piece.text.size();
  return bytes;
}

/// The item with its aside, in its dress, at the end of its text.
Item with_aside_run_in(Item item, std::size_t size) {
  InlineText& text = std::get<Paragraph>(item.body.front().content).content;
  const InlineText& aside = size_of(*item.aside, size).content;
  text.insert(text.end(), item.aside_dash.begin(), item.aside_dash.end());
  text.insert(text.end(), aside.begin(), aside.end());
  item.aside.reset();
  return item;
}

/// True where who spoke would stand lower than what was said, and open a gap, but finds room in its last line.
bool runs_in(const Item& item, const std::string& lang, Pt measure, Workshop& shop) {
  const Paragraph* text = only_text(item);
  if (!item.aside || item.aside_dash.empty() || text == nullptr || bytes_of(*text) > long_text) return false;
  const auto below_baseline = [&](const Paragraph& paragraph, Pt width) {
    const auto lines = lines_of(paragraph, lang, width, shop.setting);
    return shop.story.paragraph_styles[paragraph.style].leading * (static_cast<std::int64_t>(lines) * 4 - 3) / 4;
  };
  const Pt said = below_baseline(*text, measure);
  if (below_baseline(size_of(*item.aside, shop.aside_size), item.aside_width) <= said) return false;
  return below_baseline(*only_text(with_aside_run_in(item, shop.aside_size)), measure) == said;
}

}  // namespace

std::vector<Strip> GalleyBuilder::aside_strips(const Item& item, const Bed& body) {
  if (!item.aside || item.aside->content.empty()) return {};
  Bed margin = body;
  margin.x = body.x + body.measure + item.aside_gap;
  margin.measure = item.aside_width;
  const bool rtl = item.aside->direction == Direction::rtl;
  if (rtl) margin.measure += shop_.story.text_styles[item.aside->content.back().style].arabic.size / 3;  // its blank
  // A P of its own, so that who spoke is not run into what was said.
  const bool in_group =
      shop_.structure[body.parent].role == Role::lbody || shop_.structure.needs_paragraph(body.parent);
  const StructId element = paragraph_element(in_group ? Role::p : Role::span, *item.aside, margin, {});
  Paragraph who = size_of(*item.aside, shop_.aside_size);
  if (rtl) who = parted(std::move(who));
  who.smaller.clear();
  const bool was_tight = std::exchange(shop_.setting.tight, true);
  auto aside = line_strips(who, margin, element);
  shop_.setting.tight = was_tight;
  return aside;
}

void GalleyBuilder::set_content(const Block& block, const Item& item, const Bed& bed, Pt widest) {
  const Pt width = item.widest_label ? widest : item.label_width;
  const std::string& lang = block.lang.empty() ? bed.lang : block.lang;
  if (runs_in(item, lang, bed.measure - width - item.gap, shop_))
    return set_content(block, with_aside_run_in(item, shop_.aside_size), bed, widest);
  const Bed inner = open(block, bed);
  auto label = label_strips(item, inner, width);
  Bed body = inner;
  body.x += width + item.gap;
  body.measure -= width + item.gap;
  if (item.body_role != Role::none) {
    body.parent = shop_.structure.add(inner.parent, item.body_role, inner.lang, block.span);
    shop_.structure[body.parent].right_to_left = bed.right_to_left;
  }
  std::vector<Strip> aside = aside_strips(item, body);
  const std::size_t first = strips_.size();
  if (!aside.empty())
    hanging_ = Hanging{*aside.front().baseline,
                       height_of(aside) + shop_.story.paragraph_styles[item.aside->style].space_before};
  const bool inside = std::exchange(in_item_, true);
  set_blocks(item.body, body);
  in_item_ = inside;
  if (strips_.size() == first && (!label.empty() || item.ring || !aside.empty())) push_empty_line(label, aside);
  if (strips_.size() == first) return;
  lay_beside(first, std::move(label));
  lay_beside(first, std::move(aside));
  draw_tour_line(item, first, inner.x);
  for (std::size_t i = first + 1; i < strips_.size(); ++i)  // what is said of a point stays with it where it can
    if (block.role == Role::li) strips_[i].cost = std::max(strips_[i].cost, cost::inside_item);
  if (Strip& last = strips_.back(); last.cost == cost::inside_item && strips_.size() > first + 1)
    last.cost = cost::end_of_item;
  keep_conclusion_from(first);
  if (block.role == Role::li) strips_[first].cost = std::max(strips_[first].cost, cost::between_items);
}

void GalleyBuilder::keep_conclusion_from(std::size_t first) {
  for (std::size_t i = first + 2; i < strips_.size(); ++i)
    if (strips_[i].cost == cost::parted_end) strips_[i - 1].cost = std::max(strips_[i - 1].cost, cost::parted_end);
}

void GalleyBuilder::push_empty_line(const std::vector<Strip>& label, const std::vector<Strip>& aside) {
  Strip empty;
  const auto& model = label.empty() ? aside : label;
  if (!model.empty()) {
    empty.height = model.front().height;
    empty.baseline = model.front().baseline;
  }
  push(std::move(empty));
}

void GalleyBuilder::lay_beside(std::size_t first, std::vector<Strip> lines) {
  if (lines.empty()) return;
  const Pt base = strips_[first].baseline.value_or(*lines.front().baseline);
  Pt y = base - *lines.front().baseline;  // top of the line, from the top of strip `at`
  std::size_t at = first;
  for (auto& line : lines) {
    while (y >= strips_[at].height && at + 1 < strips_.size()) {
      y -= strips_[at].height + strips_[at + 1].space_before;
      ++at;
      strips_[at].cost = std::max(strips_[at].cost, cost::beside);
    }
    const Pt height = line.height;
    overlay(strips_[at], std::move(line), y);
    y += height;
    if (y > strips_[at].height && at + 1 < strips_.size())  // it reaches down beside the next
      strips_[at + 1].cost = std::max(strips_[at + 1].cost, cost::beside);
  }
  // What stands beside may be taller than what it stands beside: the last strip makes room.
  if (at + 1 == strips_.size() && y > strips_[at].height) {
    height_ += y - strips_[at].height;
    strips_[at].height = y;
  }
}

void GalleyBuilder::draw_tour_line(const Item& item, std::size_t first, Pt x) {
  if (!item.ring) return;
  const Pt middle = x + item.ring_size / 2;
  const Pt line_x = middle - item.ring_stroke / 2;
  Strip& top = strips_[first];
  const Pt baseline = top.baseline.value_or(item.ring_size);
  const Pt centre = baseline - ring_height(item.ring_size);
  const Pt radius = item.ring_size / 2;
  if (item.line_before) top.stems.push_back({line_x, item.ring_stroke, Pt{}, centre - radius, true, item.ring_colour});
  if (item.line_after)
    top.stems.push_back({line_x, item.ring_stroke, centre + radius, top.height, false, item.ring_colour});
  const PlacedRing ring{Artifact{Artifact::Kind::layout},
                        {middle, centre},
                        radius - item.ring_stroke / 2,
                        item.ring_stroke,
                        item.ring_colour};
  top.pieces.push_back({ring, 0});
  if (!item.line_after) return;
  for (std::size_t i = first + 1; i < strips_.size(); ++i)
    strips_[i].stems.push_back({line_x, item.ring_stroke, Pt{}, strips_[i].height, true, item.ring_colour});
}

}  // namespace readout::layout
