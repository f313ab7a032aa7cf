#include "compose/script.hpp"

#include <doctest/doctest.h>

#include "support_design.hpp"

using namespace readout;
using namespace readout::compose;

TEST_CASE("straight quotes become the language's") {
  struct Row {
    const char *lang, *in, *out;
  };
  const Row rows[] = {
      {"en", "Qatar's \"vision\"", "Qatar’s “vision”"},
      {"en", "\"a 'b' c\"", "“a ‘b’ c”"},
      {"en", "('so')", "(‘so’)"},
      {"en", "the sides' rivers", "the sides’ rivers"},
      {"en", "the '90s", "the ’90s"},
      {"en", "“kept” – as – it … is", "“kept” – as – it … is"},
      {"ar", "قال \"نعم\" ثم", "قال «نعم» ثم"},
      {"de", "der \"alte 'Plan'\" gilt", "der „alte ‚Plan‘“ gilt"},
      {"es", "el \"plan\"", "el «plan»"},
      {"it", "l'intesa: \"si'\"", "l’intesa: «si’»"},
      {"fr", "l'accord; \"oui\" ?", "l’accord\u202F; «\u202Foui\u202F»\u202F?"},
      {"fr", "Ordre du jour: 14:30, https://a.example/?b", "Ordre du jour\u00A0: 14:30, https://a.example/?b"},
      {"fr", "« non »! Vraiment?! (?)", "«\u202Fnon\u202F»\u202F! Vraiment\u202F?! (?)"},
      {"fr", "déjà\u00A0: là\u202F!", "déjà\u00A0: là\u202F!"},
      {"en", "so: « no » ?", "so: « no » ?"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.in);
    char32_t before = 0;
    CHECK(curl(row.in, {}, test::words(row.lang), before) == row.out);
  }
}

TEST_CASE("a quote written with a backslash stays, and what came before counts") {
  char32_t before = 0;
  CHECK(curl("5\" wide", {1}, test::words("en"), before) == "5\" wide");
  before = U'x';
  CHECK(curl("\"", {}, test::words("en"), before) == "”");
  before = U' ';
  CHECK(curl("\"", {}, test::words("en"), before) == "“");
}

TEST_CASE("stretches of a script: signs between two belong to the text's own") {
  const auto cut = [](std::string_view text, Script own) {
    std::string out;
    for (const ScriptStretch& s : stretches_of(text, own)) {
      if (!out.empty()) out += "|";
      out += text.substr(s.begin, s.end - s.begin);
    }
    return out;
  };
  CHECK(cut("the ministers (قطر) met", Script::latin) == "the ministers (|قطر|) met");
  CHECK(cut("قطر", Script::latin) == "قطر");
  CHECK(cut("قال Doha Forum ثم", Script::arabic) == "قال |Doha Forum| ثم");
  CHECK(cut("12, 3", Script::latin) == "12, 3");
  CHECK(cut("", Script::latin).empty());
  CHECK(cut("دولة قطر", Script::arabic) == "دولة قطر");
}

TEST_CASE("stretches cover a text once, in order") {
  const std::string_view text = "a (ب) 1 ج, d « ه »";
  for (const Script own : {Script::latin, Script::arabic}) {
    std::size_t at = 0;
    for (const ScriptStretch& s : stretches_of(text, own)) {
      CHECK(s.begin == at);
      at = s.end;
    }
    CHECK(at == text.size());
  }
}

TEST_CASE("numbers, letters and inner numbers by language") {
  CHECK(digits(2026, test::words("en")) == "2026");
  CHECK(digits(2026, test::words("ar")) == "٢٠٢٦");
  CHECK(letter(1, test::words("en")) == "a");
  CHECK(letter(26, test::words("en")) == "z");
  CHECK(letter(27, test::words("en")) == "aa");
  CHECK(letter(3, test::words("en"), true) == "C");
  CHECK(letter(1, test::words("ar")) == "أ");
  CHECK(letter(28, test::words("ar")) == "غ");
  CHECK(inner_number(4, test::words("en")) == "iv");
  CHECK(inner_number(19, test::words("en")) == "xix");
  CHECK(inner_number(4, test::words("ar")) == "٤");
}

TEST_CASE("patterns are filled by name") {
  CHECK(fill("{day} {month}", {{"day", "17"}, {"month", "March"}}) == "17 March");
  CHECK(fill("{a}{b}", {{"b", "x"}}) == "x");
}
