// Paragraphs of a table that were shaped to be measured, until they are set.
//
// A table asks how wide its cells are before it knows how wide they will be; both want the text shaped. What was kept
// for a paragraph is taken once, and only where it is set in the language in which it was measured.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include "layout/clusters.hpp"

namespace readout::layout {

class KeptShapes {
 public:
  /// Pre: the paragraph and `lang` stay where they are as long as this lives.
  void keep(const Paragraph& paragraph, std::string_view lang, Clusters clusters) {
    if (kept_.size() < most) kept_.insert_or_assign(&paragraph, Kept{lang, std::move(clusters)});
  }
  [[nodiscard]] std::optional<Clusters> take(const Paragraph& paragraph, std::string_view lang) {
    const auto found = kept_.find(&paragraph);
    if (found == kept_.end()) return std::nullopt;
    const bool same = found->second.lang == lang;
    std::optional<Clusters> clusters;
    if (same) clusters = std::move(found->second.clusters);
    kept_.erase(found);
    return clusters;
  }
  [[nodiscard]] bool empty() const { return kept_.empty(); }

 private:
  static constexpr std::size_t most = 512;  // of a long table's cells the others are shaped once more
  struct Kept {
    std::string_view lang;
    Clusters clusters;
  };
  std::map<const Paragraph*, Kept> kept_;  // never gone through: addresses order nothing
};

}  // namespace readout::layout
