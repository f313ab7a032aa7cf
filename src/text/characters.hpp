// A paragraph as code points that remember their bytes, and the few properties that itemising asks of them.
//
// Source: Unicode 15; categories and scripts come from HarfBuzz's own tables, Default_Ignorable_Code_Point from
// DerivedCoreProperties.txt.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readout::text {

struct Characters {
  std::u32string values;
  std::vector<std::uint32_t> offsets;  ///< first byte of each; one more at the end: the text's size

  explicit Characters(std::string_view text);
  [[nodiscard]] std::size_t size() const { return values.size(); }
};

/// Never drawn and never asked of a face: joiners, selectors, bidi controls, soft hyphen, zero-width space, fillers.
[[nodiscard]] bool is_default_ignorable(char32_t character);
/// Controls and line or paragraph separators: no face has them and nothing is drawn for them.
[[nodiscard]] bool is_control(char32_t character);
/// General category Mn, Mc or Me.
[[nodiscard]] bool is_mark(char32_t character);
/// General category Zs.
[[nodiscard]] bool is_space(char32_t character);

}  // namespace readout::text
