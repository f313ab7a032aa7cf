#include "text/hyphenate.hpp"

#include <hyphen.h>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <utility>
#include "base/utf8.hpp"

namespace readout::text {
namespace {

constexpr std::size_t longest_word = 90;  // letters; longer ones are no words

/// What libhyphen tells of breaks that change the spelling; it allocates, we free.
struct Replacements {
  char** rep = nullptr;
  int* pos = nullptr;
  int* cut = nullptr;
  std::size_t size;

  explicit Replacements(std::size_t bytes) : size(bytes) {}
  ~Replacements() {
    for (std::size_t i = 0; rep != nullptr && i < size; ++i) std::free(rep[i]);
    std::free(rep);
    std::free(pos);
    std::free(cut);
  }
  Replacements(const Replacements&) = delete;
  Replacements& operator=(const Replacements&) = delete;
  [[nodiscard]] bool at(std::size_t i) const { return rep != nullptr && rep[i] != nullptr; }
};

/// The word in small letters in the patterns' character set; nullopt when that lacks a letter.
std::optional<std::string> in_set(const std::u32string& letters, bool utf8) {
  std::string out;
  for (const char32_t letter : letters) {
    const char32_t small = small_letter(letter);
    if (utf8) utf8::append(out, small);
    else if (small <= 0xFF) out += static_cast<char>(small);
    else return std::nullopt;
  }
  return out;
}

}  // namespace

struct Hyphenator::Dictionary {
  HyphenDict* dict = nullptr;
  explicit Dictionary(HyphenDict* d) : dict(d) {}
  ~Dictionary() { hnj_hyphen_free(dict); }
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;
};

Hyphenator::Hyphenator(std::unique_ptr<Dictionary> dictionary) : dictionary_(std::move(dictionary)) {}
Hyphenator::~Hyphenator() = default;

std::unique_ptr<const Hyphenator> Hyphenator::open(std::string_view bytes, std::string& why) {
  const std::string_view set = bytes.substr(0, bytes.find_first_of("\r\n"));
  if (set != "UTF-8" && set != "ISO8859-1") {
    why = "is no pattern file: its first line is neither UTF-8 nor ISO8859-1";
    return nullptr;
  }
  std::string copy(bytes);
  std::FILE* const file = ::fmemopen(copy.data(), copy.size(), "r");
  HyphenDict* const dict = file != nullptr ? hnj_hyphen_load_file(file) : nullptr;
  if (file != nullptr) std::fclose(file);
  if (dict == nullptr) {
    why = "is no pattern file that libhyphen can read";
    return nullptr;
  }
  return std::unique_ptr<const Hyphenator>(new Hyphenator(std::make_unique<Dictionary>(dict)));
}

std::vector<std::uint32_t> Hyphenator::points(std::string_view word, int before, int after) const {
  std::vector<std::uint32_t> points;
  const std::u32string letters = utf8::to_utf32(word);
  const auto least = static_cast<std::size_t>(std::max(before, 1)), rest = static_cast<std::size_t>(std::max(after, 1));
  if (letters.size() < least + rest || letters.size() > longest_word) return points;
  const auto asked = in_set(letters, dictionary_->dict->utf8 != 0);
  if (!asked) return points;
  std::string marks(asked->size() + 5, '\0');
  Replacements changes(asked->size());
  if (hnj_hyphen_hyphenate2(dictionary_->dict, asked->c_str(), static_cast<int>(asked->size()), marks.data(), nullptr,
                            &changes.rep, &changes.pos, &changes.cut) != 0)
    return points;
  std::uint32_t byte = 0;
  for (std::size_t i = 0; i + rest < letters.size(); ++i) {
    byte += static_cast<std::uint32_t>(utf8::decode(word, byte).length);
    const bool odd = (marks[i] & 1) != 0;
    if (odd && i + 1 >= least && !changes.at(i)) points.push_back(byte);
  }
  return points;
}

}  // namespace readout::text
