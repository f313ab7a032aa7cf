// What a template prints nowhere is told, key by key; and what is told is not printed.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "support_design.hpp"

using namespace readout;

namespace {

// Every text below stands at one key only.
const std::string brief = R"(readout = 1
[document]
title = "Aaron"
short_title = "Abel"
subtitle = "Adam"
subject = "Amos"
ref = "BR-1"
file_ref = "BR-2"
in_reply_to = "BR-3"
references = ["BR-4"]
version = "BR-5"
originator = "Boaz"
office = "Caleb"
status = "draft"
issued = 2026-04-17
place_of_issue = "Daniel"
[marking]
level = "Eli"
caveats = ["Enoch"]
distribution_mark = "Esau"
classified_by = "Esther"
reason = "Ezra"
derived_from = "Gideon"
declassify_on = 2031-05-18
[meeting]
place = "Hagar"
venue = "Hannah"
occasion = "Hosea"
level = "Isaac"
interpretation = "Ishmael"
type = "internal"
previous = "BR-6"
next = "BR-7"
date = 2026-03-14
until = 2026-03-15
date_note = "Jacob"
start = 09:31:00
end = 17:46:00
zone = "Jael"
[[side]]
id = "one"
name = "Jesse"
role = "host"
people = [{ name = "Joab", office = "Joel", role = "notetaker", present = "part" }]
[[discussion]]
heading = "Jonah"
text = "Joshua."
[tour]
heading = "Judah"
by = "Laban"
stop = [{ name = "Leah", host = "Levi", note = "Lot.", points = ["Micah."] }]
[[agreement]]
title = "Miriam"
kind = "Moses"
signatories = ["Naomi"]
deposited = "Nathan"
[[step]]
text = "Noah."
owner = "Obed"
with = "Rachel"
due = "Rahab"
status = "proposed"
[[programme]]
time = "10:02"
what = "Ruth"
where = "Samson"
who = "Samuel"
dress = "Sarah"
note = "Saul"
[[revision]]
version = "Seth"
by = "Simeon"
change = "Tamar"
[archive]
embed_source = false
)";

struct Key {
  const char* table;
  const char* key;
  const char* text;  ///< as it is printed
};
const Key keys[] = {
    {"document", "subtitle", "Adam"},
    {"document", "short_title", "Abel"},
    {"document", "subject", "Amos"},
    {"document", "ref", "BR-1"},
    {"document", "file_ref", "BR-2"},
    {"document", "in_reply_to", "BR-3"},
    {"document", "references", "BR-4"},
    {"document", "version", "BR-5"},
    {"document", "originator", "Boaz"},
    {"document", "office", "Caleb"},
    {"document", "status", "Draft"},
    {"document", "issued", "17 April 2026"},
    {"document", "place_of_issue", "Daniel"},
    {"marking", "level", "Eli"},
    {"marking", "caveats", "Enoch"},
    {"marking", "distribution_mark", "Esau"},
    {"marking", "classified_by", "Esther"},
    {"marking", "reason", "Ezra"},
    {"marking", "derived_from", "Gideon"},
    {"marking", "declassify_on", "18 May 2031"},
    {"meeting", "place", "Hagar"},
    {"meeting", "venue", "Hannah"},
    {"meeting", "occasion", "Hosea"},
    {"meeting", "level", "Isaac"},
    {"meeting", "interpretation", "Ishmael"},
    {"meeting", "type", "Internal"},
    {"meeting", "previous", "BR-6"},
    {"meeting", "next", "BR-7"},
    {"meeting", "date", "March 2026"},
    {"meeting", "until", "–15 March"},
    {"meeting", "date_note", "Jacob"},
    {"meeting", "start", "09:31"},
    {"meeting", "end", "17:46"},
    {"meeting", "zone", "Jael"},
    {"side", "role", "host"},
    {"participant", "role", "note-taker"},
    {"participant", "present", "present in part"},
    {"tour", "heading", "Judah"},
    {"tour", "by", "Laban"},
    {"tour", "stop.host", "Levi"},
    {"tour", "stop.note", "Lot."},
    {"tour", "stop.points", "Micah."},
    {"agreement", "title", "Miriam"},
    {"agreement", "kind", "Moses"},
    {"agreement", "signatories", "Naomi"},
    {"agreement", "deposited", "Nathan"},
    {"step", "text", "Noah"},
    {"step", "owner", "Obed"},
    {"step", "with", "Rachel"},
    {"step", "due", "Rahab"},
    {"step", "status", "proposed"},
    {"programme", "time", "10:02"},
    {"programme", "what", "Ruth"},
    {"programme", "where", "Samson"},
    {"programme", "who", "Samuel"},
    {"programme", "dress", "Sarah"},
    {"programme", "note", "Saul"},
    {"revision", "version", "Seth"},
    {"revision", "by", "Simeon"},
    {"revision", "change", "Tamar"},
};
/// Parts whose absence is told as a whole, by the table of their keys.
const std::pair<const char*, const char*> wholes[] = {
    {"tour", "the tour"},
    {"agreement", "the instruments"},
    {"step", "the steps"},
    {"programme", "the programme"},
    {"revision", "the document's history"},
    {"side", "who was there"},
    {"participant", "who was there"},
};

struct Outcome {
  std::string story;
  std::string whole;              ///< with what stands in the document's properties
  std::vector<std::string> told;  ///< messages of compose.not-printed

  [[nodiscard]] bool tells(const Key& key) const {
    const std::string table = std::string("[") + key.table + "]", name = std::string("“") + key.key + "”";
    return std::any_of(told.begin(), told.end(), [&](const std::string& message) {
      for (const auto& [of, words] : wholes)
        if (key.table == std::string_view(of) && message.ends_with(words)) return true;
      return message.find(table) != std::string::npos && message.find(name) != std::string::npos;
    });
  }
};

Outcome outcome_of(const std::string& design_text) {
  Diagnostics diags;
  DiskFiles disk;
  const auto read = model::read_brief(diags.sources.add("brief.toml", brief), "", diags);
  const std::string folder = READOUT_ROOT "/templates";
  const auto design =
      model::read_template(diags.sources.add(folder + "/mine.toml", design_text), {folder, folder}, disk, diags);
  INFO(render_text(diags));
  REQUIRE(read.has_value());
  REQUIRE(design.has_value());
  compose::Settings settings;
  settings.only_printed = true;
  const auto story = compose::tell(*read, *design, settings, diags);
  REQUIRE(story.has_value());
  Outcome out;
  // What stands only in the document's properties is not on a page.
  out.whole = layout::dump(*story);
  std::istringstream lines(out.whole);
  for (std::string line; std::getline(lines, line);) {
    const std::string kind = line.substr(0, line.find(' '));
    const bool aside = kind == "about" || kind == "title" || kind == "property" || kind == "outline" ||
                       kind == "whole" || kind == "creator" || kind == "subject" || kind == "ident";
    if (!aside) out.story += line + "\n";
  }
  for (const Diagnostic& fault : diags.all())
    if (fault.code == "compose.not-printed") out.told.push_back(fault.message);
  return out;
}

void check(const std::string& design_text) {
  const Outcome out = outcome_of(design_text);
  CAPTURE(design_text);
  for (const Key& key : keys) {
    const bool printed = out.story.find(key.text) != std::string::npos;
    const std::string row =
        std::string(key.table) + "." + key.key + (printed ? " is printed, and told as lost" : " is lost in silence");
    CHECK_MESSAGE(printed != out.tells(key), row);
    const bool in_properties = !printed && out.whole.find(key.text) != std::string::npos;
    CHECK_MESSAGE(!in_properties, row, " but in the properties");
  }
}

const std::vector<std::string> sections = {"masthead",     "title",      "facts",   "authority", "summary",
                                           "participants", "discussion", "tour",    "steps",     "agreements",
                                           "programme",    "revisions",  "colophon"};

std::string listing(const std::vector<std::string>& kinds) {
  std::string text;
  for (const std::string& kind : kinds) text += "[[section]]\nfrom = \"" + kind + "\"\n";
  return text;
}

const std::string start = "format = 1\nextends = \"house\"\n";
const std::string no_frames =
    "[frame.head]\npages = \"none\"\n[frame.foot]\npages = \"none\"\n[frame.marking_top]\npages = \"none\"\n"
    "[frame.marking_foot]\npages = \"none\"\n";

}  // namespace

TEST_CASE("with all sections everything is printed, and nothing is told") {
  const Outcome out = outcome_of(start + listing(sections));
  CHECK(out.told.empty());
  check(start + listing(sections));
}

TEST_CASE("whichever section is taken out, what is told is what is no longer printed") {
  for (const std::string& out : sections) {
    std::vector<std::string> left;
    for (const std::string& kind : sections)
      if (kind != out) left.push_back(kind);
    check(start + listing(left));
    check(start + no_frames + listing(left));
    check(start + no_frames + listing({out}));
  }
}

TEST_CASE("without its source a document says no more of itself than its pages") {
  const std::string text = R"(readout = 1
[document]
lang = ["en", "ar"]
title = { en = "Talks", ar = "محادثات" }
summary = { en = "Aaron came.", ar = "جاء." }
originator = { en = "Office", ar = "مكتب" }
status = "final"
authentic = "both"
[[side]]
id = "a"
name = { en = "Republic of Abel", ar = "جمهورية" }
in_text = { en = "the said Republic", ar = "الجمهورية" }
)";
  const auto properties = [&](const char* name, bool bilingual, bool only_printed) {
    Diagnostics diags;
    const auto read = model::read_brief(diags.sources.add("brief.toml", text), "", diags);
    REQUIRE(read.has_value());
    compose::Settings settings;
    settings.bilingual = bilingual;
    settings.only_printed = only_printed;
    const auto story = compose::tell(*read, test::design(name), settings, diags);
    REQUIRE(story.has_value());
    std::string all;
    for (const auto& [lang, description] : story->info.descriptions) all += lang + ":" + description + ";";
    for (const auto& [key, value] : story->info.properties) all += key + "=" + value + ";";
    return all;
  };
  for (const bool only_printed : {false, true}) {
    const std::string readout = properties("readout", false, only_printed);
    for (const char* unprinted : {"ar:", "status=final", "authentic=both", "side=Republic of Abel"})
      CHECK_MESSAGE((readout.find(unprinted) == std::string::npos) == only_printed, readout);
    CHECK(readout.find("en:Aaron came.") != std::string::npos);
    const std::string both = properties("brief", true, only_printed);
    for (const char* printed : {"en:Aaron", "ar:", "authentic=both", "side=Republic of Abel"})
      CHECK_MESSAGE(both.find(printed) != std::string::npos, both);
  }
}

TEST_CASE("lines, frames and what a section shows count as well") {
  check(start + listing({"masthead", "title"}) +
        "[[section]]\nfrom = \"line\"\ntext = [\"{meeting.place}\", \"{document.ref|document.version}\"]\n");
  check(start + listing({"title"}) + "[[section]]\nfrom = \"line\"\ntext = \"{meeting.date}\"\n");
  check(start + no_frames + listing({"title"}) +
        "[frame.mine]\nplace = \"foot\"\nbaseline = \"10mm\"\nstyle = \"running\"\n" +
        "start = \"{document.short_title}\"\ncentre = \"{document.subject}\"\n");
  check(start + listing({"title"}) + "[[section]]\nfrom = \"facts\"\nshow = [\"date\", \"version\", \"next\"]\n");
  check(start + listing({"title"}) + "[[section]]\nfrom = \"steps\"\nas = \"list\"\nshow = [\"action\", \"due\"]\n" +
        "[[section]]\nfrom = \"agreements\"\nshow = [\"title\"]\n[[section]]\nfrom = \"programme\"\nshow = [\"time\", "
        "\"who\"]\n" +
        "[[section]]\nfrom = \"revisions\"\nshow = [\"change\"]\n");
}

TEST_CASE("prose prints what it can, and the rest is told") {
  check(start + listing({"title", "prose"}));
  check(start + listing({"masthead", "title"}) + "[[section]]\nfrom = \"prose\"\nshow = [\"tour\", \"outcome\"]\n");
}

TEST_CASE("what bears no number in a template is referred to by its own words") {
  const std::string text = R"([document]
title = "Talks"
summary = "See [](#costs), [](#sketch) and [](#letter)."
[[discussion]]
id = "costs"
heading = "Cost sharing"
text = "As [](#letter) will say."
[[step]]
id = "letter"
text = "Write the letter that [](#letter) is, and send it to all parties before the end of the month, by post."
from = "costs"
[[annex]]
id = "sketch"
title = "Sketch map"
body = "None."
)";
  const test::Told official = test::tell(text), prose = test::tell(text, "readout");
  CHECK(official.text.find("See point 1, annex A and step 1.") != std::string::npos);
  CHECK(prose.text.find("See “Cost sharing”, “Sketch map” and “Write the letter that  is, and send it to all parties "
                        "before…”.") != std::string::npos);
  CHECK(prose.text.find("Cost sharing. ") != std::string::npos);  // the heading is printed, and stands before its text
  CHECK(prose.text.find("point") == std::string::npos);
  const auto abouts = [](const test::Told& told) { return test::line_with(told.dump, "about    "); };
  CHECK(abouts(official).find("See point") != std::string::npos);
  CHECK(abouts(prose).find("See “Cost sharing”") != std::string::npos);
}

TEST_CASE("the summary is described in each of its languages, a reference by the words of that language") {
  const test::Told told = test::tell(R"([document]
title = { en = "Talks", ar = "محادثات" }
lang = ["en", "ar"]
summary = { en = "See [](#costs).", ar = "انظر [](#costs)." }
[[discussion]]
id = "costs"
heading = { en = "Cost sharing", ar = "تقاسم التكاليف" }
text = { en = "Open.", ar = "مفتوح." }
)");
  CHECK_FALSE(test::line_with(told.dump, "about    en “See point").empty());
  CHECK_FALSE(test::line_with(told.dump, "about    ar “انظر تقاسم التكاليف.”").empty());
}
