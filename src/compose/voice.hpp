// The brief's values as fragments: lines, texts, names, who said it, references, dates and raised numbers.
//
// A text in another language than the edition's is tagged with it, a stretch of another script inside a text
// with the listed language of that script. Straight quotes become the language's; terms get their expansion.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include "compose/desk.hpp"

namespace readout::compose {

using text::Isolation;

void append(Fragments& to, Fragments from);
[[nodiscard]] Fragments styled(Fragments text, std::string_view inline_style);
/// True of the mark for a text that this language lacks beside the other; it keeps its look under other styles.
[[nodiscard]] bool is_missing(const Fragments& text);
/// All of it in one bidi isolate: a whole value among others, in one paragraph.
[[nodiscard]] Fragments isolated(Fragments text, Isolation how);
/// All that is in the other direction in one isolate, where nothing else has a letter: of a title and a name with an
/// isolate each, the name would be read first.
[[nodiscard]] Fragments in_one_direction(const Desk& desk, Fragments text);
/// The direction of a text in that language; of a number, its own.
[[nodiscard]] Isolation isolation_of(std::string_view text, std::string_view lang);

/// Plain words in the edition's language: from the template, numbers, dates.
[[nodiscard]] Fragments plain(const Desk& desk, std::string_view text, Span span = {});
/// A string of the brief that has no language of its own (a reference, a file name).
[[nodiscard]] Fragments code(const Desk& desk, const model::At<std::string>& text);
/// A version: in the edition's digits where it is a number.
[[nodiscard]] Fragments version(const Desk& desk, const model::At<std::string>& text);
/// A line, in the edition's language or, with a warning, in the one it has.
[[nodiscard]] Fragments line(const Desk& desk, const model::Line& line);
[[nodiscard]] Fragments line_or_nothing(const Desk& desk, const std::optional<model::Line>& line);
/// The other language, when the line has that alone and is printed in it; else "".
[[nodiscard]] std::string foreign(const Desk& desk, const model::Line& line);
/// The line's other language, for what stands beside the first; empty when there is none.
[[nodiscard]] Fragments second(const Desk& desk, const model::Line& line);
/// Several lines in the other language as one run, so that they stand in that language's order.
[[nodiscard]] Fragments second_joined(const Desk& desk, const std::vector<const model::Line*>& lines,
                                      std::string_view between);
/// The line as a plain string, quotes curled.
[[nodiscard]] std::string string_of(const Desk& desk, const model::Line& line);

/// A text's paragraphs, and the language they are in ("" = the edition's).
struct Said {
  std::vector<Fragments> paragraphs;
  std::string lang;
  Span span;
};
[[nodiscard]] Said text(Desk& desk, const model::Text& text);
/// All in one paragraph, for a cell; in its own direction where it is in the other language.
[[nodiscard]] Fragments flat(const Said& said);

/// What stands before an item of a list: of `all` items `left` are to come, this one among them.
[[nodiscard]] const std::string& join_word(const Desk& desk, std::size_t left, std::size_t all, const Fragments& item);
/// "A, B and C"; "A e Italia" in Spanish, "أ، وب، وج" in Arabic.
/// With `and_leads`, as names in a narrow column, no line ends after "and" that may end elsewhere.
[[nodiscard]] Fragments joined(const Desk& desk, std::vector<Fragments> items, bool and_leads = false);
/// What stands between two things; a dot between two blanks vanishes where a line ends at it.
[[nodiscard]] Fragments separator(const Desk& desk, std::string_view between);
/// Items with the same words between all of them, as separators.
[[nodiscard]] Fragments joined_by(const Desk& desk, const std::vector<Fragments>& items, std::string_view between);
/// "A, B, C": where each stands apart or has a line to itself, and "and" would have one, too; as joined() in a language
/// that has "and" before every item, for it knows no other lists.
[[nodiscard]] Fragments joined_by_commas(const Desk& desk, std::vector<Fragments> items);
/// "A, Minister; B, Ambassador; and C, Adviser": items that have commas of their own.
[[nodiscard]] Fragments joined_by_semicolons(const Desk& desk, const std::vector<Fragments>& items);
/// True where a comma parts what is told.
[[nodiscard]] bool has_comma(std::string_view text);
/// "A, B and C"; parted by semicolons where one of them has a comma of its own.
[[nodiscard]] Fragments listed(const Desk& desk, std::vector<Fragments> items);
/// With a full stop at its end, where no sentence has ended.
[[nodiscard]] Fragments closed(const Desk& desk, Fragments text);
/// As the head of a sentence, with a capital.
[[nodiscard]] Fragments begun(Fragments text);
/// With a small letter where it begins with one of the language's common words, `prose.small`: "(both sides)".
[[nodiscard]] Fragments in_mid_sentence(const Desk& desk, Fragments text);
/// "the Rt Hon A. Name", of "The Rt Hon": the article of a form of address is small within a sentence.
[[nodiscard]] Fragments addressed_in_sentence(const Desk& desk, Fragments name);
/// Takes a full stop off the end of a text, also out of its last quote: “for now”. Not that of an abbreviation ("U.S.",
/// "etc."). Tells whether there was one.
bool take_stop(Fragments& text);
/// "Host: A. Name", the colon as the language spaces it.
[[nodiscard]] Fragments labelled(const Desk& desk, std::string_view label, Fragments value);
/// A word's pattern with fragments in the place of its placeholders.
[[nodiscard]] Fragments filled(const Desk& desk, std::string_view word,
                               const std::vector<std::pair<std::string_view, Fragments>>& values);

/// Where a reference leads; nullopt when this template does not print it.
[[nodiscard]] std::optional<layout::AnchorId> anchor_of(const Desk& desk, const model::Target& target);
/// No line ends in a name's own hyphen: pdftotext would take that for the typesetter's, and give "AlThani" back.
[[nodiscard]] Fragments unhyphenated(Fragments name);
/// What a reference without words of its own prints: "point 3".
[[nodiscard]] Fragments name_of(const Desk& desk, const model::Target& target, Span span);
/// Each name stays together; not what only tells who: "harbour masters".
[[nodiscard]] Fragments who(const Desk& desk, const model::Who& who);
/// The same within a sentence: "both sides", "officials".
[[nodiscard]] Fragments who_in_sentence(const Desk& desk, const model::Who& who);
/// The same in a table, where names of sides may be as long as its columns are wide.
[[nodiscard]] Fragments who_in_cell(const Desk& desk, const model::Who& who);
/// The same by commas alone, and only short names whole: where one is all that a line holds, "and" would have one to
/// itself.
[[nodiscard]] Fragments who_in_narrow_cell(const Desk& desk, const model::Who& who);
/// A side, where it is named in passing: its `short` name.
[[nodiscard]] const model::Line& short_name(const model::Side& side);
/// A side within a sentence, with the article that it has there: "the Republic of Cyprus".
[[nodiscard]] const model::Line& name_in_sentence(const model::Side& side);
/// With its honorific, to stay together.
[[nodiscard]] Fragments person_name(const Desk& desk, const model::Person& person);
/// No line ends inside it.
[[nodiscard]] Fragments unbroken(Fragments text);
/// A name that half a line holds stays together where it can: a list of names ends its lines between them.
[[nodiscard]] Fragments whole_name(Fragments name);
[[nodiscard]] Fragments day(const Desk& desk, const model::Day& day);
[[nodiscard]] Fragments day_or_line(const Desk& desk, const model::DayOrLine& value);
[[nodiscard]] Fragments hour_or_line(const Desk& desk, const model::HourOrLine& value);
/// The raised numbers of sources, linked to their list, or to notes at the foot; empty when the template prints
/// neither.
[[nodiscard]] Fragments marks(Desk& desk, const model::SourceRefs& sources);
/// The raised number of a footnote that says `note`, behind the marks `before` it.
[[nodiscard]] Fragments note_mark(Desk& desk, const model::Text& note, const Fragments& before = {});
/// Puts raised numbers at the end of a text in `lang` ("" = the edition's): before its stop where the language has them
/// so, "texte¹.", not before that of an abbreviation.
void add_marks(const Desk& desk, Fragments& text, Fragments marks, std::string_view lang = "");
/// "Minutes of the third session, Minutes, 8 October 2025"
[[nodiscard]] Fragments source_text(Desk& desk, const model::SourceEntry& source);
/// Numbers of points or steps in their order, linked.
enum class Listed { point, step };
[[nodiscard]] Fragments numbers(const Desk& desk, Listed kind, std::vector<model::At<std::size_t>> indices);
/// A link to a part of the document, printed as `text`.
[[nodiscard]] Fragments inner_link(const Desk& desk, Fragments text, layout::AnchorId anchor);
/// The name of a language in the edition's; its tag, with a warning, where the template has no name for it.
[[nodiscard]] Fragments language_name(const Desk& desk, const model::At<std::string>& tag);
/// The letter of an annex, among those without a label of their own.
[[nodiscard]] std::string annex_number(const Desk& desk, std::size_t index);

/// What the fragments say, without styles and links.
[[nodiscard]] std::string bare(const Fragments& text);

}  // namespace readout::compose
