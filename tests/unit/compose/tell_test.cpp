// What a brief is told as: one brief a case, and the lines of the story's dump that matter.
#include "compose/tell.hpp"

#include <doctest/doctest.h>

#include "support_design.hpp"

using namespace readout;
using test::line_with;
using test::tell;

namespace {

const std::string head = "[document]\ntitle = \"Talks on water\"\nsummary = \"They met.\"\n";
const std::string two_languages =
    "[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nsummary = { en = \"They met.\", ar = \"اجتمعوا.\" "
    "}\nlang = [\"en\", \"ar\"]\n";
const std::string plain_sides =
    "[[side]]\nid = \"a\"\nname = \"Alphaland\"\n[[side]]\nid = \"b\"\nname = \"Betania\"\n";
const std::string two_sides =
    "[[side]]\nid = \"a\"\nname = { en = \"Alphaland\", ar = \"ألفالاند\" }\nrole = \"host\"\n[[side]]\nid = "
    "\"b\"\nname = \"Betania\"\n";

std::size_t count(const std::string& dump, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = dump.find(part); at != std::string::npos; at = dump.find(part, at + part.size())) ++n;
  return n;
}

std::string people(const std::string& side, int number) {
  std::string out;
  for (int i = 0; i < number; ++i)
    out += "[[participant]]\nside = \"" + side + "\"\nname = \"Person " + side + std::to_string(i) + "\"\n";
  return out;
}

}  // namespace

TEST_CASE("the least brief: masthead with the kind, title, summary, colophon") {
  const auto told = tell(head);
  CHECK(told.faults.empty());
  CHECK_FALSE(line_with(told.dump, "P masthead “[0]Brief”").empty());
  CHECK_FALSE(line_with(told.dump, "H1").empty());
  CHECK_FALSE(line_with(told.dump, "They met.").empty());
  CHECK_FALSE(line_with(told.dump, "Readout 0.1.0 · source aaaaaaaaaaaa · this file carries its source").empty());
  CHECK(count(told.dump, "H2") == 0);
  CHECK(count(told.dump, " marking ") <= 1);  // the style alone: no marking is printed
}

TEST_CASE("an issuer takes the place of the kind; the kind then stands at the end") {
  const auto told =
      tell("[document]\ntitle = \"Talks\"\nsummary = \"They met.\"\noriginator = \"Ministry\"\noffice = \"Waters\"\n");
  CHECK_FALSE(line_with(told.text, "P masthead “Ministry · Waters”").empty());
  CHECK_FALSE(line_with(told.dump, "P masthead_end “[1]Brief”").empty());
}

TEST_CASE("the masthead names all sides in both languages, or none in the second") {
  const std::string sides =
      "[[side]]\nid = \"a\"\nname = { en = \"Alphaland\", ar = \"ألفالاند\" }\n[[side]]\nid = \"b\"\n";
  const auto whole = tell(two_languages + sides + "name = { en = \"Betania\", ar = \"بيتانيا\" }\n");
  CHECK(line_with(whole.text, "P masthead_end").find("بيتانيا") != std::string::npos);
  const auto part = tell(two_languages + sides + "name = \"Betania\"\n");
  CHECK(line_with(part.text, "P masthead_end").find("Alphaland · Betania") != std::string::npos);
  CHECK(line_with(part.text, "P masthead_end").find("ألفالاند") == std::string::npos);
}

TEST_CASE("a due date stands on one line, in either digits; words of more than fifteen letters break") {
  const std::string steps =
      "[[step]]\ntext = \"Go on.\"\ndue = 2026-11-15\n[[step]]\ntext = \"Stop.\"\ndue = "
      "\"within a fortnight\"\n";
  const auto en = tell(head + steps);
  CHECK(en.dump.find("unbroken]15 November 2026") != std::string::npos);
  CHECK(en.dump.find("unbroken]within a fortnight") == std::string::npos);
  const auto ar = tell("[document]\ntitle = \"محادثات\"\nsummary = \"نص\"\nlang = [\"ar-IQ\"]\n" + steps);
  CHECK_MESSAGE(ar.dump.find("unbroken]١٥ تشرين الثاني ٢٠٢٦") != std::string::npos, ar.dump);
}

TEST_CASE("sections that have nothing to say go, and numbers close up") {
  const auto told = tell(head + "[outcome]\ntext = \"Agreed.\"\n[[step]]\ntext = \"Go on.\"\n");
  CHECK_FALSE(line_with(told.dump, "outline  2 “1 Outcome”").empty());
  CHECK_FALSE(line_with(told.dump, "outline  2 “2 Agreed next steps”").empty());
}

TEST_CASE("two sides face each other, their second names at the end; joint is both sides") {
  const auto told =
      tell(two_languages + two_sides + "[[discussion]]\nheading = \"Water\"\nby = \"joint\"\ntext = \"Said.\"\n");
  CHECK_FALSE(line_with(told.dump, "side “[").empty());
  CHECK_FALSE(line_with(told.dump, "P lang=ar side_second").empty());
  CHECK_FALSE(line_with(told.dump, "Both sides").empty());
  CHECK(count(told.dump, "Table") == 0);
}

TEST_CASE("three sides: joint is all sides") {
  const auto told = tell(head + plain_sides +
                         "[[side]]\nid = \"c\"\nname = \"Gammary\"\n[[discussion]]\nheading = \"Water\"\nby = "
                         "\"joint\"\ntext = \"Said.\"\n");
  CHECK_FALSE(line_with(told.dump, "All sides").empty());
}

TEST_CASE("many people are a table; one long side beside a short one stands in rows of two") {
  const auto table = tell(head + plain_sides + people("a", 14) + people("b", 13));
  CHECK(count(table.dump, "Table table") == 1);
  CHECK(count(table.dump, "row group") == 2);
  const auto unequal = tell(head + plain_sides + people("a", 20) + people("b", 1));
  CHECK(count(unequal.dump, "Table table") == 0);
  CHECK(count(unequal.dump, " rows\n") == 1);
  const auto equal = tell(head + plain_sides + people("a", 6) + people("b", 5));
  CHECK(count(equal.dump, "Table table") == 0);
  CHECK(count(equal.dump, " rows\n") == 1);  // the sides beside each other
}

TEST_CASE("the margin names who holds the floor once more, after others had it; who sends apologies is of a side") {
  const std::string points =
      "points = [ { by = \"a\", text = \"First.\" }, \"Second.\", { by = \"b\", text = \"Third.\" } ]\n";
  const auto told =
      tell(head + plain_sides + "[[participant]]\nside = \"b\"\nname = \"Absent\"\npresent = \"apologies\"\n" +
           "[[discussion]]\nheading = \"Water\"\nby = \"joint\"\ntext = \"Said.\"\n" + points);
  CHECK(count(told.dump, "who “") == 4);
  CHECK(count(told.dump, "Both sides") == 2);
  const auto second = told.text.find("Second."), again = told.text.rfind("Both sides");
  CHECK_MESSAGE(again < second, told.text);
  CHECK_FALSE(line_with(told.text, "Absent (Betania)").empty());
}

TEST_CASE("a head stands first, with honorific, office and role; apologies in a line of their own") {
  const auto told =
      tell(head +
           "[[participant]]\nname = \"B. Second\"\n[[participant]]\nname = \"A. First\"\nhonorific = \"Dr\"\nhead = "
           "true\noffice = \"Minister\"\nrole = \"principal\"\n[[participant]]\nname = \"C. Away\"\npresent = "
           "\"apologies\"\n[[participant]]\nname = \"D. Part\"\npresent = \"part\"\n");
  CHECK(told.dump.find("A. First") < told.dump.find("B. Second"));
  CHECK_FALSE(line_with(told.text, "Dr\u00A0A. First –\u00A0head, principal").empty());
  CHECK_FALSE(line_with(told.text, "Part (present in part)").empty());
  for (const char* whole : {"unbroken]head", "unbroken]principal", "unbroken]present in part"})
    CHECK_FALSE(line_with(told.dump, whole).empty());
  CHECK_FALSE(line_with(told.dump, "Apologies.").empty());
  CHECK(count(told.dump, "C. Away") == 1);
  CHECK_FALSE(line_with(told.dump, "“1 Present”").empty());
}

TEST_CASE("inner points have letters, then i, ii; a lone one has none; a decision is run in") {
  const auto told = tell(head + R"([[discussion]]
heading = "Water"
points = ["One", { text = "Two", points = ["Deep", "Deeper"] }]
decision = "Go on."
[[discussion]]
heading = "Why?"
points = ["Alone"]
)");
  CHECK_FALSE(line_with(told.dump, "point_letter “[").empty());
  CHECK(count(told.dump, "numbering=LowerAlpha") == 1);
  CHECK(count(told.dump, "numbering=LowerRoman") == 1);
  CHECK_FALSE(line_with(told.dump, "]ii”").empty());
  CHECK_FALSE(line_with(told.dump, "]Decision.[").empty());
  CHECK_FALSE(line_with(told.dump, "]Why?”").empty());  // no full stop after a sign of its own
  CHECK(count(told.dump, "Alone") == 1);
}

TEST_CASE("notes and sources: raised numbers, by first use, linked; the list in that order") {
  const auto told = tell(head + R"([[discussion]]
heading = "Water"
points = [{ text = "One", note = "A note.", src = "late" }, { text = "Two", src = ["early", "late"] }]
[[source]]
id = "early"
title = "Early paper"
[[source]]
id = "late"
title = "Late paper"
url = "https://example.org/late"
)");
  CHECK(told.faults.empty());
  CHECK(told.dump.find("]Late paper") < told.dump.find("]Early paper"));
  CHECK_FALSE(line_with(told.dump, "says=“Late paper”][1]").empty());
  CHECK_FALSE(line_with(told.dump, "note=0 isolate]1").empty());
  CHECK_FALSE(line_with(told.dump, "note     0 “1”").empty());
  CHECK_FALSE(line_with(told.dump, "A note.").empty());
  CHECK_FALSE(line_with(told.dump, "url=https://example.org/late").empty());
}

TEST_CASE("the list of sources may stand before their first use") {
  const auto told = tell(head +
                         "[[step]]\ntext = \"Go on.\"\nsrc = \"b\"\n[[source]]\nid = \"a\"\ntitle = \"Paper "
                         "A\"\n[[source]]\nid = \"b\"\ntitle = \"Paper B\"\n");
  CHECK(told.dump.find("]Paper B") < told.dump.find("]Paper A"));
}

TEST_CASE("steps: a column without a value goes; numbers are linked; words for a status") {
  const auto told = tell(head + R"([[discussion]]
heading = "Water"
id = "water"
text = "Said."
[[step]]
id = "first"
text = "Begin."
from = "water"
status = "in-progress"
[[step]]
text = "Go on."
depends = "first"
due = 2026-05-04
)");
  const std::string& dump = told.dump;
  CHECK(line_with(dump, "]Owner”").empty());
  CHECK_FALSE(line_with(dump, "]Due”").empty());
  CHECK_FALSE(line_with(dump, "]in progress”").empty());
  CHECK_FALSE(line_with(dump, " unbroken]4 May 2026").empty());
  CHECK(count(dump, "to=@") == 2);
}

TEST_CASE("languages of an instrument are named in words; a tag without a name is printed, and told once") {
  const auto told = tell(head +
                         "[[agreement]]\ntitle = \"A\"\nlanguages = [\"nl\", \"pt-BR\", \"mi\"]\n"
                         "[[agreement]]\ntitle = \"B\"\nlanguages = [\"mi\", \"uk\"]\n");
  CHECK_FALSE(line_with(told.text, "“Dutch, Portuguese, mi”").empty());
  CHECK_FALSE(line_with(told.text, "“mi, Ukrainian”").empty());
  CHECK(told.faults == "warning compose.language-name");
}

TEST_CASE("references print what they name; a target that is not printed is no link") {
  const std::string brief =
      head +
      "[[discussion]]\nheading = \"Water\"\nid = \"water\"\ntext = \"Said.\"\n[[discussion]]\nheading = \"Ice\"\ntext "
      "= \"See [](#water) and [the first](#water).\"\n";
  const auto told = tell(brief);
  CHECK_FALSE(line_with(told.dump, "says=“point 1” unbroken]point 1").empty());
  CHECK_FALSE(line_with(told.dump, "says=“the first”]the first").empty());
  const auto prose = tell(brief, "readout");
  CHECK(count(prose.dump, "to=@") == 0);
  CHECK_FALSE(line_with(prose.text, "See “Water” and the first.").empty());
}

TEST_CASE("a tour: rings on a line, when it was run in, numbers only with times") {
  const std::string tour = "[tour]\nwhen = \"after\"\nsummary = \"They saw it.\"\n";
  const auto plain = tell(head + tour + "[[tour.stop]]\nname = \"Weir\"\n[[tour.stop]]\nname = \"House\"\n");
  CHECK(count(plain.dump, " ring=") == 2);
  CHECK(count(plain.dump, "to-next") == 1);
  CHECK(count(plain.dump, "from-before") == 1);
  CHECK_FALSE(line_with(plain.dump, "After the meeting.").empty());
  CHECK(count(plain.dump, "label=point_number") == 0);
  const auto timed =
      tell(head + tour +
           "[[tour.stop]]\nname = \"Weir\"\ntime = \"14:15\"\n[[tour.stop]]\nname = \"House\"\ntime = \"15:00\"\n");
  CHECK(count(timed.dump, "label=point_number") == 2);
  CHECK_FALSE(line_with(timed.dump, "14:15").empty());
}

TEST_CASE("terms carry their expansion, as whole words only") {
  const auto told = tell(
      "[document]\ntitle = \"Talks\"\nsummary = \"The UN met; UNESCO did not. UN\"\n[[term]]\nterm = \"UN\"\nmeans = "
      "\"United Nations\"\n");
  CHECK(count(told.dump, "means=“United Nations”]UN") == 2);
}

TEST_CASE("words of another script are tagged with the listed language of that script") {
  const auto listed = tell(
      "[document]\ntitle = { en = \"Talks\", \"ar-IQ\" = \"محادثات\" }\nsummary = \"The ministers (قطر) met.\"\nlang = "
      "[\"en\", \"ar-IQ\"]\n");
  CHECK_FALSE(line_with(listed.dump, "lang=ar-IQ]قطر").empty());
  const auto unlisted = tell("[document]\ntitle = \"Talks\"\nsummary = \"The ministers (قطر) met.\"\n");
  CHECK_FALSE(line_with(unlisted.dump, "lang=ar]قطر").empty());
}

TEST_CASE("a title, a name and an office of the other direction are one isolate, and not with words between them") {
  const std::string brief =
      "[document]\nlang = [\"ar\", \"en\"]\ntitle = { ar = \"محادثات\", en = \"Talks\" }\n"
      "summary = { ar = \"التقى\", en = \"They met.\" }\n"
      "[[participant]]\nhonorific = \"سعادة\"\nname = \"خليفة\"\noffice = \"وزير\"\n";
  const std::string person = line_with(tell(brief, "brief", 1).dump, "خليفة");
  CHECK(person.find("isolate=rtl]سعادة") != std::string::npos);
  CHECK(person.find("isolate+=rtl]\u00A0") != std::string::npos);
  CHECK(person.find("isolate+=rtl]خليفة") != std::string::npos);
  const std::string prose = line_with(tell(brief, "readout", 1).dump, "خليفة");
  CHECK(prose.find("isolate=rtl]سعادة") != std::string::npos);
  CHECK(prose.find("isolate+=rtl]وزير") != std::string::npos);
  const auto arabic = tell(
      "[document]\nlang = [\"en\", \"ar\"]\ntitle = { ar = \"محادثات\", en = \"Talks\" }\n"
      "summary = { ar = \"التقى\", en = \"They met.\" }\n"
      "[[participant]]\nhonorific = \"H.E.\"\nname = { en = \"Smith\", ar = \"سميث\" }\n",
      "brief", 1);
  CHECK(line_with(arabic.dump, "سميث").find("isolate=rtl]سميث") != std::string::npos);
}

TEST_CASE("the comma that joins parts is the language's") {
  const std::string brief =
      "[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nlang = [\"en\", \"ar\"]\nsummary = \"Said.\"\n"
      "[meeting]\nplace = { en = \"Doha\", ar = \"الدوحة\" }\ndate = 2026-11-24\n";
  CHECK(line_with(tell(brief, "readout").dump, "P line").find(", ") != std::string::npos);
  const std::string arabic = line_with(tell(brief, "readout", 1).dump, "P line");
  CHECK(arabic.find("، ") != std::string::npos);
  CHECK(arabic.find(", ") == std::string::npos);
}

TEST_CASE("an Arabic edition: mirrored, Arabic digits and words") {
  const auto told = tell(
      two_languages + two_sides +
          "[[discussion]]\nheading = { en = \"Water\", ar = \"المياه\" }\ntext = { en = \"Said.\", ar = \"قيل.\" }\n",
      "brief", 1);
  CHECK(told.faults.find("error") == std::string::npos);
  CHECK(told.story->page.right_to_left);
  CHECK(told.story->arabic_digits);
  CHECK_FALSE(line_with(told.dump, "“١ المشاركون”").empty());
  CHECK_FALSE(line_with(told.dump, "H1 @").empty());
  CHECK(line_with(told.dump, "H1 @").find(" rtl ") != std::string::npos);
  CHECK_FALSE(line_with(told.dump, "موجز").empty());
}

TEST_CASE("facts: the note stands in place of the date, or after it; a status that is final is not printed") {
  const auto note = tell(head + "[meeting]\ndate_note = \"not stated\"\n");
  CHECK_FALSE(line_with(note.dump, "not stated").empty());
  const auto both = tell(head + "[meeting]\ndate = 2026-03-17\ndate_note = \"a day late\"\nhijri = \"umm-al-qura\"\n");
  CHECK_FALSE(line_with(both.dump, "17 March 2026 (28 Ramadan 1447 AH) (").empty());
  const auto draft = tell("[document]\ntitle = \"Talks\"\nsummary = \"They met.\"\nstatus = \"draft\"\n");
  CHECK_FALSE(line_with(line_with(draft.dump, "running  head at 56"), "Draft").empty());
  const auto final_one = tell("[document]\ntitle = \"Talks\"\nsummary = \"They met.\"\nstatus = \"final\"\n");
  CHECK(line_with(final_one.dump, "Final").empty());
}

TEST_CASE("the foot has the reference, or the short title") {
  const auto with =
      tell("[document]\ntitle = \"Talks on water\"\nshort_title = \"Water\"\nsummary = \"They met.\"\nref = \"W-1\"\n");
  CHECK(line_with(with.dump, "running  foot at 48").find("W-1") != std::string::npos);
  const auto without =
      tell("[document]\ntitle = \"Talks on water\"\nshort_title = \"Water\"\nsummary = \"They met.\"\n");
  CHECK(line_with(without.dump, "running  foot at 48").find("Water") != std::string::npos);
}

TEST_CASE("a marking stands top and bottom; without one its strips are blank") {
  const auto told = tell(head + "[marking]\nlevel = \"Specimen\"\ncaveats = [\"not real\"]\nreason = \"training\"\n");
  CHECK(count(told.text, "Specimen · not real") == 3);  // twice on the page, once in the properties
  CHECK_FALSE(line_with(told.dump, "]training”").empty());
  CHECK(count(tell(head).dump, "running  ") == 2);
}

TEST_CASE("minutes: decisions first and once, what is empty is said") {
  const std::string met = "[meeting]\ndate = 2026-03-17\n[[participant]]\nname = \"A. First\"\n";
  const auto told =
      tell(head + met + "[[discussion]]\nheading = \"Water\"\ntext = \"Said.\"\ndecision = \"Go on.\"\n", "minutes");
  CHECK(count(told.text, "Go on") == 1);
  CHECK(told.text.find("Go on") < told.text.find("Said."));
  CHECK_FALSE(line_with(told.dump, "says=“point 1” unbroken]point 1").empty());
  CHECK_FALSE(line_with(tell(head + met, "minutes").dump, "None recorded.").empty());
}

TEST_CASE("a decision's reference is tied to its last word, before the sentence's own full stop") {
  struct Row {
    const char *decision, *printed;
  };
  const std::string met = "[meeting]\ndate = 2026-03-17\n[[participant]]\nname = \"A. First\"\n";
  for (const Row& row : {Row{"Go on.", "Go on\u00A0(point 1).”"}, Row{"Go on", "Go on\u00A0(point 1)”"},
                         Row{"Go on!", "Go on!\u00A0(point 1)”"}, Row{"Meet at 5 p.m.", "5 p.m.\u00A0(point 1)”"},
                         Row{"Say “no.”", "“no.”\u00A0(point 1)”"}, Row{"Go **on.**", "Go on\u00A0(point 1).”"},
                         Row{"One.\\n\\nTwo.", "Two\u00A0(point 1).”"}}) {
    const auto told =
        tell(head + met + "[[discussion]]\nheading = \"Water\"\ndecision = \"" + row.decision + "\"\n", "minutes");
    CHECK_MESSAGE(!line_with(told.text, row.printed).empty(), told.text);
  }
}

TEST_CASE("minutes of no day, or of nobody, are refused") {
  const auto told = tell(head, "minutes");
  CHECK_FALSE(told.story.has_value());
  CHECK(told.faults == "error compose.needs-date|error compose.needs-people");
}

TEST_CASE("prose: one to four paragraphs, speakers in brackets before the full stop") {
  const auto told = tell(head + plain_sides +
                             "[[discussion]]\nheading = \"Water\"\nby = \"a\"\ntext = \"They said so.\"\n[tour]\nwhen "
                             "= \"after\"\nsummary = \"They saw it.\"\n[outcome]\ntext = \"Agreed.\"\n[[step]]\ntext = "
                             "\"Go on.\"\nowner = \"joint\"\n",
                         "readout");
  CHECK(count(told.dump, " P prose “") == 4);
  CHECK_FALSE(line_with(told.text, "They said so (Alphaland).").empty());
  CHECK_FALSE(line_with(told.text, "Agreed. Agreed next steps: Go on (Both sides).").empty());
}

TEST_CASE("a language without words, a template without sections are errors") {
  CHECK(tell("[document]\ntitle = \"Talks\"\nsummary = \"x\"\nlang = [\"fi\"]\n").faults == "error compose.no-words");
  CHECK(tell(head, "house").faults == "error compose.no-sections");
}

TEST_CASE("a bilingual edition stands in pairs, tells which text prevails, and marks what one side lacks") {
  const auto told = tell(
      "[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nlang = [\"en\", \"ar\"]\nauthentic = \"both\"\n"
      "[[discussion]]\nheading = { en = \"Trade\", ar = \"التجارة\" }\ntext = \"Only in English.\"\n"
      "[print]\nedition = \"bilingual\"\n");
  CHECK(told.faults.find("warning compose.gap") != std::string::npos);
  CHECK(told.dump.find("pair ruled") != std::string::npos);
  CHECK(count(told.dump, "side ar rtl") == count(told.dump, "side en\n"));
  CHECK(told.text.find("[لا يوجد نص بالعربية]") != std::string::npos);
  CHECK(told.text.find("Both texts are equally authentic.") != std::string::npos);
  CHECK(told.text.find("النصان متساويان في الحجية.") != std::string::npos);

  // The mark stands for a title as it does for any text: at its own side's edge.
  const auto gap = tell(
      "[document]\ntitle = \"محادثات\"\nsummary = \"نص\"\nlang = [\"ar\", \"en\"]\n[print]\nedition = \"bilingual\"\n");
  CHECK(count(gap.dump, " title “[") == 1);
}

TEST_CASE("a heading in two languages is one, with one bookmark; the contents list it on both sides") {
  const auto told = tell(
      "[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nlang = [\"en\", \"ar\"]\n[meeting]\ndate = "
      "2026-04-01\n"
      "[[participant]]\nname = { en = \"A Person\", ar = \"شخص\" }\n"
      "[outcome]\ntext = { en = \"Agreed.\", ar = \"اتفق.\" }\n[print]\nedition = \"bilingual\"\n",
      "minutes");
  CHECK(count(told.dump, "H1 ") == 1);
  CHECK(line_with(told.dump, "outline  1").find("“Talks / محادثات”") != std::string::npos);
  CHECK(count(told.dump, "Outcome / ") == 1);
  const std::size_t contents = told.text.find("TOC ");
  REQUIRE(contents != std::string::npos);
  const std::string listed = told.text.substr(contents, told.text.find("H2 ", contents) - contents);
  CHECK(count(listed, "TOCI ") % 2 == 0);  // each on both sides
  CHECK(listed.find("“Outcome”") != std::string::npos);
  CHECK(listed.find("“النتائج”") != std::string::npos);
}

TEST_CASE("a picture of a bilingual edition stands once, with a caption in each language") {
  const auto told = tell(
      "[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nlang = [\"en\", \"ar\"]\n"
      "[[discussion]]\nheading = { en = \"Water\", ar = \"الماء\" }\ntext = { en = \"Low.\", ar = \"قليل.\" }\n"
      "picture = { file = \"p.png\", alt = \"River\", caption = { en = \"The river\", ar = \"النهر\" } }\n"
      "[print]\nedition = \"bilingual\"\n");
  CHECK(count(told.dump, "Figure ") == 1);
  CHECK_FALSE(line_with(told.text, "caption “The river ”").empty());
  CHECK_FALSE(line_with(told.text, "“النهر”").empty());
}

TEST_CASE("steps in two columns: what is done, and below it who does it and when") {
  const auto told = tell(
      "[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nlang = [\"en\", \"ar\"]\n"
      "[[step]]\ntext = { en = \"Meet again.\", ar = \"اللقاء مجددًا.\" }\nowner = { en = \"Experts\", ar = \"الخبراء\" "
      "}\n"
      "[print]\nedition = \"bilingual\"\n");
  CHECK_FALSE(line_with(told.text, "point “Meet again.”").empty());
  CHECK_FALSE(line_with(told.text, "office “Experts”").empty());
  CHECK_FALSE(line_with(told.text, "office rtl “الخبراء”").empty());
}

TEST_CASE("every text of a brief is there once") {
  const auto told =
      tell(head +
           "[[discussion]]\nheading = \"Heading one\"\ntext = \"Text one.\"\npoints = [\"Point one.\", \"Point "
           "two.\"]\n[outcome]\ntext = \"Outcome one.\"\n[[distribution]]\nto = \"Archive one\"\nfor = "
           "\"action\"\n[[distribution]]\nto = \"Archive two\"\n[[revision]]\nversion = \"7\"\nchange = \"Changed "
           "one\"\n[[annex]]\ntitle = \"Annex one\"\nbody = \"Annexed one.\"\n");
  for (const char* text : {"Text one.", "Point one.", "Point two.", "Outcome one.", "Archive one", "Archive two",
                           "Changed one", "Annexed one."}) {
    CAPTURE(text);
    CHECK(count(told.dump, text) == 1);
  }
  CHECK(count(told.dump, "page-break") == 1);
  CHECK_FALSE(line_with(told.dump, "Annex A · Annex one").empty());
}

namespace {

std::string side_of(const std::string& id, const std::string& people) {
  return "[[side]]\nid = \"" + id + "\"\nname = \"Side " + id + "\"\npeople = [" + people + "]\n";
}
const std::string minister = "{ name = \"A. Bel\", office = \"Minister\" }, ", clerk = "{ name = \"C. Dun\" }, ",
                  envoy = "{ name = \"E. Fry\", honorific = \"Dr\", office = \"Envoy\" }";

}  // namespace

TEST_CASE("prose parts people by semicolons where one of them has an office, and by commas where none has") {
  const auto said = [](const std::string& sides) { return tell(head + sides, "readout").text; };
  const std::string offices = said(side_of("a", minister + clerk + envoy) + side_of("b", clerk));
  CHECK_MESSAGE(offices.find("for Side a, A. Bel, Minister; C. Dun; and Dr\u00A0E. Fry, Envoy; for Side b, C. Dun.") !=
                    std::string::npos,
                offices);
  const std::string none = said(side_of("a", clerk + "{ name = \"G. Hay\" }, { name = \"I. Jay\" }"));
  CHECK_MESSAGE(none.find("for Side a, C. Dun, G. Hay and I. Jay.") != std::string::npos, none);
  const std::string note = said(side_of("a", minister + envoy) + "delegation_note = \"and two clerks\"\n");
  CHECK_MESSAGE(note.find("A. Bel, Minister; and Dr\u00A0E. Fry, Envoy; and two clerks.") != std::string::npos, note);
  const std::string one = said(side_of("a", envoy) + "delegation_note = \"with two clerks\"\n");
  CHECK_MESSAGE(one.find("Dr\u00A0E. Fry, Envoy, with two clerks.") != std::string::npos, one);
  const std::string no_sides =
      said("[[participant]]\nname = \"A. Bel\"\noffice = \"Minister\"\n[[participant]]\nname = \"C. Dun\"\n");
  CHECK_MESSAGE(no_sides.find("Present: A. Bel, Minister; and C. Dun.") != std::string::npos, no_sides);
}

TEST_CASE("in prose names stay together, those of people and of who spoke") {
  const auto told =
      tell(head + side_of("a", envoy + ", { id = \"dun\", name = \"C. Dun\" }") +
               "[[discussion]]\nheading = \"Water\"\nby = \"dun\"\ntext = \"Said.\"\n[[step]]\ntext = "
               "\"Go.\"\nowner = \"dun\"\n[[participant]]\nside = \"a\"\nname = \"K. Low\"\npresent = \"apologies\"\n",
           "readout");
  CHECK_MESSAGE(told.dump.find(" together]E. Fry") != std::string::npos, told.dump);
  CHECK(count(told.dump, " together]C. Dun") == 3);
  CHECK(told.dump.find(" together]K. Low") != std::string::npos);
}

TEST_CASE("a list of steps says who owns one, and with whom") {
  const std::string sides = two_languages +
                            "[[side]]\nid = \"a\"\nname = { en = \"Alphaland\", ar = \"ألفالاند\" }\n[[side]]\nid = "
                            "\"b\"\nname = { en = \"Betania\", ar = \"بيتانيا\" }\n";
  const std::string step = "[[step]]\ntext = { en = \"Go on.\", ar = \"تابع.\" }\nowner = \"a\"\nwith = \"b\"\n";
  const std::string both = "[print]\nedition = \"bilingual\"\n";
  const auto told = tell(sides + step + both);
  CHECK_FALSE(line_with(told.text, "“Alphaland, with Betania”").empty());
  CHECK_FALSE(line_with(told.text, "“ألفالاند، بالتعاون مع بيتانيا”").empty());
  model::Template design = test::design("brief");
  for (model::Words& words : design.words) {
    words.text.erase("step.with");
    words.text.erase("join.semicolon_last");
  }
  CHECK_FALSE(line_with(tell(sides + step + both, design).text, "“Alphaland, With: Betania”").empty());
}

TEST_CASE("in a table of people only their names are bold, also where a side goes on; a delegation's row is one cell") {
  const std::string host =
      "[[side]]\nid = \"a\"\nname = \"Alphaland\"\nrole = \"host\"\ndelegation_note = \"and two "
      "clerks\"\npeople = [{ name = \"A. Bel\", office = \"Minister\", head = true }]\n";
  std::string others;
  for (const char* id : {"b", "c", "d"}) others += side_of(id, clerk);
  const auto told = tell(head + host + others + "[[side]]\nid = \"e\"\nname = \"Side e\"\n");
  REQUIRE(told.story.has_value());
  const auto style_before = [&](const std::string& words, std::size_t from) {
    const std::size_t at = told.dump.find(words, from), begin = told.dump.rfind('[', at);
    return std::pair(told.dump.substr(begin + 1, told.dump.find_first_of(" ]", begin) - begin - 1), at);
  };
  const auto [role, at] = style_before("host", told.dump.find("Table table"));
  const auto [again, later] = style_before("host", at + 1);
  const auto [name, unused] = style_before("A. Bel", at);
  const auto [head_role, unused_too] = style_before("head", unused);
  CHECK_MESSAGE(role == again, told.dump);
  CHECK(head_role != name);
  CHECK_FALSE(line_with(told.dump, "P delegation “").empty());
  CHECK(count(told.text, "“–”") == 3);  // of those whose office is not said
  CHECK_FALSE(line_with(told.dump, "P office “").empty());
}

TEST_CASE("apologies end in one full stop, in each place where they stand") {
  const std::string away =
      "[meeting]\ndate = 2026-03-17\n[[participant]]\nname = \"A. First\"\n[[participant]]\nname = "
      "\"B. Way\"\noffice = \"Envoy\"\npresent = \"apologies\"\n";
  for (const char* name : {"brief", "minutes", "readout"}) {
    const std::string text = tell(head + away, name).text;
    CHECK_MESSAGE(text.find("B. Way, Envoy.”") != std::string::npos, text);
  }
  const std::string junior = tell(head +
                                  "[[participant]]\nname = \"A. First\"\n[[participant]]\nname = \"B. Way "
                                  "Jr.\"\npresent = \"apologies\"\n")
                                 .text;
  CHECK_FALSE(line_with(junior, "B. Way Jr.”").empty());
}

TEST_CASE("the colon before a stop's host is spaced as the language spaces it") {
  const std::string tour = "[tour]\nsummary = \"X.\"\nstop = [{ name = \"Y\", host = \"M. Kossi\" }]\n";
  CHECK_FALSE(line_with(tell(head + tour).text, "Host: M. Kossi").empty());
  const auto french = tell("[document]\ntitle = \"T\"\nsummary = \"S.\"\nlang = [\"fr\"]\n" + tour);
  CHECK_FALSE(line_with(french.text, "Hôte\u00A0: M. Kossi").empty());
}

TEST_CASE("the type of a meeting begins with a capital, as other facts do") {
  for (const auto& [lang, word] : {std::pair("en", "Bilateral"),
                                   {"fr", "Bilatérale"},
                                   {"de", "Bilateral"},
                                   {"es", "Bilateral"},
                                   {"it", "Bilaterale"},
                                   {"ar", "ثنائي"}})
    CHECK(test::words(lang).at("type.bilateral") == word);
}
