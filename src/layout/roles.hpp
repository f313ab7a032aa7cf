// Structure types that Readout uses (ISO 32000-1, 14.8.4), and the two kinds of tag.
#pragma once
#include <compare>
#include <cstdint>
#include <string_view>
#include <variant>

namespace readout::layout {

enum class Role : std::uint8_t {
  none,  ///< transparent: what is inside belongs to the nearest real ancestor
  document,
  part,
  sect,
  div,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  l,
  li,
  lbl,
  lbody,
  table,
  thead,
  tbody,
  tr,
  th,
  td,
  caption,
  figure,
  note,
  reference,
  link,
  span,
  toc,
  toci,
  quote
};
/// "Document", "H1", "LBody", ...; "" for none.
[[nodiscard]] std::string_view name_of(Role role);

/// Index into Document::structure.
struct StructId {
  std::uint32_t index = 0;
  friend auto operator<=>(StructId, StructId) = default;
};
/// What is on the page but not in the text (ISO 32000-1, 14.8.2.2).
struct Artifact {
  enum class Kind : std::uint8_t { header, footer, watermark, layout, background };
  Kind kind = Kind::layout;
  friend auto operator<=>(Artifact, Artifact) = default;
};
/// Everything drawn has one of the two; there is no third case.
using Tag = std::variant<StructId, Artifact>;

}  // namespace readout::layout
