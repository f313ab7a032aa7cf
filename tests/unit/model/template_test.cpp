// Templates: what is read, how styles come into force, what is refused (tests/diagnostics/template/*.toml).
#include "model/template.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/template_values.hpp"
#include "support/expectations.hpp"

using namespace readout;
using namespace readout::model;

namespace {

const std::string shipped = READOUT_ROOT "/templates";

/// Reads a template that stands in memory as /my/NAME.toml, over those in the tree.
struct Reading {
  MemoryFiles files;
  DiskFiles disk;
  Diagnostics diags;
  Reading() { files.below = &disk; }
  std::optional<Template> read(const std::string& text, const std::string& name = "mine") {
    const FileId file = diags.sources.add("/my/" + name + ".toml", text);
    return read_template(file, {"/my", shipped}, files, diags);
  }
};

Template mine(const std::string& rest) {
  Reading reading;
  auto design = reading.read("format = 1\nextends = \"brief\"\n" + rest);
  INFO(render_text(reading.diags));
  REQUIRE(design.has_value());
  return *design;
}

std::string slurp(const std::string& path) {
  DiskFiles disk;
  const Read got = disk.read(path);
  REQUIRE(got.bytes.has_value());
  return *got.bytes;
}

}  // namespace

TEST_CASE("every diagnostic file of templates tells what it expects, and nothing else") {
  const std::string folder = READOUT_ROOT "/tests/diagnostics/template";
  const auto files = test::expecting_files(folder);
  REQUIRE(files.size() >= 38);
  for (const auto& file : files) {
    Diagnostics diags;
    DiskFiles disk;
    const FileId id = diags.sources.add(folder + "/" + file.name, file.text);
    const auto design = read_template(id, {folder, shipped}, disk, diags);
    const auto expected = test::read_expectations(file.text);
    CHECK_MESSAGE(!expected.empty(), file.name, " expects nothing");
    const std::string difference = test::difference(expected, diags, id);
    CHECK_MESSAGE(difference.empty(), file.name, "\n", difference);
    CHECK_MESSAGE(design.has_value() == !diags.has_errors(), file.name);
  }
}

TEST_CASE("the templates that are shipped, and another office's, have no fault") {
  for (const char* path : {"/templates/house.toml", "/templates/brief.toml", "/templates/minutes.toml",
                           "/templates/readout.toml", "/tests/templates/other.toml"}) {
    Diagnostics diags;
    DiskFiles disk;
    const std::string whole = READOUT_ROOT + std::string(path);
    const FileId id = diags.sources.add(whole, slurp(whole));
    const auto design = read_template(id, {folder_of(whole), shipped}, disk, diags);
    CHECK_MESSAGE(design.has_value(), path, "\n", render_text(diags));
    CHECK(diags.all().empty());
  }
}

TEST_CASE("lengths") {
  struct Row {
    const char* text;
    Unit unit;
    double points;  // < 0: refused
  };
  const Row rows[] = {
      {"11pt", Unit::point, 11},    {"25.4mm", Unit::point, 72}, {"2.54cm", Unit::point, 72},
      {"1in", Unit::point, 72},     {"0pt", Unit::point, 0},     {"0.09em", Unit::em, 0.09},
      {"1.12x", Unit::times, 1.12}, {"11", Unit::point, -1},     {"11 pt", Unit::point, -1},
      {"-1pt", Unit::point, -1},    {"1e2pt", Unit::point, -1},  {".5pt", Unit::point, -1},
      {"11px", Unit::point, -1},    {"", Unit::point, -1},       {"pt", Unit::point, -1},
      {"1em", Unit::point, -1},     {"nanpt", Unit::point, -1},  {"999999pt", Unit::point, -1},
      {"0x11pt", Unit::point, -1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto got = parse_quantity(row.text, row.unit);
    CHECK(got.has_value() == (row.points >= 0));
    if (got) CHECK(*got == doctest::Approx(row.points));
  }
}

TEST_CASE("contrast on white, against WCAG's own figures") {
  CHECK(contrast_on_white({0, 0, 0}) == doctest::Approx(21.0));
  CHECK(contrast_on_white({255, 255, 255}) == doctest::Approx(1.0));
  CHECK(contrast_on_white({0x76, 0x76, 0x76}) ==
        doctest::Approx(4.54).epsilon(0.002));  // the lightest grey that passes
  CHECK(contrast_on_white({0x77, 0x77, 0x77}) == doctest::Approx(4.48).epsilon(0.002));  // the darkest that does not
  CHECK(contrast_on_white({255, 0, 0}) == doctest::Approx(4.0).epsilon(0.002));
}

TEST_CASE("the numbers of LOOK: text, title, heading, label, marking") {
  const Template house = mine("");
  struct Row {
    const char* style;
    double size, leading;
  };
  for (const Row& row :
       {Row{"title", 25, 29}, Row{"title_21", 21, 25}, Row{"title_17", 17, 21}, Row{"summary", 12.4, 17},
        Row{"body", 10.6, 14.5}, Row{"heading", 12, 14.5}, Row{"fact", 9.8, 13}, Row{"table", 9.8, 13},
        Row{"label", 7.6, 11}, Row{"running", 8.4, 11}, Row{"marking", 8, 10}}) {
    CAPTURE(row.style);
    const Style style = style_for(house, row.style, "en");
    CHECK(style.latin.size.points() == doctest::Approx(row.size));
    CHECK(style.leading.points() == doctest::Approx(row.leading));
  }
  CHECK(style_for(house, "label", "en").tracking.ems() == doctest::Approx(0.09));
  CHECK(style_for(house, "marking", "en").tracking.ems() == doctest::Approx(0.09));
  const Style arabic = style_for(house, "body", "ar-IQ");
  CHECK(arabic.arabic.size.points() == doctest::Approx(12.5));
  CHECK(arabic.leading.points() == doctest::Approx(20));
}

TEST_CASE("Arabic beside Latin keeps its ratio, and turns bold where Latin is bold or italic") {
  const Template design = mine(R"([style.body]
size = "10pt"
arabic = { size = "1.2x" }
[style.note]
inherits = "body"
size = "8pt"
[style.note.ar]
size = "12pt"
[style.caption]
inherits = "body"
italic = true
[style.point]
inherits = "body"
italic = true
arabic = { bold = false }
)");
  CHECK(style_for(design, "body", "en").arabic.size.points() == doctest::Approx(12));
  CHECK(style_for(design, "note", "en").arabic.size.points() == doctest::Approx(9.6));
  const Style arabic = style_for(design, "note", "ar");
  CHECK(arabic.arabic.size.points() == doctest::Approx(12));
  CHECK(arabic.latin.size.points() == doctest::Approx(10));  // 12 / 1.2
  CHECK(style_for(design, "caption", "en").arabic.bold);
  CHECK_FALSE(style_for(design, "caption", "en").latin.bold);
  CHECK_FALSE(style_for(design, "point", "en").arabic.bold);
}

TEST_CASE("Latin beside Arabic may have a face of its own in a table of Arabic, and only there") {
  const Template house = mine("");
  CHECK(style_for(house, "label", "en").latin.bold);
  for (const char* name : {"label", "table_head", "who", "side"}) {
    const Style label = style_for(house, name, "ar-IQ");
    CHECK_FALSE(label.latin.bold);
    CHECK(label.caps == Caps::none);
    CHECK(label.tracking.ems() == 0);
  }
  for (const char* name : {"body", "fact", "source", "prose"}) {
    CHECK(style_for(house, name, "en").figures == Figures::old_style);
    CHECK(style_for(house, name, "ar").figures == Figures::lining);
  }
  const Template design = mine("[style.note.ar]\nsize = \"10pt\"\nlatin = { size = \"0.8x\", italic = true }\n");
  CHECK(style_for(design, "note", "ar").latin.size.points() == doctest::Approx(8));
  CHECK(style_for(design, "note", "ar").latin.italic);
  CHECK_FALSE(style_for(design, "note", "en").latin.italic);
  for (const char* wrong : {"[style.note]\nlatin = { bold = true }\n", "[style.note.fr]\nlatin = { bold = true }\n",
                            "[style.note.ar]\narabic = { bold = true }\n"}) {
    Reading reading;
    CHECK_FALSE(reading.read(std::string("format = 1\nextends = \"brief\"\n") + wrong).has_value());
    CHECK_MESSAGE(reading.diags.all().front().code == "template.unknown-key", render_text(reading.diags));
  }
}

TEST_CASE("inline styles change what they stand in, and nothing else") {
  const Template design = mine("");
  const Style body = style_for(design, "body", "en");
  const Style strong = restyle(body, design, "strong", "en");
  CHECK(strong.latin.bold);
  CHECK(strong.arabic.bold);
  CHECK(strong.latin.size == body.latin.size);
  const Style mark = restyle(strong, design, "mark", "en");
  CHECK(mark.latin.size.points() == doctest::Approx(body.latin.size.points() * 0.66));
  CHECK(mark.rise.ems() > 0);
  CHECK_FALSE(mark.latin.bold);
}

TEST_CASE("a template stands over the one it extends, table by table") {
  Reading reading;
  reading.files.files["/my/office.toml"] =
      "format = 1\nextends = \"brief\"\n[page]\nfirst_top = \"10mm\"\n[palette]\naccent = \"#003366\"\n";
  const auto design = reading.read(
      "format = 1\nextends = \"office\"\n[page]\nmargin = { left = \"30mm\" }\n[words.en]\nkind = \"Note\"\n");
  INFO(render_text(reading.diags));
  REQUIRE(design.has_value());
  CHECK(design->chain.size() == 4);
  CHECK(design->name == "mine");
  CHECK(design->page.first_top.points() == doctest::Approx(28.346).epsilon(0.001));
  CHECK(design->page.margin.left.points() == doctest::Approx(85.04).epsilon(0.001));
  CHECK(design->page.margin.right.points() == doctest::Approx(68.03).epsilon(0.001));  // house's
  CHECK(design->palette.at("accent").value == Colour{0, 0x33, 0x66});
  CHECK(words_for(*design, "en-US")->at("kind") == "Note");
  CHECK(words_for(*design, "en-US")->at("join.last") == ", and ");
  CHECK(words_for(*design, "en-AU")->lang == "en");
  CHECK(words_for(*design, "nl") == nullptr);
}

TEST_CASE("the words of a language stand in a file of their own, read when the language is wanted") {
  const auto read_for = [](const char* lang, const std::string& rest) {
    Reading reading;
    const FileId file = reading.diags.sources.add("/my/mine.toml", "format = 1\nextends = \"brief\"\n" + rest);
    auto design = read_template(file, {"/my", shipped, std::vector<std::string>{lang}}, reading.files, reading.diags);
    INFO(render_text(reading.diags));
    REQUIRE(design.has_value());
    return *design;
  };
  const Template english = read_for("en", "[words.fr]\ndecision = \"Convenu.\"\n[style.title.fr]\nsize = \"20pt\"\n");
  CHECK(english.parts.empty());
  CHECK(words_for(english, "fr") == nullptr);
  CHECK(has_words(english, "fr-CA"));
  CHECK_FALSE(has_words(english, "nl"));

  const Template french = read_for("fr-CA", "[words.fr]\ndecision = \"Convenu.\"\n[words.fr-CA]\nhead = \"tête\"\n");
  REQUIRE(french.parts == std::vector<std::string>{shipped + "/words/fr.toml"});
  CHECK(french.chain.size() == 3);
  CHECK(words_for(french, "fr")->at("decision") == "Convenu.");  // one's own over the shipped
  CHECK(words_for(french, "fr")->at("kind") == "Note");          // brief.toml's over that of words/fr.toml
  CHECK(words_for(french, "fr-CA")->at("head") == "tête");
  CHECK(words_for(french, "fr-CA")->at("label.place") == "Lieu");
  CHECK(words_for(french, "de") == nullptr);

  const Template iraq = read_for("ar-IQ", "");
  CHECK(iraq.parts == std::vector<std::string>{shipped + "/words/ar.toml", shipped + "/words/ar-IQ.toml"});
  CHECK(words_for(iraq, "ar-IQ")->months[0] == "كانون الثاني");
  CHECK(words_for(iraq, "ar-MA")->lang == "ar");  // not asked for

  const Template all = mine("");
  CHECK(all.unread.empty());
  for (const char* lang : {"en", "en-US", "ar", "ar-IQ", "ar-MA", "fr", "de", "es", "it"})
    CHECK(words_for(all, lang)->lang == lang);
}

TEST_CASE("languages are named in every shipped language alike, and a template may name more") {
  const auto names = [](const Words& words) {
    std::vector<std::string> out;
    for (const auto& [name, text] : words.text)
      if (name.starts_with("language.")) out.push_back(name);
    return out;
  };
  const Template all = mine("");
  for (const char* lang : {"ar", "fr", "de", "es", "it"}) {
    CAPTURE(lang);
    CHECK(names(*words_for(all, lang)) == names(*words_for(all, "en")));
  }
  CHECK(words_for(all, "en")->at("language.nl") == "Dutch");
  CHECK(words_for(mine("[words.en.language]\nmi = \"Maori\"\n"), "en")->at("language.mi") == "Maori");
  CHECK(words_for(mine("[words.en.language]\nnl = \"Netherlandish\"\n"), "en")->at("language.nl") == "Netherlandish");
}

TEST_CASE("a template of one's own brings languages along, and faults of their files are told there") {
  const std::string whole = slurp(shipped + "/words/de.toml");
  const auto danish = [&](std::string text) {
    for (std::size_t at = 0; (at = text.find("words.de", at)) != std::string::npos;) text.replace(at, 8, "words.da");
    return text;
  };
  const std::string start = "format = 1\nextends = \"brief\"\nlanguages = [\"da\", \"fr\"]\n";
  {
    Reading reading;
    reading.files.files["/my/words/da.toml"] = danish(whole);
    reading.files.files["/my/words/fr.toml"] = slurp(shipped + "/words/fr.toml");
    const auto design = reading.read(start);
    INFO(render_text(reading.diags));
    REQUIRE(design.has_value());
    CHECK(words_for(*design, "da")->at("label.place") == words_for(*design, "de")->at("label.place"));
    // The file beside one's own template stands for the shipped one: inside a PDF both have one folder.
    CHECK(std::count(design->parts.begin(), design->parts.end(), "/my/words/fr.toml") == 1);
    CHECK(std::count(design->parts.begin(), design->parts.end(), shipped + "/words/fr.toml") == 0);
  }
  struct Row {
    const char* text;
    const char* code;
  };
  for (const Row& row : {Row{"format = 1\n[words.de]\nkind = \"X\"\n", "template.language"},
                         Row{"format = 1\n[words.da]\nkind = \"X\"\n", "template.missing-word"},
                         Row{"format = 2\n[words.da]\nkind = \"X\"\n", "template.format"},
                         Row{"format = 1\n[page]\nsize = \"a4\"\n", "template.missing"},
                         Row{"format = 1\n[words.da]\nkind = \"X\"\n[page]\nsize = \"a4\"\n", "template.unknown-key"},
                         Row{"format = 1\n[words.da]\nkind = \"X\n", "toml.quote"}}) {
    CAPTURE(row.text);
    Reading reading;
    reading.files.files["/my/words/da.toml"] = row.text;
    CHECK_FALSE(reading.read("format = 1\nextends = \"brief\"\nlanguages = [\"da\"]\n").has_value());
    bool told = false;
    for (const Diagnostic& fault : reading.diags.all()) told |= fault.code == row.code;
    CHECK_MESSAGE(told, render_text(reading.diags));
  }
}

TEST_CASE("a language may do without some words, but what it says of them is checked") {
  const Template without = mine("");
  CHECK(words_for(without, "en")->find("date.first") == nullptr);
  CHECK(*words_for(without, "fr")->find("date.first") == "1er");
  CHECK(*words_for(mine("[words.en-US.date]\nfirst = \"1st\"\n"), "en-US")->find("date.first") == "1st");
  struct Row {
    const char *text, *code;
  };
  for (const Row& row :
       {Row{"[words.en.step]\nwith = \"with\"\n", "template.placeholder"},
        Row{"[words.en.date]\nfirst = \"\"\n", "template.blank"}, Row{"[words.en.date]\nfirst = 1\n", "template.type"},
        Row{"[words.en]\nleading_zero = \"no\"\n", "template.type"},
        Row{"[frame.foot]\nend = \"{words.date.first}\"\n", "template.unknown-placeholder"}}) {
    CAPTURE(row.text);
    Reading reading;
    CHECK_FALSE(reading.read(std::string("format = 1\nextends = \"brief\"\n") + row.text).has_value());
    CHECK_MESSAGE(reading.diags.all().front().code == row.code, render_text(reading.diags));
  }
}

TEST_CASE("what a designer changes shows in the dump") {
  const std::string plain = dump(mine(""));
  for (const char* change :
       {"[page]\nsize = \"letter\"\n", "[palette]\ngrey = \"#444444\"\n", "[style.body]\nligatures = false\n",
        "[style.strong]\ntabular = true\n", "[rule.side]\nbefore = \"9pt\"\n", "[tour]\nring = \"9pt\"\n",
        "[frame.foot]\npages = \"all\"\n", "[words.ar]\ndigits = \"latin\"\n", "[words.en]\nfrench_spacing = true\n",
        "[words.en]\nleading_zero = false\n", "[words.en]\nmarks_before_stop = true\n",
        "[words.en.date]\nfirst = \"1st\"\n", "[table]\nzebra = \"hairline\"\n", "needs = \"date\"\n",
        "fallback = \"Amiri\"\n", "[[section]]\nfrom = \"title\"\n"}) {
    CAPTURE(change);
    CHECK(dump(mine(change)) != plain);
  }
}

TEST_CASE("README tells every style, section, placeholder and word") {
  const std::string readme = slurp(READOUT_ROOT "/templates/README.md");
  const auto told = [&](std::string_view name) {
    return readme.find("`" + std::string(name) + "`") != std::string::npos;
  };
  for (const KnownStyle& style : known_styles()) CHECK_MESSAGE(told(style.name), style.name);
  for (const KnownWord& word : known_words()) CHECK_MESSAGE(told(word.name), word.name);
  for (const std::string& name : known_placeholders()) CHECK_MESSAGE(told(name), name);
  for (const KnownSection& section : known_sections()) {
    CHECK_MESSAGE(told(section.name), section.name);
    for (const std::string& name : section.show) CHECK_MESSAGE(told(name), name);
  }
}
