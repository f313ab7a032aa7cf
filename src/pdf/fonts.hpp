// The faces of one document as Type0 fonts: subsets, codes, widths, and the text each code stands for.
//
// While the pages are written, every (glyph, text) asks for its code; what was asked for is drawn at the end.
// ToUnicode is one text a code, so a glyph that says two things (a hyphen that is a hyphen here and a soft hyphen
// there) has two codes, and stands in the program twice.
//
// In faces of left-to-right text the code of a character is its own number, the same in all of them: one ToUnicode
// serves them all, and the pages' strings are alike. Only what is no single character (ligatures, second meanings) gets
// a number of its own. Faces of right-to-left text, where a letter has many forms, count their codes themselves.
//
// Source: ISO 32000-1, 9.7 and 9.10.3; ISO 19005-3, 6.2.11; ISO 14289-1, 7.21.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include "base/diagnostics.hpp"
#include "layout/document.hpp"
#include "pdf/deflate.hpp"
#include "pdf/haru.hpp"
#include "pdf/subset.hpp"

namespace readout::pdf {

/// What a string in the page content says: the font's resource and a two-byte code.
struct Code {
  std::uint32_t font = 0;  ///< index of a resource
  std::uint16_t cid = 0;
  int advance = 0;  ///< font units, from the subset
};

class Fonts {
 public:
  /// A face that the document shows.
  class Use;

  /// Opens the faces of all pages. `known`: outlines that need not be drawn again, and where new ones are left.
  /// Errors: pdf.not-embeddable, as failure(output).
  [[nodiscard]] static std::optional<Fonts> gather(const layout::Document& document, const text::FontBook& book,
                                                   Outlines* known, Diagnostics& diags);

  [[nodiscard]] Use& use(text::FaceId id) { return faces_.at(id); }

  /// The code of a glyph that stands for `text` (empty: for nothing of its own).
  [[nodiscard]] Code code(Use& use, GlyphId glyph, std::u32string_view text);
  /// The same for a glyph composed of parts.
  [[nodiscard]] Code composed(Use& use, std::vector<Part> parts, int advance, std::u32string_view text);
  /// The same for the carrier.
  [[nodiscard]] Code carrier(Use& use, std::u32string_view text);

  /// Writes all fonts and gives the entries of the resource dictionary: "/F0 5 0 R /F1 9 0 R ".
  [[nodiscard]] std::string write(Haru& haru, Deflater& deflate) const;
  /// Why the fonts may not be written: the first that went wrong while codes were asked for.
  /// Errors: pdf.missing-glyph where .notdef was shown (ISO 14289-1, 7.21.8); pdf.too-many-codes.
  struct Refusal {
    const char* code;
    std::string message;
  };
  [[nodiscard]] const std::optional<Refusal>& refusal() const { return refusal_; }

 private:
  struct Meaning {
    GlyphId glyph = 0;  ///< of the subset
    int advance = 0;    ///< font units
    std::u32string text;
  };
  /// Codes of all left-to-right faces: for each text the first, second, ... glyph of a face that says it. A character's
  /// first is its own number.
  struct Shared {
    explicit Shared(std::pmr::memory_resource* pool) : further(pool), texts(pool) {}
    std::pmr::map<std::u32string, std::pmr::vector<std::uint16_t>> further;
    std::pmr::map<std::uint16_t, std::u32string> texts;
    std::uint16_t next = 0xE000;  ///< where no character has its number
  };
  Fonts() = default;
  [[nodiscard]] Code find(Use& use, GlyphId glyph, std::u32string_view text);
  [[nodiscard]] std::uint16_t shared_code(const Use& use, const std::u32string& text);
  [[nodiscard]] std::uint16_t own_code(const Use& use);
  void refuse_missing(std::u32string_view text);
  void refuse_more(const Use& use);
  [[nodiscard]] static FontCodes codes_of(const Use& use);

  /// Of all maps of codes: they grow while the pages are written, and go together.
  std::unique_ptr<std::pmr::monotonic_buffer_resource> pool_ = std::make_unique<std::pmr::monotonic_buffer_resource>();
  std::map<text::FaceId, Use> faces_;
  std::unique_ptr<Outlines> own_;  ///< where none are known
  Shared shared_{pool_.get()};
  std::uint32_t resources_ = 0;
  std::optional<Refusal> refusal_;
};

class Fonts::Use {
 public:
  Use(const text::Face& face, FaceOutlines& outlines, std::pmr::memory_resource* pool)
      : face_(&face), subset_(face, outlines), meanings_(pool), codes_(pool) {}
  [[nodiscard]] const text::Face& face() const { return *face_; }

 private:
  friend class Fonts;
  /// A glyph's code for the one character that it was last asked for.
  struct Usual {
    GlyphId glyph = 0;
    char32_t character = 0;
    Code code;
  };
  const text::Face* face_;
  Subset subset_;
  bool counts_ = false;                             ///< has codes of its own
  std::optional<std::uint32_t> font_;               ///< index of its resource, once it is shown
  std::pmr::map<std::uint16_t, Meaning> meanings_;  ///< by code
  std::pmr::map<std::pair<GlyphId, std::u32string>, Code> codes_;
  std::array<Usual, 256> usual_{};  ///< by the last bits of the glyph
};

inline Code Fonts::code(Use& use, GlyphId glyph, std::u32string_view text) {
  if (text.size() != 1 || text[0] == 0) return find(use, glyph, text);
  Use::Usual& usual = use.usual_[glyph % use.usual_.size()];
  if (usual.glyph != glyph || usual.character != text[0]) usual = {glyph, text[0], find(use, glyph, text)};
  return usual.code;
}

}  // namespace readout::pdf
