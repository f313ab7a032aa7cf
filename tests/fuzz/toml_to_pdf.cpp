// Any bytes as a brief, in memory: told as faults or set as a PDF, never a crash, a hang or a leak.
// Run: build/fuzz/tests/fuzz_toml_to_pdf CORPUS input/   (preset fuzz; tests/diagnostics/ makes good seeds)
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

#include "press/build.hpp"
#include "press/data.hpp"

namespace {

using namespace readout;

struct Shop {
  DiskFiles disk;
  Diagnostics diags;
  std::optional<text::FontBook> fonts = press::open_fonts({READOUT_ROOT}, disk, diags);
};

/// Without the fonts nothing would be tried: that is told, and is no pass.
Shop& shop() {
  static Shop shop;
  if (!shop.fonts) {
    std::fputs(render_text(shop.diags).c_str(), stderr);
    std::abort();
  }
  return shop;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // Templates are read from the tree; the brief's own folder holds nothing but the brief.
  MemoryFiles files;
  files.below = &shop().disk;
  files.files["/fuzz/brief.toml"] = std::string(reinterpret_cast<const char*>(data), size);
  press::Job job;
  job.brief = "/fuzz/brief.toml";
  job.out = "/fuzz/brief.pdf";
  Diagnostics diags;
  const press::Workshop workshop{files, *shop().fonts, READOUT_ROOT "/templates"};
  const bool built = press::build(job, workshop, diags);
  if (built == diags.has_errors()) __builtin_trap();  // a PDF or a fault, never both or neither
  static_cast<void>(render_text(diags));
  return 0;
}
