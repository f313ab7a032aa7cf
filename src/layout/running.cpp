#include "layout/running.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/utf8.hpp"
#include "layout/inline_text.hpp"

namespace readout::layout {
namespace {

/// Wider than any page: a running line is broken only where it would leave the text block.
const Pt endless = Pt::from_points(100'000);
/// Least white between what stands at the start and what stands at the end.
const Pt apart = Pt::from_points(12);

bool stands_on(const RunningLine& line, std::size_t page) {
  switch (line.pages) {
    case RunningLine::Pages::all: return true;
    case RunningLine::Pages::first: return page == 0;
    case RunningLine::Pages::rest: return page > 0;
  }
  return true;
}

/// Of one part of a running line; more than one where the room is too narrow.
using SetLines = std::vector<SetLine>;

Pt width_of(const SetLines& lines) {
  Pt widest;
  for (const SetLine& line : lines) widest = max(widest, line.width);
  return widest;
}

Artifact kind_of(const RunningLine& line) { return {line.foot ? Artifact::Kind::footer : Artifact::Kind::header}; }

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

Span place_of(const InlineText& text) {
  const auto known = std::find_if(text.begin(), text.end(), [](const Inline& piece) { return piece.span.valid(); });
  return known == text.end() ? Span{} : known->span;
}

Pt measure_of(const PageDesign& page) { return page.size.width - page.margin.left - page.margin.right; }

/// No less than a letter takes in any typeface for texts.
double most_ems(char32_t letter, bool capitals) {
  if (letter == U' ') return 0.4;
  const bool plain = (letter >= U'a' && letter <= U'z' && letter != U'm' && letter != U'w' && !capitals) ||
                     (letter >= U'0' && letter <= U'9');
  return plain ? 0.66 : 1;
}

/// By the widest letters there are.
bool is_surely_narrow(const RunningLine& line, const Story& story) {
  Pt width;
  for (const InlineText* text : {&line.start, &line.centre, &line.end}) {
    if (!text->empty()) width += apart;
    for (const Inline& piece : *text) {
      const TextStyle& style = story.text_styles[piece.style];
      const double size = max(style.latin.size, style.arabic.size).points();
      double ems = 0, letters = 0;
      for (std::size_t at = 0; at < piece.text.size(); ++letters) {
        const auto [letter, length] = utf8::decode(piece.text, at);
        ems += most_ems(letter, style.latin.upper_case);
        at += length;
      }
      width += Pt::from_points(size * ems + style.latin.tracking.at(style.latin.size).points() * letters);
    }
  }
  return width <= measure_of(story.page);
}

/// Sets running lines, each text once unless it holds a page number. A part that is wider than its room is broken: its
/// lines go down from the head's baseline, up from the foot's.
class RunningSetter {
  struct Numbers {
    std::size_t page, pages;
  };

 public:
  RunningSetter(const Story& story, SettingContext& context)
      : story_(story), context_(context), kept_(story.running.size() * 3) {}

  void set(std::size_t index, std::size_t number, std::size_t count, Page& page) {
    const auto& line = story_.running[index];
    const std::size_t before = page.items.size();
    put_parts(index, {number, count}, page);
    for (std::size_t i = before; i < page.items.size(); ++i)
      if (const auto* run = std::get_if<PlacedRun>(&page.items[i])) look_for_meeting(*run, line, page, i, before);
  }

  /// How many lines a running line takes. What is surely no wider than its room is not set for that.
  std::size_t lines_of(std::size_t index) {
    const auto& line = story_.running[index];
    if (is_surely_narrow(line, story_)) return 1;
    const SetLines* const parts = set_parts(index, {1, 1});
    return std::max({parts[0].size(), parts[1].size(), parts[2].size(), std::size_t{1}});
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
      const Span text = broken_.valid() ? broken_ : i < own || line.end.empty() ? Span{} : line.end.front().span;
      const Span blamed = text.valid() ? text : line.span;
      if (!blamed.valid() || !told_.insert(&line).second) return;
      context_.diags
          ->warning("layout.overprint", blamed,
                    i >= own
                        ? fmt::format("in the running matter of page {} this prints over “{}”", page.label, other->text)
                        : fmt::format("this frame prints over “{}” on page {}", other->text, page.label))
          .hint(broken_.valid() ? "it does not fit on one line: make it shorter"
                : i >= own      ? "make one of them shorter, or have the template print less in that frame"
                                : "give one of the two another baseline, or other pages");
      return;
    }
  }

  Pt measure() const { return measure_of(story_.page); }

  /// The three parts of a running line, each as wide as there is room.
  SetLines* set_parts(std::size_t index, Numbers numbers) {
    const auto& line = story_.running[index];
    const InlineText* texts[] = {&line.start, &line.centre, &line.end};
    SetLines* const parts = &kept_[index * 3];
    for (std::size_t part = 0; part < 3; ++part)
      if (!texts[part]->empty() && (parts[part].empty() || has_fields(*texts[part])))
        parts[part] = set_lines(line, *texts[part], part, numbers, endless);
    broken_ = {};
    for (std::size_t part = 0; part < 3; ++part) {
      const Pt room = room_of(part, parts, measure());
      if (parts[part].size() <= 1 && width_of(parts[part]) <= room) continue;
      if (width_of(parts[part]) > room) parts[part] = break_lines(line, *texts[part], part, numbers, room);
      broken_ = place_of(*texts[part]);
    }
    return parts;
  }

  void put_parts(std::size_t index, Numbers numbers, Page& page) {
    const auto& line = story_.running[index];
    const auto& design = story_.page;
    const Pt left = design.right_to_left ? design.margin.right : design.margin.left;
    const Pt baseline = line.foot ? design.size.height - line.baseline : line.baseline;
    const Rect frame{left, baseline, measure(), {}};
    SetLines* const parts = set_parts(index, numbers);
    for (std::size_t part = 0; part < 3; ++part) place(parts[part], line, part, frame, page);
    if (line.rule == Pt{}) return;
    const auto most = std::max({parts[0].size(), parts[1].size(), parts[2].size(), std::size_t{1}});
    const Pt more = leading_of(line, story_) * (static_cast<std::int64_t>(most) - 1);
    const Pt y = line.foot ? baseline - line.rule_offset - line.rule - more : baseline + line.rule_offset + more;
    page.items.push_back(PlacedRect{kind_of(line), {left, y, measure(), line.rule}, line.rule_colour});
  }

  /// All but what stands at the other end; half of all at least.
  static Pt room_of(std::size_t part, const SetLines* parts, Pt measure) {
    const Pt other = part == 1 ? max(width_of(parts[0]), width_of(parts[2])) * 2 : width_of(parts[2 - part]);
    return other == Pt{} ? measure : max(measure - other, measure / 2) - apart;
  }

  /// Too wide for its room: lines end between the languages first, for two on one line read as one text.
  SetLines break_lines(const RunningLine& line, const InlineText& text, std::size_t part, Numbers numbers, Pt room) {
    SetLines all;
    for (const InlineText& own : languages_of(text))
      for (SetLine& one : set_lines(line, own, part, numbers, room)) all.push_back(std::move(one));
    return all;
  }

  SetLines set_lines(const RunningLine& line, const InlineText& text, std::size_t part, Numbers numbers, Pt room) {
    Paragraph paragraph;
    paragraph.style = line.style;
    paragraph.direction = part == 2 ? line.end_direction.value_or(line.direction) : line.direction;
    paragraph.content = text;
    for (auto& piece : paragraph.content) {
      const bool arabic =
          piece.digits == Inline::Digits::of_story ? story_.arabic_digits : piece.digits == Inline::Digits::arabic;
      if (piece.field == Field::page) piece.text = digits(numbers.page, arabic);
      if (piece.field == Field::pages) piece.text = digits(numbers.pages, arabic);
    }
    context_.place = line.span;
    auto set = set_paragraph(paragraph, story_.info.lang, room, context_);
    for (SetLine& one : set.lines)
      for (auto& [run, place] : one.runs) run.style = story_.paragraph_styles[line.style].name;
    return std::move(set.lines);
  }

  void place(const SetLines& lines, const RunningLine& line, std::size_t part, const Rect& frame, Page& page) const {
    const Pt leading = leading_of(line, story_);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto down = static_cast<std::int64_t>(i) - (line.foot ? static_cast<std::int64_t>(lines.size()) - 1 : 0);
      Rect at = frame;
      at.y += leading * down;
      place(lines[i], part, at, kind_of(line), page);
    }
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
  std::vector<SetLines> kept_;  ///< three of each running line; empty: not set yet
  Span broken_;                 ///< what took more than one line in the frame at hand
  std::set<const RunningLine*> told_;
};

}  // namespace

Pt leading_of(const RunningLine& line, const Story& story) {
  return line.leading > Pt{} ? line.leading : story.paragraph_styles[line.style].leading;
}

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

bool running_may_break(const Story& story) {
  return std::any_of(story.running.begin(), story.running.end(),
                     [&](const RunningLine& line) { return !is_surely_narrow(line, story); });
}

std::vector<std::size_t> lines_of_running(const Story& story, SettingContext& context) {
  RunningSetter setter(story, context);
  std::vector<std::size_t> lines;
  for (std::size_t i = 0; i < story.running.size(); ++i) lines.push_back(setter.lines_of(i));
  return lines;
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
