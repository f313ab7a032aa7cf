// Paragraphs with words that the patterns break, and marks that hang outside an even edge.
#include <doctest/doctest.h>

#include "base/files.hpp"
#include "layout/clusters.hpp"
#include "layout/hanging.hpp"
#include "layout/known_paragraphs.hpp"
#include "unit/layout/support_setting.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;
using namespace readout::literals;

namespace {

const text::FontBook& fonts_with_patterns() {
  static DiskFiles files;
  static const text::FontBook book = [] {
    FontList list = real_fonts().list();
    HyphenPatterns english;
    english.languages = {"en"};
    english.file = "hyph_en_US.dic";
    english.after = 3;
    list.hyphenation.push_back(english);
    HyphenPatterns german;
    german.languages = {"de"};
    german.file = "hyph_de_DE.dic";
    german.capitals = true;
    list.hyphenation.push_back(german);
    return text::FontBook(list, READOUT_ROOT "/fonts", files);
  }();
  return book;
}

/// A story whose justified style breaks words.
struct Sheet {
  Story story = test_story();
  Diagnostics diags;
  SettingContext context;

  explicit Sheet(bool hang = false) {
    LineRules& rules = story.paragraph_styles[justified].lines;
    rules.hyphenate = true;
    rules.hang = hang;
    rules.pretolerance = 0;  // words are broken wherever it helps
    rules.hyphen_penalty = -50;
    rules.stub_demerits = 0;
    story.whole_words = {"Abdulrahmanov"};
    story.hyphen_exceptions = {{"en", {"infra-structure", "cooperation"}}};
  }
  SetParagraph set(std::string text, Pt measure, const std::string& lang = "en") {
    context = make_context(story, fonts_with_patterns(), diags);
    return set_paragraph(paragraph_of(std::move(text), justified), lang, measure, context);
  }
  /// "" or the words that are broken, with their hyphens.
  bool breaks(const std::string& word, const std::string& lang = "en") {
    for (int width = 20; width < 120; width += 3) {
      const auto lines = lines_of(set("so " + word + " is", Pt::from_points(width), lang));
      if (lines.find("\u00AD|") != std::string::npos) return true;
    }
    return false;
  }
};

}  // namespace

TEST_CASE("nodes that hyphens are put into are those that are made with them") {
  const std::string words[] = {"understanding",
                               "officials",
                               "of\u00ADfice",
                               "the",
                               "(efficiency),",
                               "Abdulrahmanov",
                               "infrastructure",
                               "Page 3",
                               "45.5%",
                               "a",
                               "—",
                               "and/or",
                               "coffee—offer",
                               "hyphenation",
                               "Qatar–Iraq",
                               "1\u00A0000"};
  std::size_t hyphens = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Sheet page;
    page.context = make_context(page.story, fonts_with_patterns(), page.diags);
    Paragraph paragraph = paragraph_of("", justified);
    paragraph.content.clear();
    for (std::uint32_t i = 0; i < 3; ++i) {
      Inline piece;
      piece.style = (seed + i) % 6;
      piece.unbroken = (seed + i) % 7 == 0;
      for (std::uint32_t k = 0; k < 5; ++k)
        piece.text += words[(seed * 7 + i * 5 + k * k * 3) % std::size(words)] + " ";
      paragraph.content.push_back(piece);
    }
    const NodeParams params{seed % 3 == 0, seed % 2 == 0, 50, 50, Pt::from_points(40 + 20 * (seed % 9))};
    const std::string lang = seed % 4 == 0 ? "de" : "en";
    Clusters clusters = shape_paragraph(paragraph, lang, page.context);
    const ParagraphNodes before = nodes_of(clusters, params);
    if (!add_hyphens(clusters, paragraph, page.context)) continue;
    const ParagraphNodes anew = nodes_of(clusters, params), upon = with_hyphens(before, clusters, params);
    CHECK(upon.nodes == anew.nodes);
    CHECK(upon.cluster_at == anew.cluster_at);
    CHECK(upon.has_hyphens == anew.has_hyphens);
    CHECK(upon.has_emergencies == anew.has_emergencies);
    CHECK(upon.has_addresses == anew.has_addresses);
    hyphens += upon.nodes.size() - before.nodes.size();
  }
  CHECK(hyphens > 1000);
}

TEST_CASE("words are broken, but not names, capitals, figures, addresses and words with a hyphen") {
  Sheet page;
  CHECK(page.breaks("hyphenation"));
  CHECK(page.breaks("(understanding),"));
  CHECK(page.breaks("officials"));  // in its ligature, too
  for (const char* whole : {"UNDERSTANDING", "Abdulrahmanov", "hyphenation2", "well-hyphenation",
                            "example.understanding", "understanding@hyphenation.org", "cooperation"})
    CHECK_MESSAGE(!page.breaks(whole), whole);
  CHECK(page.breaks("Verteidigungen", "de"));
  for (const char* whole : {"Abdulrahmanov", "Abdulrahmanovs", "Abdulrahmanoven"})
    CHECK_MESSAGE(!page.breaks(whole, "de"), whole);
  CHECK(!page.breaks("hyphenation", "ja"));
  CHECK(page.context.patterns.empty());  // the last paragraph's language has none
}

TEST_CASE("words that begin with a capital are broken rather than that a line gapes, but no names and no capitals") {
  Sheet page;
  page.story.paragraph_styles[justified].lines.hyphen_penalty = 50;
  const auto first_line = [&](const std::string& word, double width) {
    const std::string lines =
        lines_of(page.set("of the " + word + " and all the others that are there", Pt::from_points(width)));
    return lines.substr(0, lines.find('|'));
  };
  CHECK(first_line("Intergovernmental", 95) == "of the Intergovernmen\u00AD");
  CHECK(first_line("Intergovernmental", 130).find("\u00AD") == std::string::npos);  // no line gapes without
  CHECK(first_line("INTERGOVERNMENTAL", 120).starts_with("of the"));
  CHECK(first_line("INTERGOVERNMENTAL", 120).size() < 10);
  page.story.whole_words = {"Abdulrahmanov", "Intergovernmental"};
  CHECK(first_line("Intergovernmental", 95).size() < 10);
}

TEST_CASE("an exception says where a word is broken") {
  Sheet page;
  bool found = false;
  for (int width = 20; width < 120; width += 3) {
    const auto lines = lines_of(page.set("so infrastructure is", Pt::from_points(width)));
    const auto hyphen = lines.find("\u00AD|");
    if (hyphen == std::string::npos) continue;
    found = true;
    CHECK(lines.substr(0, hyphen).ends_with("infra"));
  }
  CHECK(found);
}

TEST_CASE("text is given back whole, whatever is broken") {
  Sheet page;
  const std::string text = "the officials of different offices offer efficient affiliation and understanding";
  for (int width = 30; width < 200; width += 7) {
    std::string back;
    for (const auto& line : page.set(text, Pt::from_points(width)).lines)
      for (const auto& placed : line.runs) back += placed.run.text;
    for (std::size_t at = back.find("\u00AD"); at != std::string::npos; at = back.find("\u00AD")) back.erase(at, 2);
    CHECK(back == text);
  }
}

TEST_CASE("marks hang outside an even edge by their share, and lines are as wide as the measure with it") {
  const std::string text =
      "“Each of the ministers,” it was said, “would rather see understanding, cooperation, infrastructure; or "
      "nothing.” "
      "The officials, however, went on. They spoke of consultations, hyphenation, and of what remains.";
  int hanging = 0;
  for (int width = 120; width < 260; width += 5) {
    Sheet page(true);
    const Pt measure = Pt::from_points(width);
    const auto set = page.set(text, measure);
    for (std::size_t i = 0; i + 1 < set.lines.size(); ++i) {
      const auto& line = set.lines[i];
      const Extent extent = extent_of(line);
      CHECK(extent.left <= Pt{});
      CHECK(extent.left > -3_pt);
      CHECK(extent.right < measure + 3_pt);
      if (line.ratio > -1 && !line.overfull) CHECK(line.width == measure);
      hanging += extent.right > measure + 0.5_pt ? 1 : 0;
    }
  }
  CHECK(hanging > 20);
}

TEST_CASE("no word of a heading that runs in is broken") {
  Sheet page;
  int broken = 0;
  for (const bool heading : {false, true}) {
    for (int width = 40; width < 140; width += 3) {
      Paragraph paragraph = paragraph_of("of understanding and coordination ", justified);
      paragraph.content[0].whole_words = heading;
      Inline rest;
      rest.text = "is.";
      paragraph.content.push_back(rest);
      page.context = make_context(page.story, fonts_with_patterns(), page.diags);
      const auto lines = lines_of(set_paragraph(paragraph, "en", Pt::from_points(width), page.context));
      const bool at_hyphen = lines.find("\u00AD|") != std::string::npos;
      broken += at_hyphen ? 1 : 0;
      if (heading) CHECK_MESSAGE(!at_hyphen, lines);
    }
  }
  CHECK(broken > 3);
}

TEST_CASE("names of one story bind no other that one thread sets after it") {
  Memory memory;
  const Paragraph paragraph = paragraph_of("so hyphenation is", justified);
  const Pt narrow = 50_pt;
  for (const bool is_name : {false, true, false}) {
    Sheet page;
    if (is_name) page.story.whole_words = {"hyphenation"};
    for (int i = 0; i < 3; ++i) {
      page.context = make_context(page.story, fonts_with_patterns(), page.diags, &memory);
      const auto lines = lines_of(set_paragraph(paragraph, "en", narrow, page.context));
      CHECK((lines.find("\u00AD|") == std::string::npos) == is_name);
    }
  }
}

TEST_CASE("who said it takes the last word along to the last line") {
  int alone = 0, alone_before = 0;
  for (const bool stays : {false, true}) {
    Desk desk;
    for (int width = 130; width < 300; width += 2) {
      Paragraph paragraph = paragraph_of("They recalled the bonds of history and the worth of dialogue.", ragged);
      Inline who;
      who.text = " – Officials";
      who.stays_by = stays;
      paragraph.content.push_back(who);
      const auto lines = lines_of(desk.set(paragraph, Pt::from_points(width)));
      const bool is_alone = lines.find("|– Officials") != std::string::npos;
      (stays ? alone : alone_before) += is_alone ? 1 : 0;
    }
  }
  CHECK(alone_before > 5);
  CHECK(alone * 4 < alone_before);  // only where the line before would be very short
}

TEST_CASE("below a heading who said it has a line of its own, without the dash, where one is too short for both") {
  int below = 0, beside = 0;
  for (int width = 150; width < 300; width += 2) {
    Desk desk;
    Paragraph paragraph = paragraph_of("Appreciation and wider relations.", ragged);
    paragraph.content[0].whole_words = true;
    Inline who;
    who.text = " – Iraq";
    who.stays_by = true;
    who.separators.add(0);
    paragraph.content.push_back(who);
    const auto lines = lines_of(desk.set(paragraph, Pt::from_points(width)));
    CHECK_MESSAGE(lines.find("|relations.") == std::string::npos, width << ": " << lines);
    CHECK(lines.find("|–") == std::string::npos);
    below += lines.ends_with("|Iraq") ? 1 : 0;
    beside += lines.ends_with(" – Iraq") ? 1 : 0;
    CHECK(desk.diags.all().empty());
  }
  CHECK(below > 3);
  CHECK(beside > 3);
}
