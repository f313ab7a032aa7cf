#include "support/words.hpp"

namespace readout::test {

namespace {

using Words = std::span<const std::string_view>;

// A few of each are hard on purpose: ligatures, accents, hyphens of all kinds, long words, vowel signs, the ligature
// of the name of God, lam-alef, tatweel.
constexpr std::array<std::string_view, 40> latin_words{"the",
                                                       "of",
                                                       "and",
                                                       "ministers",
                                                       "agreed",
                                                       "office",
                                                       "first",
                                                       "waffle",
                                                       "fjord",
                                                       "affluent",
                                                       "talks",
                                                       "water",
                                                       "naïve",
                                                       "Zürich",
                                                       "Łódź",
                                                       "São",
                                                       "Türkiye",
                                                       "côte",
                                                       "protocol",
                                                       "AVATAR",
                                                       "Typhoon",
                                                       "well-known",
                                                       "re\u00adgion\u00adal",
                                                       "non\u2011aligned",
                                                       "10\u00a0km",
                                                       "representative",
                                                       "intergovernmental",
                                                       "responsibility",
                                                       "gauge",
                                                       "levels",
                                                       "by",
                                                       "in",
                                                       "a",
                                                       "with",
                                                       "summer",
                                                       "UNESCO",
                                                       "delegation",
                                                       "Việt",
                                                       "Māori",
                                                       "defence"};
constexpr std::array<std::string_view, 34> arabic_words{
    "وزارة",     "الدفاع",     "دولة",  "قطر",      "جمهورية",   "العراق",  "التعاون",   "بين",  "الجانبين",
    "الله",      "لله",        "الأمن", "الاجتماع", "في",        "من",      "إلى",       "على",  "مُحَمَّدٌ",
    "رَسُولٌ",      "السلام",     "لا",    "إلا",      "الإقليمية", "مباحثات", "اللَّهِ",      "شؤون", "مـحـمد",
    "المسؤولية", "استراتيجية", "پاریس", "ئەوروپا",  "كُلِّ",        "الأمل",   "ومستقبلهما"};
constexpr std::array<std::string_view, 14> greek_words{"η",        "συνεργασία", "των",      "δύο",    "χωρών",
                                                       "υπουργός", "Άμυνας",     "και",      "Ελλάδα", "διαβουλεύσεις",
                                                       "ποταμός",  "στις",       "συμφωνία", "Ύδρα"};
constexpr std::array<std::string_view, 14> cyrillic_words{
    "сотрудничество", "между", "двумя", "странами", "министр", "обороны",    "и",
    "встреча",        "Київ",  "объём", "река",     "по",      "соглашение", "Йошкар-Ола"};
constexpr std::array<std::string_view, 12> numbers{"45.5%", "2026", "12/03/2026", "10:30", "400", "1,250",
                                                   "±2",    "3.14", "(3)",        "60/40", "7",   "4444-1234"};
constexpr std::array<std::string_view, 8> arabic_numbers{"٤٥٫٥٪", "٢٠٢٦", "(٣)", "١٢", "45.5%", "10:30", "2026", "7"};

constexpr std::array<std::string_view, 16> latin_names{
    "Ruta Halvorsen",  "Osei Mensah",
    "Helene Sørbø",    "Niamh O'Connell",
    "Chen Wei",        "Jean-Luc d'Étoile",
    "Beatriz Moura",   "Þóra Jónsdóttir",
    "Nguyễn Thị Minh", "Thabet Muhammad Saeed Al Abbasi",
    "Özgür Çelik",     "Sheikh Saoud bin Abdulrahman bin Hassan Al-Thani",
    "Wojciech Żółty",  "Iñaki Núñez",
    "Lars Holm",       "A. B. Fisk"};
constexpr std::array<std::string_view, 10> arabic_names{"سعود بن عبد الرحمن بن حسن آل ثاني",
                                                        "ثابت محمد سعيد العباسي",
                                                        "ليلى حداد",
                                                        "عَبْدُ اللَّهِ بن عمر",
                                                        "سمير ناصر",
                                                        "منى سعيد",
                                                        "حسن درويش",
                                                        "هالة الأيوبي",
                                                        "روتا هالفورسن",
                                                        "إدريس المصري"};

Words words_of(Script script) {
  switch (script) {
    case Script::latin: return latin_words;
    case Script::arabic: return arabic_words;
    case Script::greek: return greek_words;
    case Script::cyrillic: return cyrillic_words;
  }
  return latin_words;
}

std::string number(Dice& dice, Script script) {
  return std::string(script == Script::arabic ? dice.pick(arabic_numbers) : dice.pick(numbers));
}

Script other(Dice& dice, Script script) {
  if (script == Script::arabic) return Script::latin;
  constexpr std::array<Script, 4> others{Script::arabic, Script::arabic, Script::greek, Script::cyrillic};
  return others[dice.roll(others.size())];
}

std::string plain(Dice& dice, Script script, std::size_t words) {
  std::string out;
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0) out += ' ';
    out += dice.pick(words_of(script));
  }
  return out;
}

std::string bracketed(Dice& dice, Script script) {
  const std::string inside = plain(dice, dice.chance(40) ? other(dice, script) : script, dice.between(1, 3));
  switch (dice.roll(3)) {
    case 0: return "(" + inside + ")";
    case 1: return script == Script::arabic ? "«" + inside + "»" : "“" + inside + "”";
    default: return "– " + inside + " –";
  }
}

}  // namespace

Dice::Dice(std::uint64_t seed) : state_(seed * 2 + 1) {
  for (int i = 0; i < 8; ++i) static_cast<void>(roll(2));
}

std::size_t Dice::roll(std::size_t sides) {
  state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
  return static_cast<std::size_t>((state_ >> 33) % sides);
}

std::size_t Dice::between(std::size_t low, std::size_t high) { return low + roll(high - low + 1); }

bool Dice::chance(std::size_t percent) { return roll(100) < percent; }

std::string phrase(Dice& dice, Script script, std::size_t words) {
  std::string out;
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0) out += ' ';
    if (i > 0 && dice.chance(5)) out += number(dice, script) + " ";
    if (i > 0 && dice.chance(4)) out += bracketed(dice, script) + " ";
    if (i > 0 && dice.chance(3)) out += plain(dice, other(dice, script), dice.between(1, 3)) + " ";
    out += plain(dice, script, 1);
    if (i + 1 < words && dice.chance(7)) out += script == Script::arabic ? "،" : ",";
  }
  return out;
}

std::string sentence(Dice& dice, Script script, std::size_t words) {
  const std::size_t ends = dice.roll(12);
  const std::string_view end = ends == 0 ? "!" : ends > 1 ? "." : script == Script::arabic ? "؟" : "?";
  return phrase(dice, script, words) + std::string(end);
}

std::string person(Dice& dice, Script script) {
  if (script == Script::arabic) return std::string(dice.pick(arabic_names));
  if (script == Script::latin) return std::string(dice.pick(latin_names));
  return plain(dice, script, 2);
}

}  // namespace readout::test
