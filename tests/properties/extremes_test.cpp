// Briefs with extreme content: each becomes a PDF or is told why not, in time that grows with its size and no faster,
// and no letter is lost without a word.
//
// READOUT_EXTREMES="SEED COUNT SCALE" tries others (scripts/soak: larger ones). READOUT_EXTREMES_OUT=DIR also writes
// the briefs that become PDFs into that folder, for programs of others to judge.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "base/utf8.hpp"
#include "layout/document.hpp"
#include "support/extremes.hpp"
#include "support/whole.hpp"
#include "text/characters.hpp"
#include "text/shape.hpp"

using namespace readout;

namespace {

/// How much of each: so much that a hang is seen, so little that sanitizers do not make it one.
std::size_t size_of(std::string_view kind) {
  static const std::map<std::string_view, std::size_t> sizes{
      {"blanks", 4000},  {"blocks", 3},        {"cell", 8000},  {"columns", 500},    {"directions", 60},
      {"headings", 100}, {"lists", 600},       {"markup", 600}, {"notes", 300},      {"nothing", 1},
      {"people", 500},   {"paragraphs", 1000}, {"narrow", 40},  {"rows", 500},       {"stacks", 2000},
      {"steps", 400},    {"title", 200},       {"word", 5000},  {"zero-width", 4000}};
  return sizes.at(kind);
}

struct Tried {
  bool built = false;
  std::u32string on_pages;
  std::vector<Diagnostic> told;
  double seconds = 0;  ///< of CPU
  std::size_t bytes = 0;
};

Tried try_brief(test::Whole& whole, const std::string& toml) {
  const std::string path = test::root() + "/input/extreme.toml", out = "/out/extreme.pdf";
  whole.files.files[path] = toml;
  whole.files.files.erase(out);
  press::Job job = test::Whole::job(path);
  job.out = out;
  Diagnostics diags;
  Tried tried;
  const std::clock_t begin = std::clock();
  tried.built = press::build(job, whole.workshop(), diags);
  tried.seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  CHECK(tried.built != diags.has_errors());
  CHECK(tried.built == whole.files.files.contains(out));
  tried.told = diags.sorted();
  if (!tried.built) return tried;
  tried.bytes = whole.files.files[out].size();
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

/// The least of three runs: others on the machine only ever add to a time.
double seconds_for(test::Whole& whole, std::string_view kind, std::size_t size) {
  const std::string toml = test::extreme_brief(kind, size, 7).toml;
  double least = std::numeric_limits<double>::max();
  for (int run = 0; run < 3; ++run) least = std::min(least, try_brief(whole, toml).seconds);
  return least;
}

}  // namespace

TEST_CASE("extreme content is set whole, or told") {
  std::uint64_t first = 1, count = 3;
  double scale = 1;
  if (const char* asked = std::getenv("READOUT_EXTREMES")) std::istringstream(asked) >> first >> count >> scale;
  test::Whole whole;
  for (const std::string_view kind : test::extreme_kinds())
    for (std::uint64_t seed = first; seed < first + count; ++seed)
      look_at(whole, kind, 1 + static_cast<std::size_t>(scale * static_cast<double>(size_of(kind))), seed);
}

TEST_CASE("columns that fit are set") {
  test::Whole whole;
  for (const std::size_t columns : {1U, 2U, 5U, 12U}) look_at(whole, "columns", columns, 1);
}

TEST_CASE("four times as much takes about four times as long") {
  test::Whole whole;
  static_cast<void>(try_brief(whole, test::extreme_brief("word", 500, 1).toml));  // faces are opened
  for (const std::string_view kind : test::extreme_kinds()) {
    const double once = seconds_for(whole, kind, size_of(kind)), more = seconds_for(whole, kind, 4 * size_of(kind));
    // Generous: what is quadratic takes sixteen times as long.
    CHECK_MESSAGE(more < 9 * once + 0.05, kind, ": ", once, " s, four times as much ", more, " s");
  }
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
