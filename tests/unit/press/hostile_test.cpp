// PDFs that were damaged by chance: thousands of mutants by seed are compared, some hundred verified and unpacked. Each
// is answered, and nothing is written outside of the folder that was named. tests/cli/hostile.sh has those made with
// intent; tests/fuzz/pdfs.cpp goes on for as long as it is let.
#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>

#include "archive/compare.hpp"
#include "press/verify.hpp"
#include "support/whole.hpp"

using namespace readout;

namespace {

/// Numbers by seed, the same everywhere (Steele, Lea, Flood: SplitMix64).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t n) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % n);
  }

 private:
  std::uint64_t state_;
};

std::string mutant(const std::string& pdf, std::uint64_t seed) {
  Dice dice(seed);
  std::string out = pdf;
  const std::size_t changes = 1 + dice.below(3);
  for (std::size_t i = 0; i < changes && out.size() > 64; ++i) {
    const std::size_t at = dice.below(out.size()), length = 1 + dice.below(std::min<std::size_t>(200, out.size() - at));
    switch (dice.below(6)) {
      case 0: out[at] = static_cast<char>(static_cast<unsigned char>(out[at]) ^ (1U << dice.below(8))); break;
      case 1: out[at] = static_cast<char>(dice.below(256)); break;
      case 2: out.erase(at, length); break;
      case 3: out.insert(at, out.substr(dice.below(out.size() - length + 1), length)); break;
      case 4: out.resize(out.size() - dice.below(out.size() / 8)); break;
      default:  // a number becomes another: offsets, lengths, counts, references
        if (const std::size_t digit = out.find_first_of("0123456789", at); digit != std::string::npos)
          out[digit] = static_cast<char>('0' + dice.below(10));
    }
  }
  return out;
}

std::size_t wanted(const char* variable, std::size_t otherwise) {
  const char* asked = std::getenv(variable);
  return asked == nullptr ? otherwise : static_cast<std::size_t>(std::strtoul(asked, nullptr, 10));
}

std::string pdf_of(test::Whole& whole, const char* profile) {
  whole.files.files["in/talks.toml"] =
      std::string(
          "readout = 1\n[document]\ntitle = { en = \"Talks\", ar = \"محادثات\" }\nlang = [\"en\", \"ar\"]\n"
          "summary = \"What *was* said of the river.\"\n[[discussion]]\nheading = \"Gauges\"\ntext = \"Seven are "
          "agreed.\"\n"
          "[[step]]\ntext = \"Meet again.\"\nowner = \"All\"\n[archive]\nprofile = \"") +
      profile + "\"\n";
  press::Job job;
  job.brief = "in/talks.toml";
  job.out = "/out/talks.pdf";
  Diagnostics diags;
  const bool built = press::build(job, whole.workshop(), diags);
  INFO(render_text(diags));
  REQUIRE(built);
  return whole.files.files.at("/out/talks.pdf");
}

void verify_and_extract(test::Whole& whole, const std::string& bytes) {
  whole.files.files = {{"/given.pdf", bytes}};
  Diagnostics diags;
  const press::Verification answer = press::verify("/given.pdf", whole.workshop(), diags);
  CHECK((answer.verdict == press::Verdict::unknown) == diags.has_errors());
  Diagnostics more;
  (void)press::extract("/given.pdf", "/into", whole.files, more);
  for (const auto& [path, content] : whole.files.files) {
    const bool inside = path == "/given.pdf" || path.starts_with("/into/");
    CHECK_MESSAGE(inside, path);
  }
}

}  // namespace

TEST_CASE("damaged PDFs are answered, whatever the damage") {
  test::Whole whole;
  const std::size_t compared = wanted("READOUT_MUTANTS", 1500), verified = compared / 20;
  for (const char* profile : {"a-3a+ua-1", "a-4f+ua-2"}) {
    const std::string pdf = pdf_of(whole, profile);
    Diagnostics none;
    const auto expected = archive::PdfFile::open(pdf, "expected.pdf", none);
    REQUIRE(expected.has_value());
    std::size_t readable = 0, different = 0;
    for (std::size_t seed = 0; seed < compared; ++seed) {
      CAPTURE(seed);
      Diagnostics diags;
      const auto given = archive::PdfFile::open(mutant(pdf, seed), "given.pdf", diags);
      if (!given) {
        CHECK(diags.has_errors());
        continue;
      }
      ++readable;
      const auto files = archive::embedded_files(*given, diags);
      CHECK(files.has_value() != diags.has_errors());
      Diagnostics own;
      const auto found = archive::compare(*given, *expected, own);
      CHECK(found.has_value() != own.has_errors());
      if (found && !found->empty()) ++different;
      if (found)
        for (const archive::Difference& difference : *found) (void)press::describe(difference);
    }
    // The mutants are neither all unreadable nor all harmless, or the test would say nothing.
    CHECK(readable > compared / 10);
    CHECK(different > compared / 200);
    for (std::size_t seed = 0; seed < verified; ++seed) {
      CAPTURE(seed);
      verify_and_extract(whole, mutant(pdf, 1'000'000 + seed));
    }
  }
}
