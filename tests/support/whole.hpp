// The whole program in memory: shipped templates and fonts from the tree, briefs from disk or from strings.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "press/build.hpp"
#include "text/font_book.hpp"

namespace readout::test {

/// The project's folder.
[[nodiscard]] std::string root();
/// A file of the tree; fails the test when it cannot be read.
[[nodiscard]] std::string slurp(const std::string& path);

class Whole {
 public:
  Whole();

  MemoryFiles files;  ///< writes stay in here; reads fall through to the disk

  [[nodiscard]] press::Workshop workshop();
  /// A brief of the tree, e.g. "input/doha.toml".
  [[nodiscard]] static press::Job job(const std::string& path);
  /// The dump of a stage, or what was told instead.
  [[nodiscard]] std::string dump(const press::Job& job, press::Stage stage);
  /// The document of a job; fails the test when there is none.
  [[nodiscard]] layout::Document document(const press::Job& job);

 private:
  DiskFiles disk_;
  text::FontBook fonts_;
};

/// The codes that were told, in order of place.
[[nodiscard]] std::vector<std::string> codes(const Diagnostics& diags);

}  // namespace readout::test
