// How the readers of one picture tell its faults.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include "base/diagnostics.hpp"
#include "image/image.hpp"

namespace readout::image {

struct Report {
  std::string_view name;
  Span where;
  Diagnostics& diags;
  const Limits& limits;

  void broken(const std::string& why) const;
  void too_large(const std::string& size) const;
};

/// "30000 x 2 pixels" when that is beyond the limits, else "". Judged before any memory is taken.
[[nodiscard]] std::string too_large(std::uint64_t width, std::uint64_t height, const Limits& limits);

}  // namespace readout::image
