#include "support/inventing.hpp"

#include <charconv>
#include <cstdio>
#include <fstream>
#include <map>

namespace readout::test {
namespace {

bool number(const std::string& text, std::uint64_t& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::optional<Inventing> read_inventing(int argc, char** argv, std::uint64_t pages, const char* usage) {
  std::map<std::string, std::string> options{
      {"--seed", "1"}, {"--count", "1"}, {"--pages", std::to_string(pages)}, {"--out", ""}};
  bool usable = argc % 2 == 1;
  for (int i = 1; usable && i + 1 < argc; i += 2) {
    usable = options.contains(argv[i]);
    options[argv[i]] = argv[i + 1];
  }
  Inventing out;
  usable = usable && number(options["--seed"], out.seed) && number(options["--count"], out.count) &&
           number(options["--pages"], out.pages) && out.pages > 0 && !options["--out"].empty();
  if (!usable) {
    std::fprintf(stderr, "usage: %s\n", usage);
    return std::nullopt;
  }
  out.folder = options["--out"];
  std::filesystem::create_directories(out.folder);
  return out;
}

bool write_whole(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  return out.good();
}

}  // namespace readout::test
