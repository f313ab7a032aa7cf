// Results by the bytes that they were made from, as long as they are asked for.
//
// The first time only a hash of the bytes is noted, the second time the result is kept, since most never come again.
// What has not been asked for of late is forgotten.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace readout {

template <class Result>
class Recent {
 public:
  /// `most`: bytes of keys that are held; up to twice as many between two times that the older half is forgotten.
  explicit Recent(std::size_t most) : most_(most) {}

  /// Holds until the next call; nullptr: not known.
  [[nodiscard]] const Result* find(std::string_view key) {
    const std::size_t hash = std::hash<std::string_view>()(key);
    if (const auto found = late_.find(hash); found != late_.end())
      return found->second.key == key ? &found->second.result : nullptr;
    const auto found = early_.find(hash);
    if (found == early_.end() || found->second.key != key) return nullptr;
    if (held_ > most_) return &found->second.result;  // the half is full: it goes with the next that is kept
    held_ += key.size();
    return &late_.insert(early_.extract(found)).position->second.result;
  }
  /// Keeps what find() did not find, from the second time on.
  void keep(std::string_view key, const Result& result) {
    const std::size_t hash = std::hash<std::string_view>()(key);
    if (met_.empty()) met_.resize(most_met);
    if (std::uint32_t& met = met_[hash % met_.size()]; met != hash >> 32U) {
      met = static_cast<std::uint32_t>(hash >> 32U);
      return;
    }
    if (held_ > most_) {
      early_ = std::exchange(late_, {});
      held_ = 0;
    }
    held_ += key.size();
    late_.insert_or_assign(hash, Kept{std::string(key), result});
  }

 private:
  struct Kept {
    std::string key;
    Result result;
  };
  using Results = std::map<std::size_t, Kept>;  // by hash; of two alike one is kept
  static constexpr std::size_t most_met = 4096;
  std::size_t most_;
  Results late_, early_;            ///< when the one is full, the other is forgotten
  std::size_t held_ = 0;            ///< in `late_`
  std::vector<std::uint32_t> met_;  ///< half of a hash by the other half
};

}  // namespace readout
