// Where things stand on their pages, in every edition: who classified a document, captions, values of facts.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "layout/document.hpp"
#include "support/whole.hpp"

using namespace readout;

namespace {

layout::Document specimen(const char* design, const char* edition) {
  test::Whole whole;
  press::Job job = test::Whole::job("input/specimen.toml");
  job.design = design;
  job.edition = edition;
  return whole.document(job);
}

layout::Document invented(const std::string& toml, const char* edition = "en") {
  test::Whole whole;
  const std::string path = test::root() + "/input/places.toml";
  whole.files.files[path] = "readout = 1\n[document]\n" + toml;
  press::Job job = test::Whole::job(path);
  job.edition = edition;
  return whole.document(job);
}

/// The first run of a page that holds `text`; nullptr: there is none.
const layout::PlacedRun* run_in(const layout::Page& page, const std::string& text) {
  for (const auto& item : page.items)
    if (const auto* run = std::get_if<layout::PlacedRun>(&item); run && run->text.find(text) != std::string::npos)
      return run;
  return nullptr;
}
const layout::PlacedRun* on_first_page(const layout::Document& document, const std::string& text) {
  return run_in(document.pages.front(), text);
}
const layout::PlacedRun* run_in(const layout::Document& document, const std::string& text) {
  for (const auto& page : document.pages)
    if (const auto* run = run_in(page, text)) return run;
  return nullptr;
}

}  // namespace

TEST_CASE("who classified it, and until when, stands on page 1 between the title and the facts") {
  for (const char* design : {"brief", "minutes"})
    for (const char* edition : {"en", "bilingual"}) {
      const layout::Document document = specimen(design, edition);
      const auto* last = on_first_page(document, "DECLASSIFY ON");
      const auto* fact = on_first_page(document, "PLACE");
      REQUIRE_MESSAGE((last && fact), design, " ", edition);
      CHECK(last->origin.y < fact->origin.y);
    }
  CHECK(on_first_page(specimen("brief", "ar"), "يرفع التصنيف"));
}

TEST_CASE("a caption stands nearer to its table than to the text above") {
  for (const char* place : {"[[discussion]]\nheading = \"One\"\ntext = \"Above.\"\n[discussion.table]\n",
                            "[[annex]]\ntitle = \"Above.\"\n[annex.table]\n"}) {
    const layout::Document document = invented("title = \"Talks\"\nsummary = \"They met.\"\n" + std::string(place) +
                                               "caption = \"Caption\"\ncolumns = [\"Head\"]\nrows = [[\"1\"]]\n");
    const auto *above = run_in(document, "Above."), *caption = run_in(document, "Caption"),
               *head = run_in(document, "HEAD");
    REQUIRE((above && caption && head));
    CHECK(caption->origin.y - above->origin.y > head->origin.y - caption->origin.y + Pt::from_points(4));
  }
}

TEST_CASE("values of all lists of facts begin below each other, clear of the widest label") {
  struct Row {
    const char *edition, *widest, *values[3];
  };
  const Row rows[] = {{"en", "DECLASSIFY ON", {"Guide for", "Port Meridian", "English and"}},
                      {"bilingual", "DECLASSIFY ON", {"Guide for", "Port Meridian", "House of"}}};
  for (const Row& row : rows) {
    const layout::Document document = specimen("brief", row.edition);
    const auto* label = on_first_page(document, row.widest);
    REQUIRE(label);
    const auto* value = on_first_page(document, row.values[0]);
    REQUIRE(value);
    CHECK(value->origin.x - label->origin.x - label->width > Pt::from_points(11));
    for (const char* text : row.values) {
      const auto* other = on_first_page(document, text);
      REQUIRE_MESSAGE(other, text);
      CHECK_MESSAGE(other->origin.x == value->origin.x, text);
    }
  }
}

TEST_CASE("lines of an Arabic name in an English edition stand as far apart as Arabic wants") {
  const std::string long_name = "جمهورية بيتانيا الديمقراطية الشعبية المتحدة لأقاليم الجنوب والجزر المجاورة";
  const layout::Document document = invented(
      "title = { en = \"Talks\", ar = \"محادثات\" }\nsummary = { en = \"They met.\", ar = \"اجتمعوا.\" }\n"
      "lang = [\"en\", \"ar\"]\n[[side]]\nid = \"a\"\nname = { en = \"Alphaland\", ar = \"" +
      long_name + "\" }\n[[side]]\nid = \"b\"\nname = { en = \"Betania\", ar = \"" + long_name + "\" }\n");
  for (const auto& [style, least] : {std::pair{"side_second", 17}, {"masthead_end", 20}}) {
    Pt last;
    int lines = 0;
    for (const auto& item : document.pages.front().items) {
      const auto* run = std::get_if<layout::PlacedRun>(&item);
      if (!run || run->style != style || run->level % 2 == 0 || run->origin.y == last) continue;
      if (lines++ > 0 && run->origin.y > last) CHECK(run->origin.y - last >= Pt::from_points(least));
      last = run->origin.y;
    }
    CHECK(lines > 1);
  }
}

TEST_CASE("a table without a caption has two lines of its point's text above it on its page") {
  for (int filler = 20; filler < 46; ++filler) {
    std::string points;
    for (int i = 0; i < filler; ++i) points += "\"Said.\", ";
    const layout::Document document = invented(
        "title = \"Talks\"\nsummary = \"They met.\"\n[[discussion]]\nheading = \"One\"\npoints = [" + points +
        "]\n[[discussion]]\nheading = \"Two\"\ntext = \"A text of the point that goes on for more than one line of " +
        "the page, until it has come to what the table below it shows to those who read as far as this.\"\n" +
        "[discussion.table]\ncolumns = [\"Head\"]\nrows = [[\"1\"], [\"2\"], [\"3\"], [\"4\"]]\n");
    const auto with_table = std::find_if(document.pages.begin(), document.pages.end(),
                                         [](const layout::Page& page) { return run_in(page, "HEAD") != nullptr; });
    REQUIRE(with_table != document.pages.end());
    CHECK_MESSAGE(run_in(*with_table, "A text of the point"), filler);
  }
}
