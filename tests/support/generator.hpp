// Invented briefs: valid TOML from a seed, for tests that want many documents rather than a few good ones.
//
// A brief has any of the sections, people, scripts, lists, tables, notes, links, images and settings that the
// vocabulary knows, and from less than one page to forty. The same seed gives the same brief for good, as long as this
// generator is not changed; a fault that a seed found is best kept as a file of its own.
#pragma once
#include <cstdint>
#include <string>

namespace readout::test {

struct Brief {
  std::string toml;
  std::string design, lang, paper;  ///< arguments for the build; empty: none
};

/// The pictures that a brief may name, in the folder images/ beside it: those of input/images.
/// Gives: a brief of about `pages` pages, which the program builds without an error; warnings may come.
[[nodiscard]] Brief generate_brief(std::uint64_t seed, std::size_t pages);

/// The number of pages of the brief with that seed in a tier whose longest ones have `most`: many short ones.
[[nodiscard]] std::size_t pages_by_lot(std::uint64_t seed, std::size_t most);

}  // namespace readout::test
