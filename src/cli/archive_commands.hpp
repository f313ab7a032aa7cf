// The commands that read PDFs back. They are a program of their own, readout-archive, which readout becomes when it is
// asked for them: libqpdf and the ten libraries behind it would make every other run begin two milliseconds later.
//
// archive_commands.cpp is what readout-archive does, hand_over.cpp how readout becomes it.
#pragma once
#include "cli/commands.hpp"

namespace readout::cli {

[[nodiscard]] int verify(const Arguments& arguments, World& world, Report& report);
[[nodiscard]] int extract(const Arguments& arguments, World& world, Report& report);

}  // namespace readout::cli
