// Many briefs on all cores: each with its own Diagnostics, told in the order in which they were given.
#pragma once
#include <functional>
#include <string>
#include <vector>
#include "base/diagnostics.hpp"
#include "base/timing.hpp"
#include "press/job.hpp"

namespace readout::press {

/// What became of one job.
struct Result {
  std::size_t job = 0;                 ///< index
  bool done = false;                   ///< the PDF is written (or, without an output, would be)
  bool begun = true;                   ///< false: a stop was asked for before its turn
  std::vector<std::string> written{};  ///< the PDF, then what the profile puts beside it
  Diagnostics diags;
  Timings timings;  ///< empty unless they were asked for
};

struct BatchOptions {
  unsigned threads = 1;                               ///< at least 1; no more are started than there are jobs
  std::function<bool()> stop = [] { return false; };  ///< asked before each job; true: begin no more
  bool remember = true;                               ///< see memory.hpp; the bytes are the same either way
  bool time = false;                                  ///< say in each Result where the time went
};

/// Builds every job; a bad one does not keep the others from being built.
/// Gives:  `told` is called once for each job, in the order of `jobs`, on the calling thread, as soon as that job and
///         all before it are finished. Its result is freed after that.
/// Cost:   as the jobs; memory as that of `threads` jobs and of the results that wait for their turn.
void build_all(const std::vector<Job>& jobs, const Workshop& workshop, const BatchOptions& options,
               const std::function<void(const Result&)>& told);

}  // namespace readout::press
