// The structure tree while it grows: elements are added in reading order, parents before their children.
#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <vector>
#include "layout/document.hpp"

namespace readout::layout {

class Structure {
 public:
  /// Begins with the Document element.
  explicit Structure(const std::string& lang, bool right_to_left);

  [[nodiscard]] static StructId root() { return {}; }
  /// A new last child of `parent`, in language `lang` (what differs from the parent is written down).
  StructId add(StructId parent, Role role, const std::string& lang, Span span = {});
  [[nodiscard]] StructElement& operator[](StructId id) { return elements_[id.index]; }
  [[nodiscard]] const StructElement& operator[](StructId id) const { return elements_[id.index]; }
  /// The language in force in an element.
  [[nodiscard]] const std::string& lang_of(StructId id) const { return known_[langs_[id.index]]; }
  /// True where text may not stand without a P around it (ISO 32000-1, 14.8.4: grouping elements, lists, rows).
  [[nodiscard]] bool needs_paragraph(StructId id) const;
  [[nodiscard]] std::deque<StructElement> take() { return std::move(elements_); }

 private:
  /// Its index in known_.
  [[nodiscard]] std::uint16_t known(const std::string& lang);

  std::deque<StructElement> elements_;
  std::vector<std::uint16_t> langs_;  ///< by element
  std::deque<std::string> known_;     ///< languages; references to them stay good
};

}  // namespace readout::layout
