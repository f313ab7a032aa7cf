// Discussion points: number, heading run in, text, inner points, decision, table; who said it in the margin column.
#include <algorithm>

#include "compose/script.hpp"
#include "compose/sections.hpp"

namespace readout::compose {
namespace {

using layout::Role;

/// Texts, and where the last of them is: marks, notes and voices are put at its end.
struct Body {
  Blocks blocks;
  void add(layout::Block block) { blocks.push_back(std::move(block)); }
};

void add_text(Desk& desk, Body& body, Start start, const Said& said, End end, std::string_view style) {
  for (layout::Block& block : paragraphs(desk, std::move(start), said, std::move(end), style))
    body.add(std::move(block));
}

void add_decision(Desk& desk, Body& body, const model::Text& decision) {
  Start word{styled(plain(desk, desk.word("decision")), "decision"), ""};
  const std::size_t first = body.blocks.size();
  add_text(desk, body, std::move(word), text(desk, decision), {}, "inner_point");
  if (first == 0 || first == body.blocks.size()) return;
  const bool after_points = std::holds_alternative<layout::Group>(body.blocks[first - 1].content);
  body.blocks[first].bond = after_points ? layout::Bond::sum : layout::Bond::decision;
  if (after_points)  // it stands off the last of them: it is the point's own
    desk.lift(body.blocks[first], (desk.style("point").before + desk.style("inner_point").before) / 2);
}

void add_lines_to_take(Desk& desk, Body& body, const model::Discussion& point) {
  if (point.lines_to_take.empty()) return;
  const Span span = point.lines_to_take.front().span;  // a bilingual edition has it as high in both languages
  body.add(desk.block(Role::p, plain(desk, desk.word("lines_to_take"), span), "subheading"));
  body.blocks.back().keep_with_next = true;
  Blocks items;
  for (const model::Text& line : point.lines_to_take) {
    layout::Item item;
    item.label = desk.set(plain(desk, "–"), "point_letter");
    item.label_width = desk.design.lengths.list_letter;
    item.gap = desk.design.lengths.list_letter_gap;
    item.body = paragraphs(desk, text(desk, line), "inner_point");
    items.push_back(block_of(Role::li, std::move(item), line.span));
  }
  layout::Block list = group(Role::l, std::move(items));
  std::get<layout::Group>(list.content).numbering = "None";
  body.add(std::move(list));
}

/// Of a point that only came to a decision, in a template that prints decisions elsewhere: "See decision 3."
Said said_elsewhere(Desk& desk, std::size_t index) {
  const auto& all = desk.brief.discussions;
  const model::Discussion& point = all[index];
  const std::string* see = desk.words.find("ref.decision");
  Said said;
  if (!see || !point.decision || !point.points.empty() || point.table || point.picture) return said;
  const auto number = std::count_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(index) + 1,
                                    [](const model::Discussion& one) { return one.decision.has_value(); });
  said.paragraphs.push_back(plain(desk, fill(*see, {{"number", digits(number, desk.words)}}), point.decision->span));
  return said;
}

layout::Block point_block(Desk& desk, const model::Discussion& point, std::size_t index, bool with_decision,
                          bool with_lines) {
  layout::Item item = numbered_item(desk, digits(static_cast<std::int64_t>(index + 1), desk.words), "point_number");
  Voice by = voice(desk, point.by);
  set_aside(desk, item, by, "point");
  End end{marks(desk, point.src), std::move(by.run_in)};
  Body body;
  Start heading{run_in(desk, line(desk, point.heading)), foreign(desk, point.heading)};
  Said said;
  if (point.text) said = text(desk, *point.text);
  else if (!with_decision) said = said_elsewhere(desk, index);
  if (said.paragraphs.empty()) said.lang = heading.lang;  // the stop after the heading is at its end
  mark_once(said, heading, by);
  add_text(desk, body, std::move(heading), said, std::move(end), "point");
  set_below(body.blocks, by);
  if (!point.text && !point.points.empty()) body.blocks.back().keep_with_next = true;
  if (!point.points.empty()) body.add(inner_points(desk, point.points, 0, {&point.by, &point.by}));
  if (with_decision && point.decision) add_decision(desk, body, *point.decision);
  if (with_lines) add_lines_to_take(desk, body, point);
  if (point.table) {
    body.add(table_of(desk, *point.table, string_of(desk, point.heading)));
    body.blocks.back().bond = layout::Bond::table;
  }
  if (point.picture) {
    body.add(picture_of(desk, *point.picture, desk.design.lengths.picture_height, desk.design.lengths.picture_gap));
    std::get<layout::Figure>(body.blocks.back().content).floats = true;
  }
  item.body = std::move(body.blocks);
  layout::Block block = block_of(Role::li, std::move(item), point.span);
  block.anchor = desk.point_anchors[index];
  desk.contents.push_back(
      {2, digits(static_cast<std::int64_t>(index + 1), desk.words), line(desk, point.heading), block.anchor});
  return block;
}

layout::Block list_of(Desk& desk, const std::vector<model::Point>& points, int depth, Floor& floor);

/// Who says a point. Where it does not say, it is told once more who holds the floor, if another was named since: the
/// point would be taken for theirs.
Voice inner_voice(Desk& desk, const model::Point& point, Floor& floor) {
  const bool again = !point.by && floor.named != floor.holder && (names_in_margin(desk) || desk.paired);
  const auto* by = again ? floor.holder : &point.by;
  if (*by) floor.named = by;
  return voice(desk, *by);
}

Blocks inner_body(Desk& desk, const model::Point& point, Voice by, int depth, Floor& floor) {
  Body body;
  End end{marks(desk, point.src), std::move(by.run_in)};
  if (point.note) append(end.marks, note_mark(desk, *point.note, end.marks));
  const Said said = text(desk, point.text);
  Start nothing;
  mark_once(said, nothing, by);
  add_text(desk, body, std::move(nothing), said, std::move(end), "inner_point");
  set_below(body.blocks, by);
  if (point.points.empty()) return std::move(body.blocks);
  Floor inner{point.by ? &point.by : floor.holder, floor.named};
  body.add(list_of(desk, point.points, depth + 1, inner));
  floor.named = inner.named;
  return std::move(body.blocks);
}

}  // namespace

Fragments run_in(const Desk& desk, Fragments heading) {
  if (is_missing(heading)) return heading;
  const bool closed = ends_sentence(bare(heading));
  Fragments out = closed ? std::move(heading) : filled(desk, "run_in", {{"heading", std::move(heading)}});
  for (Fragment& piece : out) piece.run.whole_words = true;
  return styled(std::move(out), "point_heading");
}

namespace {

layout::Block list_of(Desk& desk, const std::vector<model::Point>& points, int depth, Floor& floor) {
  const bool alone = points.size() == 1;
  Blocks items;
  for (std::size_t i = 0; i < points.size(); ++i) {
    layout::Item item;
    Voice by = inner_voice(desk, points[i], floor);
    set_aside(desk, item, by, "inner_point");
    if (alone) {
      item.label_role = Role::none;
      item.body_role = Role::none;
    } else {
      const std::string label = depth % 2 == 0 ? letter(i + 1, desk.words) : inner_number(i + 1, desk.words);
      item.label = desk.set(plain(desk, label), "point_letter");
      item.label_width = desk.design.lengths.list_letter;
      item.gap = desk.design.lengths.list_letter_gap;
      item.widest_label = true;
    }
    item.body = inner_body(desk, points[i], std::move(by), depth, floor);
    items.push_back(block_of(alone ? Role::none : Role::li, std::move(item), points[i].span));
  }
  layout::Block list = group(alone ? Role::none : Role::l, std::move(items));
  list.bond = layout::Bond::points;
  if (!alone) std::get<layout::Group>(list.content).numbering = depth % 2 == 0 ? "LowerAlpha" : "LowerRoman";
  return list;
}

}  // namespace

layout::Block inner_points(Desk& desk, const std::vector<model::Point>& points, int depth, Floor floor) {
  return list_of(desk, points, depth, floor);
}

Blocks discussion(Desk& desk, const Work& work) {
  if (desk.brief.discussions.empty()) return {};
  // A template with a section of decisions prints them there.
  const bool with_decision = !desk.prints(model::From::decisions);
  Blocks items;
  for (std::size_t i = 0; i < desk.brief.discussions.size(); ++i)
    items.push_back(point_block(desk, desk.brief.discussions[i], i, with_decision, work.spec.lines_to_take));
  layout::Block list = group(Role::l, std::move(items));
  std::get<layout::Group>(list.content).numbering = "Decimal";
  Blocks blocks;
  blocks.push_back(std::move(list));
  return blocks;
}

namespace {

/// True where a text ends in a full stop, be it that of an abbreviation, too; not in three dots, or a link.
bool ends_in_stop(const Fragments& text) {
  if (text.empty() || !text.back().run.url.empty() || text.back().run.target != 0) return false;
  const std::string words = bare(text);
  return words.ends_with('.') && !words.ends_with("..");
}

/// "The Committee takes note (point 5).": the reference belongs to the sentence, and where it can to its last word.
void refer(Desk& desk, Said& said, std::size_t point) {
  const std::string name =
      fill(desk.word("ref.point"), {{"number", digits(static_cast<std::int64_t>(point + 1), desk.words)}});
  Fragments aside =
      filled(desk, "join.aside", {{"text", inner_link(desk, unbroken(plain(desk, name)), desk.point_anchors[point])}});
  aside.front().run.stays_by = true;
  if (said.paragraphs.empty()) said.paragraphs.emplace_back();
  Fragments& text = said.paragraphs.back();
  const std::string was = bare(text);
  const bool stops = ends_in_stop(text);
  Fragments stop = text.empty() ? Fragments{} : Fragments{text.back()};
  take_stop(text);  // that of "etc." stays, that of a quote goes
  if (!stops && bare(text) == was) stop.clear();
  else if (!stop.empty()) stop.back().run.text = ".";
  append(text, std::move(aside));
  append(text, std::move(stop));
}

}  // namespace

Blocks decisions(Desk& desk) {
  Blocks items;
  for (std::size_t i = 0; i < desk.brief.discussions.size(); ++i) {
    const model::Discussion& point = desk.brief.discussions[i];
    if (!point.decision) continue;
    layout::Item item =
        numbered_item(desk, digits(static_cast<std::int64_t>(items.size() + 1), desk.words), "point_number");
    Said said = text(desk, *point.decision);
    if (desk.point_anchors[i] != 0) refer(desk, said, i);
    item.body = paragraphs(desk, said, "point");
    items.push_back(block_of(Role::li, std::move(item), said.span));
  }
  if (items.empty()) return {};
  layout::Block list = group(Role::l, std::move(items));
  std::get<layout::Group>(list.content).numbering = "Decimal";
  Blocks blocks;
  blocks.push_back(std::move(list));
  return blocks;
}

Blocks outcome(Desk& desk, const Work& work) {
  if (!desk.brief.outcome) return {};
  Said said = text(desk, desk.brief.outcome->text);
  if (!said.paragraphs.empty())
    add_marks(desk, said.paragraphs.back(), marks(desk, desk.brief.outcome->src), said.lang);
  Blocks blocks;
  blocks.push_back(
      indented(desk, paragraphs(desk, said, work.spec.style ? std::string_view(work.spec.style->value) : "body")));
  return blocks;
}

}  // namespace readout::compose
