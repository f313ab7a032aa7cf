// The tour: what it was, and a line with a ring for each stop.
#include <algorithm>

#include "compose/dates.hpp"
#include "compose/script.hpp"
#include "compose/sections.hpp"

namespace readout::compose {
namespace {

using layout::Role;

/// "After the meeting", "14:30", or the words of the brief.
Fragments when_of(const Desk& desk, const model::Tour& tour) {
  if (!tour.when) return {};
  if (const auto* word = std::get_if<model::At<std::string>>(&*tour.when))
    return plain(desk, desk.word("when." + word->value), word->span);
  if (const auto* hour = std::get_if<model::Hour>(&*tour.when))
    return plain(desk, time_in_words(hour->value, desk.words), hour->span);
  return line(desk, std::get<model::Line>(*tour.when));
}

/// When it was, as it stands before a text: words as a heading, an hour as those of the stops below, without a stop.
/// After Arabic figures that would be one more zero.
Start lead_of(const Desk& desk, const model::Tour& tour, const Said& said) {
  Start lead;
  lead.words = when_of(desk, tour);
  if (lead.words.empty()) return lead;
  if (const auto* words = std::get_if<model::Line>(&*tour.when)) lead.lang = foreign(desk, *words);
  if (!std::holds_alternative<model::Hour>(*tour.when)) {
    lead.words = run_in(desk, std::move(lead.words));
    return lead;
  }
  return {styled(std::move(lead.words), "stop_time"), said.lang, "\u2002"};  // an hour is at home in every language
}

/// The summary with when it was before it, and who said it in the margin column.
Blocks tour_summary(Desk& desk, const model::Tour& tour) {
  Said said = tour.summary ? text(desk, *tour.summary) : Said{};
  Start lead = lead_of(desk, tour, said);
  if (said.paragraphs.empty()) said.lang = lead.lang;
  Voice by = voice(desk, tour.by);
  mark_once(said, lead, by);
  End end{marks(desk, tour.src), std::move(by.run_in)};
  Blocks body = paragraphs(desk, std::move(lead), said, std::move(end), "body");
  Blocks blocks;
  if (body.empty() && !by.aside && !by.below) return blocks;
  layout::Item item;
  item.label_role = Role::none;
  item.body_role = Role::none;
  item.label_width = desk.hang();
  set_aside(desk, item, by, "body");
  item.body = std::move(body);
  set_below(item.body, by);
  blocks.push_back(block_of(Role::none, std::move(item), tour.span));
  return blocks;
}

Fragments stop_line(Desk& desk, const model::TourStop& stop) {
  Fragments out;
  if (stop.time) {
    append(out, styled(hour_or_line(desk, *stop.time), "stop_time"));
    append(out, plain(desk, "\u2002"));
  }
  append(out, line(desk, stop.name));
  return out;
}

Blocks stop_body(Desk& desk, const model::TourStop& stop) {
  Blocks blocks;
  blocks.push_back(desk.block(Role::p, stop_line(desk, stop), "tour_stop"));
  if (stop.host) add_close(blocks, desk.block(Role::p, labelled(desk, "label.host", line(desk, *stop.host)), "office"));
  Blocks notes = stop.note ? paragraphs(desk, text(desk, *stop.note), "tour_note") : Blocks{};
  if (!notes.empty()) notes.front().keep_with_previous = true;  // in two languages, too, it follows its own stop's name
  std::move(notes.begin(), notes.end(), std::back_inserter(blocks));
  if (!stop.points.empty()) {
    std::vector<model::Point> points;
    for (const model::Text& point : stop.points) {
      points.emplace_back();
      points.back().text = point;
      points.back().span = point.span;
    }
    const std::optional<model::Who> nobody;
    blocks.push_back(inner_points(desk, points, 0, {&nobody, &nobody}));
  }
  if (stop.photo)
    blocks.push_back(
        picture_of(desk, *stop.photo, desk.design.lengths.picture_height, desk.design.lengths.picture_gap));
  // A stop's name and host stay with what is said of it.
  const std::size_t names = stop.host ? 2 : 1;
  for (std::size_t i = 0; i < names && i + 1 < blocks.size(); ++i) blocks[i].keep_with_next = true;
  return blocks;
}

/// A stop beside its number, or beside nothing.
layout::Item stop_item(Desk& desk, const model::TourStop& stop, std::size_t index, bool numbered) {
  const model::Lengths& l = desk.design.lengths;
  layout::Item item;
  if (numbered)
    item.label = desk.set(plain(desk, digits(static_cast<std::int64_t>(index + 1), desk.words)), "point_number");
  item.label_width = l.list_number;
  item.gap = l.list_number_gap;
  item.widest_label = numbered;
  item.body = stop_body(desk, stop);
  return item;
}

/// The line with its ring. A number stands between ring and text, so the ring has an item of its own around both.
layout::Block on_the_line(Desk& desk, layout::Item stop, bool numbered, bool first, bool last, Span span) {
  const model::Lengths& l = desk.design.lengths;
  const Pt ring_room = l.tour_ring + l.tour_ring / 2;
  layout::Item line;
  if (numbered) {
    line.label_role = Role::none;
    line.body_role = Role::none;
    line.label_width = ring_room;
    stop.label_width = max(desk.hang() - ring_room - l.tour_ring / 2, Pt{});
    stop.gap = l.tour_ring / 2;
    line.body.push_back(block_of(Role::li, std::move(stop), span));
  } else {
    line = std::move(stop);
  }
  line.ring = true;
  line.ring_size = l.tour_ring;
  line.ring_stroke = l.tour_stroke;
  line.ring_colour = l.tour_colour;
  line.line_before = !first;
  line.line_after = !last;
  return block_of(numbered ? Role::none : Role::li, std::move(line), span);
}

}  // namespace

Blocks tour(Desk& desk, const Work& work) {
  if (!desk.brief.tour) return {};
  const model::Tour& tour = *desk.brief.tour;
  Blocks blocks = tour_summary(desk, tour);
  const bool timed =
      std::any_of(tour.stops.begin(), tour.stops.end(), [](const model::TourStop& s) { return s.time.has_value(); });
  const bool rings = work.spec.as == "line";
  Blocks items;
  for (std::size_t i = 0; i < tour.stops.size(); ++i) {
    layout::Item item = stop_item(desk, tour.stops[i], i, timed || !rings);
    const Span span = tour.stops[i].span;
    if (rings) items.push_back(on_the_line(desk, std::move(item), timed, i == 0, i + 1 == tour.stops.size(), span));
    else items.push_back(block_of(Role::li, std::move(item), span));
  }
  if (!items.empty()) {
    layout::Block list = group(Role::l, std::move(items));
    std::get<layout::Group>(list.content).numbering = timed ? "Decimal" : "None";
    blocks.push_back(std::move(list));
  }
  return blocks;
}

}  // namespace readout::compose
