// What [archive] profile and --pdf make of a build.
#include <doctest/doctest.h>

#include <string>

#include "base/hash.hpp"
#include "press/profile.hpp"
#include "support/whole.hpp"

using namespace readout;

namespace {

const std::string brief =
    "readout = 1\n\n[document]\ntitle = \"Call on the port office\"\nsummary = \"The two offices agreed.\"\n";

struct Built {
  test::Whole whole;
  std::string pdf;
};

void build(Built& built, const std::string& profile, press::Job job = {}) {
  built.whole.files.files["b.toml"] = brief + "[archive]\nprofile = \"" + profile + "\"\n";
  job.brief = "b.toml";
  job.out = "b.pdf";
  Diagnostics diags;
  REQUIRE(press::build(job, built.whole.workshop(), diags));
  built.pdf = built.whole.files.files["b.pdf"];
}

}  // namespace

TEST_CASE("--pdf wins over the brief's profile") {
  const struct {
    const char *asked, *pdf, *chosen;
  } rows[] = {{"", "", "a-3a+ua-1"},          {"", "1.7", "a-3a+ua-1"},          {"", "2.0", "a-4f+ua-2"},
              {"a-2a+ua-1", "", "a-2a+ua-1"}, {"a-2a+ua-1", "1.7", "a-2a+ua-1"}, {"a-2a+ua-1", "2.0", "a-4f+ua-2"},
              {"a-4f+ua-2", "", "a-4f+ua-2"}, {"a-4f+ua-2", "1.7", "a-3a+ua-1"}, {"a-4f+ua-2", "2.0", "a-4f+ua-2"}};
  for (const auto& row : rows) {
    CAPTURE(row.asked);
    CAPTURE(row.pdf);
    model::Brief asked;
    press::Job job;
    if (*row.asked) asked.archive.profile = {row.asked, {}};
    if (*row.pdf) job.pdf = row.pdf;
    CHECK(press::profile_of(job, asked).name == row.chosen);
  }
}

TEST_CASE("PDF/A-2 has its source beside it, with its sum") {
  Built built;
  build(built, "a-2a+ua-1");
  auto& files = built.whole.files.files;
  CHECK(built.pdf.starts_with("%PDF-1.7"));
  CHECK(built.pdf.find("EmbeddedFile") == std::string::npos);
  CHECK(files.at("b.pdf.toml") == files.at("b.toml"));
  CHECK(files.at("b.pdf.toml.sha256") == hex(sha256(files.at("b.toml"))) + "  b.pdf.toml\n");
}

TEST_CASE("PDF/A-2 without its source has nothing beside it") {
  Built built;
  press::Job job;
  job.no_source = true;
  build(built, "a-2a+ua-1", job);
  CHECK_FALSE(built.whole.files.files.contains("b.pdf.toml"));
}

TEST_CASE("PDF 2.0 says so, has its source inside and no Info") {
  Built built;
  build(built, "a-4f+ua-2");
  CHECK(built.pdf.starts_with("%PDF-2.0"));
  CHECK(built.pdf.find("/Info") == std::string::npos);
  CHECK(built.pdf.find("/EmbeddedFile") != std::string::npos);
  CHECK_FALSE(built.whole.files.files.contains("b.pdf.toml"));
}
