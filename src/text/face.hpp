// One typeface file, opened once and never changed: safe to share between threads.
#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include "base/files.hpp"
#include "base/length.hpp"

struct hb_face_t;
struct hb_font_t;

namespace readout::text {

using GlyphId = std::uint32_t;

/// What the PDF's font descriptor needs, in font units.
struct FaceMetrics {
  int units_per_em = 1000;
  int ascender = 0, descender = 0;  ///< descender is negative
  int cap_height = 0, x_height = 0;
  int bbox[4] = {0, 0, 0, 0};
  double italic_angle = 0;
  bool fixed_pitch = false;
};

/// Why these bytes cannot serve as a face ("is no OpenType or TrueType font", ...); "" when they can.
/// Refused: collections, web fonts, variable fonts, CID-keyed CFF, letters wider than 32 em, fonts whose fsType forbids
/// a subset.
[[nodiscard]] std::string face_fault(std::string_view bytes);

class Face {
 public:
  /// Pre: face_fault(bytes) is "".
  Face(std::string family, bool bold, bool italic, std::string file, SharedBytes bytes);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  [[nodiscard]] const std::string& family() const { return family_; }
  [[nodiscard]] bool bold() const { return bold_; }
  [[nodiscard]] bool italic() const { return italic_; }
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] const SharedBytes& bytes() const { return bytes_; }
  [[nodiscard]] const std::string& postscript_name() const { return postscript_name_; }
  [[nodiscard]] bool is_cff() const { return cff_; }
  [[nodiscard]] bool may_embed() const { return may_embed_; }  ///< OS/2 fsType allows it
  [[nodiscard]] const FaceMetrics& metrics() const { return metrics_; }
  [[nodiscard]] bool has(char32_t character) const;
  [[nodiscard]] GlyphId glyph(char32_t character) const;  ///< by cmap alone; 0 when the face lacks it
  [[nodiscard]] int advance(GlyphId glyph) const;         ///< hmtx, font units
  [[nodiscard]] hb_face_t* native_face() const { return face_; }
  [[nodiscard]] hb_font_t* native_font() const { return font_; }  ///< scaled to units per em, immutable
  /// To be asked after HarfBuzz worked with the face. Throws std::bad_alloc when memory ran out (HeapWatch), and then
  /// never gives back what HarfBuzz holds: HarfBuzz 6 crashes where it frees what it built by half.
  void check_heap() const;
  /// What HarfBuzz holds of the face is not given back.
  void forsake() const { forsaken_ = true; }

 private:
  std::string family_, file_, postscript_name_;
  SharedBytes bytes_;
  bool bold_ = false, italic_ = false, cff_ = false, may_embed_ = true;
  FaceMetrics metrics_;
  hb_face_t* face_ = nullptr;
  hb_font_t* font_ = nullptr;
  mutable std::atomic<bool> forsaken_ = false;
};

}  // namespace readout::text
