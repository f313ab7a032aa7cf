// Our reading of pattern files beside libhyphen's own: the same breaks in every word.
#include <doctest/doctest.h>
#include <hyphen.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/utf8.hpp"
#include "text/hyphenate.hpp"

using namespace readout;
using namespace readout::text;

namespace {

/// libhyphen's breaks of a word in its own character set, as numbers of letters before them.
class Oracle {
 public:
  explicit Oracle(std::string bytes) {
    std::FILE* const file = ::fmemopen(bytes.data(), bytes.size(), "r");
    dict_.reset(hnj_hyphen_load_file(file));
    std::fclose(file);
    REQUIRE(dict_ != nullptr);
  }
  [[nodiscard]] bool utf8() const { return dict_->utf8 != 0; }
  [[nodiscard]] std::vector<std::size_t> breaks(const std::string& word) const {
    std::string marks(word.size() + 5, '\0');
    char** rep = nullptr;
    int *pos = nullptr, *cut = nullptr;
    REQUIRE(hnj_hyphen_hyphenate2(dict_.get(), word.c_str(), static_cast<int>(word.size()), marks.data(), nullptr, &rep,
                                  &pos, &cut) == 0);
    for (std::size_t i = 0; rep != nullptr && i < word.size(); ++i) std::free(rep[i]);
    std::free(rep);
    std::free(pos);
    std::free(cut);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < word.size() && marks[i] != '\0'; ++i)
      if ((marks[i] & 1) != 0) found.push_back(i + 1);
    return found;
  }

 private:
  struct Free {
    void operator()(HyphenDict* dict) const { hnj_hyphen_free(dict); }
  };
  std::unique_ptr<HyphenDict, Free> dict_;
};

std::string to_utf8(const std::string& word, bool is_utf8) {
  std::string out;
  for (const char c : word) {
    if (is_utf8) out += c;
    else utf8::append(out, static_cast<unsigned char>(c));
  }
  return out;
}

/// Letters of every pattern, by itself and behind the one before it: words that the patterns have something to say of.
std::vector<std::string> words_of(const std::string& bytes) {
  std::vector<std::string> words;
  std::string before;
  for (std::size_t at = bytes.find('\n') + 1; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string word;
    for (const char c : bytes.substr(at, end - at))
      if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) word += c;
    if (word.size() > 1 && word.find("\xE2\x80") == std::string::npos) {  // an apostrophe is no letter
      words.push_back(word);
      words.push_back(before + word);
      words.push_back(word + "ung" + before);
      before = word;
    }
    at = end + 1;
  }
  return words;
}

std::size_t differences(const std::string& file, std::size_t& asked) {
  DiskFiles disk;
  const auto bytes = disk.read(READOUT_ROOT "/fonts/" + file).bytes;
  REQUIRE_MESSAGE(bytes.has_value(), "no patterns in fonts/: run scripts/fonts");
  const Oracle oracle(*bytes);
  std::string why;
  const auto ours = Hyphenator::open(*bytes, why);
  REQUIRE(ours != nullptr);
  std::size_t differ = 0;
  for (const std::string& word : words_of(*bytes)) {
    const std::string shown = to_utf8(word, oracle.utf8());
    if (shown.size() > 90) continue;
    std::vector<std::size_t> breaks;
    for (const std::uint32_t point : ours->points(shown, 1, 1))
      breaks.push_back(utf8::to_utf32(std::string_view(shown).substr(0, point)).size());
    ++asked;
    if (breaks == oracle.breaks(word)) continue;
    if (++differ < 5) MESSAGE(file << ": " << shown);
  }
  return differ;
}

}  // namespace

TEST_CASE("every word is broken where libhyphen breaks it") {
  for (const char* file :
       {"hyph_en_GB.dic", "hyph_en_US.dic", "hyph_fr.dic", "hyph_es_ES.dic", "hyph_it_IT.dic", "hyph_de_DE.dic"}) {
    std::size_t asked = 0;
    CHECK_MESSAGE(differences(file, asked) == 0, file);
    CHECK_MESSAGE(asked > 1000, file);
  }
}

TEST_CASE("commands, comments and patterns that respell are read as libhyphen reads them") {
  const std::string bytes =
      "UTF-8\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN  4\n% a1b\n1b1c1d1e1f1g\n1b2c\nf1f/ff=f,1,2\n1g1h1i1j1k behind a blank\n";
  std::string why;
  const auto ours = Hyphenator::open(bytes, why);
  REQUIRE(ours != nullptr);
  const Oracle oracle(bytes);
  for (const std::string word : {"abcdefgh", "aaaaabcd", "bcdefg", "aaaghijkaaaa", "aghijk"}) {
    std::vector<std::size_t> breaks;
    for (const std::uint32_t point : ours->points(word, 1, 1)) breaks.push_back(point);
    CHECK_MESSAGE(breaks == oracle.breaks(word), word);
  }
  CHECK(ours->points("aaaffaaaa", 1, 1).empty());  // would become "aaaff-faaaa"
}
