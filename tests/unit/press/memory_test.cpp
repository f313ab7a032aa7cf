#include "press/memory.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "press/batch.hpp"
#include "press/design.hpp"
#include "support/whole.hpp"

using namespace readout;

namespace {

/// Every brief of the tree in every shipped template, each of its languages and both side by side, twice, so that what
/// is remembered is used.
std::vector<press::Job> all_jobs(test::Whole& whole) {
  std::vector<press::Job> jobs;
  const std::vector<std::string> designs = press::shipped_designs(whole.workshop().templates, whole.files);
  REQUIRE(designs.size() >= 3);
  for (int round = 0; round < 2; ++round)
    for (const std::string& file : whole.files.list(READOUT_ROOT "/input"))
      for (const std::string& design : designs)
        for (const std::string lang : {"", "en", "ar", "bilingual"}) {
          if (!file.ends_with(".toml")) continue;
          press::Job job = test::Whole::job("input/" + file);
          job.design = design;
          if (lang == "bilingual") job.edition = lang;
          else if (!lang.empty()) job.lang = lang;
          job.out = "/out/" + std::to_string(jobs.size()) + ".pdf";
          jobs.push_back(job);
        }
  return jobs;
}

struct Outcome {
  std::map<std::string, std::string> files;
  std::vector<std::string> told;
};

Outcome build(const std::vector<press::Job>& jobs, bool remember, test::Whole& whole) {
  Outcome outcome;
  press::BatchOptions options;
  options.remember = remember;
  press::build_all(jobs, whole.workshop(), options, [&](const press::Result& result) {
    for (const std::string& code : test::codes(result.diags)) outcome.told.push_back(code);
  });
  outcome.files = std::move(whole.files.files);
  whole.files.files.clear();
  return outcome;
}

}  // namespace

TEST_CASE("what is remembered changes no byte") {
  test::Whole whole;
  const auto jobs = all_jobs(whole);
  const Outcome with = build(jobs, true, whole), without = build(jobs, false, whole);
  REQUIRE(with.files.size() >= 2 * 3 * 6);  // not all briefs are in both languages, and some have too little to say
  CHECK(with.files.size() == without.files.size());
  for (const auto& [path, bytes] : without.files) CHECK_MESSAGE(with.files.at(path) == bytes, path);
  CHECK(with.told == without.told);
}

TEST_CASE("a template is remembered for the languages of a brief, and not for those of the next") {
  test::Whole whole;
  std::vector<press::Job> jobs;
  for (const char* lang : {"en", "fr", "en", "ar-IQ", "fr"}) {
    const std::string number = std::to_string(jobs.size());
    press::Job job;
    job.brief = "in/" + number + ".toml";
    job.out = "/out/" + number + ".pdf";
    whole.files.files[job.brief] = std::string("readout = 1\n[document]\nlang = \"") + lang +
                                   "\"\ntitle = \"Call\"\nsummary = \"Qatar 2030\"\n[meeting]\ndate = 2026-03-17\n";
    jobs.push_back(job);
  }
  const auto inputs = whole.files.files;
  const Outcome with = build(jobs, true, whole);
  whole.files.files = inputs;
  const Outcome without = build(jobs, false, whole);
  REQUIRE(without.files.contains("/out/4.pdf"));
  CHECK(with.told == without.told);
  for (const auto& [path, bytes] : without.files) CHECK_MESSAGE(with.files.at(path) == bytes, path);
  CHECK(with.files.at("/out/1.pdf").size() != with.files.at("/out/2.pdf").size());
}

TEST_CASE("a template whose faults are told is not remembered, so that each brief is told") {
  test::Whole whole;
  whole.files.files["own/bad.toml"] = "extends = \"brief\"\n[page]\nmargn = 1\n";
  std::vector<press::Job> jobs;
  for (int i = 0; i < 3; ++i) {
    press::Job job = test::Whole::job("input/minimal.toml");
    job.design = "own/bad.toml";
    jobs.push_back(job);
  }
  const Outcome outcome = build(jobs, true, whole);
  CHECK(outcome.told.size() >= 3);
  CHECK(outcome.told.size() % 3 == 0);
}

TEST_CASE("a remembered template is used where its files get the same numbers, and nowhere else") {
  test::Whole whole;
  press::Memory memory;
  press::Workshop workshop = whole.workshop();
  workshop.memory = &memory;
  const press::Job job = test::Whole::job("input/doha.toml");
  Diagnostics first, second, shifted;
  const auto a = press::read_edition(job, workshop, first);
  REQUIRE(memory.designs.size() == 1);
  const auto b = press::read_edition(job, workshop, second);
  shifted.sources.add("another", "text\n");
  const auto c = press::read_edition(job, workshop, shifted);
  REQUIRE(a);
  REQUIRE(b);
  REQUIRE(c);
  CHECK(a->design->span == b->design->span);
  CHECK(model::dump(*a->design) == model::dump(*b->design));
  CHECK(model::dump(*a->design) == model::dump(*c->design));
  CHECK(c->design->span.file == a->design->span.file + 1);
  CHECK(shifted.sources[c->design->span.file].name() == first.sources[a->design->span.file].name());
}
