// The stages of a build, each by itself, under Google Benchmark. scripts/bench runs it.
//
// A stage is what a TIMED line of the program measures (base/timing.hpp); the build around it is not counted. Talks of
// two pages are a brief, those of sixty a report. "warm" builds remember what the one before them shaped and cut.
#include <benchmark/benchmark.h>

#include <map>
#include <string>

#include "base/timing.hpp"
#include "bench/talks.hpp"
#include "press/build.hpp"
#include "press/data.hpp"

namespace {

using namespace readout;

struct World {
  DiskFiles disk;
  MemoryFiles files;
  Diagnostics diags;
  press::DataFolder data{READOUT_ROOT};
  text::FontBook fonts;

  World() {
    files.below = &disk;
    if (auto opened = press::open_fonts(data, files, diags)) fonts = std::move(*opened);
  }
};

World& world() {
  static World only;
  return only;
}

std::string brief_of(std::int64_t pages) {
  const std::string path = "talks-" + std::to_string(pages) + ".toml";
  std::string& text = world().files.files[path];
  if (text.empty()) text = bench::as_toml(bench::invent(1, static_cast<std::size_t>(pages)));
  return path;
}

void measure(benchmark::State& state, const std::string& stage) {
  World& in = world();
  const press::Workshop workshop{in.files, in.fonts, in.data.templates()};
  press::Job job;
  job.brief = brief_of(state.range(0));
  job.out = "out.pdf";
  for ([[maybe_unused]] auto _ : state) {
    Timings timings;
    Diagnostics diags;
    const TimingScope scope(&timings);
    if (!press::build(job, workshop, diags)) state.SkipWithError("the talks could not be built");
    const auto found = timings.find(stage);
    if (found == timings.end()) state.SkipWithError("there is no such stage");
    else state.SetIterationTime(std::chrono::duration<double>(found->second.total).count());
  }
}

}  // namespace

int main(int argc, char** argv) {
  for (const char* stage :
       {"read.brief", "read.template", "tell", "lay_out", "layout.shape", "layout.break_lines", "pdf.judge",
        "write.pdf", "pdf.cut", "pdf.fonts", "pdf.pages", "pdf.tags", "pdf.save", "build"})
    benchmark::RegisterBenchmark(stage, measure, std::string(stage))
        ->Arg(2)
        ->Arg(60)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
