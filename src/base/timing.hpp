// Where the time goes, for `readout build --timing`.
//
//   TIMED("layout.break_lines");     at the top of a function
//
// A thread that collects (TimingScope) adds up what such lines measure while it lasts; without one they cost a
// test of a pointer. The output of a build never depends on it.
#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace readout {

struct Timing {
  std::uint64_t calls = 0;
  std::chrono::nanoseconds total{0};
};
/// By name of the stage; sorted, so that two runs print alike.
using Timings = std::map<std::string, Timing, std::less<>>;

/// While it lives, TIMED lines of this thread add to `into`.
class TimingScope {
 public:
  explicit TimingScope(Timings* into);
  ~TimingScope();
  TimingScope(const TimingScope&) = delete;
  TimingScope& operator=(const TimingScope&) = delete;

 private:
  Timings* before_;
};

/// Measures from here to the end of its block.
class TimedBlock {
 public:
  explicit TimedBlock(std::string_view name);
  ~TimedBlock();
  TimedBlock(const TimedBlock&) = delete;
  TimedBlock& operator=(const TimedBlock&) = delete;

 private:
  std::string_view name_;
  Timings* into_;
  std::chrono::steady_clock::time_point start_;
};

void add(Timings& into, const Timings& more);
/// A table: stage, calls, milliseconds.
[[nodiscard]] std::string render(const Timings& timings);

}  // namespace readout
#define READOUT_JOIN_(a, b) a##b
#define READOUT_JOIN(a, b) READOUT_JOIN_(a, b)
#define TIMED(name) const ::readout::TimedBlock READOUT_JOIN(timed_block_, __LINE__)(name)
