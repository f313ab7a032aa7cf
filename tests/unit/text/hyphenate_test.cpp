// Words broken by the patterns of fonts/fonts.toml: rows of language, word and where it breaks.
#include <doctest/doctest.h>

#include "base/files.hpp"
#include "text/hyphen_book.hpp"

using namespace readout;
using namespace readout::text;

namespace {

HyphenPatterns entry(std::vector<std::string> languages, std::string file, int after) {
  HyphenPatterns patterns;
  patterns.languages = std::move(languages);
  patterns.file = std::move(file);
  patterns.after = after;
  return patterns;
}

HyphenBook book_of(std::string folder, Files& files) {
  return {{entry({"en", "en-GB"}, "hyph_en_GB.dic", 3), entry({"en-US"}, "hyph_en_US.dic", 3),
           entry({"fr"}, "hyph_fr.dic", 3), entry({"de"}, "hyph_de_DE.dic", 2), entry({"es"}, "hyph_es_ES.dic", 2),
           entry({"it"}, "hyph_it_IT.dic", 2), entry({"eo"}, "no-such-file.dic", 2)},
          std::move(folder),
          files};
}

std::string broken(const HyphenBook& book, std::string_view lang, std::string word) {
  Diagnostics diags;
  const HyphenPatterns* patterns = book.find(lang);
  REQUIRE(patterns != nullptr);
  const Hyphenator* hyphenator = book.open(*patterns, diags);
  REQUIRE_MESSAGE(hyphenator != nullptr, "no patterns in fonts/: run scripts/fonts");
  const auto points = hyphenator->points(word, patterns->before, patterns->after);
  for (auto point = points.rbegin(); point != points.rend(); ++point) word.insert(*point, 1, '-');
  return word;
}

}  // namespace

TEST_CASE("words are broken as their language breaks them") {
  DiskFiles files;
  const HyphenBook book = book_of(READOUT_ROOT "/fonts", files);
  struct Row {
    const char *lang, *word, *expected;
  };
  const Row rows[] = {
      {"en-GB", "cooperation", "co-oper-a-tion"},
      {"en-AU", "government", "gov-ern-ment"},
      {"en-US", "hyphenation", "hy-phen-ation"},
      {"en-US", "Infrastructure", "In-fra-struc-ture"},
      {"en", "area", "area"},
      {"en-US", "strength", "strength"},
      {"fr", "développement", "dé-ve-lop-pe-ment"},
      {"fr-CA", "sécurité", "sé-cu-rité"},
      {"de", "Zusammenarbeit", "Zu-sam-men-ar-beit"},
      {"de-AT", "Verhältnis", "Ver-hält-nis"},
      {"es", "cooperación", "co-ope-ra-ción"},
      {"it", "collaborazione", "col-la-bo-ra-zio-ne"},
      {"de", "Łódź", "Łódź"},
  };
  for (const Row& row : rows) CHECK(broken(book, row.lang, row.word) == row.expected);
}

TEST_CASE("the least letters on either side are kept") {
  DiskFiles files;
  const HyphenBook book = book_of(READOUT_ROOT "/fonts", files);
  Diagnostics diags;
  const Hyphenator* english = book.open(*book.find("en-US"), diags);
  REQUIRE(english != nullptr);
  CHECK(english->points("hyphenation", 2, 3) == std::vector<std::uint32_t>{2, 6});
  CHECK(english->points("hyphenation", 3, 6) == std::vector<std::uint32_t>{});
  CHECK(english->points("hyphenation", 3, 5) == std::vector<std::uint32_t>{6});
  CHECK(english->points("", 2, 3).empty());
  CHECK(english->points(std::string(5000, 'a'), 2, 3).empty());
}

TEST_CASE("a language without patterns has none, and a file that is missing or none is told once") {
  DiskFiles disk;
  const HyphenBook book = book_of(READOUT_ROOT "/fonts", disk);
  CHECK(book.find("ja") == nullptr);
  CHECK(book.find("") == nullptr);
  CHECK(book.find("ens") == nullptr);
  Diagnostics diags;
  CHECK(book.open(*book.find("eo"), diags) == nullptr);
  CHECK(book.open(*book.find("eo"), diags) == nullptr);
  REQUIRE(diags.all().size() == 1);
  CHECK(diags.all().front().code == "hyphenation.missing-file");

  MemoryFiles files;
  files.files["f/hyph_en_US.dic"] = "KOI8-R\n.a1b\n";
  const HyphenBook odd = book_of("f", files);
  Diagnostics other;
  CHECK(odd.open(*odd.find("en-US"), other) == nullptr);
  REQUIRE(other.all().size() == 1);
  CHECK(other.all().front().code == "hyphenation.unusable");
}
