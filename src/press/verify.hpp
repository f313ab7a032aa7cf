// A PDF asked for what it was made from, and whether it is still what its source says.
#pragma once
#include <string>
#include <vector>
#include "archive/compare.hpp"
#include "base/diagnostics.hpp"
#include "press/job.hpp"

namespace readout::press {

enum class Verdict {
  identical,     ///< built again, every byte is the same
  same_content,  ///< other bytes, but the same pages, texts, tags and files; `reasons` says why
  altered,       ///< something else than its source says; `differences` says what
  unknown        ///< it cannot be told: no source inside, or no PDF; told to diags
};
[[nodiscard]] std::string_view name_of(Verdict verdict);

struct Verification {
  Verdict verdict = Verdict::unknown;
  std::vector<std::string> reasons;
  std::vector<archive::Difference> differences;
  struct Damaged {
    std::string file, how;  ///< "is gone", ...
  };
  std::vector<Damaged> damaged;  ///< embedded files that are not those, or not as, the manifest says
};

/// Reads a PDF and builds it again in memory from the files inside it, with the program and fonts at hand.
/// Nothing that the PDF names is looked for outside of it.
/// Errors: file.unreadable, archive.*, manifest.*, and those of building.
[[nodiscard]] Verification verify(const std::string& path, const Workshop& workshop, Diagnostics& diags);

/// One difference as a sentence: `page 1, /Document/Sect[2]/P: "pledged" where the source gives "agreed"`.
[[nodiscard]] std::string describe(const archive::Difference& difference);

/// Writes the files inside a PDF below `folder`, byte for byte, and gives their paths.
/// Errors: archive.*; extract.bad-name for a name that would lead out of the folder, extract.exists for a file that
/// is there with other bytes; nothing is written then.
[[nodiscard]] std::vector<std::string> extract(const std::string& path, const std::string& folder, Files& files,
                                               Diagnostics& diags);

}  // namespace readout::press
