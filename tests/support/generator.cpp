#include "support/generator.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "support/words.hpp"

namespace readout::test {

namespace {

constexpr std::array<std::string_view, 7> pictures{"emblem.png",   "flag-alphaland.png", "gauges.png", "levels.png",
                                                   "portrait.jpg", "seal.png",           "weir.jpg"};

struct Language {
  std::string_view tag;
  Script script = Script::latin;
};

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') out += "\\n";
    else out += c;
  }
  return out + '"';
}

std::string two(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

class Generator {
 public:
  Generator(std::uint64_t seed, std::size_t pages);
  Brief brief();

 private:
  // ---- values, as TOML
  std::string in_each_language(std::string (Generator::*say)(Script, std::size_t), std::size_t words);
  std::string spoken_line(Script script, std::size_t words) { return phrase(dice_, script, words); }
  std::string spoken_name(Script script, std::size_t /*words*/) { return person(dice_, script); }
  std::string spoken_text(Script script, std::size_t words);
  std::string marked_up(Script script);
  std::string line(std::size_t most) { return in_each_language(&Generator::spoken_line, dice_.between(1, most)); }
  std::string text(std::size_t most) { return in_each_language(&Generator::spoken_text, dice_.between(4, most)); }
  std::string name() { return in_each_language(&Generator::spoken_name, 0); }
  std::string picture(bool caption);
  std::string day() {
    return "202" + std::to_string(dice_.between(4, 6)) + "-" + two(dice_.between(1, 12)) + "-" +
           two(dice_.between(1, 28));
  }
  std::string who();
  std::string some(const char* kind, std::size_t count);
  std::string grid(std::size_t most_rows);

  // ---- lines of the file
  void add(const std::string& words) { out_ += words + "\n"; }
  void key(const char* name, const std::string& value) { add(std::string(name) + " = " + value); }
  void maybe(std::size_t percent, const char* name, const std::string& value) {
    if (dice_.chance(percent)) key(name, value);  // the value is thrown in either case: keys do not shift one another
  }
  void src(std::size_t percent) {
    if (sources_ > 0) maybe(percent, "src", some("source", sources_));
  }

  // ---- tables
  void document();
  void marking();
  void meeting();
  void sides();
  void people_of(std::size_t side);
  void discussion();
  void points(const std::string& table, std::size_t depth);
  void tour();
  void steps();
  void agreements();
  void programme();
  void annexes();
  void closing();
  void sources_and_terms();

  Dice dice_;
  std::size_t words_left_;
  std::vector<Language> languages_;
  std::size_t sides_, people_ = 0, discussions_, steps_, annexes_, sources_;
  std::string out_;
};

Generator::Generator(std::uint64_t seed, std::size_t pages)
    : dice_(seed),
      words_left_(pages * 330),
      sides_(dice_.roll(5)),
      discussions_(pages == 1 ? dice_.roll(4) : pages + dice_.roll(4)),
      steps_(dice_.roll(pages + 6)),
      annexes_(pages > 2 ? dice_.roll(std::min<std::size_t>(pages, 6)) : 0),
      sources_(dice_.roll(5)) {
  constexpr Language en{"en", Script::latin}, gb{"en-GB", Script::latin}, us{"en-US", Script::latin};
  constexpr Language ar{"ar", Script::arabic}, iraq{"ar-IQ", Script::arabic};
  switch (dice_.roll(8)) {
    case 0: languages_ = {en}; break;
    case 1: languages_ = {gb}; break;
    case 2: languages_ = {us, ar}; break;
    case 3: languages_ = {gb, iraq}; break;
    case 4: languages_ = {ar}; break;
    case 5: languages_ = {iraq, en}; break;
    case 6: languages_ = {ar, gb}; break;
    default: languages_ = {en, ar}; break;
  }
}

std::string Generator::in_each_language(std::string (Generator::*say)(Script, std::size_t), std::size_t words) {
  // A single language may be written as a table, too; now and then the second language is missing, or a plain text
  // is in another script than its language's.
  if (dice_.chance(3)) return quoted((this->*say)(dice_.chance(50) ? Script::greek : Script::cyrillic, words));
  const std::string first = quoted((this->*say)(languages_[0].script, words));
  if (languages_.size() == 1 && dice_.chance(80)) return first;
  std::string out = "{ " + std::string(languages_[0].tag) + " = " + first;
  if (languages_.size() == 2 && dice_.chance(95))
    out += ", " + std::string(languages_[1].tag) + " = " + quoted((this->*say)(languages_[1].script, words));
  return out + " }";
}

std::string Generator::marked_up(Script script) {
  const std::string words = phrase(dice_, script, dice_.between(1, 4));
  switch (dice_.roll(6)) {
    case 0: return "*" + words + "*";
    case 1: return "**" + words + "**";
    case 2: return "[" + words + "](https://example.org/gauges)";
    case 3: return "[" + words + "](mailto:info@example.org)";
    case 4:
      return discussions_ > 0 ? "[" + words + "](#point-" + std::to_string(dice_.between(1, discussions_)) + ")"
                              : words;
    default: return steps_ > 0 ? "[](#step-" + std::to_string(dice_.between(1, steps_)) + ")" : words;
  }
}

std::string Generator::spoken_text(Script script, std::size_t words) {
  words_left_ -= std::min(words_left_, words);
  std::string out;
  while (words > 0) {
    const std::size_t now = std::min(words, dice_.between(4, 18));
    words -= now;
    out += sentence(dice_, script, now);
    if (words == 0) break;
    out += dice_.chance(10) ? "\n\n" : " ";
    if (dice_.chance(12)) out += marked_up(script) + " ";
  }
  return out;
}

std::string Generator::picture(bool caption) {
  std::string out = "{ file = " + quoted("images/" + std::string(dice_.pick(pictures)));
  out += dice_.chance(20) ? ", decorative = true" : ", alt = " + line(8);
  if (caption && dice_.chance(60)) out += ", caption = " + line(10);
  return out + " }";
}

std::string Generator::some(const char* kind, std::size_t count) {
  std::string out = quoted(std::string(kind) + "-" + std::to_string(dice_.between(1, count)));
  if (count < 2 || dice_.chance(60)) return out;
  const std::size_t first = dice_.between(1, count - 1);
  return "[\"" + std::string(kind) + "-" + std::to_string(first) + "\", \"" + kind + "-" + std::to_string(count) +
         "\"]";
}

std::string Generator::who() {
  const std::size_t lot = dice_.roll(10);
  if (lot < 3 && sides_ > 1) return "\"joint\"";
  if (lot < 6 && sides_ > 0) return some("side", sides_);
  if (lot < 8 && people_ > 0) return some("person", people_);
  return quoted(languages_[0].script == Script::latin ? "The " + phrase(dice_, Script::latin, 2)
                                                      : phrase(dice_, Script::arabic, 2));
}

std::string Generator::grid(std::size_t most_rows) {
  const std::size_t columns = dice_.between(1, 6);
  constexpr std::array<std::string_view, 3> aligns{"start", "end", "number"};
  std::vector<bool> number;
  std::string out = "columns = [";
  const bool grouped = columns > 3 && dice_.chance(40);
  const std::string group = grouped ? line(2) : std::string();
  for (std::size_t i = 0; i < columns; ++i) {
    const std::string_view align = dice_.pick(aligns);
    number.push_back(align == "number");
    out += "{ head = " + line(3) + ", align = \"" + std::string(align) + "\"";
    if (grouped && i > 0 && i < 3) out += ", group = " + group;
    out += " }, ";
  }
  out += "]\nrows = [\n";
  for (std::size_t row = 0, rows = dice_.between(1, most_rows); row < rows; ++row) {
    if (dice_.chance(10)) out += "  { group = " + line(4) + " },\n";
    out += "  [";
    for (std::size_t i = 0; i < columns; ++i)
      out +=
          (number[i] ? (dice_.chance(50) ? std::to_string(dice_.roll(5000))
                                         : "\"" + std::to_string(dice_.roll(300)) + "." + two(dice_.roll(100)) + "\"")
                     : line(columns > 4 ? 3 : 7)) +
          ", ";
    out += "],\n";
  }
  out += "]\n";
  if (dice_.chance(50)) out += "caption = " + line(9) + "\n";
  return out;
}

void Generator::document() {
  add("readout = 1\n\n[document]");
  std::string tags;
  for (const Language& one : languages_) tags += (tags.empty() ? "\"" : ", \"") + std::string(one.tag) + "\"";
  key("lang", "[" + tags + "]");
  key("title", line(9));
  maybe(30, "short_title", line(3));
  maybe(30, "subtitle", line(8));
  maybe(20, "subject", line(5));
  key("summary", text(40));
  maybe(40, "ref", "\"WS-4/2026/117\"");
  maybe(15, "file_ref", "\"MR-HYD-2026-0031\"");
  maybe(15, "in_reply_to", "\"BT/W/88\"");
  maybe(15, "references", "[\"A-1\", \"B/2\"]");
  maybe(20, "version", "\"2\"");
  maybe(40, "originator", line(4));
  maybe(30, "office", line(5));
  maybe(20, "letterhead", picture(false));
  maybe(20, "seal", picture(false));
  constexpr std::array<std::string_view, 4> statuses{"draft", "for-clearance", "final", "superseded"};
  maybe(40, "status", quoted(std::string(dice_.pick(statuses))));
  maybe(40, "issued", dice_.chance(50) ? day() : day() + "T10:00:00+02:00");
  maybe(20, "place_of_issue", line(2));
  maybe(30, "keywords",
        "[" + quoted(phrase(dice_, Script::latin, 2)) + ", " + quoted(phrase(dice_, Script::arabic, 1)) + "]");
}

void Generator::marking() {
  if (!dice_.chance(25)) return;
  add("\n[marking]");
  key("level", line(2));
  maybe(40, "caveats", "[" + line(3) + "]");
  maybe(40, "distribution_mark", line(2));
  maybe(30, "classified_by", line(4));
  maybe(30, "reason", line(5));
  maybe(30, "declassify_on", dice_.chance(70) ? day() : line(3));
}

void Generator::meeting() {
  add("\n[meeting]");
  key("place", line(2));
  maybe(40, "venue", line(4));
  maybe(50, "occasion", line(7));
  maybe(30, "level", line(3));
  maybe(20, "interpretation", line(4));
  maybe(30, "previous", day());
  maybe(30, "next", quoted(phrase(dice_, languages_[0].script, 3)));
  const bool range = dice_.chance(30);
  key("date", "2026-03-17");
  if (range) key("until", "2026-03-19");
  if (!range && dice_.chance(40)) key("hijri", "\"umm-al-qura\"");
  maybe(20, "date_note", line(6));
  if (dice_.chance(40)) add("start = 09:30:00\nend = 17:45:00");
  maybe(20, "zone", line(2));
}

void Generator::people_of(std::size_t side) {
  constexpr std::array<std::string_view, 5> roles{"principal", "delegate", "notetaker", "interpreter", "protocol"};
  for (std::size_t i = 0, count = dice_.between(1, 7); i < count; ++i) {
    add("\n[[participant]]");
    key("id", quoted("person-" + std::to_string(++people_)));
    if (side > 0) key("side", quoted("side-" + std::to_string(side)));
    key("name", name());
    maybe(20, "honorific", line(1));
    maybe(70, "office", line(6));
    maybe(20, "short", line(2));
    if (i == 0) maybe(50, "head", "true");
    maybe(40, "role", quoted(std::string(dice_.pick(roles))));
    maybe(15, "present", dice_.chance(50) ? "\"part\"" : "\"apologies\"");
    maybe(8, "photo", picture(false));
    src(10);
  }
}

void Generator::sides() {
  constexpr std::array<std::string_view, 4> roles{"host", "guest", "party", "observer"};
  for (std::size_t i = 1; i <= sides_; ++i) {
    add("\n[[side]]");
    key("id", quoted("side-" + std::to_string(i)));
    key("name", line(3));
    maybe(60, "role", quoted(std::string(dice_.pick(roles))));
    maybe(25, "flag", picture(false));
    maybe(25, "delegation_note", text(8));
  }
  for (std::size_t i = sides_ > 0 ? 1 : 0; i <= sides_; ++i) people_of(i);
}

void Generator::points(const std::string& table, std::size_t depth) {
  for (std::size_t i = 0, count = dice_.between(1, 4); i < count; ++i) {
    add("\n[[" + table + ".points]]");
    key("text", text(depth > 1 ? 12 : 45));
    maybe(30, "by", who());
    maybe(15, "note", text(14));
    src(15);
    if (depth < 3 && dice_.chance(25)) points(table + ".points", depth + 1);
  }
}

void Generator::discussion() {
  for (std::size_t i = 1; i <= discussions_; ++i) {
    const std::size_t share = std::max<std::size_t>(words_left_ / (discussions_ - i + 1) / 2, 12);
    add("\n[[discussion]]");
    key("id", quoted("point-" + std::to_string(i)));
    key("heading", line(5));
    maybe(70, "by", who());
    key("text", text(std::min<std::size_t>(share, 400)));
    maybe(30, "decision", text(20));
    maybe(20, "lines_to_take", "[" + text(15) + ", " + text(15) + "]");
    maybe(12, "picture", picture(true));
    src(20);
    if (dice_.chance(20)) add("\n[discussion.table]\n" + grid(dice_.chance(15) ? 60 : 9));
    if (dice_.chance(45)) points("discussion", 1);
  }
}

void Generator::tour() {
  if (!dice_.chance(35)) return;
  add("\n[tour]");
  maybe(30, "heading", line(3));
  key("summary", text(30));
  maybe(50, "by", who());
  maybe(50, "when", dice_.chance(50) ? "\"after\"" : "11:15:00");
  src(20);
  const bool timed = dice_.chance(40);
  for (std::size_t i = 0, count = dice_.roll(7); i < count; ++i) {
    add("\n[[tour.stop]]");
    key("name", line(4));
    if (timed) key("time", two(9 + i) + ":15:00");
    maybe(40, "host", line(2));
    maybe(40, "note", text(12));
    maybe(30, "points", "[" + text(8) + ", " + text(8) + "]");
    maybe(15, "photo", picture(true));
  }
  if (dice_.chance(60)) add("\n[outcome]\ntext = " + text(50));
}

void Generator::steps() {
  constexpr std::array<std::string_view, 5> statuses{"agreed", "proposed", "in-progress", "done", "overdue"};
  const bool owners = dice_.chance(80), days = dice_.chance(70), told = dice_.chance(50);
  for (std::size_t i = 1; i <= steps_; ++i) {
    add("\n[[step]]");
    key("id", quoted("step-" + std::to_string(i)));
    key("text", text(20));
    if (owners) maybe(80, "owner", who());
    maybe(15, "with", who());
    if (days) maybe(80, "due", dice_.chance(70) ? day() : line(3));
    if (told) maybe(80, "status", quoted(std::string(dice_.pick(statuses))));
    if (discussions_ > 0) maybe(20, "from", some("point", discussions_));
    if (i > 1) maybe(20, "depends", some("step", i - 1));  // earlier ones alone: no circle
    src(10);
  }
}

void Generator::agreements() {
  for (std::size_t i = 0, count = dice_.chance(25) ? dice_.between(1, 3) : 0; i < count; ++i) {
    add("\n[[agreement]]");
    key("title", line(6));
    maybe(50, "kind", line(2));
    maybe(60, "signed", day());
    maybe(60, "signatories", who());
    maybe(50, "languages", "[\"en\", \"ar\"]");
    maybe(30, "deposited", line(4));
  }
}

void Generator::programme() {
  const std::size_t days = dice_.chance(30) ? dice_.between(1, 3) : 0;
  for (std::size_t day = 0; day < days; ++day)
    for (std::size_t i = 0, count = dice_.between(1, 6); i < count; ++i) {
      add("\n[[programme]]");
      if (i == 0) key("day", "2026-03-" + two(17 + day));
      key("time", dice_.chance(90) ? two(8 + 2 * i) + ":30:00" : line(3));
      key("what", line(6));
      maybe(60, "where", line(4));
      maybe(20, "dress", line(3));
      maybe(20, "note", line(5));
      maybe(40, "who", who());
    }
}

void Generator::annexes() {
  for (std::size_t i = 1; i <= annexes_; ++i) {
    add("\n[[annex]]");
    key("id", quoted("annex-" + std::to_string(i)));
    key("title", line(6));
    maybe(20, "label", line(2));
    switch (dice_.roll(4)) {
      case 0: add("\n[annex.table]\n" + grid(dice_.chance(30) ? 120 : 15)); break;
      case 1: key("picture", picture(true)); break;
      case 2: key("file", quoted("images/" + std::string(dice_.pick(pictures)))); break;
      default: key("body", text(dice_.chance(30) ? 900 : 150)); break;
    }
  }
}

void Generator::closing() {
  for (std::size_t i = 0, count = dice_.chance(30) ? dice_.between(1, 5) : 0; i < count; ++i) {
    add("\n[[distribution]]");
    key("to", line(4));
    maybe(60, "for", dice_.chance(50) ? "\"action\"" : "\"information\"");
    maybe(30, "note", line(3));
  }
  constexpr std::array<std::string_view, 4> actions{"drafted", "cleared", "approved", "info"};
  if (dice_.chance(30)) {
    add("\n[clearance]");
    key("drafted_by", name());
    maybe(50, "phone", "\"extension 204\"");
    for (std::size_t i = 0, count = dice_.roll(4); i < count; ++i) {
      add("\n[[clearance.line]]");
      key("name", name());
      maybe(60, "office", line(4));
      maybe(60, "action", quoted(std::string(dice_.pick(actions))));
      maybe(50, "date", day());
      maybe(30, "note", line(4));
    }
  }
  for (std::size_t i = 0, count = dice_.chance(25) ? dice_.between(1, 3) : 0; i < count; ++i) {
    add("\n[[revision]]");
    key("version", quoted(std::to_string(i + 1)));
    maybe(60, "date", day());
    maybe(60, "by", name());
    maybe(60, "change", line(6));
  }
}

void Generator::sources_and_terms() {
  for (std::size_t i = 1; i <= sources_; ++i) {
    add("\n[[source]]");
    key("id", quoted("source-" + std::to_string(i)));
    key("title", line(7));
    maybe(40, "kind", line(2));
    maybe(50, "date", day());
    maybe(40, "url", "\"https://example.org/survey\"");
    maybe(30, "note", line(4));
  }
  if (dice_.chance(40)) add("\n[[term]]\nterm = \"UNESCO\"\nmeans = " + line(6));
  add("\n[archive]\nembed_source = " + std::string(dice_.chance(85) ? "true" : "false"));
  maybe(30, "rights", line(4));
  maybe(30, "series", "\"HYD-WS\"");
  maybe(30, "retention", "\"10 years\"");
}

Brief Generator::brief() {
  document();
  marking();
  meeting();
  sides();
  discussion();
  tour();
  steps();
  agreements();
  programme();
  annexes();
  closing();
  sources_and_terms();
  constexpr std::array<std::string_view, 3> designs{"brief", "minutes", "readout"};
  Brief out{std::move(out_), std::string(dice_.pick(designs)), "", dice_.chance(50) ? "letter" : "a4"};
  out.lang = languages_[dice_.roll(languages_.size())].tag;
  return out;
}

}  // namespace

Brief generate_brief(std::uint64_t seed, std::size_t pages) { return Generator(seed, pages).brief(); }

std::size_t pages_by_lot(std::uint64_t seed, std::size_t most) {
  Dice dice(seed ^ 0x5eedULL);
  // The least of three lots: half of the briefs have less than a fifth of the most.
  return std::min({dice.between(1, most), dice.between(1, most), dice.between(1, most)});
}

}  // namespace readout::test
