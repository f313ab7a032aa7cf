// Something that is done by the first thread that wants it, while the others wait; when it throws, the next one tries.
//
// std::call_once does the same through a function of C, which an exception may pass only with the help of a library
// that glibc loads at that moment. Where memory has run out it cannot be loaded, and the program ends.
#pragma once
#include <atomic>
#include <mutex>

namespace readout {

class Once {
 public:
  template <class Act>
  void run(const Act& act) {
    if (done_.load(std::memory_order_acquire)) return;
    const std::lock_guard lock(mutex_);
    if (done_.load(std::memory_order_relaxed)) return;
    act();
    done_.store(true, std::memory_order_release);
  }

 private:
  std::atomic<bool> done_ = false;
  std::mutex mutex_;
};

}  // namespace readout
