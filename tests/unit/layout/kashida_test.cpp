// Justified Arabic: which words grow, by how much, and that nothing else moves.
#include "layout/kashida.hpp"

#include <doctest/doctest.h>
#include <hb.h>
#include <algorithm>
#include <cmath>
#include <map>
#include "base/utf8.hpp"
#include "text/face.hpp"
#include "unit/layout/support_setting.hpp"

using namespace readout;
using namespace readout::layout;
using namespace readout::layout::testing;
using namespace readout::literals;

namespace {

const std::string arabic = "ar";  // must outlive what is shaped in it

const char* const plain =
    "أكد الجانبان أهمية تعميق التعاون لمواجهة التحديات الإقليمية وتعزيز الأهداف الأمنية المشتركة، واتفقا على مواصلة "
    "التشاور المنتظم بين المسؤولين في البلدين، وعلى عقد اجتماعات متابعة تحول المباحثات بإذن الله إلى خطوات عملية "
    "ملموسة في مجالات التدريب والصناعة والسلام والأمن الإقليمي، لا سيما في السنوات المقبلة.";
const char* const vocalised =
    "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ مَالِكِ يَوْمِ الدِّينِ إِيَّاكَ نَعْبُدُ وَإِيَّاكَ نَسْتَعِينُ اهْدِنَا "
    "الصِّرَاطَ الْمُسْتَقِيمَ صِرَاطَ الَّذِينَ أَنْعَمْتَ عَلَيْهِمْ غَيْرِ الْمَغْضُوبِ عَلَيْهِمْ وَلَا الضَّالِّينَ";
const char* const mixed =
    "بلغت النسبة 45.5% من (1,250) مشاركًا في 12 مارس 2026، وقال ممثل UNESCO إن الاستثمارات المشتركة «ستستمر» خلال "
    "السنوات 2026–2030 في مشروعات Doha Forum المتعددة وغيرها.";

Desk& with_kashida(Desk& desk) {
  desk.story.paragraph_styles[justified].lines.kashida = true;
  return desk;
}

Pt width_of_spaces(const SetLine& line, std::size_t& count) {
  Pt sum;
  for (const auto& [run, index] : line.runs)
    for (const auto& glyph : run.glyphs)
      if (run.text[glyph.cluster] == ' ' && !(run.ends_line && glyph.cluster + 1 == run.text.size())) {
        sum += glyph.advance;
        ++count;
      }
  return sum;
}

/// The widest mean space of a paragraph's justified lines.
double widest_space(const SetParagraph& set) {
  double widest = 0;
  for (std::size_t i = 0; i + 1 < set.lines.size(); ++i) {
    std::size_t count = 0;
    const Pt sum = width_of_spaces(set.lines[i], count);
    if (count > 0) widest = std::max(widest, sum.points() / static_cast<double>(count));
  }
  return widest;
}

std::string text_of(const SetParagraph& set) {
  std::string text;
  for (const auto& line : set.lines)
    for (const auto& [run, index] : line.runs) text += run.text;
  return text;
}

Clusters clusters_of(const std::string& word, const Paragraph& paragraph, Desk& desk) {
  CHECK(!word.empty());
  return shape_paragraph(paragraph, arabic, desk.context);
}

/// A word of 10 pt made longer by about `more`, if it can be.
struct Sample {
  Desk desk;
  Paragraph paragraph;
  Clusters clusters;
  std::vector<KashidaPlace> places;
  std::vector<StretchedWord> words;

  Sample(const std::string& text, Pt more, Em longest = Em(3), double most = 100)
      : paragraph(paragraph_of(text, justified, Direction::rtl)) {
    clusters = clusters_of(text, paragraph, desk);
    places = kashida_places(clusters, 0.5);
    LineRules rules;
    rules.kashida_longest = longest;
    rules.kashida_most = most;
    words = stretch_words(clusters, places, more, rules, desk.context);
  }
  [[nodiscard]] Pt grown() const {
    Pt sum;
    for (const StretchedWord& word : words)
      for (std::size_t i = 0; i < word.parts.size(); ++i)
        sum += word.parts[i].width - clusters.list[word.first + i].width;
    return sum;
  }
};

/// How far the ink of each mark lies outside its letter's, sideways, in points.
std::vector<double> strays_of(std::span<const text::Glyph> glyphs, const text::Face& face, Pt size) {
  hb_font_t* font = face.native_font();
  const double scale = size.points() / face.metrics().units_per_em;
  std::map<std::uint32_t, std::pair<double, double>> letters;  // the ink's ends, by cluster
  std::vector<std::pair<std::uint32_t, double>> marks;         // the ink's middle
  Pt pen;
  for (const auto& glyph : glyphs) {
    hb_glyph_extents_t ink{};
    hb_font_get_glyph_extents(font, glyph.id, &ink);
    const double left = (pen + glyph.dx).points() + ink.x_bearing * scale, width = ink.width * scale;
    if (glyph.advance == 0_pt) marks.emplace_back(glyph.cluster, left + width / 2);
    else letters[glyph.cluster] = {left, left + width};  // a kashida is left of its letter, and overwritten
    pen += glyph.advance;
  }
  std::vector<double> strays;
  for (const auto& [cluster, middle] : marks) {
    const auto [left, right] = letters.at(cluster);
    strays.push_back(std::max({0.0, left - middle, middle - right}));
  }
  return strays;
}

}  // namespace

TEST_CASE("justified Arabic ends at both edges, and its text is as it was written") {
  for (const char* text : {plain, vocalised, mixed}) {
    for (int measure = 90; measure <= 420; measure += 15) {
      Desk desk;
      const Pt wide = Pt::from_points(measure);
      const auto set = with_kashida(desk).set(paragraph_of(text, justified, Direction::rtl), wide, "ar");
      CAPTURE(measure);
      CAPTURE(std::string(text));
      CHECK(text_of(set) == text);
      for (std::size_t i = 0; i + 1 < set.lines.size(); ++i) {
        if (set.lines[i].overfull) continue;
        CHECK(std::abs(set.lines[i].x.points()) < 0.001);
        CHECK(std::abs((set.lines[i].width - wide).points()) < 0.001);
      }
    }
  }
}

TEST_CASE("with kashida the spaces of the loosest line are narrower") {
  double with = 0, without = 0;
  int narrower = 0, measures = 0;
  for (int measure = 110; measure <= 420; measure += 10) {
    Desk stiff, supple;
    const auto paragraph = paragraph_of(plain, justified, Direction::rtl);
    const double before = widest_space(stiff.set(paragraph, Pt::from_points(measure), "ar"));
    const double after = widest_space(with_kashida(supple).set(paragraph, Pt::from_points(measure), "ar"));
    CAPTURE(measure);
    narrower += after < before ? 1 : 0;  // not always: lines may end elsewhere
    without += before;
    with += after;
    ++measures;
  }
  CHECK(narrower * 4 > measures * 3);
  CHECK(with < without * 0.87);
}

TEST_CASE("ragged lines, titles, English paragraphs and lines that are tight keep their words") {
  for (const ParagraphStyleId style : {ParagraphStyleId{ragged}, ParagraphStyleId{centred}, ParagraphStyleId{title}}) {
    Desk off, on;
    on.story.paragraph_styles[style].lines.kashida = true;
    const auto paragraph = paragraph_of(plain, style, Direction::rtl);
    const auto a = off.set(paragraph, 200_pt, "ar"), b = on.set(paragraph, 200_pt, "ar");
    REQUIRE(a.lines.size() == b.lines.size());
    for (std::size_t i = 0; i < a.lines.size(); ++i) CHECK(a.lines[i].width == b.lines[i].width);
  }
  Desk off, on;
  const auto english = paragraph_of(
      "The ministers (وزير الدفاع المستقبل) met in Doha and the delegations too, at once.", justified, Direction::ltr);
  const auto a = off.set(english, 130_pt), b = with_kashida(on).set(english, 130_pt);
  REQUIRE(a.lines.size() == b.lines.size());
  for (std::size_t i = 0; i < a.lines.size(); ++i)
    for (std::size_t k = 0; k < a.lines[i].runs.size(); ++k)
      CHECK(a.lines[i].runs[k].run.glyphs == b.lines[i].runs[k].run.glyphs);
  CHECK(Sample(plain, 0_pt).words.empty());
  CHECK(Sample(plain, Pt::from_points(-4)).words.empty());
}

TEST_CASE("a word grows in whole tatweels, by no more than the longest") {
  const Sample one("المستقبل", 2_pt), three("المستقبل", 6_pt), capped("المستقبل", 30_pt, Em(0.6));
  REQUIRE(one.words.size() == 1);
  REQUIRE(three.words.size() == 1);
  REQUIRE(capped.words.size() == 1);
  CHECK(std::abs((one.grown() - 2_pt).points()) < 1);
  CHECK(std::abs((three.grown() - 6_pt).points()) < 1);
  CHECK(capped.grown() <= 6_pt);
  CHECK(capped.grown() > 4_pt);
  CHECK(one.grown() < three.grown());
}

TEST_CASE("the letters are those that the face gives to the word with tatweels in it") {
  const Sample grown("المستقبل", 3.7_pt);
  REQUIRE(grown.words.size() == 1);
  Desk desk;
  const std::string typed = "المســتقبل";
  const auto paragraph = paragraph_of(typed, justified, Direction::rtl);
  const Clusters clusters = clusters_of(typed, paragraph, desk);
  const auto& expected = clusters.shaped.runs.front().glyphs;
  const auto& glyphs = grown.words.front().glyphs;
  REQUIRE(glyphs.size() == expected.size());
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    CHECK(glyphs[i].id == expected[i].id);
    CHECK(glyphs[i].advance == expected[i].advance);
    CHECK(glyphs[i].dx == expected[i].dx);
  }
}

TEST_CASE("much to fill is spread over the words of the line") {
  const Sample some(plain, 12_pt);
  CHECK(some.words.size() >= 3);
  CHECK(std::abs((some.grown() - 12_pt).points()) < 2);
  CHECK(Sample(plain, 60_pt, Em(3), 2).words.size() == 2);
  const Sample much(plain, 60_pt);
  CHECK(much.words.size() > some.words.size());
  for (std::size_t i = 1; i < much.words.size(); ++i) CHECK(much.words[i - 1].first < much.words[i].first);
  for (const StretchedWord& word : much.words)
    CHECK(std::count_if(much.places.begin(), much.places.end(),
                        [&](const KashidaPlace& place) { return place.first == word.first; }) == 1);
}

TEST_CASE("marks stand over their letters, not over the kashida") {
  std::size_t seen = 0;
  for (const Pt more : {2_pt, 4_pt, 8_pt}) {
    const Sample sample(vocalised, more * 12);
    CHECK(sample.words.size() >= 7);
    for (const StretchedWord& word : sample.words) {
      const auto& run = sample.clusters.shaped.runs[sample.clusters.list[word.first].run];
      const text::Face* face = real_fonts().face(run.face, *sample.desk.context.diags);
      REQUIRE(face != nullptr);
      for (const double stray : strays_of(word.glyphs, *face, run.size)) {
        CAPTURE(sample.clusters.joined.text.substr(sample.clusters.list[word.first].begin, 24));
        CHECK(stray < 1.2);  // of 10 pt: letters that stand on others are narrow
        ++seen;
      }
    }
  }
  CHECK(seen > 60);
}

TEST_CASE("the name of God, lam-alef and very short words never grow") {
  for (const char* text : {"الله", "بالله", "لِلَّهِ", "والله", "اللهم", "اللَّهِ", "لا", "إلا", "في", "من", "على", "قطر",
                           "وزير", "دول", "روادان", "2026", "Doha", "آل", "الذي"})
    CHECK_MESSAGE(Sample(text, 4_pt).words.empty(), std::string(text));
  for (const char* text : {"السلام", "الإسلام", "مجالات", "الأعمال"}) {
    const Sample sample(text, 4_pt);
    CAPTURE(std::string(text));
    REQUIRE(sample.words.size() == 1);
    const auto& list = sample.clusters.list;
    for (const KashidaPlace& place : sample.places) {
      const auto letter = [&](std::uint32_t i) {
        return utf8::decode(sample.clusters.joined.text, list[i].begin).value;
      };
      CHECK_MESSAGE(!(letter(place.before) == 0x0644 && letter(place.before + 1) == 0x0627), text);
    }
  }
}

TEST_CASE("a word over two styles stays as it is") {
  Desk desk;
  Paragraph paragraph;
  Inline first, second;
  first.text = "المست";
  second.text = "قبل الآتي";
  second.style = bold_style;
  paragraph.content = {first, second};
  paragraph.style = justified;
  paragraph.direction = Direction::rtl;
  const Clusters clusters = shape_paragraph(paragraph, arabic, desk.context);
  for (const KashidaPlace& place : kashida_places(clusters, 0.5))
    CHECK(clusters.list[place.first].run == clusters.list[place.end - 1].run);
}

TEST_CASE("kerning over a blank leaves most of it, and the arm of an initial kaf stays out of the margin") {
  Desk desk;
  const auto width_of = [&](const std::string& text) {
    Pt width;
    for (const Cluster& cluster : clusters_of(text, paragraph_of(text, justified, Direction::rtl), desk).list)
      width += cluster.width;
    return width;
  };
  const Pt blank = width_of("\u0645 \u0645") - 2 * width_of("\u0645");
  const Pt before = width_of("قوة"), kaf = width_of("كل");
  REQUIRE(blank > Pt{});
  const double left = (width_of("قوة كل") - before - kaf).points() / blank.points();
  CHECK(left == doctest::Approx(0.7).epsilon(0.01));                      // Amiri would leave a sixth
  CHECK(width_of("من كل") - width_of("من") - kaf == blank);               // not kerned
  CHECK(width_of("ة وكان") - width_of("ة") - width_of("وكان") == blank);  // a pair inside the word is not undone
}
