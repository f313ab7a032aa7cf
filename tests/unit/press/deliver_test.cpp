#include "press/deliver.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "press/batch.hpp"
#include "support/whole.hpp"

using namespace readout;

namespace {

constexpr const char* beside_profile = "[archive]\nprofile = \"a-2a+ua-1\"\n";

std::string brief(const std::string& summary, const std::string& more = "") {
  return "readout = 1\n[document]\ntitle = \"T\"\nsummary = \"" + summary + "\"\n" + more;
}

/// The codes of one build, and what it wrote.
struct Outcome {
  std::vector<std::string> codes, written;
};

Outcome build(test::Whole& whole, const std::string& out, const std::string& design = "") {
  press::Job job = test::Whole::job("/in/x.toml");
  job.out = out;
  if (!design.empty()) job.design = design;
  Diagnostics diags;
  Outcome outcome;
  press::build(job, whole.workshop(), diags, &outcome.written);
  outcome.codes = test::codes(diags);
  return outcome;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("no output is written over what the PDF is made from") {
  test::Whole whole;
  auto& files = whole.files.files;
  files["/in/x.toml"] = brief(
      "S", "seal = { file = \"seal.png\", decorative = true }\n[[annex]]\ntitle = \"A\"\nfile = \"data/list.csv\"\n");
  files["/in/seal.png"] = test::slurp(test::root() + "/input/images/seal.png");
  files["/in/data/list.csv"] = "a,b\n";
  files["/in/ours.toml"] = "format = 1\nextends = \"base.toml\"\n";
  files["/in/base.toml"] = "format = 1\nextends = \"brief\"\n";
  const std::string fonts = test::root() + "/fonts/", templates = test::root() + "/templates/";
  for (const std::string& out :
       {std::string("/in/x.toml"), std::string("/in/./seal.png"), std::string("/in/data/list.csv"),
        std::string("/in/ours.toml"), std::string("/in/base.toml"), templates + "brief.toml", templates + "house.toml",
        fonts + "fonts.toml", fonts + "LinLibertine_R.otf"}) {
    CAPTURE(out);
    const auto before = files;
    const Outcome outcome = build(whole, out, "/in/ours.toml");
    CHECK(outcome.codes == Codes{"usage.overwrites-input"});
    CHECK(outcome.written.empty());
    CHECK(files == before);
  }
  CHECK(build(whole, "/in/other.png", "/in/ours.toml").written == std::vector<std::string>{"/in/other.png"});
}

TEST_CASE("a source beside a PDF replaces that of an earlier build, and nothing else") {
  test::Whole whole;
  auto& files = whole.files.files;
  files["/in/x.toml"] = brief("One", beside_profile);
  const std::vector<std::string> all{"/out/x.pdf", "/out/x.pdf.toml", "/out/x.pdf.toml.sha256"};
  CHECK(build(whole, "/out/x.pdf").written == all);
  CHECK(files["/out/x.pdf.toml"] == files["/in/x.toml"]);
  CHECK(build(whole, "/out/x.pdf").written == all);
  files["/in/x.toml"] = brief("Two", beside_profile);
  CHECK(build(whole, "/out/x.pdf").written == all);
  CHECK(files["/out/x.pdf.toml"] == files["/in/x.toml"]);
  files.erase("/out/x.pdf.toml");
  CHECK(build(whole, "/out/x.pdf").written == all);

  const auto kept = [&](const char* path, const std::string& text) {
    test::Whole fresh;
    fresh.files.files = files;
    fresh.files.files["/in/x.toml"] = brief("Three", beside_profile);
    fresh.files.files[path] = text;
    const auto before = fresh.files.files;
    CHECK(build(fresh, "/out/x.pdf").codes == Codes{"file.exists"});
    CHECK(fresh.files.files == before);
  };
  kept("/out/x.pdf.toml", "mine");
  kept("/out/x.pdf.toml", files["/out/x.pdf.toml"] + "# a note of mine\n");
  kept("/out/x.pdf.toml.sha256", "mine");
  kept("/out/x.pdf.toml.sha256", std::string(64, 'g') + "  x.pdf.toml\n");
}

TEST_CASE("a source beside a PDF is no other brief of the run") {
  test::Whole whole;
  auto& files = whole.files.files;
  files["/in/x.toml"] = brief("One", beside_profile);
  REQUIRE(build(whole, "/in/x.pdf").codes.empty());
  files["/in/x.toml"] = brief("Two", beside_profile);
  press::Job first = test::Whole::job("/in/x.toml"), second = test::Whole::job("/in/x.pdf.toml");
  first.out = "/in/x.pdf";
  second.out = "/elsewhere/x.pdf";
  std::vector<Codes> told;
  press::build_all({first, second}, whole.workshop(), {},
                   [&](const press::Result& result) { told.push_back(test::codes(result.diags)); });
  CHECK(told == std::vector<Codes>{{"usage.overwrites-input"}, {}});
  CHECK(files["/in/x.pdf.toml"] == brief("One", beside_profile));
}

TEST_CASE("a source that standard output has no place for is not lost without a word") {
  test::Whole whole;
  whole.files.files["/in/x.toml"] = brief("S", beside_profile);
  CHECK(build(whole, "-").codes == Codes{"archive.source-lost"});
  CHECK(build(whole, "").codes.empty());
  whole.files.files["/in/x.toml"] = brief("S", std::string(beside_profile) + "embed_source = false\n");
  CHECK(build(whole, "-").codes.empty());
  whole.files.files["/in/x.toml"] = brief("S");
  CHECK(build(whole, "-").codes.empty());
}
