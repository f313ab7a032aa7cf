// A line of the table of contents: title, dots, page number. Title and number are one link; the dots are an artifact.
#include <algorithm>
#include <utility>

#include "layout/galley.hpp"

namespace readout::layout {
namespace {

/// The page's number belongs to the link of the title.
void join_link(Strip& title, Strip& page) {
  if (title.links.empty()) return;
  const LinkPiece link = title.links.back();
  for (auto& piece : page.pieces) {
    auto* run = std::get_if<PlacedRun>(&piece.item);
    if (run == nullptr) continue;
    run->tag = link.element;
    title.links.push_back({link.element, {run->origin.x, link.rect.y, run->width, link.rect.height}, link.target});
  }
}

}  // namespace

void GalleyBuilder::set_content(const Block& block, const Entry& entry, const Bed& bed, Pt) {
  Bed inner = bed;
  if (!block.lang.empty()) inner.lang = block.lang;
  const StructId element = paragraph_element(block.role, entry.title, inner, block.span);
  Bed title = inner, number = inner;
  title.measure -= entry.page_width + entry.gap;
  number.x += inner.measure - entry.page_width;
  number.measure = entry.page_width;
  number.align = Align::end;
  const auto& style = shop_.story.paragraph_styles[entry.title.style];
  Paragraph words = entry.title;  // with a blank at the end, for readers of the text: the eye has the dots
  words.runs_on = true;
  for (auto& smaller : words.smaller) smaller.runs_on = true;
  if (!words.content.empty()) words.content.back().text += ' ';
  auto lines = line_strips(words, title, element);
  const bool untagged = std::exchange(shop_.untagged, true);
  auto page = line_strips(entry.page, number, element);
  shop_.untagged = untagged;
  add_leader(lines.back(), entry, inner, number.x);
  if (!untagged && !page.empty()) join_link(lines.back(), page.front());
  if (!page.empty()) overlay(lines.back(), std::move(page.front()), Pt{});
  add_space(style.space_before);
  for (auto& line : lines) push(std::move(line));
  add_space(style.space_after);
}

void GalleyBuilder::add_leader(Strip& strip, const Entry& entry, const Bed& bed, Pt end) {
  if (entry.dot.content.empty()) return;
  Paragraph dots = entry.dot;
  std::string& text = dots.content.front().text;
  const std::string dot = text + "\u2002";
  text = dot + dot + dot + dot;
  const Pt pitch = measure_paragraph(dots, bed.lang, shop_.setting).natural / 4;
  const Pt from = end_of_text(strip) + entry.gap;
  if (pitch <= Pt{} || from + pitch * 2 > end) return;
  text.clear();
  for (Pt x = from + pitch; x <= end; x += pitch) text += dot;
  Bed leader = bed;
  leader.x = from;
  leader.measure = end - from;
  leader.align = Align::end;
  const bool untagged = std::exchange(shop_.untagged, true);
  auto lines = line_strips(dots, leader, bed.parent);
  shop_.untagged = untagged;
  for (auto& line : lines) make_artifact(line);
  if (!lines.empty()) overlay(strip, std::move(lines.front()), Pt{});
}

}  // namespace readout::layout
