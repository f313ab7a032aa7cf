#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include "cli/archive_commands.hpp"

namespace readout::cli {
namespace {

constexpr const char* program = "readout-archive";

/// Beside the program in a build, in libexec where it is installed. Gives an exit code only when it cannot be begun.
int hand_over(World& world, Report& report) {
  const std::string installed = join_path(world.program_folder, "../libexec/readout/");
  std::string why;
  for (const std::string& folder : {installed, world.program_folder}) {
    const std::string path = join_path(folder, program);
    ::execv(path.c_str(), const_cast<char* const*>(world.words));  // its parameter is older than const
    why = std::strerror(errno);
  }
  Diagnostics diags;
  diags.failure(Blame::system, "system.failed", std::string("cannot start ") + program + ": " + why)
      .hint("it is a part of Readout; install the whole of it again");
  report.tell(diags);
  return report.finish();
}

}  // namespace

int verify(const Arguments&, World& world, Report& report) { return hand_over(world, report); }
int extract(const Arguments&, World& world, Report& report) { return hand_over(world, report); }

}  // namespace readout::cli
