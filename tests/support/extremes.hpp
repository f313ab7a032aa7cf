// Valid briefs with extreme content: one kind of it each, as much as is asked for.
//
// Words of ten thousand letters, cells of a hundred thousand words, hundreds of columns, lists in lists, every block of
// Unicode, isolates that are not closed, characters without width, stacks of marks, blanks of every width. The same
// kind, size and seed give the same brief.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readout::test {

struct Extreme {
  std::string toml;
  std::u32string printed;  ///< what must stand on the pages, but for what is told
};

/// "word", "cell", ...: each is a kind.
[[nodiscard]] const std::vector<std::string_view>& extreme_kinds();
/// How much of a kind is tried by default: so much that a hang is seen, so little that sanitizers do not make it one.
[[nodiscard]] std::size_t usual_size(std::string_view kind);
/// Pre: `kind` is one of them. `size` counts what the kind is about: letters, words, columns, points, people.
/// `without` are characters that are left out: those that no typeface has.
[[nodiscard]] Extreme extreme_brief(std::string_view kind, std::size_t size, std::uint64_t seed,
                                    std::u32string_view without = {});

}  // namespace readout::test
