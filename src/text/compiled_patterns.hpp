// The pattern files that were read when the program was built: src/tables/ turns each fonts/*.dic into a table that
// lies in the program, so that a run neither parses nor sorts it, and loads only the pages that it looks at.
//
// They are found by their bytes, not by a name or by what fonts.toml says of them: whatever lies in the fonts folder
// now counts as it is, be it changed, accepted in place of the listed file, or a user's own. To read a file and to take
// its sum is less than a tenth of the work that it saves.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>
#include "text/pattern_file.hpp"

namespace readout::text {

struct CompiledPatterns {
  std::size_t size = 0;     ///< of the file, in bytes
  std::string_view sha256;  ///< of the file, as hex() gives it
  PatternFile file;
};

/// All that are in the program. Defined by what src/tables/compile_patterns.cpp writes.
[[nodiscard]] std::span<const CompiledPatterns> compiled_patterns();

/// What these very bytes became; nullptr when they were not there as the program was built.
/// Cost: the sum of the bytes, where one of the files has as many: 0.8 ms a megabyte.
[[nodiscard]] const PatternFile* find_compiled(std::string_view bytes);

}  // namespace readout::text
