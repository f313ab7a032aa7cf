#include "layout/paragraph.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include "unit/layout/support_setting.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;
using namespace readout::literals;

namespace {

constexpr Direction ltr = Direction::ltr, rtl = Direction::rtl;
constexpr Pt wide = Pt::from_points(1000);

const char* const prose =
    "The two sides agreed to widen their co-operation in trade, energy and transport, and to meet again in Doha "
    "before the end of the year. The ministers thanked their hosts for the warm welcome and for the visit to the new "
    "port, whose first quay is to open in the spring.";

std::string seen_line(const std::string& text, Direction direction) {
  Desk desk;
  const auto set = desk.set(paragraph_of(text, ragged, direction), wide);
  REQUIRE(set.lines.size() == 1);
  CHECK(desk.diags.all().empty());
  return seen(set.lines[0]);
}

bool near(Pt a, Pt b) { return std::abs((a - b).points()) < 0.001; }

Paragraph of_two(Inline first, Inline second) {
  Paragraph paragraph;
  paragraph.content = {std::move(first), std::move(second)};
  paragraph.style = ragged;
  return paragraph;
}

Inline inline_of(std::string text, TextStyleId style = text_style) {
  Inline piece;
  piece.text = std::move(text);
  piece.style = style;
  return piece;
}

}  // namespace

TEST_CASE("a separator vanishes where a line ends, a dot of the text does not") {
  Desk desk;
  const auto of = [](bool separator) {
    Paragraph paragraph = paragraph_of("Ministry of Rivers");
    Inline dot = paragraph.content.front(), second = dot;
    dot.text = " \u00B7 ";
    if (separator) dot.separators.add(0);
    second.text = "Directorate";
    paragraph.content.push_back(dot);
    paragraph.content.push_back(second);
    return paragraph;
  };
  CHECK(lines_of(desk.set(of(true), 300_pt)) == "Ministry of Rivers \u00B7 Directorate");
  CHECK(lines_of(desk.set(of(true), 100_pt)) == "Ministry of Rivers|Directorate");
  CHECK(lines_of(desk.set(of(false), 100_pt)) == "Ministry of Rivers \u00B7|Directorate");
  // It takes no room on the line that it ends.
  const Pt natural = measure_paragraph(paragraph_of("Ministry of Rivers"), "en", desk.context).natural;
  CHECK(lines_of(desk.set(of(true), natural)) == "Ministry of Rivers|Directorate");
  CHECK(desk.diags.all().empty());
}

TEST_CASE("what is seen from left to right") {
  struct Row {
    const char* text;
    Direction direction;
    const char* seen;
  };
  // < > holds a right-to-left run, its text in logical order.
  const Row rows[] = {
      {"the ministers met", ltr, "the ministers met"},
      {"the 3 ministers (قطر) and", ltr, "the 3 ministers (|<قطر>|) and"},
      {"دولة قطر", rtl, "<دولة قطر>"},
      {"قال الوزير Doha ثم غادر", rtl, "< ثم غادر>|Doha|<قال الوزير >"},
      {"في 2026 ثم", rtl, "< ثم>|2026|<في >"},
      {"(قطر)", rtl, "<(قطر)>"},
      {"the word سلام", ltr, "the word |<سلام>"},
      {"سلام means peace", ltr, "<سلام>| means peace"},
      {"«نعم» said", ltr, "«|<نعم>|» said"},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    CHECK(seen_line(row.text, row.direction) == std::string(row.seen));
  }
}

TEST_CASE("a blank that ends a line hangs beyond it, at the paragraph's level") {
  Desk desk;
  SUBCASE("left to right") {
    const auto set = desk.set(paragraph_of("the ministers met", ragged, ltr), 40_pt);
    REQUIRE(set.lines.size() >= 2);
    const PlacedRun& run = set.lines[0].runs.back().run;
    CHECK(run.ends_line);
    CHECK(run.text.ends_with(" "));
    CHECK(run.glyphs.all().back().x >= set.lines[0].width - run.origin.x);
    CHECK_FALSE(set.lines.back().runs.back().run.ends_line);
  }
  SUBCASE("right to left: left of the last letter") {
    const auto set = desk.set(paragraph_of("دولة قطر", at_end, rtl), 25_pt);
    REQUIRE(set.lines.size() == 2);
    const PlacedRun& run = set.lines[0].runs.back().run;
    CHECK(run.text == "دولة ");
    CHECK(run.origin.x < Pt{});
    CHECK(near(run.origin.x + run.glyphs.front().advance, Pt{}));
    CHECK(extent_of(set.lines[0]).left == set.lines[0].x);
  }
  SUBCASE("after a word of the other direction it goes to the paragraph's end") {
    const auto set = desk.set(paragraph_of("قطر Doha ثم غادر", ragged, rtl), 42_pt);
    REQUIRE(set.lines.size() == 2);
    CHECK(seen(set.lines[0]) == " |Doha|<قطر >");
    CHECK(set.lines[0].runs.back().run.level == 1);
  }
  SUBCASE("an Arabic word at the end of an English line") {
    const auto set = desk.set(paragraph_of("the word سلام means", ragged, ltr), 60_pt);
    REQUIRE(set.lines.size() == 2);
    CHECK(seen(set.lines[0]) == "the word |<سلام>| ");
    CHECK(set.lines[0].runs.back().run.level == 0);
  }
}

TEST_CASE("an Arabic phrase broken over two lines keeps its first words first") {
  Desk desk;
  const auto set = desk.set(paragraph_of("the Emir (أمير دولة قطر) said", ragged, ltr), 80_pt);
  REQUIRE(set.lines.size() == 2);
  CHECK(seen(set.lines[0]).find("أمير") != std::string::npos);
  CHECK(seen(set.lines[1]).find("قطر") != std::string::npos);
  CHECK(lines_of(set).find("أمير") < lines_of(set).find("قطر"));
}

TEST_CASE("justified lines end at the measure, the last one does not") {
  for (const Pt measure : {150_pt, 220_pt, 326_pt}) {
    Desk desk;
    const auto set = desk.set(paragraph_of(prose, justified, ltr), measure);
    CHECK(desk.diags.all().empty());
    for (const SetLine& line : set.lines) {
      CHECK_FALSE(line.overfull);
      CHECK(extent_of(line).left == Pt{});
      if (&line == &set.lines.back()) CHECK(line.width < measure);
      else CHECK(extent_of(line).right == measure);
    }
  }
}

TEST_CASE("justified Arabic lines end at both edges, the last one begins at the right") {
  const std::string text =
      "اتفق الجانبان على توسيع التعاون بينهما في مجالات التجارة والطاقة والنقل، وعلى عقد اجتماع آخر في الدوحة قبل "
      "نهاية "
      "عام 2026، وشكر الوزراء مضيفيهم على حفاوة الاستقبال.";
  Desk desk;
  const auto set = desk.set(paragraph_of(text, justified, rtl), 200_pt, "ar");
  REQUIRE(set.lines.size() > 2);
  for (const SetLine& line : set.lines) {
    CHECK(extent_of(line).right == 200_pt);
    if (&line != &set.lines.back()) CHECK(extent_of(line).left == Pt{});
  }
  CHECK(lines_of(set).size() == text.size());
}

TEST_CASE("alignment follows the paragraph's direction") {
  struct Row {
    ParagraphStyleId style;
    Direction direction;
    double share;  // of the spare width that lies left of the line
  };
  const Row rows[] = {{ragged, ltr, 0}, {at_end, ltr, 1}, {centred, ltr, 0.5}, {justified, ltr, 0},
                      {ragged, rtl, 1}, {at_end, rtl, 0}, {centred, rtl, 0.5}, {justified, rtl, 1}};
  for (const Row& row : rows) {
    Desk desk;
    const auto set =
        desk.set(paragraph_of(row.direction == rtl ? "دولة قطر" : "State of Qatar", row.style, row.direction), 200_pt);
    REQUIRE(set.lines.size() == 1);
    const double spare = (200_pt - set.lines[0].width).points();
    CHECK(set.lines[0].x.points() == doctest::Approx(row.share * spare).epsilon(1e-4));
  }
}

TEST_CASE("every text comes out once, at every measure") {
  for (const ParagraphStyleId style :
       {ParagraphStyleId{justified}, ParagraphStyleId{ragged}, ParagraphStyleId{title}}) {
    for (int points = 30; points < 400; points += 17) {
      Desk desk;
      auto lines = lines_of(desk.set(paragraph_of(prose, style, ltr), Pt::from_points(points)));
      std::string text = prose;
      std::erase_if(lines, [](char c) { return c == '|' || c == ' '; });
      std::erase(text, ' ');
      CHECK(lines == text);
    }
  }
}

TEST_CASE("clusters point into the run's own text, in order") {
  Desk desk;
  const auto set = desk.set(
      paragraph_of("The office of the Emir (أمير دولة قطر) and the مُحَمَّدٌ said 12 of 30 so", ragged, ltr), 70_pt);
  for (const SetLine& line : set.lines) {
    for (const LineRun& placed : line.runs) {
      const PlacedRun& run = placed.run;
      auto glyphs = run.glyphs.all();
      if (run.level % 2 == 1) std::reverse(glyphs.begin(), glyphs.end());
      REQUIRE_FALSE(glyphs.empty());
      CHECK(glyphs.front().cluster == 0);
      for (std::size_t i = 0; i < glyphs.size(); ++i) {
        CHECK(glyphs[i].cluster < run.text.size());
        if (i > 0) CHECK(glyphs[i - 1].cluster <= glyphs[i].cluster);
      }
    }
  }
}

TEST_CASE("inlines make runs; blanks between them do not double") {
  Desk desk;
  auto paragraph = of_two(inline_of(" Sheikh  Mohammed "), inline_of(" agreed ", bold_style));
  const auto set = desk.set(paragraph, wide);
  REQUIRE(set.lines.size() == 1);
  REQUIRE(set.lines[0].runs.size() == 2);
  CHECK(set.lines[0].runs[0].run.text == "Sheikh Mohammed ");
  CHECK(set.lines[0].runs[1].run.text == "agreed");
  CHECK(set.lines[0].runs[0].inline_index == 0);
  CHECK(set.lines[0].runs[1].inline_index == 1);
  CHECK(set.lines[0].runs[0].run.face != set.lines[0].runs[1].run.face);
  CHECK(near(set.lines[0].runs[1].run.origin.x, set.lines[0].runs[0].run.width));
}

TEST_CASE("capitals, rise and sizes") {
  Desk desk;
  const auto capitals = desk.set(of_two(inline_of("Qatar وقطر ", capitals_style), inline_of("Doha")), wide);
  CHECK(lines_of(capitals) == "QATAR وقطر Doha");
  const auto raised = desk.set(of_two(inline_of("Doha"), inline_of("1", raised_style)), wide);
  CHECK(raised.lines[0].runs[0].run.origin.y == Pt{});
  CHECK(raised.lines[0].runs[1].run.origin.y == -3_pt);
  const auto plain = desk.set(paragraph_of("Doha"), wide);
  const auto large = desk.set(of_two(inline_of("Doha"), inline_of("D", large_style)), wide);
  CHECK(near(large.lines[0].ascent, plain.lines[0].ascent * 2));
  CHECK(near(large.lines[0].descent, plain.lines[0].descent * 2));
  CHECK(plain.leading == 14_pt);
}

TEST_CASE("letterspace behind the last letter is no part of the line") {
  Desk desk;
  Paragraph paragraph;
  paragraph.content = {inline_of("AA AA", spaced_style)};
  paragraph.style = at_end;
  const auto one = desk.set(paragraph, wide);
  const auto two = desk.set(paragraph, 25_pt);
  REQUIRE(two.lines.size() == 2);
  // Both lines hold the same letters, so both are as wide, though only the first is followed by a blank.
  CHECK(near(two.lines[0].width, two.lines[1].width));
  CHECK(near(one.lines[0].x + one.lines[0].width, wide));
}

TEST_CASE("soft hyphens show only where a line ends in them") {
  Desk desk;
  const auto text = "co\u00ADoperation";
  CHECK(lines_of(desk.set(paragraph_of(text), wide)) == "cooperation");
  const auto broken = desk.set(paragraph_of("co\u00ADoperation, co\u00ADop\u00ADera\u00ADtion"), 45_pt);
  CHECK(lines_of(broken) == "co\u00AD|operation,|coopera\u00AD|tion");
  const PlacedRun& run = broken.lines[0].runs.back().run;
  REQUIRE(run.glyphs.size() == 3);
  CHECK(run.glyphs.all()[2].cluster == 2);  // the hyphen stands for the soft hyphen
  CHECK(near(run.width, broken.lines[0].width));
}

TEST_CASE("a soft hyphen inside a ligature parts it only at a line's end") {
  Desk desk;
  const auto whole = desk.set(paragraph_of("of\u00ADfice"), wide);
  const auto plain = desk.set(paragraph_of("office"), wide);
  CHECK(whole.lines[0].width == plain.lines[0].width);
  CHECK(whole.lines[0].runs[0].run.text == "office");
  const auto broken = desk.set(paragraph_of("of\u00ADfice"), 18_pt);
  CHECK(lines_of(broken) == "of\u00AD|fice");
  for (const SetLine& line : broken.lines) CHECK(extent_of(line).right <= 18_pt);
}

TEST_CASE("no line ends between a dash and a no-break space, but before the dash") {
  Desk desk;
  const auto set = desk.set(paragraph_of("knew whom to ring. –\u00A0Betania"), Pt::from_points(110));
  CHECK(lines_of(set) == "knew whom to ring.|–\u00A0Betania");
}

TEST_CASE("no line ends in a number of groups but where it is wider than the line") {
  Desk desk;
  const auto width = [&](const char* text) {
    return measure_paragraph(paragraph_of(text), "en", desk.context).natural + Pt::from_points(1);
  };
  CHECK(lines_of(desk.set(paragraph_of("loads of 113 000 MWh"), width("loads of 113"))) == "loads of|113 000|MWh");
  CHECK(desk.diags.all().empty());
  CHECK(lines_of(desk.set(paragraph_of("of 113 000"), width("of 113"))) == "of 113|000");
  CHECK(desk.diags.all().size() == 1);
}

TEST_CASE("justified text in a narrow measure is set ragged") {
  Desk desk;
  auto& rules = desk.story.paragraph_styles[justified].lines;
  const auto paragraph =
      paragraph_of("Working more closely was called important for meeting the challenges", justified);
  const auto widest_gap = [&](Pt measure) {
    Pt widest;
    for (const SetLine& line : desk.set(paragraph, measure).lines) widest = max(widest, extent_of(line).right);
    return measure - widest;
  };
  const Pt measure = Pt::from_points(150);
  CHECK(widest_gap(measure) < Pt::from_points(0.1));
  rules.ragged_below = Em(22);
  CHECK(widest_gap(measure) > Pt::from_points(0.1));
  rules.ragged_below = Em(3);
  CHECK(widest_gap(measure) < Pt::from_points(0.1));
}

TEST_CASE("a name in another language stays on one line where it can") {
  Desk desk;
  Paragraph paragraph = paragraph_of("Ambassador Ruta Halvorsen, ");
  paragraph.content.push_back(paragraph.content.front());
  paragraph.content.back().text = "Anne Holm";
  const Pt measure = Pt::from_points(160);
  CHECK(lines_of(desk.set(paragraph, measure)) == "Ambassador Ruta Halvorsen, Anne|Holm");
  paragraph.content.back().lang = "no";
  paragraph.content.back().isolate = text::Isolation::first_strong;
  CHECK(lines_of(desk.set(paragraph, measure)) == "Ambassador Ruta Halvorsen,|Anne Holm");
}

TEST_CASE("a name is parted rather before a particle than after it") {
  for (const int width : {318, 320, 322}) {
    Desk desk;
    Paragraph paragraph = paragraph_of("The delegation was led by the Minister of Foreign Affairs, ", justified);
    paragraph.content.insert(paragraph.content.end(), 2, paragraph.content.front());
    paragraph.content[1].text = "Sidi Mohamed Ould Bah";
    paragraph.content[1].together = true;
    paragraph.content[2].text = ", who spoke of the programme of work of the commission and of its budget for the year";
    const auto lines = lines_of(desk.set(paragraph, Pt::from_points(width)));
    CHECK_MESSAGE(lines.find("Ould|") == std::string::npos, lines);
  }
}

TEST_CASE("a name in another language goes to the next line whole, also after a short one") {
  Desk desk;
  Paragraph paragraph = paragraph_of("Anne Holm · ");
  paragraph.content.push_back(paragraph.content.front());
  paragraph.content.back().text = "Thabet Muhammad Saeed Al Abbasi";
  paragraph.content.back().lang = "no";
  paragraph.content.back().isolate = text::Isolation::first_strong;
  const std::string all = "Anne Holm · Thabet Muhammad Saeed Al Abbasi";
  CHECK(lines_of(desk.set(paragraph, Pt::from_points(400))) == all);
  CHECK(lines_of(desk.set(paragraph, Pt::from_points(170))) == "Anne Holm ·|Thabet Muhammad Saeed Al Abbasi");
}

TEST_CASE("of two things with a dash between the first keeps the dash at its line's end") {
  int broken = 0;
  for (int width = 60; width < 110; ++width) {
    Desk desk;
    const auto lines = lines_of(desk.set(paragraph_of("Khor Zubair \u2013 Basra", title), Pt::from_points(width)));
    broken += lines.find("\u2013|Basra") != std::string::npos ? 1 : 0;
    CHECK_MESSAGE(lines.find("|\u2013") == std::string::npos, lines);
  }
  CHECK(broken > 5);
}

TEST_CASE("balanced lines end rather elsewhere than after an article or a preposition") {
  const auto ends_in_small_words = [](const char* lang) {
    int small = 0;
    for (int width = 90; width < 200; ++width) {
      Desk desk;
      const auto paragraph =
          paragraph_of("Open the line with a trial call on the first of each month in the spring", title);
      const auto set = lines_of(set_paragraph(paragraph, lang, Pt::from_points(width), desk.context));
      for (const char* end : {" the|", " a|", " of|", " on|", " in|", " with|"})
        for (std::size_t at = set.find(end); at != std::string::npos; at = set.find(end, at + 1)) ++small;
    }
    return small;
  };
  const int known = ends_in_small_words("en"), unknown = ends_in_small_words("nl");
  CHECK(unknown > 50);
  CHECK(known * 4 < unknown * 3);
}

TEST_CASE("of a name in two languages and a role the role begins a line rather than the second half") {
  for (const bool stays : {false, true}) {
    Desk desk;
    desk.story.paragraph_styles[justified].align = Align::start;
    desk.story.paragraph_styles[justified].balance = true;
    Paragraph paragraph = paragraph_of("Engineer Idris Masri", justified);
    paragraph.content.insert(paragraph.content.end(), 4, paragraph.content.front());
    paragraph.content[0].whole_words = paragraph.content[0].together = true;
    paragraph.content[1].text = " \u00B7 ";
    paragraph.content[1].separators.add(0);
    paragraph.content[1].stays_by = stays;
    paragraph.content[2].text = "Ola Nordmann";
    paragraph.content[2].lang = "no";
    paragraph.content[2].isolate = text::Isolation::ltr;
    paragraph.content[3].text = " \u2013 ";
    paragraph.content[3].separators.add(0);
    paragraph.content[4].text = "note-taker";
    paragraph.content[4].unbroken = true;
    for (int width = 175; width < 205; ++width)
      CHECK(lines_of(desk.set(paragraph, Pt::from_points(width))) ==
            (stays ? "Engineer Idris Masri \u00B7 Ola Nordmann|note-taker"
                   : "Engineer Idris Masri|Ola Nordmann \u2013 note-taker"));
    CHECK(lines_of(desk.set(paragraph, 130_pt)) == "Engineer Idris Masri|Ola Nordmann \u2013 note-taker");
  }
}

TEST_CASE("of names among others each stays together where a line holds it, and no line begins with the dot between") {
  Desk desk;
  Paragraph paragraph = paragraph_of("Ministry of Foreign Affairs");
  paragraph.content.front().together = true;
  paragraph.content.insert(paragraph.content.end(), 2, paragraph.content.front());
  paragraph.content[1].text = " · ";
  paragraph.content[1].together = false;
  paragraph.content[2].text = "European Department";
  CHECK(lines_of(desk.set(paragraph, Pt::from_points(190))) == "Ministry of Foreign Affairs ·|European Department");
  for (int width = 60; width < 240; ++width) {
    const std::string lines = lines_of(desk.set(paragraph, Pt::from_points(width)));
    CAPTURE(lines);
    CHECK(lines.find("|·") == std::string::npos);
  }
  for (Inline& piece : paragraph.content) {  // in another language all of it stands in one isolate
    piece.lang = "no";
    piece.isolate = text::Isolation::ltr;
    piece.same_isolate = &piece != &paragraph.content.front();
  }
  CHECK(lines_of(desk.set(paragraph, Pt::from_points(190))) == "Ministry of Foreign Affairs ·|European Department");
  CHECK(desk.diags.all().empty());  // broken between words, which is nothing to tell
}

TEST_CASE("a code, a range or an address is parted only where it must be, and then not after a hyphen") {
  const struct {
    const char* words;
    const char* ends;  ///< how no line ends where the words have room on one
  } rows[] = {{"AGENDA/Rev.2", "AGENDA/Rev."},
              {"WP.3-FOLLOWUP", "WP.3-"},
              {"A/RES/78/137", "A/RES/"},
              {"MFA/EU/2026-0217", "MFA/EU/"},
              {"09:00–17:30", "09:00–"},
              {"EUR 18,204.55", "EUR"},
              {"1 250 000", "250"},
              {"08 h 30–17 h 00", "30–17"},
              {"1 de julio", "1 de"}};
  for (const auto& row : rows) {
    for (int width = 100; width < 200; width += 3) {
      Desk desk;
      desk.story.paragraph_styles[ragged].lines.ragged_stretch = Em(3);
      const auto paragraph = paragraph_of("The committee took note of it, and of " + std::string(row.words) +
                                          " as the secretariat had it distributed before");
      const auto lines = lines_of(desk.set(paragraph, Pt::from_points(width)));
      CAPTURE(lines);
      CHECK(lines.find(row.words) != std::string::npos);
      CHECK(lines.find(std::string(row.ends) + "|") == std::string::npos);
    }
  }
  Desk desk;
  const auto address = paragraph_of("see https://www.jtc-interconnection.example/documents");
  CHECK(lines_of(desk.set(address, 180_pt)) == "see https://www.jtc-interconnection|.example/documents");
}

TEST_CASE("a ragged line ends short before what is better kept whole") {
  for (const std::string words : {"31 December", "€2.4 million", "A/RES/78/137", "Dr Mensah"}) {
    for (int width = 110; width < 200; width += 3) {
      Desk desk;
      desk.story.paragraph_styles[ragged].lines.ragged_stretch = Em(1);
      const auto paragraph = paragraph_of("They took note of " + words + " and of what was said about it before");
      const auto lines = lines_of(desk.set(paragraph, Pt::from_points(width)));
      CAPTURE(lines);
      CHECK(lines.find(words) != std::string::npos);
    }
  }
}

TEST_CASE("a ragged line holds what is kept whole where it has room, rather than end short before it") {
  Desk desk;
  desk.story.paragraph_styles[ragged].lines.ragged_stretch = Em(3);
  const auto paragraph = paragraph_of(
      "Turbines need at least 280 km. Ceilings are possible at any time, fixed timetables are not.", ragged);
  const std::string lines = lines_of(desk.set(paragraph, 162_pt));
  CHECK(lines.starts_with("Turbines need at least 280 km.|"));
}

TEST_CASE("a ragged line ends rather short before a month than between it and its year") {
  const auto paragraph = paragraph_of(
      "The ministers agreed to meet again in December 2026 and that the second, which is to be longer than it, follows "
      "in December 2026 at the latest, unless the sides wish otherwise; the hours of it are told in a note");
  for (int width = 202; width < 214; width += 2) {
    Desk desk;
    desk.story.paragraph_styles[ragged].lines.ragged_stretch = Em(3);
    const auto lines = lines_of(desk.set(paragraph, Pt::from_points(width)));
    CAPTURE(lines);
    CHECK(lines.find("|2026") == std::string::npos);
  }
}

TEST_CASE("an address is parted between letters rather than that its line gapes") {
  const auto paragraph = paragraph_of(
      "See https://www.jointcommittee.example.org/documents/2026/02/inf-7-rev-2-annex-iii.pdf for it.", justified);
  for (int width = 220; width < 380; width += 7) {
    Desk desk;
    const auto set = desk.set(paragraph, Pt::from_points(width));
    for (const auto& line : set.lines) CHECK_MESSAGE(line.ratio < 12, lines_of(set));  // where it gapes it has 30
    CHECK(desk.diags.all().empty());
  }
}

TEST_CASE("a checksum is parted every eight figures, and where lines may be short only if none holds it") {
  const std::string sum = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  Desk desk;
  CHECK(lines_of(desk.set(paragraph_of("Its sum is " + sum), 320_pt)) == "Its sum is|" + sum);
  const auto narrow = lines_of(desk.set(paragraph_of("Its sum is " + sum), 200_pt));
  CHECK_MESSAGE(narrow.find("c55ad015|a3bf4f1b") != std::string::npos, narrow);
  CHECK(desk.diags.all().empty());
}

TEST_CASE("zero-width spaces and no-break spaces") {
  Desk desk;
  CHECK(lines_of(desk.set(paragraph_of("aaaa\u200Bbbbb"), wide)) == "aaaabbbb");
  CHECK(lines_of(desk.set(paragraph_of("aaaa\u200Bbbbb"), 25_pt)) == "aaaa|bbbb");
  CHECK(lines_of(desk.set(paragraph_of("see Page\u00A03"), 38_pt)) == "see|Page\u00A03");
}

TEST_CASE("a word longer than the measure is broken between letters, inside the frame, and told") {
  Desk desk;
  auto paragraph = paragraph_of("see " + std::string(10000, 'n') + " there", justified);
  const auto set = desk.set(paragraph, 200_pt);
  for (const SetLine& line : set.lines) {
    CHECK_FALSE(line.overfull);
    CHECK(extent_of(line).right <= 200_pt);
  }
  std::string text = lines_of(set);
  CHECK(std::count(text.begin(), text.end(), 'n') == 10000);
  REQUIRE(desk.diags.all().size() == 1);
  CHECK(desk.diags.all()[0].code == "layout.overfull");
  CHECK(desk.diags.all()[0].severity == Severity::warning);
  // Set again, it is not told again.
  (void)desk.set(paragraph, 200_pt);
  CHECK(desk.diags.all().size() == 1);
}

TEST_CASE("what cannot be broken sticks out, complete, and is told") {
  Desk desk;
  const auto set = desk.set(paragraph_of("a m b"), 6_pt);
  CHECK(lines_of(set) == "a|m|b");
  CHECK(set.lines[1].overfull);
  REQUIRE(desk.diags.all().size() == 1);
  CHECK(desk.diags.all()[0].message == "\"m\" sticks out of a line of 6.0 pt");
}

TEST_CASE("titles have lines of like length") {
  Desk desk;
  const auto set = desk.set(paragraph_of("Qatar and Iraq agree on a joint commission for trade", title), 180_pt);
  REQUIRE(set.lines.size() == 2);
  const double first = set.lines[0].width.points(), second = set.lines[1].width.points();
  CHECK(std::abs(first - second) < 40);
}

TEST_CASE("one short word is not left alone on the last line") {
  const char* const text =
      "The visit let the guests see how advanced Qatar's military infrastructure is, and showed that Qatar is "
      "committed "
      "to innovation and new technology in defense.";
  for (const ParagraphStyleId style : {ParagraphStyleId{justified}, ParagraphStyleId{ragged}}) {
    Desk desk;
    const auto lines = lines_of(desk.set(paragraph_of(text, style), 312_pt));
    CHECK(lines.ends_with("|in defense."));
  }
}

TEST_CASE("a word that is told is quoted as the source has it") {
  for (const TextStyleId style : {text_style, capitals_style}) {
    Desk desk;
    (void)desk.set(of_two(inline_of("the Donaudampf\u2060schiff now ", style), inline_of("so")), 30_pt);
    REQUIRE(!desk.diags.all().empty());
    CHECK(desk.diags.all()[0].message.find("\"Donaudampfschiff\" is broken inside") == 0);
  }
}

TEST_CASE("the blank that hangs after a link is no part of the link") {
  Desk desk;
  auto link = inline_of("the ministers of");
  link.role = Role::link;
  const auto set = desk.set(of_two(link, inline_of(" Qatar")), 40_pt);
  REQUIRE(set.lines.size() > 1);
  for (const SetLine& line : set.lines)
    for (const LineRun& placed : line.runs)
      if (placed.run.text != " ") CHECK(placed.run.origin.x + placed.run.width <= line.width);
}

TEST_CASE("notes are told with the line of their mark") {
  Desk desk;
  auto mark = inline_of("1", raised_style);
  mark.note = 7;
  const auto set = desk.set(of_two(inline_of("aaaa bbbb"), mark), 30_pt);
  REQUIRE(set.lines.size() == 2);
  CHECK(set.lines[0].notes.empty());
  CHECK(set.lines[1].notes == std::vector<NoteId>{7});
}

TEST_CASE("characters that no typeface has are told once an inline") {
  Desk desk;
  const auto file = desk.diags.sources.add("a.toml", "text = \"a \U00012345 b \U00012345\"");
  auto paragraph = paragraph_of("a \U00012345 b \U00012345");
  paragraph.content[0].span = {file, 8, 22};
  (void)desk.set(paragraph, wide);
  (void)desk.set(paragraph, wide);
  REQUIRE(desk.diags.all().size() == 1);
  CHECK(desk.diags.all()[0].code == "font.no-character");
  CHECK(desk.diags.all()[0].span == Span{file, 10, 14});
  CHECK(desk.diags.all()[0].message.find("U+12345") != std::string::npos);
  CHECK(desk.context.failed);
}

TEST_CASE("a face that the template asks for and the book lacks is an error, told once") {
  Story story = test_story();
  story.text_styles[0].latin.family = "Amirri";
  story.text_styles[1].latin.family = "Linux Biolinum O";
  story.text_styles[1].latin.italic = true;
  Diagnostics diags;
  const auto context = make_context(story, real_fonts(), diags);
  CHECK(context.failed);
  REQUIRE(diags.all().size() == 2);
  CHECK(diags.all()[0].code == "font.no-family");
  CHECK(diags.all()[0].hints.at(0) == "did you mean \"Amiri\"?");
  CHECK(diags.all()[1].code == "font.no-style");
  CHECK(diags.all()[1].hints.at(0) == "it has: regular, bold");
}

TEST_CASE("a family without the character gives way") {
  Desk desk;
  const auto set = desk.set(paragraph_of("a \u2611 b"), wide);  // a ballot box: DejaVu Sans has it
  CHECK(desk.diags.all().empty());
  CHECK(lines_of(set) == "a \u2611 b");
}

TEST_CASE("widths for tables") {
  Desk desk;
  const auto word = measure_paragraph(paragraph_of("ministers"), "en", desk.context);
  CHECK(word.least == word.natural);
  const auto all = measure_paragraph(paragraph_of("the ministers met"), "en", desk.context);
  CHECK(all.least == word.natural);
  const auto set = desk.set(paragraph_of("the ministers met"), all.natural);
  REQUIRE(set.lines.size() == 1);
  CHECK(set.lines[0].width == all.natural);
  CHECK_FALSE(set.lines[0].overfull);
  CHECK(desk.set(paragraph_of("the ministers met"), all.least).lines.size() <= 3);
  CHECK(desk.diags.all().empty());
}

TEST_CASE("a paragraph without text is one line without runs") {
  Desk desk;
  const auto set = desk.set(paragraph_of("  "), 100_pt);
  REQUIRE(set.lines.size() == 1);
  CHECK(set.lines[0].runs.empty());
  CHECK(set.lines[0].ascent > Pt{});
  CHECK(desk.set(Paragraph{}, 100_pt).lines.size() == 1);
}
