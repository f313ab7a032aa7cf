#include "press/batch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "press/build.hpp"
#include "press/memory.hpp"

namespace readout::press {
namespace {

/// Builds, and again with what it had told forgotten, when another thread's want of memory may have spoiled it.
bool build_undisturbed(const Job& job, const Workshop& workshop, Result& result) {
  constexpr int most_tries = 5;
  for (int tries = 1;; ++tries) {
    try {
      return build(job, workshop, result.diags, &result.written);
    } catch (const FacesReopened&) {
      if (tries == most_tries) throw;
      result.diags = Diagnostics();
    }
  }
}

std::unique_ptr<Result> run(const std::vector<Job>& jobs, std::size_t index, const Workshop& workshop,
                            const BatchOptions& options) {
  auto result = std::make_unique<Result>();
  result->job = index;
  result->begun = !options.stop();
  if (!result->begun) return result;
  const TimingScope timing(options.time ? &result->timings : nullptr);
  try {
    result->done = build_undisturbed(jobs[index], workshop, *result);
  } catch (const std::bad_alloc&) {  // this brief fails, and the others go on
    result->diags.failure(Blame::system, "system.failed", jobs[index].brief + " failed: there is not enough memory");
  } catch (const std::exception& fault) {
    result->diags.failure(Blame::system, "system.failed",
                          fmt::format("{} failed: {}", jobs[index].brief, fault.what()));
  }
  return result;
}

Workshop with(Memory& memory, Workshop workshop, const BatchOptions& options) {
  workshop.memory = options.remember ? &memory : nullptr;
  return workshop;
}

std::set<std::string> briefs_of(const std::vector<Job>& jobs, Files& files) {
  std::set<std::string> briefs;
  for (const Job& job : jobs) briefs.insert(files.identity(job.brief));
  briefs.erase("");
  return briefs;
}

// Hands out jobs and keeps results until their turn. When a worker cannot even tell what befell it, no more are handed
// out, and whoever waits for a result gets the worker's exception.
class Desk {
 public:
  explicit Desk(std::size_t jobs) : results_(jobs) {}

  std::size_t take() {
    const std::lock_guard lock(mutex_);
    return failed_ ? results_.size() : next_++;
  }
  void fail(std::exception_ptr why) noexcept {
    const std::lock_guard lock(mutex_);
    failed_ = std::move(why);
    arrived_.notify_one();
  }
  void put(std::size_t index, std::unique_ptr<Result> result) {
    const std::lock_guard lock(mutex_);
    results_[index] = std::move(result);
    arrived_.notify_one();
  }
  std::unique_ptr<Result> wait_for(std::size_t index) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return results_[index] != nullptr || failed_; });
    if (results_[index] == nullptr) std::rethrow_exception(failed_);
    return std::move(results_[index]);
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<std::unique_ptr<Result>> results_;
  std::exception_ptr failed_;
  std::size_t next_ = 0;
};

// As many as the system grants, at most `wanted`: one that cannot start is a pair of hands less, and no fault of the
// batch.
template <class Work>
std::vector<std::jthread> hire(std::size_t wanted, const Work& work) {
  std::vector<std::jthread> threads;
  try {
    while (threads.size() < wanted) threads.emplace_back(work);
  } catch (const std::system_error&) {
  } catch (const std::bad_alloc&) {
  }
  return threads;
}

}  // namespace

void build_all(const std::vector<Job>& jobs, const Workshop& shared, const BatchOptions& options,
               const std::function<void(const Result&)>& told) {
  const std::set<std::string> briefs = briefs_of(jobs, shared.files);
  Workshop workshop = shared;
  workshop.briefs = &briefs;
  if (jobs.size() == 1 || options.threads <= 1) {
    Memory memory;
    const Workshop own = with(memory, workshop, options);
    for (std::size_t i = 0; i < jobs.size(); ++i) told(*run(jobs, i, own, options));
    return;
  }
  Desk desk(jobs.size());
  const auto work = [&]() noexcept {
    try {
      Memory memory;
      const Workshop own = with(memory, workshop, options);
      for (std::size_t i = desk.take(); i < jobs.size(); i = desk.take()) desk.put(i, run(jobs, i, own, options));
    } catch (...) {
      desk.fail(std::current_exception());
    }
  };
  const auto threads = hire(std::min<std::size_t>(options.threads, jobs.size()), work);
  if (threads.empty()) work();
  for (std::size_t i = 0; i < jobs.size(); ++i) told(*desk.wait_for(i));
}

}  // namespace readout::press
