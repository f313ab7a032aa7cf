// invent_talks --out DIR [--pages P] [--count K] [--seed N]: writes talks-N.toml to talks-(N+K-1).toml, each of about
// P pages, and the same as tab-separated lines in talks-N.lines.
#include <string>

#include "bench/talks.hpp"
#include "support/inventing.hpp"

int main(int argc, char** argv) {
  const auto asked =
      readout::test::read_inventing(argc, argv, 2, "invent_talks --out DIR [--pages P] [--count K] [--seed N]");
  if (!asked) return 2;
  for (std::uint64_t one = asked->seed; one < asked->seed + asked->count; ++one) {
    const auto talks = readout::bench::invent(one, asked->pages);
    const std::filesystem::path stem = asked->folder / ("talks-" + std::to_string(one));
    if (!readout::test::write_whole(stem.string() + ".toml", as_toml(talks)) ||
        !readout::test::write_whole(stem.string() + ".lines", as_lines(talks)))
      return 3;
  }
  return 0;
}
