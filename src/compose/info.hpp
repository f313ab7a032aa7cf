// What a document says about itself: titles by language, keywords, marking, status, what archives ask for.
#pragma once
#include "compose/desk.hpp"

namespace readout::compose {
[[nodiscard]] layout::Info info_of(const Desk& desk);
}  // namespace readout::compose
