#include "model/web_address.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.hpp"

namespace readout::model {
namespace {

bool starts_with_scheme(std::string_view address, std::string_view scheme) {
  if (address.size() < scheme.size()) return false;
  return std::equal(scheme.begin(), scheme.end(), address.begin(), [](char s, char a) { return s == ascii::small(a); });
}

}  // namespace

std::string web_address_fault(std::string_view address) {
  constexpr std::string_view schemes[] = {"https://", "http://", "mailto:"};
  const auto scheme = std::find_if(std::begin(schemes), std::end(schemes),
                                   [&](std::string_view s) { return starts_with_scheme(address, s); });
  if (scheme == std::end(schemes)) {
    return address.empty() ? "this link leads nowhere"
                           : fmt::format("“{}” is no address: https:, http: and mailto: are known", address);
  }
  const std::string_view rest = address.substr(scheme->size());
  if (rest.empty()) return fmt::format("“{}” is no address: nothing follows it", address);
  if (rest.find_first_of(" \t<>\"\\^`{|}") != std::string_view::npos) {
    return "an address may not hold a blank or one of < > \" \\ ^ ` { | }";
  }
  if (*scheme == "mailto:" && rest.find('@') == std::string_view::npos) {
    return fmt::format("“{}” is no address: it has no @", address);
  }
  return "";
}

std::string whole_address(std::string_view address) {
  const bool is_mail =
      address.find('@') != std::string_view::npos && address.find_first_of("/:") == std::string_view::npos;
  if (!is_mail && !starts_with_scheme(address, "www.")) return "";
  std::string whole = (is_mail ? "mailto:" : "https://") + std::string(address);
  return web_address_fault(whole).empty() ? whole : "";
}

std::string ascii_address(std::string_view address) {
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out.push_back(c);
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned>(byte));
    }
  }
  return out;
}

}  // namespace readout::model
