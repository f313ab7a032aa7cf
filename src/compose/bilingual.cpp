#include "compose/bilingual.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "compose/block_walk.hpp"
#include "compose/voice.hpp"

namespace readout::compose {
namespace {

using layout::Block;
using layout::Role;
using Blocks = std::vector<Block>;

/// Where a picture of the first telling is told again in the second: pictures stand once.
using Pictures = std::set<std::pair<std::uint32_t, std::uint32_t>>;
std::pair<std::uint32_t, std::uint32_t> place_of(Span span) { return {span.begin, span.end}; }

Pictures pictures_in(std::vector<Blocks>& sections) {
  Pictures found;
  const auto on_block = [&](Block& one) {
    if (std::holds_alternative<layout::Figure>(one.content)) found.insert(place_of(one.span));
  };
  for (Blocks& blocks : sections) walk(blocks, on_block, [](layout::Paragraph&) {});
  return found;
}

/// Of pictures that stand in the first language's column, the second has the captions. Those at full measure stay for
/// now: their captions will stand beside each other. `wide`: so far, all of `blocks` may come to stand so.
void leave_captions(Blocks& all, const Pictures& once, bool wide) {
  for (Block& one : all) {
    if (auto* inside = std::get_if<layout::Group>(&one.content)) leave_captions(inside->blocks, once, wide);
    if (auto* item = std::get_if<layout::Item>(&one.content)) leave_captions(item->body, once, wide);
    if (auto* columns = std::get_if<layout::Columns>(&one.content))
      std::erase_if(columns->cells, [&](layout::Columns::Cell& cell) {
        if (cell.blocks.empty()) return false;
        leave_captions(cell.blocks, once, false);
        return cell.blocks.empty();
      });
    auto* figure = std::get_if<layout::Figure>(&one.content);
    if (wide || !figure || !figure->caption || !once.contains(place_of(one.span))) continue;
    layout::Paragraph caption = std::move(*figure->caption);
    one.role = Role::p;
    one.content = std::move(caption);
  }
  std::erase_if(all, [&](const Block& one) {
    return !wide && std::holds_alternative<layout::Figure>(one.content) && once.contains(place_of(one.span));
  });
}

bool is_wide(const Block& one) {
  return std::holds_alternative<layout::Table>(one.content) || std::holds_alternative<layout::Figure>(one.content);
}
bool is_drawn_once(const Block& one) {
  return std::holds_alternative<layout::Rule>(one.content) || std::holds_alternative<layout::PageBreak>(one.content);
}
/// Sections and lists are opened; an item of a list stays whole.
bool can_be_opened(const Block& one) {
  const auto* group = std::get_if<layout::Group>(&one.content);
  return group && (one.role == Role::none || one.role == Role::sect || one.role == Role::l || one.role == Role::toc);
}
/// Rows of those who signed, of which none stands alone on a page.
bool has_rows(const layout::Group& group) {
  return std::any_of(group.blocks.begin(), group.blocks.end(),
                     [](const Block& one) { return std::holds_alternative<layout::Columns>(one.content); });
}
/// Stops of a tour, or texts that stand beside hanging numbers and have none.
bool hangs(const layout::Group& group) {
  return std::any_of(group.blocks.begin(), group.blocks.end(), [](const Block& one) {
    const auto* item = std::get_if<layout::Item>(&one.content);
    return item && (item->ring || (item->label.content.empty() && item->label_width > Pt{}));
  });
}
bool alike(const Block& a, const Block& b) { return a.role == b.role && a.content.index() == b.content.index(); }

/// The first span that anything in a block has.
Span span_in(const Block& block) {
  if (block.span.valid()) return block.span;
  if (const auto* paragraph = std::get_if<layout::Paragraph>(&block.content))
    for (const layout::Inline& run : paragraph->content)
      if (run.span.valid()) return run.span;
  return {};
}

/// Counterparts have one span, and so one baseline: what is inside two blocks, as far as it is alike.
void set_in_step(Blocks& a, Blocks& b);
void set_in_step(Block& a, Block& b) {
  a.span = b.span = span_in(a);
  if (auto* group = std::get_if<layout::Group>(&a.content))
    set_in_step(group->blocks, std::get<layout::Group>(b.content).blocks);
  if (auto* item = std::get_if<layout::Item>(&a.content))
    set_in_step(item->body, std::get<layout::Item>(b.content).body);
  if (auto* columns = std::get_if<layout::Columns>(&a.content)) {
    auto& others = std::get<layout::Columns>(b.content).cells;
    for (std::size_t i = 0; i < std::min(columns->cells.size(), others.size()); ++i)
      set_in_step(columns->cells[i].blocks, others[i].blocks);
  }
}
/// The next block that has a counterpart; what is close to a text stands below that, wherever its counterpart does.
std::size_t next_in_step(Blocks& all, std::size_t at) {
  while (at < all.size() && all[at].keep_with_previous) all[at++].span = {};
  return at;
}
void set_in_step(Blocks& a, Blocks& b) {
  std::size_t i = next_in_step(a, 0), j = next_in_step(b, 0);
  while (i < a.size() && j < b.size() && alike(a[i], b[j])) {
    set_in_step(a[i], b[j]);
    i = next_in_step(a, i + 1);
    j = next_in_step(b, j + 1);
  }
}

/// Takes tables and pictures out of a point: they stand below it at full measure.
Blocks take_wide(Block& point) {
  Blocks wide;
  auto* item = std::get_if<layout::Item>(&point.content);
  if (!item || item->ring) return wide;
  for (Block& one : item->body)
    if (is_wide(one)) wide.push_back(std::move(one));
  if (wide.empty()) return wide;
  std::erase_if(item->body, is_wide);
  return wide;
}

/// Takes the pictures out of a stop of a tour: they stand below it, between the two lines.
void take_pictures(Block& stop, Blocks& out) {
  auto* item = std::get_if<layout::Item>(&stop.content);
  if (!item) return;
  const auto is_picture = [](const Block& one) { return std::holds_alternative<layout::Figure>(one.content); };
  for (Block& one : item->body)
    if (is_picture(one)) out.push_back(std::move(one));
    else take_pictures(one, out);
  std::erase_if(item->body, is_picture);
}

/// A blank at the end, for readers of the text: what is told goes on in the other language.
void go_on(layout::Paragraph& paragraph) {
  if (paragraph.content.empty()) return;
  paragraph.content.back().text += ' ';
  paragraph.runs_on = true;
  for (layout::Paragraph& smaller : paragraph.smaller) go_on(smaller);
}

/// The picture stands once; its captions stand below it, side by side.
void join_pictures(Blocks& first, Blocks& second, const std::string& lang) {
  for (Block& one : first) {
    auto* figure = std::get_if<layout::Figure>(&one.content);
    if (!figure) continue;
    const auto other = std::find_if(second.begin(), second.end(), [&](const Block& b) {
      return std::holds_alternative<layout::Figure>(b.content) && place_of(b.span) == place_of(one.span);
    });
    if (other == second.end()) continue;
    figure->caption_beside = std::move(std::get<layout::Figure>(other->content).caption);
    figure->lang_beside = lang;
    figure->align = layout::Align::centre;
    if (figure->caption && figure->caption_beside) go_on(*figure->caption);
    second.erase(other);
  }
}

bool is_heading(const Block& one) { return one.role >= Role::h1 && one.role <= Role::h6; }
void go_on(Block& heading) {
  if (auto* paragraph = std::get_if<layout::Paragraph>(&heading.content)) go_on(*paragraph);
  if (auto* item = std::get_if<layout::Item>(&heading.content))
    if (!item->body.empty()) go_on(item->body.back());
}

/// A table of a few rows stays on a page with the same in the other language.
bool is_small(const Block& one) {
  constexpr std::size_t few = 4;
  const auto* table = std::get_if<layout::Table>(&one.content);
  return table != nullptr && table->body.size() <= few;
}

bool is_table(const Block& one) { return std::holds_alternative<layout::Table>(one.content); }
bool floats(const Block& one) {
  const auto* figure = std::get_if<layout::Figure>(&one.content);
  return figure && figure->floats;
}

bool stands_alone(const Block& one) {
  const auto* pair = std::get_if<layout::Pair>(&one.content);
  if (pair && pair->stack) return true;
  if (!pair || (!pair->first.blocks.empty() && !pair->second.blocks.empty())) return false;
  const Block& alone = pair->first.blocks.empty() ? pair->second.blocks.front() : pair->first.blocks.front();
  const auto* beside = std::get_if<layout::Group>(&alone.content);  // the margin column
  return is_wide(alone) || (beside && beside->blocks.size() == 1 && is_wide(beside->blocks.front()));
}
/// A list holds only its items: it ends before a table at full measure, and goes on after it.
Block parted(Block list) {
  auto& inside = std::get<layout::Group>(list.content);
  if (std::none_of(inside.blocks.begin(), inside.blocks.end(), stands_alone)) return list;
  Blocks all;
  bool goes_on = false;
  for (Block& one : inside.blocks) {
    const bool alone = stands_alone(one);
    if (!alone && !goes_on) {
      all.push_back(group(Role::l, {}, list.span));
      std::get<layout::Group>(all.back().content).numbering = inside.numbering;
    }
    goes_on = !alone;
    if (alone) all.push_back(std::move(one));
    else std::get<layout::Group>(all.back().content).blocks.push_back(std::move(one));
  }
  return group(Role::none, std::move(all));
}

}  // namespace

model::Template for_half_measure(model::Template design) {
  design.page.side_width = {};
  design.page.columns = 1;
  design.lengths.facts_columns = 1;
  using From = model::From;
  constexpr From lists[] = {From::participants, From::steps, From::agreements, From::programme, From::revisions};
  for (model::SectionSpec& spec : design.sections)
    if (std::find(std::begin(lists), std::end(lists), spec.from) != std::end(lists)) spec.as = "list";
  design.lengths.sign_off_columns = std::min(design.lengths.sign_off_columns, 2);
  return design;
}

Fragments prevailing(Desk& desk) {
  const auto& authentic = desk.brief.document.authentic;
  if (!authentic) return {};
  if (authentic->value == "both")  // of two that the reader has before him
    return desk.paired ? plain(desk, desk.word("edition.both"), authentic->span) : Fragments{};
  return filled(desk, "edition.prevails", {{"language", language_name(desk, *authentic)}});
}

Block SideBySide::pair(Blocks a, Blocks b) const {
  layout::Pair pair;
  pair.first = {first_.tag, first_.rtl, std::move(a)};
  pair.second = {second_.tag, second_.rtl, std::move(b)};
  return block_of(Role::none, std::move(pair));
}

/// One heading in two languages: what lists headings has it once.
Block SideBySide::heading(Block a, Block b) {
  Blocks one, other;
  const Role role = std::exchange(a.role, Role::span);
  b.role = Role::span;
  const layout::AnchorId anchor = std::exchange(a.anchor, 0);
  same_anchors_.emplace(std::exchange(b.anchor, 0), anchor);
  go_on(a);
  one.push_back(std::move(a));
  other.push_back(std::move(b));
  Block both = pair(std::move(one), std::move(other));
  both.role = role;
  both.anchor = anchor;
  both.keep_with_next = true;
  return both;
}

void SideBySide::add_wide(Blocks& out, Blocks a, Blocks b) const {
  join_pictures(a, b, second_.tag);
  if (!a.empty()) out.push_back(pair(std::move(a), {}));
  if (!b.empty()) out.push_back(pair({}, std::move(b)));
}

/// A table of a point begins where texts do, and is as wide as in an edition of one language, if that is enough.
void SideBySide::narrow_tables(Blocks& blocks) const {
  for (Block& one : blocks) {
    auto* table = std::get_if<layout::Table>(&one.content);
    if (!table) continue;
    table->takes_margin = true;
    Blocks inside;
    inside.push_back(std::move(one));
    one = group(Role::none, std::move(inside));
    auto& beside = std::get<layout::Group>(one.content);
    beside.inset_start = first_.hang();
    beside.inset_end = margin_;
  }
}

/// A table in both languages: beside each other, or where they have no room there one below the other. `of_point`:
/// then as those of narrow_tables().
Block SideBySide::tables_beside(Block a, Block b, bool of_point) const {
  const bool together = is_small(a) && is_small(b);
  a.bond = b.bond = layout::Bond::none;  // the pair has it
  Blocks one, other;
  one.push_back(std::move(a));
  other.push_back(std::move(b));
  for (Blocks* side : {&one, &other}) {
    if (!of_point) continue;
    narrow_tables(*side);
    std::get<layout::Group>(side->front().content).inset_end = {};
  }
  Block both = pair(std::move(one), std::move(other));
  auto& content = std::get<layout::Pair>(both.content);
  content.ruled = content.follows = of_point;
  if (of_point) both.bond = layout::Bond::table;
  content.stack = {of_point ? margin_ : Pt{}, together};
  return both;
}

/// Pictures of a tour's stop.
void SideBySide::add_below(layout::Pair& pair, Blocks a, Blocks b) const {
  join_pictures(a, b, second_.tag);
  std::move(b.begin(), b.end(), std::back_inserter(a));
  if (a.empty()) return;
  pair.below.push_back(group(Role::none, std::move(a)));
  auto& between = std::get<layout::Group>(pair.below.back().content);
  between.inset_start = between.inset_end = first_.hang();
}

namespace {

/// Beside the hanging numbers, in both columns.
void inset_sides(Blocks& pairs, Pt inset) {
  for (Block& one : pairs) {
    auto* both = std::get_if<layout::Pair>(&one.content);
    if (!both) continue;
    for (auto* side : {&both->first, &both->second}) {
      if (side->blocks.empty()) continue;
      Blocks inside;
      inside.push_back(group(Role::none, std::move(side->blocks)));
      std::get<layout::Group>(inside.front().content).inset_start = inset;
      side->blocks = std::move(inside);
    }
  }
}

/// The pair that a block begins or ends with; nullptr: it does with something else.
layout::Pair* outer_pair(Block& block, bool last) {
  auto* inside = std::get_if<layout::Group>(&block.content);
  if (!inside) return std::get_if<layout::Pair>(&block.content);
  if (inside->blocks.empty()) return nullptr;
  return outer_pair(last ? inside->blocks.back() : inside->blocks.front(), last);
}
bool ends_ruled(Blocks& all) {
  const layout::Pair* above = all.empty() ? nullptr : outer_pair(all.back(), true);
  return above && above->ruled && above->below.empty();
}

}  // namespace

Block SideBySide::opened(Block a, Block b) {
  auto& first = std::get<layout::Group>(a.content);
  auto& second = std::get<layout::Group>(b.content);
  if (a.anchor != 0 && b.anchor != 0) same_anchors_.emplace(b.anchor, a.anchor);
  first.again = pairs(std::move(first.again), std::move(second.again), false);
  for (Block& head : first.again)
    if (auto* both = std::get_if<layout::Pair>(&head.content)) both->ruled = false;  // no hairline comes to it
  first.keep_together = first.keep_together && has_rows(first);  // two columns of facts may be as high as a page
  const Pt inset = first.inset_start;
  first.inset_start = {};
  const bool ruled = first.numbering == "Decimal" || inset != Pt{} || hangs(first);
  first.blocks = pairs(std::move(first.blocks), std::move(second.blocks), ruled);
  if (a.role == Role::l) return parted(std::move(a));
  if (inset != Pt{}) inset_sides(first.blocks, inset);
  return a;
}

void SideBySide::add(Blocks& out, Block a, Block b, bool ruled, bool follows) {
  if (is_drawn_once(a)) {
    a.keep_with_previous = a.keep_with_previous || (!out.empty() && std::holds_alternative<layout::Rule>(a.content));
    return out.push_back(std::move(a));
  }
  if (can_be_opened(a)) {
    out.push_back(opened(std::move(a), std::move(b)));
    if (layout::Pair* top = outer_pair(out.back(), false)) top->follows = top->follows || (follows && top->ruled);
    return;
  }
  if (is_heading(a)) return out.push_back(heading(std::move(a), std::move(b)));
  if (is_table(a) && is_table(b)) return out.push_back(tables_beside(std::move(a), std::move(b), false));
  if (!is_wide(a)) return add_pair(out, std::move(a), std::move(b), ruled, follows);
  Blocks one, other;
  one.push_back(std::move(a));
  other.push_back(std::move(b));
  add_wide(out, std::move(one), std::move(other));
}

void SideBySide::add_pair(Blocks& out, Block a, Block b, bool ruled, bool follows) {
  Blocks wide = take_wide(a), wide_other = take_wide(b);
  Blocks pictures, pictures_other;
  if (const auto* item = std::get_if<layout::Item>(&a.content); item && item->ring) {
    take_pictures(a, pictures);
    take_pictures(b, pictures_other);
  }
  if (alike(a, b)) set_in_step(a, b);
  const bool text = a.role == Role::none && std::holds_alternative<layout::Item>(a.content);
  const bool next = a.keep_with_next, previous = a.keep_with_previous;
  const layout::Bond bond = std::exchange(a.bond, layout::Bond::none);
  Blocks one, other;
  one.push_back(std::move(a));
  other.push_back(std::move(b));
  Block both = pair(std::move(one), std::move(other));
  both.keep_with_next = next || (!wide.empty() && !is_table(wide.front()) && !floats(wide.front()));
  both.keep_with_previous = previous;
  both.bond = bond;
  auto& content = std::get<layout::Pair>(both.content);
  content.ruled = ruled || text;
  content.follows = follows;
  add_below(content, std::move(pictures), std::move(pictures_other));
  out.push_back(std::move(both));
  if (wide.empty() && wide_other.empty()) return;
  if (!wide.empty() && !wide_other.empty() && is_table(wide.front()) && is_table(wide_other.front())) {
    out.push_back(tables_beside(std::move(wide.front()), std::move(wide_other.front()), true));
    wide.erase(wide.begin());
    wide_other.erase(wide_other.begin());
  }
  narrow_tables(wide);
  narrow_tables(wide_other);
  add_wide(out, std::move(wide), std::move(wide_other));
}

std::vector<Block> SideBySide::pairs(Blocks a, Blocks b, bool ruled) {
  Blocks out;
  std::size_t j = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t match = j;
    while (match < b.size() && !alike(a[i], b[match])) ++match;
    if (match == b.size()) {  // only the first has it: a picture
      Blocks alone;
      alone.push_back(std::move(a[i]));
      if (is_drawn_once(alone.front())) out.push_back(std::move(alone.front()));
      else add_wide(out, std::move(alone), {});
      continue;
    }
    for (; j < match; ++j) {
      Blocks alone;
      alone.push_back(std::move(b[j]));
      add_wide(out, {}, std::move(alone));
    }
    const bool follows = ends_ruled(out);
    add(out, std::move(a[i]), std::move(b[j++]), ruled, follows);
  }
  for (; j < b.size(); ++j) {
    Blocks alone;
    alone.push_back(std::move(b[j]));
    add_wide(out, {}, std::move(alone));
  }
  return out;
}

/// "2 Discussion points / ٢ نقاط البحث".
void SideBySide::take_over_outline() {
  std::map<layout::AnchorId, std::string> others;
  const std::string gap = second_.word("edition.gap");
  for (layout::OutlineEntry& entry : second_.story.outline)
    if (const auto same = same_anchors_.find(entry.anchor); same != same_anchors_.end() && !entry.title.ends_with(gap))
      others.emplace(same->second, std::move(entry.title));
  for (layout::OutlineEntry& entry : first_.story.outline)
    if (const auto other = others.find(entry.anchor); other != others.end() && other->second != entry.title)
      entry.title += " / " + other->second;
}

void SideBySide::merge(std::vector<Blocks> first, std::vector<Blocks> second) {
  const Pictures once = pictures_in(first);
  for (Blocks& blocks : second) leave_captions(blocks, once, true);
  take_over(second);
  Blocks& out = first_.story.blocks;
  for (std::size_t i = 0; i < first.size(); ++i)
    for (Block& one : pairs(std::move(first[i]), std::move(second[i]), false)) out.push_back(std::move(one));
  take_over_outline();
  const auto on_paragraph = [&](layout::Paragraph& paragraph) {
    for (layout::Inline& run : paragraph.content)
      if (const auto same = same_anchors_.find(run.target); same != same_anchors_.end()) run.target = same->second;
  };
  const auto on_block = [](Block&) {};
  walk(out, on_block, on_paragraph);
  for (layout::Note& note : first_.story.notes) walk(note.blocks, on_block, on_paragraph);
}

}  // namespace readout::compose
