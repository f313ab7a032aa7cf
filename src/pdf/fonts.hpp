// The faces of one document as Type0 fonts: subsets, codes, widths, and the text each code stands for.
//
// First all glyph ids are gathered and each face is cut; then, while the pages are written, every (glyph, text)
// asks for its code. ToUnicode is one text a code, so a glyph that says two things (a hyphen that is a hyphen here and
// a soft hyphen there) needs two codes. TrueType has a CIDToGIDMap for that; in a CFF the glyph stands twice.
//
// In CFF faces the code of a character is its own number, the same in all of them: one ToUnicode serves them all, and
// the pages' strings are alike. Only what is no single character (ligatures, second meanings) gets a number of its own.
//
// Source: ISO 32000-1, 9.7 and 9.10.3; ISO 19005-3, 6.2.11; ISO 14289-1, 7.21.
#pragma once
#include <cstdint>
#include <map>
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
  std::uint32_t font = 0;  ///< index of a resource: Fonts::resource_name
  std::uint16_t cid = 0;
  int advance = 0;  ///< font units, from the subset
};

class Fonts {
 public:
  /// Gathers the glyphs of all pages and cuts the faces.
  /// Errors: pdf.missing-glyph, pdf.font-refused, pdf.not-embeddable, as failure(output).
  [[nodiscard]] static std::optional<Fonts> gather(const layout::Document& document, const text::FontBook& book,
                                                   Outlines* known, Diagnostics& diags);

  [[nodiscard]] const text::Face& face(text::FaceId id) const { return *faces_.at(id).face; }
  [[nodiscard]] bool has(text::FaceId id) const { return faces_.contains(id); }

  /// The code of a glyph that stands for `text` (empty: for nothing of its own).
  [[nodiscard]] Code code(text::FaceId id, GlyphId glyph, std::u32string_view text);
  /// The same for a glyph composed of parts. Pre: the face is TrueType.
  [[nodiscard]] Code composed(text::FaceId id, const std::vector<Part>& parts, int advance, std::u32string_view text);
  /// The same for the carrier. Pre: the face is TrueType.
  [[nodiscard]] Code carrier(text::FaceId id, std::u32string_view text);

  [[nodiscard]] static std::string resource_name(std::uint32_t font);
  /// Writes all fonts and gives the entries of the resource dictionary: "/F0 5 0 R /F1 9 0 R ".
  [[nodiscard]] std::string write(Haru& haru, Deflater& deflate) const;

 private:
  struct Meaning {
    GlyphId glyph = 0;  ///< of the subset
    std::u32string text;
  };
  struct Use {
    const text::Face* face = nullptr;
    std::optional<Subset> subset;
    std::optional<std::uint32_t> font;          ///< index of its resource, once it is shown
    std::map<std::uint16_t, Meaning> meanings;  ///< by code
    std::map<std::pair<GlyphId, std::u32string>, Code> codes;
    /// The code of a glyph for the one character that it was last asked for: by id in the subset.
    struct Usual {
      char32_t character = 0;
      Code code;
    };
    std::vector<Usual> usual;
  };
  /// Codes of all CFF faces: for each text the first, second, ... glyph of a face that says it.
  struct Shared {
    std::map<std::u32string, std::vector<std::uint16_t>> codes;
    std::map<std::uint16_t, std::u32string> texts;
    std::uint16_t next = 0xE000;  ///< where no character has its number
  };
  [[nodiscard]] Code code_of(Use& use, GlyphId glyph, std::u32string_view text);
  [[nodiscard]] std::uint16_t shared_code(const Use& use, const std::u32string& text);
  [[nodiscard]] FontCodes codes_of(const Use& use) const;

  std::map<text::FaceId, Use> faces_;
  Shared shared_;
  std::uint32_t resources_ = 0;
};

}  // namespace readout::pdf
