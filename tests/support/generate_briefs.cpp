// generate_briefs --seed N --count K --pages MOST --out DIR: writes invented briefs, and how each is to be built.
//
// DIR gets brief-SEED.toml for the seeds N to N+K-1, and a file "arguments" with a line for each:
// FILE, template, language, paper, with tabs between. DIR/images must hold the pictures (generator.hpp).
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include "support/generator.hpp"

namespace {

bool number(const std::string& text, std::uint64_t& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

bool write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  return out.good();
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, std::string> options{{"--seed", "1"}, {"--count", "1"}, {"--pages", "40"}, {"--out", ""}};
  bool usable = argc % 2 == 1;
  for (int i = 1; usable && i + 1 < argc; i += 2) {
    usable = options.contains(argv[i]);
    options[argv[i]] = argv[i + 1];
  }
  std::uint64_t seed = 0, count = 0, pages = 0;
  usable = usable && number(options["--seed"], seed) && number(options["--count"], count) &&
           number(options["--pages"], pages) && pages > 0 && !options["--out"].empty();
  if (!usable) {
    std::fputs("usage: generate_briefs [--seed N] [--count K] [--pages MOST] --out DIR\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = options["--out"];
  std::filesystem::create_directories(folder);
  std::string arguments;
  for (std::uint64_t one = seed; one < seed + count; ++one) {
    const auto brief = readout::test::generate_brief(one, readout::test::pages_by_lot(one, pages));
    const std::string name = "brief-" + std::to_string(one) + ".toml";
    if (!write(folder / name, brief.toml)) return 3;
    arguments += name + "\t" + brief.design + "\t" + brief.lang + "\t" + brief.paper + "\n";
  }
  return write(folder / "arguments", arguments) ? 0 : 3;
}
