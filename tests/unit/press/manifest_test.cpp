// The record of what made a PDF: written, read back, compared; and the three verdicts that stand on it.
#include "press/manifest.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "press/verify.hpp"
#include "support/whole.hpp"

using namespace readout;
using press::Manifest;

namespace {

Manifest full() {
  Manifest manifest;
  manifest.program = "0.1.0";
  manifest.brief = "talks \"of\" \\ the river\t.toml";
  manifest.design = "templates/brief.toml";
  manifest.lang = "ar-IQ";
  manifest.edition = "single";
  manifest.paper = "letter";
  manifest.pdf = "2.0";
  manifest.stamp = press::Stamp{2026, 3, 17, true, 9, 5, 59, -210};
  manifest.libraries = {{"HarfBuzz", "6.0.0"}, {"libharu", "2.4.3"}};
  manifest.files = {{"talks.toml", std::string(64, 'a')}, {"pictures/seal.png", std::string(64, 'b')}};
  manifest.fonts = {{"LinLibertine_R.otf", std::string(64, 'c')}, {"Ours.otf", ""}};
  manifest.patterns = {{"hyph_en_GB.dic", std::string(64, 'd')}};
  return manifest;
}

std::optional<Manifest> back(const Manifest& manifest) {
  Diagnostics diags;
  auto read = press::read_manifest(diags.sources.add("manifest.toml", press::write_manifest(manifest)), diags);
  INFO(render_text(diags));
  CHECK(read.has_value() != diags.has_errors());
  return read;
}

struct Judged {
  press::Verdict verdict = press::Verdict::unknown;
  std::vector<std::string> reasons;
  std::size_t differences = 0, damaged = 0;
};

Judged judge(test::Whole& whole, const std::string& bytes) {
  whole.files.files["/given.pdf"] = bytes;
  Diagnostics diags;
  const auto answer = press::verify("/given.pdf", whole.workshop(), diags);
  return {answer.verdict, answer.reasons, answer.differences.size(), answer.damaged.size()};
}

}  // namespace

TEST_CASE("a manifest comes back as it was written") {
  const auto whole = back(full());
  REQUIRE(whole.has_value());
  CHECK(*whole == full());
  Manifest least;
  least.program = "0.1.0";
  least.brief = "talks.toml";
  least.design = "templates/brief.toml";
  least.libraries = {{"libharu", "2.4.3"}};
  const auto small = back(least);
  REQUIRE(small.has_value());
  CHECK(*small == least);
  // Each thing that a manifest can say changes what is written.
  for (int i = 0; i < 10; ++i) {
    Manifest other = full();
    switch (i) {
      case 0: other.program = "0.2.0"; break;
      case 1: other.brief = "other.toml"; break;
      case 2: other.design = "templates/minutes.toml"; break;
      case 3: other.lang.reset(); break;
      case 4: other.paper.reset(); break;
      case 5: other.pdf.reset(); break;
      case 6: other.stamp.reset(); break;
      case 7: other.libraries.pop_back(); break;
      case 8: other.files.pop_back(); break;
      default: other.patterns.clear(); break;
    }
    CAPTURE(i);
    CHECK(press::write_manifest(other) != press::write_manifest(full()));
    const auto read = back(other);
    REQUIRE(read.has_value());
    CHECK(*read == other);
  }
}

TEST_CASE("versions and fonts that differ are named, each way") {
  const Manifest there = full();
  CHECK(press::differences(there, there).empty());
  Manifest here = there;
  here.program = "0.2.0";
  here.libraries = {{"HarfBuzz", "8.3.0"}, {"zopfli", "1.0"}};
  here.fonts[0].sha256 = std::string(64, 'e');
  here.fonts.pop_back();
  here.patterns.clear();
  const auto told = press::differences(there, here);
  const std::vector<std::string> expected = {
      "Readout 0.1.0 there, 0.2.0 here", "HarfBuzz 6.0.0 there, 8.3.0 here", "libharu 2.4.3 there, none here",
      "the font LinLibertine_R.otf has the sum cccccccccccc there, eeeeeeeeeeee here"};
  for (const std::string& line : expected) CHECK_MESSAGE(std::find(told.begin(), told.end(), line) != told.end(), line);
  CHECK(std::any_of(told.begin(), told.end(),
                    [](const auto& line) { return line.find("hyph_en_GB.dic") != std::string::npos; }));
  // Files that differ are no version: they are the source, and never explained away.
  Manifest files = there;
  files.files[0].sha256 = std::string(64, 'f');
  CHECK(press::differences(there, files).empty());
}

TEST_CASE("identical, the same in other bytes, altered") {
  test::Whole whole;
  whole.files.files["in/talks.toml"] =
      "readout = 1\n[document]\ntitle = \"Talks\"\nsummary = \"What was said.\"\n[archive]\nprofile = \"a-3a+ua-1\"\n";
  press::Job job;
  job.brief = "in/talks.toml";
  job.out = "/out.pdf";
  Diagnostics diags;
  REQUIRE(press::build(job, whole.workshop(), diags));
  const std::string pdf = whole.files.files.at("/out.pdf");
  CHECK(judge(whole, pdf).verdict == press::Verdict::identical);

  const Judged longer = judge(whole, pdf + "\n");
  CHECK(longer.verdict == press::Verdict::same_content);
  REQUIRE(longer.reasons.size() == 1);
  CHECK(longer.reasons.front().find("stand after its end") != std::string::npos);

  // The same source told to be printed on other paper: every page differs from what it says.
  press::Job other = job;
  other.paper = "letter";
  REQUIRE(press::build(other, whole.workshop(), diags));
  CHECK(judge(whole, whole.files.files.at("/out.pdf")).verdict == press::Verdict::identical);

  // The version in the first line is content as well.
  std::string renamed = pdf;
  const std::size_t at = renamed.find("%PDF-1.7");
  REQUIRE(at != std::string::npos);
  renamed.replace(at, 8, "%PDF-1.6");
  CHECK(judge(whole, renamed).verdict != press::Verdict::identical);

  std::string cut = pdf.substr(0, pdf.size() / 2);
  CHECK(judge(whole, cut).verdict != press::Verdict::identical);
}
