// tests/diagnostics/fonts/*.toml: each file is read as a font list and gives exactly the faults that it expects.
#include <doctest/doctest.h>

#include "model/font_list.hpp"
#include "support/expectations.hpp"

using namespace readout;

TEST_CASE("every diagnostic file of font lists tells what it expects, and nothing else") {
  const auto files = test::expecting_files(READOUT_ROOT "/tests/diagnostics/fonts");
  REQUIRE(files.size() >= 11);
  for (const auto& file : files) {
    Diagnostics diags;
    const FileId id = diags.sources.add(file.name, file.text);
    const auto list = model::read_font_list(id, diags);
    const auto expected = test::read_expectations(file.text);
    CHECK_MESSAGE(!expected.empty(), file.name << " expects nothing");
    const std::string difference = test::difference(expected, diags, id);
    CHECK_MESSAGE(difference.empty(), file.name << "\n" << difference);
    CHECK(!list.has_value());
  }
}
