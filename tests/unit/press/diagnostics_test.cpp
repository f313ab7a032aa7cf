// tests/diagnostics/build/*.toml: each file is built, with the whole program, and gives exactly the faults that its
// comments expect. (Those of tests/diagnostics/ itself are told by model/ alone.)
#include <doctest/doctest.h>

#include "support/expectations.hpp"
#include "support/whole.hpp"

using namespace readout;

TEST_CASE("every brief that cannot be built tells what it expects, and nothing else") {
  const std::string folder = test::root() + "/tests/diagnostics/build";
  const auto briefs = test::expecting_files(folder);
  REQUIRE(briefs.size() >= 15);
  test::Whole whole;
  for (const auto& brief : briefs) {
    press::Job job = test::Whole::job(folder + "/" + brief.name);
    job.out = "/out/" + brief.name + ".pdf";
    if (brief.text.starts_with("# lang ")) job.lang = brief.text.substr(7, brief.text.find('\n') - 7);
    if (brief.text.starts_with("# template "))
      job.design = test::root() + "/tests/templates/" + brief.text.substr(11, brief.text.find('\n') - 11) + ".toml";
    Diagnostics diags;
    const bool done = press::build(job, whole.workshop(), diags);
    const auto expected = test::read_expectations(brief.text);
    CHECK_MESSAGE(!expected.empty(), brief.name, " expects nothing");
    // The brief is the first file that a build reads.
    const std::string difference = test::difference(expected, diags, 1);
    CHECK_MESSAGE(difference.empty(), brief.name, "\n", difference);
    CHECK_MESSAGE(done == !diags.has_errors(), brief.name);
    CHECK_MESSAGE(whole.files.files.contains(job.out) == done, brief.name);
  }
}
