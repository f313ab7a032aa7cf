// The one or two languages of a brief, and which of them a key of a language table means.
#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include "base/ascii.hpp"

namespace readout::model {

/// True for the form of a BCP 47 tag ("en", "ar-IQ", "zh-Hant"); the parts are not looked up.
/// Source: RFC 5646, 2.1, without grandfathered tags and private use alone.
[[nodiscard]] bool is_language_tag(std::string_view tag);
/// Equal but for the case of ASCII letters.
[[nodiscard]] inline bool same_tag(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii::small(x) == ascii::small(y); });
}

struct Languages {
  std::vector<std::string> tags{"en"};  ///< as document.lang lists them; [0] is the main one
  bool listed = false;                  ///< false: there is no document.lang, and "en" is taken for it

  enum class Match { found, unknown, ambiguous };
  struct Answer {
    Match match = Match::unknown;
    std::size_t index = 0;
  };
  /// By the whole tag, or by its first part when only one language has it; in any letter case.
  [[nodiscard]] Answer find(std::string_view key) const;
};

}  // namespace readout::model
