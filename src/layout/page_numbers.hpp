// Page numbers in the text: references and tables of contents that name the page of a place.
//
// Where a place stands is known when the pages are built, and the pages depend on what the text says. So a story with
// such numbers is laid out again with the numbers found, until they stay; and a table of contents that is for long
// documents only is left out the first time, to see how long the document is.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include "layout/story.hpp"

namespace readout::layout {

/// Pages, from 1, by anchor.
using PageNumbers = std::map<AnchorId, std::size_t>;

/// True when the story names pages of its places, or has parts for long documents.
[[nodiscard]] bool names_pages(const Story& story);

/// A number in the text that is not that of the page on which what it names stands.
struct WrongPage {
  Span span;
  std::size_t said = 0, stands = 0;
};
[[nodiscard]] std::optional<WrongPage> first_wrong_page(const Story& story, const PageNumbers& said,
                                                        const PageNumbers& stands);

/// What a pass sets.
/// `pages`: of the document without its parts for long documents; those that want more are left out.
[[nodiscard]] Story with_page_numbers(Story story, const PageNumbers& numbers, std::size_t pages);

}  // namespace readout::layout
