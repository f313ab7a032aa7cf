#include "press/build.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "support/whole.hpp"

using namespace readout;

namespace {

// A brief that is whole but for what stands in `more`.
std::string brief(const std::string& more) {
  return "readout = 1\n[document]\ntitle = \"T\"\nsummary = \"S\"\n" + more;
}

struct Outcome {
  bool done = false;
  int exit_code = 0;
  std::vector<std::string> codes;
  std::string at;  ///< the source text that the first fault points at
};

Outcome build(test::Whole& whole, const std::string& toml, press::Job job = test::Whole::job("input/x.toml")) {
  whole.files.files[job.brief] = toml;
  if (job.out.empty()) job.out = "/out/x.pdf";
  Diagnostics diags;
  Outcome outcome;
  outcome.done = press::build(job, whole.workshop(), diags);
  outcome.exit_code = diags.exit_code();
  outcome.codes = test::codes(diags);
  if (!diags.all().empty() && diags.sorted().front().span.valid())
    outcome.at = std::string(diags.sources.text(diags.sorted().front().span));
  return outcome;
}

}  // namespace

TEST_CASE("what a brief names and cannot be had is told at its path, and nothing is written") {
  struct Row {
    const char* more;
    const char* code;
    const char* at;
  };
  const Row rows[] = {
      {"seal = { file = \"none.png\", decorative = true }\n", "image.missing", "\"none.png\""},
      {"seal = { file = \"../../etc/passwd\", decorative = true }\n", "brief.path", "\"../../etc/passwd\""},
      {"seal = { file = \"/etc/passwd\", decorative = true }\n", "brief.path", "\"/etc/passwd\""},
      {"seal = { file = \"https://example.org/a.png\", decorative = true }\n", "brief.path", nullptr},
      {"seal = { file = \"x.toml\", decorative = true }\n", "image.unknown-format", "\"x.toml\""},
      {"seal = { file = \"images\", decorative = true }\n", "image.missing", "\"images\""},
      {"[[annex]]\ntitle = \"A\"\nfile = \"none.csv\"\n", "attachment.missing", "\"none.csv\""},
      {"kind = \"minuets\"\n", "template.unknown", "\"minuets\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.more);
    test::Whole whole;
    whole.files.files["/out/x.pdf"] = "the old one";
    const Outcome outcome = build(whole, brief(row.more));
    CHECK_FALSE(outcome.done);
    CHECK(outcome.exit_code == 1);
    REQUIRE(outcome.codes.size() == 1);
    CHECK(outcome.codes.front() == row.code);
    if (row.at != nullptr) CHECK(outcome.at == row.at);
    CHECK(whole.files.files["/out/x.pdf"] == "the old one");
  }
}

TEST_CASE("a file that is not there is told with the one that has nearly its name") {
  const auto told = [](const char* file) {
    test::Whole whole;
    whole.files.files["in/seal.png"] = whole.files.files["in/images/seal.png"] = "x";
    whole.files.files["in/x.toml"] = brief(fmt::format("seal = {{ file = \"{}\", decorative = true }}\n", file));
    press::Job job = test::Whole::job("input/x.toml");
    job.brief = "in/x.toml";
    job.out = "/out/x.pdf";
    Diagnostics diags;
    CHECK_FALSE(press::build(job, whole.workshop(), diags));
    REQUIRE_FALSE(diags.all().empty());
    return diags.all().front().hints.back();
  };
  CHECK(told("seel.png") == "“seal.png” is near");
  CHECK(told("Seal.PNG") == "“seal.png” is near");
  CHECK(told("images/saal.png") == "“images/seal.png” is near");
  CHECK(told("logo.png") == "it is looked for in in");
  CHECK(told("image") == "it is looked for in in");  // a folder is near
}

TEST_CASE("faults of the brief's files and of its template are told in one run") {
  test::Whole whole;
  const Outcome outcome = build(whole, brief("kind = \"none\"\nseal = { file = \"a.png\", decorative = true }\n"
                                             "letterhead = { file = \"b.png\", decorative = true }\n"));
  CHECK(outcome.codes == std::vector<std::string>{"template.unknown", "image.missing", "image.missing"});
}

TEST_CASE("what has no line in a file has its own exit code") {
  test::Whole whole;
  press::Job job = test::Whole::job("input/none.toml");
  Diagnostics diags;
  CHECK_FALSE(press::build(job, whole.workshop(), diags));
  CHECK(diags.exit_code() == 3);

  job = test::Whole::job("input/x.toml");
  job.design = "minuets";
  CHECK(build(whole, brief(""), job).exit_code == 2);
  job.design = "nowhere/ours.toml";
  CHECK(build(whole, brief(""), job).exit_code == 3);
  job.design.reset();
  job.lang = "fr";
  CHECK(build(whole, brief(""), job).exit_code == 2);
}

TEST_CASE("a template by path stands beside the shipped ones") {
  test::Whole whole;
  whole.files.files["/office/ours.toml"] = "format = 1\nextends = \"brief\"\n";
  press::Job job = test::Whole::job("input/x.toml");
  job.design = "/office/ours.toml";
  const Outcome outcome = build(whole, brief(""), job);
  CHECK(outcome.done);
}

TEST_CASE("strict: a warning keeps the PDF from being written") {
  const std::string warned = "readout = 1\nx_a = 1\n[document]\ntitle = \"T\"\nsummary = \"S\"\n";
  test::Whole whole;
  press::Job job = test::Whole::job("input/x.toml");
  CHECK(build(whole, warned, job).done);
  CHECK(whole.files.files.contains("/out/x.pdf"));
  whole.files.files.erase("/out/x.pdf");
  job.strict = true;
  const Outcome strict = build(whole, warned, job);
  CHECK_FALSE(strict.done);
  CHECK(strict.codes == std::vector<std::string>{"archive.unprinted"});
  CHECK_FALSE(whole.files.files.contains("/out/x.pdf"));
}

TEST_CASE("the language of an edition is found by tag or first part, in any letter case") {
  test::Whole whole;
  for (const char* asked : {"en-US", "EN-us", "en", "ar", "AR"}) {
    press::Job job = test::Whole::job("input/doha.toml");
    job.lang = asked;
    Diagnostics diags;
    CHECK_MESSAGE(press::read_edition(job, whole.workshop(), diags).has_value(), asked);
  }
}

TEST_CASE("an edition is what the command line asks for, else what the brief says, else its first language") {
  test::Whole whole;
  press::Job job = test::Whole::job("input/x.toml");
  const auto chosen = [&](const std::string& brief_says, const char* edition, const char* lang) {
    whole.files.files[job.brief] =
        "readout = 1\n[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nsummary = { en = \"Said.\", ar = "
        "\"قيل.\" }\n"
        "lang = [\"en\", \"ar\"]\n[print]\nedition = \"" +
        brief_says + "\"\n";
    job.edition = job.lang = std::nullopt;
    if (edition != nullptr) job.edition = edition;
    if (lang != nullptr) job.lang = lang;
    Diagnostics diags;
    const auto found = press::read_edition(job, whole.workshop(), diags);
    if (!found) return test::codes(diags).front();
    return std::string(found->settings.bilingual ? "both " : "") + (found->settings.lang == 0 ? "en" : "ar");
  };
  CHECK(chosen("single", nullptr, nullptr) == "en");
  CHECK(chosen("ar", nullptr, nullptr) == "ar");
  CHECK(chosen("bilingual", nullptr, nullptr) == "both en");
  CHECK(chosen("bilingual", nullptr, "ar") == "ar");
  CHECK(chosen("bilingual", "single", nullptr) == "en");
  CHECK(chosen("bilingual", "ar", nullptr) == "ar");
  CHECK(chosen("single", "bilingual", nullptr) == "both en");
  CHECK(chosen("single", "bilingual", "ar") == "both ar");
  CHECK(chosen("ar", "single", nullptr) == "en");
  CHECK(chosen("single", "en", "ar") == "edition.which");
  CHECK(chosen("single", "ar", "ar") == "ar");
  CHECK(chosen("single", "both", nullptr) == "edition.none");
  CHECK(chosen("fr", nullptr, nullptr) == "brief.choice");
  whole.files.files[job.brief] = brief("");
  job.edition = "bilingual";
  job.lang = std::nullopt;
  Diagnostics diags;
  CHECK_FALSE(press::read_edition(job, whole.workshop(), diags));
  CHECK(test::codes(diags) == std::vector<std::string>{"edition.two-languages"});
}

TEST_CASE("the source goes into the PDF unless the brief says no") {
  test::Whole whole;
  press::Job job = test::Whole::job("input/x.toml");
  job.out = "/out/x.pdf";
  const auto holds = [&](const std::string& toml) {
    whole.files.files[job.brief] = toml;
    Diagnostics diags;
    REQUIRE_MESSAGE(press::build(job, whole.workshop(), diags), render_text(diags));
    return whole.files.files[job.out].find("/EmbeddedFile") != std::string::npos;
  };
  CHECK(holds(brief("")));
  CHECK_FALSE(holds(brief("[archive]\nembed_source = false\n")));
  CHECK_FALSE(holds(brief("[archive]\nprofile = \"a-2a+ua-1\"\n")));
}
