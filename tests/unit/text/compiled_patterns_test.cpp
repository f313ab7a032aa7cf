// The pattern files of fonts/ as they lie in the program, beside the same files read now.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/files.hpp"
#include "text/compiled_patterns.hpp"
#include "text/hyphen_book.hpp"

using namespace readout;
using namespace readout::text;

namespace {

const std::vector<std::string> names = {"hyph_en_GB.dic", "hyph_en_US.dic", "hyph_fr.dic",
                                        "hyph_es_ES.dic", "hyph_it_IT.dic", "hyph_de_DE.dic"};

std::string bytes_of(const std::string& name) {
  DiskFiles disk;
  const auto bytes = disk.read(READOUT_ROOT "/fonts/" + name).bytes;
  REQUIRE_MESSAGE(bytes.has_value(), "no patterns in fonts/: run scripts/fonts");
  return *bytes;
}

/// Each line without its digits, by itself and between the two before it.
std::vector<std::string> words_of(const std::string& bytes) {
  std::vector<std::string> words;
  std::string before, last;
  for (std::size_t at = bytes.find('\n') + 1; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string word = bytes.substr(at, end - at);
    std::erase_if(word, [](char c) { return c >= '0' && c <= '9'; });
    words.push_back(word);
    words.push_back(before + word + last);
    before = std::exchange(last, word);
    at = end + 1;
  }
  return words;
}

std::size_t differences(const PatternTable& a, const PatternTable& b, const std::vector<std::string>& words) {
  return static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [&](const std::string& word) { return a.weigh(word) != b.weigh(word); }));
}

/// Whether the table lies in the program itself.
bool is_compiled(const PatternTable& table) {
  const auto all = compiled_patterns();
  return std::any_of(all.begin(), all.end(), [&](const CompiledPatterns& known) {
    return known.file.patterns.edges.data() == table.edges.data();
  });
}

HyphenPatterns entry(const std::string& file) {
  HyphenPatterns patterns;
  patterns.languages = {"en"};
  patterns.file = file;
  return patterns;
}

}  // namespace

TEST_CASE("what was compiled and what is read give the same digits") {
  for (const std::string& name : names) {
    const std::string bytes = bytes_of(name);
    const PatternFile* compiled = find_compiled(bytes);
    REQUIRE_MESSAGE(compiled != nullptr, name);
    std::string why;
    const auto parsed = parse_patterns(bytes, false, why);
    REQUIRE(parsed.has_value());
    const PatternFile read = parsed->file();
    CHECK(compiled->utf8 == read.utf8);
    CHECK(compiled->has_compounds == read.has_compounds);
    CHECK(compiled->least_before == read.least_before);
    CHECK(compiled->least_after == read.least_after);
    CHECK(compiled->least_in_front == read.least_in_front);
    CHECK(compiled->least_behind == read.least_behind);
    const auto words = words_of(bytes);
    CHECK(words.size() > 500);
    CHECK_MESSAGE(differences(compiled->patterns, read.patterns, words) == 0, name);
    CHECK_MESSAGE(differences(compiled->compounds, read.compounds, words) == 0, name);
    CHECK(compiled->patterns.edges.size() < read.patterns.edges.size());
  }
}

TEST_CASE("a file that was compiled is not read again; one that was changed counts as it is") {
  const std::string name = "hyph_en_US.dic", bytes = bytes_of(name);
  std::string changed = bytes;  // as long as before, and breaks nowhere
  for (const char odd : {'1', '3', '5', '7', '9'}) std::replace(changed.begin(), changed.end(), odd, '0');
  MemoryFiles files;
  files.files["listed/" + name] = bytes;
  files.files["changed/" + name] = changed;
  const HyphenBook listed({entry(name)}, "listed", files), other({entry(name)}, "changed", files);
  Diagnostics diags;
  const Hyphenator* as_compiled = listed.open(*listed.find("en"), diags);
  const Hyphenator* as_read = other.open(*other.find("en"), diags);
  REQUIRE(as_compiled != nullptr);
  REQUIRE(as_read != nullptr);
  CHECK(is_compiled(as_compiled->file().patterns));
  CHECK_FALSE(is_compiled(as_read->file().patterns));
  CHECK(as_compiled->points("hyphenation", 2, 3) == std::vector<std::uint32_t>{2, 6});
  CHECK(as_read->points("hyphenation", 2, 3).empty());
  CHECK(find_compiled("") == nullptr);
  CHECK(find_compiled(bytes + "\n") == nullptr);
}

TEST_CASE("the longest pattern that ends at a letter counts, of two alike the later one") {
  std::string why;
  for (const bool compact : {false, true}) {
    const auto digits = [&](const std::string& lines, std::string_view word) {
      return parse_patterns("UTF-8\n" + lines, compact, why)->file().patterns.weigh(word);
    };
    using Digits = std::vector<std::uint8_t>;
    CHECK(digits("", "ab") == Digits{0, 0});
    CHECK(digits("a1b\n", "ab") == Digits{1, 0});
    CHECK(digits("a1b\na4b\n", "ab") == Digits{4, 0});
    CHECK(digits("b1c\nabc\n", "abc") == Digits{0, 0, 0});
    CHECK(digits("b1c\nabcd3e\n", "abcx") == Digits{0, 0, 0, 0});
    CHECK(digits("5a3b\n1b.\n.a7\n", "ab") == Digits{7, 0});
    CHECK(digits("a3b/x=,1,2\na1b1c\n", "abc") == Digits{0, 1, 0});
    CHECK(digits(".2a\n2z.\na1z\n", "az") == Digits{2, 0});
    CHECK(digits("a.1b\n", "a7b") == Digits{0, 1, 0});
    CHECK(digits("\xFF"
                 "1\xFE\n",
                 "\xFF\xFE") == Digits{1, 0});
  }
  CHECK_FALSE(parse_patterns("UTF-8\n" + std::string(4 << 20, '\n'), false, why).has_value());
  CHECK(why == "is no pattern file: it has more than 4 MiB");
}
