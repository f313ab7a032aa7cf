// One function a section: its blocks without heading; none when there is nothing to say.
#pragma once
#include <string>
#include <vector>
#include "compose/desk.hpp"
#include "compose/voice.hpp"

namespace readout::compose {

using Blocks = std::vector<layout::Block>;

/// A section on its way: what the template says of it, and its heading in words.
struct Work {
  const model::SectionSpec& spec;
  Fragments title;     ///< empty without heading
  std::string number;  ///< "2"; empty when not numbered
};

[[nodiscard]] Blocks masthead(Desk& desk);
[[nodiscard]] Blocks title(Desk& desk);
/// The place of the table of contents, which is filled when all sections are told.
[[nodiscard]] Blocks contents(Desk& desk, const Work& work);
/// Puts the entries in it, or takes it away when there are none. `told`: where the place is, among others.
void fill_contents(Desk& desk, Blocks& told);
[[nodiscard]] Blocks facts(Desk& desk, const Work& work);
[[nodiscard]] Blocks authority(Desk& desk);
[[nodiscard]] Blocks line_of(Desk& desk, const Work& work);
[[nodiscard]] Blocks summary(Desk& desk, const Work& work);
[[nodiscard]] Blocks participants(Desk& desk, const Work& work);
[[nodiscard]] Blocks apologies(Desk& desk);
[[nodiscard]] Blocks discussion(Desk& desk, const Work& work);
[[nodiscard]] Blocks decisions(Desk& desk);
[[nodiscard]] Blocks tour(Desk& desk, const Work& work);
[[nodiscard]] Blocks outcome(Desk& desk, const Work& work);
[[nodiscard]] Blocks steps(Desk& desk, const Work& work);
[[nodiscard]] Blocks agreements(Desk& desk, const Work& work);
[[nodiscard]] Blocks programme(Desk& desk, const Work& work);
[[nodiscard]] Blocks distribution(Desk& desk);
[[nodiscard]] Blocks clearance(Desk& desk);
[[nodiscard]] Blocks revisions(Desk& desk, const Work& work);
[[nodiscard]] Blocks sources(Desk& desk);
[[nodiscard]] Blocks annexes(Desk& desk);
[[nodiscard]] Blocks colophon(Desk& desk);
[[nodiscard]] Blocks prose(Desk& desk, const Work& work);

// ---- what several sections share -----------------------------------------------------------------

/// The word over the brief's steps: they are told as agreed only when none of them is only proposed.
[[nodiscard]] std::string_view word_of_steps(const model::Brief& brief);
/// The words of a section's heading; empty when it has none.
[[nodiscard]] Fragments heading_words(Desk& desk, const model::SectionSpec& spec);
/// A heading with its hanging number; the block carries anchor and role, the outline gets its entry.
[[nodiscard]] layout::Block heading(Desk& desk, layout::Role role, const std::string& number, const Fragments& title,
                                    int outline_level);
/// "2 Programme", as the heading has it.
[[nodiscard]] std::string name_of(const Work& work);
/// Paragraphs of a text in a style.
[[nodiscard]] Blocks paragraphs(Desk& desk, const Said& said, std::string_view style);
/// What a text begins with, and the language it is in ("" = the edition's): a heading, when it was.
struct Start {
  Fragments words;
  std::string lang;
  std::string_view blank = " ";  ///< before the text
};
/// What a text ends with: raised numbers, and who said it.
struct End {
  Fragments marks, voice;
};
/// The paragraphs of a text from its start to its end. A start over a text that runs the other way has a line of its
/// own.
[[nodiscard]] Blocks paragraphs(Desk& desk, Start start, const Said& said, End end, std::string_view style);
/// Puts blocks beside the hanging numbers.
[[nodiscard]] layout::Block indented(const Desk& desk, Blocks blocks);
/// Who said it: in the margin column; where there is none at the end of the text, and in a bilingual edition at the end
/// edge in both languages, beside the last line of the text or below it.
struct Voice {
  std::optional<layout::Paragraph> aside;
  Fragments run_in;
  std::optional<layout::Block> below;
  bool is_missing = false;  ///< the name lacks in this language
};
/// True where who spoke stands in the margin column.
[[nodiscard]] bool names_in_margin(const Desk& desk);
/// Before a role, or who said it: " – ", which vanishes where the line ends, for no line begins with a dash.
[[nodiscard]] Fragments dash(const Desk& desk);
[[nodiscard]] Voice voice(Desk& desk, const std::optional<model::Who>& by);
/// Adds what is close to the text that `blocks` end with, on its page and, in two languages, in each column below its
/// own text.
void add_close(Blocks& blocks, layout::Block below);
/// "6 Next steps, continued" on pages that begin inside a list. `span`: of its first entry.
void tell_again(Desk& desk, layout::Block& list, const std::string& name, Span span);
void set_below(Blocks& blocks, Voice& voice);
/// What this language lacks is marked once, not also for what it begins with and for who said it.
void mark_once(const Said& said, Start& start, Voice& voice);
/// `style`: of the item's text, at whose end the name may stand where the margin lacks room.
void set_aside(Desk& desk, layout::Item& item, Voice& voice, std::string_view style);
/// An item of a numbered list.
[[nodiscard]] layout::Item numbered_item(Desk& desk, const std::string& number, std::string_view style);
/// "Regional challenges.", in the style of a point's heading. What ends in a stop of its own gets no other.
[[nodiscard]] Fragments run_in(const Desk& desk, Fragments heading);
/// Who speaks where a point does not say it, and whom the margin named last.
struct Floor {
  const std::optional<model::Who>* holder = nullptr;
  const std::optional<model::Who>* named = nullptr;
};
/// Inner points under a point: lettered, then i, ii; a lone one has no letter.
[[nodiscard]] layout::Block inner_points(Desk& desk, const std::vector<model::Point>& points, int depth, Floor floor);
[[nodiscard]] layout::Block table_of(Desk& desk, const model::Grid& grid, const std::string& title);
[[nodiscard]] layout::Block picture_of(Desk& desk, const model::Picture& picture, Pt height, Pt gap);
/// Label and value, one below the other, as a list.
struct Fact {
  std::string label;
  Fragments value;
  bool is_note = false;  ///< set as [style.fact_note]
};
[[nodiscard]] layout::Item fact_item(Desk& desk, const Fact& fact, std::string_view style);
/// "A. Name, office; B. Name." of people who sent apologies.
[[nodiscard]] Fragments apologies_line(Desk& desk);
/// The value of a placeholder; empty when it has none.
[[nodiscard]] Fragments placeholder(Desk& desk, std::string_view name);
/// Parts that have a value, joined.
[[nodiscard]] Fragments parts(Desk& desk, const std::vector<model::Pattern>& patterns, const std::string& between);

}  // namespace readout::compose
