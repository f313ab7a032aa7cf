// The faces of fonts/fonts.toml, opened when first asked for. No system font is ever looked at.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "base/font_entry.hpp"
#include "text/face.hpp"
#include "text/hyphen_book.hpp"

namespace readout::text {

using FaceId = std::uint16_t;  ///< index of a face in the book, in the order of fonts.toml

class FontBook {
 public:
  FontBook();
  FontBook(FontList list, std::string folder, Files& files);
  ~FontBook();
  FontBook(FontBook&&) noexcept;
  FontBook& operator=(FontBook&&) noexcept;

  [[nodiscard]] const FontList& list() const;
  [[nodiscard]] const std::string& folder() const;  ///< where the files of the list lie
  [[nodiscard]] bool has_family(std::string_view family) const;
  /// The face of that style; nullopt when the family or the style is not in the list (never faked).
  [[nodiscard]] std::optional<FaceId> find(std::string_view family, bool bold, bool italic) const;
  /// Faces of the families marked as fallback, nearest style first, in file order.
  [[nodiscard]] std::vector<FaceId> fallbacks(bool bold, bool italic) const;
  /// Opens the face if need be. nullptr when its file is missing or no font: told once, as failure(system).
  /// Safe from several threads.
  [[nodiscard]] const Face* face(FaceId id, Diagnostics& diags) const;
  /// Pre: face(id) was opened without a fault.
  [[nodiscard]] const Face& opened(FaceId id) const;
  /// How often faces had to be opened anew. Whoever set text while this changed may have set it with half a face.
  [[nodiscard]] unsigned opening() const;
  /// To be told when memory ran out while faces of that opening() were in use: HarfBuzz keeps an empty table for good
  /// where it could not build one, so that all are opened anew when they are next asked for. Safe from several threads.
  void distrust(unsigned opening) const;
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] std::vector<std::string> families() const;
  /// The hyphenation patterns that the list names beside the faces.
  [[nodiscard]] const HyphenBook& hyphens() const;

 private:
  struct Shelf;
  std::unique_ptr<Shelf> shelf_;
};

}  // namespace readout::text
