// Running matter: heads, feet and page numbers, on every page when the number of pages is known.
#pragma once
#include <string>
#include <vector>
#include "layout/document.hpp"
#include "layout/paragraph.hpp"
#include "layout/story.hpp"

namespace readout::layout {

/// A page's number as printed: "3", or "٣" with Arabic-Indic digits.
[[nodiscard]] std::string digits(std::size_t number, bool arabic);

/// Labels the pages and adds the running lines to their items.
void add_running_matter(const Story& story, std::vector<Page>& pages, SettingContext& context);

}  // namespace readout::layout
