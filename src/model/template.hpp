// A design, checked: how a meeting looks and in which words. templates/README.md tells each key.
//
// A template is TOML that says what a designer decides and nothing else: page, palette, styles, running
// matter, rules, the order of sections, the words of each language. `extends` names another template; what
// is said here stands over what is said there, table by table. Everything in here has been checked: styles,
// colours, sections and placeholders that are named exist, every language has all its words, colours that
// carry text pass WCAG AA on white. Whether a family has a face is layout's to tell, at the span kept here.
#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/length.hpp"
#include "base/line_rules.hpp"
#include "model/brief.hpp"

namespace readout::model {

// ---- styles -------------------------------------------------------------------------------------

/// "10.6pt" is absolute; "1.12x" is times the size that it stands beside.
struct SizeRule {
  Pt absolute;
  double times = 0;  ///< 0: absolute
  friend bool operator==(const SizeRule&, const SizeRule&) = default;
};

/// How one script is set; every field may be left to the style below.
struct FaceRule {
  std::optional<At<std::string>> font;
  std::optional<SizeRule> size;
  std::optional<bool> bold, italic;
  friend bool operator==(const FaceRule&, const FaceRule&) = default;
};

enum class Caps { none, upper, small, all_small };
enum class Figures { lining, old_style };
enum class TextAlign { justify, start, end, centre };

/// What one table [style.NAME] says, field by field; what it leaves out comes from what it inherits.
struct StyleRule {
  FaceRule latin;                         ///< in a language's table: of that language's script
  FaceRule beside;                        ///< the other script beside it: Arabic; Latin in a table of Arabic script
  std::optional<At<std::string>> colour;  ///< name in the palette
  std::optional<Em> tracking, rise;
  std::optional<Caps> caps;
  std::optional<Figures> figures;
  std::optional<bool> tabular, ligatures;
  // of paragraphs only
  std::optional<Pt> leading, arabic_leading, before, after, indent_start, indent_end;
  std::optional<TextAlign> align;
  std::optional<int> widows, orphans, max_lines;
  std::optional<bool> keep_with_next, keep_together, balance;
  std::map<std::string_view, double> lines;  ///< rules of LineRules by their keys
  /// Styles to step down to until max_lines hold the text; an empty array takes inherited ones away.
  std::optional<std::vector<At<std::string>>> smaller;
  friend bool operator==(const StyleRule&, const StyleRule&) = default;
};

/// [style.NAME] with its languages' tables ([style.NAME.ar]).
struct StyleEntry {
  std::optional<At<std::string>> inherits;
  StyleRule rule;
  std::map<std::string, StyleRule> in;  ///< by language tag as the template writes it
  Span span;
  friend bool operator==(const StyleEntry&, const StyleEntry&) = default;
};

/// One script of a style in force.
struct Face {
  At<std::string> family;
  bool bold = false, italic = false;
  Pt size;
  friend bool operator==(const Face&, const Face&) = default;
};

/// A style in force, for one language of the edition.
struct Style {
  std::string name;
  Face latin, arabic;
  Colour colour;
  Em tracking, rise;
  Caps caps = Caps::none;
  Figures figures = Figures::lining;
  bool tabular = false, ligatures = true;
  Pt leading, before, after, indent_start, indent_end;
  Pt arabic_leading;  ///< between two lines of which one has Arabic, where it is the larger
  TextAlign align = TextAlign::start;
  int widows = 2, orphans = 2, max_lines = 0;
  bool keep_with_next = false, keep_together = false, balance = false;
  LineRules lines;
  std::vector<std::string> smaller;
  Span span;
  friend bool operator==(const Style&, const Style&) = default;
};

/// Styles the program sets something in. Paragraph styles are whole; inline styles change the paragraph's.
struct KnownStyle {
  std::string_view name;
  bool is_inline = false;
  std::string_view what;  ///< for templates/README.md and messages
};
[[nodiscard]] const std::vector<KnownStyle>& known_styles();

// ---- page, rules, lengths -----------------------------------------------------------------------

struct PageSpec {
  Size paper;
  Insets margin;  ///< later pages; left and right change places in a right-to-left edition
  Pt first_top;   ///< top of the text on page 1
  Pt side_width;  ///< margin column; 0: none, who spoke is run in at the end
  Pt side_gap;    ///< between text and margin column
  int columns = 1;
  Pt column_gap;
  Span span;
  friend bool operator==(const PageSpec&, const PageSpec&) = default;
};

/// A drawn line by name: masthead, fact, side, table_head, table_span, table_row, table_end, note, foot, head,
/// sign_off.
struct RuleSpec {
  Pt thickness;
  Colour colour;
  Pt before, after;  ///< white above and below it
  friend bool operator==(const RuleSpec&, const RuleSpec&) = default;
};

/// Lengths that belong to no style, by the table that sets them.
struct Lengths {
  Pt facts_label, facts_label_gap, facts_gap;  ///< [facts]
  int facts_columns = 2;
  Pt list_number, list_number_gap;  ///< [list] numbers of sections, points, stops
  Pt list_letter, list_letter_gap;  ///< inner points
  Pt sides_gap;                     ///< [sides]
  int sides_table_from = 5;         ///< so many sides or more: a table
  int sides_people = 12;            ///< more on one side: a table
  Pt tour_ring, tour_stroke;        ///< [tour]
  Colour tour_colour;
  Pt table_pad_top, table_pad_bottom, table_pad_side;  ///< [table]
  Pt table_above, table_below;                         ///< white around a table
  std::optional<Colour> table_zebra;
  Ratio table_small;                          ///< of their size, for the text of tables too narrow for their words
  Pt notes_rule, notes_above, notes_between;  ///< [notes] width of the short line, white
  bool sources_at_foot = false;               ///< as notes, where no section prints them
  int sign_off_columns = 3;                   ///< [sign_off]
  Pt sign_off_gap;
  Pt picture_gap;                                                                ///< white above and below a picture
  Pt picture_height, letterhead_height, seal_height, flag_height, photo_height;  ///< [picture]
  friend bool operator==(const Lengths&, const Lengths&) = default;
};

// ---- texts with placeholders ---------------------------------------------------------------------

/// A piece of a pattern: words as they stand, or a placeholder with its alternatives ({a|b}: the first with a value).
struct PatternPiece {
  std::string literal;
  std::vector<std::string> names;
  friend bool operator==(const PatternPiece&, const PatternPiece&) = default;
};
/// "Page {page} of {pages}". A pattern one of whose placeholders has no value prints nothing.
struct Pattern {
  std::vector<PatternPiece> pieces;
  std::string text;  ///< as written
  Span span;
  friend bool operator==(const Pattern&, const Pattern&) = default;
};

/// Placeholders that running matter and lines of a section may use ("document.ref", "meeting.place", ...).
[[nodiscard]] const std::vector<std::string>& known_placeholders();

struct FrameSpec {
  std::string name;
  bool foot = false;
  Pt baseline;  ///< from the top edge (head) or bottom edge (foot)
  enum class Pages { all, first, rest, none } pages = Pages::all;
  std::vector<Pattern> start, centre, end;  ///< parts; those without a value drop
  std::string between;                      ///< joins the parts
  At<std::string> style;
  bool rule = false;  ///< draws [rule.head] or [rule.foot]
  Pt rule_offset;
  Span span;
  friend bool operator==(const FrameSpec&, const FrameSpec&) = default;
};

// ---- sections ------------------------------------------------------------------------------------

/// What a section is made from.
enum class From {
  masthead,
  title,
  contents,
  authority,
  facts,
  line,
  summary,
  participants,
  apologies,
  decisions,
  discussion,
  tour,
  outcome,
  steps,
  agreements,
  programme,
  distribution,
  clearance,
  revisions,
  sources,
  annexes,
  colophon,
  prose
};
[[nodiscard]] std::string_view name_of(From from);

/// What a section of each kind may say about itself.
struct KnownSection {
  From from = From::masthead;
  std::string_view name;
  bool may_have_heading = false, heading = false, numbered = false;  ///< the last two are defaults
  bool may_have_measure = false, full = false;                       ///< the last is the default
  std::vector<std::string> as;                                       ///< ways to set it, the default first
  std::vector<std::string> show;                                     ///< what it can show, in the default order
  bool may_have_style = false;
};
[[nodiscard]] const std::vector<KnownSection>& known_sections();
[[nodiscard]] const KnownSection& known(From from);

struct SectionSpec {
  From from = From::summary;
  std::optional<std::map<std::string, At<std::string>>> heading;  ///< by language; absent: [words] section.<from>
  bool has_heading = true;  ///< heading = true or false; without the key as the kind of section has it
  bool numbered = true;
  bool full = false;  ///< measure = "full": over the margin column or all columns
  std::string as;     ///< "facing", "table", "list", "points", "prose", "line"; "" : the default of `from`
  std::vector<At<std::string>> show;  ///< facts, columns of a table, or parts of prose, in this order; empty: all
  std::vector<Pattern> text;          ///< of from = "line"
  std::string between;
  std::optional<At<std::string>> style;  ///< of from = "line", "summary", "outcome"
  bool say_when_empty = false;           ///< when_empty = "say" or words by language; otherwise an empty section goes
  std::map<std::string, At<std::string>> empty_words;  ///< by language; absent: [words] empty
  bool lines_to_take = false;  ///< discussion: prints them; otherwise a brief that has them is refused
  int depth = 1;               ///< contents: 1 sections and annexes, 2 points and sides, too
  int least_pages = 1;         ///< contents: not in a document of fewer pages
  Span span;
  friend bool operator==(const SectionSpec&, const SectionSpec&) = default;
};

// ---- words ---------------------------------------------------------------------------------------

/// All wording of one language. Names are flat: "section.steps", "label.place", "status.draft".
struct Words {
  std::string lang;  ///< as the template writes it: "en", "en-US"
  std::map<std::string, At<std::string>, std::less<>> text;
  std::vector<std::string> months, hijri_months;
  bool arabic_digits = false;
  std::vector<At<std::string>> hyphenation;  ///< words as they may be broken: "de-fense"; without a hyphen never
  bool french_spacing = false;               ///< thin spaces before high punctuation and inside guillemets
  bool marks_before_stop = false;            ///< raised numbers: before the stop or comma that they stand at
  bool leading_zero = true;                  ///< before hours below ten: 08:30
  Span span;
  [[nodiscard]] const std::string& at(std::string_view name) const;    ///< Pre: a known word that is not optional
  [[nodiscard]] const std::string* find(std::string_view name) const;  ///< nullptr: an optional word it does without
  friend bool operator==(const Words&, const Words&) = default;
};
struct KnownWord {
  std::string name;
  std::vector<std::string> placeholders;  ///< those it must have, e.g. {"page", "pages"}
  std::vector<std::string> may;           ///< those it may have besides
  bool optional = false;                  ///< a language may do without it
};
[[nodiscard]] const std::vector<KnownWord>& known_words();

struct Template {
  std::string name;                ///< "brief"; file name without .toml
  std::vector<std::string> chain;  ///< files, this one first
  std::vector<std::string> parts;  ///< files of the words of single languages that were read beside them
  PageSpec page;
  std::map<std::string, At<Colour>> palette;
  std::map<std::string, StyleEntry> styles;
  std::map<std::string, RuleSpec> rules;
  Lengths lengths;
  std::vector<FrameSpec> frames;  ///< in file order
  std::vector<SectionSpec> sections;
  std::vector<Words> words;                       ///< each complete; regions filled from their language
  std::vector<std::string> unread;                ///< languages whose words stand in files that nobody asked for
  std::vector<std::string> fallbacks;             ///< families tried before the fonts' own fallbacks
  bool needs_date = false, needs_people = false;  ///< needs = ["date", "people"]
  Span span;
};

/// The words for a language: its own table, else that of its first part ("en" for "en-AU"); nullptr: none.
[[nodiscard]] const Words* words_for(const Template& design, std::string_view lang);
/// True when words_for() gives some, or would had the language been asked for.
[[nodiscard]] bool has_words(const Template& design, std::string_view lang);
/// True when `tag` is `lang` or a first part of it, in any letter case: "ar" serves "ar-IQ".
[[nodiscard]] bool serves(std::string_view tag, std::string_view lang);
/// A paragraph style in force in an edition whose text is in `lang`. Pre: the style exists.
[[nodiscard]] Style style_for(const Template& design, std::string_view name, std::string_view lang);
/// An inline style's change on top of a style in force. Pre: the style exists.
[[nodiscard]] Style restyle(Style style, const Template& design, std::string_view name, std::string_view lang);
/// True for languages written in the Arabic script (ar, fa, ur, ps, ckb, ug, sd; any tag with -Arab).
[[nodiscard]] bool is_arabic_script(std::string_view lang);

/// Where templates are looked for: a name is NAME.toml beside the template that extends it, else in `shipped`.
struct TemplatePlaces {
  std::string folder;   ///< of the template's own file
  std::string shipped;  ///< the program's templates
  /// Tags of the languages whose words are wanted: files of other languages stay closed. nullopt: all of them.
  std::optional<std::vector<std::string>> languages{};
};

/// Reads a template already added to diags.sources, and all that it extends. All faults are told in one run;
/// nullopt when there was an error.
[[nodiscard]] std::optional<Template> read_template(FileId file, const TemplatePlaces& places, Files& files,
                                                    Diagnostics& diags);

[[nodiscard]] std::string dump(const Template& design);

}  // namespace readout::model
