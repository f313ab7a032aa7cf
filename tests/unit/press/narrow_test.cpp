// Where there is too little room for words: tables of many columns, and the margin column.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "layout/document.hpp"
#include "support/whole.hpp"

using namespace readout;

namespace {

struct Printed {
  std::vector<layout::PlacedRun> runs;
  std::vector<std::string> told;

  /// The texts of a style, a run each, in order.
  [[nodiscard]] std::vector<std::string> of(const std::string& style) const {
    std::vector<std::string> out;
    for (const auto& run : runs)
      if (run.style == style) out.push_back(run.text);
    return out;
  }
};

Printed printed(const std::string& toml) {
  test::Whole whole;
  const std::string path = test::root() + "/input/narrow.toml";
  whole.files.files[path] = "readout = 1\n[document]\ntitle = \"Talks\"\n[archive]\nembed_source = false\n" + toml;
  const press::Job job = test::Whole::job(path);
  Printed out;
  for (const auto& page : whole.document(job).pages)
    for (const auto& item : page.items)
      if (const auto* run = std::get_if<layout::PlacedRun>(&item)) out.runs.push_back(*run);
  Diagnostics diags;
  press::Job again = job;
  again.out = "/out/narrow.pdf";
  CHECK(press::build(again, whole.workshop(), diags));
  out.told = test::codes(diags);
  return out;
}

const std::string sides = "[[side]]\nid = \"betania\"\nname = \"Representania\"\n[[discussion]]\nheading = \"One\"\n";

}  // namespace

TEST_CASE("a table too narrow for its words breaks the widest at hyphens, in heads, too, and names nowhere") {
  std::string table = sides + "[discussion.table]\ncolumns = [";
  for (const char* head : {"No.", "Intergovernmental", "Representative", "Responsibility", "Representania",
                           "Delegation", "Intergovernmental", "Representative", "Intergovernmental"})
    table += "\"" + std::string(head) + "\", ";
  table +=
      "]\nrows = [[\"1\", \"Responsibility\", \"intergovernmental\", \"agreed\", \"representatives\", \"by\", "
      "\"intergovernmental\", \"responsibility\", \"intergovernmentally\"]]\n";
  const Printed page = printed(table);
  const auto heads = page.of("table_head"), cells = page.of("table");
  const auto has = [](const std::vector<std::string>& texts, const std::string& text) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
  };
  CHECK(has(heads, "NO."));
  CHECK(std::any_of(heads.begin(), heads.end(), [](const auto& text) { return text.ends_with("\u00AD"); }));
  CHECK(has(heads, "REPRESENTANIA"));
  CHECK(has(cells, "agreed"));
  CHECK(std::any_of(cells.begin(), cells.end(), [](const auto& text) { return text.ends_with("\u00AD"); }));
  CHECK(page.told.empty());
}

TEST_CASE("a table with room enough breaks no word") {
  const Printed page = printed(sides + "[discussion.table]\ncolumns = [\"Intergovernmental\", \"Representative\"]\n" +
                               "rows = [[\"responsibility\", \"delegation\"]]\n");
  CHECK(page.of("table_head") == std::vector<std::string>{"INTERGOVERNMENTAL", "REPRESENTATIVE"});
  CHECK(page.of("table") == std::vector<std::string>{"responsibility", "delegation"});
}

namespace {

/// A point of each, higher than the name beside it.
Printed by(std::initializer_list<const char*> speakers) {
  std::string points, text;
  for (int i = 0; i < 12; ++i) text += "It was said in a few words that went on for a line. ";
  for (const std::string who : speakers)
    points += "[[discussion]]\nheading = \"One\"\ntext = \"" + text + "\"\nby = \"" + who + "\"\n";
  return printed(points);
}

}  // namespace

TEST_CASE("who spoke steps down before a third line, all who spoke alike") {
  const Printed large = by({"All of the Committee", "Representatives"});
  CHECK(large.of("who") == std::vector<std::string>{"ALL OF THE ", "COMMITTEE", "REPRESENTATIVES"});
  const Printed all = by({"Hashemite Kingdom of Jordan", "Representatives"});
  CHECK(all.of("who").empty());
  CHECK(all.of("who_plain") == std::vector<std::string>{"Hashemite Kingdom of ", "Jordan", "Representatives"});
  // Where no size helps, the others need not suffer for it.
  const Printed none = by({"Hashemite Kingdom of Jordan, Republic of Singapore and Sultanate of Oman", "Japan"});
  CHECK(none.of("who_small").empty());
  CHECK(none.of("who_plain").empty());
}

TEST_CASE("who spoke steps down before a word is broken, is broken at a hyphen, and torn only where there is none") {
  CHECK(by({"Representatives"}).of("who") == std::vector<std::string>{"REPRESENTATIVES"});
  CHECK(by({"Intergovernmental"}).of("who_plain") == std::vector<std::string>{"Intergovernmental"});
  const Printed broken = by({"Intergovernmentalisationalities"});
  CHECK(broken.of("who") == std::vector<std::string>{"INTERGOVERN\u00AD", "MENTALISATIONAL\u00AD", "ITIES"});
  CHECK(broken.told.empty());
  const Printed torn = by({"MXMXMXMXMXMXMXMXMXMX"});
  CHECK(torn.of("who") == std::vector<std::string>{"MXMXMXMXMXMX", "MXMXMXMX"});
  CHECK(torn.told == std::vector<std::string>{"layout.overfull"});
}

namespace {

Pt size_of(const Printed& page, const std::string& text) {
  for (const auto& run : page.runs)
    if (run.text == text) return run.size;
  return {};
}

}  // namespace

TEST_CASE("a table too narrow for its words, sums and codes is set in small, whole, before any of them is parted") {
  const auto table = [](const std::string& more_heads, const std::string& more_cells) {
    return printed(sides +
                   "[discussion.table]\ncolumns = [\"Beneficiary\", \"Committed\", \"Disbursed\", \"Balance\", "
                   "\"Reference\"" +
                   more_heads +
                   "]\nrows = [[\"Inspectorate\", \"EUR 12,318,000\", \"EUR 9,100,000\", \"EUR 3,218,000\", "
                   "\"A/RES/78/137\"" +
                   more_cells + "]]\n");
  };
  const Printed wide = table("", ""),
                narrow = table(", \"Instrument\", \"Responsible\"", ", \"Memorandum\", \"Secretariat\"");
  for (const char* text :
       {"EUR 12,318,000", "EUR 9,100,000", "EUR 3,218,000", "A/RES/78/137", "BENEFICIARY", "BALANCE"}) {
    CAPTURE(std::string(text));
    CHECK(size_of(wide, text) > Pt{});
    CHECK(size_of(narrow, text) > Pt{});
    CHECK(size_of(narrow, text) < size_of(wide, text));
  }
  CHECK(narrow.told.empty());
}

TEST_CASE("a table of few columns steps down like one of many, whatever else the brief has") {
  const std::string few =
      "[discussion.table]\ncolumns = [\"Intergovernmental\", \"Representatives\", \"Responsibilities\", "
      "\"Committed\"]\n"
      "rows = [[\"intergovernmentally, internationally\", \"EUR 12,318,000,000,000.00\", \"EUR "
      "12,318,000,000,001.00\", "
      "\"EUR 12,318,000,000,002.00\"]]\n";
  const Printed page = printed(sides + few);
  const Pt size = size_of(page, "EUR 12,318,000,000,000.00");
  CHECK(size > Pt{});  // whole
  CHECK(size < size_of(printed(sides + "[discussion.table]\ncolumns = [\"A\"]\nrows = [[\"EUR 12\"]]\n"), "EUR 12"));
}
