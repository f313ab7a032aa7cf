// Templates of the tree and briefs in memory, for the tests of compose/.
#pragma once
#include <string>

#include "compose/tell.hpp"

namespace readout::test {

/// A shipped template; fails the test when it has a fault.
[[nodiscard]] const model::Template& design(const std::string& name);
[[nodiscard]] const model::Words& words(const std::string& lang);

struct Told {
  std::optional<layout::Story> story;
  std::string dump;    ///< of the story; "" when there is none
  std::string text;    ///< the dump without the styles of runs: what is said, one block a line
  std::string faults;  ///< "warning compose.short-title|..."
};
/// Tells a brief by a shipped template. `rest` stands after readout = 1.
[[nodiscard]] Told tell(const std::string& rest, const std::string& name = "brief", std::size_t lang = 0);
[[nodiscard]] Told tell(const std::string& rest, const model::Template& design, std::size_t lang = 0);
/// The first line of a dump that holds `part`; "" when none does.
[[nodiscard]] std::string line_with(const std::string& dump, const std::string& part);

}  // namespace readout::test
