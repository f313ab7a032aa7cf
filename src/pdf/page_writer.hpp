// One page's items -> its content stream. Nothing is decided here: what lies next to each other under one tag goes into
// one marked-content sequence, in the order of the items.
#pragma once
#include <cstdint>
#include <string>
#include "layout/document.hpp"
#include "pdf/fonts.hpp"
#include "pdf/pictures.hpp"
#include "pdf/structure.hpp"

namespace readout::pdf {

/// What the pages share.
struct Shared {
  Fonts& fonts;
  Pictures& pictures;
  Structure& structure;
};

/// Gives: the page's content, before compression. Notes its MCIDs in the structure.
[[nodiscard]] std::string write_page(const layout::Page& page, std::uint32_t number, const Shared& shared);

}  // namespace readout::pdf
