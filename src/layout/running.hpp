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

/// Baseline to baseline where a running line takes more lines than one.
[[nodiscard]] Pt leading_of(const RunningLine& line, const Story& story);
/// False when every running line is surely no wider than the text block: nothing need be set to know that.
[[nodiscard]] bool running_may_break(const Story& story);
/// How many lines each running line of the story takes.
[[nodiscard]] std::vector<std::size_t> lines_of_running(const Story& story, SettingContext& context);

/// Where running lines take more lines than one (a long marking) what stands nearer to the text moves towards it, and
/// the text block begins lower or ends higher (running_room.cpp). Gives: true when something moved.
bool make_room(Story& story, const std::vector<std::size_t>& lines);

/// Labels the pages and adds the running lines to their items.
void add_running_matter(const Story& story, std::vector<Page>& pages, SettingContext& context);

}  // namespace readout::layout
