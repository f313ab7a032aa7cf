// A meeting, checked: what the TOML says, with the span of every value. docs/vocabulary.md tells each key.
//
// Everything in here has been resolved: ids point at what they name (by index), dates are possible dates,
// texts are split into paragraphs and pieces of markup. An absent key is an empty optional or vector.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>
#include "base/diagnostics.hpp"

namespace readout::model {

/// A value with the place it was read from.
template <class T>
struct At {
  T value{};
  Span span;
  friend bool operator==(const At&, const At&) = default;
};

/// A value in the main language (0) and the second (1) of document.lang.
template <class T>
struct Localised {
  std::array<std::optional<T>, 2> in;
  Span span;
  [[nodiscard]] const T* get(std::size_t lang) const { return in[lang] ? &*in[lang] : nullptr; }
  /// The language asked for, else the main one, else the other.
  [[nodiscard]] const T* best(std::size_t lang) const {
    return in[lang] ? &*in[lang] : in[0] ? &*in[0] : in[1] ? &*in[1] : nullptr;
  }
  friend bool operator==(const Localised&, const Localised&) = default;
};

/// Plain text of one line. Straight quotes in `value` become the language's quotes when it is composed, but
/// those at the bytes in `straight`, which were written with a backslash.
struct LineText : At<std::string> {
  std::vector<std::size_t> straight;
  LineText() = default;
  LineText(At<std::string> text) : At<std::string>(std::move(text)) {}
  LineText(std::string text, Span where) : At<std::string>{std::move(text), where} {}
  friend bool operator==(const LineText&, const LineText&) = default;
};
/// One line of plain text (L).
using Line = Localised<LineText>;

/// What an id names. The index is that of the vector of its kind in Brief.
struct Target {
  enum class Kind { side, person, point, step, annex, source };
  Kind kind = Kind::point;
  std::size_t index = 0;
  friend bool operator==(const Target&, const Target&) = default;
};

/// A stretch of a text under one markup.
struct Piece {
  std::string text;  ///< plain; straight quotes are curled later, by compose/, with the template's wording
  bool emphasis = false, strong = false;
  std::string url;                    ///< [text](https://...)
  std::optional<Target> ref;          ///< [text](#id); with empty text: print what it names
  std::vector<std::size_t> straight;  ///< bytes of `text` that are quotes to leave straight: \" and \'
  Span span;
  friend bool operator==(const Piece&, const Piece&) = default;
};
using TextParagraph = std::vector<Piece>;
/// A text (T): paragraphs of pieces.
struct TextValue {
  std::vector<TextParagraph> paragraphs;
  friend bool operator==(const TextValue&, const TextValue&) = default;
};
using Text = Localised<TextValue>;

struct Date {
  int year = 0, month = 0, day = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};
struct Time {
  int hour = 0, minute = 0;
  friend auto operator<=>(const Time&, const Time&) = default;
};
/// An offset date-time, as document.issued and meeting.start may be.
struct DateTime {
  Date date;
  Time time;
  int second = 0;
  int offset_minutes = 0;
  friend bool operator==(const DateTime&, const DateTime&) = default;
};
using Day = At<Date>;                         ///< D
using DayOrLine = std::variant<Day, Line>;    ///< DL
using Hour = At<Time>;                        ///< H
using HourOrLine = std::variant<Hour, Line>;  ///< HL

/// W: who spoke, owns, signs.
struct Joint {
  friend bool operator==(Joint, Joint) = default;
};
using WhoItem = std::variant<Joint, Target, Line>;  ///< Target: a side or a person
struct Who {
  std::vector<WhoItem> items;
  Span span;
  friend bool operator==(const Who&, const Who&) = default;
};

/// P: a picture by its path beside the brief.
struct Picture {
  At<std::string> file;
  std::optional<Line> alt;  ///< absent only when decorative
  bool decorative = false;
  std::optional<Line> caption;
  Span span;
};

/// S: indices into Brief::sources.
using SourceRefs = std::vector<At<std::size_t>>;

/// G: a grid.
struct GridColumn {
  enum class Align { start, end, number };
  Line head;
  Align align = Align::start;
  std::optional<Line> group;  ///< spanning head
  Span span;
};
struct GridCell {
  std::variant<Text, At<std::int64_t>, std::monostate> value;  ///< the last: "", an empty cell
  Span span;
};
struct GridRow {
  std::vector<GridCell> cells;  ///< as many as columns; empty when `group` is set
  std::optional<Line> group;    ///< a row that heads the rows after it
  Span span;
};
struct Grid {
  std::vector<GridColumn> columns;
  std::vector<GridRow> rows;
  std::optional<Line> caption;
  Span span;
};

struct DocumentInfo {
  Line title;
  std::optional<Line> short_title, subtitle, subject;
  std::optional<Text> summary;
  std::optional<At<std::string>> kind;
  std::optional<At<std::string>> ref, file_ref, in_reply_to, version;
  std::vector<At<std::string>> references;
  std::optional<Line> originator, office;
  std::optional<Picture> letterhead, seal;
  std::vector<At<std::string>> lang;         ///< one or two BCP 47 tags, as written
  std::optional<At<std::string>> authentic;  ///< "both" or a tag of lang
  std::optional<At<std::string>> status;
  std::optional<std::variant<Day, At<DateTime>>> issued;
  std::optional<Line> place_of_issue;
  std::vector<At<std::string>> keywords;
  bool by_rank = false;  ///< precedence = "rank"
  Span span;
};

struct Marking {
  Line level;
  std::vector<Line> caveats;
  std::optional<Line> distribution_mark, classified_by, reason, derived_from;
  std::optional<DayOrLine> declassify_on;
  Span span;
};

struct Meeting {
  std::optional<Line> place, venue, occasion, level, interpretation;
  std::optional<At<std::string>> type, held;
  std::optional<std::variant<Day, At<std::string>>> previous, next;
  std::optional<Day> date, until;
  std::optional<Line> date_note;
  std::optional<At<std::string>> hijri;  ///< "none", "umm-al-qura" or "1447-05-03"
  std::optional<std::variant<Hour, At<DateTime>>> start, end;
  std::optional<Line> zone;
  Span span;
};

struct Person {
  Line name;
  std::optional<std::size_t> side;  ///< index into sides
  std::optional<At<std::string>> id, role, present;
  [[nodiscard]] bool came() const { return !present || present->value != "apologies"; }
  std::optional<Line> honorific, office, short_name;
  bool head = false;
  std::optional<At<std::int64_t>> rank;
  std::optional<Picture> photo;
  SourceRefs src;
  Span span;
};

struct Side {
  At<std::string> id;
  Line name;
  std::optional<Line> short_name, in_text;  ///< in a language that they lack, the longer one before
  std::optional<At<std::string>> role;
  std::optional<Picture> flag;
  std::optional<Text> delegation_note;
  std::vector<std::size_t> people;  ///< indices into Brief::people, in printed order (head, then file order or rank)
  Span span;
};

struct Point {
  Text text;
  std::optional<Who> by;
  SourceRefs src;
  std::optional<Text> note;
  std::vector<Point> points;
  Span span;
};

struct Discussion {
  Line heading;
  std::optional<At<std::string>> id;
  std::optional<Who> by;
  std::optional<Text> text;
  std::vector<Point> points;
  std::optional<Text> decision;
  std::vector<Text> lines_to_take;
  std::optional<Grid> table;
  std::optional<Picture> picture;
  SourceRefs src;
  Span span;
};

struct TourStop {
  Line name;
  std::optional<HourOrLine> time;
  std::optional<Line> host;
  std::optional<Text> note;
  std::vector<Text> points;
  std::optional<Picture> photo;
  Span span;
};
struct Tour {
  std::optional<Line> heading;
  std::optional<Text> summary;
  std::optional<Who> by;
  /// "before", "after" (as At<string>), or a time or words.
  std::optional<std::variant<At<std::string>, Hour, Line>> when;
  SourceRefs src;
  std::vector<TourStop> stops;
  Span span;
};

struct Outcome {
  Text text;
  SourceRefs src;
  Span span;
};

struct Step {
  Text text;
  std::optional<At<std::string>> id, status;
  std::optional<Who> owner, with;
  std::optional<DayOrLine> due;
  std::vector<At<std::size_t>> from;     ///< indices into discussions
  std::vector<At<std::size_t>> depends;  ///< indices into steps
  SourceRefs src;
  Span span;
};

struct Agreement {
  Line title;
  std::optional<Line> kind, deposited;
  std::optional<Day> signed_on;
  std::optional<Who> signatories;
  std::vector<At<std::string>> languages;
  Span span;
};

struct ProgrammeEntry {
  Line what;
  HourOrLine time;
  std::optional<Day> day;
  std::optional<Line> where, dress, note;
  std::optional<Who> who;
  Span span;
};

struct Annex {
  Line title;
  std::optional<At<std::string>> id;
  std::optional<Line> label;
  std::variant<std::monostate, Text, Grid, Picture, At<std::string>> content;  ///< the string is a path to attach
  Span span;
};

struct Recipient {
  Line to;
  bool for_action = false;
  std::optional<At<std::string>> purpose;  ///< "action" or "information" as written
  std::optional<Line> note;
  Span span;
};

struct ClearanceLine {
  Line name;
  std::optional<Line> office, note;
  std::optional<At<std::string>> action;
  std::optional<Day> date;
  Span span;
};
struct Clearance {
  std::optional<Line> drafted_by;
  std::optional<At<std::string>> phone;
  std::vector<ClearanceLine> lines;
  Span span;
};

struct Revision {
  At<std::string> version;
  std::optional<Day> date;
  std::optional<Line> by, change;
  Span span;
};

struct SourceEntry {
  At<std::string> id;
  Line title;
  std::optional<Line> kind, note;
  std::optional<Day> date;
  std::optional<At<std::string>> url, sha256;
  Span span;
};

struct Term {
  Line term, means;
  Span span;
};

struct Archive {
  std::optional<At<std::string>> profile, series, retention, disposal;
  std::optional<At<bool>> embed_source;
  std::optional<Line> rights;
  Span span;
};

struct Print {
  std::optional<At<std::string>> paper, edition;
  Span span;
};

struct Brief {
  FileId file = 0;     ///< the TOML itself, in Diagnostics::sources
  std::string folder;  ///< where its pictures are
  DocumentInfo document;
  std::optional<Marking> marking;
  std::optional<Meeting> meeting;
  std::vector<Side> sides;
  std::vector<Person> people;
  std::vector<Discussion> discussions;
  std::optional<Tour> tour;
  std::optional<Outcome> outcome;
  std::vector<Step> steps;
  std::vector<Agreement> agreements;
  std::vector<ProgrammeEntry> programme;
  std::vector<Annex> annexes;
  std::vector<Recipient> distribution;
  std::optional<Clearance> clearance;
  std::vector<Revision> revisions;
  std::vector<SourceEntry> sources;
  std::vector<Term> terms;
  Archive archive;
  Print print;
  /// Where x_* keys and comments stand: they are embedded with the source but never printed.
  std::vector<At<std::string>> unprinted;
};

/// Reads and checks a brief already added to diags.sources. All faults of the file are told in one run;
/// nullopt when there was an error. Pictures are resolved later, by press/.
/// Cost: linear in the file.
[[nodiscard]] std::optional<Brief> read_brief(FileId file, const std::string& folder, Diagnostics& diags);

[[nodiscard]] std::string dump(const Brief& brief);

}  // namespace readout::model
