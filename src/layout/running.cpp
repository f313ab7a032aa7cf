#include "layout/running.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace readout::layout {
namespace {

/// Wider than any page: a running line is never broken (compose/ shortens it).
const Pt endless = Pt::from_points(100'000);

bool stands_on(const RunningLine& line, std::size_t page) {
  switch (line.pages) {
    case RunningLine::Pages::all: return true;
    case RunningLine::Pages::first: return page == 0;
    case RunningLine::Pages::rest: return page > 0;
  }
  return true;
}

bool has_fields(const InlineText& text) {
  return std::any_of(text.begin(), text.end(), [](const Inline& piece) { return piece.field != Field::none; });
}

/// The ground of a run's ink, more or less: the small letters' height, and a little less than its width.
Rect ink_of(const PlacedRun& run) {
  const Pt inset = run.size / 12;
  return {run.origin.x + inset, run.origin.y - run.size * 2 / 5, run.width - inset * 2, run.size * 2 / 5};
}

bool meet(const Rect& a, const Rect& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/// Sets running lines, each text once unless it holds a page number.
class RunningSetter {
 public:
  RunningSetter(const Story& story, SettingContext& context)
      : story_(story), context_(context), kept_(story.running.size() * 3) {}

  void set(std::size_t index, std::size_t number, std::size_t count, Page& page) {
    const auto& line = story_.running[index];
    const std::size_t before = page.items.size();
    set_parts(index, number, count, page);
    for (std::size_t i = before; i < page.items.size(); ++i)
      if (const auto* run = std::get_if<PlacedRun>(&page.items[i])) look_for_meeting(*run, line, page, i, before);
  }

 private:
  /// Told once a frame: it prints over what stands there already, another frame's text (the marking), the page's, or
  /// its own other end. Items [0, own) are not the frame's.
  void look_for_meeting(const PlacedRun& run, const RunningLine& line, const Page& page, std::size_t at,
                        std::size_t own) {
    const Rect ink = ink_of(run);
    for (std::size_t i = 0; i < at; ++i) {
      const auto* other = std::get_if<PlacedRun>(&page.items[i]);
      if (other == nullptr || !meet(ink, ink_of(*other))) continue;
      const Span text = line.end.empty() ? Span{} : line.end.front().span;
      const Span blamed = i >= own && text.valid() ? text : line.span;
      if (!blamed.valid() || !told_.insert(&line).second) return;
      context_.diags
          ->warning("layout.overprint", blamed,
                    i >= own
                        ? fmt::format("in the running matter of page {} this prints over “{}”", page.label, other->text)
                        : fmt::format("this frame prints over “{}” on page {}", other->text, page.label))
          .hint(i >= own ? "make one of them shorter, or have the template print less in that frame"
                         : "give one of the two another baseline, or other pages");
      return;
    }
  }

  void set_parts(std::size_t index, std::size_t number, std::size_t count, Page& page) {
    const auto& line = story_.running[index];
    const Artifact kind{line.foot ? Artifact::Kind::footer : Artifact::Kind::header};
    const auto& design = story_.page;
    const Pt left = design.right_to_left ? design.margin.right : design.margin.left;
    const Pt measure = design.size.width - design.margin.left - design.margin.right;
    const Pt baseline = line.foot ? design.size.height - line.baseline : line.baseline;
    const Rect frame{left, baseline, measure, {}};
    const InlineText* texts[] = {&line.start, &line.centre, &line.end};
    for (std::size_t part = 0; part < 3; ++part) {
      if (texts[part]->empty()) continue;
      auto& kept = kept_[index * 3 + part];
      const Direction direction = part == 2 ? line.end_direction.value_or(line.direction) : line.direction;
      if (!kept || has_fields(*texts[part])) kept = set_line(line, *texts[part], direction, number, count);
      place(*kept, part, frame, kind, page);
    }
    if (line.rule == Pt{}) return;
    const Pt y = line.foot ? baseline - line.rule_offset - line.rule : baseline + line.rule_offset;
    page.items.push_back(PlacedRect{kind, {left, y, measure, line.rule}, line.rule_colour});
  }

  SetLine set_line(const RunningLine& line, const InlineText& text, Direction direction, std::size_t number,
                   std::size_t count) {
    Paragraph paragraph;
    paragraph.style = line.style;
    paragraph.direction = direction;
    paragraph.content = text;
    for (auto& piece : paragraph.content) {
      const bool arabic =
          piece.digits == Inline::Digits::of_story ? story_.arabic_digits : piece.digits == Inline::Digits::arabic;
      if (piece.field == Field::page) piece.text = digits(number, arabic);
      if (piece.field == Field::pages) piece.text = digits(count, arabic);
    }
    context_.place = line.span;
    auto set = set_paragraph(paragraph, story_.info.lang, endless, context_);
    for (auto& [run, place] : set.lines.front().runs) run.style = story_.paragraph_styles[line.style].name;
    return std::move(set.lines.front());
  }

  void place(const SetLine& line, std::size_t part, const Rect& frame, Artifact kind, Page& page) const {
    const std::size_t from_left = story_.page.right_to_left ? 2 - part : part;
    const Pt spare = frame.width - line.width;
    const Pt x = frame.x + (from_left == 0 ? Pt{} : from_left == 1 ? spare / 2 : spare);
    for (auto [run, index] : line.runs) {
      run.tag = kind;
      run.origin.x += x;
      run.origin.y += frame.y;
      page.items.push_back(std::move(run));
    }
  }

  const Story& story_;
  SettingContext& context_;
  std::vector<std::optional<SetLine>> kept_;
  std::set<const RunningLine*> told_;
};

}  // namespace

std::string digits(std::size_t number, bool arabic) {
  const std::string latin = std::to_string(number);
  if (!arabic) return latin;
  std::string out;
  for (const char digit : latin) {  // U+0660 to U+0669
    out += '\xD9';
    out += static_cast<char>(0xA0 + (digit - '0'));
  }
  return out;
}

void add_running_matter(const Story& story, std::vector<Page>& pages, SettingContext& context) {
  RunningSetter setter(story, context);
  std::size_t most =
      0;  // that a page got so far: room for as much keeps lists of pages from growing to twice their size
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const std::size_t own = pages[p].items.size();
    pages[p].items.reserve(own + most);
    pages[p].label = story.page_label_prefix + digits(p + 1, story.arabic_digits);
    for (std::size_t i = 0; i < story.running.size(); ++i)
      if (stands_on(story.running[i], p)) setter.set(i, p + 1, pages.size(), pages[p]);
    most = std::max(most, pages[p].items.size() - own);
  }
}

}  // namespace readout::layout
