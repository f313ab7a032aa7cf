#include "press/outputs.hpp"

#include <doctest/doctest.h>

#include "support/whole.hpp"

using namespace readout;

namespace {

struct Row {
  std::vector<std::string> briefs;
  std::optional<std::string> out;
  std::string expect;  // outputs joined by blanks, or the code of the fault
};

std::string planned(const Row& row) {
  MemoryFiles files;
  files.files["there/x"] = "";
  Diagnostics diags;
  const auto outputs = press::plan_outputs(row.briefs, row.out, files, diags);
  std::string text;
  if (outputs) {
    for (const std::string& path : *outputs) text += (text.empty() ? "" : " ") + path;
    return text;
  }
  CHECK(diags.exit_code() == 2);
  for (const std::string& code : test::codes(diags)) text += (text.empty() ? "" : " ") + code;
  return text;
}

}  // namespace

TEST_CASE("each brief has its own output") {
  const Row rows[] = {
      {{"a/talks.toml"}, std::nullopt, "talks.pdf"},
      {{"talks"}, std::nullopt, "talks.pdf"},
      {{"a/x.toml", "b/y.toml"}, std::nullopt, "x.pdf y.pdf"},
      {{"-"}, std::nullopt, "-"},
      {{"-"}, "o.pdf", "o.pdf"},
      {{"a/talks.toml"}, "o.pdf", "o.pdf"},
      {{"a/talks.toml"}, "-", "-"},
      {{"a/talks.toml"}, "new/", "new/talks.pdf"},
      {{"a/talks.toml"}, "there", "there/talks.pdf"},
      {{"a/x.toml", "y.toml"}, "new", "new/x.pdf new/y.pdf"},
      {{"a/x.toml", "b/x.toml"}, std::nullopt, "usage.same-output"},
      {{"a/x.toml", "b/x.toml"}, "out", "usage.same-output"},
      {{"x.toml", "./x.toml"}, std::nullopt, "usage.same-output"},
      {{"x.toml", "x"}, std::nullopt, "usage.same-output"},
      {{"x.toml", "y.toml"}, "-", "usage.several-streams"},
      {{"-", "y.toml"}, std::nullopt, "usage.several-streams"},
      {{"-"}, "there", "usage.no-name"},
      {{"x.toml"}, "x.toml", "usage.overwrites-input"},
      {{"x.toml"}, "a/../x.toml", "usage.overwrites-input"},
      {{"x.pdf"}, "./", "x.pdf.pdf"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.briefs.front());
    CAPTURE(row.expect);
    const std::string got = planned(row);
    CHECK((got == row.expect || got == "./" + row.expect));
  }
}
