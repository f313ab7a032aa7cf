#include "layout/strip.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace readout::layout {
namespace {

template <typename T>
void append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

struct Mover {
  Pt along, down;
  void operator()(PlacedRun& run) const { move(run.origin); }
  void operator()(PlacedRect& rect) const { move(rect.rect); }
  void operator()(PlacedRing& ring) const { move(ring.centre); }
  void operator()(PlacedImage& image) const { move(image.rect); }
  template <class Place>
  void move(Place& place) const {
    place.x += along;
    place.y += down;
  }
};

/// The paragraph, and its style, of a strip that is one line of running text.
struct TextLine {
  std::uint32_t order = 0;  ///< 0: it is something else
  std::string_view style;
};
TextLine text_line(const Strip& strip) {
  TextLine line;
  if (!strip.parts.empty()) return line;
  for (const Piece& piece : strip.pieces) {
    const auto* run = std::get_if<PlacedRun>(&piece.item);
    if (run == nullptr || (line.order != 0 && line.order != piece.order)) return {};
    line = {piece.order, run->style};
  }
  return line;
}

}  // namespace

void price_lonely_lines(std::vector<Strip>& strips) {
  TextLine before, line;
  for (std::size_t i = 0; i < strips.size(); ++i, before = line) {
    line = text_line(strips[i]);
    const TextLine after = i + 1 < strips.size() ? text_line(strips[i + 1]) : TextLine{};
    const bool alone = line.order != 0 && line.order != before.order && line.order != after.order;
    if (alone && before.order != 0 && line.style == before.style && line.style != after.style)
      strips[i].cost = std::max(strips[i].cost, cost::lonely_line);
  }
}

Pt height_of(const std::vector<Strip>& strips) {
  Pt height;
  for (std::size_t i = 0; i < strips.size(); ++i) height += (i == 0 ? Pt{} : strips[i].space_before) + strips[i].height;
  return height;
}

void shift_down(Strip& strip, Pt down) {
  for (auto& piece : strip.pieces) std::visit(Mover{Pt{}, down}, piece.item);
  for (auto& link : strip.links) link.rect.y += down;
  for (auto& mark : strip.landmarks) mark.y += down;
  for (auto& area : strip.areas) area.rect.y += down;
  for (auto& part : strip.parts) part.top += down;
  for (auto& stem : strip.stems) {
    stem.from += down;
    stem.to += down;
  }
  if (strip.baseline) *strip.baseline += down;
}

namespace {

bool is_shade(const Piece& piece, const Strip& row) {
  const auto* rect = std::get_if<PlacedRect>(&piece.item);
  return rect != nullptr && rect->rect.height >= row.height;
}

/// A rule below a row.
bool is_at_bottom(const Piece& piece, const Strip& row) {
  const auto* rect = std::get_if<PlacedRect>(&piece.item);
  return rect != nullptr && rect->rect.y >= row.height - row.pad_bottom && rect->rect.y > Pt{};
}

}  // namespace

void grow_row(Strip& row, Pt down, Pt height) {
  const Pt more = height - row.height;
  for (Piece& piece : row.pieces) {
    if (is_shade(piece, row)) std::get<PlacedRect>(piece.item).rect.height += more;
    else std::visit(Mover{Pt{}, is_at_bottom(piece, row) ? more : down}, piece.item);
  }
  for (auto& area : row.areas) area.rect.height += more;
  for (auto& part : row.parts) part.top += down;
  if (row.baseline) *row.baseline += down;
  row.pad_top += down;
  row.pad_bottom += more - down;
  row.height = height;
}

void shift_along(Strip& strip, Pt along) {
  for (auto& piece : strip.pieces) std::visit(Mover{along, Pt{}}, piece.item);
  for (auto& link : strip.links) link.rect.x += along;
  for (auto& mark : strip.landmarks) mark.x += along;
  for (auto& area : strip.areas) area.rect.x += along;
  for (auto& stem : strip.stems) stem.x += along;
  for (auto& part : strip.parts) part.x += along;
}

Pt start_of_text(const Strip& strip) {
  std::optional<Pt> start;
  for (const auto& piece : strip.pieces)
    if (const auto* run = std::get_if<PlacedRun>(&piece.item))
      start = start ? min(*start, run->origin.x) : run->origin.x;
  return start.value_or(Pt{});
}

Pt end_of_text(const Strip& strip) {
  Pt end;
  for (const auto& piece : strip.pieces)
    if (const auto* run = std::get_if<PlacedRun>(&piece.item)) end = max(end, run->origin.x + run->width);
  return end;
}

void overlay(Strip& onto, Strip from, Pt down) {
  shift_down(from, down);
  append(onto.pieces, std::move(from.pieces));
  append(onto.links, std::move(from.links));
  append(onto.stems, std::move(from.stems));
  append(onto.landmarks, std::move(from.landmarks));
  append(onto.areas, std::move(from.areas));
  append(onto.notes, std::move(from.notes));
  append(onto.parts, std::move(from.parts));
}

void mirror(Strip& strip, Pt sum) {
  struct Mirror {
    Pt sum;
    void operator()(PlacedRun& run) const { run.origin.x = sum - run.origin.x - run.width; }
    void operator()(PlacedRect& rect) const { rect.rect.x = sum - rect.rect.x - rect.rect.width; }
    void operator()(PlacedRing& ring) const { ring.centre.x = sum - ring.centre.x; }
    void operator()(PlacedImage& image) const { image.rect.x = sum - image.rect.x - image.rect.width; }
  };
  for (auto& piece : strip.pieces) std::visit(Mirror{sum}, piece.item);
  for (auto& link : strip.links) link.rect.x = sum - link.rect.x - link.rect.width;
  for (auto& mark : strip.landmarks) mark.x = sum - mark.x;
  for (auto& area : strip.areas) area.rect.x = sum - area.rect.x - area.rect.width;
  for (auto& stem : strip.stems) stem.x = sum - stem.x - stem.width;
  for (auto& part : strip.parts) {
    part.x = -part.x;
    for (auto& inner : part.strips) mirror(inner, sum);
  }
}

void make_artifact(Strip& strip) {
  for (auto& piece : strip.pieces) {
    std::visit([](auto& item) { item.tag = Artifact{Artifact::Kind::layout}; }, piece.item);
    piece.order = 0;
  }
  strip.links.clear();
  strip.landmarks.clear();
  strip.areas.clear();
  strip.notes.clear();
  for (auto& part : strip.parts)
    for (auto& inner : part.strips) make_artifact(inner);
}

namespace {

void cut_tall(std::vector<Strip>& strips, Pt room, const std::vector<RepeatedHead>& heads);

/// One slice of a tall strip: strip `k` of each of its parts, on their first baselines.
Strip slice_of(Strip& tall, std::size_t k, std::size_t slices) {
  Strip slice;
  Pt deepest_baseline, white;
  for (auto& part : tall.parts) {
    if (k >= part.strips.size()) continue;
    if (part.strips[k].baseline) deepest_baseline = max(deepest_baseline, *part.strips[k].baseline);
    white = max(white, part.strips[k].space_before);
    slice.cost = std::max(slice.cost, part.strips[k].cost);
  }
  for (auto& part : tall.parts) {
    if (k >= part.strips.size()) continue;
    Strip line = std::move(part.strips[k]);
    const Pt down = line.baseline && tall.parts.size() > 1 ? deepest_baseline - *line.baseline : Pt{};
    slice.height = max(slice.height, down + line.height);
    append(slice.notes, std::vector<NoteId>(line.notes));
    line.space_before = Pt{};
    Strip::Part piece;
    piece.x = part.x;
    piece.top = down;
    piece.strips.push_back(std::move(line));
    slice.parts.push_back(std::move(piece));
  }
  slice.space_before = white;
  slice.head = tall.head;
  slice.section = tall.section;
  if (k + 1 == slices) slice.height += tall.pad_bottom;
  return slice;
}

/// What lay on the tall strip itself: shades follow every slice, what stood at the bottom goes to the last.
void spread_pieces(Strip& tall, std::vector<Strip>& slices) {
  Strip top, bottom;
  for (auto& piece : tall.pieces) {
    auto* rect = std::get_if<PlacedRect>(&piece.item);
    if (is_shade(piece, tall)) {
      for (auto& slice : slices) {
        PlacedRect shade = *rect;
        shade.rect.y = Pt{};
        shade.rect.height = slice.height;
        slice.pieces.push_back({shade, piece.order});
      }
    } else if (is_at_bottom(piece, tall)) {
      rect->rect.y += slices.back().height - tall.height;
      bottom.pieces.push_back(std::move(piece));
    } else {
      top.pieces.push_back(std::move(piece));
    }
  }
  append(slices.back().pieces, std::move(bottom.pieces));
  append(slices.front().pieces, std::move(top.pieces));
}

/// On top of a page text stands as far below the head as in any row; a shade has none of that white above it.
void keep_white_on_top(const Strip& tall, std::vector<Strip>& slices) {
  const bool shaded =
      std::any_of(tall.pieces.begin(), tall.pieces.end(), [&](const Piece& piece) { return is_shade(piece, tall); });
  for (std::size_t k = 1; k < slices.size() && !shaded; ++k) slices[k].more_on_top = tall.pad_top;
}

std::vector<Strip> slices_of(Strip tall, Pt room, const std::vector<RepeatedHead>& heads) {
  for (auto& part : tall.parts) cut_tall(part.strips, room, heads);
  std::size_t count = 0;
  for (const auto& part : tall.parts) count = std::max(count, part.strips.size());
  std::vector<Strip> slices;
  for (std::size_t k = 0; k < count; ++k) slices.push_back(slice_of(tall, k, count));
  shift_down(slices.front(), tall.pad_top);
  slices.front().height += tall.pad_top;
  keep_white_on_top(tall, slices);
  spread_pieces(tall, slices);
  slices.front().space_before = tall.space_before;
  slices.front().cost = tall.cost;
  slices.front().forced = tall.forced;
  slices.front().baseline = tall.baseline;
  append(slices.front().links, std::move(tall.links));
  append(slices.front().landmarks, std::move(tall.landmarks));
  for (auto& area : tall.areas)
    for (auto& slice : slices)
      slice.areas.push_back({area.element, {area.rect.x, Pt{}, area.rect.width, slice.height}});
  for (const auto& stem : tall.stems)
    for (std::size_t k = 0; k < slices.size(); ++k)
      slices[k].stems.push_back({stem.x, stem.width, k == 0 ? stem.from : Pt{}, slices[k].height,
                                 k > 0 || stem.reaches_up, stem.colour, stem.between_columns});
  return slices;
}

bool can_be_cut(const Strip& strip) {
  return std::any_of(strip.parts.begin(), strip.parts.end(), [](const auto& part) {
    return part.strips.size() > 1 || (part.strips.size() == 1 && can_be_cut(part.strips.front()));
  });
}

/// What a strip has of a page: less the head that is repeated over it, or the headings that it must stand below.
std::vector<Pt> rooms_of(const std::vector<Strip>& strips, Pt room, const std::vector<RepeatedHead>& heads) {
  std::vector<Pt> rooms;
  Pt above;
  for (std::size_t i = 0; i < strips.size(); ++i) {
    const Strip& strip = strips[i];
    const bool tied = i > 0 && strip.cost >= cost::stranded && !strip.forced;
    above = tied ? above + strips[i - 1].height + strip.space_before : Pt{};
    const Pt head = strip.head < 0 ? Pt{} : heads[static_cast<std::size_t>(strip.head)].height;
    rooms.push_back(room - max(head, min(above, room / 2)));
  }
  return rooms;
}

void cut_tall(std::vector<Strip>& strips, Pt room, const std::vector<RepeatedHead>& heads) {
  Pt least = room / 2;
  for (const RepeatedHead& head : heads) least = min(least, room - head.height);
  if (std::none_of(strips.begin(), strips.end(), [&](const Strip& strip) { return strip.height > least; })) return;
  const std::vector<Pt> rooms = rooms_of(strips, room, heads);
  std::vector<Strip> cut;
  for (std::size_t i = 0; i < strips.size(); ++i) {
    if (strips[i].height > rooms[i] && can_be_cut(strips[i]))
      append(cut, slices_of(std::move(strips[i]), rooms[i], heads));
    else cut.push_back(std::move(strips[i]));
  }
  strips = std::move(cut);
}

}  // namespace

void cut_tall_strips(Galley& galley, Pt room) { cut_tall(galley.strips, room, galley.heads); }

}  // namespace readout::layout
