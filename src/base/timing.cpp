#include "base/timing.hpp"

#include <fmt/format.h>

#include <new>

namespace readout {
namespace {
// The one variable of the program that is not passed in: a clock in every signature would cost more than it tells.
thread_local Timings* collecting = nullptr;
}  // namespace

TimingScope::TimingScope(Timings* into) : before_(collecting) { collecting = into; }
TimingScope::~TimingScope() { collecting = before_; }

TimedBlock::TimedBlock(std::string_view name) : name_(name), into_(collecting) {
  if (into_ != nullptr) start_ = std::chrono::steady_clock::now();
}

TimedBlock::~TimedBlock() {
  if (into_ == nullptr) return;
  const auto spent = std::chrono::steady_clock::now() - start_;
  auto found = into_->find(name_);
  try {
    if (found == into_->end()) found = into_->emplace(std::string(name_), Timing{}).first;
  } catch (const std::bad_alloc&) {  // most likely on its way already: nothing may be thrown from here
    return;
  }
  ++found->second.calls;
  found->second.total += std::chrono::duration_cast<std::chrono::nanoseconds>(spent);
}

void add(Timings& into, const Timings& more) {
  for (const auto& [name, timing] : more) {
    into[name].calls += timing.calls;
    into[name].total += timing.total;
  }
}

std::string render(const Timings& timings) {
  std::string out = fmt::format("{:<24}{:>8}{:>12}\n", "stage", "calls", "ms");
  for (const auto& [name, timing] : timings) {
    const double milliseconds = static_cast<double>(timing.total.count()) / 1e6;
    out += fmt::format("{:<24}{:>8}{:>12.3f}\n", name, timing.calls, milliseconds);
  }
  return out;
}

}  // namespace readout
