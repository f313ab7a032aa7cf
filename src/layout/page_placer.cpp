#include "layout/page_placer.hpp"

#include <algorithm>
#include <iterator>

#include "base/assert.hpp"

namespace readout::layout {
namespace {

/// A link leads a little above what it names, so that the line's top is seen.
const Pt above_a_landmark = Pt::from_points(3);

Rect united(const Rect& a, const Rect& b) {
  const Pt x = min(a.x, b.x), y = min(a.y, b.y);
  return {x, y, max(a.x + a.width, b.x + b.width) - x, max(a.y + a.height, b.y + b.height) - y};
}

}  // namespace

Pt PagePlacer::left_of(Pt x, Pt width) const {
  const Pt from_start = story_.page.margin.left + x;
  return story_.page.right_to_left ? story_.page.size.width - from_start - width : from_start;
}

Rect PagePlacer::on_paper(Rect rect, Pt x, Pt y) const {
  return {left_of(x + rect.x, rect.width), y + rect.y, rect.width, rect.height};
}

void PagePlacer::move(Placed& item, Pt x, Pt y) const {
  if (auto* run = std::get_if<PlacedRun>(&item)) {
    run->origin = {left_of(x + run->origin.x, run->width), y + run->origin.y};
  } else if (auto* rect = std::get_if<PlacedRect>(&item)) {
    rect->rect = on_paper(rect->rect, x, y);
  } else if (auto* ring = std::get_if<PlacedRing>(&item)) {
    ring->centre = {left_of(x + ring->centre.x, Pt{}), y + ring->centre.y};
  } else if (auto* image = std::get_if<PlacedImage>(&item)) {
    image->rect = on_paper(image->rect, x, y);
  }
}

void PagePlacer::add_link(const LinkPiece& link, Pt x, Pt y) {
  const Rect rect = on_paper(link.rect, x, y);
  for (auto& area : sheet_.page.links) {
    if (area.element != link.element) continue;
    area.rects.push_back(rect);
    return;
  }
  if (link.target.kind != LinkTarget::Kind::url)
    open_links_.push_back({pages_.size(), sheet_.page.links.size(), link.target});
  sheet_.page.links.push_back({link.element, {rect}, link.target.url, std::nullopt, link.target.contents});
}

void PagePlacer::add_area(const Area& area, Pt x, Pt y) {
  const Rect rect = on_paper(area.rect, x, y);
  auto& box = structure_[area.element].bbox;
  const auto [begun, is_new] = boxed_on_.try_emplace(area.element.index, pages_.size());
  if (begun->second == pages_.size()) box = is_new ? rect : united(*box, rect);
}

void PagePlacer::add_stem(const Stem& stem, Pt x, Pt y, Pt gap) {
  const Pt from = stem.reaches_up ? -gap : stem.from;
  if (stem.to <= from) return;
  const Rect rect = on_paper({stem.x, from, stem.width, stem.to - from}, x, y);
  sheet_.decorations.push_back(PlacedRect{Artifact{Artifact::Kind::layout}, rect, stem.colour});
}

// What is not moved to the page goes with the strip.
void PagePlacer::place_strip(Strip strip, Pt x, Pt y, Pt gap, std::vector<Piece>& text) {
  for (const auto& stem : strip.stems) add_stem(stem, x, y, gap);
  for (auto& piece : strip.pieces) {
    move(piece.item, x, y);
    if (piece.order == 0) sheet_.decorations.push_back(std::move(piece.item));
    else text.push_back(std::move(piece));
  }
  for (const auto& link : strip.links) add_link(link, x, y);
  for (const auto& area : strip.areas) add_area(area, x, y);
  for (const auto& mark : strip.landmarks) {
    const Pt left = story_.page.right_to_left ? Pt{} : left_of(x + mark.x, Pt{});
    const Destination place{static_cast<std::uint32_t>(pages_.size()), left, max(y + mark.y - above_a_landmark, Pt{}),
                            mark.element};
    landmarks_.try_emplace({mark.kind, mark.id}, place);
  }
  for (auto& part : strip.parts) {
    Pt inner = y + part.top;
    bool first = true;
    for (auto& piece : part.strips) {
      const Pt white = first ? Pt{} : piece.space_before;
      const Pt height = piece.height;
      place_strip(std::move(piece), x + part.x, inner + white, first ? gap + part.top : white, text);
      inner += white + height;
      first = false;
    }
  }
}

void PagePlacer::place_head(std::size_t strip, Pt x, Pt y) {
  const auto index = galley_.strips[strip].head;
  if (index < 0) return;
  bool first = true;
  for (Strip line : galley_.heads[static_cast<std::size_t>(index)].strips) {
    const Pt gap = first ? Pt{} : line.space_before;
    y += gap;
    const Pt height = line.height;
    place_strip(std::move(line), x, y, gap, sheet_.text);
    y += height;
    first = false;
  }
}

/// The sides of a pair begin a page on one baseline; what continues them there stays in line with them.
void PagePlacer::move_on_top(Strip& strip, bool on_top, std::vector<Pt>& down) {
  if (!strip.continues) down.clear();
  else if (on_top)
    for (const auto& part : strip.parts) down.push_back(part.down_on_top - strip.more_on_top);
  for (std::size_t p = 0; p < down.size() && p < strip.parts.size(); ++p) strip.parts[p].top += down[p];
}

/// Gives the height of the stretch.
Pt PagePlacer::place_stretch(std::size_t first, std::size_t last, Pt x, Pt y, Pt gap, bool on_top) {
  const Pt top = y;
  if (on_top) {
    if (measure_.filler().head(first) > Pt{}) place_head(first, x, y);
    y += measure_.filler().head(first);
  }
  std::vector<Pt> down;  // of a pair that goes on from the page before
  for (std::size_t i = first; i < last; ++i) {
    auto& strip = galley_.strips[i];
    const Pt white = i == first ? gap : strip.space_before;
    if (i != first) y += white;
    move_on_top(strip, i == first && on_top, down);
    const Pt height = strip.height;
    // The line between the sides of a pair that goes on begins where the page does.
    const Pt reach = i == first && on_top && strip.continues ? strip.more_on_top : white;
    place_strip(std::move(strip), x, y, reach, sheet_.text);
    y += height;
  }
  return y - top;
}

void PagePlacer::place_strips(const PagePlan& plan, Pt y) {
  for (std::size_t at = plan.first; at < plan.last;) {
    const auto section = galley_.strips[at].section;
    std::size_t end = at + 1;
    while (end < plan.last && galley_.strips[end].section == section) ++end;
    const Pt gap = at == plan.first ? Pt{} : galley_.strips[at].space_before;
    y += gap;
    if (section < 0) {
      y += place_stretch(at, end, Pt{}, y, gap, at == plan.first);
    } else {
      if (const Pt over = measure_.filler().head_over_columns(at); at == plan.first && over > Pt{}) {
        place_head(at, Pt{}, y);
        y += over;
      }
      const auto& columns = galley_.sections[static_cast<std::size_t>(section)];
      const auto filled = measure_.filler().balance(at, end, columns.columns);
      for (std::size_t c = 0; c < filled.starts.size(); ++c) {
        const Pt x = (columns.measure + columns.gap) * static_cast<std::int64_t>(c);
        place_stretch(filled.starts[c], c + 1 < filled.starts.size() ? filled.starts[c + 1] : end, x, y, Pt{}, true);
      }
      y += filled.height;
    }
    at = end;
  }
}

void PagePlacer::gather_notes(const PagePlan& plan) {
  gathered_.resize(galley_.notes.size());
  for (std::size_t i = plan.first; i < plan.last; ++i) {
    for (const NoteId mark : galley_.strips[i].notes) {
      const NoteId id = galley_.notes[mark].stands_with.value_or(mark);
      if (std::exchange(gathered_[id], 1) != 0) continue;
      auto& strips = galley_.notes[id].strips;
      if (!strips.empty()) strips.front().space_before = room_.notes_between;
      std::move(strips.begin(), strips.end(), std::back_inserter(waiting_));
    }
  }
}

Pt PagePlacer::carried() const { return waiting_.empty() ? Pt{} : room_.notes_above + height_of(waiting_); }

void PagePlacer::place_notes(const PagePlan& plan, Pt room_height) {
  if (waiting_.empty()) return;
  Pt height = room_.notes_above;
  std::size_t count = 0;
  while (count < waiting_.size()) {
    const Pt more = (count == 0 ? Pt{} : waiting_[count].space_before) + waiting_[count].height;
    const bool must = plan.first == plan.last && count == 0;  // a page of notes alone takes one, however high
    if (height + more > room_height && !must) break;
    height += more;
    ++count;
  }
  const std::size_t most = count;
  while (count > 0 && count < waiting_.size() && waiting_[count].cost >= cost::bad) --count;  // no line of it alone
  if (count == 0) count = most;
  for (std::size_t i = count; i < most; ++i) height -= (i == 0 ? Pt{} : waiting_[i].space_before) + waiting_[i].height;
  if (count == 0) return;
  const auto& design = story_.note_design;
  const auto& page = story_.page;
  Pt y = page.size.height - page.margin.bottom - height + design.space_above;
  const auto rule_at = [&](Pt x) {
    sheet_.decorations.push_back(PlacedRect{Artifact{Artifact::Kind::layout},
                                            on_paper({x, y, design.rule_width, design.rule}, {}, {}),
                                            design.rule_colour});
  };
  if (design.rule > Pt{} && design.rule_width > Pt{}) {
    rule_at({});
    const Pt measure = page.size.width - page.margin.left - page.margin.right;
    if (!story_.notes.empty() && !story_.notes.front().lang.empty()) rule_at(measure - design.rule_width);
  }
  y += room_.notes_above - design.space_above;
  for (std::size_t i = 0; i < count; ++i) {
    const Pt white = i == 0 ? Pt{} : waiting_[i].space_before;
    const Pt strip_height = waiting_[i].height;
    place_strip(std::move(waiting_[i]), Pt{}, y + white, white, sheet_.notes);
    y += white + strip_height;
  }
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
}

void PagePlacer::place(const PagePlan& plan) {
  const bool is_first = pages_.empty();
  const Pt room = is_first ? room_.first : room_.later;
  const Pt text = plan.first == plan.last ? Pt{} : measure_.text(plan.first, plan.last);
  sheet_.page.ends = reason_of(galley_, measure_, room_, plan);
  gather_notes(plan);
  place_strips(plan, is_first ? story_.page.first_top : story_.page.margin.top);
  place_notes(plan, room - text);
  close_sheet();
}

void PagePlacer::close_sheet() {
  Page& page = sheet_.page;
  page.size = story_.page.size;
  page.items = std::move(sheet_.decorations);
  page.items.reserve(page.items.size() + sheet_.text.size() + sheet_.notes.size() + story_.running.size() * 4);
  const auto is_before = [](const Piece* a, const Piece* b) { return a->order < b->order; };
  for (auto* pieces : {&sheet_.text, &sheet_.notes}) {
    std::vector<Piece*> in_order;  // a piece is some two hundred bytes
    in_order.reserve(pieces->size());
    for (Piece& piece : *pieces) in_order.push_back(&piece);
    std::stable_sort(in_order.begin(), in_order.end(), is_before);
    for (Piece* const piece : in_order) page.items.push_back(std::move(piece->item));
  }
  pages_.push_back(std::move(page));
  sheet_ = {};
}

Destination PagePlacer::destination_of(LinkTarget::Kind kind, std::uint32_t id) const {
  const auto found = landmarks_.find({kind, id});
  READOUT_ASSERT(found != landmarks_.end());
  return found->second;
}

std::map<AnchorId, std::size_t> PagePlacer::page_numbers() const {
  std::map<AnchorId, std::size_t> numbers;
  for (const auto& [mark, place] : landmarks_)
    if (mark.first == LinkTarget::Kind::anchor) numbers[mark.second] = std::size_t{place.page} + 1;
  return numbers;
}

std::vector<Page> PagePlacer::finish() {
  for (const auto& link : open_links_)
    pages_[link.page].links[link.link].destination = destination_of(link.target.kind, link.target.id);
  return std::move(pages_);
}

}  // namespace readout::layout
