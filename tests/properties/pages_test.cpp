// What holds of every document, whatever the brief says: tried on invented briefs, by the hundred.
//
// Nothing in here asks the layout why it did something: lines, rows and headings are found again on the finished pages
// by their tags and places. READOUT_SEEDS="FIRST COUNT PAGES" tries others (scripts/soak: more and longer ones).
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "layout/document.hpp"
#include "support/generator.hpp"
#include "support/whole.hpp"
#include "text/shape.hpp"

using namespace readout;
using namespace readout::layout;

namespace {

/// One document with the story that it was made from, and what was told.
struct Sample {
  Story story;
  Document document;
  bool told_overfull = false;  ///< of a line that sticks out; of a word that was torn to keep it inside, too
};

Sample sample_of(test::Whole& whole, std::uint64_t seed, std::size_t most) {
  const auto brief = test::generate_brief(seed, test::pages_by_lot(seed, most));
  const std::string path = test::root() + "/input/invented.toml";
  whole.files.files[path] = brief.toml;
  press::Job job = test::Whole::job(path);
  if (!brief.design.empty()) job.design = brief.design;
  if (!brief.lang.empty()) job.lang = brief.lang;
  if (!brief.paper.empty()) job.paper = brief.paper;
  Diagnostics diags;
  const auto shop = whole.workshop();
  const auto edition = press::read_edition(job, shop, diags);
  REQUIRE_MESSAGE(edition.has_value(), render_text(diags));
  auto story = press::tell(*edition, job, diags);
  REQUIRE_MESSAGE(story.has_value(), render_text(diags));
  auto document = press::set(*edition, *story, shop, diags);
  REQUIRE_MESSAGE(document.has_value(), render_text(diags));
  Sample sample{std::move(*story), std::move(*document), false};
  for (const auto& heard : diags.all()) sample.told_overfull = sample.told_overfull || heard.code == "layout.overfull";
  return sample;
}

/// Looks at the pages of one sample and tells all that does not hold, one line a fault.
class Judge {
 public:
  explicit Judge(const Sample& sample) : sample_(sample), document_(sample.document) {}

  std::string faults() {
    look_at_lines();
    for (std::size_t p = 0; p < document_.pages.size(); ++p) {
      look_at_frame(p);
      look_at_overprinting(p);
      look_at_last_line(p);
      gather(p);
    }
    look_at_breaks();
    look_at_letters();
    return std::move(faults_);
  }

 private:
  void tell(std::size_t page, const std::string& what, const std::string& text) {
    faults_ += fmt::format("page {}: {}: “{}”\n", page + 1, what, text);
  }

  void look_at_lines() {
    for (const auto& line : document_.lines) {
      if (line.overfull)
        tell(0, sample_.told_overfull ? "an overfull line" : "an overfull line, and none told", line.text);
      if (line.width.points() > line.measure.points() + hanging) tell(0, "a line wider than its measure", line.text);
    }
  }

  /// The nearest element around a run that has one of the roles.
  [[nodiscard]] std::optional<StructId> around(const PlacedRun& run, const std::vector<Role>& roles) const {
    const auto* id = std::get_if<StructId>(&run.tag);
    if (id == nullptr) return std::nullopt;
    for (std::optional<StructId> at = *id; at; at = document_.structure[at->index].parent)
      if (std::find(roles.begin(), roles.end(), document_.structure[at->index].role) != roles.end()) return at;
    return std::nullopt;
  }

  template <class Each>
  void each_run(std::size_t page, Each each) const {
    for (const auto& item : document_.pages[page].items)
      if (const auto* run = std::get_if<PlacedRun>(&item)) each(*run);
  }

  void look_at_frame(std::size_t page) {
    const auto& design = sample_.story.page;
    const double left = (design.right_to_left ? design.margin.right : design.margin.left).points() - hanging;
    const double right = left + (design.size.width - design.margin.left - design.margin.right).points() + 2 * hanging;
    const double top = (page == 0 ? min(design.first_top, design.margin.top) : design.margin.top).points();
    const double bottom = (design.size.height - design.margin.bottom).points();
    each_run(page, [&](const PlacedRun& run) {
      if (!std::holds_alternative<StructId>(run.tag)) return;
      if (run.text.find_first_not_of(' ') == std::string::npos) return;  // the blank that ended a line is not seen
      const double x = run.origin.x.points(), y = run.origin.y.points();
      if (x < left || x + run.width.points() > right) tell(page, "text beside its frame", run.text);
      if (y - run.size.points() * 0.4 < top || y > bottom) tell(page, "text above or below its frame", run.text);
    });
  }

  void look_at_overprinting(std::size_t page) {
    struct Box {
      double left, right, top, bottom;
      const PlacedRun* run;
    };
    std::vector<Box> boxes;
    each_run(page, [&](const PlacedRun& run) {
      const double x = run.origin.x.points(), y = run.origin.y.points(), inset = 0.08 * run.size.points();
      if (run.text.find_first_not_of(' ') == std::string::npos) return;
      boxes.push_back({x + inset, x + run.width.points() - inset, y - 0.4 * run.size.points(), y, &run});
    });
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    for (std::size_t i = 0; i < boxes.size(); ++i)
      for (std::size_t k = i + 1; k < boxes.size() && boxes[k].top < boxes[i].bottom; ++k)
        if (boxes[k].left < boxes[i].right && boxes[i].left < boxes[k].right)
          tell(page, "two texts overprint", boxes[i].run->text + " / " + boxes[k].run->text);
  }

  /// A heading is never the last of its page.
  void look_at_last_line(std::size_t page) {
    const PlacedRun* last = nullptr;
    each_run(page, [&](const PlacedRun& run) {
      if (!std::holds_alternative<StructId>(run.tag) || around(run, {Role::note})) return;
      if (last == nullptr || run.origin.y > last->origin.y) last = &run;
    });
    for (const auto& item : document_.pages[page].items)  // a picture below it is what it heads
      if (const auto* image = std::get_if<PlacedImage>(&item))
        if (last != nullptr && image->rect.y > last->origin.y) last = nullptr;
    if (last != nullptr && around(*last, {Role::h1, Role::h2, Role::h3, Role::h4}))
      tell(page, "a stranded heading", last->text);
  }

  void gather(std::size_t page) {
    each_run(page, [&](const PlacedRun& run) {
      const auto row = around(run, {Role::tr});
      if (row) ++rows_[row->index][page];
      const auto paragraph = around(run, {Role::p, Role::h1, Role::h2, Role::h3});
      if (!paragraph || row || around(run, {Role::note, Role::lbl, Role::figure})) return;
      ++runs_[paragraph->index];
      lines_[paragraph->index][page] += run.ends_line ? 1 : 0;
      first_words_.try_emplace(paragraph->index, run.text);
    });
  }

  void look_at_breaks() {
    for (const auto& [row, pages] : rows_)
      if (pages.size() > 1) {
        int runs = 0;
        for (const auto& [page, count] : pages) runs += count;
        if (runs < runs_of_a_page) tell(pages.begin()->first, "a row cut in two", fmt::format("{} runs", runs));
      }
    for (auto& [paragraph, pages] : lines_) {
      if (pages.size() < 2) continue;
      ++pages.rbegin()->second;  // its last line ends no line but the paragraph
      for (const auto& [page, count] : pages)
        if (count < 2) tell(page, "a widow or an orphan", first_words_[paragraph]);
    }
  }

  /// Every letter and figure of the story stands on the pages, once.
  void look_at_letters() {
    std::map<char32_t, long> letters;
    const bool has_contents = std::any_of(document_.structure.begin(), document_.structure.end(),
                                          [](const StructElement& element) { return element.role == Role::toc; });
    if (has_contents) return;  // its pages' numbers are not the story's
    count_blocks(sample_.story.blocks, letters);
    for (const auto& note : sample_.story.notes) {
      count(note.label, letters, 1);
      count_blocks(note.blocks, letters);
    }
    for (std::size_t p = 0; p < document_.pages.size(); ++p)
      each_run(p, [&](const PlacedRun& run) {
        if (std::holds_alternative<StructId>(run.tag)) count(run.text, letters, -1);
      });
    const long may_vanish = letters[separators];  // each where a line ends
    letters.erase(separators);
    for (const auto& [letter, left] : letters)
      if (left < 0 || left > (letter == U'\u00B7' ? may_vanish : 0))
        tell(0, left > 0 ? "a letter of the story is missing" : "a letter stands twice",
             fmt::format("U+{:04X} {}", static_cast<std::uint32_t>(letter), left));
  }

  /// Small letters count as capitals: some styles set all in capitals, and the pages say so.
  static constexpr char32_t separators = 0;  ///< no letter: how many there are of Inline::separators
  static void count(const std::string& text, std::map<char32_t, long>& letters, long by) {
    for (const char32_t c : utf8::to_utf32(text::upper_case(text))) {
      const bool seen = c > U' ' && c != 0xA0 && c != 0xAD && c != U'-' && c != 0x2010 && (c < 0x2000 || c > 0x206F);
      if (seen && c != 0x640) letters[c] += by;
    }
  }
  static void count_text(const Paragraph& paragraph, std::map<char32_t, long>& letters) {
    for (const auto& piece : paragraph.content) {
      count(piece.text, letters, 1);
      letters[separators] += piece.separators.end() - piece.separators.begin();
    }
  }
  static void count_blocks(const std::vector<Block>& blocks, std::map<char32_t, long>& letters) {
    for (const auto& block : blocks) count_block(block, letters);
  }
  static void count_block(const Block& block, std::map<char32_t, long>& letters) {
    if (const auto* group = std::get_if<Group>(&block.content)) {
      if (group->from_pages <= 1) count_blocks(group->blocks, letters);
    } else if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
      count_text(*paragraph, letters);
    } else if (const auto* item = std::get_if<Item>(&block.content)) {
      count_text(item->label, letters);
      if (item->aside) count_text(*item->aside, letters);
      count_blocks(item->body, letters);
    } else if (const auto* columns = std::get_if<Columns>(&block.content)) {
      for (const auto& cell : columns->cells) count_blocks(cell.blocks, letters);
    } else if (const auto* table = std::get_if<Table>(&block.content)) {
      if (table->caption) count_text(*table->caption, letters);
      for (const auto* rows : {&table->head, &table->body})
        for (const auto& row : *rows)
          for (const auto& cell : row.cells) count_blocks(cell.blocks, letters);
    } else if (const auto* figure = std::get_if<Figure>(&block.content)) {
      if (figure->caption) count_text(*figure->caption, letters);
    }
  }

  static constexpr double hanging = 6;       // points that signs may stand out of the measure
  static constexpr int runs_of_a_page = 40;  // a row with fewer has no need to be cut

  const Sample& sample_;
  const Document& document_;
  std::string faults_;
  std::map<std::uint32_t, std::map<std::size_t, int>> rows_, lines_;
  std::map<std::uint32_t, int> runs_;
  std::map<std::uint32_t, std::string> first_words_;
};

}  // namespace

TEST_CASE("no invented brief has an untold overfull line, a widow, a stranded heading, a cut row or a lost text") {
  std::uint64_t first = 1, count = 200;
  std::size_t pages = 12;
  if (const char* asked = std::getenv("READOUT_SEEDS")) std::istringstream(asked) >> first >> count >> pages;
  test::Whole whole;
  std::size_t seen = 0;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    const Sample sample = sample_of(whole, seed, pages);
    seen += sample.document.pages.size();
    const std::string faults = Judge(sample).faults();
    CHECK_MESSAGE(faults.empty(), "seed ", seed, "\n", faults);
  }
  MESSAGE(count, " briefs of ", seen, " pages");
  CHECK(seen >= count);
}

TEST_CASE("the judge sees what is wrong") {
  test::Whole whole;
  Sample sample = sample_of(whole, 7, 12);
  REQUIRE(Judge(sample).faults().empty());
  auto& items = sample.document.pages.front().items;
  const auto text = std::find_if(items.begin(), items.end(), [](const Placed& item) {
    const auto* run = std::get_if<PlacedRun>(&item);
    return run != nullptr && std::holds_alternative<StructId>(run->tag) && run->text.size() > 8;
  });
  REQUIRE(text != items.end());
  const Placed whole_run = *text;
  std::get<PlacedRun>(*text).text.erase(0, 1);
  CHECK(Judge(sample).faults().find("missing") != std::string::npos);
  *text = whole_run;
  std::get<PlacedRun>(*text).origin.x += Pt::from_points(500);
  CHECK(Judge(sample).faults().find("beside its frame") != std::string::npos);
  *text = whole_run;
  items.push_back(whole_run);
  const std::string twice = Judge(sample).faults();
  CHECK(twice.find("overprint") != std::string::npos);
  CHECK(twice.find("twice") != std::string::npos);
}
