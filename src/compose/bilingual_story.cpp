// The second story moves into the first: its styles, anchors and notes get places there, its running matter stands
// beside.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "compose/bilingual.hpp"
#include "compose/block_walk.hpp"

namespace readout::compose {
namespace {

using Blocks = std::vector<layout::Block>;

/// Text with the same anchor, style or note ids in the first story.
struct Places {
  std::uint32_t text, paragraph, anchor, note;
};
void move_to(Blocks& all, const Places& places) {
  const auto on_block = [&](Block& one) { one.anchor += one.anchor == 0 ? 0 : places.anchor; };
  const auto on_paragraph = [&](layout::Paragraph& paragraph) {
    paragraph.style += places.paragraph;
    for (layout::Inline& run : paragraph.content) {
      run.style += places.text;
      if (run.target != 0) run.target += places.anchor;
      if (run.anchor != 0) run.anchor += places.anchor;
      if (run.note) *run.note += places.note;
    }
  };
  walk(all, on_block, on_paragraph);
}

layout::InlineText in_language(layout::InlineText text, const std::string& lang, bool arabic_digits,
                               std::uint32_t styles) {
  for (layout::Inline& run : text) {
    run.style += styles;
    if (run.lang.empty()) run.lang = lang;
    run.digits = arabic_digits ? layout::Inline::Digits::arabic : layout::Inline::Digits::latin;
  }
  return text;
}

std::string words_in(const layout::InlineText& text) {
  std::string out;
  for (const layout::Inline& run : text) out += run.field == layout::Field::none ? run.text : "#";
  return out;
}

/// "Page 2 of 4   ٤/٢": the second after the first, when it says anything else; as one isolate, or its parts would be
/// read in the first one's order.
void add_beside(layout::InlineText& to, layout::InlineText from, Isolation how) {
  if (from.empty() || words_in(to) == words_in(from)) return;
  for (std::size_t i = 0; i < from.size(); ++i) {
    from[i].isolate = how;
    from[i].same_isolate = i > 0;
  }
  if (!to.empty()) {
    layout::Inline between = to.back();
    between.field = layout::Field::none;
    between.isolate = Isolation::none;
    between.text = "\u2003\u2003";  // there are dots within each
    between.separators = {};
    between.parts_lines = true;
    to.push_back(std::move(between));
  }
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void SideBySide::take_over_notes() {
  auto& notes = first_.story.notes;
  std::map<std::pair<std::uint32_t, std::uint32_t>, layout::NoteId> own;  // by where the brief says them
  for (std::size_t i = 0; i < notes.size(); ++i) {
    notes[i].lang = first_.tag;
    notes[i].right_to_left = first_.rtl;
    own[{notes[i].span.begin, notes[i].span.end}] = static_cast<layout::NoteId>(i);
  }
  for (layout::Note& note : second_.story.notes) {
    note.lang = second_.tag;
    note.right_to_left = second_.rtl;
    if (const auto same = own.find({note.span.begin, note.span.end}); same != own.end()) note.same_as = same->second;
    notes.push_back(std::move(note));
  }
}

void SideBySide::take_over_running() {
  auto& lines = first_.story.running;
  const auto& others = second_.story.running;
  const auto text_styles = static_cast<std::uint32_t>(first_.story.text_styles.size());
  const auto direction = second_.rtl ? layout::Direction::rtl : layout::Direction::ltr;
  const auto how = second_.rtl ? Isolation::rtl : Isolation::ltr;
  const auto is_in_head = [&](const layout::InlineText& text) {
    return std::any_of(lines.begin(), lines.end(), [&](const layout::RunningLine& line) {
      return !line.foot && words_in(line.start).find(words_in(text)) != std::string::npos;
    });
  };
  for (std::size_t i = 0; i < lines.size() && i < others.size(); ++i) {
    layout::RunningLine& line = lines[i];
    // Vowels over Arabic letters must not reach the capitals above them.
    line.leading = max(first_.story.paragraph_styles[line.style].leading,
                       second_.story.paragraph_styles[others[i].style].leading) *
                   5 / 4;
    const auto own = [&](layout::InlineText text) {
      return in_language(std::move(text), first_.tag, first_.words.arabic_digits, 0);
    };
    const auto other = [&](const layout::InlineText& text) {
      return in_language(text, second_.tag, second_.words.arabic_digits, text_styles);
    };
    line.start = own(std::move(line.start));
    line.centre = own(std::move(line.centre));
    line.end = own(std::move(line.end));
    add_beside(line.centre, other(others[i].centre), how);
    const bool two_ends = !line.end.empty() && words_in(line.end) != words_in(others[i].end);
    if (line.foot && two_ends && line.centre.empty()) {  // the page at either side
      const bool in_both = words_in(line.start) == words_in(others[i].start);
      line.centre = std::exchange(line.start, std::exchange(line.end, {}));
      if (!in_both && is_in_head(line.centre)) line.centre.clear();  // the heads have it in both languages
      line.end = other(others[i].end);
      line.end_direction = direction;
      continue;
    }
    if (!line.foot && !line.start.empty() && words_in(line.start) != words_in(others[i].start)) {
      line.end = other(others[i].start);  // the title at either side
      line.end_direction = direction;
    } else {
      add_beside(line.end, other(others[i].end), how);
    }
  }
}

void SideBySide::take_over(std::vector<Blocks>& sections) {
  layout::Story &to = first_.story, &from = second_.story;
  const Places places{static_cast<std::uint32_t>(to.text_styles.size()),
                      static_cast<std::uint32_t>(to.paragraph_styles.size()), first_.new_anchor(),
                      static_cast<std::uint32_t>(to.notes.size())};
  for (Blocks& blocks : sections) move_to(blocks, places);
  for (layout::Note& note : from.notes) {
    move_to(note.blocks, places);
    if (note.label_style) *note.label_style += places.text;
  }
  for (layout::OutlineEntry& entry : from.outline) entry.anchor += places.anchor;
  take_over_running();
  take_over_notes();
  std::move(from.text_styles.begin(), from.text_styles.end(), std::back_inserter(to.text_styles));
  std::move(from.paragraph_styles.begin(), from.paragraph_styles.end(), std::back_inserter(to.paragraph_styles));
}

}  // namespace readout::compose
