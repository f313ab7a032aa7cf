// What the program says about its work: on standard error, for people or as JSON.
#pragma once
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include "base/diagnostics.hpp"

namespace readout::cli {

class Report {
 public:
  void as_json() { json_ = true; }
  void strictly() { strict_ = true; }
  void quietly() { quiet_ = true; }

  /// Tells the faults, and keeps the largest exit code. What is wrong with the machine is told once a run: a typeface
  /// that is missing, not again for each brief that wants it. Gives: was any of it new?
  bool tell(const Diagnostics& diags);
  /// A line for people; not in JSON.
  void say(std::string_view line) const;
  void raise(int exit_code) { exit_code_ = std::max(exit_code_, exit_code); }
  /// In JSON, all faults of the run are one array, printed here. Gives the exit code.
  int finish();

 private:
  [[nodiscard]] Diagnostics news_of(const Diagnostics& diags);

  bool json_ = false, strict_ = false, quiet_ = false;
  int exit_code_ = 0;
  std::string rows_;                                    ///< JSON objects so far
  std::set<std::pair<std::string, std::string>> told_;  ///< faults of the machine: code and message
};

}  // namespace readout::cli
