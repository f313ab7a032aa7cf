// What a brief is told as: one brief a case, and the lines of the story's dump that matter.
#include "compose/tell.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

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

/// The block of a paragraph with these words.
const layout::Block* block_with(const std::vector<layout::Block>& blocks, const std::string& words) {
  for (const layout::Block& one : blocks) {
    const layout::Block* found = nullptr;
    if (const auto* text = std::get_if<layout::Paragraph>(&one.content))
      for (const layout::Inline& run : text->content)
        if (run.text.find(words) != std::string::npos) found = &one;
    if (const auto* group = std::get_if<layout::Group>(&one.content)) found = block_with(group->blocks, words);
    if (const auto* item = std::get_if<layout::Item>(&one.content)) found = block_with(item->body, words);
    if (const auto* pair = std::get_if<layout::Pair>(&one.content)) {
      found = block_with(pair->first.blocks, words);
      if (!found) found = block_with(pair->second.blocks, words);
    }
    if (found) return found;
  }
  return nullptr;
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
  CHECK_FALSE(line_with(told.text, "Readout 0.1.0 · source aaaaaaaaaaaa · this file carries its source").empty());
  CHECK(count(told.dump, "H2") == 0);
  CHECK(count(told.dump, " marking ") <= 1);  // the style alone: no marking is printed
}

TEST_CASE("an issuer takes the place of the kind; the kind then stands at the end") {
  const auto told =
      tell("[document]\ntitle = \"Talks\"\nsummary = \"They met.\"\noriginator = \"Ministry\"\noffice = \"Waters\"\n");
  CHECK_FALSE(line_with(told.text, "P masthead “Ministry”").empty());
  CHECK_FALSE(line_with(told.text, "P masthead “Waters”").empty());
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
  CHECK_FALSE(line_with(told.text, "Dr\u00A0A. First – head, principal").empty());
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
[[discussion]]
heading = "How"
text = "Slowly."
decision = "Wait."
)");
  CHECK_FALSE(line_with(told.dump, "point_letter “[").empty());
  CHECK(count(told.dump, "numbering=LowerAlpha") == 1);
  CHECK(count(told.dump, "numbering=LowerRoman") == 1);
  CHECK_FALSE(line_with(told.dump, "]ii”").empty());
  CHECK(line_with(told.dump, "] Go on.").find(" bond=sum ") != std::string::npos);
  CHECK(line_with(told.dump, "] Wait.").find(" bond=decision ") != std::string::npos);
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
  const std::string mark = line_with(told.dump, "says=“Late paper”][1]");
  CHECK_FALSE(mark.empty());
  const auto number_after = [](const std::string& line, std::string_view what) {
    const std::size_t at = line.find(what);
    return at == std::string::npos ? 0 : std::atoi(line.c_str() + at + what.size());
  };
  const int place = number_after(mark, " @");  // where the number in the list leads back to
  CHECK(place != 0);
  const std::string back = "to=@" + std::to_string(place);
  CHECK(told.dump.rfind(back) != std::string::npos);
  CHECK(told.dump.rfind(back) > told.dump.find(mark));
  CHECK_FALSE(line_with(told.dump, "note=0 isolate]1").empty());
  CHECK_FALSE(line_with(told.dump, "note     0 “1”").empty());
  CHECK_FALSE(line_with(told.dump, "A note.").empty());
  CHECK_FALSE(line_with(told.dump, "url=https://example.org/late").empty());
  CHECK_FALSE(line_with(told.dump, "says=“Early paper”]2]").empty());  // "[1, 2]": one bracket for both
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
  const auto at_hour = tell(head + "[tour]\nwhen = \"14:00\"\nsummary = \"They saw it.\"\n");
  CHECK(count(at_hour.dump, "14:00.") == 0);  // as the stops' hours have none
  CHECK(line_with(at_hour.dump, "They saw it.").find("]14:00[") != std::string::npos);
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
  CHECK(person.find("isolate=rtl together]سعادة") != std::string::npos);
  CHECK(person.find("isolate+=rtl together]\u00A0") != std::string::npos);
  CHECK(person.find("isolate+=rtl together]خليفة") != std::string::npos);
  const std::string prose = line_with(tell(brief, "readout", 1).dump, "خليفة");
  CHECK(prose.find("isolate=rtl]سعادة") != std::string::npos);
  CHECK(prose.find("isolate+=rtl]وزير") != std::string::npos);
  const auto arabic = tell(
      "[document]\nlang = [\"en\", \"ar\"]\ntitle = { ar = \"محادثات\", en = \"Talks\" }\n"
      "summary = { ar = \"التقى\", en = \"They met.\" }\n"
      "[[participant]]\nhonorific = \"H.E.\"\nname = { en = \"Smith\", ar = \"سميث\" }\n",
      "brief", 1);
  CHECK(line_with(arabic.dump, "سميث").find("isolate=rtl together]سميث") != std::string::npos);
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

TEST_CASE(
    "in Arabic Western figures of a code are set as other codes are, its own are not; a sum is one with its name") {
  const auto told =
      tell(two_languages + two_sides +
               "[[discussion]]\nheading = \"H\"\ntext = \"T.\"\nsrc = \"s\"\n[clearance]\ndrafted_by = \"A\"\nphone = "
               "\"555 0204\"\n[[source]]\nid = \"s\"\ntitle = \"P\"\nsha256 = \"" +
               std::string(64, 'a') + "\"\n",
           "brief", 1);
  CHECK_MESSAGE(line_with(told.dump, "555 0204").find("lang=en isolate]555 0204") != std::string::npos, told.dump);
  const std::string sum = line_with(told.dump, "isolate]SHA[");
  CHECK_MESSAGE(sum.find("isolate+]" + std::string(8, 'a')) != std::string::npos, told.dump);
  const auto own =
      tell(two_languages + two_sides + "[clearance]\ndrafted_by = \"A\"\nphone = \"٥٥٥ ٠٢٠٤\"\n", "brief", 1);
  CHECK(line_with(own.dump, "٥٥٥ ٠٢٠٤").find("lang=en") == std::string::npos);
}

TEST_CASE("facts: the note stands in place of the date, or after it; a status that is final is not printed") {
  const auto note = tell(head + "[meeting]\ndate_note = \"not stated\"\n");
  CHECK_FALSE(line_with(note.dump, "not stated").empty());
  const auto both = tell(head + "[meeting]\ndate = 2026-03-17\ndate_note = \"a day late\"\nhijri = \"umm-al-qura\"\n");
  CHECK_FALSE(line_with(both.dump, "17 March 2026 (28 Ramadan\u00A01447\u00A0AH) (").empty());
  const auto draft = tell("[document]\ntitle = \"Talks\"\nsummary = \"They met.\"\nstatus = \"draft\"\n");
  CHECK_FALSE(line_with(line_with(draft.dump, "running  head at 56"), "Draft").empty());
  const auto final_one = tell("[document]\ntitle = \"Talks\"\nsummary = \"They met.\"\nstatus = \"final\"\n");
  CHECK(line_with(final_one.dump, "Final").empty());
}

TEST_CASE("the foot has the reference, or on page 1 the short title, which later pages have in their head") {
  const auto with =
      tell("[document]\ntitle = \"Talks on water\"\nshort_title = \"Water\"\nsummary = \"They met.\"\nref = \"W-1\"\n");
  CHECK(line_with(with.dump, "running  foot at 48").find("W-1") != std::string::npos);
  const auto without =
      tell("[document]\ntitle = \"Talks on water\"\nshort_title = \"Water\"\nsummary = \"They met.\"\n");
  CHECK(line_with(without.dump, "running  foot at 48.19 pages=1 ").find("Water") != std::string::npos);
  CHECK(line_with(without.dump, "running  foot at 48.19 pages=2 ").find("Water") == std::string::npos);
  CHECK(line_with(with.dump, "running  foot at 48.19 pages=2 ").find("W-1") != std::string::npos);
}

TEST_CASE("a title that is broken off in a running head ends in no word or mark that says nothing alone") {
  const auto never_ends_in = [](const char* lang, const std::string& title, std::initializer_list<const char*> ends) {
    std::size_t broken = 0;
    for (std::size_t letters = 30; letters < 80; ++letters) {
      const auto told = tell("[document]\ntitle = \"" + std::string(letters, 'a') + " " + title +
                             "\"\nsummary = \"x\"\nlang = [\"" + lang + "\"]\n");
      const std::string head = line_with(told.dump, "running  foot at ");
      broken += count(head, "…");
      CAPTURE(head);
      for (const char* end : ends) CHECK(head.find(std::string(end) + "…") == std::string::npos);
    }
    CHECK(broken > 20);
  };
  never_ends_in("en", "of water, and to the UN in the years to come and for all of the basins of the (lower) river",
                {" of", ",", " and", " to", " the", " in", " for", " "});
  never_ends_in("fr", "des eaux et des forêts : les pays voisins et la pêche « en mer », pour tous les pays",
                {" des", " et", " :", " les", " la", " «", " en", "\u00A0", "\u202F", ","});
  never_ends_in("ar", "العمل المشترك في المناطق الحدودية، وعلى أساس من الثقة بين الطرفين في كل المجالات",
                {" في", "،", " من", " بين", " وعلى"});
}

TEST_CASE("a title that is broken off keeps words of three letters that are names of things") {
  const auto told = tell("[document]\ntitle = \"" + std::string(53, 'a') +
                         " on oil gas and then very much more that has no room\"\nsummary = \"x\"\n");
  CHECK(line_with(told.dump, "running  foot at ").find(" oil gas…") != std::string::npos);
}

TEST_CASE("a marking stands top and bottom; without one its strips are blank") {
  const auto told = tell(head + "[marking]\nlevel = \"Specimen\"\ncaveats = [\"not real\"]\nreason = \"training\"\n");
  CHECK(count(told.text, "Specimen · not real") == 3);  // twice on the page, once in the properties
  CHECK_FALSE(line_with(told.dump, "]training”").empty());
  CHECK(count(tell(head).dump, "running  ") == 3);
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
  for (const Row& row :
       {Row{"Go on.", "Go on (point 1).”"}, Row{"Go on", "Go on (point 1)”"}, Row{"Go on!", "Go on! (point 1)”"},
        Row{"Meet at 5 p.m.", "5 p.m. (point 1).”"}, Row{"Say “no.”", "“no” (point 1).”"},
        Row{"Go **on.**", "Go on (point 1).”"}, Row{"Fees, etc.", "etc. (point 1).”"},
        Row{"Write to Ships Inc.", "Inc. (point 1).”"}, Row{"Die Häfen usw.", "usw. (point 1).”"},
        Row{"Until B31.12.", "B31.12 (point 1).”"}, Row{"By the U.S.A.", "U.S.A. (point 1).”"},
        Row{"And so on...", "on... (point 1)”"}, Row{"One.\\n\\nTwo.", "Two (point 1).”"}}) {
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
  CHECK_FALSE(line_with(told.text, "After the meeting, a visit took place. They saw it.").empty());
  CHECK_FALSE(line_with(told.text, "Agreed. As next steps, the following was agreed: Go on.").empty());
}

TEST_CASE("who spoke stands behind the last quote, whose full stop ends the sentence, and behind an abbreviation's") {
  const auto said = [](const std::string& lang, const std::string& words) {
    return tell("[document]\ntitle = \"Talks\"\nsummary = \"x\"\nlang = [\"" + lang + "\"]\n" + plain_sides +
                    "[[discussion]]\nheading = \"Water\"\nby = \"a\"\ntext = '" + words + "'\n",
                "readout")
        .text;
  };
  for (const char* lang : {"en-GB", "en-US"})
    CHECK_FALSE(
        line_with(said(lang, "It takes no position, \"for now.\""), "position, “for now” (Alphaland).").empty());
  CHECK_FALSE(
      line_with(said("fr", "Pas de position, \"pour le moment. \""), "«\u202Fpour le moment\u202F» (Alphaland).")
          .empty());
  CHECK_FALSE(line_with(said("en", "\"Why?\""), "“Why?” (Alphaland).").empty());
  CHECK_FALSE(line_with(said("en", "Ports, etc."), "Ports, etc. (Alphaland).").empty());
  CHECK_FALSE(line_with(said("en", "The answer was No."), "The answer was No (Alphaland).").empty());
}

TEST_CASE("the article of a form of address is small within a sentence of English") {
  const std::string people =
      "[[participant]]\nid = \"o\"\nname = \"The Rt Hon F. O'Brien\"\n"
      "[[participant]]\nhonorific = \"The Most Rev\"\nname = \"A. Bel\"\npresent = \"apologies\"\n"
      "[[participant]]\nname = \"The Amir of Qatar\"\n";
  const std::string by = "[[discussion]]\nheading = \"Water\"\nby = \"o\"\ntext = \"It is scarce.\"\n";
  const auto told = tell(head + people + by, "readout");
  CHECK_FALSE(line_with(told.text, "attended by the Rt Hon F. O’Brien and The Amir of Qatar.").empty());
  CHECK_FALSE(line_with(told.text, "received from the Most Rev\u00A0A. Bel.").empty());
  CHECK_FALSE(line_with(told.text, "It is scarce (the Rt Hon F. O’Brien).").empty());
  CHECK_FALSE(line_with(tell(head + people).text, "The Rt Hon F. O’Brien").empty());
}

TEST_CASE("minutes: a point that only came to a decision says where that stands") {
  const std::string met = "[meeting]\ndate = 2026-03-17\n[[participant]]\nname = \"A. First\"\n";
  const std::string points =
      "[[discussion]]\nheading = \"Water\"\ntext = \"Said.\"\ndecision = \"Go on.\"\n"
      "[[discussion]]\nheading = \"Ports\"\ndecision = \"Build.\"\n";
  CHECK_FALSE(line_with(tell(head + met + points, "minutes").text, "Ports. See decision\u00A02.”").empty());
  CHECK(tell(head + met + points, "minutes").text.find("decision\u00A01") == std::string::npos);
  CHECK(tell(head + met + points, "brief").text.find("See decision") == std::string::npos);
}

TEST_CASE("references that have commas of their own are parted by semicolons; numbers stand in their order") {
  CHECK_FALSE(line_with(tell(head + "references = [\"A 1\", \"B 2\"]\n").text, "A 1, B 2").empty());
  CHECK_FALSE(line_with(tell(head + "references = [\"A 1, 2\", \"B 2\"]\n").text, "A 1, 2; B 2").empty());
  const auto told = tell(head +
                         "[[discussion]]\nid = \"a\"\nheading = \"A\"\ntext = \"x\"\n"
                         "[[discussion]]\nid = \"b\"\nheading = \"B\"\ntext = \"x\"\n"
                         "[[step]]\ntext = \"x\"\nfrom = [\"b\", \"a\"]\n");
  CHECK_MESSAGE(!line_with(told.text, "“1, 2”").empty(), told.text);
}

TEST_CASE("the metadata say which kind of document the template made") {
  const std::string brief = head + "kind = \"brief\"\n";
  CHECK_FALSE(line_with(tell(brief, "readout").dump, "property kind “readout”").empty());
  CHECK_FALSE(line_with(tell(brief).dump, "property kind “brief”").empty());
}

TEST_CASE("a note's mark stands apart from that of a source beside it") {
  const auto told = tell(head +
                         "[[discussion]]\nheading = \"Water\"\npoints = [{ text = \"First.\", note = \"N\", src = "
                         "\"s\" }, \"Second.\"]\n[[source]]\nid = \"s\"\ntitle = \"S\"\n");
  CHECK_FALSE(line_with(told.text, "First.\u202F1”").empty());
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

TEST_CASE("an edition in one language tells which text prevails, but not that both do") {
  const std::string prevails = "عند الاختلاف يُعتد بالنص المحرر باللغة الإنجليزية.";
  const std::string more = "authentic = \"en\"\n[print]\nedition = ";
  for (const char* design : {"brief", "readout"}) {
    const auto arabic = tell(two_languages + more + "\"ar\"\n", design, 1);
    CHECK(count(arabic.dump, prevails) == 1);
    CHECK(tell(two_languages + more + "\"en\"\n", design).text.find("the English text prevails.") != std::string::npos);
  }
  CHECK(tell(two_languages + "authentic = \"both\"\n").text.find("equally authentic") == std::string::npos);
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

TEST_CASE("a small table of a bilingual edition stays on a page with the same in the other language") {
  const auto kept = [](int rows) {
    std::string brief =
        "[document]\ntitle = { en = \"T\", ar = \"ع\" }\nlang = [\"en\", \"ar\"]\nsummary = { en = \"S\", ar = \"م\" "
        "}\n";
    for (int i = 0; i < rows; ++i)
      brief += i == 0
                   ? "[[annex]]\ntitle = { en = \"A\", ar = \"أ\" }\n[annex.table]\ncolumns = [{ head = { en = \"B\", "
                     "ar = \"ب\" } }]\nrows = [[1]"
                   : ", [2]";
    const std::string dump = tell(brief + "]\n[print]\nedition = \"bilingual\"\n").dump;
    return line_with(dump, "stack=").find(" together") != std::string::npos;
  };
  CHECK(kept(1));
  CHECK(kept(4));
  CHECK(!kept(5));
}

TEST_CASE("entries of a bilingual edition stand beside each other, as do those of a template that wants lists") {
  const std::string entries =
      "[[programme]]\nday = 2026-04-01\ntime = 09:00:00\nwhat = { en = \"Arrival\", ar = \"الوصول\" }\nwhere = { en = "
      "\"East door\", ar = \"الباب الشرقي\" }\ndress = { en = \"Boots\", ar = \"أحذية\" }\n"
      "[[programme]]\nday = 2026-04-02\ntime = 10:00:00\nwhat = { en = \"Talks\", ar = \"محادثات\" }\n"
      "[[revision]]\nversion = \"1\"\ndate = 2026-04-03\nchange = { en = \"First draft\", ar = \"المسودة\" }\n";
  const auto told = tell(two_languages + entries + "[print]\nedition = \"bilingual\"\n");
  CHECK(told.faults.empty());
  CHECK(count(told.dump, " Table ") == 0);
  for (const char* said : {"1 April 2026", "2 April 2026", "Arrival", "East door · Dress:\u00A0Boots", "3 April 2026"})
    CHECK_MESSAGE(told.text.find(said) != std::string::npos, said);
  CHECK(told.text.find("09:00\u2002Arrival") != std::string::npos);
  CHECK_FALSE(line_with(told.text, "point_number “1”").empty());  // a version as short as a number
  CHECK_FALSE(line_with(told.text, "First draft").empty());
  CHECK(count(tell(two_languages + entries).dump, " Table ") == 2);
}

TEST_CASE("a point that one language lacks is marked once there, in one look; a name that lacks alone is marked, too") {
  const std::string start =
      "[document]\ntitle = \"Talks\"\nlang = [\"en\", \"ar\"]\nsummary = { en = \"They met.\", ar = \"اجتمعوا.\" "
      "}\n[print]\nedition = \"bilingual\"\n";
  const std::string gap = "[لا يوجد نص بالعربية]";
  const auto marks = [&](const std::string& point) { return count(tell(start + point).text, gap); };
  const std::size_t title = marks("");
  CHECK(title == 1);  // not in the running head, too
  CHECK(marks("[[discussion]]\nheading = \"Flow\"\nby = \"Experts\"\ntext = \"They met.\"\n") == title + 1);
  CHECK(
      marks(
          "[[discussion]]\nheading = \"Flow\"\nby = \"Experts\"\ntext = { en = \"They met.\", ar = \"اجتمعوا.\" }\n") ==
      title + 2);
  const auto told =
      tell(start + "[[discussion]]\nheading = \"Flow\"\ntext = { en = \"They met.\", ar = \"اجتمعوا.\" }\n");
  const auto style_of = [](const std::string& line, const std::string& words) {
    const std::size_t at = line.find(words), open = line.rfind('[', at - 1);
    return line.substr(open, at - open);
  };
  const auto arabic_of = [&](const std::string& line) {
    const std::string look = line_with(told.dump, "text     " + style_of(line, gap).substr(1, 2));
    return look.substr(look.find("| "));
  };
  const std::string in_title = line_with(told.dump, "title rtl"), in_point = line_with(told.dump, "point rtl");
  REQUIRE(in_title.find(gap) != std::string::npos);
  REQUIRE(in_point.find(gap) != std::string::npos);
  CHECK(told.text.find(gap + ".") == std::string::npos);
  CHECK(arabic_of(in_title) == arabic_of(in_point));
}

TEST_CASE("who spoke stands at the end edge in a bilingual edition, in either column") {
  const std::string talks =
      "[[discussion]]\nheading = { en = \"Flow\", ar = \"التدفق\" }\nby = { en = \"Experts\", ar = \"الخبراء\" }\ntext "
      "= { "
      "en = \"They met.\", ar = \"اجتمعوا.\" }\n";
  const auto told = tell(two_languages + talks + "[print]\nedition = \"bilingual\"\n");
  CHECK(count(told.dump, " signs") == 2);
  CHECK(line_with(told.text, "Experts").find("who_below “Experts” signs") != std::string::npos);
  CHECK(count(tell(two_languages + talks).dump, " signs") == 0);
}

TEST_CASE("who signs alone has half the measure, three have a third each, four stand two and two") {
  const auto cells_in_row = [](int lines) {
    std::string brief = head + "[clearance]\n";
    for (int i = 0; i < lines; ++i) brief += "[[clearance.line]]\naction = \"cleared\"\nname = \"A\"\n";
    const std::string dump = tell(brief).dump, first = "columns";
    const std::size_t signers = dump.rfind(first, dump.find("sign_off “"));
    return count(dump.substr(signers, dump.find(first, signers + 1) - signers), "cell");
  };
  CHECK(cells_in_row(1) == 2);
  CHECK(cells_in_row(2) == 2);
  CHECK(cells_in_row(3) == 3);
  CHECK(cells_in_row(4) == 2);
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

TEST_CASE(
    "the picture of a stop stands once, below both languages, with both captions; a photo narrows its side only") {
  const std::string both =
      "[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nlang = [\"en\", \"ar\"]\n"
      "[print]\nedition = \"bilingual\"\n";
  const auto told =
      tell(both +
           "[[tour.stop]]\nname = { en = \"Weir\", ar = \"السد\" }\n"
           "photo = { file = \"p.png\", alt = \"River\", caption = { en = \"The river\", ar = \"النهر\" } }\n");
  CHECK(count(told.dump, "Figure ") == 1);
  const std::size_t below = told.text.find("below\n");
  REQUIRE(below != std::string::npos);
  CHECK(told.text.find("Figure ", below) != std::string::npos);
  CHECK(told.text.find("“النهر”", below) != std::string::npos);
  const auto person = tell(both +
                           "[[participant]]\nname = { en = \"A Person\", ar = \"شخص\" }\n"
                           "photo = { file = \"p.png\", alt = \"A Person\" }\n"
                           "[outcome]\ntext = { en = \"Agreed.\", ar = \"اتفق.\" }\n");
  REQUIRE(person.story.has_value());
  const std::size_t second = person.dump.find("side ar rtl", person.dump.find("A Person"));
  REQUIRE(second != std::string::npos);
  CHECK(count(person.dump.substr(second, person.dump.find("شخص", second) - second), "cell ") == 1);
}

TEST_CASE("counterparts inside a point begin the same, whatever words they begin with") {
  const auto told = tell(
      "[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nlang = [\"en\", \"ar\"]\n"
      "[[discussion]]\nheading = { en = \"Water\", ar = \"الماء\" }\ntext = { en = \"One.\\n\\nTwo.\", ar = "
      "\"أول.\\n\\nثان.\" }\ndecision = { en = \"Agreed.\", ar = \"اتفق.\" }\n[print]\nedition = "
      "\"bilingual\"\n");
  REQUIRE(told.story.has_value());
  std::size_t compared = 0;
  const auto compare = [&](const auto& again, const std::vector<layout::Block>& blocks) -> void {
    for (const layout::Block& one : blocks) {
      if (const auto* group = std::get_if<layout::Group>(&one.content)) again(again, group->blocks);
      const auto* pair = std::get_if<layout::Pair>(&one.content);
      const auto* first = pair ? std::get_if<layout::Item>(&pair->first.blocks.front().content) : nullptr;
      if (first == nullptr || pair->first.blocks.front().role != layout::Role::li) continue;
      const auto& second = std::get<layout::Item>(pair->second.blocks.front().content);
      REQUIRE(first->body.size() == second.body.size());
      for (std::size_t i = 0; i < second.body.size(); ++i, ++compared) {
        CHECK(first->body[i].span.valid());
        CHECK(first->body[i].span == second.body[i].span);
      }
    }
  };
  compare(compare, told.story->blocks);
  CHECK(compared == 3);  // two paragraphs and the decision
}

TEST_CASE("running matter in two languages: the second is one isolate, read in its own order") {
  const auto told = tell(
      "[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nlang = [\"en\", \"ar\"]\n"
      "[outcome]\ntext = { en = \"Agreed.\", ar = \"اتفق.\" }\n"
      "[marking]\nlevel = { en = \"SECRET\", ar = \"سري\" }\ncaveats = [{ en = \"EYES ONLY\", ar = \"للاطلاع فقط\" }]\n"
      "[print]\nedition = \"bilingual\"\n");
  const std::string marking = line_with(told.dump, "EYES ONLY");
  CHECK(marking.find("سري") != std::string::npos);
  CHECK(count(marking, "isolate=rtl") == 1);
  CHECK(count(marking, "isolate+=rtl") == 2);
  CHECK(count(marking, "parts-lines") == 1);
}

TEST_CASE("what parts the languages of the masthead's names stays by itself, however long the names are") {
  for (const std::string name : {"Beta", "The United Kingdoms of Beta and Gamma and the Associated Isles"}) {
    const auto told = tell(
        "[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nlang = [\"en\", \"ar\"]\n"
        "[[side]]\nid = \"a\"\nname = { en = \"Alpha\", ar = \"ألفا\" }\nrole = \"host\"\n"
        "[[side]]\nid = \"b\"\nname = { en = \"" +
        name + "\", ar = \"بيتا\" }\nrole = \"guest\"\n[outcome]\ntext = \"Agreed.\"\n");
    CAPTURE(told.dump);
    CHECK(count(told.dump, "parts-lines") == 1);
  }
}

TEST_CASE("a point's table of a bilingual edition may stand beside the same in the other language") {
  const auto told = tell(two_languages +
                         "[[discussion]]\nheading = { en = \"Flow\", ar = \"تدفق\" }\n[discussion.table]\n"
                         "columns = [{ head = { en = \"Gauge\", ar = \"مقياس\" } }]\nrows = [[{ en = \"North\", ar = "
                         "\"شمال\" }]]\n[print]\nedition = \"bilingual\"\n");
  CHECK(count(told.dump, " stack=") == 1);
  const std::string pair = told.dump.substr(told.dump.find(" stack="));
  CHECK(count(pair.substr(0, pair.find("side ar")), " Table table") == 1);
  CHECK(count(pair, " Table table") == 2);
  CHECK(told.dump.find("keep-next pair ruled") == std::string::npos);  // a page may end before it, at a price
  CHECK(count(told.dump, " bond=table") == 1);  // the pair, with the text above it; not one table with the other
}

TEST_CASE("steps in two columns: what is done, and below it who does it and when") {
  const auto told = tell(
      "[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nlang = [\"en\", \"ar\"]\n"
      "[[step]]\ntext = { en = \"Meet again.\", ar = \"اللقاء مجددًا.\" }\nowner = { en = \"Experts\", ar = \"الخبراء\" "
      "}\n"
      "[print]\nedition = \"bilingual\"\n");
  CHECK_FALSE(line_with(told.text, "point “Meet again.”").empty());
  CHECK_FALSE(line_with(told.text, "office “Experts”").empty());
  CHECK_FALSE(line_with(told.text, "next steps, continued").empty());
  CHECK_FALSE(line_with(told.text, "office rtl “الخبراء”").empty());
}

TEST_CASE(
    "instruments in two columns: what is long and has a label stands in its own line, and their name is told again") {
  const auto told = tell(two_languages +
                         "[[agreement]]\ntitle = { en = \"Pact\", ar = \"ميثاق\" }\nkind = { en = \"Treaty\", ar = "
                         "\"معاهدة\" }\nsigned = 2026-04-15\nsignatories = { en = \"The Ministers of Water and of "
                         "Finance\", ar = \"وزيرا المياه والمالية في البلدين الموقعين\" }\nlanguages = [\"en\"]\n"
                         "[print]\nedition = \"bilingual\"\n");
  for (const char* line : {"office “Treaty · ", "office “Signatories:\u00A0The Ministers", "office “Languages:\u00A0"})
    CHECK_MESSAGE(!line_with(told.text, line).empty(), line);
  CHECK(told.text.find("Instruments signed, continued") != std::string::npos);
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

TEST_CASE("long talks have a paragraph a point in prose, and so has what stands in two languages") {
  const auto brief = [](const std::string& print, std::size_t words) {
    std::string points;
    for (const char* heading : {"Dams", "Weirs"}) {
      points += std::string("[[discussion]]\nheading = { en = \"") + heading + "\", ar = \"سدود\" }\ntext = { en = \"";
      for (std::size_t i = 0; i < words; ++i) points += "water ";
      points += "flows\", ar = \"تجري المياه\" }\n";
    }
    return "[document]\ntitle = { en = \"T\", ar = \"ع\" }\nlang = [\"en\", \"ar\"]\n" + print +
           "[meeting]\ndate = 2026-03-17\n" + points;
  };
  const auto apart = [](const test::Told& told) {
    const std::string dams = line_with(told.text, "Dams");
    return !dams.empty() && dams.find("Weirs") == std::string::npos;
  };
  CHECK(!apart(tell(brief("", 20), "readout")));
  CHECK(apart(tell(brief("", 200), "readout")));
  CHECK(apart(tell(brief("[print]\nedition = \"bilingual\"\n", 20), "readout")));
}

TEST_CASE("prose says who came in a sentence; sides are parted by semicolons, people by commas") {
  const auto said = [](const std::string& sides) { return tell(head + sides, "readout").text; };
  const std::string sides = side_of("a", minister + envoy) + side_of("b", clerk);
  const std::string came = "The meeting was attended, for Side a, by ";
  struct Row {
    std::string brief, printed;
  };
  const Row rows[] = {
      {sides, came + "A. Bel, Minister, and Dr\u00A0E. Fry, Envoy; for Side b, by C. Dun."},
      {side_of("a", clerk + "{ name = \"G. Hay\" }, { name = \"I. Jay\" }"), came + "C. Dun, G. Hay and I. Jay."},
      // An office between commas could be taken for one more person.
      {side_of("a", minister + clerk + envoy), came + "A. Bel (Minister), C. Dun and Dr\u00A0E. Fry (Envoy)."},
      {side_of("a", minister + clerk + envoy) + side_of("b", envoy),
       came + "A. Bel (Minister), C. Dun and Dr\u00A0E. Fry (Envoy); for Side b, by Dr\u00A0E. Fry (Envoy)."},
      {side_of("a", clerk + "{ name = \"G. Hay\", office = \"Minister of Trade, Ports and Rail\" }"),
       came + "C. Dun and G. Hay (Minister of Trade, Ports and Rail)."},
      {side_of("a", minister + envoy) + "delegation_note = \"And two clerks.\"\n",
       came + "A. Bel, Minister, and Dr\u00A0E. Fry, Envoy, and two clerks."},
      {side_of("a", envoy) + "delegation_note = \"with two clerks\"\n",
       came + "Dr\u00A0E. Fry, Envoy, with two clerks."},
      {side_of("a", clerk) + "delegation_note = \"They came by train. It was late.\"\n" + side_of("b", envoy),
       came + "C. Dun; for Side b, by Dr\u00A0E. Fry, Envoy. They came by train. It was late (Side a)."},
      {plain_sides, "The meeting was attended by Alphaland and Betania."},
      {plain_sides + "delegation_note = \"with two clerks\"\n",
       "The meeting was attended by Alphaland; and Betania, with two clerks."},
      {side_of("a", clerk) + "[[side]]\nid = \"b\"\nname = \"Betania\"\n", came + "C. Dun; by Betania."},
      {"[[participant]]\nname = \"A. Bel\"\noffice = \"Minister\"\n[[participant]]\nname = \"C. Dun\"\n",
       "The meeting was attended by A. Bel, Minister, and C. Dun."},
  };
  for (const Row& row : rows) {
    const std::string text = said(row.brief);
    CHECK_MESSAGE(text.find("They met. " + row.printed + "”") != std::string::npos, text);
  }
}

TEST_CASE("a readout says of a call who took part in it; its facts say how it was held") {
  struct Row {
    std::string lang, telephone, video;
  };
  const Row rows[] = {
      {"en", "The telephone call was joined, for Aa, by B; by Ff.",
       "The video conference was joined, for Aa, by B; by Ff."},
      {"fr", "L’entretien téléphonique a réuni, pour Aa, B\u202F; Ff.",
       "La visioconférence a réuni, pour Aa, B\u202F; Ff."},
      {"de", "Am Telefongespräch beteiligt waren für Aa B; Ff.", "An der Videokonferenz beteiligt waren für Aa B; Ff."},
      {"es", "Participaron en la conversación telefónica, por Aa, B; Ff.",
       "Participaron en la videoconferencia, por Aa, B; Ff."},
      {"it", "Hanno partecipato alla conversazione telefonica, per Aa, B; Ff.",
       "Hanno partecipato alla videoconferenza, per Aa, B; Ff."},
      {"ar", "وشارك في الاتصال الهاتفي عن Aa B؛ وFf.", "وشارك في الاجتماع عبر الاتصال المرئي عن Aa B؛ وFf."},
  };
  const auto brief = [](const std::string& lang, const std::string& held) {
    return "[document]\ntitle = \"T\"\nsummary = \"S.\"\nlang = [\"" + lang +
           "\"]\n[meeting]\ntype = \"bilateral\"\nheld = \"" + held +
           "\"\n[[side]]\nid = \"a\"\nname = \"Aa\"\npeople = [\"B\"]\n[[side]]\nid = \"f\"\nname = \"Ff\"\n";
  };
  for (const Row& row : rows)
    for (const auto& [held, said] : {std::pair("telephone", row.telephone), std::pair("video", row.video)}) {
      const std::string text = tell(brief(row.lang, held), "readout").text;
      CHECK_MESSAGE(text.find(said) != std::string::npos, said, "\n", text);
    }
  CHECK(tell(brief("en", "in-person"), "readout").text.find("The meeting was attended, for Aa, by B;") !=
        std::string::npos);
  CHECK_FALSE(line_with(tell(brief("en", "telephone")).text, "“Bilateral, by telephone”").empty());
  CHECK_FALSE(line_with(tell(brief("en", "in-person")).text, "“Bilateral”").empty());
  const auto nobody = tell(brief("en", "telephone").substr(0, brief("en", "telephone").find("[[side]]")), "readout");
  CHECK(nobody.faults.find("compose.not-printed") != std::string::npos);
  const auto alone = tell("[document]\ntitle = \"T\"\nsummary = \"S.\"\n[meeting]\nheld = \"video\"\n");
  CHECK_FALSE(line_with(alone.text, "“By video conference”").empty());
}

TEST_CASE("a side has a short name where it is named in passing, and a form of its own within a sentence") {
  const std::string cyprus =
      "[document]\ntitle = \"Talks\"\nlang = [\"en\", \"ar\"]\nsummary = \"They met.\"\n"
      "[[side]]\nid = \"cy\"\nname = { en = \"Republic of Cyprus\", ar = \"جمهورية قبرص\" }\nshort = "
      "\"Cyprus\"\npeople = [\"A. Bel\"]\n";
  const std::string rest =
      "[[side]]\nid = \"b\"\nname = { en = \"Betania\", ar = \"بيتانيا\" }\n[[discussion]]\nheading = \"Fish\"\ntext = "
      "\"More.\"\nby = \"cy\"\n"
      "[[participant]]\nname = \"C. Dun\"\nside = \"cy\"\npresent = \"apologies\"\n";
  const std::string brief = cyprus + "in_text = \"the Republic of Cyprus\"\n" + rest;
  const auto told = tell(brief);
  const std::string masthead = line_with(told.text, "P masthead_end");
  CHECK(masthead.find("Cyprus · Betania") != std::string::npos);
  CHECK_MESSAGE(masthead.find("جمهورية قبرص · بيتانيا") != std::string::npos,
                masthead);  // no short name in Arabic: the name
  CHECK_FALSE(line_with(told.text, "side “Republic of Cyprus”").empty());
  CHECK_FALSE(line_with(told.text, "who “Cyprus”").empty());
  CHECK(told.text.find("C. Dun (Cyprus)") != std::string::npos);
  CHECK(tell(brief, "readout").text.find("attended, for the Republic of Cyprus, by A. Bel;") != std::string::npos);
  CHECK(tell(cyprus + rest, "readout").text.find("attended, for Cyprus, by A. Bel;") != std::string::npos);
  // No short name in Arabic: the name, not a word of another language.
  const auto arabic = tell(brief, "brief", 1);
  CHECK(line_with(arabic.dump, " who rtl").find("جمهورية قبرص") != std::string::npos);
}

TEST_CASE("each language says who came, and where they went, as it says such things") {
  struct Row {
    std::string lang, came, went;
  };
  const Row rows[] = {
      {"en", "The meeting was attended, for Aa, by B, Cc, and D, Ee; for Ff, by G and H.",
       "After the meeting, the participants visited Ii, Jj and Kk."},
      {"fr", "La réunion a rassemblé, pour Aa, B, Cc, et D, Ee\u202F; pour Ff, G et H.",
       "Après la réunion, les participants ont visité Ii, Jj et Kk."},
      {"de", "Anwesend waren für Aa B, Cc, und D, Ee; für Ff G und H.",
       "Nach dem Treffen besuchten die Teilnehmenden Ii, Jj und Kk."},
      {"es", "Asistieron a la reunión, por Aa, B, Cc, y D, Ee; por Ff, G y H.",
       "Después de la reunión, los participantes visitaron Ii, Jj y Kk."},
      {"it", "Erano presenti, per Aa, B, Cc, e D, Ee; per Ff, G e H.",
       "Dopo l’incontro i partecipanti hanno visitato Ii, Jj e Kk."},
      {"ar", "وحضر الاجتماع عن Aa B، Cc، وD، Ee؛ وعن Ff G وH.", "وبعد الاجتماع زار المشاركون Ii، وJj، وKk."},
  };
  for (const Row& row : rows) {
    const std::string text =
        tell("[document]\ntitle = \"T\"\nsummary = \"S.\"\nlang = [\"" + row.lang +
                 "\"]\n[[side]]\nid = \"a\"\nname = \"Aa\"\npeople = [{ name = \"B\", office = \"Cc\" }, { name = "
                 "\"D\", office = \"Ee\" }]\n[[side]]\nid = \"f\"\nname = \"Ff\"\npeople = [\"G\", \"H\"]\n[tour]\n"
                 "when = \"after\"\nstop = [{ name = \"Ii\" }, { name = \"Jj\" }, { name = \"Kk\" }]\n",
             "readout")
            .text;
    CHECK_MESSAGE(text.find("S. " + row.came + "”") != std::string::npos, text);
    CHECK_MESSAGE(text.find("“" + row.went + "”") != std::string::npos, text);
  }
}

TEST_CASE("prose tells of a tour in sentences, whatever is said of it") {
  const auto said = [](const std::string& tour) { return tell(head + "[tour]\n" + tour, "readout").text; };
  const std::string weir = "[[tour.stop]]\nname = \"The Weir\"\n", house = "[[tour.stop]]\nname = \"House\"\n";
  const std::string seen = "summary = \"They saw it.\"\n";
  CHECK(said(weir).find("“The participants visited The Weir.”") != std::string::npos);
  CHECK(said("when = \"before\"\n" + seen + weir + house)
            .find("“Before the meeting, the participants visited The Weir and House. They saw it.”") !=
        std::string::npos);
  CHECK(said("when = \"14:30\"\n" + weir + "time = \"15:00\"\n" + house)
            .find("“At 14:30, the participants visited The Weir (15:00) and House.”") != std::string::npos);
  CHECK(said("when = \"during lunch\"\n" + seen).find("“During lunch, a visit took place. They saw it.”") !=
        std::string::npos);
  CHECK(said("[[tour.stop]]\nname = \"Several mills\"\n" + house).find("visited several mills and House.”") !=
        std::string::npos);
  CHECK(said(seen).find("“They saw it.”") != std::string::npos);
  CHECK(said(weir + house + "[[tour.stop]]\nname = \"Ghent, the port\"\n")
            .find("visited The Weir; House; and Ghent, the port.”") != std::string::npos);
}

TEST_CASE("in prose inner points go on in the sentence above them, and who spoke stands where they end") {
  const auto said = [](const std::string& by, const std::string& text, const std::string& points) {
    return tell(head + plain_sides + "[[discussion]]\nheading = \"Sea\"\n" + by + text + "points = [" + points + "]\n",
                "readout")
        .text;
  };
  const std::string of_a = "by = \"a\"\n", text = "text = \"It named three matters.\"\n",
                    items = "\"ports\", \"rail\", \"customs\"";
  CHECK(said(of_a, text, items).find("“Sea. It named three matters: ports, rail and customs (Alphaland).”") !=
        std::string::npos);
  CHECK(said(of_a, "", items).find("“Sea. Ports, rail and customs (Alphaland).”") != std::string::npos);
  CHECK(said(of_a, "text = \"Which ones?\"\n", items).find("Which ones? Ports, rail and customs (Alphaland).”") !=
        std::string::npos);
  CHECK(said(of_a, "text = \"It named:\"\n", items).find("It named: ports, rail and customs (Alphaland).”") !=
        std::string::npos);
  CHECK(said(of_a, text, "\"Ports grow.\", \"Rail does.\"")
            .find("It named three matters. Ports grow. Rail does (Alphaland).”") != std::string::npos);
  const std::string other = "{ text = \"Rail does.\", by = \"b\" }";
  CHECK(said(of_a, text, "\"Ports grow.\", " + other).find("matters. Ports grow (Alphaland). Rail does (Betania).”") !=
        std::string::npos);
  CHECK(said(of_a, text, "\"ports grow\", \"Rail does.\"").find("matters. Ports grow. Rail does (Alphaland).”") !=
        std::string::npos);
  CHECK(tell(head + plain_sides + "[[discussion]]\nheading = \"Sea\"\nby = \"b\"\ndecision = \"Meet in May.\"\n",
             "readout")
            .text.find("“Sea. The following was decided: Meet in May (Betania).”") != std::string::npos);
  // Where all speak nobody is named.
  for (const std::string by : {"by = \"joint\"\n", "by = [\"a\", \"b\"]\n"})
    CHECK(said(by, text, items).find("“Sea. It named three matters: ports, rail and customs.”") != std::string::npos);
  CHECK(said("by = \"joint\"\n", text, other).find("It named three matters. Rail does (Betania).”") !=
        std::string::npos);
  CHECK(said("by = \"Officials of the U.S.\"\n", "text = \"They met the U.S.\"\n", "\"Rail does.\"")
            .find("They met the U.S. Rail does (officials of the U.S.).”") != std::string::npos);
  CHECK(said("by = [\"a\", \"b\", \"Experts\"]\n", text, items).find("(Alphaland, Betania and experts).”") !=
        std::string::npos);
  CHECK(said("by = \"A. Bel\"\n", text, "\"Rail does.\"").find("(A. Bel).”") != std::string::npos);
  CHECK(said("by = \"Cedonia\"\n", text, "\"Rail does.\"").find("(Cedonia).”") != std::string::npos);
}

TEST_CASE("in prose items keep the marks of a list that they were written with, and no full stop comes after one") {
  const auto said = [](const std::string& points, const std::string& text = "They agreed to:") {
    return tell(head + "[[discussion]]\nheading = \"H\"\ntext = \"" + text + "\"\npoints = [" + points + "]\n",
                "readout")
        .text;
  };
  const auto tells = [&](const std::string& points, const std::string& words) {
    CAPTURE(points);
    const std::string text = said(points);
    CHECK_MESSAGE(text.find(words) != std::string::npos, text);
  };
  tells(R"("open a post;", "waive the fees; and", "meet again.")",
        "They agreed to: open a post; waive the fees; and meet again.");
  tells(R"("open a post,", "waive the fees,", "meet again")",
        "They agreed to: open a post, waive the fees and meet again.");
  tells(R"("open a post,", "waive the fees, and", "meet again.")",
        "They agreed to: open a post, waive the fees, and meet again.");
  tells(R"("Of talks, in Doha", "Of trade, on Monday")", "They agreed to: Of talks, in Doha; and Of trade, on Monday.");
  tells(R"("open a post;")", "They agreed to: open a post.");
  tells(R"("open a post,", "waive the fees", "meet again")",
        "They agreed to: open a post, waive the fees and meet again.");
  tells(R"("open a post", "waive the fees; and", "meet again.")",
        "They agreed to: open a post, waive the fees and meet again.");
  tells(R"("open a post;", { text = "waive the fees; and", note = "N" }, "meet again.")",
        "They agreed to: Open a post. Waive the fees.");
  tells(R"("Open a post.", "Waive the fees.")", "They agreed to: Open a post. Waive the fees.");
}

TEST_CASE("prose tells of decisions and apologies in sentences") {
  const auto said = [](const std::string& lang) {
    return tell("[document]\ntitle = \"T\"\nsummary = \"S.\"\nlang = [\"" + lang +
                    "\"]\n[[participant]]\nname = \"A. Bel\"\n[[participant]]\nname = \"C. Dun\"\npresent = "
                    "\"apologies\"\n[[discussion]]\nheading = \"H\"\ndecision = \"D.\"\n",
                "readout")
        .text;
  };
  struct Row {
    std::string lang, decision, came;
  };
  const Row rows[] = {
      {"en", "The following was decided: D.",
       "The meeting was attended by A. Bel. Apologies were received from C. Dun."},
      {"fr", "Il a été décidé ce qui suit\u00A0: D.",
       "La réunion a rassemblé A. Bel. Des excuses ont été transmises par C. Dun."},
      {"de", "Folgendes wurde beschlossen: D.", "Anwesend war A. Bel. Entschuldigungen gingen ein von C. Dun."},
      {"es", "Se decidió lo siguiente: D.", "Asistió a la reunión A. Bel. Se recibieron excusas de C. Dun."},
      {"it", "È stato deciso quanto segue: D.", "Era presente A. Bel. È stata giustificata l’assenza di C. Dun."},
      {"ar", "وتقرر ما يلي: D.", "وحضر الاجتماع A. Bel. واعتذر عن عدم الحضور C. Dun."},
  };
  for (const Row& row : rows) {
    const std::string text = said(row.lang);
    CHECK_MESSAGE(text.find("H. " + row.decision + "”") != std::string::npos, text);
    CHECK_MESSAGE(text.find("S. " + row.came + "”") != std::string::npos, text);
  }
}

TEST_CASE("a readout's dateline has the Hijri date where the brief asks for it") {
  const auto dated = [](const std::string& meeting) {
    return tell(head + "[meeting]\nplace = \"Doha\"\n" + meeting, "readout");
  };
  CHECK_FALSE(line_with(dated("date = 2026-03-17\n").text, "“Doha, 17 March 2026”").empty());
  const auto both = dated("date = 2026-03-17\nhijri = \"umm-al-qura\"\n");
  CHECK_MESSAGE(!line_with(both.text, "“Doha, 17 March 2026 (28 Ramadan\u00A01447\u00A0AH)”").empty(), both.text);
  CHECK(both.faults.empty());
  CHECK_FALSE(line_with(dated("hijri = \"1447-09-27\"\n").text, "“Doha, 27 Ramadan\u00A01447\u00A0AH”").empty());
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

TEST_CASE(
    "without a section of sources these are notes at the foot, if the template says so: each once, marked wherever") {
  model::Template design = test::design("brief");
  std::erase_if(design.sections, [](const model::SectionSpec& spec) { return spec.from == model::From::sources; });
  const std::string brief = head +
                            "[[discussion]]\nheading = \"Water\"\ntext = \"Low.\"\nsrc = [\"b\", \"a\"]\npoints = [{ "
                            "text = \"Lower.\", src = "
                            "\"a\", note = \"By a hand.\" }]\n"
                            "[[source]]\nid = \"a\"\ntitle = \"Minutes of May\"\nurl = \"https://example.org/may\"\n"
                            "[[source]]\nid = \"b\"\ntitle = \"The protocol\"\n";
  const auto none = tell(brief, design);
  CHECK(none.faults.find("compose.not-printed") != std::string::npos);
  CHECK(none.text.find("The protocol") == std::string::npos);
  design.lengths.sources_at_foot = true;
  const auto told = tell(brief, design);
  CHECK(told.faults.find("compose.not-printed") == std::string::npos);
  REQUIRE(told.story.has_value());
  REQUIRE(told.story->notes.size() == 3);  // two sources and a note
  CHECK(count(told.text, "The protocol") == 1);
  CHECK(count(told.text, "Minutes of May, https://example.org/may") == 1);
  const std::string water = line_with(told.dump, "Low."), lower = line_with(told.dump, "Lower.");
  CHECK(water.find("note=0") < water.find("note=1"));
  CHECK(count(water, ",") == 1);  // between the two marks
  CHECK(lower.find("note=1") < lower.find("note=2"));

  model::Template prose = test::design("readout");
  prose.lengths.sources_at_foot = true;
  CHECK(count(tell(brief, prose).faults, "compose.not-printed") ==
        count(tell(brief, test::design("readout")).faults, "compose.not-printed"));
}

TEST_CASE("a list of steps says who owns one, and with whom") {
  const std::string sides = two_languages +
                            "[[side]]\nid = \"a\"\nname = { en = \"Alphaland\", ar = \"ألفالاند\" }\n[[side]]\nid = "
                            "\"b\"\nname = { en = \"Betania\", ar = \"بيتانيا\" }\n";
  const std::string step = "[[step]]\ntext = { en = \"Go on.\", ar = \"تابع.\" }\nowner = \"a\"\nwith = \"b\"\n";
  const std::string both = "[print]\nedition = \"bilingual\"\n";
  const auto told = tell(sides + step + both);
  CHECK_FALSE(line_with(told.text, "“Alphaland · with\u00A0Betania”").empty());
  CHECK_FALSE(line_with(told.text, "“ألفالاند · بالتعاون مع\u00A0بيتانيا”").empty());
  model::Template design = test::design("brief");
  for (model::Words& words : design.words) {
    words.text.erase("step.with");
    words.text.erase("join.semicolon_last");
  }
  CHECK_FALSE(line_with(tell(sides + step + both, design).text, "“Alphaland · With: Betania”").empty());
}

TEST_CASE(
    "in a table of people a side looks as it does over a list, and goes on without its role; a delegation's row is one "
    "cell") {
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
  CHECK(told.dump.find("host", at + 1) == std::string::npos);
  CHECK(line_with(told.dump.substr(at), "Alphaland, continued").find("side") != std::string::npos);
  const auto [name, unused] = style_before("A. Bel", at);
  const auto [head_role, unused_too] = style_before("head", unused);
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

TEST_CASE("of sources only those are listed that something names") {
  const std::string sources =
      "[[source]]\nid = \"a\"\ntitle = \"Named once\"\n[[source]]\nid = \"b\"\ntitle = \"Never named\"\n";
  const auto told = tell(head + "[[discussion]]\nheading = \"Water\"\ntext = \"Flows.\"\nsrc = \"a\"\n" + sources);
  CHECK(count(told.text, "Named once") == 1);
  CHECK(count(told.text, "Never named") == 0);
  CHECK(tell(head + sources).text.find("Sources") == std::string::npos);
}

TEST_CASE("a translated heading over a text that is not, and runs the other way, has a line of its own") {
  const std::string point =
      "[[discussion]]\nheading = { en = \"Water\", ar = \"المياه\" }\ntext = \"They spoke.\"\ndecision = \"Go on.\"\n";
  const auto apart = [](const std::string& dump, const std::string& first, const std::string& then) {
    return line_with(dump, first).find(then) == std::string::npos;
  };
  const std::string arabic = tell(two_languages + point, "brief", 1).dump;
  CHECK(apart(arabic, "المياه", "They spoke."));
  CHECK(apart(arabic, "القرار", "Go on."));
  CHECK(line_with(arabic, "المياه").find("lang=") == std::string::npos);
  CHECK_FALSE(apart(tell(two_languages + point).dump, "Water", "They spoke."));
}

TEST_CASE("when a tour was has a line of its own over a text that runs the other way; an hour stands before any") {
  const auto tour = [](const std::string& when) {
    return tell(two_languages + "[tour]\nwhen = " + when + "\nsummary = \"They saw the weir.\"\n", "brief", 1).dump;
  };
  const std::string words = tour("{ en = \"Later\", ar = \"لاحقًا\" }");
  CHECK(line_with(words, "لاحقًا").find("They saw") == std::string::npos);
  CHECK(line_with(words, "لاحقًا").find("rtl") != std::string::npos);
  CHECK(line_with(tour("\"Later\""), "Later").find("They saw") != std::string::npos);
  CHECK(line_with(tour("15:00:00"), "١٥:٠٠").find("They saw") != std::string::npos);
}

namespace {

std::string lists_in(const std::string& lang, const std::vector<std::string>& names) {
  std::string out = "[document]\ntitle = \"T\"\nsummary = \"S\"\nlang = [\"" + lang + "\"]\n", ids;
  for (const std::string& name : names) {
    const std::string id(1, static_cast<char>('a' + &name - names.data()));
    out += "[[side]]\nid = \"" + id + "\"\nname = \"" + name + "\"\n";
    ids += (ids.empty() ? "\"" : ", \"") + id + "\"";
  }
  return out + "[[discussion]]\nheading = \"H\"\ntext = \"Z\"\nby = [" + ids + "]\n[[step]]\ntext = \"X\"\nowner = [" +
         ids + "]\n[[agreement]]\ntitle = \"Y\"\nsignatories = [" + ids + "]\nlanguages = [\"en\", \"ar\", \"fr\"]\n";
}

}  // namespace

TEST_CASE("Spanish lists have \"e\" before the sound of i") {
  const std::string two = tell(lists_in("es", {"España", "Italia"})).text;
  CHECK_MESSAGE(count(two, "“España e Italia”") == 2, two);  // in the margin, and who signed
  CHECK(two.find("España y") == std::string::npos);
  CHECK(count(tell(lists_in("es", {"Chile", "Perú", "Irak"})).text, "“Chile, Perú e Irak”") == 2);
  CHECK(count(tell(lists_in("es", {"Irak", "Yemen"})).text, "“Irak y Yemen”") == 2);
  CHECK(count(tell(lists_in("it", {"Spagna", "Italia"})).text, "“Spagna e Italia”") == 2);
  CHECK(count(tell(lists_in("en", {"Spain", "Italy"})).text, "“Spain and Italy”") == 2);
  const std::string people =
      "[[participant]]\nside = \"a\"\nname = \"Ana Ruiz\"\noffice = \"Ministra\"\npresent = \"apologies\"\n"
      "[[participant]]\nside = \"a\"\nname = \"Inés Oller\"\noffice = \"Asesora\"\npresent = \"apologies\"\n";
  const std::string away = tell(lists_in("es", {"España"}) + people).text;
  CHECK_MESSAGE(away.find("Ana Ruiz, Ministra; e Inés Oller, Asesora.") != std::string::npos, away);
}

TEST_CASE("Arabic lists have \"and\" before every further item, also where others have commas alone") {
  const std::string two = tell(lists_in("ar", {"قطر", "الأردن"})).text;
  CHECK_MESSAGE(count(two, "“قطر والأردن”") == 3, two);  // the owners of a step, too
  const std::string three = tell(lists_in("ar", {"قطر", "الأردن", "عمان"})).text;
  CHECK_MESSAGE(count(three, "“قطر، والأردن، وعمان”") == 3, three);
  CHECK_FALSE(line_with(three, "“الإنجليزية، والعربية، والفرنسية”").empty());
  std::string people;
  for (const char* name : {"أحمد", "بدر", "سالم"})
    people += std::string("[[participant]]\nside = \"a\"\nname = \"") + name +
              "\"\noffice = \"وزير\"\npresent = \"apologies\"\n";
  const std::string away = tell(lists_in("ar", {"قطر"}) + people).text;
  CHECK_MESSAGE(away.find("أحمد، وزير؛ وبدر، وزير؛ وسالم، وزير.") != std::string::npos, away);
}

TEST_CASE("apologies without offices are a plain list") {
  const std::string people =
      "[[participant]]\nname = \"C. Day\"\n[[participant]]\nname = \"A. Kol\"\npresent = "
      "\"apologies\"\n[[participant]]\nname = \"B. Way\"\npresent = "
      "\"apologies\"\n";
  CHECK(tell(head + people).text.find("A. Kol and B. Way.") != std::string::npos);
}

TEST_CASE("steps are called agreed only where none is only proposed") {
  const std::string agreed = "[[step]]\ntext = \"Go.\"\nstatus = \"agreed\"\n[[step]]\ntext = \"Stop.\"\n";
  const std::string proposed = agreed + "[[step]]\ntext = \"Wait.\"\nstatus = \"proposed\"\n";
  const std::string met = head + "[meeting]\ndate = 2026-03-17\n" + plain_sides + people("a", 1);
  for (const char* name : {"brief", "minutes"}) {
    CHECK(tell(met + agreed, name).dump.find("Agreed next steps”") != std::string::npos);
    const std::string dump = tell(met + proposed, name).dump;
    CHECK_FALSE(line_with(dump, "outline ").empty());
    CHECK(dump.find("Next steps”") != std::string::npos);
    CHECK(dump.find("Agreed next steps") == std::string::npos);
  }
}

TEST_CASE("the line below a distribution is parted as those over it are") {
  const std::string to = head + "[[distribution]]\nto = \"A\"\nfor = \"action\"\n[[distribution]]\nto = \"B\"\nfor = ";
  const std::size_t one = count(tell(to + "\"action\"\n").dump, " rule ");
  CHECK(count(tell(to + "\"information\"\n").dump, " rule ") == one + 2);
}

TEST_CASE("heads that are figures are in the digits of their column") {
  const auto table = [](const std::string& cell) {
    return "[document]\ntitle = \"T\"\nsummary = \"S\"\nlang = [\"ar\"]\n[[discussion]]\nheading = \"H\"\n"
           "[discussion.table]\ncolumns = [{ head = \"بند\" }, { head = \"2023\", group = \"2020\", align = \"number\" "
           "}]\nrows = [[\"أ\", \"" +
           cell + "\"]]\n";
  };
  const std::string own = tell(table("712.4")).text, other = tell(table("1.2.3")).text;
  CHECK_MESSAGE(own.find("“٢٠٢٣”") != std::string::npos, own);
  CHECK(own.find("“٢٠٢٠”") != std::string::npos);
  CHECK(other.find("“2023”") != std::string::npos);
}

TEST_CASE("names of months are never broken, in the languages of the brief") {
  const std::string whole =
      line_with(tell("[document]\ntitle = \"T\"\nsummary = \"S\"\nlang = [\"de\", \"fr\"]\n").dump, "whole    ");
  for (const char* month : {" September ", " septembre ", " Muharram "})
    CHECK_MESSAGE(whole.find(month) != std::string::npos, whole);
  CHECK(whole.find("settembre") == std::string::npos);
}

TEST_CASE("what multiplies a figure is never broken") {
  const std::string whole = line_with(tell("[document]\ntitle = \"T\"\nsummary = \"S\"\n").dump, "whole    ");
  for (const char* word : {" million ", " billions ", " trillion "})
    CHECK_MESSAGE(whole.find(word) != std::string::npos, whole);
}

TEST_CASE("prose tells next steps as sentences or as one, and what is only proposed as no agreement") {
  const auto said = [](const std::string& steps) { return tell(head + steps, "readout").text; };
  const std::string small =
      said("[[step]]\ntext = \"send experts\"\n[[step]]\ntext = \"meet again.\"\ndue = \"in May\"\n");
  CHECK_MESSAGE(small.find("the following was agreed: send experts; and meet again (in May).”") != std::string::npos,
                small);
  const std::string large =
      said("[[step]]\ntext = \"Send experts\"\n[[step]]\ntext = \"Meet again.\"\nstatus = \"proposed\"\n");
  CHECK_MESSAGE(large.find("Next steps: Send experts. Meet again.”") != std::string::npos, large);
}

TEST_CASE("numbers below zero have a minus sign in texts and cells, and references keep their hyphens") {
  const auto told = tell("[document]\ntitle = \"T\"\nsummary = \"By -27.3 cm.\"\nref = \"-4\"\n[[discussion]]\n" +
                         std::string("heading = \"H\"\n[discussion.table]\ncolumns = [\"A\", \"B\"]\n") +
                         "rows = [[\"-1.5\", -3], [\"1-2\", 3]]\n");
  for (const char* text : {"“By −27.3 cm.”", "“−1.5”", "“−3”", "“1-2”", "“-4”"})
    CHECK_MESSAGE(told.text.find(text) != std::string::npos, text);
}

TEST_CASE("raised numbers stand before the stop in French, and after it in English") {
  const auto told = [](const std::string& lang) {
    return tell("[document]\ntitle = \"T\"\nsummary = \"S\"\nlang = [\"" + lang + R"("]
[[discussion]]
heading = "H"
text = "Texte."
src = "a"
points = [{ text = "Un ; deux, etc.", note = "N." }, { text = "Vraiment !", note = "N." }, { text = "Trois.", src = "a", note = "N." }]
[outcome]
text = "Fin"
src = "a"
[[step]]
text = "*Aller*."
src = "a"
[[source]]
id = "a"
title = "A"
)");
  };
  const auto french = told("fr"), english = told("en");
  for (const char* text : {"deux, etc.1”", "Vraiment2\u202F!”", "3.”"})
    CHECK_MESSAGE(french.text.find(text) != std::string::npos, text);
  for (const char* text : {"Texte", "Trois", "Aller"}) {
    CHECK_MESSAGE(line_with(french.dump, text).ends_with("].”"), text);
    CHECK_MESSAGE(line_with(english.dump, text).find(".[") != std::string::npos, text);
  }
}

TEST_CASE("a bilingual edition tells once more who holds the floor, as the margin does in one language") {
  const std::string talks =
      two_languages +
      "[[side]]\nid = \"a\"\nname = { en = \"Alphaland\", ar = \"ألفالاند\" }\n[[side]]\nid = \"b\"\nname = { "
      "en = \"Betania\", ar = \"بيتانيا\" }\n[[discussion]]\nheading = { en = \"Flow\", ar = \"التدفق\" }\nby = "
      "\"a\"\npoints = [{ by = \"b\", text = { en = \"One.\", ar = \"واحد.\" } }, { text = { en = \"Two.\", ar = "
      "\"اثنان.\" } }]\n[print]\nedition = \"bilingual\"\n";
  const auto told = tell(talks);
  CHECK(count(told.dump, " signs") == 6);
  CHECK(count(told.text, "who_below “Alphaland”") == 2);
  CHECK(count(told.text, "who_below “Betania”") == 1);
}

TEST_CASE("a figure with its unit is at home in every language") {
  const std::string table =
      two_languages +
      "[[discussion]]\nheading = { en = \"Flow\", ar = \"التدفق\" }\n[discussion.table]\ncolumns = [{ head = { en = "
      "\"Load\", ar = \"الحمل\" } }]\nrows = [[\"550 MW\"], [\"12.5 °C\"]]\n";
  for (const std::string& edition : {std::string("[print]\nedition = \"bilingual\"\n"), std::string()}) {
    const auto told = tell(table + edition, "brief", edition.empty() ? 1 : 0);
    CHECK(told.faults.empty());
    CHECK(told.text.find("لا يوجد") == std::string::npos);
    CHECK(told.text.find("٥٥٠") != std::string::npos);
    CHECK(told.text.find("١٢٫٥") != std::string::npos);
  }
}

TEST_CASE("what is under a text has its counterpart, also where one language lacks text and speaker") {
  const auto told = tell(
      "[document]\ntitle = { en = \"T\", ar = \"ع\" }\nsummary = { en = \"S.\", ar = \"م.\" }\nlang = [\"en\", "
      "\"ar\"]\n"
      "[[discussion]]\nheading = \"Flow\"\nby = \"Experts\"\ntext = \"They met.\"\ndecision = { en = \"Agreed.\", ar = "
      "\"اتفق.\" }\n"
      "[print]\nedition = \"bilingual\"\n");
  REQUIRE(told.story.has_value());
  const layout::Block *english = block_with(told.story->blocks, "Agreed."),
                      *arabic = block_with(told.story->blocks, "اتفق.");
  REQUIRE(english != nullptr);
  REQUIRE(arabic != nullptr);
  CHECK(english->span.valid());
  CHECK(english->span == arabic->span);
}

TEST_CASE("a day is headed once; a version as wide as its column makes that wider; what shows nothing is left out") {
  const std::string both = "[print]\nedition = \"bilingual\"\n";
  const std::string day =
      two_languages +
      "[[programme]]\nday = 2026-04-01\ntime = 09:00:00\nwhat = { en = \"A\", ar = \"أ\" }\n[[programme]]\ntime = "
      "10:00:00\nwhat = { en = \"B\", ar = \"ب\" }\n[[programme]]\nday = 2026-04-01\ntime = 11:00:00\nwhat = { en = "
      "\"C\", ar = \"ج\" }\n";
  CHECK(count(tell(day + both).text, "“1 April 2026”") == 1);
  CHECK(count(tell(day + both).text, "“1 April 2026, continued”") == 1);  // on pages that begin inside it
  const auto version =
      tell(two_languages + "[[revision]]\nversion = \"MMM\"\nchange = { en = \"New\", ar = \"جديد\" }\n" + both);
  CHECK(line_with(version.dump, "MMM").find("widest") != std::string::npos);
  const auto noon = tell(two_languages +
                         "[[programme]]\ntime = { en = \"noon\", ar = \"عند الظهر\" }\nwhat = { en = \"A\", ar = "
                         "\"أ\" }\n" +
                         both);
  CHECK(line_with(noon.dump, "noon").find("label=") == std::string::npos);  // alike in both columns
  model::Template design = test::design("brief");
  for (model::SectionSpec& spec : design.sections)
    if (spec.from == model::From::programme) spec.show = {{"where", {}}};
  CHECK(count(tell(day + both, design).dump, " LI ") == 0);
}

TEST_CASE("French marks of sources stand before all signs that end a text, also where these are a piece of their own") {
  const auto point = [](const std::string& text) {
    const auto told = tell(R"([document]
title = "T"
summary = "S"
lang = ["fr"]
[[discussion]]
heading = "H"
src = "a"
text = ")" + text + R"("
[[source]]
id = "a"
title = "A"
)");
    return line_with(told.dump, "Vraiment");
  };
  CHECK(point("Vraiment ?!").ends_with("][1][7]\u202F?!”"));
  CHECK(point("Vraiment !!!").ends_with("][1][7]\u202F!!!”"));
  CHECK(point("*Vraiment* !").ends_with("][1][7]\u202F!”"));
}
