#include "compose/desk.hpp"

#include <algorithm>

namespace readout::compose {
namespace {

using layout::Paragraph;
using model::Style;

// Letters that are spaced out must not touch: ligatures are for text.
constexpr double tracking_without_ligatures = 0.02;

layout::FaceStyle latin_face(const Style& style) {
  layout::FaceStyle face;
  face.family = style.latin.family.value;
  face.span = style.latin.family.span;
  face.bold = style.latin.bold;
  face.italic = style.latin.italic;
  face.size = style.latin.size;
  face.tracking = style.tracking;
  face.upper_case = style.caps == model::Caps::upper;
  face.features.small_caps = style.caps == model::Caps::small;
  face.features.all_small_caps = style.caps == model::Caps::all_small;
  face.features.old_style = style.figures == model::Figures::old_style;
  face.features.tabular = style.tabular;
  face.features.ligatures = style.ligatures && style.tracking.ems() < tracking_without_ligatures;
  return face;
}

/// No letterspacing, no capitals, no small capitals: Arabic has none.
layout::FaceStyle arabic_face(const Style& style) {
  layout::FaceStyle face;
  face.family = style.arabic.family.value;
  face.span = style.arabic.family.span;
  face.bold = style.arabic.bold;
  face.italic = style.arabic.italic;
  face.size = style.arabic.size;
  return face;
}

layout::Align align_of(model::TextAlign align) {
  switch (align) {
    case model::TextAlign::justify: return layout::Align::justify;
    case model::TextAlign::start: return layout::Align::start;
    case model::TextAlign::end: return layout::Align::end;
    case model::TextAlign::centre: return layout::Align::centre;
  }
  return layout::Align::start;
}

/// The place of a value in a list, where it is added when it is new.
template <class T>
std::uint32_t place_of(std::vector<T>& list, T value) {
  const auto found = std::find(list.begin(), list.end(), value);
  if (found != list.end()) return static_cast<std::uint32_t>(found - list.begin());
  list.push_back(std::move(value));
  return static_cast<std::uint32_t>(list.size() - 1);
}

/// Text that goes on in the same way belongs to one run: kerning and ligatures do not stop between its pieces.
bool goes_on(const layout::Inline& a, const layout::Inline& b) {
  const bool same_place = a.span == b.span || !a.span.valid() || !b.span.valid();
  const bool plain = a.role == layout::Role::none && b.role == layout::Role::none && !a.note && !b.note &&
                     a.isolate == text::Isolation::none && b.isolate == text::Isolation::none;
  return same_place && plain && a.unbroken == b.unbroken && a.together == b.together &&
         a.whole_words == b.whole_words && !b.stays_by && a.style == b.style && a.lang == b.lang &&
         a.field == layout::Field::none && b.field == layout::Field::none && !a.parts_lines && !b.parts_lines;
}

void add_run(layout::InlineText& content, layout::Inline run) {
  if (content.empty() || !goes_on(content.back(), run)) {
    content.push_back(std::move(run));
    return;
  }
  for (const std::uint32_t separator : run.separators)
    content.back().separators.add(static_cast<std::uint32_t>(content.back().text.size() + separator));
  content.back().text += run.text;
  if (!content.back().span.valid()) content.back().span = run.span;
}

layout::PageDesign page_of(const model::PageSpec& spec, bool rtl) {
  layout::PageDesign page;
  page.size = spec.paper;
  page.margin = spec.margin;
  page.first_top = spec.first_top;
  page.right_to_left = rtl;
  return page;
}

}  // namespace

Desk::Desk(const model::Brief& b, const model::Template& t, const Settings& s, const model::Words& w, Diagnostics& d)
    : brief(b), design(t), settings(s), words(w), diags(d) {
  const auto& tags = brief.document.lang;
  lang = settings.lang;
  tag = lang < tags.size() ? tags[lang].value : "en";
  if (tags.size() == 2) other = tags[1 - lang].value;
  rtl = model::is_arabic_script(tag);
  page = page_of(design.page, rtl);
  using namespace literals;
  const std::string paper = settings.paper ? *settings.paper : brief.print.paper ? brief.print.paper->value : "";
  if (paper == "a4") page.size = {210_mm, 297_mm};
  if (paper == "letter") page.size = {8.5_in, 11_in};
  // The place in a list is the printed number; a part that this template does not print has no anchor.
  const auto anchors = [&](std::size_t count, model::From from, std::vector<layout::AnchorId>& out) {
    const bool printed = prints(from);
    for (std::size_t i = 0; i < count; ++i) out.push_back(printed ? new_anchor() : 0);
  };
  anchors(brief.discussions.size(), model::From::discussion, point_anchors);
  anchors(brief.steps.size(), model::From::steps, step_anchors);
  anchors(brief.annexes.size(), model::From::annexes, annex_anchors);
  anchors(brief.sources.size(), model::From::sources, source_anchors);
  anchors(brief.sources.size(), model::From::sources, source_mark_anchors);
}

bool Desk::prints(model::From from) const {
  return std::any_of(design.sections.begin(), design.sections.end(),
                     [&](const model::SectionSpec& s) { return s.from == from; });
}

Pt Desk::measure() const { return page.size.width - page.margin.left - page.margin.right; }

Pt Desk::hang() const { return design.lengths.list_number + design.lengths.list_number_gap; }

std::size_t Desk::source_number(std::size_t source) { return place_of(source_order, source) + 1; }

Desk::Known& Desk::known(std::string_view name, std::string_view in) const {
  const std::string_view language = in.empty() ? std::string_view(tag) : in;
  auto named = known_.find(name);
  if (named == known_.end()) named = known_.try_emplace(std::string(name)).first;
  for (Known& one : named->second)
    if (one.lang == language) return one;
  return named->second.emplace_back(
      Known{std::string(language), model::style_for(design, name, language), std::nullopt, std::nullopt});
}

const model::Style& Desk::style(std::string_view name, std::string_view in) const { return known(name, in).style; }

layout::TextStyleId Desk::text_style(const Style& style) {
  return place_of(story.text_styles, layout::TextStyle{latin_face(style), arabic_face(style), style.colour,
                                                       style.rise.at(style.latin.size)});
}

layout::TextStyleId Desk::text_style(Known& style) {
  if (!style.text) style.text = text_style(style.style);
  return *style.text;
}

layout::ParagraphStyleId Desk::add_paragraph_style(const Style& style) {
  layout::ParagraphStyle out;
  out.name = style.name;
  out.leading = style.leading;
  out.arabic_leading = style.arabic_leading;
  out.align = align_of(style.align);
  out.space_before = style.before;
  out.space_after = style.after;
  out.indent_start = style.indent_start;
  out.indent_end = style.indent_end;
  out.orphans = style.orphans;
  out.widows = style.widows;
  out.keep_with_next = style.keep_with_next;
  out.keep_together = style.keep_together;
  out.balance = style.balance;
  out.lines = style.lines;
  return place_of(story.paragraph_styles, std::move(out));
}

layout::ParagraphStyleId Desk::paragraph_style(Known& style) {
  if (!style.paragraph) style.paragraph = add_paragraph_style(style.style);
  return *style.paragraph;
}

layout::ParagraphStyleId Desk::paragraph_style(std::string_view name, std::string_view in) {
  return paragraph_style(known(name, in));
}

Paragraph Desk::realise(const Fragments& text, Known& style, std::string_view in) {
  Paragraph paragraph;
  const std::string_view language = in.empty() ? std::string_view(tag) : in;
  paragraph.style = paragraph_style(style);
  const bool leftwards = in.empty() ? rtl : model::is_arabic_script(in);
  paragraph.direction = leftwards ? layout::Direction::rtl : layout::Direction::ltr;
  paragraph.content.reserve(text.size());
  for (const Fragment& fragment : text) {
    layout::Inline run = fragment.run;
    if (fragment.under.empty()) {
      run.style = text_style(style);
    } else {
      Style own = style.style;
      for (const std::string_view name : fragment.under) own = model::restyle(std::move(own), design, name, language);
      run.style = text_style(own);
    }
    add_run(paragraph.content, std::move(run));
  }
  return paragraph;
}

Paragraph Desk::set(const Fragments& text, std::string_view name, std::string_view in) {
  Known& first = known(name, in);
  Paragraph paragraph = realise(text, first, in);
  paragraph.max_lines = first.style.max_lines;
  for (const std::string& smaller : first.style.smaller) {
    paragraph.smaller.push_back(realise(text, known(smaller, in), in));
    paragraph.smaller.back().max_lines = first.style.max_lines;
  }
  return paragraph;
}

layout::Block Desk::block(layout::Role role, const Fragments& text, std::string_view name, std::string_view in) {
  layout::Block block;
  block.role = role;
  if (!text.empty()) block.span = text.front().run.span;
  if (in.empty() || in == tag) {
    block.content = set(text, name, in);
    return block;
  }
  // Words of the edition's own in a block of the other language (a heading run in, "After the meeting.") name it.
  block.lang = in;
  Fragments named = text;
  for (Fragment& piece : named) {
    if (!piece.run.lang.empty()) continue;
    piece.run.lang = tag;
    if (piece.run.role == layout::Role::none) piece.run.role = layout::Role::span;
  }
  block.content = set(named, name, in);
  return block;
}

void Desk::align(layout::Block& block, layout::Align align) {
  auto& paragraph = std::get<Paragraph>(block.content);
  layout::ParagraphStyle style = story.paragraph_styles[paragraph.style];
  style.align = align;
  paragraph.style = place_of(story.paragraph_styles, std::move(style));
}

void Desk::lift(layout::Block& block, Pt above) {
  if (auto* paragraph = std::get_if<Paragraph>(&block.content)) {
    layout::ParagraphStyle style = story.paragraph_styles[paragraph->style];
    style.space_before = above;
    paragraph->style = place_of(story.paragraph_styles, std::move(style));
  } else if (auto* inside = std::get_if<layout::Group>(&block.content)) {
    if (!inside->blocks.empty()) lift(inside->blocks.front(), above);
  } else if (auto* item = std::get_if<layout::Item>(&block.content)) {
    if (!item->body.empty()) lift(item->body.front(), above);
  } else if (auto* columns = std::get_if<layout::Columns>(&block.content)) {
    for (layout::Columns::Cell& cell : columns->cells)
      if (!cell.blocks.empty()) lift(cell.blocks.front(), above);
  } else if (auto* table = std::get_if<layout::Table>(&block.content)) {
    table->style.space_before = above;
  } else if (auto* figure = std::get_if<layout::Figure>(&block.content)) {
    figure->space_before = above;
  } else if (auto* line = std::get_if<layout::Rule>(&block.content)) {
    line->space_before = above;
  }
}

layout::Block group(layout::Role role, std::vector<layout::Block> blocks, Span span) {
  layout::Group inside;
  inside.blocks = std::move(blocks);
  return block_of(role, std::move(inside), span);
}

layout::Block rule(const Desk& desk, const std::string& name) {
  const model::RuleSpec& spec = desk.design.rules.at(name);
  layout::Rule line;
  line.thickness = spec.thickness;
  line.colour = spec.colour;
  line.space_before = spec.before;
  line.space_after = spec.after;
  return block_of(layout::Role::none, line);
}

}  // namespace readout::compose
