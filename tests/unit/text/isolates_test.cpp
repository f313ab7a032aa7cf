// Figures and words in lines of the other direction, as they are seen: each row is read from the paper.
#include "text/isolates.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "text/shape.hpp"

using namespace readout;
using namespace readout::text;

namespace {

/// The text with a blank of no width, U+200B, at each end of an isolate, where two of one level part as they do in a
/// line.
struct Parted {
  std::u32string text;
  std::vector<std::uint8_t> levels;
};
Parted parted(std::u32string_view text, Direction direction, const std::vector<Isolate>& isolates) {
  Parted out;
  std::vector<std::uint8_t> edges;
  const auto levels = embedding_levels(text, direction, isolates, &edges);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!edges.empty() && edges[i] != no_edge) {
      out.text += U'\u200B';
      out.levels.push_back(edges[i]);
    }
    out.text += text[i];
    out.levels.push_back(levels[i]);
  }
  return out;
}

/// The text from left to right, but Arabic words as they are spelt.
std::string seen(std::u32string_view paragraph, Direction direction, const std::vector<Isolate>& given = {}) {
  const auto [text, levels] = parted(paragraph, direction, with_own_isolates(paragraph, direction, given));
  std::u32string out, word;
  const auto is_letter = [](char32_t c) { return c >= 0x0621 && c <= 0x064A; };
  const auto put_word = [&] {
    out.append(word.rbegin(), word.rend());
    word.clear();
  };
  for (const std::size_t i : visual_order(levels)) {
    if (text[i] == U'\u200B') continue;
    if (is_letter(text[i])) {
      word += text[i];
      continue;
    }
    put_word();
    const bool mirrored = levels[i] % 2 == 1;
    out += mirrored && text[i] == U'(' ? U')' : mirrored && text[i] == U')' ? U'(' : text[i];
  }
  put_word();
  return utf8::from_utf32(out);
}

std::string in_arabic(std::u32string_view text) { return seen(text, Direction::rtl); }
std::string in_english(std::u32string_view text) { return seen(text, Direction::ltr); }

}  // namespace

TEST_CASE("numbers with signs, percent, degrees and currencies are units in Arabic") {
  CHECK(in_arabic(U"بنسبة -3.5% ثم") == "ثم -3.5% بنسبة");
  CHECK(in_arabic(U"بنسبة −3.5 % ثم") == "ثم −3.5 % بنسبة");
  CHECK(in_arabic(U"بين 20%–30% ثم") == "ثم 30%–20% بين");
  CHECK(in_arabic(U"(+2%)") == "(+2%)");
  CHECK(in_arabic(U"ضمن ±0.2 Hz فقط") == "فقط ±0.2 Hz ضمن");
  CHECK(in_arabic(U"بحرارة 65 °C في") == "في 65 °C بحرارة");
  CHECK(in_arabic(U"بحرارة 65°C في") == "في 65°C بحرارة");
  CHECK(in_arabic(U"بزاوية 15° شرقا") == "شرقا 15° بزاوية");
  CHECK(in_arabic(U"بقيمة $2.5 million في") == "في $2.5 million بقيمة");
  CHECK(in_arabic(U"بقيمة -$3 في") == "في -$3 بقيمة");
  CHECK(in_arabic(U"بقيمة €1 200 000 في") == "في €1 200 000 بقيمة");
  CHECK(in_arabic(U"بقيمة $٢٫٥ في") == "في $٢٫٥ بقيمة");
}

TEST_CASE("signs of Arabic-Indic quantities stand as they are read") {
  CHECK(in_arabic(U"بنسبة ٣٫٥٪ ثم") == "ثم ٪٣٫٥ بنسبة");
  CHECK(in_arabic(U"بنسبة ٣٫٥% ثم") == "ثم %٣٫٥ بنسبة");
  CHECK(in_arabic(U"بنسبة -٣٫٥٪ ثم") == "ثم ٪٣٫٥- بنسبة");
  CHECK(in_arabic(U"قدرة ١٢٠٠ MW في") == "في MW ١٢٠٠ قدرة");
  CHECK(in_arabic(U"بحرارة ٦٥ °C في") == "في ٦٥ °C بحرارة");
}

TEST_CASE("telephone numbers and dates of groups are units in Arabic") {
  CHECK(in_arabic(U"هاتف +966 13 889 0700 أو") == "أو +966 13 889 0700 هاتف");
  CHECK(in_arabic(U"هاتف 011-4055000 أو") == "أو 011-4055000 هاتف");
  CHECK(in_arabic(U"هاتف: 4444-1234") == "4444-1234 :هاتف");
  CHECK(in_arabic(U"هاتف 4455 1234") == "4455 1234 هاتف");
  CHECK(in_arabic(U"هاتف +٩٧٣ ١٧٩٩ ٦٦٦٦ أو") == "أو +٩٧٣ ١٧٩٩ ٦٦٦٦ هاتف");
  CHECK(in_arabic(U"هاتف ٠١١-٤٠٥٥٠٠٠") == "٠١١-٤٠٥٥٠٠٠ هاتف");
  CHECK(in_arabic(U"+966 13 889 0700") == "+966 13 889 0700");
  CHECK(in_arabic(U"في 2027-06-30 وفي 17/3/2026") == "17/3/2026 وفي 2027-06-30 في");
  CHECK(in_arabic(U"في ٢٠٢٧-٠٦-٣٠ ثم") == "ثم ٢٠٢٧-٠٦-٣٠ في");
  CHECK(in_arabic(U"هاتف 011-4055000، 011-4055001") == "011-4055001 ،011-4055000 هاتف");
  CHECK(in_arabic(U"هاتف 44 44 12 34 أو") == "أو 44 44 12 34 هاتف");
  CHECK(in_arabic(U"هاتف (974) 44-1234 أو") == "أو (974) 44-1234 هاتف");
  CHECK(in_arabic(U"هاتف (+974) 4444 1234") == "(+974) 4444 1234 هاتف");
}

TEST_CASE("a word that is written on a number leaves it a unit") {
  CHECK(in_arabic(U"ثم و-3.5% ثم") == "ثم -3.5%و ثم");
  CHECK(in_arabic(U"ثم و$5.5 ثم") == "ثم $5.5و ثم");
  CHECK(in_arabic(U"ثم بـ-3.5% ثم") == "ثم -3.5%بـ ثم");
  CHECK(in_arabic(U"ثم و+974 4444 1234") == "+974 4444 1234و ثم");
}

TEST_CASE("ranges, lists and numbers alone are read from the right, as before") {
  CHECK(in_arabic(U"في ٢٠٢٤-٢٠٢٥ ثم") == "ثم ٢٠٢٥-٢٠٢٤ في");
  CHECK(in_arabic(U"في 2024-2025 ثم") == "ثم 2025-2024 في");
  CHECK(in_arabic(U"من 5-7 نقاط") == "نقاط 7-5 من");
  CHECK(in_arabic(U"بنسبة 5-7% ثم") == "ثم 7%-5 بنسبة");
  CHECK(in_arabic(U"النقطة 5 - 7 ثم") == "ثم 7 - 5 النقطة");
  CHECK(in_arabic(U"النقاط 5 7 9 ثم") == "ثم 9 7 5 النقاط");
  CHECK(in_arabic(U"كوفيد-19 في") == "في 19-كوفيد");
  CHECK(in_arabic(U"في عام 2026 1500 وفد") == "وفد 1500 2026 عام في");
  CHECK(in_arabic(U"في 2026 Qatar Airways ثم") == "ثم Qatar Airways 2026 في");
  CHECK(in_arabic(U"١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩ ١٠") == "١٠ ٩ ٨ ٧ ٦ ٥ ٤ ٣ ٢ ١");
  CHECK(in_arabic(U"10 11 12 13") == "13 12 11 10");
  CHECK(in_arabic(U"في 2026 2024 2025 ثم") == "ثم 2025 2024 2026 في");
  CHECK(with_own_isolates(U"النقطة (3) 2026 ثم", Direction::rtl, {}).empty());
}

TEST_CASE("a mark that is typed before a number says how it stands") {
  CHECK(with_own_isolates(U"بنسبة \u200F-3.5% ثم", Direction::rtl, {}).empty());
  CHECK(with_own_isolates(U"قدرة \u200F1,200 MW في", Direction::rtl, {}).empty());
  CHECK(in_arabic(U"في \u200E2024-2025 ثم") == "ثم \u200E2024-2025 في");
}

TEST_CASE("numbers with Latin words are units in Arabic") {
  CHECK(in_arabic(U"قدرة 1,200 MW في") == "في 1,200 MW قدرة");
  CHECK(in_arabic(U"قدرة 1,200 MW، 300 MW") == "300 MW ،1,200 MW قدرة");
  CHECK(in_arabic(U"قدرة 5-7 MW في") == "في 5-7 MW قدرة");
  CHECK(in_arabic(U"قدرة 5–7 MW في") == "في 5–7 MW قدرة");
  CHECK(in_arabic(U"مسافة 5 km/h في") == "في 5 km/h مسافة");
  CHECK(in_arabic(U"بقيمة 2.5 million US dollars في") == "في 2.5 million US dollars بقيمة");
  CHECK(in_arabic(U"بقيمة USD 2.5 million في") == "في USD 2.5 million بقيمة");
  CHECK(in_arabic(U"بقيمة $2.5 million (USD 2.5 million) في") == "في (USD 2.5 million) $2.5 million بقيمة");
  CHECK(in_arabic(U"بتوقيت (GMT+3) ثم") == "ثم (GMT+3) بتوقيت");
  CHECK(in_arabic(U"بتوقيت +3 GMT ثم") == "ثم +3 GMT بتوقيت");
  CHECK(in_arabic(U"طائرة Boeing 787 Dreamliner في") == "في Boeing 787 Dreamliner طائرة");
}

TEST_CASE("sums for a unit of something are units in Arabic") {
  CHECK(in_arabic(U"بسعر 0.085 $/kWh في") == "في 0.085 $/kWh بسعر");
  CHECK(in_arabic(U"بسعر $0.085/kWh في") == "في $0.085/kWh بسعر");
  CHECK(in_arabic(U"بسعر 0.085 USD/kWh في") == "في 0.085 USD/kWh بسعر");
  CHECK(in_arabic(U"بسعر 1,200 €/t في") == "في 1,200 €/t بسعر");
  CHECK(in_arabic(U"بسعر 1,200 US$/t في") == "في 1,200 US$/t بسعر");
  CHECK(in_arabic(U"بسعر 1,200€/t في") == "في 1,200€/t بسعر");
  CHECK(in_arabic(U"بسعر 4.5 $/MMBtu.") == ".4.5 $/MMBtu بسعر");
  CHECK(in_arabic(U"بسعر 12 €/MWh و13 €/MWh في") == "في 13 €/MWhو 12 €/MWh بسعر");
  CHECK(in_arabic(U"مبلغ 5,000,000 $ في") == "في $ 5,000,000 مبلغ");
  CHECK(in_arabic(U"مبلغ 12 $/طن في") == "في طن/$ 12 مبلغ");
}

TEST_CASE("letters that touch a sum belong to it, and so does the upper of two sums") {
  CHECK(in_arabic(U"بقيمة €1.4bn في") == "في €1.4bn بقيمة");
  CHECK(in_arabic(U"بقيمة $2.5M، £3.2k في") == "في £3.2k ،$2.5M بقيمة");
  CHECK(in_arabic(U"بقيمة $5m–$10m في") == "في $5m–$10m بقيمة");
  CHECK(in_arabic(U"بقيمة $5-10 في") == "في $5-10 بقيمة");
  CHECK(in_arabic(U"بقيمة €1.4–1.6bn في") == "في €1.4–1.6bn بقيمة");
  CHECK(in_arabic(U"بقيمة $5-10 million/year.") == ".$5-10 million/year بقيمة");
  CHECK(in_arabic(U"بقيمة $5 - $10 في") == "في $10 - $5 بقيمة");
}

TEST_CASE("an hour and the offset of its zone are one unit in Arabic") {
  CHECK(in_arabic(U"الساعة 14:30 GMT+3 ثم") == "ثم 14:30 GMT+3 الساعة");
  CHECK(in_arabic(U"الساعة 11:00 UTC+4.") == ".11:00 UTC+4 الساعة");
  CHECK(in_arabic(U"الساعة 11:00 UTC−03:30 ثم") == "ثم 11:00 UTC−03:30 الساعة");
  CHECK(in_arabic(U"الساعة 2 pm GMT+3 ثم") == "ثم 2 pm GMT+3 الساعة");
  CHECK(in_arabic(U"الساعة 11:00 UTC-ثم") == "ثم-11:00 UTC الساعة");
}

TEST_CASE("numbers with the units of trades are units in Arabic") {
  CHECK(in_arabic(U"قدرة 1,200 MVA في") == "في 1,200 MVA قدرة");
  CHECK(in_arabic(U"سعة 14,000 TEU في") == "في 14,000 TEU سعة");
  CHECK(in_arabic(U"قدرة 50 MWp في") == "في 50 MWp قدرة");
  CHECK(in_arabic(U"قدرة 50 MWth في") == "في 50 MWth قدرة");
  CHECK(in_arabic(U"سرعة 12 Mbit/s في") == "في 12 Mbit/s سرعة");
  CHECK(in_arabic(U"في 2026 NATO ثم") == "ثم NATO 2026 في");
  CHECK(in_arabic(U"في 2026 NGOs ثم") == "ثم NGOs 2026 في");
  CHECK(in_arabic(U"وقع 12 MoU ثم") ==
        in_arabic(U"وقع 12 MOU ثم").replace(in_arabic(U"وقع 12 MOU ثم").find("MOU"), 3, "MoU"));
}

TEST_CASE("products are units in Arabic") {
  CHECK(in_arabic(U"بقدرة 4×100 MW في") == "في 4×100 MW بقدرة");
  CHECK(in_arabic(U"بقدرة 3 × 100 MW في") == "في 3 × 100 MW بقدرة");
  CHECK(in_arabic(U"بقدرة 2 x 50 MVA في") == "في 2 x 50 MVA بقدرة");
  CHECK(in_arabic(U"بقياس 210×297×1.5 ثم") == "ثم 210×297×1.5 بقياس");
  CHECK(in_arabic(U"في 2026 4×100 MW ثم") == "ثم 4×100 MW 2026 في");
  CHECK(in_arabic(U"نحو 4 × ثم") == "ثم × 4 نحو");
}

TEST_CASE("a trunk zero and an extension belong to the telephone number") {
  CHECK(in_arabic(U"هاتف +962 (0)6 573 5150 ext. 12 أو") == "أو +962 (0)6 573 5150 ext. 12 هاتف");
  CHECK(in_arabic(U"هاتف +962(0)6 573 5150 أو") == "أو +962(0)6 573 5150 هاتف");
  CHECK(in_arabic(U"هاتف +44 (0) 20 7946 0018.") == ".+44 (0) 20 7946 0018 هاتف");
  CHECK(in_arabic(U"هاتف (+962) 6 573 5150 ext. 12 أو") == "أو (+962) 6 573 5150 ext. 12 هاتف");
  CHECK(in_arabic(U"هاتف (+33) 1 43 17 53 53 تحويلة 12") == "12 تحويلة (+33) 1 43 17 53 53 هاتف");
  CHECK(in_arabic(U"هاتف 573 5150 ext 12 أو") == "أو 573 5150 ext 12 هاتف");
  CHECK(in_arabic(U"نمو +962 (0) ثم") == "ثم (0) +962 نمو");
}

TEST_CASE("what a sum in words is for stands behind it") {
  CHECK(in_arabic(U"مبلغ 12 million $/year ثم") == "ثم 12 million $/year مبلغ");
}

TEST_CASE("signs that touch Latin words stay with them in Arabic") {
  CHECK(in_arabic(U"الهاتف @MoFA +974 4444 1234 ثم") == "ثم +974 4444 1234 @MoFA الهاتف");
  CHECK(in_arabic(U"الهاتف Ooredoo™ (+974) 4444 1234") == "(+974) 4444 1234 Ooredoo™ الهاتف");
  CHECK(in_arabic(U"من @MoFA (2027-06-30) ثم") == "ثم (2027-06-30) @MoFA من");
  CHECK(in_arabic(U"نظام X-Road® -5% ثم") == "ثم -5% X-Road® نظام");
  CHECK(in_arabic(U"حساب @ForeignMinistry في") == "في @ForeignMinistry حساب");
  CHECK(in_arabic(U"حساب @Ministry_2026، @MoFA") == "@MoFA ،@Ministry_2026 حساب");
  CHECK(in_arabic(U"حساب (@Ministry and @MoFA) في") == "في (@Ministry and @MoFA) حساب");
  CHECK(in_arabic(U"وسم #Qatar2030 في") == "في #Qatar2030 وسم");
  CHECK(in_arabic(U"نظام X-Road® في") == "في X-Road® نظام");
  CHECK(in_arabic(U"نظام X-Road®.") == ".X-Road® نظام");
  CHECK(in_arabic(U"نظام (X-Road™) و3M© ثم") == "ثم 3M©و (X-Road™) نظام");
  CHECK(in_arabic(U"خطة Vision 2030® وCOVID-19™") == "COVID-19™و Vision 2030® خطة");
  CHECK(in_arabic(U"خطة Qatar “Vision” 2024-2025 ثم") == "ثم Qatar “Vision” 2024-2025 خطة");
  CHECK(in_arabic(U"حساب @Cafe\u0301 و@Cafe\u0301 2030™\uFE0F") == "@Cafe\u0301 2030™\uFE0Fو @Cafe\u0301 حساب");
  CHECK(in_arabic(U"حساب @وزارة في") == "في وزارة@ حساب");
  CHECK(in_arabic(U"شركة 3M في") == "في 3M شركة");
}

TEST_CASE("units stand within isolates, and not in left-to-right text") {
  const std::u32string_view line = U"هاتف +974 4444 1234";
  CHECK(seen(line, Direction::ltr, {{0, line.size(), Isolation::rtl}}) == "+974 4444 1234 هاتف");
  CHECK(seen(line, Direction::rtl, {{5, line.size(), Isolation::first_strong}}) == "+974 4444 1234 هاتف");
  CHECK(with_own_isolates(U"call -3.5% 1,200 MW", Direction::ltr, {}).empty());
  CHECK(in_english(U"see قطر +974 4444 1234 قطر now") == "see قطر +974 4444 1234 قطر now");
}

TEST_CASE("words of the other direction take in the mates of their quotes and brackets") {
  CHECK(in_english(U"said (جريدة “الصباح”) today") == "said (”الصباح“ جريدة) today");
  CHECK(in_english(U"said “جريدة الصباح” today") == "said “الصباح جريدة” today");
  CHECK(in_english(U"the “جريدة” الصباح today") == "the الصباح ”جريدة“ today");
  CHECK(in_english(U"the (وزارة) الصحة met") == "the الصحة (وزارة) met");
  CHECK(in_english(U"the وزارة (الصحة) 12 met") == "the (الصحة) وزارة 12 met");
  CHECK(in_english(U"the جريدة «\u00A0الصباح\u00A0» 12") == "the »\u00A0الصباح\u00A0« جريدة 12");
  CHECK(in_english(U"he (see قطر, and (x) met") == "he (see قطر, and (x) met");
  CHECK(in_arabic(U"خطة Qatar “Vision” قال") == "قال Qatar “Vision” خطة");
  CHECK(in_arabic(U"خطة “Vision” of Qatar قال") == "قال “Vision” of Qatar خطة");
  CHECK(in_arabic(U"خطة Qatar “Vision” 2030 قال") == "قال Qatar “Vision” 2030 خطة");
  CHECK(in_arabic(U"قرار Regulation (EU) 2016/679 في") == "في Regulation (EU) 2016/679 قرار");
}
