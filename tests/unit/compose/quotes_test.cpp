// Rows of what people type, and what is printed.
#include "compose/quotes.hpp"

#include <doctest/doctest.h>

#include "support_design.hpp"

using namespace readout;
using namespace readout::compose;

namespace {

struct Row {
  const char *lang, *in, *out;
};
void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.lang);
    CAPTURE(row.in);
    CHECK(curl(row.in, {}, test::words(row.lang)) == row.out);
  }
}

}  // namespace

TEST_CASE("straight quotes become the language's") {
  check({
      {"en", "Qatar's \"vision\"", "Qatar’s “vision”"},
      {"en", "\"a 'b' c\"", "“a ‘b’ c”"},
      {"en", "('so')", "(‘so’)"},
      {"en", "“kept” – as – it … is", "“kept” – as – it … is"},
      {"en", "he said \"yes,\" then \"no.\"", "he said “yes,” then “no.”"},
      {"en", "\"…so\", \"(so)\", [\"so\"]", "“…so”, “(so)”, [“so”]"},
      {"en", "\"one\"/\"two\"–\"three\"", "“one”/“two”–“three”"},
      {"en", "a \" b \" c", "a “ b ” c"},
      {"ar", "قال \"نعم\" ثم", "قال «نعم» ثم"},
      {"de", "der \"alte 'Plan'\" gilt", "der „alte ‚Plan‘“ gilt"},
      {"es", "el \"plan\", ¿\"cuál\"?", "el «plan», ¿«cuál»?"},
      {"it", "l'intesa: \"si'\"", "l’intesa: «si’»"},
      {"fr", "l'accord; \"oui\" ?", "l’accord\u202F; «\u202Foui\u202F»\u202F?"},
      {"fr", "Ordre du jour: 14:30, https://a.example/?b", "Ordre du jour\u00A0: 14:30, https://a.example/?b"},
      {"fr", "« non »! Vraiment?! (?)", "«\u202Fnon\u202F»\u202F! Vraiment\u202F?! (?)"},
      {"fr", "\"les autres \"", "«\u202Fles autres\u202F»"},
      {"fr", "\"les autres\u00A0\" ; \" ceux \", dit-il", "«\u202Fles autres\u202F»\u202F; «\u202Fceux\u202F», dit-il"},
      {"fr", "(\"autres \") et \"autres \".", "(«\u202Fautres\u202F») et «\u202Fautres\u202F»."},
      {"fr", "déjà\u00A0: là\u202F!", "déjà\u00A0: là\u202F!"},
      {"en", "so: « no » ?", "so: « no » ?"},
      {"en", "a \uFFFC stays", "a \uFFFC stays"},
      {"en", "its own \uFFFC 'b'", "its own \uFFFC ‘b’"},
  });
}

TEST_CASE("a quote may follow words without a blank: what is open tells it from one that closes") {
  check({
      {"ar", "و\"مقتبس\" ثم", "و«مقتبس» ثم"},
      {"ar", "بـ\"النص\" و\"الآخر\"", "بـ«النص» و«الآخر»"},
      {"ar", "قال:\"نعم\"", "قال:«نعم»"},
      {"ar", "قالَ\"نعم\"،", "قالَ«نعم»،"},
      {"ar", "و'مفرد'", "و”مفرد“"},
      {"ar", "و\"قال 'نعم' له\".", "و«قال ”نعم“ له»."},
      {"ar", "\"Qatar's\" و'Doha'", "«Qatar’s» و”Doha“"},
      {"fr", "l'\"Europe\" unie", "l’«\u202FEurope\u202F» unie"},
      {"it", "dell'\"Europa\"", "dell’«Europa»"},
      {"it", "nell''intesa'", "nell’‘intesa’"},
      {"en", "non-\"aligned\" states", "non-“aligned” states"},
      {"en", "non-'aligned' states", "non-‘aligned’ states"},
      {"en", "\"pre-\" and \"post-\"", "“pre-” and “post-”"},
      {"en", "5\"x7\" prints", "5”x7” prints"},
      {"en", "said:\"no\"", "said:“no”"},
      {"de", "EU-\"Gipfel\"", "EU-„Gipfel“"},
      {"es", "dijo:\"no\"", "dijo:«no»"},
      {"fr", "\"l'\"Europe\" de demain\"", "«\u202Fl’“Europe” de demain\u202F»"},
      {"it", "disse \"un'\"agenda\" chiara\"", "disse «un’‘agenda’ chiara»"},
  });
}

TEST_CASE("a quote inside one of the same sign is the inner one") {
  check({
      {"en", "\"He said \"no\" today\"", "“He said ‘no’ today”"},
      {"es", "\"dijo \"no\"\"", "«dijo “no”»"},
      {"de", "\"er sagte \"nein\", und ging\"", "„er sagte ‚nein‘, und ging“"},
      {"en", "\"one\" and \"two\"", "“one” and “two”"},
  });
}

TEST_CASE("quotes beside quotes") {
  check({
      {"en", "\"'nested' first\"", "“‘nested’ first”"},
      {"en", "\"last 'nested'\"", "“last ‘nested’”"},
      {"en", "'\"outer\" inner'", "‘“outer” inner’"},
      {"en", "\"'both'\"", "“‘both’”"},
      {"de", "\"'erst' dann\"", "„‚erst‘ dann“"},
      {"fr", "\"'dedans' dehors\"", "«\u202F“dedans” dehors\u202F»"},
      {"ar", "\"'أول' ثم\"", "«”أول“ ثم»"},
      {"en", "\"he said 'no'\", \"'yes'\"", "“he said ‘no’”, “‘yes’”"},
  });
}

TEST_CASE("apostrophes inside words, at their ends and at their starts") {
  check({
      {"en", "the sides' rivers", "the sides’ rivers"},
      {"de", "Hans' Reise", "Hans’ Reise"},
      {"it", "un po' di piu'", "un po’ di piu’"},
      {"en", "the '90s, and '26", "the ’90s, and ’26"},
      {"en", "Pieter-Jan 't Hoen", "Pieter-Jan ’t Hoen"},
      {"de", "Pieter-Jan 't Hoen", "Pieter-Jan ’t Hoen"},
      {"en", "'s-Gravenhage, 's Lands, rock 'n' roll", "’s-Gravenhage, ’s Lands, rock ’n’ roll"},
      {"en", "\"'t Hoen\" and 't Hart's 'plan'", "“’t Hoen” and ’t Hart’s ‘plan’"},
      {"en", "'Ali and 'Umar met", "’Ali and ’Umar met"},
      {"en", "'Ali met the 'so-called' experts", "’Ali met the ‘so-called’ experts"},
      {"en", "'tis so", "’tis so"},
      {"en", "'Qatar's plan' stands", "‘Qatar’s plan’ stands"},
      {"en", "'t'", "‘t’"},
      {"en", "rock-'n'-roll", "rock-’n’-roll"},
      {"en", "'em dash' and '(so)'", "‘em dash’ and ‘(so)’"},
      {"en", "'24 points' of '1965'", "’24 points’ of ‘1965’"},
      {"ar", "السيد 't Hoen", "السيد ’t Hoen"},
      {"de", "so 'n Plan", "so ’n Plan"},
      {"fr", "aujourd'hui, l'an '26", "aujourd’hui, l’an ’26"},
  });
}

TEST_CASE("a quote written with a backslash stays") {
  CHECK(curl("5\" wide", {1}, test::words("en")) == "5\" wide");
  CHECK(curl("\"5\" wide\"", {2}, test::words("en")) == "“5\" wide”");
  CHECK(curl("", {}, test::words("en")) == "");
}

TEST_CASE("emphasis and links part a paragraph, not its quotes; a reference counts as a word") {
  const auto joined = [](std::vector<QuotedPiece> pieces) {
    std::string out;
    for (const std::string& piece : curl(pieces, test::words("en"))) out += (out.empty() ? "" : "|") + piece;
    return out;
  };
  CHECK(joined({{"say \""}, {"yes"}, {"\" and '"}, {"no"}, {"'"}}) == "say “|yes|” and ‘|no|’");
  CHECK(joined({{"see \""}, {""}, {"\""}}) == "see “||”");
  CHECK(joined({{"the "}, {"'t"}, {" Hoen"}}) == "the |’t| Hoen");
}

TEST_CASE("a hundred thousand quotes are read in a moment") {
  for (const char* one : {"'", "\"", "'\"", "a'", " 'a", "\u2066'", "'a-'b "}) {
    std::string text;
    while (text.size() < 300'000) text += one;
    CHECK(curl(text, {}, test::words("en")).size() > text.size());
  }
}

TEST_CASE("inside outer quotes that are typed, straight ones become the inner quotes") {
  check({
      {"fr", "« Ils disaient : \"Tout est perdu\" ? » et \"non\"",
       "«\u202FIls disaient\u00A0: “Tout est perdu”\u202F?\u202F» et «\u202Fnon\u202F»"},
      {"en", "“The Secretariat said \"not yet\".” \"So?\"", "“The Secretariat said ‘not yet’.” “So?”"},
      {"de", "„Er sagte: \"nie\"“, \"so\"", "„Er sagte: ‚nie‘“, „so“"},
      {"es", "«dijo \"no\"» y \"sí\"", "«dijo “no”» y «sí»"},
      {"it", "«disse \"no\"» e \"si\"", "«disse ‘no’» e «si»"},
      {"ar", "«قال \"لا\"» و\"نعم\"", "«قال ”لا“» و«نعم»"},
      {"en", "“It’s \"so\"” – the sides’ \"plan\"", "“It’s ‘so’” – the sides’ “plan”"},
      {"en", "« typed \"so\" »", "« typed “so” »"},
  });
}

TEST_CASE("a hyphen before a number that is a word of its own is a minus") {
  check({
      {"en", "-27.3 m", "−27.3 m"},
      {"en", "at -1,250.5, or (-5 %), \"-3\".", "at −1,250.5, or (−5 %), “−3”."},
      {"en", "from -5–7 °C", "from −5–7 °C"},
      {"fr", "à -3,5 °C : non", "à −3,5 °C\u00A0: non"},
      {"ar", "بلغت -27.3 أو -٢٧٫٣", "بلغت −27.3 أو −٢٧٫٣"},
      {"en", "5-7, 5 -7, 5 - 7, -5-7, x-5, -a", "5-7, 5 -7, 5 - 7, -5-7, x-5, -a"},
      {"en", "-4/2026, -2026-03-17, -03:00, -3a, -1.2.3, -5_a", "-4/2026, -2026-03-17, -03:00, -3a, -1.2.3, -5_a"},
      {"en", "--5, -", "--5, -"},
      {"en", "-5–-2 °C, 3–-2", "−5–−2 °C, 3–−2"},
      {"en", "5 % -7 %, 5% -7%, 10 km -12 km, 14h -17h", "5 % -7 %, 5% -7%, 10 km -12 km, 14h -17h"},
      {"en", "14 May -17 June, 5 to -7 km, 5 %, -7 %", "14 May -17 June, 5 to −7 km, 5 %, −7 %"},
      {"fr", "de 14 h -17 h, 14 mai -17 mai, 5 à -7", "de 14 h -17 h, 14 mai -17 mai, 5 à −7"},
      {"de", "14 Uhr -17 Uhr", "14 Uhr -17 Uhr"},
      {"fr", "appel -33 1 42 99, -1 250 000,5 t", "appel -33 1 42 99, −1 250 000,5 t"},
  });
  const std::vector<std::string> pieces = curl({{"by "}, {"-5"}, {" and 3"}, {"-5"}}, test::words("en"));
  CHECK(pieces == std::vector<std::string>{"by ", "−5", " and 3", "-5"});
  CHECK(curl({{"By -"}, {"5"}, {" per cent."}}, test::words("en")).front() == "By −");
}
