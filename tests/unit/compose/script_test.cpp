#include "compose/script.hpp"

#include <doctest/doctest.h>

#include "support_design.hpp"

using namespace readout;
using namespace readout::compose;

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
  CHECK(cut("the (جريدة “الصباح”) is", Script::latin) == "the (|جريدة “الصباح”|) is");
  CHECK(cut("the “جريدة” الصباح is", Script::latin) == "the |“جريدة” الصباح| is");
  CHECK(cut("the جريدة (“الصباح”) is", Script::latin) == "the |جريدة (“الصباح”)| is");
  CHECK(cut("قال Doha (Qatar) ثم", Script::arabic) == "قال |Doha (Qatar)| ثم");
  CHECK(cut("the “قطر” is", Script::latin) == "the “|قطر|” is");
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

TEST_CASE("a first letter becomes small or capital, and nothing else") {
  CHECK(with_small_start("Both sides") == "both sides");
  CHECK(with_small_start("Élus") == "élus");
  CHECK(with_small_start("٣ both") == "٣ both");
  CHECK(with_capital_start("à midi") == "À midi");
  CHECK(with_capital_start("ß÷") == "ß÷");
  CHECK(with_capital_start("pH of water") == "pH of water");
  CHECK(with_capital_start("") == "");
}
