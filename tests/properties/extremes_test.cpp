// Briefs with extreme content: each becomes a PDF or is told why not, and no letter is lost without a word.
//
// That the work grows with the size and no faster is counted by work.py, which runs the last test case of this file
// under Valgrind: a clock on a machine with other work would tell more of that.
//
// READOUT_EXTREMES="SEED COUNT SCALE" tries others (scripts/soak: larger ones). READOUT_EXTREMES_OUT=DIR also writes
// the briefs that become PDFs into that folder, for programs of others to judge.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "base/utf8.hpp"
#include "layout/document.hpp"
#include "support/extremes.hpp"
#include "support/whole.hpp"
#include "text/characters.hpp"
#include "text/shape.hpp"

using namespace readout;

/// Where work.py has the count of a build put down; Callgrind knows it by its plain name.
extern "C" [[gnu::noinline]] void extreme_built() { asm volatile(""); }

namespace {

struct Tried {
  bool built = false;
  std::u32string on_pages;
  std::vector<Diagnostic> told;
};

/// What work.py counts the instructions of, by this name.
[[gnu::noinline]] bool extreme_build(const press::Job& job, const press::Workshop& workshop, Diagnostics& diags) {
  return press::build(job, workshop, diags);
}

Tried try_brief(test::Whole& whole, const std::string& toml) {
  const std::string path = test::root() + "/input/extreme.toml", out = "/out/extreme.pdf";
  whole.files.files[path] = toml;
  whole.files.files.erase(out);
  press::Job job = test::Whole::job(path);
  job.out = out;
  Diagnostics diags;
  Tried tried;
  tried.built = extreme_build(job, whole.workshop(), diags);
  CHECK(tried.built != diags.has_errors());
  CHECK(tried.built == whole.files.files.contains(out));
  tried.told = diags.sorted();
  if (!tried.built) return tried;
  for (const auto& page : whole.document(job).pages)
    for (const auto& item : page.items)
      if (const auto* run = std::get_if<layout::PlacedRun>(&item)) tried.on_pages += utf8::to_utf32(run->text);
  return tried;
}

/// Letters count as capitals, which some styles set; what is not seen and where lines break does not count.
std::map<char32_t, long> letters_of(const std::u32string& text) {
  std::map<char32_t, long> letters;
  for (const char32_t c : utf8::to_utf32(text::upper_case(utf8::from_utf32(text)))) {
    const bool seen = !text::is_space(c) && !text::is_default_ignorable(c) && c > U' ' && c != U'-' && c != 0x640 &&
                      c != 0x2010 && (c < 0x2000 || c > 0x206F);
    if (seen) ++letters[c];
  }
  return letters;
}

std::string lost_in(const Tried& tried, const std::u32string& printed) {
  const auto there = letters_of(tried.on_pages);
  std::string lost;
  for (const auto& [letter, count] : letters_of(printed)) {
    const auto found = there.find(letter);
    const long stands = found == there.end() ? 0 : found->second;
    if (stands < count) lost += fmt::format("{} {} of {}; ", utf8::name_of(letter), stands, count);
  }
  return lost;
}

/// The characters that were told to be in no typeface.
std::u32string no_glyphs(const std::vector<Diagnostic>& told) {
  std::u32string out;
  for (const Diagnostic& d : told)
    if (d.code == "font.no-character")
      out += static_cast<char32_t>(std::strtoul(d.message.c_str() + d.message.rfind("U+") + 2, nullptr, 16));
  return out;
}

bool may_be_told(std::string_view kind, const std::vector<Diagnostic>& told) {
  for (const Diagnostic& d : told) {
    if (d.severity != Severity::error) continue;
    const bool expected = (kind == "columns" && d.code == "layout.columns") ||
                          (kind == "directions" && (d.code == "brief.isolate" || d.code == "brief.direction")) ||
                          d.code == "font.no-character";
    if (!expected) return false;
  }
  return true;
}

void keep(std::string_view kind, std::uint64_t seed, const std::string& toml) {
  const char* folder = std::getenv("READOUT_EXTREMES_OUT");
  if (folder == nullptr) return;
  std::ofstream file(fmt::format("{}/extreme-{}-{}.toml", folder, kind, seed), std::ios::binary);
  file << toml;
}

std::string texts_of(const std::vector<Diagnostic>& told) {
  std::string out;
  for (const Diagnostic& d : told) out += d.code + ": " + d.message.substr(0, 100) + "\n";
  return out.substr(0, 1000);
}

void look_at(test::Whole& whole, std::string_view kind, std::size_t size, std::uint64_t seed) {
  auto brief = test::extreme_brief(kind, size, seed);
  Tried tried = try_brief(whole, brief.toml);
  CHECK_MESSAGE(may_be_told(kind, tried.told), kind, " ", seed, ": ", texts_of(tried.told));
  std::u32string missing = no_glyphs(tried.told);
  if (!missing.empty()) {
    for (std::u32string more = missing; !more.empty(); missing += more) {  // of a kind of fault a hundred are told
      brief = test::extreme_brief(kind, size, seed, missing);
      tried = try_brief(whole, brief.toml);
      more = no_glyphs(tried.told);
    }
    CHECK_MESSAGE(tried.built, kind, " ", seed, ", without what no typeface has: ", texts_of(tried.told));
  }
  if (!tried.built) return;
  CHECK_MESSAGE(lost_in(tried, brief.printed).empty(), kind, " ", seed, ": lost ", lost_in(tried, brief.printed));
  keep(kind, seed, brief.toml);
}

}  // namespace

TEST_CASE("extreme content is set whole, or told") {
  std::uint64_t first = 1, count = 3;
  double scale = 1;
  if (const char* asked = std::getenv("READOUT_EXTREMES")) std::istringstream(asked) >> first >> count >> scale;
  test::Whole whole;
  for (const std::string_view kind : test::extreme_kinds())
    for (std::uint64_t seed = first; seed < first + count; ++seed)
      look_at(whole, kind, 1 + static_cast<std::size_t>(scale * static_cast<double>(test::usual_size(kind))), seed);
}

TEST_CASE("columns that fit are set") {
  test::Whole whole;
  for (const std::size_t columns : {1U, 2U, 5U, 12U}) look_at(whole, "columns", columns, 1);
}

TEST_CASE("a letter that is lost is seen") {
  test::Whole whole;
  const auto brief = test::extreme_brief("word", 50, 1);
  Tried tried = try_brief(whole, brief.toml);
  REQUIRE(tried.built);
  CHECK(lost_in(tried, brief.printed).empty());
  tried.on_pages.erase(std::remove(tried.on_pages.begin(), tried.on_pages.end(), brief.printed.back()),
                       tried.on_pages.end());
  CHECK_FALSE(lost_in(tried, brief.printed).empty());
}

// Builds alone, one after the other, and tells which; the first of all opens the faces. In a thread, whose heap is
// mapped: Valgrind gives brk() eight megabytes, and malloc leaves ENOMEM when it goes on without.
TEST_CASE("a quarter and the whole of each kind, for work.py" * doctest::skip()) {
  test::Whole whole;
  const auto build = [&](std::string_view kind, std::size_t size) {
    const std::string path = test::root() + "/input/extreme.toml";
    whole.files.files[path] = test::extreme_brief(kind, size, 7).toml;
    press::Job job = test::Whole::job(path);
    job.out = "/out/extreme.pdf";
    Diagnostics diags;
    static_cast<void>(extreme_build(job, whole.workshop(), diags));
    extreme_built();
    fmt::print("built {} {}\n", kind, size);
  };
  std::thread([&] {
    for (int twice = 0; twice < 2; ++twice) build("nothing", 1);
    for (const std::string_view kind : test::extreme_kinds()) {
      if (kind == "nothing" || kind == "blocks") continue;  // it has no size; more of them are other characters
      for (const std::size_t part : {4U, 1U}) build(kind, test::usual_size(kind) / part);
    }
  }).join();
}
