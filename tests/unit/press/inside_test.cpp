#include "press/inside.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/whole.hpp"

using namespace readout;

namespace {

struct Names {
  std::string brief;  ///< or the code of the fault
  std::string front;  ///< the template that was asked for
};

Names named(const std::string& brief, const std::string& annex, const std::string& design = "") {
  test::Whole whole;
  press::Job job = test::Whole::job("/office/" + brief);
  std::string toml = "readout = 1\n[document]\ntitle = \"T\"\nsummary = \"S\"\n";
  if (!annex.empty()) toml += "[[annex]]\ntitle = \"A\"\nfile = \"" + annex + "\"\n";
  whole.files.files["/office/" + annex] = "x";
  whole.files.files[job.brief] = toml;
  if (!design.empty()) {
    job.design = "/office/" + design;
    whole.files.files[*job.design] = "format = 1\nextends = \"house/base.toml\"\n";
    whole.files.files["/office/house/base.toml"] = "format = 1\nextends = \"brief\"\n";
  }
  Diagnostics diags;
  const auto edition = press::read_edition(job, whole.workshop(), diags);
  if (!edition) return {test::codes(diags).front(), ""};
  return {edition->inside.brief, edition->inside.chain.front()};
}

}  // namespace

TEST_CASE("the brief has its own name inside, or one that nothing else has") {
  struct Row {
    const char* brief;
    const char* annex;
    const char* expect;
  };
  const Row rows[] = {
      {"talks.toml", "", "talks.toml"},
      {"talks", "", "brief.toml"},
      {"talks", "brief.toml", "brief-2.toml"},
      {"talks", "./brief.toml", "brief-2.toml"},
      {"talks", "brief.toml/a.csv", "brief-2.toml"},
      {"talks.toml", "brief.toml", "talks.toml"},
      {"talks.toml", "talks.toml", "talks.toml"},  // the brief itself
      {"manifest.toml", "", "brief.toml"},
      {"manifest.toml", "brief.toml", "brief-2.toml"},
      {"~talks.toml", "", "brief.toml"},
      {"a\\b.toml", "", "brief.toml"},
      {"c:d.toml", "", "brief.toml"},
      {"b\xFF.toml", "", "brief.toml"},
      {"محادثات.toml", "", "محادثات.toml"},
      {"talks.toml", "manifest.toml", "attachment.name-taken"},
      {"talks.toml", "./manifest.toml", "attachment.name-taken"},
      {"talks.toml", "manifest.toml/a.csv", "attachment.name-taken"},
      {"talks.toml", "templates", "attachment.name-taken"},
      {"talks.toml", "templates/brief.toml", "attachment.name-taken"},
      {"talks.toml", "templates/unused.toml", "attachment.name-taken"},
      {"talks.toml", "templates/a.csv", "talks.toml"},
      {"talks.toml", "annexes/manifest.toml", "talks.toml"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.brief);
    CAPTURE(row.annex);
    CHECK(named(row.brief, row.annex).brief == row.expect);
  }
}

TEST_CASE("the template that was asked for has a name inside that none of its chain has") {
  CHECK(named("talks.toml", "").front == "templates/brief.toml");
  CHECK(named("talks.toml", "", "ours.toml").front == "templates/ours.toml");
  CHECK(named("talks.toml", "", "brief.toml").front == "templates/template.toml");
  CHECK(named("talks.toml", "", "~ours.toml").front == "templates/template.toml");
  CHECK(named("talks.toml", "", "our\xFFs.toml").front == "templates/template.toml");
}
