// Any bytes as a PDF: verified, compared and unpacked, or told why not; nothing is written outside of its folder.
#include "archive/compare.hpp"
#include "fuzz/shop.hpp"
#include "press/verify.hpp"

namespace {

using namespace readout;

/// The PDF of a small brief, which the others are compared with.
const std::string& reference() {
  static const std::string bytes = [] {
    MemoryFiles files = fuzz::files_with(fuzz::brief_path,
                                         "readout = 1\n[document]\ntitle = \"Talks\"\nsummary = \"What was said.\"\n");
    press::Job job;
    job.brief = fuzz::brief_path;
    job.out = fuzz::pdf_path;
    fuzz::build_brief(files, job);
    return files.files[fuzz::pdf_path];
  }();
  return bytes;
}

void compare(std::string_view bytes) {
  constexpr archive::Limits limits{std::size_t{4} << 20U, 100};
  Diagnostics diags;
  const auto given = archive::PdfFile::open(std::string(bytes), "given.pdf", diags);
  // Never destroyed: libqpdf's own statics may be gone by then.
  static const auto& expected = *new auto(archive::PdfFile::open(reference(), "expected.pdf", diags));
  fuzz::demand(expected.has_value(), "the reference cannot be read");
  if (given) {
    const auto found = archive::compare(*given, *expected, diags, 20, limits);
    fuzz::demand(found.has_value() != diags.has_errors(), "an answer and an error, or neither");
    if (found)
      for (const archive::Difference& difference : *found) static_cast<void>(press::describe(difference));
  }
  fuzz::show(diags);
}

void verify(MemoryFiles& files) {
  Diagnostics diags;
  const press::Verification answer = press::verify("/fuzz/given.pdf", fuzz::workshop(files), diags);
  fuzz::demand((answer.verdict == press::Verdict::unknown) == diags.has_errors(), "no verdict and no error, or both");
  fuzz::show(diags);
}

void extract(MemoryFiles& files) {
  Diagnostics diags;
  const auto written = press::extract("/fuzz/given.pdf", "/fuzz/out", files, diags);
  for (const std::string& path : written) fuzz::demand(path.starts_with("/fuzz/out/"), "written elsewhere");
  for (const auto& [path, bytes] : files.files)
    fuzz::demand(path == "/fuzz/given.pdf" || path.starts_with("/fuzz/out/"), "written elsewhere");
  fuzz::show(diags);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::view(data, size);
  MemoryFiles files = fuzz::files_with("/fuzz/given.pdf", bytes);
  compare(bytes);
  verify(files);
  extract(files);
  return 0;
}
