// generate_briefs --seed N --count K --pages MOST --out DIR: writes invented briefs, and how each is to be built.
//
// DIR gets brief-SEED.toml for the seeds N to N+K-1, and a file "arguments" with a line for each:
// FILE, template, language, paper, with tabs between. DIR/images must hold the pictures (generator.hpp).
#include <string>

#include "support/generator.hpp"
#include "support/inventing.hpp"

int main(int argc, char** argv) {
  using namespace readout::test;
  const auto asked = read_inventing(argc, argv, 40, "generate_briefs [--seed N] [--count K] [--pages MOST] --out DIR");
  if (!asked) return 2;
  std::string arguments;
  for (std::uint64_t one = asked->seed; one < asked->seed + asked->count; ++one) {
    const auto brief = generate_brief(one, pages_by_lot(one, asked->pages));
    const std::string name = "brief-" + std::to_string(one) + ".toml";
    if (!write_whole(asked->folder / name, brief.toml)) return 3;
    arguments += name + "\t" + brief.design + "\t" + brief.lang + "\t" + brief.paper + "\n";
  }
  return write_whole(asked->folder / "arguments", arguments) ? 0 : 3;
}
