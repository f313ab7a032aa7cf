// The command line that the programs share which invent briefs by seed: --seed N --count K --pages P --out DIR.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace readout::test {

struct Inventing {
  std::uint64_t seed = 1, count = 1, pages = 0;  ///< pages: of each, about or at most
  std::filesystem::path folder;
};

/// Gives the options and makes the folder; nullopt, with `usage` on standard error, when they do not hold together.
/// `pages` is what holds when --pages is not said.
[[nodiscard]] std::optional<Inventing> read_inventing(int argc, char** argv, std::uint64_t pages, const char* usage);

/// True when all bytes are in the file.
[[nodiscard]] bool write_whole(const std::filesystem::path& path, const std::string& bytes);

}  // namespace readout::test
