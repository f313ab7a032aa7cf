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

  explicit Characters(std::string_view text);
  [[nodiscard]] std::size_t size() const { return values.size(); }
  /// First byte of a character; of the one behind the last: the text's size.
  [[nodiscard]] std::uint32_t offset(std::size_t i) const {
    return offsets_.empty() ? static_cast<std::uint32_t>(i) : offsets_[i];
  }
  /// The first character that does not begin before that byte.
  [[nodiscard]] std::size_t at(std::size_t byte) const;

 private:
  std::vector<std::uint32_t> offsets_;  ///< none: each character is one byte
};

/// A Latin letter, or a sign that has neither a script nor a direction of its own; no mark, and nothing ignorable.
[[nodiscard]] constexpr bool is_plain(char32_t character) {
  if (character < 0x0250) return character != 0x00AD;
  return (character >= 0x2010 && character <= 0x2027) || (character >= 0x20A0 && character <= 0x20CF);
}

/// Never drawn and never asked of a face: joiners, selectors, bidi controls, soft hyphen, zero-width space, fillers.
[[nodiscard]] bool is_default_ignorable(char32_t character);
/// Controls and line or paragraph separators: no face has them and nothing is drawn for them.
[[nodiscard]] bool is_control(char32_t character);
/// General category Mn, Mc or Me.
[[nodiscard]] bool is_mark(char32_t character);
/// General category Zs.
[[nodiscard]] bool is_space(char32_t character);

}  // namespace readout::text
