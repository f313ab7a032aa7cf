// invent_talks --out DIR [--pages P] [--count K] [--seed N]: writes talks-N.toml to talks-(N+K-1).toml, each of about
// P pages, and the same as tab-separated lines in talks-N.lines.
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "bench/talks.hpp"

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
  std::map<std::string, std::string> options{{"--seed", "1"}, {"--count", "1"}, {"--pages", "2"}, {"--out", ""}};
  bool usable = argc % 2 == 1;
  for (int i = 1; usable && i + 1 < argc; i += 2) {
    usable = options.contains(argv[i]);
    options[argv[i]] = argv[i + 1];
  }
  std::uint64_t seed = 0, count = 0, pages = 0;
  usable = usable && number(options["--seed"], seed) && number(options["--count"], count) &&
           number(options["--pages"], pages) && pages > 0 && !options["--out"].empty();
  if (!usable) {
    std::fputs("usage: invent_talks --out DIR [--pages P] [--count K] [--seed N]\n", stderr);
    return 2;
  }
  const std::filesystem::path folder = options["--out"];
  std::filesystem::create_directories(folder);
  for (std::uint64_t one = seed; one < seed + count; ++one) {
    const auto talks = readout::bench::invent(one, pages);
    const std::filesystem::path stem = folder / ("talks-" + std::to_string(one));
    if (!write(stem.string() + ".toml", as_toml(talks)) || !write(stem.string() + ".lines", as_lines(talks))) return 3;
  }
  return 0;
}
