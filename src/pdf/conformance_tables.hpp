// Which structure type may stand in which, as Readout uses them.
// Source: ISO 14289-1, 7.2 to 7.6; ISO 32000-1, 14.8.4.
#pragma once
#include <string_view>
#include "layout/roles.hpp"

namespace readout::pdf {

/// May an element of type `child` stand directly in one of type `parent`?
[[nodiscard]] bool may_hold(layout::Role parent, layout::Role child);
/// The clause that may_hold() stands on for this pair.
[[nodiscard]] std::string_view nesting_clause(layout::Role parent, layout::Role child);
/// May text lie directly in an element of this type?
[[nodiscard]] bool may_hold_text(layout::Role role);
/// 1 to 6; 0 for what is no heading.
[[nodiscard]] int heading_level(layout::Role role);
/// Characters that must not be what a glyph stands for.
[[nodiscard]] bool is_unmappable(char32_t character);

}  // namespace readout::pdf
