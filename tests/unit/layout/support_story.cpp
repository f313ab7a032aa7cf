#include "unit/layout/support_story.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace readout::layout::testing {

using namespace readout::literals;

Story page_story(bool right_to_left) {
  Story story = test_story();
  story.info.lang = "en";
  story.page.size = {Pt::from_points(595.28), Pt::from_points(841.89)};
  story.page.margin = {30_mm, 24_mm, 27_mm, 24_mm};
  story.page.first_top = 20_mm;
  story.page.right_to_left = right_to_left;
  story.note_design = {60_pt, Pt::from_points(0.5), {}, 10_pt, 4_pt};
  return story;
}

Block block_of(Paragraph paragraph, Role role) {
  Block block;
  block.role = role;
  block.content = std::move(paragraph);
  return block;
}
Block text_block(std::string text, Role role) { return block_of(paragraph_of(std::move(text)), role); }

Block group_of(std::vector<Block> blocks, Role role) {
  Group group;
  group.blocks = std::move(blocks);
  Block block;
  block.role = role;
  block.content = std::move(group);
  return block;
}

std::string words(const std::string& stem, int count) {
  std::string text;
  for (int i = 1; i <= count; ++i) text += (i == 1 ? "" : " ") + stem + std::to_string(i);
  return text;
}

TableCell cell_of(std::string text) {
  TableCell cell;
  if (!text.empty()) cell.blocks.push_back(text_block(std::move(text), Role::none));
  return cell;
}

Table table_of(const std::vector<std::string>& head, const std::vector<std::vector<std::string>>& rows) {
  Table table;
  table.columns.resize(head.empty() ? rows.front().size() : head.size());
  table.style.pad_top = table.style.pad_bottom = 3_pt;
  table.style.pad_side = 12_pt;
  table.style.row_rule = table.style.end_rule = Pt::from_points(0.5);
  table.style.head_rule = 1_pt;
  const auto row_of = [](const std::vector<std::string>& texts) {
    TableRow row;
    for (const auto& text : texts) row.cells.push_back(cell_of(text));
    return row;
  };
  if (!head.empty()) table.head.push_back(row_of(head));
  for (const auto& row : rows) table.body.push_back(row_of(row));
  return table;
}

Document laid_out(const Story& story, const Pictures& pictures) {
  Diagnostics diags;
  auto document = lay_out(story, real_fonts(), pictures, diags);
  INFO(render_text(diags));
  REQUIRE(document.has_value());
  REQUIRE_FALSE(diags.has_errors());
  return std::move(*document);
}

std::vector<const PlacedRun*> runs_on(const Document& document, std::size_t page, bool artifacts) {
  std::vector<const PlacedRun*> runs;
  for (const auto& item : document.pages[page].items)
    if (const auto* run = std::get_if<PlacedRun>(&item))
      if (std::holds_alternative<Artifact>(run->tag) == artifacts) runs.push_back(run);
  return runs;
}

std::vector<std::string> words_on(const Document& document, std::size_t page) {
  std::string text;
  for (const auto* run : runs_on(document, page)) text += run->text + " ";
  std::istringstream in(text);
  std::vector<std::string> out;
  for (std::string word; in >> word;) out.push_back(word);
  return out;
}

namespace {
bool holds(const PlacedRun& run, const std::string& word) {
  return (" " + run.text + " ").find(" " + word + " ") != std::string::npos;
}
}  // namespace

int page_with(const Document& document, const std::string& word) {
  for (std::size_t p = 0; p < document.pages.size(); ++p)
    for (const auto* run : runs_on(document, p))
      if (holds(*run, word)) return static_cast<int>(p);
  return -1;
}

const PlacedRun& run_with(const Document& document, const std::string& word) {
  for (std::size_t p = 0; p < document.pages.size(); ++p)
    for (const auto* run : runs_on(document, p))
      if (holds(*run, word)) return *run;
  FAIL("no run holds " << word);
  return *runs_on(document, 0).front();
}

std::vector<StructId> elements(const Document& document, Role role) {
  std::vector<StructId> ids;
  for (std::uint32_t i = 0; i < document.structure.size(); ++i)
    if (document.structure[i].role == role) ids.push_back({i});
  return ids;
}

}  // namespace readout::layout::testing
