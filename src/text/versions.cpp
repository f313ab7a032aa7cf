#include "text/versions.hpp"

#include <fribidi.h>
#include <hb.h>

namespace readout::text {

std::vector<std::pair<std::string, std::string>> library_versions() {
  // FriBidi tells its version in the second word of a text for people: "(GNU FriBidi) 1.0.8".
  std::string fribidi = fribidi_version_info;
  fribidi = fribidi.substr(0, fribidi.find('\n'));
  fribidi = fribidi.substr(fribidi.rfind(' ') + 1);
  return {{"HarfBuzz", hb_version_string()}, {"FriBidi", fribidi}};
}

}  // namespace readout::text
