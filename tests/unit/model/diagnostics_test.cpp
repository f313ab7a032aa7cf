// tests/diagnostics/*.toml: each file is read as a brief and gives exactly the faults that its comments expect.
#include <doctest/doctest.h>

#include "model/brief.hpp"
#include "support/expectations.hpp"

using namespace readout;

TEST_CASE("every diagnostic file of briefs tells what it expects, and nothing else") {
  const auto files = test::expecting_files(READOUT_ROOT "/tests/diagnostics");
  REQUIRE(files.size() >= 55);
  for (const auto& file : files) {
    Diagnostics diags;
    const FileId id = diags.sources.add(file.name, file.text);
    const auto brief = model::read_brief(id, "", diags);
    const auto expected = test::read_expectations(file.text);
    CHECK_MESSAGE(!expected.empty(), file.name << " expects nothing");
    const std::string difference = test::difference(expected, diags, id);
    CHECK_MESSAGE(difference.empty(), file.name << "\n" << difference);
    CHECK_MESSAGE(brief.has_value() == !diags.has_errors(), file.name);
  }
}
