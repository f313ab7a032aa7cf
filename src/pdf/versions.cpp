#include "pdf/versions.hpp"

#include <zlib.h>

#include "pdf/haru.hpp"

namespace readout::pdf {

std::vector<std::pair<std::string, std::string>> library_versions() {
  return {{"libharu", haru_version()}, {"zlib", zlibVersion()}};
}

}  // namespace readout::pdf
