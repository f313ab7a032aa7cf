#include "layout/known_paragraphs.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>

#include "unit/layout/support_setting.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;

namespace {

/// What set_paragraph() is asked.
struct Wish {
  Story story = test_story();
  Paragraph paragraph;
  std::string lang = "en";
  Pt measure = Pt::from_points(90);
};

SetParagraph set(const Wish& wish, Memory* memory, Diagnostics& diags) {
  SettingContext context = make_context(wish.story, real_fonts(), diags, memory);
  return set_paragraph(wish.paragraph, wish.lang, wish.measure, context);
}
SetParagraph set(const Wish& wish, Memory* memory = nullptr) {
  Diagnostics diags;
  return set(wish, memory, diags);
}

Inline piece_of(std::string text) {
  Inline piece;
  piece.text = std::move(text);
  return piece;
}

Wish wish_of(std::initializer_list<std::string> texts) {
  Wish wish;
  wish.paragraph.style = ragged;
  for (const std::string& text : texts) wish.paragraph.content.push_back(piece_of(text));
  return wish;
}

struct Row {
  const char* what;
  Wish wish;
  std::function<void(Wish&)> change;
};

Inline& second(Wish& wish) { return wish.paragraph.content.at(1); }

const std::vector<Row>& rows() {
  const std::initializer_list<std::string> names = {"Ministry ", "of Rivers and Harbours", " met"};
  static const std::vector<Row> all = {
      {"text", wish_of(names), [](Wish& w) { second(w).text = "of Rivers and Barrages"; }},
      {"cut elsewhere", wish_of({"ab", "cd"}),
       [](Wish& w) {
         w.paragraph.content[0].text = "abc";
         second(w).text = "d";
       }},
      {"style", wish_of(names), [](Wish& w) { second(w).style = bold_style; }},
      {"its raise", wish_of(names), [](Wish& w) { w.story.text_styles[0].rise = Pt::from_points(2); }},
      {"its colour", wish_of(names),
       [](Wish& w) {
         w.story.text_styles[0].colour = Colour{200, 0, 0};
       }},
      {"its capitals", wish_of(names), [](Wish& w) { w.story.text_styles[0].latin.upper_case = true; }},
      {"its size", wish_of(names), [](Wish& w) { w.story.text_styles[0].latin.size = Pt::from_points(11); }},
      {"its Arabic", wish_of({"a ", "قطر"}), [](Wish& w) { w.story.text_styles[0].arabic.size = Pt::from_points(12); }},
      {"paragraph style", wish_of(names), [](Wish& w) { w.paragraph.style = centred; }},
      {"its leading", wish_of(names), [](Wish& w) { w.story.paragraph_styles[ragged].leading = Pt::from_points(15); }},
      {"its name", wish_of(names), [](Wish& w) { w.story.paragraph_styles[ragged].name = "other"; }},
      {"measure", wish_of(names), [](Wish& w) { w.measure = Pt::from_points(60); }},
      {"direction", wish_of(names), [](Wish& w) { w.paragraph.direction = Direction::rtl; }},
      {"runs on", wish_of({"met ", "today "}), [](Wish& w) { w.paragraph.runs_on = true; }},
      {"language", wish_of({"Bukureşti ", "ş"}), [](Wish& w) { w.lang = "ro"; }},
      {"language of a part", wish_of({"Bukureşti ", "ş"}), [](Wish& w) { second(w).lang = "ro"; }},
      {"link", wish_of(names), [](Wish& w) { second(w).role = Role::link; }},
      {"isolate", wish_of({"قطر ", "12-14", " قطر"}), [](Wish& w) { second(w).isolate = text::Isolation::ltr; }},
      {"kind of isolate",
       [] {
         Wish wish = wish_of({"قطر ", "12 – 14", " قطر"});
         second(wish).isolate = text::Isolation::ltr;
         return wish;
       }(),
       [](Wish& w) { second(w).isolate = text::Isolation::rtl; }},
      {"one isolate",
       [] {
         Wish wish = wish_of({"قطر ", "12", "34"});
         second(wish).isolate = wish.paragraph.content[2].isolate = text::Isolation::ltr;
         wish.paragraph.direction = Direction::rtl;
         return wish;
       }(),
       [](Wish& w) { w.paragraph.content[2].same_isolate = true; }},
      {"unbroken", wish_of({"Ministry ", "of Rivers and", " Harbours"}), [](Wish& w) { second(w).unbroken = true; }},
      {"together", wish_of({"Ministry ", "of Rivers and", " Harbours"}), [](Wish& w) { second(w).together = true; }},
      {"separators", wish_of({"Ministry of Rivers", " · Harbours", ""}), [](Wish& w) { second(w).separators.add(0); }},
      {"stays by", wish_of({"Ministry of Rivers", " met"}), [](Wish& w) { second(w).stays_by = true; }},
      {"whole words",
       [] {
         Wish wish = wish_of({"Ministry of Rivers", " met"});
         second(wish).stays_by = true;
         return wish;
       }(),
       [](Wish& w) { w.paragraph.content[0].whole_words = true; }},
  };
  return all;
}

void know(const Wish& wish, Memory& memory) {
  for (int i = 0; i < 4; ++i) static_cast<void>(set(wish, &memory));
}

}  // namespace

TEST_CASE("a paragraph is found by all that its lines depend on") {
  for (const Row& row : rows()) {
    INFO(std::string(row.what));
    Memory memory;
    know(row.wish, memory);
    CHECK(set(row.wish, &memory) == set(row.wish));
    Wish changed = row.wish;
    row.change(changed);
    CHECK(set(changed) != set(row.wish));
    CHECK(set(changed, &memory) == set(changed));
  }
}

TEST_CASE("the second time a paragraph is kept, and found under other numbers of its styles") {
  Wish wish = wish_of({"Ministry ", "of Rivers", " met"});
  second(wish).style = bold_style;
  Memory memory;
  know(wish, memory);
  Wish other = wish;
  std::swap(other.story.text_styles[text_style], other.story.text_styles[large_style]);
  std::swap(other.story.text_styles[bold_style], other.story.text_styles[raised_style]);
  for (Inline& piece : other.paragraph.content) piece.style = large_style;
  second(other).style = raised_style;
  Diagnostics diags;
  const SettingContext context = make_context(other.story, real_fonts(), diags, &memory);
  const auto key = context.known->key_of(other.paragraph, other.lang, other.measure, context);
  const SetParagraph* const found = context.known->set.find(key);
  REQUIRE(found != nullptr);
  CHECK(*found == set(other));
}

TEST_CASE("what was told of a paragraph is told in the next document, too") {
  Memory memory;
  const Wish wish = wish_of({"Donaudampfschifffahrtsgesellschaftskapitän"});
  for (int document = 0; document < 4; ++document) {
    Diagnostics diags;
    SettingContext context = make_context(wish.story, real_fonts(), diags, &memory);
    for (int i = 0; i < 3; ++i)
      static_cast<void>(set_paragraph(wish.paragraph, wish.lang, Pt::from_points(40), context));
    REQUIRE(diags.all().size() == 1);
    CHECK(diags.all()[0].code == "layout.overfull");
  }
}

TEST_CASE("the mark of a note is each paragraph's own") {
  Memory memory;
  Wish wish = wish_of({"Rivers", "1"});
  second(wish).style = raised_style;
  second(wish).note = 0;
  know(wish, memory);
  second(wish).note = 1;
  CHECK(set(wish, &memory).lines.at(0).notes == std::vector<NoteId>{1});
}
