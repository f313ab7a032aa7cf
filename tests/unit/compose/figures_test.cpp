// Figures of cells: rows of what is written and what is printed, and columns that agree.
#include "compose/figures.hpp"

#include <doctest/doctest.h>

#include "support_design.hpp"

using namespace readout;
using namespace readout::compose;

TEST_CASE("only numbers that are read in one way get Arabic marks") {
  struct Row {
    const char *in, *out;
  };
  const Row rows[] = {
      {"1250", "١٢٥٠"},
      {"12.5", "١٢٫٥"},
      {"1,250", "١٬٢٥٠"},
      {"1,234,567.50", "١٬٢٣٤٬٥٦٧٫٥٠"},
      {"-3", "-٣"},
      {"±1.5", "±١٫٥"},
      {"1.5%", "١٫٥٪"},
      {"1.5 %", "١٫٥ ٪"},
      {"12.5 °C", "١٢٫٥ °C"},
      {"30 كم", "٣٠ كم"},
      // All these keep their own marks.
      {"12,5", "١٢,٥"},
      {"12,5 %", "١٢,٥ ٪"},
      {"0,125", "٠,١٢٥"},
      {"12,34,567", "١٢,٣٤,٥٦٧"},
      {"1250,000", "١٢٥٠,٠٠٠"},
      {"10:30", "١٠:٣٠"},
      {"2026-03-17", "٢٠٢٦-٠٣-١٧"},
      {"3/4", "٣/٤"},
      {"1 250", "١\u00A0٢٥٠"},
      {"3.", "٣."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.in);
    CHECK(digits_in(row.in) == DigitsIn::figure);
    CHECK(figure(row.in, test::words("ar")) == row.out);
    CHECK(figure(row.in, test::words("en")) == row.in);
  }
}

TEST_CASE("digits among words and about points that are no decimal points stay; digits of Arabic are none of ours") {
  for (const char* words : {"Gauge 5", "A320", "5G", "12km", "17 March 2026", "12 (estimated)", "about 14", "5 to 7"})
    CHECK_MESSAGE(digits_in(words) == DigitsIn::other, words);
  // ١.٢.٣ would be read as 10203.
  for (const char* points : {"1.2.3", "1.250,75", "1,250.7.5", "10.30–11.00", "17.03.2026"})
    CHECK_MESSAGE(digits_in(points) == DigitsIn::other, points);
  for (const char* none : {"", "–", "Doha", "١٢", "%"}) CHECK_MESSAGE(digits_in(none) == DigitsIn::nothing, none);
}

TEST_CASE("figures in either digits, and one word where there is none, may stand on their units") {
  for (const char* figures : {"20", "2.5 %", "1,250 km", "٢٠", "٢٫٥ ٪", "١٬٢٥٠ كم", "14 800 km"})
    CHECK_MESSAGE(on_units(figures) == OnUnits::figure, figures);
  for (const char* word : {"–", "free", "معفى"}) CHECK_MESSAGE(on_units(word) == OnUnits::word, word);
  for (const char* other : {"not yet agreed", "EUR 20", "1er juin", "17.03.2026", "+973 1799 6666"})
    CHECK_MESSAGE(on_units(other) == OnUnits::other, other);
}

TEST_CASE("a column that ends stands on its units where most of it is figures") {
  const auto points = [](const std::string& cells) {
    const std::string dump = test::tell(
                                 "[document]\ntitle = \"T\"\nsummary = \"S\"\n[[discussion]]\nheading = \"H\"\n"
                                 "[discussion.table]\ncolumns = [\"A\", { head = \"B\", align = \"end\" }]\nrows = [" +
                                 cells + "]\n")
                                 .dump;
    return test::line_with(dump, "Table bond=table table").find(" end.(") != std::string::npos;
  };
  CHECK(points("[\"a\", 5], [\"b\", \"2.5 %\"], [\"c\", \"–\"], [\"d\", \"\"]"));
  CHECK(points("[\"a\", 5], [\"b\", \"free\"]"));
  CHECK_FALSE(points("[\"a\", 5], [\"b\", \"free\"], [\"c\", \"free\"]"));
  CHECK_FALSE(points("[\"a\", 5], [\"b\", \"EUR 20\"]"));
  CHECK_FALSE(points("[\"a\", \"–\"], [\"b\", \"\"]"));
}

TEST_CASE("all cells of a column have one kind of digits") {
  const std::string start =
      "[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nsummary = { en = \"They met.\", ar = \"اجتمعوا.\" }\n"
      "lang = [\"en\", \"ar\"]\n[[discussion]]\nheading = { en = \"Water\", ar = \"المياه\" }\n"
      "table = { columns = [{ en = \"A\", ar = \"أ\" }], rows = ";
  const auto column = [&](const std::string& rows) { return test::tell(start + rows + " }\n", "brief", 1).text; };
  const auto has = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };
  const std::string figures = column("[[12], [\"12,5\"], [\"10:30\"], [\"*1.5*\"]]");
  CHECK(has(figures, "“١٢”"));
  CHECK(has(figures, "“١٢,٥”"));
  CHECK(has(figures, "“١٠:٣٠”"));
  CHECK(has(figures, "“١٫٥”"));
  const std::string mixed = column("[[12], [\"1.5\"], [{ en = \"Gauge 5\", ar = \"مقياس 5\" }]]");
  CHECK(has(mixed, "“12”"));
  CHECK(has(mixed, "“1.5”"));
  CHECK(has(mixed, "“مقياس 5”"));
  const std::string clauses = column("[[12], [\"1.2.3\"]]");
  CHECK(has(clauses, "“12”"));
  CHECK(has(clauses, "“1.2.3”"));
  // What is printed in the other language says nothing of this one's digits.
  CHECK(has(column("[[12], [\"Gauge 5\"]]"), "“١٢”"));
}
