// The order of things: sections as the template lists them, running matter, notes, outline, what the document is.
#include "compose/tell.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/utf8.hpp"
#include "compose/bilingual.hpp"
#include "compose/checks.hpp"
#include "compose/info.hpp"
#include "compose/running.hpp"
#include "compose/script.hpp"
#include "compose/sections.hpp"
#include "compose/small_styles.hpp"

namespace readout::compose {
namespace {

using layout::Role;
using model::From;

Blocks content_of(Desk& desk, const Work& work) {
  switch (work.spec.from) {
    case From::masthead: return masthead(desk);
    case From::title: return title(desk);
    case From::contents: return contents(desk, work);
    case From::authority: return authority(desk);
    case From::facts: return facts(desk, work);
    case From::line: return line_of(desk, work);
    case From::summary: return summary(desk, work);
    case From::participants: return participants(desk, work);
    case From::apologies: return apologies(desk);
    case From::decisions: return decisions(desk);
    case From::discussion: return discussion(desk, work);
    case From::tour: return tour(desk, work);
    case From::outcome: return outcome(desk, work);
    case From::steps: return steps(desk, work);
    case From::agreements: return agreements(desk, work);
    case From::programme: return programme(desk, work);
    case From::distribution: return distribution(desk);
    case From::clearance: return clearance(desk);
    case From::revisions: return revisions(desk, work);
    case From::sources: return sources(desk);
    case From::annexes: return annexes(desk);
    case From::colophon: return colophon(desk);
    case From::prose: return prose(desk, work);
  }
  return {};
}

/// The words of a language table that serve the edition; nullptr: none.
const model::At<std::string>* in_edition(const Desk& desk, const std::map<std::string, model::At<std::string>>& table) {
  for (std::string tag = desk.tag; !tag.empty();
       tag = tag.substr(0, tag.rfind('-') == std::string::npos ? 0 : tag.rfind('-')))
    if (const auto found = table.find(tag); found != table.end()) return &found->second;
  return nullptr;
}

Blocks empty_words(Desk& desk, const model::SectionSpec& spec) {
  const auto* own = in_edition(desk, spec.empty_words);
  Blocks inside;
  inside.push_back(
      desk.block(Role::p, own ? plain(desk, own->value, own->span) : plain(desk, desk.word("empty")), "body"));
  Blocks blocks;
  blocks.push_back(indented(desk, std::move(inside)));
  return blocks;
}

/// A section with its heading as a Sect; nothing when there is nothing to say.
Blocks section_of(Desk& desk, const model::SectionSpec& spec) {
  Work work{spec, heading_words(desk, spec), {}};
  if (spec.numbered) work.number = digits(desk.section_number + 1, desk.words);
  const std::size_t outline_before = desk.story.outline.size(), contents_before = desk.contents.size();
  Blocks content = content_of(desk, work);
  if (content.empty() && spec.say_when_empty) content = empty_words(desk, spec);
  // Signatures and the colophon do not stand alone on a page.
  const bool ends = spec.from == From::clearance || spec.from == From::colophon;
  if (ends && !content.empty()) content.front().keep_with_previous = true;
  if (content.empty() || work.title.empty() || spec.from == From::contents) return content;
  if (spec.numbered) ++desk.section_number;
  Blocks inside;
  inside.push_back(heading(desk, Role::h2, work.number, work.title, 2));
  // The heading's entries stand before those of what is inside.
  const auto to_front = [](auto& entries, std::size_t from) {
    std::rotate(entries.begin() + static_cast<std::ptrdiff_t>(from), entries.end() - 1, entries.end());
  };
  to_front(desk.story.outline, outline_before);
  to_front(desk.contents, contents_before);
  for (layout::Block& block : content) inside.push_back(std::move(block));
  Blocks blocks;
  blocks.push_back(group(Role::sect, std::move(inside), spec.span));
  blocks.back().keep_with_previous = ends;
  return blocks;
}

/// Collects sections: those at the text's measure leave the margin column free, or flow in the page's columns.
class Flow {
 public:
  explicit Flow(Desk& desk) : desk_(&desk) {}
  void add(Blocks blocks, bool full) {
    if (blocks.empty()) return;
    if (full) end_text();
    Blocks& to = full ? desk_->story.blocks : text_;
    for (layout::Block& block : blocks) to.push_back(std::move(block));
  }
  void end_text() {
    if (text_.empty()) return;
    const model::PageSpec& page = desk_->design.page;
    layout::Block block = group(Role::none, std::exchange(text_, {}));
    auto& inside = std::get<layout::Group>(block.content);
    inside.columns = page.columns;
    inside.column_gap = page.column_gap;
    if (page.side_width > Pt{}) inside.inset_end = page.side_width + page.side_gap;
    desk_->story.blocks.push_back(std::move(block));
  }

 private:
  Desk* desk_;
  Blocks text_;
};

void add_note_design(Desk& desk) {
  const model::RuleSpec& rule = desk.design.rules.at("note");
  layout::NoteDesign& out = desk.story.note_design;
  out.rule = rule.thickness;
  out.rule_colour = rule.colour;
  out.rule_width = desk.design.lengths.notes_rule;
  out.space_above = desk.design.lengths.notes_above;
  out.space_between = desk.design.lengths.notes_between;
}

void add_words(std::set<std::string>& words, const std::string& name) {
  std::string word;
  for (const char32_t c : utf8::to_utf32(name + " ")) {
    if (script_of(c) != Script::neutral) utf8::append(word, c);
    else if (!word.empty()) words.insert(std::exchange(word, {}));
  }
}

/// The words of a name that begin with a capital: "of" in "State of Qatar" is no name.
void add_words(std::set<std::string>& words, const model::Line& name) {
  std::set<std::string> all;
  for (const auto& in : name.in)
    if (in) add_words(all, in->value);
  for (const std::string& word : all)
    if (!(word[0] >= 'a' && word[0] <= 'z')) words.insert(word);
}

/// The names of months in the languages of the brief, in small letters, too: "septembre".
void add_months(std::set<std::string>& words, const Desk& desk) {
  for (const std::string* tag : {&desk.tag, &desk.other}) {
    const model::Words* in = model::words_for(desk.design, *tag);
    if (in == nullptr) continue;
    for (const auto* months : {&in->months, &in->hijri_months})
      for (const auto& month : *months) add_words(words, month);
  }
}

/// Words as the template breaks them, and those that are never broken: the words of all names and months, and what
/// multiplies a figure, for who reads "2 mil-" takes it for less.
void add_hyphenation(Desk& desk) {
  for (const model::Words& words : desk.design.words) {
    if (words.hyphenation.empty()) continue;
    layout::HyphenExceptions list{words.lang, {}};
    for (const auto& word : words.hyphenation) list.words.push_back(word.value);
    desk.story.hyphen_exceptions.push_back(std::move(list));
  }
  std::set<std::string> names{"billion", "billions", "million", "millions", "trillion", "trillions"};
  for (const model::Person& person : desk.brief.people) {
    add_words(names, person.name);
    if (person.short_name) add_words(names, *person.short_name);
  }
  for (const model::Side& side : desk.brief.sides) {
    add_words(names, side.name);
    if (side.short_name) add_words(names, *side.short_name);
    if (side.in_text) add_words(names, *side.in_text);
  }
  add_months(names, desk);
  desk.story.whole_words.assign(names.begin(), names.end());
}

/// Sources are numbered at their first use, and the list may stand before it: all other sections are told twice,
/// the first time only for the numbers.
std::vector<std::size_t> numbers_of_sources(const model::Brief& brief, const model::Template& design,
                                            const Settings& settings, const model::Words& words) {
  Diagnostics unheard;
  Desk desk(brief, design, settings, words, unheard);
  if (brief.sources.empty() || !desk.prints(From::sources)) return {};
  for (const model::SectionSpec& spec : design.sections)
    if (spec.from != From::sources) (void)section_of(desk, spec);
  return desk.source_order;
}

/// What belongs to the story as a whole.
void finish(Desk& desk) {
  add_note_design(desk);
  add_hyphenation(desk);
  add_small_styles(desk.story, desk.design.lengths.table_small);
  desk.story.page = desk.page;
  desk.story.fallback_families = desk.design.fallbacks;
  desk.story.arabic_digits = desk.words.arabic_digits;
  desk.story.info = info_of(desk);
}

/// The line that tells which text prevails stands over those who signed, or at the end.
bool comes_last(From from) { return from == From::clearance || from == From::colophon || from == From::annexes; }

Blocks prevailing_line(Desk& desk) {
  Blocks blocks;
  const Fragments words = prevailing(desk);
  if (words.empty()) return blocks;
  blocks.push_back(desk.block(Role::p, words, "prevailing"));
  desk.lift(blocks.back(), desk.style("body").leading);
  blocks.back().keep_with_previous = true;  // it tells of a text, and stands with some of it
  return blocks;
}

/// Which section that line stands over; their number when it is the last of all.
std::size_t place_of_prevailing(const model::Template& design) {
  const auto& all = design.sections;
  const auto last = std::find_if(all.begin(), all.end(), [](const auto& spec) { return comes_last(spec.from); });
  return static_cast<std::size_t>(last - all.begin());
}

/// All sections of one language, one entry a section.
std::vector<Blocks> sections_in(Desk& desk) {
  std::vector<Blocks> all;
  const auto& specs = desk.design.sections;
  const std::size_t place = place_of_prevailing(desk.design);
  for (std::size_t i = 0; i < specs.size(); ++i) {
    if (i == place) all.push_back(prevailing_line(desk));
    all.push_back(section_of(desk, specs[i]));
  }
  if (place == specs.size()) all.push_back(prevailing_line(desk));
  for (Blocks& blocks : all) fill_contents(desk, blocks);
  return all;
}

/// Two languages side by side; the one that the edition would have alone comes first.
std::optional<layout::Story> tell_both(const model::Brief& brief, const model::Template& design,
                                       const Settings& settings, Diagnostics& diags) {
  const std::size_t before = diags.error_count();
  const model::Template half = for_half_measure(design);
  Settings other = settings;
  other.lang = 1 - settings.lang;
  const auto& tags = brief.document.lang;
  const model::Words &words = *model::words_for(design, tags[settings.lang].value),
                     &other_words = *model::words_for(design, tags[other.lang].value);
  Desk first(brief, half, settings, words, diags), second(brief, half, other, other_words, diags);
  first.paired = second.paired = second.beside = true;
  first.source_order = numbers_of_sources(brief, half, settings, words);
  second.source_order = first.source_order;
  check_printed(brief, design, diags);
  check_short_title(first);
  check_short_title(second);
  auto sections = sections_in(first), others = sections_in(second);
  add_running(first);
  add_running(second);
  SideBySide(first, second, design.page.side_width + design.page.side_gap)
      .merge(std::move(sections), std::move(others));
  const model::RuleSpec& rule = design.rules.at("note");
  first.story.pair_design = {design.lengths.sides_gap, rule.thickness, rule.colour};
  finish(first);
  if (diags.error_count() != before) return std::nullopt;
  return std::move(first.story);
}

}  // namespace

std::string_view word_of_steps(const model::Brief& brief) {
  const bool proposed = std::any_of(brief.steps.begin(), brief.steps.end(), [](const model::Step& step) {
    return step.status && step.status->value == "proposed";
  });
  return proposed ? "section.steps_proposed" : "section.steps";
}

Fragments heading_words(Desk& desk, const model::SectionSpec& spec) {
  if (!spec.has_heading) return {};
  if (spec.from == From::tour && desk.brief.tour && desk.brief.tour->heading)
    return line(desk, *desk.brief.tour->heading);
  if (spec.heading)
    if (const auto* words = in_edition(desk, *spec.heading)) return plain(desk, words->value, words->span);
  if (spec.from == From::steps) return plain(desk, desk.word(word_of_steps(desk.brief)));
  const bool no_sides = spec.from == From::participants && desk.brief.sides.empty();
  return plain(desk, desk.word(no_sides ? "section.present" : "section." + std::string(model::name_of(spec.from))));
}

namespace {

/// One after the other, in the edition's language alone.
void add_sections(Desk& desk) {
  Flow flow(desk);
  const auto& specs = desk.design.sections;
  const std::size_t place = place_of_prevailing(desk.design);
  for (std::size_t i = 0; i < specs.size(); ++i) {
    desk.full_measure = specs[i].full;
    if (i == place) flow.add(prevailing_line(desk), specs[i].full);
    flow.add(section_of(desk, specs[i]), specs[i].full);
  }
  if (place == specs.size()) flow.add(prevailing_line(desk), specs.back().full);
  flow.end_text();
}

}  // namespace

std::optional<layout::Story> tell(const model::Brief& brief, const model::Template& design, const Settings& settings,
                                  Diagnostics& diags) {
  const std::size_t before = diags.error_count();
  check(brief, design, settings, diags);
  const auto& tags = brief.document.lang;
  const model::Words* words = model::words_for(design, settings.lang < tags.size() ? tags[settings.lang].value : "en");
  if (!words || diags.error_count() != before) return std::nullopt;

  if (settings.bilingual) return tell_both(brief, design, settings, diags);
  Desk desk(brief, design, settings, *words, diags);
  desk.source_order = numbers_of_sources(brief, design, settings, *words);
  check_printed(brief, design, diags);
  check_short_title(desk);
  add_sections(desk);
  fill_contents(desk, desk.story.blocks);
  add_running(desk);
  finish(desk);
  if (diags.error_count() != before) return std::nullopt;
  return std::move(desk.story);
}

}  // namespace readout::compose
