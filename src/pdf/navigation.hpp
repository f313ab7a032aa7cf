// Ways through the file: link annotations, the outline, page labels.
// Source: ISO 32000-1, 12.3.2 (destinations), 12.3.3 (outline), 12.4.2 (page labels), 12.5.6.5 (links);
// ISO 14289-1, 7.18.
#pragma once
#include <string>
#include <vector>
#include "layout/document.hpp"
#include "pdf/haru.hpp"
#include "pdf/profile.hpp"
#include "pdf/structure.hpp"

namespace readout::pdf {

/// Pages and their sizes, for what points at them.
struct Places {
  const layout::Document& document;
  const std::vector<Dict>& pages;
  const Structure& structure;
  const Profile& profile;
};

/// One annotation a link area, each with its place in the structure. Gives the page's Annots: "/Annots[...]" or "".
[[nodiscard]] std::string write_links(std::uint32_t page, const Places& places, Haru& haru, Structure& structure);
/// The document's outline, open down to its leaves. Nothing when it is empty.
void write_outline(const Places& places, Haru& haru);
/// Labels as printed: runs of numbers as ranges, everything else as it stands.
void write_page_labels(const layout::Document& document, Haru& haru);
/// The entries of PageLabels' Nums: "0<</S/D>>4<</P(A-1)>>".
[[nodiscard]] std::string page_label_ranges(const std::vector<std::string>& labels);
/// ASCII as a URI must be: what is not allowed in one, percent-encoded.
[[nodiscard]] std::string uri_of(std::string_view url);

}  // namespace readout::pdf
