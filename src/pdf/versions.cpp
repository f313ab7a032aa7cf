#include "pdf/versions.hpp"

#include <libdeflate.h>

#include "pdf/haru.hpp"

namespace readout::pdf {

std::vector<std::pair<std::string, std::string>> library_versions() {
  return {{"libharu", haru_version()}, {"libdeflate", LIBDEFLATE_VERSION_STRING}};
}

}  // namespace readout::pdf
