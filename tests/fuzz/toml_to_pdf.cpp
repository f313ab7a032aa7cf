// Any bytes as a brief, in memory: told as faults or set as a PDF, never a crash, a hang or a leak.
#include <optional>

#include "fuzz/shop.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  // One memory for many runs, as in a batch; begun anew now and then, so that a find can be had again.
  static std::optional<press::Memory> memory;
  static unsigned runs = 0;
  if (runs++ % 64 == 0) memory.emplace();
  MemoryFiles files = fuzz::files_with(fuzz::brief_path, fuzz::view(data, size));
  press::Job job;
  job.brief = fuzz::brief_path;
  job.out = fuzz::pdf_path;
  fuzz::build_brief(files, job, &*memory);
  return 0;
}
