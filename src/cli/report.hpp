// What the program says about its work: on standard error, for people or as JSON.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include "base/diagnostics.hpp"

namespace readout::cli {

class Report {
 public:
  void as_json() { json_ = true; }
  void strictly() { strict_ = true; }
  void quietly() { quiet_ = true; }

  /// Tells the faults, and keeps the largest exit code.
  void tell(const Diagnostics& diags);
  /// A line for people; not in JSON.
  void say(std::string_view line) const;
  void raise(int exit_code) { exit_code_ = std::max(exit_code_, exit_code); }
  /// In JSON, all faults of the run are one array, printed here. Gives the exit code.
  int finish();

 private:
  bool json_ = false, strict_ = false, quiet_ = false;
  int exit_code_ = 0;
  std::string rows_;  ///< JSON objects so far
};

}  // namespace readout::cli
