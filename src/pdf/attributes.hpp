// The attribute objects of a structure element (ISO 32000-1, 14.8.5), as the value of its /A.
#pragma once
#include <string>
#include <string_view>
#include "layout/document.hpp"
#include "pdf/profile.hpp"

namespace readout::pdf {

/// "" when the element needs none. `numbering`: ListNumbering of an L; `page_height`: of the page that its bounding box
/// lies on.
[[nodiscard]] std::string attributes_of(const layout::StructElement& element, std::string_view numbering,
                                        const Profile& profile, Pt page_height);

}  // namespace readout::pdf
