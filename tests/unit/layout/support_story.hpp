// Hand-made stories and what tests ask of the documents they become.
#pragma once
#include <string>
#include <vector>
#include "layout/lay_out.hpp"
#include "unit/layout/support_setting.hpp"

namespace readout::layout::testing {

/// A4 with LOOK.md's frame; no running matter.
[[nodiscard]] Story page_story(bool right_to_left = false);

[[nodiscard]] Block block_of(Paragraph paragraph, Role role = Role::p);
[[nodiscard]] Block text_block(std::string text, Role role = Role::p);
[[nodiscard]] Block group_of(std::vector<Block> blocks, Role role = Role::none);
/// So many words, each its own: "a1 a2 a3 ..." with the letter given.
[[nodiscard]] std::string words(const std::string& stem, int count);
/// A table of text rows; `head` may be empty.
[[nodiscard]] Table table_of(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows);
[[nodiscard]] TableCell cell_of(std::string text);

/// Lays out; fails the test when there are errors.
[[nodiscard]] Document laid_out(const Story& story, const Pictures& pictures = {});

/// Text of tagged runs on a page, by words, in the order of the items.
[[nodiscard]] std::vector<std::string> words_on(const Document& document, std::size_t page);
/// Tagged runs, page by page.
[[nodiscard]] std::vector<const PlacedRun*> runs_on(const Document& document, std::size_t page, bool artifacts = false);
/// The page (from 0) whose tagged text holds the word; -1 when there is none.
[[nodiscard]] int page_with(const Document& document, const std::string& word);
/// The run that holds the word. Pre: there is one.
[[nodiscard]] const PlacedRun& run_with(const Document& document, const std::string& word);
/// Elements of a role, in order.
[[nodiscard]] std::vector<StructId> elements(const Document& document, Role role);

}  // namespace readout::layout::testing
