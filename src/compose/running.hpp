// Running heads and feet, the marking, page numbers.
#pragma once
#include "compose/sections.hpp"
#include "model/template_values.hpp"

namespace readout::compose {

/// Adds a running line to the story for every frame that has something to say.
void add_running(Desk& desk);
/// Warning: compose.short-title when the running title has to be broken off.
void check_short_title(Desk& desk);

}  // namespace readout::compose
