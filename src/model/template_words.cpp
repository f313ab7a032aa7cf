// Which words a language must have, and which of a template's languages serves a tag.
#include <algorithm>
#include <array>

#include "base/assert.hpp"
#include "model/languages.hpp"
#include "model/template.hpp"

namespace readout::model {
namespace {

struct Row {
  std::string_view group;
  std::string_view names;  ///< blank between names
  std::string_view must;   ///< placeholders they must have
  std::string_view may;    ///< placeholders they may have besides
};

// One row a group of words with the same placeholders.
constexpr Row rows[] = {
    {"", "kind head part decision empty nothing lines_to_take", "", ""},
    {"", "continued", "title", ""},
    {"", "run_in", "heading", ""},
    {"", "attached", "name", ""},
    {"quote", "open close inner_open inner_close apostrophe", "", ""},
    {"join", "two more last comma dot dash semicolon", "", ""},
    {"join", "aside", "text", ""},
    {"date", "day hijri", "day month year", ""},
    {"date", "days", "day day2 month year", ""},
    {"date", "months", "day month day2 month2 year", ""},
    {"date", "years", "from to", ""},
    {"date", "both", "date hijri", ""},
    {"date", "noted", "date note", ""},
    {"time", "clock", "hour minute", ""},
    {"time", "range", "from to", ""},
    {"time", "from", "from", ""},
    {"time", "to", "to", ""},
    {"time", "zone", "time zone", ""},
    {"time", "day", "date time", ""},
    {"time", "utc", "offset", ""},
    {"page", "of", "page", "pages"},
    {"sides", "two all", "", ""},
    {"ref", "point step annex", "number", "page"},
    {"mark", "note source", "number", ""},
    {"section",
     "contents facts authority summary participants present apologies decisions discussion tour outcome steps "
     "steps_proposed agreements programme distribution clearance revisions sources prose",
     "", ""},
    {"section", "annex", "number", ""},
    {"label",
     "place venue date time occasion level type interpretation previous next subject reference file "
     "in_reply_to references version status issued place_of_issue classified_by reason derived_from "
     "declassify_on drafted_by phone host sha256",
     "", ""},
    {"column",
     "number action owner with due status from depends name office title kind signed signatories languages "
     "deposited time what where who dress note version date by change",
     "", ""},
    {"status", "draft for-clearance final superseded", "", ""},
    {"step", "after", "steps", ""},
    {"step", "agreed proposed in-progress done overdue", "", ""},
    {"type", "bilateral trilateral multilateral internal", "", ""},
    {"held", "telephone video", "", ""},
    {"role", "host guest party observer principal delegate notetaker interpreter protocol", "", ""},
    {"action", "drafted cleared approved info none", "", ""},
    {"for", "action information all", "", ""},
    {"when", "before after", "", ""},
    {"prose", "present apologies", "people", ""},
    {"prose", "present_sides", "sides", ""},
    {"prose", "side", "side people", ""},
    {"prose", "side_alone", "side", ""},
    {"prose", "person", "name office", ""},
    {"prose", "list", "text items", ""},
    {"prose", "decision", "text", ""},
    {"prose", "at", "time", ""},
    {"prose", "tour", "when", ""},
    {"prose", "visited", "stops", ""},
    {"prose", "visited_when", "when stops", ""},
    {"prose", "steps", "steps", ""},
    {"colophon", "version program", "version", ""},
    {"colophon", "source", "digest", ""},
    {"colophon", "embedded", "", ""},
    {"edition", "gap both", "", ""},
    {"edition", "prevails", "language", ""},
    {"language", "ar de en es fa fr he hi id it ja ko ku pt ru tr ur zh", "", ""},
};
// The same of words that a language may do without.
constexpr Row optional_rows[] = {
    {"date", "first", "", ""},
    {"join", "semicolon_more semicolon_last", "", ""},
    {"join", "two_before_i last_before_i semicolon_last_before_i", "", ""},
    {"ref", "decision", "number", ""},
    {"step", "with", "people", ""},
    {"prose", "present_one present_telephone present_one_telephone present_video present_one_video", "people", ""},
    {"prose", "present_sides_telephone present_sides_video", "sides", ""},
    {"prose", "also small", "", ""},
};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) out.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

void add_words(std::vector<KnownWord>& words, const Row& row, bool optional) {
  for (const std::string& name : split(row.names))
    words.push_back(
        {row.group.empty() ? name : std::string(row.group) + "." + name, split(row.must), split(row.may), optional});
}

std::vector<KnownWord> make_words() {
  std::vector<KnownWord> words;
  for (const Row& row : rows) add_words(words, row, false);
  for (const Row& row : optional_rows) add_words(words, row, true);
  return words;
}

}  // namespace

const std::vector<KnownWord>& known_words() {
  static const std::vector<KnownWord> words = make_words();
  return words;
}

const std::string& Words::at(std::string_view name) const {
  const auto found = text.find(name);
  READOUT_ASSERT(found != text.end());
  return found->second.value;
}

const std::string* Words::find(std::string_view name) const {
  const auto found = text.find(name);
  return found == text.end() ? nullptr : &found->second.value;
}

const Words* words_for(const Template& design, std::string_view lang) {
  for (std::string_view tag = lang; !tag.empty();) {
    for (const Words& words : design.words)
      if (same_tag(words.lang, tag)) return &words;
    const std::size_t cut = tag.rfind('-');
    tag = cut == std::string_view::npos ? std::string_view{} : tag.substr(0, cut);
  }
  return nullptr;
}

bool has_words(const Template& design, std::string_view lang) {
  return words_for(design, lang) != nullptr || std::any_of(design.unread.begin(), design.unread.end(),
                                                           [&](const std::string& tag) { return serves(tag, lang); });
}

bool is_arabic_script(std::string_view lang) {
  if (lang.find("-Arab") != std::string_view::npos || lang.find("-arab") != std::string_view::npos) return true;
  if (lang.find("-Latn") != std::string_view::npos || lang.find("-Cyrl") != std::string_view::npos) return false;
  constexpr std::array<std::string_view, 7> written{"ar", "fa", "ur", "ps", "ckb", "ug", "sd"};
  const std::string_view first = lang.substr(0, lang.find('-'));
  return std::any_of(written.begin(), written.end(), [&](std::string_view known) { return same_tag(first, known); });
}

}  // namespace readout::model
