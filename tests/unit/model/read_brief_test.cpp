// What a brief becomes when it is right: rows of TOML and a part of the dump.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

#include "base/files.hpp"
#include "model/brief.hpp"
#include "model/key_homes.hpp"

using namespace readout;
using namespace readout::model;

namespace {

constexpr const char* start = "readout = 1\n[document]\ntitle = \"T\"\nsummary = \"S.\"\n";

struct Result {
  std::optional<Brief> brief;
  std::string dump, told;
};

Result read(const std::string& text) {
  Diagnostics diags;
  const FileId file = diags.sources.add("t.toml", text);
  Result out;
  out.brief = read_brief(file, "", diags);
  if (out.brief) out.dump = dump(*out.brief);
  out.told = render_text(diags);
  return out;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("every input of the project is read without a word") {
  DiskFiles disk;
  for (const char* name : {"doha", "minimal", "specimen"}) {
    const auto file = disk.read(std::string(READOUT_ROOT "/input/") + name + ".toml");
    REQUIRE(file.bytes);
    const Result result = read(*file.bytes);
    CHECK_MESSAGE(result.told.empty(), result.told);
    CHECK(result.brief);
  }
}

TEST_CASE("single values stand for arrays, strings for dates and hours, languages match by tag or first part") {
  struct Row {
    const char* toml;
    const char* dumped;
  };
  constexpr Row rows[] = {
      {"keywords = \"water\"", "keywords           \"water\""},
      {"lang = \"ar-IQ\"\noffice = { AR = \"مكتب\" }", "office.0           \"مكتب\""},
      {"lang = [\"en-US\", \"ar\"]\noffice = { ar = \"مكتب\", En = \"Office\" }", "office.1           \"مكتب\""},
      {"lang = [\"en-US\", \"en-GB\"]\noffice = { en-gb = \"Centre\", en-us = \"Center\" }",
       "office.1           \"Centre\""},
      {"lang = [\"en\", \"ar\"]\nauthentic = \"AR\"", "authentic          \"ar\""},
      {"issued = \"2026-03-17\"", "issued             2026-03-17"},
      {"issued = 2026-03-17T09:30:12-03:30", "issued             2026-03-17T09:30:12-03:30"},
      {"[meeting]\nstart = \"09:30\"\nend = 10:00:00", "start              09:30"},
      {"[meeting]\nstart = 2026-03-17T23:30:00+03:00\nend = 2026-03-18T01:00:00+03:00",
       "end                2026-03-18T01:00:00+03:00"},
      {"[meeting]\nprevious = \"2024-02-29\"\nnext = \"in May\"", "previous           2024-02-29"},
      {"[meeting]\nprevious = \"2024-02-29\"\nnext = \"in May\"", "next               \"in May\""},
      {"[[step]]\ntext = \"Go.\"\ndue = \"within a month\"", "due.0              \"within a month\""},
      {"[[step]]\ntext = \"Go.\"\ndue = \"2026-06-01\"", "due                2026-06-01"},
      {"[[step]]\ntext = \"Go.\"\nowner = \"The chair\"", "owner.0            \"The chair\""},
      {"[[step]]\ntext = \"Go.\"\nowner = \"قطر\"", "owner.0            \"قطر\""},
      {"[tour]\nsummary = \"Seen.\"\nwhen = \"before\"", "when               \"before\""},
      {"[tour]\nsummary = \"Seen.\"\nwhen = \"after lunch\"", "when.0             \"after lunch\""},
      {"[tour]\nstop = { name = \"Dam\", time = \"11:15\" }", "time               11:15"},
      {"[[discussion]]\nheading = \"H\"\npoints = \"One.\"", "point\n    text.0             \"One.\""},
      {"[[discussion]]\nheading = \"H\"\npoints = [{ text = \"One.\", points = [{ en = \"Two.\" }] }]",
       "    point\n      text.0             \"Two.\""},
      {"[[annex]]\ntitle = \"A\"\ntable = { columns = \"C\", rows = [\"x\", 2, { group = \"G\" }] }",
       "    row\n      cell.0             \"x\"\n    row\n      cell               2\n    row\n      group.0           "
       " \"G\""},
      {"[[annex]]\ntitle = \"A\"\nfile = \"data/a.csv\"", "file               \"data/a.csv\""},
      {"x_note = 4\n[meeting]\nplace = { en = \"P\", x_why = true } # seen",
       "unprinted          \"x_note\"\nunprinted          \"x_why\"\nunprinted          \"comment\""},
  };
  for (const Row& row : rows) {
    const Result result = read(std::string(start) + row.toml + "\n");
    CHECK_MESSAGE(has(result.dump, row.dumped), row.toml << "\n" << result.told << result.dump);
    CHECK_MESSAGE(result.told.empty(), result.told);
  }
}

TEST_CASE("who is a side, a person, all together, or words") {
  const Result result = read(std::string(start) + R"(
[[side]]
id = "north"
name = "Northland"
people = [{ id = "berg", name = "A. Berg" }, "B. Dahl"]
[[side]]
id = "south"
name = "Southland"
[[step]]
text = "One."
owner = ["north", "berg"]
with = "joint"
[[step]]
text = "Two."
owner = { en = "The chair" }
)");
  CHECK_MESSAGE(result.told.empty(), result.told);
  CHECK(has(result.dump, "  owner              side 1\n  owner              person 1\n  with               joint\n"));
  CHECK(has(result.dump, "  owner.0            \"The chair\""));
}

TEST_CASE("people stand in file order, or by rank, the head first") {
  const std::string people = R"(
[[side]]
id = "north"
name = "Northland"
people = [{ name = "A", rank = 3 }, { name = "B" }, "C"]
[[participant]]
side = "north"
name = "D"
rank = 1
[[participant]]
side = "north"
name = "E"
head = true
rank = 9
)";
  const auto order = [](const Result& result) {
    REQUIRE_MESSAGE(result.brief, result.told);
    std::string names;
    for (const std::size_t i : result.brief->sides[0].people) names += result.brief->people[i].name.in[0]->value;
    return names;
  };
  CHECK(order(read(std::string(start) + "precedence = \"rank\"" + people)) == "EDABC");
  CHECK(order(read(std::string(start) + people)) == "EABCD");
}

TEST_CASE("ids are known before they are named, and links find what they name") {
  const Result result = read(std::string(start) + R"(
[[step]]
text = "As in [](#costs), [the map](#map) and [](#later)."
from = "costs"
depends = "later"
src = ["note", "act"]
[[step]]
id = "later"
text = "Later."
[[discussion]]
heading = "Other"
text = "Other."
[[discussion]]
id = "costs"
heading = "Costs"
text = "Shared."
[[annex]]
id = "map"
title = "Map"
body = "A map."
[[source]]
id = "act"
title = "Act"
[[source]]
id = "note"
title = "Note"
)");
  CHECK_MESSAGE(result.told.empty(), result.told);
  CHECK(has(result.dump, R"("As in " | -> point 2 "" | ", " | -> annex 1 "the map" | " and " | -> step 2 "" | ".")"));
  CHECK(has(result.dump, "from               point 2"));
  CHECK(has(result.dump, "depends            step 2"));
  CHECK(has(result.dump, "src                source 2\n  src                source 1"));
}

TEST_CASE("a chain of twenty thousand steps is walked without recursion") {
  std::string text = start;
  for (int i = 0; i < 20'000; ++i) {
    text += "[[step]]\nid = \"s" + std::to_string(i) + "\"\ntext = \"Go.\"\n";
    if (i > 0) text += "depends = \"s" + std::to_string(i - 1) + "\"\n";
  }
  CHECK(read(text).brief);
}

namespace {

/// "[meeting]", "[[side]]\n[[side.people]]": TOML that opens a table, below those that it stands in.
std::string opened(std::string_view path) {
  constexpr std::string_view single[] = {"document", "meeting", "marking", "print", "archive", "tour", "outcome"};
  if (path.empty()) return "";
  const auto dot = path.find('.');
  std::string out = dot == std::string_view::npos ? "" : opened(path.substr(0, dot));
  const bool is_single = std::find(std::begin(single), std::end(single), path) != std::end(single);
  return out + (is_single ? "[" : "[[") + std::string(path) + (is_single ? "]\n" : "]]\n");
}

std::string told_of(std::string_view path, std::string_view key) {
  return read("readout = 1\n" + opened(path) + std::string(key) + " = 1\n").told;
}

}  // namespace

TEST_CASE("keys that people write elsewhere, or by other names: each is unknown there, told with what is known") {
  for (const KeyHome& home : key_homes()) {
    const std::string_view path = home.path == "*" ? "outcome" : home.path;
    CAPTURE(path);
    CAPTURE(home.key);
    const std::string hint = home_of_key(path, home.key);
    REQUIRE_FALSE(hint.empty());
    const std::string told = told_of(path, home.key);
    CHECK(has(told, "knows no key “" + std::string(home.key) + "”"));
    CHECK(has(told, "hint: " + hint));
    const std::string known =
        home.name.empty() ? read("readout = 1\n" + opened(home.table)).told : told_of(home.table, home.name);
    CHECK_FALSE(has(known, "knows no key"));
  }
  CHECK(home_of_key("meeting", "place").empty());
  CHECK(home_of_key("document", "place") == "“place” belongs in [meeting]");
  CHECK(home_of_key("document", "reference") == "here it is called “ref”");
  CHECK(home_of_key("meeting", "reference") == "that is “ref” in [document]");
  CHECK(home_of_key("", "points") == "it is told in [[discussion]]");
}

TEST_CASE("values of the wrong kind are told with what to write") {
  const std::string begins = std::string(start);
  CHECK(has(read(begins + "letterhead = \"x.png\"\n").told,
            "hint: write letterhead = { file = \"x.png\", alt = \"what it shows\" }"));
  CHECK(has(read(begins + "[[outcome]]\ntext = \"x\"\n").told, "hint: there is one of it at most: write [outcome]"));
  CHECK(has(read(begins + "[[discussion]]\nheading = \"H\"\ndecision = [\"a\", \"b\"]\n").told,
            "hint: it takes one, without brackets\n      = hint: several paragraphs stand in one"));
  CHECK(has(read(begins + "[[discussion]]\nheading = \"H\"\ntext = \"x\"\nsrc = [1][2]\n").told,
            "hint: several values stand in one pair of brackets, with commas: [1, 2]"));
}

TEST_CASE("a value of a known few is told with all of them, whatever it is") {
  const std::string begins = std::string(start);
  const std::string person = begins + "[[participant]]\nname = \"N\"\npresent = ";
  CHECK(has(read(person + "false\n").told, "hint: it may be \"yes\", \"part\", \"apologies\", or be left out"));
  CHECK(has(read(person + "\"no\"\n").told, "hint: it may be \"yes\", \"part\", \"apologies\"\n"));
  CHECK(has(read(begins + "[meeting]\nhijri = true\n").told, "hint: write \"none\", \"umm-al-qura\", or the date"));
}

TEST_CASE("where no id is near, those that there are are told, and where there is none, how one is given") {
  const std::string begins = std::string(start);
  CHECK(has(read(begins + "[[step]]\ntext = \"x\"\nfrom = 1\n").told,
            "hint: a number that is printed is no id: give the [[discussion]] that is meant id = \"…\""));
  CHECK(has(read(begins + "[[step]]\nid = \"x\"\ntext = \"x\"\ndepends = \"1\"\n").told,
            "hint: a number that is printed is no id: give the [[step]] that is meant id = \"…\""));
  CHECK(has(read(begins + "[[step]]\ntext = \"x\"\nsrc = \"nv\"\n").told, "hint: none has an id: give the [[source]]"));
  std::string steps = begins;
  for (int i = 0; i < 9; ++i) steps += "[[step]]\ntext = \"x\"\nid = \"s" + std::to_string(i) + "\"\n";
  CHECK(has(read(steps + "depends = \"elsewhere\"\n").told, "“s6”, “s7”, …"));
}

TEST_CASE("a link that leads nowhere is told with what was meant") {
  const auto told = [](const std::string& text) {
    return read(std::string(start) + "[[discussion]]\nid = \"b\"\nheading = \"H\"\ntext = \"" + text + "\"\n" +
                "[[annex]]\nid = \"annex-a\"\ntitle = \"A\"\nbody = \"x\"\n")
        .told;
  };
  CHECK(has(told("[the annex](annex-a)"), "hint: write (#annex-a)\n"));
  CHECK(has(told("[x](www.example.org)"), "hint: write (https://www.example.org)\n"));
  CHECK(has(told("[x](press@example.org)"), "hint: write (mailto:press@example.org)\n"));
  CHECK(has(told("[sic](see below)"), "hint: if no link is meant, write \\["));
  CHECK(has(told("[](#c)"), "hint: there are “annex-a”, “b”\n"));
  CHECK(has(told("[](#annex-b)"), "hint: “annex-a” is near\n"));
  CHECK(has(read(std::string(start) + "[outcome]\ntext = \"[](#c)\"\n").told, "hint: a link with # leads to a point"));
  CHECK(has(read(std::string(start) + "[[source]]\nid = \"s\"\ntitle = \"S\"\nurl = \"www.example.org\"\n").told,
            "hint: write https://www.example.org\n"));
}

TEST_CASE("a text without a letter of its language's script is told; names, codes and titles of others are not") {
  const auto told = [](const std::string& lang, const std::string& more) {
    const std::string head = "readout = 1\n[document]\nlang = [" + lang + "]\ntitle = \"T\"\n";
    return has(read(head + more).told, "brief.wrong-language");
  };
  CHECK(told("\"en\"", "summary = \"التقى الجانبان في الدوحة.\"\n"));
  CHECK(told("\"fr-CH\"", "summary = \"انظر www.example.org/x في الدوحة.\"\n"));
  CHECK(told("\"ar\"", "summary = \"The two sides met in Doha.\"\n"));
  CHECK(told("\"ar\", \"en\"", "summary = { ar = \"The two sides met in Doha.\", en = \"The two sides met.\" }\n"));
  CHECK_FALSE(told("\"ar\"", "summary = \"European Bank for Reconstruction and Development\"\n"));
  CHECK_FALSE(told("\"ar\"", "summary = \"MoU QR-2026/7, https://example.org/the-page and x@example.org\"\n"));
  CHECK_FALSE(told("\"ar\"", "summary = \"وقّع الجانبان Memorandum of the understanding\"\n"));
  CHECK_FALSE(told("\"en\"", "summary = \"وزارة الخارجية\"\n"));
  CHECK_FALSE(told("\"en\"", "summary = \"S\"\n[[side]]\nid = \"a\"\nname = \"جمهورية مصر العربية\"\n"));
  CHECK_FALSE(told("\"en\"", "summary = \"S\"\n[[source]]\nid = \"a\"\ntitle = \"محضر الاجتماع الثالث\"\n"));
}

TEST_CASE("dates in figures are told as they are written") {
  CHECK(has(read(std::string(start) + "[meeting]\ndate = \"14.05.2026\"\n").told, "hint: write 2026-05-14\n"));
  CHECK(has(read(std::string(start) + "[[step]]\ntext = \"x\"\ndue = \"3/5/2026\"\n").told,
            "hint: write 2026-05-03 or 2026-03-05, as it is meant, without quotes: it is printed"));
}

TEST_CASE("a path whose backslashes are sound escapes is told as a path") {
  const std::string seal = std::string(start) + "seal = { decorative = true, file = ";
  CHECK(has(read(seal + "\"images\\new.png\" }\n").told, "hint: a path leads from the folder of this file downwards"));
  CHECK(has(read(seal + "\"a\\tb.png\" }\n").told, "a backslash begins an escape [brief.path]"));
}

TEST_CASE("several ids in one text are told as the array that is meant; words are printed") {
  const std::string sides = std::string(start) +
                            "[[side]]\nid = \"a\"\nname = \"A\"\n[[side]]\nid = \"b\"\nname = \"B\"\n"
                            "[[step]]\ntext = \"x\"\nowner = ";
  for (const char* list : {"\"a, b\"", "\"a and b\"", "\"a, a, and b\"", "[\"a;b\"]"})
    CHECK(has(read(sides + list + "\n").told, "hint: several ids stand in an array: [\"a\", "));
  for (const char* words : {"\"A, b\"", "\"a, the others\"", "\"a,\"", "[\"a\", \"b\"]"})
    CHECK_FALSE(has(read(sides + words + "\n").told, "brief.ids-in-text"));
}

TEST_CASE("talks past midnight are told written out, with the days of the brief") {
  const auto told = [&](std::string_view meeting) {
    return read(std::string(start) + "[meeting]\n" + std::string(meeting)).told;
  };
  CHECK(has(told("date = 2026-12-31\nstart = 21:00:00\nend = 00:30:00\n"),
            "e.g. start = 2026-12-31T21:00:00+03:00 and end = 2027-01-01T00:30:00+03:00"));
  CHECK(has(told("date = 2026-05-18\nuntil = 2026-05-20\nstart = \"21:00\"\nend = \"00:30\"\n"),
            "end = 2026-05-20T00:30:00+03:00"));
  CHECK(has(told("start = 23:30:00\nend = 2026-03-01T01:15:00-03:30\n"),
            "both as date-times with an offset: start = 2026-02-28T23:30:00-03:30"));
  CHECK(has(told("start = 2026-02-28T23:30:00Z\nend = 01:15:00\n"), "an offset: end = 2026-03-01T01:15:00+00:00"));
  CHECK(has(told("start = 2026-05-18T21:00:00\n"),
            "add it, e.g. 2026-05-18T21:00:00+03:00, or write the time of day alone"));
  CHECK(has(told("start = 2026-05-18\n"), "hint: with its day it is written 2026-05-18T09:30:00+03:00"));
  CHECK(has(told("start = \"9:30\"\n"), "hint: a zero is missing: \"09:30\""));
  CHECK(has(told("date = \"2026-9-5\"\n"), "hint: a zero is missing: \"2026-09-05\""));
}

TEST_CASE("an unknown key that is near to none is told with the keys of its table, or where they are shown") {
  const std::string begins = std::string(start);
  CHECK(has(read(begins + "[outcome]\nxyzzy = 1\n").told, "hint: it knows src, text\n"));
  CHECK(has(read("readout = 1\n[document]\nlieu = 1\n").told, "hint: “readout new --full FILE” writes a brief"));
}

TEST_CASE("date-times of a meeting lie on its days; talks may end after midnight of the last") {
  struct Row {
    const char *days, *start, *end;
    bool good;
  };
  constexpr Row rows[] = {
      {"date = 2026-03-16\n", "2026-03-16T09:30:00", "2026-03-16T17:00:00", true},
      {"", "2026-03-16T09:30:00", "2026-03-19T17:00:00", true},
      {"date = 2026-03-16\n", "2026-03-16T22:00:00", "2026-03-17T02:00:00", true},
      {"date = 2026-03-16\n", "2026-03-16T09:30:00", "2026-03-17T10:30:00", false},
      {"date = 2026-03-16\n", "2026-03-17T09:30:00", "2026-03-17T10:30:00", false},
      {"date = 2026-03-16\nuntil = 2026-03-18\n", "2026-03-16T09:30:00", "2026-03-18T17:00:00", true},
      {"date = 2026-03-16\nuntil = 2026-03-18\n", "2026-03-16T09:30:00", "2026-03-17T17:00:00", true},
      {"date = 2026-03-16\nuntil = 2026-03-18\n", "2026-03-16T22:00:00", "2026-03-19T01:00:00", true},
      {"date = 2026-03-16\nuntil = 2026-03-18\n", "2026-03-16T22:00:00", "2026-03-19T23:00:00", false},
      {"date = 2026-03-16\nuntil = 2026-03-18\n", "2026-03-17T09:30:00", "2026-03-18T17:00:00", false},
      {"date = 2026-02-28\n", "2026-02-28T22:00:00", "2026-03-01T02:00:00", true},
  };
  for (const Row& row : rows) {
    const std::string toml = std::string(start) + "[meeting]\n" + row.days + "start = " + row.start +
                             "+03:00\nend = " + row.end + "+03:00\n";
    CAPTURE(toml);
    CHECK(has(read(toml).told, "brief.two-dates") != row.good);
    CHECK(read(toml).brief.has_value() == row.good);
  }
}

TEST_CASE("no line is longer than a string of a PDF, whatever it is said in") {
  const auto told = [](const std::string& title, const std::string& rest = "") {
    return read("readout = 1\n[document]\nsummary = \"S.\"\ntitle = " + title + "\n" + rest).told;
  };
  const std::string most(4000, 'x'), more(4001, 'x');
  CHECK(told("\"" + most + "\"").empty());
  CHECK(has(told("\"" + more + "\""), "t.toml:4:9: error: “document.title” has 4001 characters"));
  CHECK(has(told("{ en = \"T\", ar = \"" + more + "\" }", "lang = [\"en\", \"ar\"]\n"), "[brief.long-line]"));
  CHECK(has(told("\"T\"", "ref = \"" + more + "\"\n"), "“document.ref” has 4001 characters"));
}
