// What shaping remembers: words that it has shaped, which characters a face draws, and where words may be broken.
//
// A word comes again and again, in one document and in those that follow. Where a face lets words stand alone
// (space_rules.hpp) its glyphs are kept under all that they depend on: face, size, features, script, language, its
// characters, and the spaces on its sides. Short stretches of other faces (names in Arabic) are kept whole, with as
// much of the text beside them as HarfBuzz looks at. What is found is what would have been made.
//
// Belongs to one thread. Forgets everything when it is asked for faces of another book; patterns must
// outlive it.
#pragma once
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>
#include "base/diagnostics.hpp"
#include "text/font_book.hpp"
#include "text/shape.hpp"

namespace readout::text {

class Words {
 public:
  /// `remember` false: every word is shaped anew; for tests.
  explicit Words(bool remember = true) : remembers_(remember) {}

  /// The glyphs of words of one kind; clusters count characters from the word's start.
  class Shelf {
   public:
    [[nodiscard]] const std::vector<Glyph>* find(std::u32string_view word) const;
    const std::vector<Glyph>& put(std::u32string_view word, std::vector<Glyph> glyphs);

   private:
    struct Word {
      std::u32string characters;
      std::size_t hash = 0;
      std::vector<Glyph> glyphs;
    };
    [[nodiscard]] std::size_t slot_of(std::u32string_view word, std::size_t hash) const;
    void grow();

    std::deque<Word> words_;
    std::vector<std::uint32_t> slots_;  ///< index into words_ and 1, or 0; at least half of them 0
  };
  /// What glyphs depend on beside the characters.
  struct Kind {
    FaceId face = 0;
    std::uint32_t script = 0;
    Pt size;
    Features features;
    bool tracked = false;
    bool rtl = false;
    bool whole = false;  ///< stretches with what stands beside them, not words
    std::string_view lang;
  };

  /// As FontBook::face.
  [[nodiscard]] const Face* face(FaceId id, const FontBook& fonts, Diagnostics& diags);
  /// As covers() of coverage.hpp. Pre: face(id) was given.
  [[nodiscard]] bool covers(FaceId id, char32_t character);
  /// How many of the text's first characters the face covers. Pre: face(id) was given.
  [[nodiscard]] std::size_t drawn(FaceId id, std::u32string_view text);
  /// Where words of that kind lie; nullptr when they are no whole stretches and the face's words do not stand alone.
  /// Pre: face(id) was given.
  [[nodiscard]] Shelf* shelf(const Kind& kind);
  /// As Hyphenator::points.
  [[nodiscard]] std::vector<std::uint32_t> points(const Hyphenator& hyphenator, std::string_view word, int before,
                                                  int after);

 private:
  enum class Known : std::uint8_t { nothing, no, yes };
  struct FaceFacts {
    const Face* face = nullptr;
    Known alone = Known::nothing;
    std::vector<Known> covered;  ///< by character, for the first few thousand
  };
  using Key = std::tuple<FaceId, std::uint32_t, std::int64_t, unsigned, std::string>;

  using Breaks = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;

  bool remembers_;
  const FontBook* book_ = nullptr;
  std::vector<FaceFacts> faces_;
  std::map<Key, Shelf, std::less<>> shelves_;
  std::map<std::tuple<const Hyphenator*, int, int>, Breaks> breaks_;
};

}  // namespace readout::text
