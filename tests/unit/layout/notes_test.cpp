#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "unit/layout/support_story.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;
using namespace readout::literals;

namespace {

Paragraph marked(std::string text, NoteId note) {
  Paragraph paragraph = paragraph_of(std::move(text));
  Inline mark;
  mark.text = std::to_string(note + 1);
  mark.style = raised_style;
  mark.note = note;
  paragraph.content.push_back(mark);
  return paragraph;
}
Note note_of(NoteId id, std::string text) {
  Note note;
  note.label = "N" + std::to_string(id + 1);
  note.blocks.push_back(text_block(std::move(text)));
  return note;
}

}  // namespace

TEST_CASE("notes stand at the foot of the page of their mark and are linked both ways") {
  Story story = page_story();
  for (int i = 0; i < 120; ++i) {
    if (i % 10 != 3) {
      story.blocks.push_back(text_block("line" + std::to_string(i)));
      continue;
    }
    const auto id = static_cast<NoteId>(story.notes.size());
    story.blocks.push_back(block_of(marked("mark" + std::to_string(id) + " ", id)));
    story.notes.push_back(note_of(id, "note" + std::to_string(id) + " " + words("text", 20)));
  }
  const auto document = laid_out(story);
  REQUIRE(document.pages.size() >= 3);
  for (NoteId id = 0; id < story.notes.size(); ++id) {
    const std::string n = std::to_string(id);
    CHECK(page_with(document, "note" + n) == page_with(document, "mark" + n));
    const auto& mark = run_with(document, "mark" + n);
    CHECK(run_with(document, "note" + n).origin.y > mark.origin.y);
    CHECK(run_with(document, "note" + n).origin.y == run_with(document, "N" + std::to_string(id + 1)).origin.y);
  }
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    Pt text_bottom, note_top = document.pages[p].size.height, bottom;
    for (const auto* run : runs_on(document, p)) {
      bottom = max(bottom, run->origin.y);
      if (run->text.starts_with("line")) text_bottom = max(text_bottom, run->origin.y);
      if (run->text.starts_with("note")) note_top = min(note_top, run->origin.y);
    }
    CHECK(text_bottom < note_top);
    CHECK(bottom < document.pages[p].size.height - 27_mm);
  }
  const auto notes = elements(document, Role::note);
  CHECK(notes.size() == story.notes.size());
  std::set<std::string> ids;
  for (const auto id : notes) {
    const auto& note = document.structure[id.index];
    ids.insert(note.id.str());
    REQUIRE(note.children.size() == 2);
    CHECK(document.structure[note.children[0].index].role == Role::lbl);
    CHECK(document.structure[note.children[1].index].role == Role::p);
  }
  CHECK(ids.size() == notes.size());
  CHECK(elements(document, Role::reference).size() == notes.size());
  std::size_t links = 0;
  for (const auto& page : document.pages)
    for (const auto& link : page.links) {
      ++links;
      CHECK(link.destination.has_value());
      CHECK_FALSE(link.contents.empty());
    }
  CHECK(links == 2 * notes.size());
}

TEST_CASE("a note that finds no room goes on at the foot of the next pages") {
  Story story = page_story();
  for (int i = 0; i < 40; ++i) story.blocks.push_back(text_block("line" + std::to_string(i)));
  story.blocks.push_back(block_of(marked("mark ", 0)));
  story.notes.push_back(note_of(0, words("long", 1400)));
  for (int i = 40; i < 90; ++i) story.blocks.push_back(text_block("line" + std::to_string(i)));
  const auto document = laid_out(story);
  std::multiset<std::string> bag;
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    for (const auto& word : words_on(document, p)) bag.insert(word);
    for (const auto* run : runs_on(document, p)) CHECK(run->origin.y < document.pages[p].size.height - 27_mm);
  }
  for (int i = 1; i <= 1400; ++i) CHECK(bag.count("long" + std::to_string(i)) == 1);
  for (int i = 0; i < 90; ++i) CHECK(bag.count("line" + std::to_string(i)) == 1);
  CHECK(page_with(document, "long1") <= page_with(document, "mark"));
}

TEST_CASE("a heading keeps its text; its note follows it") {
  Story story = page_story();
  story.blocks.push_back(block_of(marked("heading ", 0), Role::h1));
  story.notes.push_back(note_of(0, "note"));
  const auto document = laid_out(story);
  const auto note = elements(document, Role::note);
  REQUIRE(note.size() == 1);
  CHECK(document.structure[note[0].index].parent->index == 0);
}

namespace {

/// How far down the text block a page is filled without a gap of more than a few lines: text from the top, notes from
/// the foot. Gives the blank share between them.
double blank_of(const Document& document, std::size_t page, const Story& story) {
  const Pt top = page == 0 ? story.page.first_top : story.page.margin.top;
  const Pt foot = story.page.size.height - story.page.margin.bottom;
  std::vector<Pt> baselines = {top, foot};
  for (const auto* run : runs_on(document, page)) baselines.push_back(run->origin.y);
  std::sort(baselines.begin(), baselines.end());
  Pt widest;
  for (std::size_t i = 1; i < baselines.size(); ++i) widest = max(widest, baselines[i] - baselines[i - 1]);
  return widest.points() / (foot - top).points();
}

/// Pages on which words of a note stand.
std::vector<std::size_t> pages_of_note(const Document& document, const std::string& stem) {
  std::vector<std::size_t> pages;
  for (std::size_t p = 0; p < document.pages.size(); ++p) {
    const auto all = words_on(document, p);
    if (std::any_of(all.begin(), all.end(), [&](const std::string& word) { return word.starts_with(stem); }))
      pages.push_back(p);
  }
  return pages;
}

/// Lines of a note that stand on a page.
std::size_t lines_on(const Document& document, std::size_t page, const std::string& stem) {
  std::set<Pt> baselines;
  for (const auto* run : runs_on(document, page))
    if (run->text.find(stem) != std::string::npos) baselines.insert(run->origin.y);
  return baselines.size();
}

}  // namespace

TEST_CASE("the page of a note that is longer than a page is full of it") {
  for (const int before : {5, 18, 30, 44}) {
    CAPTURE(before);
    Story story = page_story();
    for (int i = 0; i < before; ++i) story.blocks.push_back(text_block("line" + std::to_string(i)));
    story.blocks.push_back(block_of(marked("mark ", 0)));
    story.notes.push_back(note_of(0, words("long", 1900)));
    for (int i = 0; i < 60; ++i) story.blocks.push_back(text_block("later" + std::to_string(i)));
    const auto document = laid_out(story);
    const auto pages = pages_of_note(document, "long");
    REQUIRE(pages.size() >= 3);
    CHECK(page_with(document, "long1") == page_with(document, "mark"));
    for (std::size_t p = 0; p < pages.back(); ++p) {
      CAPTURE(p);
      CHECK(blank_of(document, p, story) < 0.12);
    }
  }
}

TEST_CASE("notes of any length: on the page of their marks, two lines at least on each page, and pages are filled") {
  std::uint64_t state = 1;
  const auto roll = [&](int sides) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state >> 33) % static_cast<unsigned>(sides));
  };
  int split = 0;
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    Story story = page_story();
    for (int i = 0; i < 150; ++i) {
      if (roll(9) != 0) {
        story.blocks.push_back(text_block("line" + std::to_string(i)));
        continue;
      }
      const auto id = static_cast<NoteId>(story.notes.size());
      story.blocks.push_back(block_of(marked("mark" + std::to_string(id) + "x ", id)));
      story.notes.push_back(note_of(id, words("note" + std::to_string(id) + "x", 1 + roll(roll(4) == 0 ? 500 : 60))));
    }
    const auto document = laid_out(story);
    std::size_t last_text = 0;
    for (std::size_t p = 0; p < document.pages.size(); ++p)
      for (const auto* run : runs_on(document, p))
        if (run->text.starts_with("line")) last_text = p;
    for (std::size_t p = 0; p < last_text; ++p) {
      CAPTURE(p);
      CHECK(blank_of(document, p, story) < 0.25);
    }
    for (NoteId id = 0; id < story.notes.size(); ++id) {
      const std::string stem = "note" + std::to_string(id) + "x";
      CAPTURE(stem);
      CHECK(page_with(document, stem + "1") == page_with(document, "mark" + std::to_string(id) + "x"));
      const auto pages = pages_of_note(document, stem);
      for (std::size_t i = 1; i < pages.size(); ++i) CHECK(pages[i] == pages[i - 1] + 1);
      split += pages.size() > 1 ? 1 : 0;
      if (pages.size() > 1)
        for (const std::size_t page : pages) CHECK(lines_on(document, page, stem) >= 2);
    }
  }
  CHECK(split >= 20);
}
