// The commands: from arguments to an exit code. Each asks press/ and tells what became of it.
#pragma once
#include <csignal>
#include <optional>
#include <string>
#include "base/files.hpp"
#include "cli/args.hpp"
#include "cli/report.hpp"

namespace readout::cli {

/// What a command may use of the world.
struct World {
  Files& files;
  std::string program_folder;                 ///< where the program itself lies
  const char* const* words;                   ///< its command line, as main() got it
  std::optional<std::string> date_epoch;      ///< SOURCE_DATE_EPOCH
  bool shows_output = false;                  ///< standard output is a terminal: no place for a PDF
  const volatile std::sig_atomic_t& stopped;  ///< not 0: the signal that asked to stop
};

/// Runs the command; gives its exit code.
[[nodiscard]] int run(const Arguments& arguments, World& world, Report& report);

}  // namespace readout::cli
