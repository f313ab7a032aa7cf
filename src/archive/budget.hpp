// How much work a file that is not trusted may still make: bytes unpacked, mapped and said.
#pragma once
#include <algorithm>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace readout::archive {

class Budget {
 public:
  explicit Budget(std::size_t bytes) : left_(bytes) {}
  /// Throws when there is not so much left.
  void spend(std::size_t bytes) {
    if (bytes > left_) throw std::runtime_error("it unpacks to far more than its source gives");
    left_ -= bytes;
    spent_ += bytes;
  }
  void grant(std::size_t bytes) { left_ += std::min(bytes, std::numeric_limits<std::size_t>::max() - left_); }
  [[nodiscard]] std::size_t left() const { return left_; }
  [[nodiscard]] std::size_t spent() const { return spent_; }

 private:
  std::size_t left_, spent_ = 0;
};

}  // namespace readout::archive
