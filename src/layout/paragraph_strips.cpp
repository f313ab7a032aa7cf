#include <algorithm>
#include <utility>
#include "base/ascii.hpp"
#include "layout/galley.hpp"
#include "text/shape.hpp"

namespace readout::layout {
namespace {

/// The share of the leading above a baseline.
constexpr Pt baseline_of(Pt leading) { return leading * 3 / 4; }

/// Two lines of Latin letters in an Arabic text need no more than a third of their size between them.
Pt latin_is_nearer(const SetLine& line, Pt leading) {
  Pt size;
  for (const LineRun& one : line.runs) size = max(size, one.run.size);
  return max(leading - size * 4 / 3, Pt{});
}

/// Places runs told from the left edge of the measure at start-edge places.
struct Frame {
  Pt x, measure;
  bool right_to_left = false;
  [[nodiscard]] Pt start_of(Pt left, Pt width) const { return right_to_left ? x + measure - left - width : x + left; }
};

Pt left_of(const SetLine& line, std::optional<Align> align, const Frame& frame) {
  if (!align || *align == Align::justify || *align == Align::start) return line.x;
  if (*align == Align::centre) return (frame.measure - line.width) / 2;
  return frame.right_to_left ? Pt{} : frame.measure - line.width;
}

/// Beside its number, below the texts above it.
bool keeps_to_start(const Paragraph& paragraph, std::size_t lines, const Bed& bed) {
  return paragraph.stands_in && lines == 1 && !bed.align &&
         (paragraph.direction == Direction::rtl) != bed.right_to_left;
}
Pt left_at_start(const SetLine& line, const Frame& frame) {
  return frame.right_to_left ? frame.measure - line.width : Pt{};
}

/// One rectangle a link and line, over all its runs.
void add_link(Strip& strip, const InlineTag& tag, const Rect& rect) {
  for (auto& link : strip.links) {
    if (link.element != tag.link_element) continue;
    const Pt end = max(link.rect.x + link.rect.width, rect.x + rect.width);
    link.rect.x = min(link.rect.x, rect.x);
    link.rect.width = end - link.rect.x;
    return;
  }
  strip.links.push_back({tag.link_element, rect, *tag.link});
}

/// `nearer`: to the line above.
Strip strip_of(SetLine&& line, Pt leading, Pt nearer, Pt left, const Frame& frame, const InlineText& content,
               const std::vector<InlineTag>& tags, const std::string& style, std::uint32_t order) {
  Strip strip;
  strip.height = leading - nearer;
  strip.baseline = baseline_of(leading) - nearer;
  strip.notes = std::move(line.notes);
  strip.pieces.reserve(line.runs.size());
  for (auto& [run, index] : line.runs) {
    const auto& tag = tags[index];
    run.tag = tag.element;
    run.style = style;
    run.origin.x = frame.start_of(left + run.origin.x, run.width);
    run.origin.y += *strip.baseline;
    if (tag.link)
      add_link(strip, tag, {run.origin.x, *strip.baseline - line.ascent, run.width, line.ascent + line.descent});
    if (content[index].note)
      strip.landmarks.push_back({LinkTarget::Kind::note_mark, *content[index].note, frame.x, Pt{}, tag.element});
    if (content[index].anchor != 0)
      strip.landmarks.push_back({LinkTarget::Kind::anchor, content[index].anchor, frame.x, Pt{}, tag.element});
    strip.pieces.push_back({std::move(run), order});
  }
  return strip;
}

bool has_arabic(const SetLine& line) {
  return std::any_of(line.runs.begin(), line.runs.end(),
                     [](const LineRun& one) { return text::has_arabic(one.run.text); });
}

/// Of Latin letters alone.
bool is_latin(const SetLine& line) {
  return !has_arabic(line) && std::any_of(line.runs.begin(), line.runs.end(), [&](const LineRun& one) {
    return std::any_of(one.run.text.begin(), one.run.text.end(), ascii::is_letter);
  });
}

bool ends_in_hyphen(const SetLine& line) {
  if (line.runs.empty()) return false;
  const std::string& text = line.runs.back().run.text;
  return text.ends_with("\xC2\xAD") || text.ends_with("-") || text.ends_with("\xE2\x80\x90");
}

LineRecord record_of(const SetLine& line, const std::string& style, Pt measure) {
  LineRecord record{style, "", line.width, measure, line.ratio, line.overfull};
  for (const auto& [run, index] : line.runs) record.text += run.text;
  return record;
}

}  // namespace

StructId GalleyBuilder::paragraph_element(Role role, const Paragraph& paragraph, const Bed& bed, Span span) {
  StructId element = bed.parent;
  if (shop_.untagged) return element;
  if (role == Role::none && shop_.structure.needs_paragraph(bed.parent)) role = Role::p;
  if (role != Role::none) element = shop_.structure.add(bed.parent, role, bed.lang, span);
  if (paragraph.direction == Direction::rtl) shop_.structure[element].right_to_left = true;
  return element;
}

std::vector<Strip> GalleyBuilder::line_strips(const Paragraph& paragraph, const Bed& bed, StructId element) {
  const auto& chosen = size_of(paragraph, size_that_fits(paragraph, bed.lang, bed.measure, shop_.setting));
  const auto& style = shop_.story.paragraph_styles[chosen.style];
  const Frame frame{bed.x + style.indent_start, bed.measure - style.indent_start - style.indent_end, bed.right_to_left};
  auto set = set_paragraph(chosen, bed.lang, frame.measure, shop_.setting);
  const std::uint32_t order = ++shop_.order;
  const auto tags = tag_inlines(chosen.content, element, bed.lang, shop_);
  std::vector<Strip> strips;
  strips.reserve(set.lines.size());
  const auto count = static_cast<int>(set.lines.size());
  bool hyphen = false, arabic = false, latin = false;
  for (int i = 0; i < count; ++i) {
    auto& line = set.lines[static_cast<std::size_t>(i)];
    if (shop_.keep_lines && !shop_.untagged) shop_.lines.push_back(record_of(line, style.name, frame.measure));
    const bool next_hyphen = ends_in_hyphen(line), next_arabic = style.arabic_leading > set.leading && has_arabic(line);
    const Pt left =
        keeps_to_start(chosen, set.lines.size(), bed) ? left_at_start(line, frame) : left_of(line, bed.align, frame);
    const bool next_latin = paragraph.direction == Direction::rtl && is_latin(line);
    const Pt nearer = latin && next_latin ? latin_is_nearer(line, set.leading) : Pt{};
    strips.push_back(
        strip_of(std::move(line), set.leading, nearer, left, frame, chosen.content, tags, style.name, order));
    if (i > 0) {
      if (arabic || next_arabic) strips.back().space_before = style.arabic_leading - set.leading;
      auto& price = strips.back().cost;
      price = cost::inside_paragraph + (hyphen ? cost::after_hyphen : 0);
      if (i < style.orphans || count - i < style.widows) price = cost::widow;
      if (style.keep_together) price = cost::kept;
    }
    hyphen = next_hyphen;
    arabic = next_arabic;
    latin = next_latin;
  }
  return strips;
}

void GalleyBuilder::set_paragraph_in(const Paragraph& paragraph, const Bed& bed, StructId element) {
  const auto& style = shop_.story.paragraph_styles[paragraph.style];
  add_space(style.space_before);
  for (auto& strip : line_strips(paragraph, bed, element)) push(std::move(strip));
  add_space(style.space_after);
  if (style.keep_with_next) add_cost(cost::stranded);
}

}  // namespace readout::layout
