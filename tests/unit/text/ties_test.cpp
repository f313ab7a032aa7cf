// What stays on one line where it can.
#include <doctest/doctest.h>

#include <string>
#include "text/grouped_numbers.hpp"
#include "text/ties.hpp"

using namespace readout;

namespace {

/// The text with ~ for each blank that is tied.
std::string tied(std::string text) {
  const std::string was = text;
  for (std::size_t i = 0; i < was.size(); ++i)
    if (was[i] == ' ' && text::tie_at(was, i) == text::Tie::tied) text[i] = '~';
  return text;
}

}  // namespace

TEST_CASE(
    "two plain words are seen at once to be no more, and every word that says something beside one is still known") {
  // A bracket before the first word is taken off by the rules, but not by the look that passes over plain words.
  const char* const words[] = {
      "the",   "The",    "of",   "Sheikh", "van",   "de",      "der",       "den",   "bin",   "Dr",      "Prince",
      "Dhu",   "Jumada", "dhou", "rabia",  "von",   "und",     "zu",        "Al",    "t",     "million", "Millionen",
      "milli", "euro",   "May",  "mayo",   "julio", "Ramadan", "Barcelona", "Hague", "meter", "kg",      "percent",
      "hours", "Uhr",    "page", "annex",  "Page",  "ca",      "circa",     "A",     "I",     "II",      "Xavier",
      "EUR",   "bpd",    "al",   "Hijjah", "Zayed", "per",     "cent",      "no",    "La",    "’t",      "Ould"};
  int ties = 0;
  for (const std::string before : words) {
    for (const std::string after : words) {
      for (const std::string end : {"", ",", ".", " x", ", x", ") x"}) {
        const std::string plain = "x " + before + " " + after + end, slow = "x (" + before + " " + after + end;
        const auto tie = text::tie_at(plain, 2 + before.size());
        CAPTURE(plain);
        CHECK((tie == text::tie_at(slow, 3 + before.size()) || end == ") x"));
        ties += tie == text::Tie::none ? 0 : 1;
      }
    }
  }
  CHECK(ties > 500);
  CHECK(text::tie_at("May, Sheikh", 4) == text::Tie::none);
  CHECK(text::tie_at("(local time)", 6) == text::Tie::rather);
}

TEST_CASE("numbers stay with what counts them, initials with the name") {
  for (const char* row : {
           "see Page~3 and page~12, pages~4 to 6",
           "(Art.~5 of it), Annex~2; No.~7, no.~8.",
           "§~12, n°~4, Seite~3, página~9",
           "H.~E.~Sheikh~Saoud of Doha",
           "H.E.~Minister J.~Smith, H.E. the Minister",
           "45~km, 12.5~%, 400~m³/s. 20~°C (3~ha)",
           "Page numbers, no answer, at 3 o'clock, in May 2026",
           "MM.~Durand et Petit, Mmes~Roux et Blanc",
           "Mr.~Smith and Dr~Mensah. The 3 ministers met. No doubt",
           "on 12~May 2026, July~15, 2026, 14–15~April, le 1~juillet, am 3.~März; 120 May",
           "from Gauge~1 to Gauge~3 of Hall~12; Vision 2030; ISO 9",
           "€2.4~million, 75~Mio. Euro, 12~milliards, ٧٥٠~مليون; a million, 10:00–13:30~h",
           "محمد بن~عبد~الرحمن وعبد~الله في أبو~ظبي؛ عبر",
           "23–24~Dhu~al-Qa‘dah, 20~Sha‘ban 1447~AH; ٢٣–٢٤~ذو~القعدة ١٤٤٧~هـ، ١٥~ربيع~الأول. The Dhu al-Hijjah",
           "من المقياس~٣ إلى المقياس~١٢، في ١٥~أغسطس ٢٠٢٦، بعد ٩~أيام",
           "and so on. A man",
           "EUR~18,204.55, EUR~−0.82 (USD~640), 640~USD, €~5~m, US$~3; in 2026 USD~5~m; EUR~bn",
           "214,50~€/t, 90~€/MWh, 45~MVA, 5~Mt, 12~M€, 15~bar, 30 NGOs, 12 MoU, 60~MVAr, 7~MWth, 50~¢/kWh, "
           "80~US$/barrel, 100~kbit/s; "
           "75~Mio.~€, 3~million~m³; a million euros, 2026 NATO, 15 barges, 12 and/or, 5 Doha",
           "٣٥٠~ريالًا و٩٠~يومًا، ١٢~كم، ٤~أطنان، ٥~طنًا، 300~مليون~يورو، ثلاثة آلاف~دولارٍ، مليارا~درهم؛ ٥ وفود، مليون "
           "وفد",
           "ISO~9001, (DN~1200) IM~67953; NV 118, the EU 27 of 2026, I 1200, NATIONS 1200, Iso 9001",
           "EUR~m, SIX 12, THE 640, 5~km/h, 3~EUR/MWh",
           "1~250~000, 12~500.75; in 2026 120 came, 14:30 120, 1.5 250, 12 1250, G20 120, 3 120th",
           "1447~AH, 622~CE: 44~BC. AH is an era; ١٤٤٧~هـ، ٢٠٢٦~م. ١~٢٥٠~٠٠٠",
           "from 08~h~30 to 17~h~00, 8~h; 08~h~30–17~h~00, um 14~Uhr~30; the h 30",
           "14~–~15, Doha – 2026, 14:00~– 1~April, 00~– 1er~avril",
           "14~April~–~2~May 2026, April~14~–~May~2, 14~avril~–~2~mai, ١٤~أبريل~–~٢~مايو; Paris – 2, April – so",
           "el 1~de~julio de~2026, 3 de ellos en julio, de 2026, desde julio de~2026",
           "le 1er~juillet, il 1º~luglio, the 2nd~May, am 1.~Juli, July~1st",
           "had meant by “Page~3” of it, “45~km”, more than 45~km? “Mr.~Khan” (“17~March”) „Seite~3“ «45~km»!",
           "an accuracy of ±2~%.[2] and 10~%.3 of it, 2.5 2.5; see annex~B, Gate~B2, Article~IV, Gate~B, old IV",
           "“North Link~II”, King~Charles~III, Ludwig~XIV. of it, JUMADA~I and Rabi‘~II, rabi‘~I, Pius~XII; version~4, "
           "release~2",
           "Charles, III; He I, the II, Old MIX, Old XL, Old XXXXI, Old IIII; version two",
           "25~per cent, 10~a.m., 9~am, 3~m3, 500,000~b/d, 8~TEU, 12~nm, para.~4, footnote~3, 31~hours, on channel~9; "
           "per 3 cents",
           "(+357~24~643005), +962~3~209~1000, 555~0204. (+33)~1~43~17~53~53; +962~(0)6~573~5150 ext.~12",
           "call +357~24~643005 or 12~847 of it, 06~573~5150; in 2024 2025, 2024 2025 2026 or 2026 1500 came, 5 7 9",
           "هاتف +962~3~209~1000 و555~0204 ثم ٠٦~٥٧٣~٥١٥٠، المادة~5 (2) في 2254 (2015)",
           "G20 120~000 came, 555 0204th, 10 11 12 13 14, à 555~0204, (a) 12~0000000",
           "(٢٨~رمضان ١٤٤٧~هـ)، والنقطة~٣؟",
           "مع الدكتور~منساه والسيدة هالفورسن، المهندس~إدريس",
           "Dame~Philippa, Sir~John, King~Charles, Sheikha~Moza, HRH~Prince~Hussein, Lt~Holm, Col.~Holm, Sen.~Holm, "
           "Excma.~Sra.~Dña.~Ana, M.~Dupont, D.~Juan, Ing.~Holm, Baroness~Ashton; a king came, the Prince of it",
           "von~und~zu~Waldenfels, van~’t~Hoff, van~der~Bellen, El~Idrissi, Ould~Ahmed, Bint~Hamad; von und an, und zu "
           "Recht, van hier, der Rat",
           "الصفحات~٤١–٤٧، ص.~٤، ص~٤–٦، صفحة~12، والنقاط~٣–٥، رقم~٧؛ صفحة ثم، وفود ٣",
           "Thabet Saeed Al~Abbasi, Hamad bin~Khalifa, MINISTER AL~ABBASI; the bin was full",
       }) {
    std::string plain = row;
    for (char& c : plain) c = c == '~' ? ' ' : c;
    CHECK(tied(plain) == row);
  }
}

TEST_CASE("a number stays with the sign or the word that says how near it is") {
  const auto tie = [](std::string_view text, std::string_view at) { return text::tie_at(text, text.find(at)); };
  for (const char* row :
       {"(~ 1 150 km)", "≈ 20", "ca. 30", "c. 1850", "approx. €5", "env. 40 kt", "< 5", "≥ −3", "± 2"})
    CHECK(tie(row, " ") == text::Tie::tied);
  for (const char* row : {"~ the", "ca. dreißig", "etc. 5 of"}) CHECK(tie(row, " ") == text::Tie::none);
}

TEST_CASE("no line ends between the groups of a number") {
  const auto whole = [](std::string_view text) { return text::is_in_grouped_number(text, text.find(' ')); };
  for (const char* row : {"113 000 m³", "13 300", "(€12 500.75)", "−1 250 000,", "«13 300»", "١ ٢٥٠", "n°12 500",
                          "999 999 999 999 999, 5"})
    CHECK(whole(row));
  for (const char* row :
       {"101 102 103 104 105", "101 102 103 104", "2026 500 people", "14:30 120", "1.5 250", "12 1250", "G20 120",
        "3 120th", "13 euros", "over 300", "13 ", " 300", "101 102 103 104 105 106"})
    CHECK_FALSE(whole(row));
}

TEST_CASE("a year may leave its month") {
  const std::string text = "on 12 May 2026, in May 12";
  CHECK(text::tie_at(text, text.find(" 2026")) == text::Tie::rather);
  CHECK(text::tie_at(text, text.find(" May")) != text::Tie::rather);
  CHECK(text::tie_at(text, text.rfind(" 12")) != text::Tie::rather);
  CHECK(text::tie_at("1 de julio de 2026", std::string("1 de julio").size()) == text::Tie::rather);
  CHECK(text::tie_at("أغسطس ٢٠٢٦", std::string("أغسطس").size()) == text::Tie::rather);
}

TEST_CASE("a word that says nothing alone leads on to the next") {
  const auto tie = [](std::string_view text) { return text::tie_at(text, text.find(' ')); };
  for (const char* row : {"لا المنعمة", "ولم تفضل", "(ولا يتضمن", "وزير الدفاع"}) CHECK(tie(row) == text::Tie::leads);
  for (const char* row : {"لاحظ المنعمة", "وزارة الدفاع", "and Gammary", "a year", "A representatives"})
    CHECK(tie(row) == text::Tie::none);
}

TEST_CASE("two words that brackets hold alone rather stay together") {
  const auto tie = [](std::string_view text) { return text::tie_at(text, text.find(' ', text.find('('))); };
  for (const char* row : {"17:45 (local time)", "17:45\u00A0(local time)", "17:45 (local time), then", "(حضور جزئي)"})
    CHECK(tie(row) == text::Tie::rather);
  for (const char* row :
       {"17:45 (local time there)", "17:45 (local time", "(so) and then)", "(extraordinarily plenipotentiary)"})
    CHECK(tie(row) == text::Tie::none);
}

TEST_CASE("a short figure at the end of what is said rather stays with the word before it") {
  const auto tie = [](std::string_view text) { return text::tie_at(text, text.rfind(' ')); };
  for (const char* row : {"on route 9", "on route 9.", "of gauges 12,", "the ways 3)", "مقياسين ٥ و٧", "5 و7"})
    CHECK(tie(row) == text::Tie::rather);
  for (const char* row : {"on route 9876", "on route nine", "and 5 7", "from و٧"}) CHECK(tie(row) == text::Tie::none);
  const std::string_view inner = "on route 9 they";
  CHECK(text::tie_at(inner, inner.find(" 9")) == text::Tie::none);
}

TEST_CASE("a slash between short words keeps them") {
  const auto after = [](std::string_view text) { return text::is_after_short_slash(text, text.find('/') + 1); };
  for (const char* row : {"200 km/h on", "400 m³/s.", "b/d", "and/or", "EUR/MWh", "(w/o)", "kWh/m²"}) CHECK(after(row));
  for (const char* row : {"input/output", "Lebanon/Syria", "/usr", "km/", "cost/benefit."}) CHECK_FALSE(after(row));
}

TEST_CASE("an article in Latin letters keeps its word") {
  const auto after = [](std::string_view text) { return text::is_after_article(text, text.find('-') + 1); };
  for (const char* row : {"al-Arab", "Shatt al-Arab", "(Al-Ahram", "ash-Sharq", "bin-al-Arab"})
    CHECK(after(row) == (row[0] != 'b'));
  for (const char* row : {"co-operation", "royal-blue", "-Arab", "coral-red", "al"}) CHECK_FALSE(after(row));
}
