// What every brief looks like in every template, as text: pages and tags.
//
// Briefs are those of input/ and any other that lies in this folder; expected/ holds what was agreed on. A brief that
// a template refuses has the refusal as its golden. To take over new output, and read the difference:
//   READOUT_UPDATE=1 ctest -R golden && git diff tests/golden/expected
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "support/whole.hpp"

using namespace readout;

namespace {

struct Case {
  std::string name;  // "doha.brief", "specimen.minutes", "specimen.brief.ar"
  press::Job job;
};

std::vector<std::string> briefs_in(const std::string& folder) {
  DiskFiles disk;
  std::vector<std::string> paths;
  for (const std::string& name : disk.list(test::root() + "/" + folder))
    if (name.ends_with(".toml")) paths.push_back(folder + "/" + name);
  return paths;
}

std::vector<Case> cases() {
  std::vector<std::string> paths = briefs_in("input");
  for (const std::string& path : briefs_in("tests/golden")) paths.push_back(path);
  std::vector<Case> out;
  for (const std::string& path : paths) {
    const std::string file = file_name_of(path);
    const std::string stem = file.substr(0, file.size() - std::string_view(".toml").size());
    for (const char* design : {"brief", "minutes", "readout"}) {
      Case one{stem + "." + design, test::Whole::job(path)};
      one.job.design = design;
      out.push_back(one);
    }
    if (stem == "doha" || stem == "specimen") {
      out.push_back({stem + ".brief.ar", test::Whole::job(path)});
      out.back().job.lang = "ar";
    }
    if (stem == "specimen") {
      out.push_back({stem + ".brief.bilingual", test::Whole::job(path)});
      out.back().job.edition = "bilingual";
    }
  }
  Case other{"doha.other", test::Whole::job("input/doha.toml")};
  other.job.design = test::root() + "/tests/templates/other.toml";
  out.push_back(other);
  return out;
}

bool updating() { return std::getenv("READOUT_UPDATE") != nullptr; }

// "line 12:\n- expected\n+ got", where the two part.
std::string difference(const std::string& expected, const std::string& got) {
  std::size_t line = 1, begin = 0;
  const std::size_t common = std::min(expected.size(), got.size());
  for (std::size_t i = 0; i < common && expected[i] == got[i]; ++i)
    if (got[i] == '\n') {
      ++line;
      begin = i + 1;
    }
  const auto line_at = [&](const std::string& text) {
    return begin >= text.size() ? std::string("(the end)") : text.substr(begin, text.find('\n', begin) - begin);
  };
  return "line " + std::to_string(line) + ":\n- " + line_at(expected) + "\n+ " + line_at(got);
}

void check_golden(const std::string& name, const std::string& got) {
  DiskFiles disk;
  const std::string path = test::root() + "/tests/golden/expected/" + name + ".txt";
  if (updating()) {
    REQUIRE(disk.write(path, got).empty());
    return;
  }
  const Read expected = disk.read(path);
  REQUIRE_MESSAGE(expected.bytes.has_value(), path, ": ", expected.why, "; READOUT_UPDATE=1 writes it");
  const bool same = *expected.bytes == got;  // compared apart, so that a failure does not print both in full
  CHECK_MESSAGE(same, name, ", ", difference(*expected.bytes, got));
}

}  // namespace

TEST_CASE("every brief in every template") {
  test::Whole whole;
  for (const Case& one : cases()) {
    CAPTURE(one.name);
    check_golden(one.name + ".pages", whole.dump(one.job, press::Stage::pages));
    check_golden(one.name + ".tags", whole.dump(one.job, press::Stage::tags));
  }
}

TEST_CASE("a golden that differs is seen") {
  CHECK(difference("a\nb\nc\n", "a\nx\nc\n") == "line 2:\n- b\n+ x");
  CHECK(difference("a\n", "a\nb\n") == "line 2:\n- (the end)\n+ b");
}
